//! Records as JSON: the names that scripts depend on, every key present.

use serde_json::Value;

use super::place::{AMELIE, Place};

const MORE: &str = r#"{"do":"create_group","name":"Accueil"}
{"do":"set_group_member","group":"Accueil","user":"amelie.roy@example.ca","value":true}
{"do":"create_workspace","name":"Ventes"}
{"do":"create_application","name":"Fiches","rights":["lire","écrire"],"view_only":false}
{"do":"create_contact","name":"Zoé Hébert","emails":["zoe@example.ca"],"phones":[{"kind":"work","number":"514 555 0100"}],"site":"mtl"}
{"do":"set_contact_permission","contact":"Zoé Hébert","permission":"administrator","value":true}
{"do":"set_communication_order","list":"technical","contacts":["Zoé Hébert"]}
{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"reports"}
{"do":"set_application_right","user":"amelie.roy@example.ca","application":"Fiches","right":"lire","value":true}
{"do":"set_workspace_access","user":"amelie.roy@example.ca","workspace":"Ventes","value":"view"}
{"do":"open_ticket","kind":"change_rights","user":"amelie.roy@example.ca","reason":"Formation","commands":[{"do":"set_permission","user":"amelie.roy@example.ca","permission":"webhooks_administrator","value":true}]}"#;

fn filled() -> Place {
    let place = Place::new();
    place.apply(&format!("{AMELIE}\n{MORE}"));
    place
}

fn keys(record: &Value) -> String {
    record.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_kind_has_its_names_in_list_and_show_alike() {
    let place = filled();
    for (what, reference, names) in [
        (
            "admins",
            "marie",
            "id username parent children status role sites all_sites resources overrides first_name middle_name \
             last_name email work_phone fax mobile landline address created_at last_sign_in_at note",
        ),
        (
            "roles",
            "Analyst",
            "id name kind licence description resources locked active_holders invited_holders created_at modified_at \
             note",
        ),
        (
            "users",
            "amelie.roy@example.ca",
            "id display_name first_name last_name position email login extension mobile department language site source \
             feed status absent_since queues role access_type agent_addon supervisor_level permissions uc_client \
             crm_addon softphone devices groups primary_group workspaces applications note",
        ),
        (
            "contacts",
            "zoe@example.ca",
            "id name first_name last_name organisation position email emails phones addresses note site communications \
             permissions technical_rank financial_rank",
        ),
        (
            "tickets",
            "1",
            "id number kind title status user site reason note priority requester assignee opened_at changed_at \
             commands comments origin",
        ),
        ("sites", "mtl", "id code name address note"),
        ("groups", "accueil", "id name members note"),
        ("workspaces", "Ventes", "id name note"),
        ("applications", "Fiches", "id name rights view_only note"),
    ] {
        // Each of these runs signs in.
        let json = |args: &[&str]| {
            let said = place.marie(&[args, &["--json"]].concat()).out;
            let mut value: Value = serde_json::from_str(&said).unwrap();
            let records = value.as_array_mut().map_or_else(Vec::new, |rows| rows.iter_mut().collect());
            records
                .into_iter()
                .filter(|r| r["last_sign_in_at"].is_string())
                .for_each(|r| r["last_sign_in_at"] = true.into());
            if value["last_sign_in_at"].is_string() {
                value["last_sign_in_at"] = true.into();
            }
            value
        };
        let shown = json(&["show", what, reference]);
        assert_eq!(keys(&shown), names, "{what}");
        let listed = json(&["list", what]);
        assert!(listed.as_array().unwrap().contains(&shown), "{what}");
        let id = shown["id"].as_str().unwrap();
        let singular = what.strip_suffix('s').unwrap();
        assert_eq!(json(&["show", singular, id]), shown, "by id");
        assert_eq!(place.marie(&["show", singular, id]).code, 0);
        assert_eq!(place.marie(&["list", what]).out.lines().count(), listed.as_array().unwrap().len() + 1);
    }
    let entry = place.marie(&["show", "journal", "3", "--json"]).json();
    let names = "id entry at kind actor session peer ticket commands changes result reverses previous_hash hash";
    assert_eq!(keys(&entry), names);
    let listed = place.marie(&["list", "journal", "--json"]).json();
    assert_eq!(keys(&listed[0]), names);
    assert_eq!(listed[0]["changes"].as_u64().unwrap() as usize, entry["changes"].as_array().unwrap().len());
    let change = "kind id name field before after cause";
    assert!(entry["changes"].as_array().unwrap().iter().all(|c| keys(c) == change));
}

#[test]
fn values_have_every_key_and_no_null_for_what_is_off() {
    let place = filled();
    let user = place.marie(&["show", "user", "Amélie Roy", "--json"]).json();
    assert_eq!(user["permissions"].as_object().unwrap().len(), 11);
    assert_eq!(
        (user["permissions"]["web_access"].as_bool(), user["permissions"]["webhooks_administrator"].as_bool()),
        (Some(true), Some(false))
    );
    assert_eq!(user["workspaces"], serde_json::json!({"Ventes": "view"}));
    assert_eq!(user["applications"], serde_json::json!({"Fiches": {"lire": true, "écrire": false}}));
    assert_eq!(user["softphone"], serde_json::json!({"desktop": null, "mobile": null, "crm": null}));
    assert_eq!((user["access_type"].as_str(), user["site"].as_str()), (Some("none"), Some("mtl")));
    assert_eq!((&user["groups"], &user["role"]), (&serde_json::json!(["Accueil"]), &Value::Null));
    let admin = place.marie(&["show", "admin", "marie", "--json"]).json();
    assert_eq!(admin["resources"].as_object().unwrap().len(), 21);
    assert!(admin["resources"].as_object().unwrap().values().all(|level| level == "manage"));
    let keys: Vec<&String> = admin["address"].as_object().unwrap().keys().collect();
    assert_eq!(keys, ["street", "town", "region", "postcode", "country"]);
    let role = place.marie(&["show", "role", "Analyst", "--json"]).json();
    assert_eq!((role["kind"].as_str(), &role["locked"]), (Some("standard"), &serde_json::json!(["reports"])));
    let owner = place.marie(&["show", "role", "Owner", "--json"]).json();
    assert_eq!((owner["active_holders"].as_u64(), owner["invited_holders"].as_u64()), (Some(1), Some(0)));
    let contact = place.marie(&["show", "contact", "Zoé Hébert", "--json"]).json();
    assert_eq!((contact["technical_rank"].as_u64(), contact["financial_rank"].as_u64()), (Some(1), None));
    assert_eq!(contact["permissions"].as_object().unwrap().len(), 5);
    let ticket = place.marie(&["show", "ticket", "#1", "--json"]).json();
    assert_eq!((ticket["user"].as_str(), ticket["requester"].as_str()), (Some("Amélie Roy"), Some("marie")));
    assert_eq!(ticket["commands"][0]["user"], "amelie.roy@example.ca", "a REF, as it was asked");
    let group = place.marie(&["show", "group", "Accueil", "--json"]).json();
    assert_eq!(group["members"], serde_json::json!(["Amélie Roy"]));
    assert!(user["id"] == "user:1" && ticket["opened_at"].as_str().unwrap().ends_with('Z'));
}

#[test]
fn lists_are_filtered_sorted_and_gone_through_in_pages() {
    let place = Place::new();
    let names = ["Émile", "eva", "Zoé", "Abel", "emilie"];
    let lines: Vec<String> =
        names.iter().map(|name| format!(r#"{{"do":"create_user","display_name":"{name}","site":"mtl"}}"#)).collect();
    place.apply(&lines.join("\n"));
    let list = |args: &[&str]| -> Vec<String> {
        let rows = place.marie(&[&["list", "users", "--json"], args].concat()).json();
        rows.as_array().unwrap().iter().map(|row| row["display_name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(list(&[]), ["Abel", "Émile", "emilie", "eva", "Zoé"], "accents and case ignored");
    assert_eq!(list(&["--sort", "name:desc", "--limit", "2"]), ["Zoé", "eva"]);
    assert_eq!(list(&["--filter", "emil"]), ["Émile", "emilie"]);
    assert_eq!(list(&["--filter", "site:qc"]), [""; 0]);
    assert_eq!(list(&["--after", "user:1", "--limit", "1"]), ["emilie"]);
    assert_eq!(list(&["--limit", "0"]), [""; 0]);
    assert_eq!(place.marie(&["list", "users", "--sort", "email", "--json"]).error(2)["code"], "usage.sort");
    assert_eq!(place.marie(&["list", "users", "--after", "user:99", "--json"]).error(5)["code"], "record.not_found");
}

#[test]
fn more_rows_than_a_page_are_all_listed_once() {
    let place = Place::new();
    let line = |at: usize| format!(r#"{{"do":"create_user","display_name":"U {at:04}","site":"mtl"}}"#);
    place.apply(&(0..450).map(line).collect::<Vec<_>>().join("\n"));
    let rows = place.marie(&["list", "users", "--json"]).json();
    let names: std::collections::BTreeSet<&str> =
        rows.as_array().unwrap().iter().map(|row| row["display_name"].as_str().unwrap()).collect();
    assert_eq!((rows.as_array().unwrap().len(), names.len()), (450, 450));
    assert_eq!(place.marie(&["list", "users", "--json", "--limit", "201"]).json().as_array().unwrap().len(), 201);
}

#[test]
fn a_reference_that_fits_two_is_refused_with_both() {
    let place = Place::new();
    let twin = r#"{"do":"create_user","display_name":"Luc Roy","site":"mtl"}"#;
    place.apply(&format!("{twin}\n{twin}"));
    let error = place.marie(&["show", "user", "luc roy", "--json"]).error(4);
    assert_eq!(error["code"], "record.ambiguous");
    assert!(
        error["message"].as_str().unwrap().contains("user:1") && error["message"].as_str().unwrap().contains("user:2")
    );
}

#[test]
fn why_and_who_answer_in_steps() {
    let place = filled();
    let why = place.marie(&["why", "user", "Amélie Roy", "web_access", "--json"]).json();
    assert_eq!((why["value"].as_str(), why["id"].as_str()), (Some("on"), Some("user:1")));
    let steps: Vec<&str> = why["steps"].as_array().unwrap().iter().map(|s| s["step"].as_str().unwrap()).collect();
    assert!(steps.contains(&"granted-by") && steps.last() == Some(&"therefore"), "{steps:?}");
    // What no single Command toggles is explained all the same: a user made by hand has no softphone (U-07).
    let softphone = place.marie(&["why", "user", "Amélie Roy", "softphone", "--json"]).json();
    assert_eq!(softphone["reason"]["code"], "user.portal_only", "{softphone}");
    let right = place.marie(&["why", "user", "Amélie Roy", "app:Fiches/lire"]);
    assert!(right.out.contains("Therefore: on.") && right.out.contains("(since "), "{}", right.out);
    for lang in ["en", "fr"] {
        for args in [
            ["why", "user", "Amélie Roy", "web_access"],
            ["why", "admin", "marie", "users"],
            ["why", "role", "Analyst", "reports"],
            ["why", "contact", "Zoé Hébert", "administrator"],
            ["why", "user", "Amélie Roy", "app:Fiches/lire"],
            ["why", "user", "Amélie Roy", "workspace:Ventes"],
        ] {
            let said = place.marie(&[&args[..], &["--lang", lang]].concat());
            assert!(said.code == 0 && !said.out.contains('['), "{args:?}: {} {}", said.out, said.err);
        }
    }
    for (permission, name) in [
        ("web_access", "Amélie Roy"),
        ("supervisor_level", "Amélie Roy"),
        ("app:Fiches/lire", "Amélie Roy"),
        ("workspace:Ventes", "Amélie Roy"),
        ("administrator", "Zoé Hébert"),
        ("sip_trunk", "marie"),
    ] {
        let who = place.marie(&["who", permission, "--json"]).json();
        assert_eq!((who.as_array().unwrap().len(), who[0]["name"].as_str()), (1, Some(name)), "{permission}");
        assert_eq!(place.marie(&["who", permission]).out.lines().count(), 2, "{permission}");
    }
    assert_eq!(place.marie(&["who", "silent_monitor", "--json"]).json(), serde_json::json!([]));
    assert_eq!(place.marie(&["who", "nothing", "--json"]).error(4)["code"], "permission.unknown");
}
