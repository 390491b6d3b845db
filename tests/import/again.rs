//! The same file again, and one that says something else.

use guichet::domain::value::{AccessType, Source, Status};
use guichet::service::import::{ImportOptions, RowKind};
use serde_json::json;

use crate::house::{House, counts, csv, extensions, import, import_with, preview, rows, run, user, users};

const PEOPLE: [(&str, &str, &str); 3] = [
    ("0012", "Éloïse Lefèvre", "eloise@example.org"),
    ("12", "Jean Roy", ""),
    ("200", "Zoé Martin", "zoe@example.org"),
];

#[test]
fn u_02_u_14_u_15_people_of_the_phone_system_come_with_essential_and_no_right() {
    let house = House::new();
    let mut console = house.owner();
    let before = preview(&console, &extensions(&PEOPLE), &ImportOptions::default()).unwrap();
    assert_eq!(users(&console), 0, "a preview writes nothing");
    let receipt = import(&mut console, &extensions(&PEOPLE));
    assert_eq!((receipt.import.counts, receipt.import.rows.len()), (before.counts, 3));
    assert_eq!(receipt.import.counts, counts(|c| c.new = 3));
    let eloise = user(&console, "0012");
    assert_eq!((eloise.display_name.as_str(), eloise.email.as_deref()), ("Éloïse Lefèvre", Some("eloise@example.org")));
    assert_eq!(
        (eloise.source, eloise.status, eloise.access_type),
        (Source::Pbx, Status::Active, AccessType::Essential)
    );
    assert!(eloise.permissions.is_empty() && eloise.role.is_none() && eloise.applications.is_empty());
    assert_eq!(eloise.site.map(|site| site.0), Some(1), "the only site");
    let device = &eloise.devices[0];
    assert_eq!((device.id.as_str(), device.model.as_deref(), device.webrtc), ("PJSIP/0012", Some("pjsip"), false));
    let link = &eloise.feed["freepbx"];
    assert_eq!((link.key.as_str(), &link.last["email"]), ("0012", &json!("eloise@example.org")));
    assert_ne!(eloise.id, user(&console, "12").id, "0012 is not 12");
}

#[test]
fn the_entry_keeps_the_files_by_their_hash() {
    let house = House::new();
    let mut console = house.owner();
    let options = ImportOptions { feed: Some("siège".into()), ..ImportOptions::default() };
    let entry = import_with(&mut console, &extensions(&PEOPLE), &options).unwrap().entry.unwrap();
    let (entry, changes) = console.entry(entry, 0, 10).unwrap();
    assert_eq!((entry.head.kind.as_str(), changes.len()), ("import", 3));
    let commands: serde_json::Value = serde_json::from_str(&entry.head.commands).unwrap();
    assert_eq!((&commands[0]["do"], &commands[0]["feed"]), (&json!("import"), &json!("siège")));
    assert_eq!(commands[0]["files"][0]["name"], "people.csv");
    assert_eq!(commands[0]["files"][0]["sha256"].as_str().unwrap().len(), 64);
    assert_eq!(commands[0]["options"]["complete"], false);
    assert_eq!(console.verify_journal(None, &mut |_| true).unwrap().fault, None);
}

#[test]
fn the_same_people_again_change_nothing_in_any_order() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let head = console.journal_head().unwrap();
    let turned: Vec<_> = PEOPLE.iter().rev().copied().collect();
    let columns = "name,voicemail_email,dial,tech,extension\nÉloïse Lefèvre,eloise@example.org,PJSIP/0012,pjsip,0012\n\
                   Jean Roy,,PJSIP/12,pjsip,12\nZoé Martin,zoe@example.org,PJSIP/200,pjsip,200\n";
    for file in [extensions(&PEOPLE), extensions(&turned), csv(columns)] {
        for options in [ImportOptions::default(), ImportOptions { complete: true, ..ImportOptions::default() }] {
            let receipt = import_with(&mut console, &file, &options).unwrap();
            assert_eq!(receipt.import.counts, counts(|c| c.unchanged = 3));
            assert_eq!((receipt.entry, receipt.import.changes), (None, 0));
        }
    }
    assert_eq!(console.journal_head().unwrap(), head, "no entry");
}

#[test]
fn a_field_edited_by_hand_stays() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    run(
        &mut console,
        r#"{"do":"update_user","user":"200","display_name":"Zoé Martin (accueil)","email":"accueil@example.org"}"#,
    );
    assert_eq!(import(&mut console, &extensions(&PEOPLE)).import.counts, counts(|c| c.unchanged = 3));
    let renamed = [("200", "Zoé Martin-Roy", "zoe.roy@example.org")];
    let receipt = import(&mut console, &extensions(&renamed));
    assert_eq!(receipt.import.counts, counts(|c| c.renamed = 1));
    assert!(rows(&receipt.import)[0].differences.iter().all(|difference| difference.kept));
    let zoe = user(&console, "200");
    assert_eq!(
        (zoe.display_name.as_str(), zoe.email.as_deref()),
        ("Zoé Martin (accueil)", Some("accueil@example.org"))
    );
    assert_eq!(import(&mut console, &extensions(&renamed)).import.counts, counts(|c| c.unchanged = 1));
    // The person's number went to somebody else, whatever the name was made by hand.
    assert_eq!(
        import(&mut console, &extensions(&[("200", "Paul Ky", "")])).import.counts,
        counts(|c| c.reassigned = 1)
    );
}

#[test]
fn what_the_feed_owns_follows_it_and_an_address_is_only_given_to_who_has_none() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let now = "extension,name,tech,dial,voicemail_email,languages_language\n12,Jean ROY,sip,SIP/12,jean@example.org,fr\n\
               200,Zoé Martin,virtual,,other@example.org,\n0012,Éloïse Lefèvre,pjsip,PJSIP/0012,,\n";
    let receipt = import(&mut console, &csv(now));
    assert_eq!(receipt.import.counts, counts(|c| (c.renamed, c.changed, c.unchanged) = (1, 1, 1)));
    let jean = user(&console, "12");
    assert_eq!((jean.display_name.as_str(), jean.email.as_deref()), ("Jean ROY", Some("jean@example.org")));
    assert_eq!((jean.devices[0].id.as_str(), jean.language.as_deref()), ("SIP/12", Some("fr")));
    let zoe = user(&console, "200");
    assert!(zoe.devices.is_empty(), "an empty cell clears what the feed owns");
    assert_eq!(zoe.email.as_deref(), Some("zoe@example.org"));
    assert_eq!(user(&console, "0012").email.as_deref(), Some("eloise@example.org"), "an empty cell clears no address");
    let row = rows(&receipt.import).into_iter().find(|row| row.key == "200").unwrap();
    let kept: Vec<_> = row.differences.iter().map(|d| (&*d.field, d.kept)).collect();
    assert_eq!((row.kind, kept), (RowKind::Changed, vec![("email", true), ("devices", false)]));
    assert_eq!((row.file, row.line), (Some(0), Some(3)));
    assert_eq!(import(&mut console, &csv(now)).import.counts, counts(|c| c.unchanged = 3));
}

#[test]
fn a_column_that_the_file_lacks_leaves_the_store_alone() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&PEOPLE));
    let receipt = import(&mut console, &csv("extension,name,voicemail\n200,Zoé Martin-Roy,novm\n"));
    assert_eq!(receipt.import.counts, counts(|c| c.renamed = 1));
    assert_eq!(user(&console, "200").devices[0].id, "PJSIP/200");
    let receipt = import(&mut console, &extensions(&[("200", "Zoé Martin-Roy", "zoe@example.org")]));
    assert_eq!(receipt.import.counts, counts(|c| c.unchanged = 1), "what it had said of devices was not forgotten");
}

#[test]
fn u_57_u_58_a_softphone_loses_the_device_that_has_gone() {
    let house = House::new();
    let mut console = house.owner();
    let file = |webrtc: &str, dial: &str| {
        csv(&format!(
            "extension,name,tech,dial,webrtc,voicemail_email\n200,Zoé Martin,pjsip,{dial},{webrtc},z@example.org\n"
        ))
    };
    import(&mut console, &file("yes", "PJSIP/200"));
    for command in [
        r#"{"do":"set_access_type","user":"200","value":"professional"}"#,
        r#"{"do":"set_uc_client","user":"200","value":true}"#,
        r#"{"do":"set_crm_addon","user":"200","value":true}"#,
        r#"{"do":"set_softphone","user":"200","client":"desktop","device":"PJSIP/200"}"#,
        r#"{"do":"set_softphone","user":"200","client":"crm","device":"PJSIP/200"}"#,
    ] {
        run(&mut console, command);
    }
    let held = |console: &guichet::service::Console| -> Vec<bool> {
        user(console, "200").softphone.values().map(|client| client.device.is_some()).collect()
    };
    assert_eq!(held(&console), [true, true]);
    let receipt = import(&mut console, &file("no", "PJSIP/200"));
    assert_eq!(held(&console), [true, false], "the CRM client needs a browser");
    let (_, changes) = console.entry(receipt.entry.unwrap(), 0, 100).unwrap();
    let change = changes.iter().find(|change| change.field == "softphone.crm").unwrap();
    assert_eq!(change.cause.as_ref().map(|cause| cause.as_str()), Some("phone_system"));
    import(&mut console, &file("no", "PJSIP/201"));
    assert_eq!(held(&console), [false, false]);
}

#[test]
fn u_12_an_address_of_somebody_else_is_shown_and_nobody_is_merged() {
    let house = House::new();
    let mut console = house.owner();
    run(&mut console, r#"{"do":"create_user","display_name":"Zoé","email":"Zoe@example.org","site":"mtl"}"#);
    let receipt = import(&mut console, &extensions(&PEOPLE));
    let warnings: Vec<_> = receipt.import.warnings.iter().map(|w| (w.code(), w.place.line)).collect();
    assert_eq!(warnings, [("import.email_taken", Some(4))]);
    assert_eq!(users(&console), 4);
}
