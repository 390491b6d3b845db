//! Commands from a file or a pipe: one transaction, one entry, and taken back again.

use super::place::{AMELIE, Place};

const LEVEL: &str = r#"{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"reports"}"#;
const LOCKED: &str =
    r#"{"do":"set_permission","user":"amelie.roy@example.ca","permission":"webhooks_administrator","value":true}"#;

#[test]
fn a_batch_is_applied_told_and_idempotent() {
    let place = Place::new();
    let said = place.apply_as("marie", &format!("{AMELIE}\n\n{LEVEL}\n"), &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("Amélie Roy: user created"), "{}", said.out);
    assert!(said.out.trim_end().ends_with("Applied as entry #3."), "{}", said.out);

    let again = place.apply(LEVEL);
    assert_eq!(again, serde_json::json!({"applied": null, "changes": []}));
    assert!(place.head().starts_with("3:"), "nothing was written");
    place.assert_sound();
}

#[test]
fn what_comes_by_itself_has_its_cause() {
    let place = Place::new();
    place.apply(AMELIE);
    let plan = place.apply_as("marie", LEVEL, &["--dry-run", "--json"]).json();
    let applied = place.apply(LEVEL);
    assert_eq!(plan["plan"], applied["changes"], "a dry run shows the plan that is applied");
    let web = applied["changes"].as_array().unwrap().iter().find(|c| c["field"] == "permissions.web_access").unwrap();
    assert_eq!((web["before"].clone(), web["after"].clone()), (false.into(), true.into()));
    assert_eq!((web["cause"].as_str(), web["id"].as_str()), (Some("supervisor_level"), Some("user:1")));
    assert_eq!((web["kind"].as_str(), web["name"].as_str()), (Some("user"), Some("Amélie Roy")));
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = Place::new();
    let before = place.head();
    let said = place.apply_as("marie", AMELIE, &["--dry-run"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("Amélie Roy") && said.out.contains("Dry run"), "{}", said.out);
    assert_eq!(place.marie(&["list", "users", "--json"]).json(), serde_json::json!([]));
    assert_eq!(place.head(), before);
}

#[test]
fn u_41_a_permission_without_web_access_is_refused_with_the_same_sentence_everywhere() {
    let place = Place::new();
    place.apply(AMELIE);
    let error = place.apply_as("marie", &format!("\n{LOCKED}"), &["--json"]).error(4);
    assert_eq!(error["code"], "user.web_access_required");
    assert_eq!((error["field"].as_str(), error["line"].as_u64()), (Some("permission"), Some(2)));
    let sentence = error["message"].as_str().unwrap();
    assert!(sentence.contains("needs Web access"), "{sentence}");
    let plain = place.apply_as("marie", &format!("\n{LOCKED}"), &[]);
    assert_eq!(plain.code, 4);
    assert!(plain.err.contains(sentence), "{}", plain.err);
    let dry = place.apply_as("marie", LOCKED, &["--dry-run", "--json"]).error(4);
    assert_eq!(dry["message"], error["message"]);
    let why = place.marie(&["why", "user", "amelie.roy@example.ca", "webhooks_administrator", "--json"]).json();
    assert_eq!(
        (why["state"].as_str(), why["reason"]["code"].as_str()),
        (Some("locked"), Some("user.web_access_required"))
    );
    assert_eq!(why["reason"]["message"], error["message"]);
    let french = place.apply_as("marie", LOCKED, &["--json", "--lang", "fr"]).error(4);
    assert_ne!(french["message"], error["message"]);
    assert_eq!(french["code"], error["code"]);
}

#[test]
fn one_bad_line_refuses_the_whole_batch() {
    let place = Place::new();
    for (bad, exit, code) in [
        ("not json", 4, "command.not_json"),
        (r#"{"do":"make_coffee"}"#, 4, "command.unknown"),
        (r#"{"do":"import"}"#, 4, "command.unknown"),
        (r#"{"do":"set_uc_client","user":"nobody","value":true}"#, 5, "record.not_found"),
        (r#"{"do":"create_user","display_name":" "}"#, 4, "field.required"),
        (r#"{"do":"delete_site","site":"mtl"}"#, 4, "record.hangs_on"),
    ] {
        let error = place.apply_as("marie", &format!("{AMELIE}\n{bad}\n"), &["--json"]).error(exit);
        assert_eq!((error["code"].as_str(), error["line"].as_u64()), (Some(code), Some(2)), "{bad}");
    }
    assert_eq!(place.marie(&["list", "users", "--json"]).json(), serde_json::json!([]));
    place.assert_sound();
}

#[test]
fn an_entry_is_undone_and_redone() {
    let place = Place::new();
    place.apply(&format!("{AMELIE}\n{LEVEL}"));
    place.assert_sound();
    let level = || place.marie(&["show", "user", "amelie.roy@example.ca", "--json"]);
    let undone = place.marie(&["undo", "--json"]).json();
    assert!(undone["applied"].is_number(), "{undone}");
    assert_eq!(level().error(5)["code"], "record.not_found");
    place.assert_sound();
    assert_eq!(place.marie(&["undo", "--json"]).error(4)["code"], "undo.nothing");
    assert_eq!(place.marie(&["redo", "--dry-run"]).code, 0);
    assert_eq!(level().code, 5, "a dry run redoes nothing");
    assert_eq!(place.marie(&["redo"]).code, 0);
    assert_eq!(level().json()["supervisor_level"], "reports");
    place.assert_sound();
    let entries = place.marie(&["list", "journal", "--json", "--sort", "number"]).json();
    let kinds: Vec<&str> = entries.as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    // A sign-in stands before what it changed, and nowhere else (S-50).
    assert_eq!(kinds, ["init", "sign_in", "apply", "sign_in", "undo", "sign_in", "refused", "sign_in", "redo"]);
}

#[test]
fn the_schema_names_every_command() {
    let place = Place::bare();
    let schema = place.run(&["apply", "--schema"]).json();
    assert!(schema.to_string().contains("\"set_communication_order\""));
}
