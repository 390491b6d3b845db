//! People of directories, cards and tickets.

use super::*;

fn read_fixture(name: &str) -> Reading {
    read_all(&[fixture(name)]).unwrap()
}

fn shown<'p>(person: &'p PersonRecord, column: &str) -> Vec<&'p str> {
    person.shown.iter().filter(|(name, _)| name == column).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn ldif_is_unfolded_decoded_and_tied_to_its_groups() {
    let reading = read_fixture("directory.ldif");
    let [eloise, jean] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!((eloise.key.as_str(), eloise.line), ("uid=eloise,ou=accueil,dc=maison,dc=example", 7));
    assert_eq!((eloise.display_name.as_str(), eloise.position.as_deref()), ("Éloïse Lefèvre", Some("Directrice")));
    assert_eq!(
        (eloise.email.as_deref(), eloise.mobile.as_deref()),
        (Some("eloise@example.org"), Some("06 01 02 03 04"))
    );
    assert_eq!(
        (shown(eloise, "groups"), shown(eloise, "disabled"), &eloise.numbers[0]),
        (vec!["Atelier"], vec!["1"], &"+33123450012".to_owned())
    );
    assert_eq!(
        (jean.key.as_str(), jean.email.as_deref(), shown(jean, "groups")),
        ("01020304", Some("Jean@example.org"), vec!["Ventes"])
    );
    assert_eq!(refusals(&reading), [(40, "import.control_character")]);
    assert_eq!(reading.files[0].secret_columns, ["unicodepwd", "userpassword"]);
    let mut codes = warning_codes(&reading);
    codes.sort_unstable();
    assert_eq!(codes, ["import.entries_skipped", "import.members_unknown"]);
}

#[test]
fn csvde_is_a_directory_as_a_table() {
    let reading = read_fixture("csvde.csv");
    let [ada] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (ada.key.as_str(), shown(ada, "groups"), shown(ada, "disabled")),
        ("0a0b", vec!["Ventes", "Nuit"], vec!["1"])
    );
    assert_eq!((reading.skipped, reading.family), (1, Family::Ldap));
}

#[test]
fn microsoft_directories_leave_guests_out_and_never_take_recovery_numbers() {
    let reading = read_fixture("entra.csv");
    let [eloise, jean] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!((eloise.key.as_str(), eloise.email.as_deref(), reading.skipped), ("o-1", Some("Eloise@example.org"), 1));
    assert_eq!((jean.email.as_deref(), shown(jean, "disabled")), (Some("jean@maison.example.org"), vec!["1"]));
    assert_eq!(warning_codes(&reading), ["import.name_formula", "import.email_from_account"]);
    let reading = read_fixture("m365.csv");
    let [eloise, jean] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (eloise.email.as_deref(), shown(eloise, "licenses"), shown(eloise, "disabled")),
        (Some("eloise@example.org"), vec!["Business Standard"], vec!["1"])
    );
    assert_eq!(
        (jean.key.as_str(), jean.email.as_deref()),
        ("jean@maison.example.org", Some("jean@maison.example.org"))
    );
}

#[test]
fn google_workspace_headers_are_read_without_their_brackets() {
    let reading = read_fixture("workspace.csv");
    let [eloise, jean] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (eloise.key.as_str(), eloise.department.as_deref(), shown(eloise, "disabled")),
        ("eloise@example.org", Some("Accueil"), vec!["1"])
    );
    assert_eq!((jean.department.as_deref(), eloise.phones.len()), (Some("Ventes"), 2));
    assert!(reading.files[0].ignored_columns.contains(&"recovery email".to_owned()));
}

#[test]
fn a_realm_gives_roles_to_see_and_no_secret() {
    let reading = read_fixture("realm.json");
    let [eloise, bare] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!((shown(eloise, "roles"), shown(eloise, "disabled")), (vec!["chef", "crm/reader", "user"], vec!["1"]));
    assert_eq!(
        (eloise.mobile.as_deref(), eloise.department.as_deref(), eloise.line),
        (Some("0601020304"), Some("Accueil"), 11)
    );
    assert_eq!((bare.key.as_str(), bare.display_name.as_str(), reading.skipped), ("bare", "Bare", 1));
    assert_eq!(refusals(&reading), [(17, "import.name_missing")]);
    let two = read_all(&[file("a", "{\"realm\":\"a\",\"users\":[]}"), file("b", "{\"realm\":\"b\",\"users\":[]}")]);
    assert_eq!(two.unwrap_err().code(), "import.several_realms");
}

#[test]
fn the_user_manager_is_a_directory_of_its_telephone_system() {
    let reading = read_all(&[fixture("userman.csv"), fixture("userman-groups.csv")]).unwrap();
    let [eloise, guest] = &reading.people[..] else { panic!("{reading:#?}") };
    assert_eq!((eloise.extension.as_deref(), shown(eloise, "groups")), (Some("0012"), vec!["Accueil"]));
    assert_eq!((&guest.extension, guest.display_name.as_str()), (&None, "Compte libre"));
    assert_eq!(warning_codes(&reading), ["import.members_unknown"]);
}

#[test]
fn contacts_of_the_contact_manager_are_numbered() {
    let reading = read_fixture("contact-manager.csv");
    let [ada, house] = &reading.contacts[..] else { panic!("{reading:#?}") };
    let phones: Vec<_> = ada.phones.iter().map(|(kind, number)| (kind.key(), number.as_str())).collect();
    assert_eq!((phones, ada.emails.len()), (vec![("mobile", "0601020304"), ("work", "0123456789")], 1));
    assert_eq!((house.name.as_str(), house.groups[0].as_str()), ("Atelier Nord", "Clients"));
}

#[test]
fn cards_of_all_versions_stand_in_one_file() {
    let reading = read_fixture("cards.vcf");
    let [eloise, bruno, nameless] = &reading.contacts[..] else { panic!("{reading:#?}") };
    assert_eq!((eloise.key.as_str(), eloise.note.as_deref()), ("urn:uuid:1", Some("première\nseconde, fin")));
    let phones: Vec<_> = eloise.phones.iter().map(|(kind, number)| (kind.key(), number.as_str())).collect();
    assert_eq!(phones, [("mobile", "06 01 02 03 04"), ("work", "+33-1-23-45-00-12 ext 12")]);
    assert_eq!(
        (eloise.organisation.as_deref(), &eloise.groups),
        (Some("Maison"), &vec!["Clients".to_owned(), "VIP".to_owned()])
    );
    assert_eq!((bruno.name.as_str(), nameless.name.as_str()), ("Bruno Lévy", "only@example.org"));
    assert_eq!((refusals(&reading), reading.skipped), (vec![(32, "import.card_unclosed")], 1));
    assert_eq!(reading.files[0].secret_columns, ["key"]);
}

#[test]
fn tickets_of_glpi_have_one_order_of_dates_for_the_whole_file() {
    let reading = read_fixture("glpi.csv");
    let [first, second] = &reading.tickets[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (first.number.as_deref(), first.requester.as_deref()),
        (Some("5732943"), Some("Lefèvre Éloïse, Roy Jean"))
    );
    assert_eq!(
        (first.state, first.urgency, first.status.as_deref()),
        (Some(TicketState::InProgress), Some(Urgency::High), Some("En cours (Attribué)"))
    );
    assert_eq!(
        (second.number.as_deref(), second.state, second.urgency),
        (Some("5732944"), Some(TicketState::Done), None)
    );
    assert!(second.created > second.updated, "opened after its last change: taken as it is");
    assert_eq!(
        (warning_codes(&reading), refusals(&reading)),
        (vec!["import.date_unreadable"], vec![(5, "import.ticket_untitled")])
    );
}

#[test]
fn tickets_of_redmine_never_swap_day_and_month() {
    let reading = read_fixture("redmine.csv");
    let [first, second] = &reading.tickets[..] else { panic!("{reading:#?}") };
    assert_eq!((reading.files[0].encoding, first.title.as_str()), (Encoding::Windows1252, "Panne d'écran"));
    assert_eq!((&first.assignee, first.due.is_some(), second.updated), (&None, true, None));
    assert_eq!(warning_codes(&reading), ["import.date_unreadable"]);
}

#[test]
fn s75_dumps_of_django_are_read_strictly() {
    let reading = read_fixture("helpdesk.json");
    let [ticket] = &reading.tickets[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (ticket.key.as_str(), ticket.queue.as_deref(), ticket.assignee.as_deref()),
        ("31", Some("Téléphonie"), Some("ada"))
    );
    assert_eq!((ticket.description.as_deref(), ticket.state), (Some("Depuis hier.\nMerci."), Some(TicketState::Done)));
    assert_eq!(refusals(&reading), [(6, "import.ticket_untitled")]);
    let bad = "[{\"model\":\"helpdesk.ticket\",\"pk\":1,\"fields\":{\"title\":7}}]";
    let error = read_all(&[file("f", bad)]).unwrap_err();
    assert!(error.args().contains(&("path", "/0/fields".to_owned())), "{error:?}");
}
