//! What an administrator of one site and one resource reaches from the command line, and what does not exist for them
//! (S-20 to S-23).

use guichet::domain::id::{Kind, UserId};
use guichet::domain::record::User;
use guichet::domain::refusal::Code;
use guichet::service::view::{List, Tally};
use guichet::service::{Console, ServiceError};

use super::place::{AMELIE, Place};

const USERS: &str = r#"{"do":"set_admin_resource","admin":"lea","resource":"users","value":"manage"}"#;
const LUC: &str = r#"{"do":"create_user","display_name":"Luc Hébert","email":"luc@example.ca","site":"qc"}"#;
const NOBODYS: &str = r#"{"do":"create_user","display_name":"Sans Site","email":"sans@example.ca"}"#;
const ZOE: &str = r#"{"do":"create_contact","name":"Zoé","site":"mtl"}"#;
const GROUP: &str = r#"{"do":"create_group","name":"Tous"}
{"do":"set_group_member","group":"Tous","user":"amelie.roy@example.ca","value":true}
{"do":"set_group_member","group":"Tous","user":"luc@example.ca","value":true}"#;

fn place() -> Place {
    let place = Place::new();
    place.administrator("lea", USERS);
    place.apply(&[AMELIE, LUC, NOBODYS, ZOE, GROUP].join("\n"));
    place
}

#[test]
fn s_22_what_lies_outside_is_not_there() {
    let place = place();
    let users = place.run_as("lea", &["list", "users", "--json"]).json();
    assert_eq!((users.as_array().unwrap().len(), users[0]["display_name"].as_str()), (1, Some("Amélie Roy")));
    assert!(!users[0].as_object().unwrap().contains_key("note"), "notes are another resource");
    for filter in ["luc", "email:luc@example.ca"] {
        assert_eq!(place.run_as("lea", &["list", "users", "--filter", filter, "--json"]).json(), serde_json::json!([]));
    }
    // A site outside of one's reach is answered as one that never was.
    let filtered = |site: &str| place.run_as("lea", &["list", "users", "--filter", &format!("site:{site}")]);
    assert_eq!(filtered("qc").err.replace("qc", "zz"), filtered("zz").err);
    assert_eq!((filtered("qc").code, filtered("zz").code), (2, 2));
    let missing = place.run_as("lea", &["show", "user", "nobody@example.ca"]);
    for reference in ["luc@example.ca", "Luc Hébert", "user:2", "user:3", "sans@example.ca"] {
        let said = place.run_as("lea", &["show", "user", reference]);
        assert_eq!((said.code, said.err.replace(reference, "nobody@example.ca")), (5, missing.err.clone()));
        let apply = format!(r#"{{"do":"update_user","user":"{reference}","mobile":"514 555 0101"}}"#);
        assert_eq!(place.apply_as("lea", &apply, &["--json"]).error(5)["code"], "record.not_found");
        assert_eq!(place.run_as("lea", &["why", "user", reference, "web_access"]).code, 5);
        assert_eq!(place.run_as("lea", &["list", "users", "--after", reference]).code, 5);
    }
    let sites = place.run_as("lea", &["list", "sites", "--json"]).json();
    assert_eq!((sites.as_array().unwrap().len(), sites[0]["code"].as_str()), (1, Some("mtl")));
    assert_eq!(place.run_as("lea", &["show", "site", "qc"]).code, 5);
    let group = place.run_as("lea", &["show", "group", "Tous", "--json"]).json();
    assert_eq!(group["members"], serde_json::json!(["Amélie Roy"]));
    assert_eq!(place.run_as("lea", &["who", "web_access", "--json"]).json(), serde_json::json!([]));
}

#[test]
fn a_resource_that_is_not_held_is_not_allowed() {
    let place = place();
    for args in [
        &["list", "contacts"][..],
        &["list", "admins"],
        &["list", "roles"],
        &["list", "tickets"],
        &["list", "journal"],
        &["show", "contact", "Zoé"],
        &["show", "admin", "marie"],
        &["show", "organisation"],
        &["show", "journal", "1"],
        &["journal", "head"],
        &["who", "administrators"],
        &["who", "administrator"],
    ] {
        let error = place.run_as("lea", &[args, &["--json"]].concat()).error(3);
        assert_eq!(error["code"], "access.needs_view", "{args:?}");
    }
    let zoe = r#"{"do":"update_contact","contact":"Zoé","position":"x"}"#;
    assert_eq!(place.apply_as("lea", zoe, &["--json"]).error(3)["code"], "access.needs_manage");
}

#[test]
fn s_21_nobody_gives_what_they_do_not_hold() {
    let place = Place::new();
    let branch = r#"{"do":"set_admin_resource","admin":"lea","resource":"administrators","value":"manage"}"#;
    place.administrator("lea", &format!("{USERS}\n{branch}"));
    let child = r#"{"do":"create_admin","username":"tom","first_name":"T","last_name":"O","email":"tom@example.ca","sites":["mtl"]}"#;
    let said = place.apply_as("lea", child, &[]);
    assert_eq!(said.code, 0, "{} {}", said.out, said.err);
    let give = |resource: &str| {
        format!(r#"{{"do":"set_admin_resource","admin":"tom","resource":"{resource}","value":"view"}}"#)
    };
    assert_eq!(place.apply_as("lea", &give("users"), &[]).code, 0);
    let error = place.apply_as("lea", &give("contacts"), &["--json"]).error(3);
    assert_eq!(error["code"], "access.not_held");
    let site = r#"{"do":"set_admin_site","admin":"tom","site":"qc","value":true}"#;
    assert_eq!(place.apply_as("lea", site, &[]).code, 5, "a site that is not theirs is not there");
    let own = r#"{"do":"set_admin_resource","admin":"lea","resource":"contacts","value":"view"}"#;
    assert_eq!(place.apply_as("lea", own, &[]).code, 3);

    let admins = place.run_as("lea", &["list", "admins", "--json"]).json();
    let names: Vec<&str> = admins.as_array().unwrap().iter().map(|a| a["username"].as_str().unwrap()).collect();
    assert_eq!(names, ["lea", "tom"]);
    let lea = place.run_as("lea", &["show", "admin", "lea", "--json"]).json();
    assert_eq!((lea["parent"].as_str(), &lea["children"]), (Some("marie"), &serde_json::json!(["tom"])));
    assert_eq!(place.run_as("lea", &["show", "admin", "marie"]).code, 5, "its name and nothing more of it");
    place.assert_sound();
}

#[test]
fn ranks_are_for_holders_of_all_sites() {
    let place = Place::new();
    let contacts = r#"{"do":"set_admin_resource","admin":"lea","resource":"contacts","value":"view"}"#;
    place.administrator("lea", contacts);
    place.apply(&format!("{ZOE}\n{}", r#"{"do":"set_communication_order","list":"technical","contacts":["Zoé"]}"#));
    let zoe = |username| place.run_as(username, &["show", "contact", "Zoé", "--json"]).json();
    assert_eq!((zoe("marie")["technical_rank"].as_u64(), zoe("lea")["technical_rank"].as_u64()), (Some(1), None));
}

#[test]
fn s_16_a_disabled_administrator_is_out_at_once() {
    let place = Place::new();
    place.administrator("lea", USERS);
    assert_eq!(place.run_as("lea", &["list", "users"]).code, 0);
    place.apply(r#"{"do":"set_admin_enabled","admin":"lea","value":false}"#);
    assert_eq!(place.run_as("lea", &["list", "users", "--json"]).error(7)["code"], "sign_in.refused");
}

#[test]
fn s_20_the_service_itself_answers_within_reach_only() {
    let place = place();
    let lea = place.console("lea");
    let luc = place.console("marie").find(Kind::User, "luc@example.ca").unwrap();
    assert!(is_missing(&lea.record::<User>(luc.id).unwrap_err()));
    assert!(is_missing(&lea.drafted::<User>(luc.id, &[]).unwrap_err()));
    assert!(is_missing(&lea.user_cells(UserId(luc.id), &[]).unwrap_err()));
    assert!(is_missing(&lea.why(luc, "web_access", &[]).unwrap_err()));
    assert!(is_missing(&lea.name_of(luc, &[]).unwrap_err()));
    assert_eq!(lea.all_drafted::<User>(&[luc.id], &[]).unwrap(), []);
    let users = |console: &Console| console.places(List::Groups, "", 10).unwrap().remove(0).1;
    assert_eq!((users(&lea), users(&place.console("marie"))), (Tally::Exactly(1), Tally::Exactly(2)));
    assert!(lea.seats_used(&[]).is_err(), "seats are counted over all sites");
}

#[test]
fn s_22_a_ticket_does_not_follow_its_subject_out_of_reach() {
    let place = place();
    let more = r#"{"do":"set_admin_resource","admin":"lea","resource":"tickets","value":"view"}"#;
    place.apply(&format!("{more}\n{}", USERS.replace("manage", "view")));
    let asked = r#"{"do":"set_permission","user":"amelie.roy@example.ca","permission":"web_access","value":true}"#;
    let open =
        format!(r#"{{"do":"open_ticket","kind":"change_rights","user":"amelie.roy@example.ca","commands":[{asked}]}}"#);
    assert_eq!(place.apply_as("lea", &open, &[]).code, 0);
    let user = || place.run_as("lea", &["show", "ticket", "1", "--json"]).json()["user"].clone();
    assert_eq!(user(), "Amélie Roy");
    place.apply(r#"{"do":"update_user","user":"amelie.roy@example.ca","site":"qc","display_name":"Autre Nom"}"#);
    assert_eq!(user(), serde_json::Value::Null);
    assert!(!place.run_as("lea", &["show", "ticket", "1"]).out.contains("Autre Nom"));
}

fn is_missing(error: &ServiceError) -> bool {
    matches!(error, ServiceError::Refused(refusal) if refusal.code == Code::NotFound)
}

/// A-48: exports and the register of rights are for who may view reports, within what they reach anyway.
#[test]
fn a_48_exports_need_reports() {
    let place = place();
    for what in ["users", "rights"] {
        assert_eq!(place.run_as("lea", &["export", what, "--json"]).error(3)["code"], "access.needs_view", "{what}");
    }
    place.apply(r#"{"do":"set_admin_resource","admin":"lea","resource":"reports","value":"view"}"#);
    let users = place.run_as("lea", &["export", "users", "--json"]).json();
    assert_eq!((users.as_array().unwrap().len(), users[0]["display_name"].as_str()), (1, Some("Amélie Roy")), "A-02");
    assert_eq!(place.marie(&["export", "rights", "--json"]).code, 0);
    assert_eq!(place.run_as("lea", &["export", "contacts", "--json"]).code, 3, "reports opens nothing by itself");
}
