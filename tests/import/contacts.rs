//! Contacts: recognised again by name, address and number.

use guichet::domain::id::Kind;
use guichet::domain::record::Contact;
use guichet::service::import::{ImportOptions, RowKind, SourceFile};
use guichet::service::view::List;
use guichet::service::{Console, Turn};

use crate::house::{House, counts, csv, import, import_with, rows, run, tally};

/// A Thunderbird export: name, address, organisation.
pub fn file(people: &[(&str, &str, &str)]) -> SourceFile {
    let mut text =
        String::from("First Name,Last Name,Display Name,Nickname,Primary Email,Work Phone,Organization,Job Title\n");
    for (name, email, organisation) in people {
        text.push_str(&format!("{name},,{name},,{email},555 0100,{organisation},\n"));
    }
    csv(&text)
}

fn contact(console: &Console, name: &str) -> Contact {
    console.record(console.find(Kind::Contact, name).unwrap().id).unwrap()
}

#[test]
fn contacts_are_made_once_and_changed_where_the_file_changed() {
    let house = House::new();
    let mut console = house.owner();
    let receipt = import(&mut console, &file(&[("Ada", "ada@example.org", "Maison"), ("Bo", "bo@example.org", "")]));
    assert_eq!(receipt.import.counts, counts(|c| c.new = 2));
    let ada = contact(&console, "ada@example.org");
    assert_eq!(
        (ada.name.as_str(), ada.phones[0].kind.as_str(), ada.organisation.as_deref()),
        ("Ada", "work", Some("Maison"))
    );
    assert!(ada.permissions.is_empty() && ada.communications.is_empty());
    let again = import(&mut console, &file(&[("Bo", "bo@example.org", ""), ("Ada", "ada@example.org", "Maison")]));
    assert_eq!((again.import.counts, again.entry), (counts(|c| c.unchanged = 2), None));
    let moved = file(&[("Ada", "ada@example.org", "Atelier"), ("Bo", "bo@example.org", "")]);
    let receipt = import(&mut console, &moved);
    assert_eq!(receipt.import.counts, counts(|c| (c.changed, c.unchanged) = (1, 1)));
    assert_eq!(
        (rows(&receipt.import)[0].kind, &*rows(&receipt.import)[0].differences[0].field),
        (RowKind::Changed, "organisation")
    );
    assert_eq!(contact(&console, "Ada").organisation.as_deref(), Some("Atelier"));
}

#[test]
fn a_contact_edited_by_hand_stays_so() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &file(&[("Ada", "ada@example.org", "Maison")]));
    run(&mut console, r#"{"do":"update_contact","contact":"Ada","organisation":"Ailleurs","phones":[]}"#);
    assert_eq!(
        import(&mut console, &file(&[("Ada", "ada@example.org", "Maison")])).import.counts,
        counts(|c| c.unchanged = 1)
    );
    let receipt = import(&mut console, &file(&[("Ada", "ada@example.org", "Atelier")]));
    assert!(rows(&receipt.import)[0].differences.iter().all(|difference| difference.kept));
    let ada = contact(&console, "Ada");
    assert_eq!((ada.organisation.as_deref(), ada.phones.len()), (Some("Ailleurs"), 0));
}

#[test]
fn contacts_never_vanish_and_an_import_of_them_can_be_undone() {
    let house = House::new();
    let mut console = house.owner();
    let entry = import(&mut console, &file(&[("Ada", "ada@example.org", ""), ("Bo", "bo@example.org", "")])).entry;
    let complete = ImportOptions { complete: true, ..ImportOptions::default() };
    let receipt = import_with(&mut console, &file(&[("Bo", "bo@example.org", "")]), &complete).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| c.unchanged = 1));
    console.turn(Turn::Undo, entry, false, None).unwrap();
    assert_eq!(tally(&console, List::Contacts), 0);
}
