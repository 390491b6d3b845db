//! A number that somebody else has now: rights never follow it.

use guichet::domain::value::Status;
use guichet::service::import::{ImportOptions, RowKind};
use guichet::service::{Console, Turn};

use crate::house::{House, by_number, code, counts, extensions, import, import_with, rows, run, user, users};

fn with_rights(console: &mut Console, people: &[(&str, &str, &str)]) {
    import(console, &extensions(people));
    for (extension, _, _) in people {
        run(
            console,
            &format!(r#"{{"do":"set_permission","user":"{extension}","permission":"web_access","value":true}}"#),
        );
    }
}

#[test]
fn a_wholly_different_name_is_a_new_user_without_rights() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(&mut console, &[("200", "Amélie Roy", "amelie@example.org")]);
    let amelie = user(&console, "200");
    assert!(!amelie.permissions.is_empty());
    let receipt = import(&mut console, &extensions(&[("200", "Paul Ky", "paul@example.org")]));
    assert_eq!(receipt.import.counts, counts(|c| c.reassigned = 1), "counted once");
    let row = &rows(&receipt.import)[0];
    assert_eq!((row.kind, row.name.as_str(), row.was.as_deref()), (RowKind::Reassigned, "Paul Ky", Some("Amélie Roy")));
    let paul = user(&console, "200");
    assert_ne!(paul.id, amelie.id);
    assert!(paul.permissions.is_empty() && paul.status == Status::Active);
    let old = by_number(&console, amelie.id);
    assert_eq!((old.status, old.extension, old.permissions), (Status::Disabled, None, amelie.permissions));
    assert!(old.absent_since.is_some() && old.feed.is_empty() && old.email.is_some());
    assert_eq!(
        import(&mut console, &extensions(&[("200", "Paul Ky", "paul@example.org")])).import.counts,
        counts(|c| c.unchanged = 1)
    );
    console.turn(Turn::Undo, receipt.entry, false, None).unwrap();
    let back = user(&console, "200");
    assert_eq!((back.id, back.status, back.absent_since), (amelie.id, Status::Active, None));
}

#[test]
fn all_numbers_given_to_others_carry_no_right_over() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(
        &mut console,
        &[
            ("200", "Amélie Roy", "a@example.org"),
            ("201", "Jean Roy", "j@example.org"),
            ("202", "Zoé Ky", "z@example.org"),
        ],
    );
    let others = [("200", "Paul Est", ""), ("201", "Lise Sud", ""), ("202", "Marc Nord", "")];
    let receipt = import(&mut console, &extensions(&others));
    assert_eq!(receipt.import.counts, counts(|c| c.reassigned = 3));
    assert_eq!(users(&console), 6);
    for (extension, name, _) in others {
        let now = user(&console, extension);
        assert_eq!(now.display_name, name);
        assert!(now.permissions.is_empty());
    }
}

#[test]
fn the_same_person_under_another_name_keeps_rights() {
    let house = House::new();
    let mut console = house.owner();
    with_rights(
        &mut console,
        &[
            ("200", "Amélie Roy", "a@example.org"),
            ("201", "Jean Roy", "j@example.org"),
            ("202", "Zoé Ky", "z@example.org"),
        ],
    );
    let now = [
        ("200", "Amélie Tremblay", ""),
        // Another name altogether, and the same address.
        ("201", "Jane Doe", "J@example.org"),
        // The same family name is no proof.
        ("202", "Marc Ky", "marc@example.org"),
    ];
    let receipt = import(&mut console, &extensions(&now));
    assert_eq!(receipt.import.counts, counts(|c| (c.renamed, c.reassigned) = (2, 1)));
    assert!(!user(&console, "200").permissions.is_empty() && !user(&console, "201").permissions.is_empty());
    assert!(user(&console, "202").permissions.is_empty());
    assert_eq!(user(&console, "201").display_name, "Jane Doe");
}

#[test]
fn an_address_that_is_nobodys_own_proves_nothing() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&[("200", "Amélie Roy", "root@localhost")]));
    let receipt = import(&mut console, &extensions(&[("200", "Paul Ky", "root@localhost")]));
    assert_eq!(receipt.import.counts, counts(|c| c.reassigned = 1));
}

#[test]
fn the_new_owner_of_a_number_stays_at_its_site() {
    let house = House::with_sites(&["mtl", "qc"]);
    let mut console = house.owner();
    let file = extensions(&[("200", "Amélie Roy", "")]);
    assert_eq!(code(import_with(&mut console, &file, &ImportOptions::default())), ("import.site_needed".into(), 4));
    let options = ImportOptions { site: Some("qc".into()), ..ImportOptions::default() };
    import_with(&mut console, &file, &options).unwrap();
    assert_eq!(user(&console, "200").site.map(|site| site.0), Some(2));
    assert_eq!(import(&mut console, &extensions(&[("200", "Amélie Ky", "")])).import.counts, counts(|c| c.renamed = 1));
    import(&mut console, &extensions(&[("200", "Paul Est", "")]));
    assert_eq!(user(&console, "200").site.map(|site| site.0), Some(2));
    let nowhere = ImportOptions { site: Some("nord".into()), ..ImportOptions::default() };
    assert_eq!(code(import_with(&mut console, &file, &nowhere)), ("record.not_found".into(), 5));
}
