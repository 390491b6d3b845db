//! One undo takes a whole import back.

use guichet::service::Turn;
use guichet::service::import::ImportOptions;

use crate::house::{House, counts, extensions, found, import, import_with, run, user, users};

#[test]
fn one_undo_removes_the_users_that_an_import_made() {
    let house = House::new();
    let mut console = house.owner();
    let people: Vec<(String, String)> = (1000..1300).map(|n| (n.to_string(), format!("Personne {n}"))).collect();
    let people: Vec<_> =
        people.iter().map(|(number, name)| (number.as_str(), name.as_str(), "p@example.org")).collect();
    let entry = import(&mut console, &extensions(&people)).entry;
    assert_eq!(users(&console), 300);
    let undone = console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(console.entry(undone.entry.unwrap(), 0, 1).unwrap().0.head.reverses, entry);
    assert_eq!((users(&console), found(&console, "personne")), (0, 0), "a filter finds none of them");
    let redone = console.turn(Turn::Redo, None, false, None).unwrap();
    assert_eq!((users(&console), redone.plan.changes.len()), (300, 300));
    assert_eq!(found(&console, "personne"), 300);
    assert_eq!(import(&mut console, &extensions(&people)).import.counts, counts(|c| c.unchanged = 300));
    for (name, gone) in [("Personne Xavier", "neuve"), ("Personne Neuve", "xavier")] {
        import(&mut console, &extensions(&[("1000", name, "p@example.org")]));
        assert_eq!((found(&console, name), found(&console, gone)), (1, 0), "found by the new name alone");
    }
    assert_eq!(console.verify_journal(None, &mut |_| true).unwrap().fault, None);
}

#[test]
fn an_undo_turns_changes_and_vanishing_round_and_names_what_was_touched_since() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&[("200", "Amélie Roy", ""), ("201", "Zoé Ky", "")]));
    let before = (user(&console, "200"), user(&console, "201"));
    let complete = ImportOptions { complete: true, ..ImportOptions::default() };
    let entry =
        import_with(&mut console, &extensions(&[("200", "Amélie Sud", "a@example.org")]), &complete).unwrap().entry;
    console.turn(Turn::Undo, entry, false, None).unwrap();
    let mut after = (user(&console, "200"), user(&console, "201"));
    (after.0.version, after.1.version) = (before.0.version, before.1.version);
    assert_eq!(after, before);

    let made = import(&mut console, &extensions(&[("300", "Lise Sud", ""), ("301", "Marc Est", "")])).entry;
    run(&mut console, r#"{"do":"update_user","user":"301","department":"ventes"}"#);
    let error = console.turn(Turn::Undo, made, false, None).err().unwrap();
    assert_eq!((error.code().as_str(), error.exit_code()), ("undo.changed_since", 5));
    console.turn(Turn::Undo, made, true, None).unwrap();
    assert_eq!(users(&console), 3, "301 was touched and stays");
}
