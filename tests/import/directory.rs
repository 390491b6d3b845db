//! People of a directory enrich users who are there; nobody is made unless that is asked for, and no right is given.

use guichet::domain::id::Kind;
use guichet::domain::record::Contact;
use guichet::domain::value::{Source, Status};
use guichet::service::Turn;
use guichet::service::import::{ImportOptions, Matching, RowKind, SourceFile, Unmatched};

use crate::house::{House, counts, csv, extensions, import, import_with, rows, run, user, users};

const PEOPLE: [(&str, &str, &str); 3] = [
    ("0012", "Éloïse Lefèvre", "eloise@example.org"),
    ("4567", "Jean Roy", ""),
    ("200", "Zoé Martin", "old@example.org"),
];

/// An Entra export: id, name, address, desk number, mobile, department.
fn entra(people: &[(&str, &str, &str, &str, &str, &str)]) -> SourceFile {
    let mut text =
        String::from("userPrincipalName,displayName,mail,objectId,telephoneNumber,mobile,department,accountEnabled\n");
    for (id, name, email, phone, mobile, department) in people {
        text.push_str(&format!("{id}@upn.example.org,{name},{email},{id},{phone},{mobile},{department},True\n"));
    }
    csv(&text)
}

fn matching(accept_likely: bool, unmatched: Unmatched) -> ImportOptions {
    ImportOptions { matching: Matching { accept_likely, unmatched }, ..ImportOptions::default() }
}

const DIRECTORY: [(&str, &str, &str, &str, &str, &str); 4] = [
    ("o-1", "Éloïse Lefèvre-Roy", "Eloise@Example.org", "", "0601020304", "Accueil"),
    ("o-2", "Quelqu'un", "jean@example.org", "+33 1 23 45 45 67", "", "Ventes"),
    ("o-3", "Zoe MARTIN", "zoe@example.org", "", "", ""),
    ("o-4", "Ada Byron", "ada@example.org", "", "0700000000", ""),
];

#[test]
fn certain_matches_are_taken_and_likely_ones_wait() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let receipt = import(&mut console, &entra(&DIRECTORY));
    assert_eq!(receipt.import.counts, counts(|c| (c.changed, c.likely, c.unmatched) = (1, 2, 1)));
    assert_eq!(receipt.import.feeds[0], "microsoft");
    let eloise = user(&console, "0012");
    assert_eq!((eloise.mobile.as_deref(), eloise.department.as_deref()), (Some("0601020304"), Some("Accueil")));
    assert_eq!(eloise.display_name, "Éloïse Lefèvre", "the name belongs to the telephone system");
    assert!(eloise.permissions.is_empty() && eloise.feed.contains_key("microsoft"));
    let likely: Vec<_> = rows(&receipt.import).into_iter().filter(|row| row.kind == RowKind::Likely).collect();
    let found: Vec<_> = likely.iter().map(|row| (row.key.as_str(), row.was.as_deref())).collect();
    assert_eq!(found, [("o-2", Some("Jean Roy")), ("o-3", Some("Zoé Martin"))]);
    assert_eq!(user(&console, "4567").email, None);

    let receipt = import_with(&mut console, &entra(&DIRECTORY), &matching(true, Unmatched::Leave)).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.changed, c.unchanged, c.unmatched) = (2, 1, 1)));
    assert_eq!(user(&console, "4567").email.as_deref(), Some("jean@example.org"));
    assert_eq!(
        user(&console, "200").email.as_deref(),
        Some("zoe@example.org"),
        "the telephone system gave the old one"
    );
    let again = import(&mut console, &entra(&DIRECTORY));
    assert_eq!((again.import.counts, again.entry), (counts(|c| (c.unchanged, c.unmatched) = (3, 1)), None));
    // The telephone system says what it said before: nothing goes back.
    let again = import(&mut console, &extensions(&PEOPLE));
    assert_eq!((again.import.counts, again.entry), (counts(|c| c.unchanged = 3), None));
    assert_eq!(users(&console), 3);
}

#[test]
fn what_was_written_by_hand_stays_and_is_reported() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    import(&mut console, &entra(&DIRECTORY));
    run(&mut console, r#"{"do":"update_user","user":"0012","department":"Direction"}"#);
    assert_eq!(import(&mut console, &entra(&DIRECTORY)).entry, None);
    let moved = [("o-1", "Éloïse Lefèvre", "eloise@example.org", "", "", "Atelier")];
    let receipt = import(&mut console, &entra(&moved));
    let row = &rows(&receipt.import)[0];
    let kept: Vec<_> = row.differences.iter().map(|d| (&*d.field, d.kept)).collect();
    assert_eq!(kept, [("mobile", false), ("department", true)]);
    let eloise = user(&console, "0012");
    assert_eq!(
        (eloise.department.as_deref(), eloise.mobile),
        (Some("Direction"), None),
        "an empty cell clears its own"
    );
    assert_eq!(eloise.email.as_deref(), Some("eloise@example.org"));
}

#[test]
fn people_who_match_nobody_become_what_is_asked_for() {
    let house = House::new();
    let mut console = house.owner();
    let receipt = import_with(&mut console, &entra(&DIRECTORY[3..]), &matching(false, Unmatched::Manual)).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| c.new = 1));
    let ada = user(&console, "ada@example.org");
    assert_eq!((ada.source, ada.status, ada.extension), (Source::Manual, Status::Invited, None));
    assert!(ada.permissions.is_empty() && ada.mobile.as_deref() == Some("0700000000"));
    assert_eq!(import(&mut console, &entra(&DIRECTORY[3..])).entry, None);
    console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(users(&console), 0, "a whole import is undone by one undo");

    let options = matching(false, Unmatched::Contact);
    import_with(&mut console, &entra(&DIRECTORY[3..]), &options).unwrap();
    let found = console.find(Kind::Contact, "ada@example.org").unwrap();
    let ada: Contact = console.record(found.id).unwrap();
    assert_eq!((ada.name.as_str(), ada.phones.len()), ("Ada Byron", 1));
    assert_eq!(import(&mut console, &entra(&DIRECTORY[3..])).entry, None, "known as a contact from then on");
}

#[test]
fn an_address_that_two_people_have_proves_nothing() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let twins = [("o-1", "A A", "eloise@example.org", "", "", "X"), ("o-2", "B B", "Eloise@example.org", "", "", "Y")];
    let receipt = import(&mut console, &entra(&twins));
    assert_eq!(receipt.import.counts, counts(|c| c.unmatched = 2));
    assert_eq!(user(&console, "0012").department, None);
}

#[test]
fn u_12_an_address_that_opens_the_portal_is_not_exchanged_for_a_shared_one() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    import(&mut console, &entra(&[("o-1", "Éloïse", "eloise@example.org", "", "", "")]));
    for number in ["0012", "200"] {
        run(
            &mut console,
            &format!(r#"{{"do":"set_permission","user":"{number}","permission":"web_access","value":true}}"#),
        );
    }
    let receipt = import(&mut console, &entra(&[("o-1", "Éloïse", "old@example.org", "", "", "")]));
    assert!(rows(&receipt.import)[0].differences[0].kept);
    assert!(receipt.import.warnings.iter().any(|warning| warning.code() == "import.email_taken"));
    assert_eq!(user(&console, "0012").email.as_deref(), Some("eloise@example.org"));
}

#[test]
fn the_user_manager_finds_its_users_by_extension() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let text = "username,default_extension,displayname,department,email,password\nz,200,Somebody Else,Accueil,z@example.org,hush\n";
    let receipt = import(&mut console, &csv(text));
    assert_eq!((receipt.import.feeds[0].as_str(), receipt.import.counts), ("freepbx-users", counts(|c| c.changed = 1)));
    assert_eq!(user(&console, "200").department.as_deref(), Some("Accueil"));
}

#[test]
fn a_directory_makes_nobody_vanish() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    import(&mut console, &entra(&DIRECTORY));
    let options = ImportOptions { complete: true, ..ImportOptions::default() };
    let receipt = import_with(&mut console, &entra(&DIRECTORY[3..]), &options).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| c.unmatched = 1));
    assert_eq!(user(&console, "0012").status, Status::Active);
}
