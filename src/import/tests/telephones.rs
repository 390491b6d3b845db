//! Users of the telephone systems that export a table or a directory of their own.

use super::*;

fn read_fixture(name: &str) -> Reading {
    read_all(&[fixture(name)]).unwrap()
}

fn shown<'u>(user: &'u UserRecord, column: &str) -> Vec<&'u str> {
    user.shown.iter().filter(|(name, _)| name == column).map(|(_, value)| value.as_str()).collect()
}

#[test]
fn wazo_knows_browsers_and_people_without_telephone() {
    let reading = read_fixture("wazo.csv");
    assert_eq!((reading.family, keys(&reading)), (Family::Wazo, vec!["aa-1", "aa-2", "aa-3"]));
    let [eloise, jean, bare] = &reading.users[..] else { panic!("{reading:#?}") };
    assert_eq!((eloise.display_name.as_str(), eloise.first_name.as_deref()), ("Éloïse Lefèvre", Some("Éloïse")));
    assert_eq!((eloise.mobile.as_deref(), eloise.language.as_deref()), (Some("0601020304"), Some("fr_FR")));
    assert_eq!((eloise.devices[0].id.as_str(), eloise.devices[0].webrtc), ("SIP/1001", true));
    assert_eq!(
        (shown(eloise, "call_permissions"), shown(eloise, "userfield")),
        (vec!["international;mobiles"], vec!["Accueil"])
    );
    assert_eq!((jean.email.as_deref(), jean.disabled, jean.devices[0].webrtc), (Some("jean@example.org"), true, false));
    assert_eq!((&bare.extension, bare.devices.len()), (&None, 0));
    assert_eq!(refusals(&reading), [(5, "import.name_missing")]);
    assert_eq!(
        reading.files[0].secret_columns,
        ["password", "sip_username", "sip_secret", "voicemail_password", "provisioning_code"]
    );
}

#[test]
fn the_rights_of_3cx_are_shown_and_the_shared_address_is_flagged() {
    let reading = read_fixture("3cx.csv");
    assert_eq!((reading.family, keys(&reading)), (Family::ThreeCx, vec!["100", "101"]));
    let [ada, desk] = &reading.users[..] else { panic!("{reading:#?}") };
    assert_eq!((ada.disabled, desk.disabled, desk.display_name.as_str()), (false, true, "Réception"));
    let device = &ada.devices[0];
    assert_eq!((device.mac.as_deref(), device.tech.as_str()), (Some("00:19:15:9B:F7:71"), "Yealink T46S"));
    assert_eq!((shown(ada, "managementaccess"), shown(ada, "canseerecordings").len()), (vec!["1"], 0));
    assert_eq!(warning_codes(&reading), ["import.email_shared"]);
}

#[test]
fn switchvox_and_fusionpbx_are_read_by_name() {
    let reading = read_fixture("switchvox.csv");
    assert_eq!(keys(&reading), ["300", "301"]);
    assert_eq!(
        (reading.users[0].position.as_deref(), shown(&reading.users[0], "location")),
        (Some("Directrice"), vec!["Montréal"])
    );
    assert_eq!(refusals(&reading), [(4, "import.row_shifted")]);
    let reading = read_fixture("fusionpbx.csv");
    let found: Vec<_> = reading
        .users
        .iter()
        .map(|u| (u.key.as_str(), u.extension.as_deref(), u.display_name.as_str(), u.disabled))
        .collect();
    assert_eq!(found, [("uu-1", Some("400"), "Ada Byron", false), ("uu-2", Some("401"), "Bruno", true)]);
    assert_eq!(reading.users[0].groups_proposed, ["ventes", "accueil"]);
}

#[test]
fn the_older_module_of_freepbx_deletes_nobody() {
    let reading = read_fixture("bulkext.csv");
    assert_eq!((reading.family, keys(&reading), reading.skipped), (Family::Freepbx, vec!["500"], 2));
    assert_eq!(reading.users[0].email.as_deref(), Some("ada@example.org"));
    assert_eq!(reading.users[0].devices[0].id, "SIP/500");
    assert_eq!(warning_codes(&reading), ["import.marked_for_deletion"]);
}

#[test]
fn freeswitch_reads_nothing_of_gateways_and_follows_nothing() {
    let reading = read_fixture("freeswitch/domain.xml");
    let [user] = &reading.users[..] else { panic!("{reading:#?}") };
    assert_eq!(
        (user.key.as_str(), user.display_name.as_str(), user.line),
        ("1001@maison.example.org", "Éloïse & Co", 16)
    );
    assert_eq!((user.email.as_deref(), user.devices[0].webrtc), (Some("eloise@example.org"), true));
    assert_eq!(user.groups_proposed, ["ventes", "default", "nuit"]);
    let mut codes = warning_codes(&reading);
    codes.sort_unstable();
    assert_eq!(codes, ["import.exec_not_run", "import.include_not_read", "import.pointers_unknown"]);
    assert_eq!(reading.files[0].secret_columns, ["password"]);
}

#[test]
fn bulk_sheets_hold_people_and_templates() {
    let reading = read_fixture("broadworks.csv");
    assert_eq!((keys(&reading), reading.skipped), (vec!["eloise@maison"], 1));
    assert_eq!(reading.users[0].extension.as_deref(), Some("0012"));
}
