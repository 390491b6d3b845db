use super::*;

#[test]
fn rows_become_users_by_column_name() {
    let reading = read_all(&[fixture("freepbx.csv")]).unwrap();
    assert_eq!(reading.family.key(), "freepbx");
    assert_eq!(keys(&reading), ["0012", "12", "14", "16"]);
    let user = &reading.users[0];
    assert_eq!((user.line, user.display_name.as_str()), (2, "Éloïse Lefèvre"));
    assert_eq!(user.email.as_deref(), Some("Eloise@example.org"));
    assert_eq!(user.language.as_deref(), Some("fr"));
    assert_eq!(user.groups_proposed, ["2", "3"]);
    assert_eq!(user.mobiles_proposed, ["0601020304"]);
    assert_eq!(user.mobile, None, "a mobile is never set silently");
    assert_eq!(user.shown, [("outboundcid".to_owned(), "\"Éloïse\" <0123456789>".to_owned())]);
    assert!(user.columns.has(Field::Email) && !user.columns.has(Field::Queues));
    assert_eq!(reading.users[1].shown, [("callerid".to_owned(), "Douze <12>".to_owned())]);
    assert_eq!(reading.users[2].display_name, "Only a description");
}

#[test]
fn devices_follow_tech_dial_and_the_browser_rule() {
    let reading = read_all(&[fixture("freepbx.csv")]).unwrap();
    let devices: Vec<Vec<_>> = reading
        .users
        .iter()
        .map(|user| user.devices.iter().map(|d| (d.id.as_str(), d.tech.as_str(), d.webrtc)).collect())
        .collect();
    let expected: [&[_]; 4] = [
        &[("PJSIP/0012", "pjsip", true)],
        &[("SIP/12", "sip", false), ("SIP/13", "sip", false)],
        &[],
        &[("CUSTOM/16", "custom", true)],
    ];
    assert_eq!(devices, expected);
}

#[test]
fn bad_rows_are_refused_by_line_and_reason() {
    let reading = read_all(&[fixture("freepbx.csv")]).unwrap();
    assert_eq!(
        refusals(&reading),
        [
            (6, "import.extension_missing"),
            (7, "import.name_missing"),
            (8, "import.key_duplicate"),
            (10, "import.extension_scientific"),
            (11, "import.extension_feature_code"),
        ]
    );
    let duplicate = &reading.refused[2].args();
    assert!(duplicate.contains(&("line", "8".to_owned())) && duplicate.contains(&("first_line", "3".to_owned())));
    assert_eq!(reading.skipped, 1);
}

#[test]
fn oddities_are_warned_about() {
    let reading = read_all(&[fixture("freepbx.csv")]).unwrap();
    let mut codes = warning_codes(&reading);
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "import.email_not_an_address",
            "import.email_shared",
            "import.email_unusable",
            "import.emails_several",
            "import.header_duplicate",
            "import.name_formula",
            "import.tech_unknown",
        ]
    );
}

#[test]
fn the_report_names_what_was_left_out() {
    let reading = read_all(&[fixture("freepbx.csv")]).unwrap();
    let report = &reading.files[0];
    assert_eq!((report.format, report.delimiter, report.records), ("freepbx-extensions", Some(b','), 9));
    assert_eq!(report.secret_columns, ["password", "secret", "voicemail_vmpwd", "secret"]);
    assert_eq!(report.ignored_columns, ["ringtimer"]);
    assert_eq!((report.encoding, report.encoding_guessed), (Encoding::Utf8, false));
}

#[test]
fn shifted_rows_are_refused_without_quoting_anything() {
    let reading = read_all(&[fixture("freepbx-shifted.csv")]).unwrap();
    assert_eq!(keys(&reading), ["20", "23", "24"]);
    let shifted = "import.row_shifted";
    assert_eq!(refusals(&reading), [(3, shifted), (4, shifted), (7, shifted)]);
    let joined: Vec<_> = reading.warnings.iter().map(|w| (w.code(), w.args())).collect();
    assert_eq!(joined, [("import.fields_joined", vec![("line", "5".to_owned()), ("extra", "2".to_owned())])]);
}

#[test]
fn an_absent_column_is_not_an_empty_one() {
    let reading = read_text("extension,name,tech\n200,Ada,pjsip\n");
    let columns = reading.users[0].columns;
    assert!(columns.has(Field::Devices) && !columns.has(Field::Email) && !columns.has(Field::Language));
}

#[test]
fn column_order_changes_nothing() {
    let one = read_text("extension,name,tech,secret\n200,Ada,pjsip,x\n").users;
    let other = read_text("secret;tech;name;extension\nx;pjsip;Ada;200\n").users;
    assert_eq!(one, other);
}

#[test]
fn the_encoding_of_the_file_changes_nothing() {
    let text = "extension,name,tech\n200,Éloïse l\u{2019}Œuvre Ÿ,pjsip\n201,E\u{301}loi\u{308}se,pjsip\n";
    let expected = read_text(text).users;
    assert_eq!(expected[1].display_name, "Éloïse");
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    for bytes in [format!("\u{FEFF}{text}").into_bytes(), wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        assert_eq!(read_text(bytes).users, expected);
    }
    let composed = text.replace("E\u{301}loi\u{308}se", "Éloïse");
    let ansi = encoding_rs::WINDOWS_1252.encode(&composed).0.into_owned();
    let reading = read_text(ansi);
    assert_eq!(reading.users, expected);
    assert!(reading.files[0].encoding_guessed);
}
