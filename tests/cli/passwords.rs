//! Signing in from the command line, and temporary passwords.

use super::place::{PASSWORD, Place};

#[test]
fn s_15_a_temporary_password_is_shown_once_and_has_to_be_changed_first() {
    let place = Place::new();
    let create = r#"{"do":"create_admin","username":"lea.roy","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","sites":["mtl"]}"#;
    let give = r#"{"do":"set_admin_resource","admin":"lea.roy","resource":"users","value":"view"}"#;
    let applied = place.apply(&format!("{create}\n{give}"));
    let answer = &applied["answers"][0];
    assert_eq!((answer["command"].as_u64(), answer["admin"].as_str()), (Some(1), Some("lea.roy")));
    let temporary = answer["temporary_password"].as_str().unwrap().to_owned();
    let entry = place.marie(&["show", "journal", "3", "--json"]);
    assert!(!entry.out.contains(&temporary), "never in the journal");

    let new = place.file("new", "une phrase que personne ne devine");
    let new = new.to_str().unwrap();
    let given = place.file("password", &temporary);
    assert_eq!(place.run_as("lea.roy", &["list", "users", "--json"]).error(7)["code"], "sign_in.must_change");
    assert_eq!(
        place.run_as("lea.roy", &["passwd", "--new-password-file", given.to_str().unwrap(), "--json"]).error(4)["code"],
        "password.same"
    );
    assert_eq!(place.run_as("lea.roy", &["passwd", "--new-password-file", new]).code, 0);
    assert_eq!(place.run_as("lea.roy", &["list", "users", "--json"]).error(7)["code"], "sign_in.refused");
    place.file("password", "une phrase que personne ne devine\r\n");
    assert_eq!(place.run_as("lea.roy", &["list", "users", "--json"]).json(), serde_json::json!([]));
    place.assert_sound();
}

#[test]
fn s_12_one_answer_for_every_failure() {
    let place = Place::new();
    place.file("password", "wrong");
    let known = place.marie(&["list", "users"]);
    let unknown = place.run_as("nobody", &["list", "users"]);
    assert_eq!((known.code, &known.err), (7, &unknown.err));
    assert_eq!(unknown.code, 7);
    place.file("password", PASSWORD);
    assert_eq!(place.marie(&["list", "users"]).code, 0, "a second is waited for (S-13)");
    let entries = place.marie(&["list", "journal", "--json"]).json();
    assert_eq!(entries[0]["result"], "sign_in.refused");
    assert!(!entries.to_string().contains("nobody"), "unknown names are never kept (S-14)");
}

#[test]
fn whoever_cannot_be_asked_is_told_what_to_name() {
    let place = Place::new();
    assert_eq!(place.run(&["list", "users", "--json"]).error(2)["code"], "usage.who");
    let missing = place.run(&["list", "users", "--json", "--as", "marie", "--password-file", "/nonexistent"]);
    assert_eq!(missing.error(4)["code"], "file.unreadable");
}
