//! A person who has another number now: the rights stay with the person, and only once somebody said that it is the one.

use guichet::service::import::{ImportOptions, Matching, RowKind};
use guichet::service::{Console, Turn};

use crate::house::{House, counts, extensions, import, import_with, preview, rows, run, user, users};

const BEFORE: [(&str, &str, &str); 3] =
    [("200", "Amélie Roy", "amelie@example.org"), ("201", "Jean Ky", "jean@example.org"), ("202", "Zoé Est", "")];

fn complete(accept_likely: bool) -> ImportOptions {
    let matching = Matching { accept_likely, ..Matching::default() };
    ImportOptions { complete: true, matching, ..ImportOptions::default() }
}

fn with_rights(console: &mut Console) {
    import(console, &extensions(&BEFORE));
    run(console, r#"{"do":"set_permission","user":"200","permission":"web_access","value":true}"#);
}

#[test]
fn the_same_address_under_another_number_is_likely_the_same_person_and_nothing_moves_by_itself() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(&mut console);
    let now = extensions(&[("305", "Amélie Roy", "amelie@example.org"), BEFORE[1], BEFORE[2]]);
    let receipt = import_with(&mut console, &now, &complete(false)).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.likely, c.unchanged) = (1, 2)), "neither new nor vanished");
    let row = &rows(&receipt.import)[0];
    assert_eq!((row.kind, row.was.as_deref()), (RowKind::Likely, Some("Amélie Roy")));
    assert_eq!((receipt.entry, users(&console)), (None, 3));
    assert_eq!(user(&console, "200").status.as_str(), "active");
}

#[test]
fn once_confirmed_the_person_keeps_their_rights_under_the_new_number() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(&mut console);
    let amelie = user(&console, "200");
    let now = extensions(&[("305", "Amélie Roy-Tremblay", "Amelie@example.org"), BEFORE[1], BEFORE[2]]);
    let receipt = import_with(&mut console, &now, &complete(true)).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.moved, c.unchanged) = (1, 2)));
    let row = &rows(&receipt.import)[0];
    assert_eq!((row.kind, row.key.as_str(), row.was.as_deref()), (RowKind::Moved, "305", Some("200")));
    let moved = user(&console, "305");
    assert_eq!((moved.id, &moved.permissions), (amelie.id, &amelie.permissions));
    assert_eq!((moved.display_name.as_str(), users(&console)), ("Amélie Roy-Tremblay", 3));
    let again = import_with(&mut console, &now, &complete(true)).unwrap();
    assert_eq!((again.import.counts, again.entry), (counts(|c| c.unchanged = 3), None));
    console.turn(Turn::Undo, receipt.entry, false, None).unwrap();
    assert_eq!(user(&console, "200").id, amelie.id);
}

#[test]
fn who_still_has_a_number_or_shares_the_address_did_not_move() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(&mut console);
    let amelie = BEFORE[0];
    let one_more = extensions(&[amelie, ("305", "Amélie Roy", amelie.2), BEFORE[1], BEFORE[2]]);
    let plan = preview(&console, &one_more, &complete(true)).unwrap();
    assert_eq!(plan.counts, counts(|c| (c.new, c.unchanged) = (1, 3)), "the old number is there");
    let shared = extensions(&[("305", "Amélie Roy", amelie.2), ("306", "Paul Sud", amelie.2), BEFORE[1], BEFORE[2]]);
    let plan = preview(&console, &shared, &complete(true)).unwrap();
    assert_eq!(plan.counts, counts(|c| (c.new, c.vanished, c.unchanged) = (2, 1, 2)), "an address of two is no proof");
    let part = extensions(&[("305", "Amélie Roy", amelie.2)]);
    let plan = preview(&console, &part, &ImportOptions::default()).unwrap();
    assert_eq!(plan.counts, counts(|c| c.new = 1), "nobody is gone from a file that does not hold everybody");
}

#[test]
fn an_address_that_several_of_the_file_have_does_not_carry_rights_to_another_name() {
    let house = House::new();
    let mut console = house.owner();
    let office = "office@example.org";
    import(&mut console, &extensions(&[("200", "Amélie Roy", office), ("201", "Jean Ky", office)]));
    let receipt = import(&mut console, &extensions(&[("200", "Paul Sud", office), ("201", "Jean Ky", office)]));
    assert_eq!(receipt.import.counts, counts(|c| (c.reassigned, c.unchanged) = (1, 1)));
}
