//! Real files of other telephone systems, of directories and of help desks, where they are at hand.

use super::samples::{sample, samples};
use super::*;

fn set(names: &[&str]) -> Option<Reading> {
    samples(names).map(|files| read_all(&files).unwrap())
}

#[test]
fn wazo_examples() {
    for (name, expected) in [("1", vec!["1000", "1001", "1002"]), ("2", vec!["1000"]), ("3", vec!["1000"])] {
        let Some(reading) = sample(&format!("wazo/doc-example-{name}.csv")) else { return };
        let extensions: Vec<_> = reading.users.iter().filter_map(|user| user.extension.as_deref()).collect();
        assert_eq!((extensions, reading.refused.len()), (expected, 0), "{name}");
        assert_eq!(reading.users[0].key, "1000@ctx-<tenant slug>-internal-<UUID>");
        assert_eq!(reading.users[0].display_name, "John Doe");
    }
}

#[test]
fn four_hundred_and_one_people_of_switchvox() {
    let Some(reading) = sample("switchvox/swvxext-400.csv") else { return };
    assert_eq!((reading.users.len(), reading.refused.len()), (401, 0));
    assert_eq!((reading.users[0].key.as_str(), reading.users[400].key.as_str()), ("200", "600"));
    assert!(reading.users.iter().all(|user| user.email.is_some()));
    assert_eq!(reading.files[0].secret_columns, ["password", "phone_password", "voicemail_password"]);
    let shown = format!("{:?}", reading.users);
    for needle in ["Ul.76290", "12341234", "notasecret"] {
        assert!(!shown.contains(needle), "{needle}");
    }
}

#[test]
fn a_directory_of_freeswitch() {
    let names = [
        "default.xml",
        "default/1000.xml",
        "default/1001.xml",
        "default/1005.xml",
        "default/1010.xml",
        "default/1019.xml",
    ]
    .map(|name| format!("freeswitch/vanilla-directory/{name}"));
    let Some(reading) = set(&names.each_ref().map(String::as_str)) else { return };
    assert_eq!(keys(&reading), ["1000", "1001", "1005", "1010", "1019"]);
    let groups: Vec<Vec<&str>> =
        reading.users.iter().map(|user| user.groups_proposed.iter().map(String::as_str).collect()).collect();
    let support = "techsupport";
    assert_eq!(
        groups,
        [
            vec!["sales", support],
            vec!["sales", support],
            vec!["billing", support],
            vec!["support", support],
            vec![support]
        ]
    );
    let dangling: Vec<_> =
        reading.warnings.iter().filter(|w| w.code() == "import.pointers_unknown").map(Warning::args).collect();
    assert_eq!(dangling, [[("count", "11".to_owned())]]);
}

#[test]
fn a_user_of_freeswitch_with_a_name_for_an_id() {
    let Some(reading) = sample("freeswitch/insideout-directory/brian.xml") else { return };
    let [brian] = &reading.users[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (brian.key.as_str(), brian.display_name.as_str(), &brian.email, &brian.extension),
        ("brian", "Brian West", &None, &None)
    );
    assert!(brian.shown.contains(&("extension".to_owned(), "1000".to_owned())), "{:?}", brian.shown);
    assert!(!format!("{reading:?}").contains("cluecon"));
}

#[test]
fn bulk_sheets_of_broadworks_are_templates() {
    for (name, count) in [
        ("call.center.modify.agent.list", 1),
        ("group.admin.create", 1),
        ("group.admin.modify.policy", 1),
        ("service.provider.admin.modify.policy", 1),
        ("user.create", 1),
        ("user.modify", 1),
    ] {
        let Some(reading) = sample(&format!("broadworks/{name}.csv")) else { return };
        assert_eq!((reading.users.len(), reading.refused.len(), reading.skipped), (0, 0, count), "{name}");
        assert!(warning_codes(&reading).contains(&"import.template_only"), "{name}");
    }
}

#[test]
fn five_people_of_microsoft_365() {
    let Some(reading) = sample("m365/add-multiple-users-sample.csv") else { return };
    assert_eq!((reading.family, reading.people.len(), reading.warnings.len()), (Family::Microsoft, 5, 0));
    let chris = &reading.people[0];
    assert_eq!((chris.email.as_deref(), chris.mobile.as_deref()), (Some("chris@contoso.com"), Some("123-555-6641")));
    assert_eq!(
        (chris.department.as_deref(), chris.position.as_deref()),
        (Some("Information Technology"), Some("IT Manager"))
    );
    assert!(chris.phones.iter().any(|(kind, number)| *kind == PhoneKind::FaxWork && number == "123-555-6700"));
}

#[test]
fn a_large_directory_with_accents() {
    let Some(reading) = sample("ldif/389ds-european.ldif") else { return };
    assert_eq!((reading.files[0].records, reading.people.len()), (614, 353));
    assert_eq!(reading.skipped, 136, "132 units and 4 organizations");
    let full = reading.people.iter().filter(|p| p.email.is_some() && !p.phones.is_empty()).count();
    assert_eq!((full, reading.people.iter().filter(|p| p.email.is_none()).count()), (150, 203));
    assert!(reading.people.iter().any(|p| p.department.as_deref() == Some("Çlose Crèkä")));
    assert!(reading.refused.is_empty(), "{:?}", reading.refused);
}

#[test]
fn a_directory_with_folded_and_coded_values() {
    let Some(reading) = sample("ldif/openldap-test.ldif") else { return };
    assert_eq!((reading.files[0].records, reading.people.len(), reading.skipped), (19, 11, 5));
    assert_eq!(reading.people.iter().filter(|p| p.email.is_some() && !p.phones.is_empty()).count(), 10);
    let babs = reading.people.iter().find(|p| p.display_name == "Barbara Jensen").unwrap();
    assert_eq!(
        (babs.last_name.as_deref(), babs.addresses[0].street.as_deref()),
        (Some("Jensen"), Some("ITD Prod Dev & Deployment\n535 W. William St. Room 4212\nAnytown, MI 48103-4943"))
    );
    assert!(babs.shown.contains(&("groups".to_owned(), "All Staff".to_owned())));
}

#[test]
fn one_directory_of_several_files() {
    let names =
        ["00_people", "10_people_amy", "10_people_fry", "10_people_hermes", "30_groups_admin", "30_groups_crew"]
            .map(|name| format!("ldif/planetexpress/{name}.ldif"));
    let Some(reading) = set(&names.each_ref().map(String::as_str)) else { return };
    let names: Vec<_> = reading.people.iter().map(|p| p.display_name.as_str()).collect();
    assert_eq!(names, ["Amy Wong", "Fry", "Hermes Conrad"]);
    assert_eq!(warning_codes(&reading).iter().filter(|code| **code == "import.members_unknown").count(), 2);
    assert!(!format!("{reading:?}").contains("e3NzaGF9"));
}

#[test]
fn address_books_as_ldif() {
    let Some(reading) = sample("ldif/thunderbird-export.ldif") else { return };
    assert_eq!((reading.family, reading.contacts.len()), (Family::Contacts, 2));
    assert_eq!(reading.contacts[0].groups, ["new list"]);
    let Some(reading) = sample("ldif/thunderbird-basic.ldif") else { return };
    let kinds: Vec<_> = reading.contacts[0].phones.iter().map(|(kind, _)| kind.key()).collect();
    assert_eq!(kinds, ["work", "mobile", "home", "fax_work", "pager"]);
    assert_eq!((reading.contacts[0].emails.len(), reading.contacts[0].addresses.len()), (2, 2));
    assert!(reading.contacts[0].note.as_deref().is_some_and(|note| note.lines().count() == 4));
}

#[test]
fn realms_of_keycloak() {
    let Some(reading) = sample("keycloak/default-tenant-realm.json") else { return };
    let names: Vec<_> = reading.people.iter().map(|p| (p.display_name.as_str(), p.email.as_deref())).collect();
    assert_eq!(
        names,
        [("admin", None), ("Alice In Chains", Some("alice@keycloak.org")), ("John Doe", Some("jdoe@keycloak.org"))]
    );
    let roles: Vec<_> = reading
        .people
        .iter()
        .flat_map(|p| &p.shown)
        .filter(|(name, _)| name == "roles")
        .map(|(_, role)| role.as_str())
        .collect();
    assert_eq!(roles, ["admin", "user", "user", "confidential", "user"]);
    let Some(reading) = sample("keycloak/quickstart-realm-import.json") else { return };
    let found: Vec<_> = reading.people.iter().map(|p| p.key.as_str()).collect();
    assert_eq!((found, reading.skipped), (vec!["alice", "jdoe", "admin"], 1));
    assert!(reading.people.iter().all(|p| p.line > 1));
}

#[test]
fn tickets_of_redmine() {
    for name in ["import_issues", "import_issues_utf8_with_bom", "import_issues_single_quotation"] {
        let Some(reading) = sample(&format!("redmine/{name}.csv")) else { return };
        assert_eq!((reading.family, reading.tickets.len(), reading.refused.len()), (Family::Redmine, 3, 0), "{name}");
        assert!(warning_codes(&reading).contains(&"import.ticket_unnumbered"), "{name}");
    }
    let Some(reading) = sample("redmine/import_dates.csv") else { return };
    let dates: Vec<_> =
        reading.warnings.iter().filter(|w| w.code() == "import.date_unreadable").map(|w| w.place.line).collect();
    assert_eq!((reading.tickets.len(), dates), (3, vec![Some(3), Some(4)]));
}

#[test]
fn users_of_redmine_bring_no_right() {
    let Some(reading) = sample("redmine/import_users.csv") else { return };
    assert_eq!((reading.family, reading.people.len()), (Family::RedmineUsers, 3));
    let locked: Vec<_> = reading
        .people
        .iter()
        .filter(|p| p.shown.iter().any(|(name, _)| name == "disabled"))
        .map(|p| p.key.as_str())
        .collect();
    assert_eq!(locked, ["user2"]);
    assert!(reading.files[0].secret_columns.contains(&"password".to_owned()));
}

#[test]
fn tickets_of_django_helpdesk() {
    let Some(reading) = sample("django-helpdesk/demo.json") else { return };
    assert_eq!((reading.tickets.len(), reading.refused.len(), reading.warnings.len()), (3, 0, 0));
    let ticket = &reading.tickets[1];
    assert_eq!(
        (ticket.number.as_deref(), ticket.queue.as_deref(), ticket.priority.as_deref()),
        (Some("2"), Some("Some Product"), Some("Low"))
    );
    assert!(ticket.created.is_some() && !format!("{reading:?}").contains("pbkdf2"));
}

#[test]
fn cards_of_every_version() {
    for (name, count) in [
        ("ez-vcard/John_Doe_ANDROID", 6),
        ("ez-vcard/John_Doe_MS_OUTLOOK", 1),
        ("ez-vcard/outlook-2003", 1),
        ("ez-vcard/John_Doe_EVOLUTION", 1),
        ("ez-vcard/John_Doe_GMAIL", 1),
        ("ez-vcard/gmail-single2", 1),
        ("ez-vcard/John_Doe_LOTUS_NOTES", 1),
        ("ez-vcard/John_Doe_BLACK_BERRY", 1),
        ("ez-vcard/rfc6350-example", 1),
        ("roundcube/johndoe", 1),
        ("roundcube/thebat", 1),
        ("roundcube/utf-16_sample", 1),
        ("thunderbird/export", 2),
        ("thunderbird/basic_vcard_addressbook", 2),
        ("thunderbird/dos_vcard_addressbook", 1),
        ("thunderbird/emptylines_vcard_addressbook", 2),
    ] {
        let Some(reading) = sample(&format!("vcard/{name}.vcf")) else { return };
        assert_eq!((reading.contacts.len(), &reading.refused), (count, &Vec::new()), "{name}");
        let odd = ["import.line_unreadable"];
        let odd: Vec<_> = warning_codes(&reading).into_iter().filter(|code| odd.contains(code)).collect();
        assert!(odd.is_empty() || name == "thunderbird/export", "{name}: {odd:?}");
    }
}

#[test]
fn what_cards_say() {
    let one = |name: &str| sample(&format!("vcard/{name}.vcf"));
    let Some(android) = one("ez-vcard/John_Doe_ANDROID") else { return };
    let names: Vec<_> = android.contacts.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names[..2], ["john.doe@company.com", "jane.doe@company.com"]);
    assert_eq!(names[5], "ÑÑÑÑ");
    assert_eq!(android.contacts[3].phones.len(), 4);
    let Some(outlook) = one("ez-vcard/outlook-2003") else { return };
    let phones: Vec<_> =
        outlook.contacts[0].phones.iter().map(|(kind, number)| (kind.key(), number.as_str())).collect();
    assert_eq!(
        phones,
        [("work", "BusinessPhone"), ("home", "HomePhone"), ("mobile", "MobilePhone"), ("fax_work", "BusinessFaxPhone")]
    );
    assert_eq!(warning_codes(&outlook).iter().filter(|code| **code == "import.phone_letters").count(), 4);
    let Some(gmail) = one("ez-vcard/gmail-single2") else { return };
    assert_eq!((gmail.contacts[0].phones.len(), gmail.contacts[0].emails.len()), (11, 5));
    let Some(rfc) = one("ez-vcard/rfc6350-example") else { return };
    assert_eq!(rfc.contacts[0].phones[0], (PhoneKind::Work, "+1-418-656-9254 ext 102".to_owned()));
    let Some(evolution) = one("ez-vcard/John_Doe_EVOLUTION") else { return };
    assert_eq!(
        (evolution.contacts[0].emails[0].as_str(), evolution.contacts[0].phones[0].1.as_str()),
        ("john.doe@ibm.com", "905-666-1234")
    );
    let Some(john) = one("roundcube/johndoe") else { return };
    assert_eq!((john.contacts[0].name.as_str(), john.contacts[0].phones[1].0), ("John Doë", PhoneKind::Mobile));
    let Some(bat) = one("roundcube/thebat") else { return };
    assert!(warning_codes(&bat).contains(&"import.encoding_guessed"));
    let Some(wide) = one("roundcube/utf-16_sample") else { return };
    assert_eq!((wide.files[0].encoding, wide.contacts[0].name.as_str()), (Encoding::Utf16Be, "Ǽgean ĽdaMonté"));
    let Some(notes) = one("ez-vcard/John_Doe_LOTUS_NOTES") else { return };
    assert!(notes.contacts[0].phones.contains(&(PhoneKind::FaxWork, "00-1-212-555-7777".to_owned())));
}
