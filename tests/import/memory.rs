//! What an import holds in memory, and how soon it stops, whatever the machine.

use guichet::service::ServiceError;
use guichet::service::import::{ImportOptions, SourceFile};

use crate::house::{House, users};

const ROWS: u64 = 4_000;

/// Rows as wide as those of a telephone system.
fn wide(rows: u64) -> SourceFile {
    let mut text = String::from("extension,name,tech,dial,voicemail_email,outboundcid,context,secret\n");
    for number in 100_000..100_000 + rows {
        let filling = "x".repeat(150);
        text.push_str(&format!(
            "{number},Personne {number},pjsip,PJSIP/{number},p{number}@example.org,{filling},from-internal,hush\n"
        ));
    }
    SourceFile::new("wide.csv", text)
}

#[test]
fn s_78_a_row_of_the_plan_costs_a_few_bytes_of_memory() {
    let house = House::new();
    let console = house.owner();
    let plan = console.import_preview(&[wide(ROWS)], &ImportOptions::default(), &mut |_, _| true).unwrap();
    assert_eq!((plan.counts.new, plan.rows.len() as u64), (ROWS, ROWS));
    // 256 KiB wait to be set aside; beside that, a row is known by where it is.
    let each = plan.rows.held().saturating_sub(2 * 256 * 1024) / ROWS as usize;
    assert!(each <= 32, "{each} bytes a row");
    assert!(plan.warnings.is_empty() && plan.refused.is_empty());
}

#[test]
fn s_78_no_more_than_a_few_rows_pass_between_two_questions_whether_to_stop() {
    const BETWEEN: u64 = 256;
    let house = House::new();
    let mut console = house.owner();
    let (mut reading, mut last, mut most) = (0, 0, 0);
    let mut tell = |done: u64, total: u64| {
        match total {
            0 => reading += 1,
            _ => most = most.max(done - last),
        }
        last = done;
        true
    };
    console.import(&[wide(ROWS)], &ImportOptions::default(), &mut tell).unwrap();
    assert!(reading >= ROWS / BETWEEN, "{reading} questions while {ROWS} rows are read");
    assert!(most <= BETWEEN, "{most} steps without a question");
}

#[test]
fn s_78_nothing_is_asked_again_and_nothing_is_written_once_somebody_said_stop() {
    let house = House::new();
    let mut console = house.owner();
    let head = console.journal_head().unwrap();
    let file = [wide(ROWS)];
    let (mut asked, mut questions) = (0, 0);
    console
        .import_preview(&file, &ImportOptions::default(), &mut |_, _| {
            questions += 1;
            true
        })
        .unwrap();
    for at in [1, questions / 3, questions / 2, questions - 1] {
        for apply in [false, true] {
            asked = 0;
            let mut tell = |_, _| {
                asked += 1;
                asked < at
            };
            let options = ImportOptions::default();
            let stopped = if apply {
                console.import(&file, &options, &mut tell).map(drop)
            } else {
                console.import_preview(&file, &options, &mut tell).map(drop)
            };
            assert!(matches!(stopped, Err(ServiceError::Stopped)), "at question {at}: {stopped:?}");
            assert_eq!(asked, at.max(1), "no question after the answer");
            assert_eq!((users(&console), console.journal_head().unwrap()), (0, head));
        }
    }
    let _ = asked;
}
