//! What is deleted and noted, in a real store: the rows around a record go with it, and come back with an undo.

use serde_json::{Value, json};

use super::place::{AMELIE, Place};

const MORE: &str = r#"{"do":"create_group","name":"Accueil"}
{"do":"create_site","code":"tr","name":"Trois-Rivières"}
{"do":"create_user","display_name":"Zoé","site":"tr"}
{"do":"set_group_member","group":"Accueil","user":"amelie.roy@example.ca","value":true}
{"do":"set_primary_group","user":"amelie.roy@example.ca","value":"Accueil"}
{"do":"create_workspace","name":"Ventes"}
{"do":"set_workspace_access","user":"amelie.roy@example.ca","workspace":"Ventes","value":"manage"}
{"do":"create_application","name":"Fiches","rights":["lire","écrire"]}
{"do":"set_application_right","user":"amelie.roy@example.ca","application":"Fiches","right":"écrire","value":true}
{"do":"create_contact","name":"Ana","emails":["ana@example.ca"]}
{"do":"create_contact","name":"Bob"}
{"do":"set_communication_order","list":"technical","contacts":["Bob","Ana"]}"#;

const ALL: &str = r#"{"do":"delete_group","group":"Accueil"}
{"do":"delete_workspace","workspace":"Ventes"}
{"do":"update_application","application":"Fiches","name":"Dossiers","rights":["lire"]}
{"do":"delete_contact","contact":"Bob"}
{"do":"delete_user","user":"Zoé"}
{"do":"delete_site","site":"tr"}
{"do":"delete_user","user":"amelie.roy@example.ca"}"#;

fn everything(place: &Place) -> Value {
    let lists = ["sites", "groups", "workspaces", "applications", "users", "contacts"];
    lists.map(|what| place.marie(&["list", what, "--json"]).json()).to_vec().into()
}

#[test]
fn all_that_can_go_goes_in_one_batch_and_comes_back_as_it_was() {
    let place = Place::new();
    place.apply(&format!("{AMELIE}\n{MORE}"));
    let before = everything(&place);
    place.apply(ALL);
    let after = everything(&place);
    assert_eq!(after[1], json!([]));
    assert_eq!(after[4], json!([]));
    assert_eq!(after[0].as_array().unwrap().len(), 2);
    assert_eq!(after[5][0]["technical_rank"], 1, "the gap closes");
    place.assert_sound();
    let said = place.marie(&["undo", "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(everything(&place), before);
    place.assert_sound();
    assert_eq!(place.marie(&["redo"]).code, 0);
    assert_eq!(everything(&place), after);
    place.assert_sound();
}

#[test]
fn making_everything_is_undone_in_one_go() {
    let place = Place::new();
    let before = everything(&place);
    place.apply(&format!("{AMELIE}\n{MORE}"));
    let said = place.marie(&["undo", "--json"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(everything(&place), before);
}

#[test]
fn what_hangs_on_a_record_is_named() {
    let place = Place::new();
    place.apply(AMELIE);
    let error = place.apply_as("marie", r#"{"do":"delete_site","site":"mtl"}"#, &["--json"]).error(4);
    assert_eq!(error["code"], "record.hangs_on");
    assert!(error["message"].as_str().unwrap().contains("users: 1"), "{error}");
}

#[test]
fn a_45_a_note_is_read_with_the_right_to_it_and_nowhere_without() {
    let place = Place::new();
    place.apply(AMELIE);
    place.apply(r#"{"do":"set_note","user":"amelie.roy@example.ca","note":"Back\nin May"}"#);
    let show = |who: &str| place.run_as(who, &["show", "user", "amelie.roy@example.ca", "--json"]).json();
    assert_eq!(show("marie")["note"], "Back\nin May");
    let grant = |resource: &str| {
        format!(r#"{{"do":"set_admin_resource","admin":"lea","resource":"{resource}","value":"view"}}"#)
    };
    place.administrator("lea", &[grant("users"), grant("journal")].join("\n"));
    assert!(show("lea").get("note").is_none());
    let journal = place.run_as("lea", &["list", "journal", "--json"]).out;
    let entry = place.run_as("lea", &["show", "journal", "3", "--json"]);
    assert!(journal.contains("set_note") && !journal.contains("in May") && !entry.out.contains("in May"), "{journal}");
    assert!(place.marie(&["list", "journal", "--json"]).out.contains("in May"));
    place.apply(r#"{"do":"set_note","user":"amelie.roy@example.ca","note":null}"#);
    assert_eq!(show("marie")["note"], Value::Null);
    place.assert_sound();
}
