use super::*;

fn set() -> Reading {
    let names = ["pjsip.conf", "voicemail.conf", "queues.conf", "extensions.conf"];
    read_all(&names.map(fixture)).unwrap()
}

#[test]
fn a_person_is_merged_from_their_sections_and_files() {
    let reading = set();
    assert_eq!(keys(&reading), ["3001", "3002", "3004"]);
    let ada = &reading.users[0];
    assert_eq!(ada.display_name, "Ada Byron");
    assert_eq!(ada.email.as_deref(), Some("ada@example.org"));
    assert_eq!(ada.extension.as_deref(), Some("3001"));
    assert_eq!(ada.groups_proposed, ["1", "2"]);
    let devices: Vec<_> = ada.devices.iter().map(|d| (d.id.as_str(), d.mac.as_deref(), d.webrtc)).collect();
    assert_eq!(devices, [("PJSIP/3001", Some("00:19:15:9B:F7:71"), false), ("PJSIP/ada-browser", None, true)]);
    assert_eq!(ada.queues, ["sales", "support"]);
    assert_eq!(reading.users[1].queues, ["sales"]);
    assert_eq!(reading.users[1].display_name, "3002", "the mailbox it names is not there");
    assert_eq!(reading.users[2].email.as_deref(), Some("four@example.org"), "its number, and nobody names it");
}

#[test]
fn what_is_not_imported_is_said() {
    let reading = set();
    let said: Vec<_> = reading
        .warnings
        .iter()
        .map(|warning| {
            (reading.files[warning.place.file].name.as_str(), warning.place.line.unwrap_or(0), warning.code())
        })
        .collect();
    for expected in [
        ("pjsip.conf", 3, "import.include_not_read"),
        ("pjsip.conf", 4, "import.exec_not_run"),
        ("pjsip.conf", 54, "import.section_doubtful"),
        ("pjsip.conf", 61, "import.trunk_skipped"),
        ("pjsip.conf", 32, "import.mailbox_not_found"),
        ("pjsip.conf", 32, "import.name_from_section"),
        ("pjsip.conf", 75, "import.append_missing"),
        ("pjsip.conf", 77, "import.template_missing"),
        ("voicemail.conf", 9, "import.mailbox_unlinked"),
        ("queues.conf", 3, "import.queue_member_unknown"),
        ("extensions.conf", 0, "import.dialplan_not_read"),
    ] {
        assert!(said.contains(&expected), "{expected:?} of {said:#?}");
    }
    assert_eq!(said.len(), 11, "{said:#?}");
    assert!(reading.refused.is_empty());
}

#[test]
fn the_order_of_the_files_changes_no_user() {
    let mut names = ["pjsip.conf", "voicemail.conf", "queues.conf", "extensions.conf"];
    names.reverse();
    let mut users = read_all(&names.map(fixture)).unwrap().users;
    users.iter_mut().for_each(|user| user.file = 0);
    assert_eq!(users, set().users);
}

#[test]
fn older_drivers_are_read_too() {
    let reading = read_all(&["sip.conf", "users.conf"].map(fixture)).unwrap();
    assert_eq!(keys(&reading), ["4001", "4002", "4003"]);
    let [grace, alan, mary] = &reading.users[..] else { panic!() };
    assert_eq!((grace.display_name.as_str(), grace.email.as_deref()), ("Grace", Some("grace@example.org")));
    assert_eq!(grace.groups_proposed, ["4"]);
    assert!(grace.devices[0].webrtc && alan.devices[0].webrtc);
    assert_eq!((alan.display_name.as_str(), alan.devices[0].id.as_str()), ("Alan", "SIP/4002"));
    let devices: Vec<_> = mary.devices.iter().map(|d| (d.id.as_str(), d.mac.as_deref())).collect();
    let mac = Some("00:19:15:9B:F7:72");
    assert_eq!(devices, [("SIP/4003", mac), ("IAX2/4003", mac)]);
    assert_eq!(mary.email.as_deref(), Some("mary@example.org"));
    assert_eq!(refusals(&reading), [(21, "import.key_duplicate")]);
}

#[test]
fn mailboxes_alone_are_users_kept_apart_by_context() {
    let reading = read_text("[a]\n12 => 1,Ada,ada@example.org\n13 => 1,Bea\n[b]\n12 => 1,Cid,ADA@example.org\n");
    assert_eq!(keys(&reading), ["12@a", "13@a", "12@b"]);
    let extensions: Vec<_> = reading.users.iter().map(|user| user.extension.as_deref()).collect();
    assert_eq!(extensions, [None, Some("13"), None]);
    assert!(warning_codes(&reading).contains(&"import.email_shared"));
}

#[test]
fn a_wizard_makes_a_telephone_or_a_trunk() {
    let reading = read_text(
        "[5001]\ntype = wizard\naccepts_registrations = yes\nendpoint/callerid = Eva <5001>\naor/mailboxes = 5001@x\n\
         inbound_auth/username = 0019159BF771\ninbound_auth/password = hush\n\
         [out]\ntype = wizard\nsends_registrations = yes\nremote_hosts = sip.example.org\n",
    );
    assert_eq!(keys(&reading), ["5001"]);
    assert_eq!(reading.users[0].display_name, "Eva");
    assert_eq!(reading.users[0].devices[0].mac.as_deref(), Some("00:19:15:9B:F7:71"));
    assert_eq!(warning_codes(&reading), ["import.trunk_skipped"]);
}

#[test]
fn one_caller_id_for_two_names_sets_one_extension() {
    let reading = read_text(
        "[one]\ntype=friend\nhost=dynamic\ncallerid=Ada <60>\n[two]\ntype=friend\nhost=dynamic\ncallerid=Bea <60>\n",
    );
    let extensions: Vec<_> = reading.users.iter().map(|user| user.extension.as_deref()).collect();
    assert_eq!(extensions, [Some("60"), None]);
    assert_eq!(warning_codes(&reading), ["import.extension_shared"]);
}

#[test]
fn s71_a_value_that_would_act_on_a_terminal_refuses_its_record() {
    let reading = read_text("[70]\ntype=endpoint\nauth=70\ncallerid = A\x1B[2J <70>\n[71]\ntype=endpoint\nauth=71\n");
    assert_eq!(keys(&reading), ["71"]);
    assert_eq!(refusals(&reading), [(1, "import.control_character")]);
}
