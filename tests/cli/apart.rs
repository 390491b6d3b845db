//! What goes with no subcommand in particular: the terminal, the kiosk, data on its way out.

use super::place::{AMELIE, Place};

#[test]
fn s_89_the_console_needs_a_terminal() {
    let place = Place::new();
    assert_eq!(place.run(&["--json"]).error(2)["code"], "usage.no_terminal");
    assert_eq!(place.run(&[]).out, "");
}

#[test]
fn s_80_data_never_reaches_the_output_raw() {
    let place = Place::new();
    place.apply(AMELIE);
    // The program would refuse such a name; whoever writes the file may not.
    place
        .raw()
        .execute("UPDATE user SET display_name = 'A' || char(27) || '[31m' || char(155) || char(8238)", [])
        .unwrap();
    let arg = "\u{1b}]0;x\u{7}";
    for args in [
        &["list", "users"][..],
        &["show", "user", "amelie.roy@example.ca"],
        &["show", "user", arg],
        &["list", "users", "--sort", arg],
        &["list", arg],
        &["show", "user", "amelie.roy@example.ca", arg],
        &["why", "user", "amelie.roy@example.ca", arg],
        &["who", "web_access"],
        &["list", "journal", "--filter", arg],
    ] {
        for args in [args.to_vec(), [args, &["--json"]].concat()] {
            let said = place.marie(&args);
            let unsafe_char = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            assert!(
                !said.out.contains(unsafe_char) && !said.err.contains(unsafe_char),
                "{args:?}: {} {}",
                said.out,
                said.err
            );
        }
    }
    let users = place.marie(&["list", "users", "--json"]).json();
    assert_eq!(users[0]["display_name"], "A\u{1b}[31m\u{9b}\u{202e}", "JSON gives the very same text");
}

#[test]
fn the_kiosk_takes_nothing_from_the_client() {
    let place = Place::new();
    let run = |command: &str| {
        let output = place.program(&["--kiosk", "--json"]).env("SSH_ORIGINAL_COMMAND", command).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, err) = run("cat /etc/passwd");
    assert!(code == Some(3) && err.contains("kiosk.command"), "{err}");
    assert_eq!(run("").0, Some(2), "no command: the console, which needs a terminal");
    assert_eq!(place.run(&["--kiosk", "demo", "--json"]).error(3)["code"], "kiosk.not_here");
    assert_eq!(
        place.run(&["--kiosk", "list", "users", "--as", "marie", "--json"]).error(2)["code"],
        "usage.kiosk_store",
        "S-97"
    );
}

#[test]
fn the_program_says_what_it_is() {
    let place = Place::bare();
    assert!(place.run(&["completions", "bash"]).out.contains("guichet"));
    assert!(place.run(&["man"]).out.starts_with(".ie"));
    assert_eq!(place.run(&["about", "--json"]).json()["version"], env!("CARGO_PKG_VERSION"));
    assert!(place.run(&["--version"]).out.starts_with("guichet "));
}

#[test]
fn nobody_is_signed_in_at_a_console() {
    let place = Place::new();
    assert_eq!(place.marie(&["sessions", "--json"]).json(), serde_json::json!([]));
    let mut console = place.console("marie");
    console.begin_session().unwrap();
    let sessions = place.marie(&["sessions", "--json"]).json();
    assert_eq!(sessions[0]["admin"], "marie");
    let keys: Vec<&String> = sessions[0].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["id", "admin", "peer", "started_at", "last_seen_at"]);
}
