//! Stopping an import leaves nothing of it.

use guichet::service::ServiceError;
use guichet::service::import::ImportOptions;

use crate::house::{House, extensions, users};

#[test]
fn s_78_an_import_stops_at_any_step_and_leaves_nothing() {
    let house = House::new();
    let mut console = house.owner();
    let people: Vec<(String, String)> = (1000..4000).map(|n| (n.to_string(), format!("Personne {n}"))).collect();
    let people: Vec<_> = people.iter().map(|(number, name)| (number.as_str(), name.as_str(), "")).collect();
    let file = extensions(&people);
    let head = console.journal_head().unwrap();
    let mut questions = 0;
    let mut stopped_at = Vec::new();
    // Stops at the first question, then at later and later ones, until the import is through.
    let receipt = loop {
        let (mut asked, mut last) = (0, 0);
        let mut tell = |done: u64, total: u64| {
            assert!(done <= total && (total == 0 || total == 15_000), "{done} of {total}");
            last = done;
            asked += 1;
            asked <= questions
        };
        match console.import(std::slice::from_ref(&file), &ImportOptions::default(), &mut tell) {
            Ok(receipt) => break receipt,
            Err(error) => assert!(matches!(error, ServiceError::Stopped), "{error:?}"),
        }
        assert_eq!((users(&console), console.journal_head().unwrap()), (0, head), "stopped at question {questions}");
        stopped_at.push(last);
        questions += 5;
    };
    let stopped = |steps: std::ops::Range<u64>| stopped_at.iter().any(|done| steps.contains(done));
    assert!(stopped(0..1) && stopped(1..3000) && stopped(3000..15_000), "reading, judging, writing: {stopped_at:?}");
    assert_eq!((users(&console), receipt.import.counts.new), (3000, 3000));
    let stopped = console.import_preview(&[file], &ImportOptions::default(), &mut |_, _| false);
    assert!(matches!(stopped, Err(ServiceError::Stopped)));
}
