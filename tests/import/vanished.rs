//! Who is no longer in a complete file: disabled, never deleted, and back as before.

use guichet::domain::value::Status;
use guichet::service::import::{ImportOptions, RowKind};

use crate::house::{House, code, counts, csv, extensions, import, import_with, preview, rows, run, user, users};

const HEADER: &str = "extension,name,tech,dial,voicemail_email,secret\n";

fn complete() -> ImportOptions {
    ImportOptions { complete: true, ..ImportOptions::default() }
}

fn people(numbers: std::ops::Range<u32>) -> guichet::service::import::SourceFile {
    let rows: Vec<(String, String)> = numbers.map(|n| (n.to_string(), format!("Personne {n}"))).collect();
    let rows: Vec<_> = rows.iter().map(|(number, name)| (number.as_str(), name.as_str(), "")).collect();
    extensions(&rows)
}

#[test]
fn nobody_vanishes_from_a_file_that_is_not_complete() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..210));
    assert_eq!(import(&mut console, &people(200..201)).import.counts, counts(|c| c.unchanged = 1));
    assert_eq!(user(&console, "209").status, Status::Active);
}

#[test]
fn who_vanished_is_disabled_keeps_everything_and_comes_back() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..210));
    run(&mut console, r#"{"do":"set_access_type","user":"209","value":"professional"}"#);
    let before = user(&console, "209");
    let receipt = import_with(&mut console, &people(200..209), &complete()).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.unchanged, c.vanished) = (9, 1)));
    let row = &rows(&receipt.import)[0];
    assert_eq!(
        (row.kind, row.key.as_str(), row.name.as_str(), row.line),
        (RowKind::Vanished, "209", "Personne 209", None)
    );
    let gone = user(&console, "209");
    assert_eq!((gone.status, gone.absent_since), (Status::Disabled, Some(console.clock().now())));
    assert_eq!((gone.access_type, &gone.extension, &gone.feed), (before.access_type, &before.extension, &before.feed));
    let again = import_with(&mut console, &people(200..209), &complete()).unwrap();
    assert_eq!((again.import.counts, again.entry), (counts(|c| c.unchanged = 9), None), "once is enough");
    let receipt = import_with(&mut console, &people(200..210), &complete()).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.unchanged, c.changed) = (9, 1)));
    let back = user(&console, "209");
    assert_eq!((back.status, back.absent_since, back.access_type), (before.status, None, before.access_type));
}

#[test]
fn who_is_disabled_by_hand_stays_so() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..210));
    run(&mut console, r#"{"do":"set_user_enabled","user":"209","value":false}"#);
    let receipt = import_with(&mut console, &people(200..209), &complete()).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| c.unchanged = 9));
    import_with(&mut console, &people(200..210), &complete()).unwrap();
    assert_eq!((user(&console, "209").status, user(&console, "209").absent_since), (Status::Disabled, None));
}

#[test]
fn more_than_usual_has_to_be_confirmed_with_the_number() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..220));
    // Five are few, whatever their share; six of twenty are not.
    assert_eq!(preview(&console, &people(200..215), &complete()).unwrap().blocked, None);
    let plan = preview(&console, &people(200..214), &complete()).unwrap();
    assert_eq!((plan.counts.vanished, plan.rows.len()), (6, 6));
    assert_eq!(plan.blocked.unwrap().code(), "import.confirm_vanished");
    let head = users(&console);
    let confirmed = |number| ImportOptions { confirm_vanished: Some(number), ..complete() };
    for options in [complete(), confirmed(5), confirmed(7)] {
        let refused = code(import_with(&mut console, &people(200..214), &options));
        assert_eq!(refused, ("import.confirm_vanished".into(), 4));
    }
    assert_eq!((users(&console), user(&console, "219").status), (head, Status::Active));
    let receipt = import_with(&mut console, &people(200..214), &confirmed(6)).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.unchanged, c.vanished) = (14, 6)));
    assert_eq!(user(&console, "219").status, Status::Disabled);
}

#[test]
fn a_share_of_a_fifth_is_usual() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(100..200));
    assert_eq!(preview(&console, &people(100..180), &complete()).unwrap().blocked, None);
    assert!(preview(&console, &people(100..179), &complete()).unwrap().blocked.is_some());
}

#[test]
fn an_empty_file_and_rows_that_were_left_out_are_doubtful() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..203));
    assert_eq!(code(import_with(&mut console, &csv(HEADER), &complete())), ("import.confirm_vanished".into(), 4));
    let bad = csv(&format!(
        "{HEADER}200,Personne 200,pjsip,PJSIP/200,,\n201,Personne 201,pjsip,PJSIP/201,,\n202,,pjsip,PJSIP/202,,\n"
    ));
    let options = ImportOptions { skip_refused: true, ..complete() };
    assert_eq!(code(import_with(&mut console, &bad, &options)), ("import.confirm_vanished".into(), 4), "202 is there");
    assert_eq!(user(&console, "202").status, Status::Active);
}

#[test]
fn feeds_are_apart() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &people(200..203));
    let other = ImportOptions { feed: Some("usine".into()), ..complete() };
    let receipt = import_with(&mut console, &people(200..201), &other).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| c.new = 1));
    assert_eq!(users(&console), 4);
}
