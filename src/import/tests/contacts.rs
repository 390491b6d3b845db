use super::*;

#[test]
fn the_new_google_header_is_read() {
    let reading = read_all(&[fixture("google-new.csv")]).unwrap();
    assert_eq!((reading.family.key(), reading.skipped), ("contacts", 1));
    let [ada, house] = &reading.contacts[..] else { panic!("{reading:#?}") };
    assert_eq!((ada.name.as_str(), ada.position.as_deref()), ("Ada Byron", Some("Analyst")));
    assert_eq!(ada.emails, ["ada@home.example.org", "ada@example.org", "ada2@example.org"]);
    assert_eq!(ada.phones, [(PhoneKind::FaxWork, "+33 1 02 03 04 05".to_owned())]);
    assert_eq!(ada.groups, ["Clients"]);
    assert_eq!(ada.note.as_deref(), Some("first\nsecond"));
    assert_eq!(ada.addresses[0].street.as_deref(), Some("1 rue du Lac\nVille"));
    assert_eq!((house.name.as_str(), house.phones.len()), ("Only a House", 0));
    assert_eq!(warning_codes(&reading), ["import.phone_scientific"]);
    assert_eq!(refusals(&reading), [(7, "import.contact_nameless")]);
}

#[test]
fn the_french_outlook_header_is_read() {
    let reading = read_all(&[fixture("outlook-fr.csv")]).unwrap();
    assert_eq!((reading.files[0].encoding, reading.files[0].delimiter), (Encoding::Windows1252, Some(b';')));
    let [helene, short, internal] = &reading.contacts[..] else { panic!("{reading:#?}") };
    assert_eq!((helene.name.as_str(), helene.position.as_deref()), ("Hélène Œuvrard", Some("Directrice")));
    let kinds: Vec<_> = helene.phones.iter().map(|(kind, _)| kind.key()).collect();
    assert_eq!(kinds, ["work", "mobile", "fax_work"]);
    assert_eq!(helene.groups, ["Clients", "VIP"]);
    assert_eq!(short.name, "Court");
    assert!(internal.emails.is_empty());
    assert_eq!(warning_codes(&reading), ["import.email_exchange"]);
}

#[test]
fn the_french_thunderbird_header_repeats_names_for_home_and_work() {
    let reading = read_all(&[fixture("thunderbird-fr.csv")]).unwrap();
    let [ada] = &reading.contacts[..] else { panic!("{reading:#?}") };
    let towns: Vec<_> = ada.addresses.iter().map(|a| (a.town.as_deref(), a.postcode.as_deref())).collect();
    assert_eq!(towns, [(Some("Paris"), Some("75001")), (Some("Lyon"), Some("69001"))]);
    assert_eq!(ada.emails.len(), 2);
    assert_eq!(refusals(&reading), [(3, "import.key_duplicate")], "same name, first address and first number");
    assert!(!warning_codes(&reading).contains(&"import.header_duplicate"));
}

#[test]
fn the_key_is_that_of_the_person_and_not_of_the_dress() {
    let key = |row: &str| read_text(format!("Display Name,Primary Email,Work Phone\n{row}\n")).contacts[0].key.clone();
    assert_eq!(key("Ada  Byron,A@x.org,00 33 1"), key("ada byron,a@X.org,+33 (1)"));
    assert_ne!(key("Ada Byron,a@x.org,1"), key("Ada Byron,b@x.org,1"));
}
