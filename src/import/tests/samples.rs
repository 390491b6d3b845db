//! Real files of other systems, read where they are at hand; nothing of them is in the tree.

use std::path::PathBuf;

use super::*;

/// Reads files of the sample folder beside the repository, or says that they are absent.
pub(super) fn samples(names: &[&str]) -> Option<Vec<SourceFile>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    let read = |name: &&str| {
        let bytes = std::fs::read(folder.join(name)).ok()?;
        Some(SourceFile::new(*name, bytes))
    };
    let files: Option<Vec<SourceFile>> = names.iter().map(read).collect();
    if files.is_none() {
        println!("skipped: {names:?} not found in {}", folder.display());
    }
    files
}

pub(super) fn sample(name: &str) -> Option<Reading> {
    samples(&[name]).map(|files| read_all(&files).unwrap())
}

fn pbx() -> Option<Reading> {
    let names = ["pjsip.conf", "voicemail.conf", "queues.conf", "extensions.conf"]
        .map(|name| format!("asterisk/basic-pbx/{name}"));
    samples(&names.each_ref().map(String::as_str)).map(|files| read_all(&files).unwrap())
}

#[test]
fn five_hundred_extensions() {
    let Some(reading) = sample("freepbx/bulk13ext-500.csv") else { return };
    assert_eq!((reading.users.len(), reading.refused.len(), reading.warnings.len()), (501, 0, 0));
    assert_eq!((reading.users[0].key.as_str(), reading.users[500].key.as_str()), ("200", "700"));
    assert!(
        reading
            .users
            .iter()
            .all(|u| u.email.is_none() && u.devices.len() == 1 && u.devices[0].id.starts_with("PJSIP/"))
    );
    assert_eq!(reading.users.iter().filter(|user| user.display_name == "Xander Runolfsson").count(), 2);
}

#[test]
fn browsers_are_known_by_four_settings() {
    let Some(reading) = sample("freepbx/extensions-v16-webrtc.csv") else { return };
    assert_eq!((reading.users.len(), reading.skipped, reading.refused.len()), (4, 2, 0));
    let devices: Vec<_> = reading.users.iter().flat_map(|user| &user.devices).collect();
    assert_eq!(devices.len(), 4);
    let browsers: Vec<_> = devices.iter().filter(|d| d.webrtc).map(|d| d.id.as_str()).collect();
    assert_eq!(browsers, ["PJSIP/7100", "PJSIP/7200"]);
}

#[test]
fn upper_case_header() {
    let Some(reading) = sample("freepbx/extensions-utest-uppercase.csv") else { return };
    assert_eq!(keys(&reading), ["5000", "5001", "5002", "5003", "5999"]);
    assert!(reading.users.iter().all(|u| u.devices.len() == 1 && u.devices[0].tech == "sip" && !u.devices[0].webrtc));
}

#[test]
fn empty_column_names_and_a_row_without_extension() {
    let Some(reading) = sample("freepbx/bulkhandler-sample.csv") else { return };
    assert_eq!(keys(&reading), ["146", "818"]);
    assert_eq!(refusals(&reading), [(4, "import.extension_missing")]);
    let emails: Vec<_> = reading.users.iter().filter_map(|user| user.email.as_deref()).collect();
    assert_eq!(emails, ["itdirector@example.com", "john.doe@example.com"]);
}

#[test]
fn rows_longer_than_their_header() {
    let Some(reading) = sample("freepbx/bulk-extension-sample.csv") else { return };
    assert_eq!(keys(&reading), ["416", "808"]);
    let extra: Vec<_> =
        reading.warnings.iter().filter(|w| w.code() == "import.fields_joined").map(Warning::args).collect();
    assert_eq!(extra.len(), 2);
    assert!(extra.iter().all(|args| args.contains(&("extra", "3".to_owned()))));
    assert_eq!(warning_codes(&reading).iter().filter(|code| **code == "import.header_duplicate").count(), 2);
    assert!(reading.files[0].secret_columns.contains(&"voicmail_vmpwd".to_owned()));
}

#[test]
fn a_whole_small_exchange() {
    let Some(reading) = pbx() else { return };
    let expected: Vec<String> = (1101..=1115).map(|number| number.to_string()).collect();
    let mut found = keys(&reading);
    found.sort_unstable();
    assert_eq!(found, expected);
    assert!(reading.refused.is_empty() && reading.users.iter().all(|user| user.email.is_none()));
    assert_eq!(reading.skipped, 10);
    let user = |key: &str| reading.users.iter().find(|user| user.key == key).unwrap();
    assert_eq!(user("1107").display_name, "Lindsey Freddie");
    assert_eq!(user("1107").devices[0].id, "PJSIP/1107");
    assert_eq!(user("1107").devices[0].mac.as_deref(), Some("00:19:15:9B:F7:71"));
    assert_eq!(user("1102").display_name, "Tommie Briar");
    for (queue, agents) in [("sales", ["1109", "1105", "1112"]), ("customer_advocate", ["1101", "1115", "1102"])] {
        assert!(agents.iter().all(|agent| user(agent).queues == [queue]), "{queue}");
    }
    assert_eq!(reading.users.iter().filter(|user| !user.queues.is_empty()).count(), 6);
    let missing: Vec<_> = reading.warnings.iter().filter(|w| w.code() == "import.mailbox_not_found").collect();
    let [missing] = &missing[..] else { panic!("{missing:?}") };
    let args = missing.args();
    assert!(args.contains(&("mailbox", "103".to_owned())) && args.contains(&("user", "1103".to_owned())));
    assert!(warning_codes(&reading).contains(&"import.dialplan_not_read"));
}

#[test]
fn configuration_without_live_users() {
    for name in ["asterisk/samples-18/users.conf", "asterisk/samples-18/sip.conf"] {
        let Some(reading) = sample(name) else { return };
        assert!(reading.users.is_empty() && reading.refused.is_empty(), "{name}");
        assert_eq!(warning_codes(&reading), ["import.no_live_user"], "{name}");
    }
}

#[test]
fn one_mailbox_number_in_two_contexts() {
    let Some(reading) = sample("asterisk/samples-23/voicemail.conf") else { return };
    assert_eq!(keys(&reading), ["1234@default", "1234@other"]);
    assert!(warning_codes(&reading).contains(&"import.email_shared"));
}

#[test]
fn contacts_of_mail_programs() {
    for (name, format, count) in [
        ("roundcube/gmail.csv", "google-contacts", 1),
        ("roundcube/all.csv", "outlook-contacts", 1),
        ("roundcube/outlook.csv", "outlook-contacts", 1),
        ("roundcube/tb_plain.csv", "thunderbird-contacts", 1),
        ("thunderbird/basic_csv_addressbook.csv", "thunderbird-contacts", 2),
        ("thunderbird/export.csv", "thunderbird-contacts", 2),
        ("thunderbird/quote.csv", "thunderbird-contacts", 1),
        ("thunderbird/csv_semicolon.csv", "thunderbird-contacts", 2),
        ("thunderbird/utf16_addressbook.csv", "thunderbird-contacts", 1),
    ] {
        let Some(reading) = sample(&format!("contacts-csv/{name}")) else { return };
        assert_eq!((reading.files[0].format, reading.contacts.len()), (format, count), "{name}");
        assert!(reading.refused.is_empty(), "{name}: {:?}", reading.refused);
    }
    let Some(gmail) = sample("contacts-csv/roundcube/gmail.csv") else { return };
    let contact = &gmail.contacts[0];
    assert_eq!((contact.phones.len(), contact.emails.len()), (7, 4));
    assert_eq!(contact.groups, ["Test"]);
    assert_eq!(contact.emails[0], "home@aaa.pl");
    let Some(outlook) = sample("contacts-csv/roundcube/outlook.csv") else { return };
    assert_eq!(outlook.contacts[0].name, "test1@domain.tld");
}

#[test]
fn files_without_a_known_header_are_refused() {
    for (name, code) in [
        ("contacts-csv/thunderbird/csv_no_header.csv", "import.header_unknown"),
        ("contacts-csv/thunderbird/tab_comma_mixed.csv", "import.header_unknown"),
        ("unknown/dial-list.csv", "import.header_unknown"),
        ("redmine/unclosed_quoted_field.csv", "import.quote_unterminated"),
        ("redmine/import_iso8859-1.csv", "import.header_unknown"),
        ("redmine/import_crlf_with_newline_in_quoted_header.csv", "import.header_unknown"),
    ] {
        let Some(files) = samples(&[name]) else { return };
        assert_eq!(read_all(&files).unwrap_err().code(), code, "{name}");
    }
}

#[test]
fn no_known_secret_survives_the_reading() {
    let mut readings: Vec<Reading> = [
        "freepbx/bulk13ext-500.csv",
        "freepbx/extensions-v16-webrtc.csv",
        "freepbx/extensions-utest-uppercase.csv",
        "freepbx/bulkhandler-sample.csv",
        "freepbx/bulk-extension-sample.csv",
        "asterisk/samples-18/users.conf",
        "asterisk/samples-23/voicemail.conf",
    ]
    .iter()
    .filter_map(|name| sample(name))
    .collect();
    readings.extend(pbx());
    let needles = [
        "opensesame00!",
        "4webrEtHupHewu4",
        "a35fe7f7fe8217b4369a0af4244d1fca",
        "terces",
        "12341234",
        "d69d2acb5ef8b2691c840c33220fa4d6",
        "sPeFaChe7ruxarE",
        "0717",
        "7484",
        "4242",
        "5678,",
    ];
    for reading in readings {
        let shown = format!("{:?}", Reading { files: Vec::new(), ..reading });
        for needle in needles {
            assert!(!shown.contains(needle), "{needle}");
        }
    }
}
