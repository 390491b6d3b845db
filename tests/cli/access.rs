//! `guichet check --access` and `guichet recover`.

use super::place::Place;

#[test]
fn the_access_audit_has_a_code_a_name_and_a_sentence_for_each_finding() {
    let place = Place::new();
    let make = r#"{"do":"create_admin","username":"lea.roy","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","all_sites":true}"#;
    place.apply(make);
    let said = place.run(&["check", "--access", "--json"]);
    assert_eq!(said.code, 1, "as for any fault that is found: {}", said.err);
    let found: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let findings = found["findings"].as_array().unwrap();
    let codes: Vec<_> = findings.iter().map(|f| (f["code"].as_str().unwrap(), f["name"].as_str().unwrap())).collect();
    assert_eq!(codes, [("access.never_signed_in", "lea.roy"), ("access.temporary_password", "lea.roy")]);
    assert!(findings.iter().all(|f| f["message"].as_str().unwrap().ends_with(['.', '?'])));
    assert!(findings[0]["since"].is_string() && findings[1]["since"].is_null());
    assert_eq!(place.marie(&["check", "--access"]).code, 1, "signed in as well");
    place.apply(r#"{"do":"delete_admin","admin":"lea.roy"}"#);
    let left: serde_json::Value = serde_json::from_str(&place.run(&["check", "--access", "--json"]).out).unwrap();
    let nobody = |finding: &serde_json::Value| finding["code"] == "access.nobody_for_site";
    assert!(left["findings"].as_array().unwrap().iter().all(nobody), "{left}");
}

#[test]
fn s_19_recovery_needs_a_terminal_and_is_not_for_the_kiosk() {
    let place = Place::new();
    let head = place.head();
    assert_eq!(place.run(&["recover"]).code, 2);
    assert_eq!(place.run(&["--json", "recover"]).error(2)["code"], "usage.terminal_only");
    assert_eq!(place.run(&["--kiosk", "--json", "recover"]).error(3)["code"], "kiosk.not_here");
    assert_eq!(place.head(), head, "nothing was done");
}
