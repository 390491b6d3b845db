//! Requests from the command line: who sees which, and what is refused with the reason.

use serde_json::{Value, json};

use super::place::{AMELIE, Place};

const LOOKS_ON: &str = r#"{"do":"set_admin_resource","admin":"lea","resource":"users","value":"view"}
{"do":"set_admin_resource","admin":"lea","resource":"tickets","value":"view"}"#;

const AMELIE_OFF: &str = r#"{"do":"open_ticket","kind":"deactivate","user":"amelie.roy@example.ca","reason":"left"}"#;
const WORDS: &str = r#"{"do":"open_ticket","kind":"other","note":"A new headset"}"#;

fn numbers(list: &Value) -> Vec<i64> {
    list.as_array().unwrap().iter().map(|ticket| ticket["number"].as_i64().unwrap()).collect()
}

#[test]
fn t_02_who_only_asks_follows_their_own_requests() {
    let place = Place::new();
    place.administrator("lea", LOOKS_ON);
    place.apply(AMELIE);
    place.apply(AMELIE_OFF);
    let listed = || numbers(&place.run_as("lea", &["list", "tickets", "--json"]).json());
    assert_eq!(listed(), Vec::<i64>::new(), "that of somebody else, about a user of the own site");
    assert_eq!(place.run_as("lea", &["show", "ticket", "1"]).code, 5);
    assert_eq!(place.apply_as("lea", WORDS, &[]).code, 0);
    assert_eq!(listed(), [2], "T-19: at once");
    let own = place.run_as("lea", &["show", "ticket", "2", "--json"]).json();
    assert_eq!((&own["requester"], &own["status"]), (&json!("lea"), &json!("open")));
    assert_eq!(numbers(&place.marie(&["list", "tickets", "--json"]).json()), [1, 2]);
}

/// What a batch as marie is refused with.
fn refused(place: &Place, lines: &str, exit: i32) -> String {
    place.apply_as("marie", lines, &["--json"]).error(exit)["code"].as_str().unwrap().to_owned()
}

fn approve(ticket: i64) -> String {
    format!(r#"{{"do":"approve_ticket","ticket":"{ticket}"}}"#)
}

#[test]
fn t_22_nobody_approves_their_own_request_under_four_eyes() {
    let place = Place::new();
    place.apply(AMELIE);
    place.apply(AMELIE_OFF);
    place.apply(r#"{"do":"set_organisation","four_eyes":"on"}"#);
    assert_eq!(refused(&place, &approve(1), 4), "ticket.four_eyes");
    assert_eq!(place.marie(&["show", "ticket", "1", "--json"]).json()["status"], "open");
    place.apply(r#"{"do":"set_organisation","four_eyes":"auto"}"#);
    place.apply(&approve(1));
    assert_eq!(refused(&place, &approve(1), 4), "ticket.decided", "and what is decided is not decided again");
    let reject = r#"{"do":"reject_ticket","ticket":"1","reason":"no"}"#;
    assert_eq!(refused(&place, reject, 4), "ticket.decided");
}

#[test]
fn t_21_a_plan_that_is_no_longer_the_one_asked_for_needs_as_of_now() {
    let place = Place::new();
    place.administrator("lea", LOOKS_ON);
    place.apply(AMELIE);
    let level =
        |value: &str| format!(r#"{{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"{value}"}}"#);
    let open = format!(r#"{{"do":"open_ticket","kind":"change_rights","commands":[{}]}}"#, level("analytics"));
    assert_eq!(place.apply_as("lea", &open, &[]).code, 0);
    place.apply(&level("reports"));
    assert_eq!(refused(&place, &approve(1), 5), "ticket.changed");
    let error = place.apply_as("lea", &approve(1), &["--json"]).error(3);
    assert_eq!(error["code"], "access.needs_manage", "who asks does not decide");
    place.apply(r#"{"do":"approve_ticket","ticket":"1","as_of_now":true}"#);
    let amelie = place.marie(&["show", "user", "amelie.roy@example.ca", "--json"]).json();
    assert_eq!(amelie["supervisor_level"], "analytics");
    let ticket = place.marie(&["show", "ticket", "1", "--json"]).json();
    assert_eq!(
        (&ticket["status"], &ticket["requester"], &ticket["assignee"]),
        (&json!("done"), &json!("lea"), &json!("marie"))
    );
}

#[test]
fn t_21_an_approver_gives_only_what_they_may_give() {
    let place = Place::new();
    let triages = r#"{"do":"set_admin_resource","admin":"lea","resource":"users","value":"manage"}
{"do":"set_admin_resource","admin":"lea","resource":"tickets","value":"manage"}"#;
    place.administrator("lea", triages);
    place.apply(AMELIE);
    let level = r#"{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"reports"}"#;
    place.apply(&format!(r#"{{"do":"open_ticket","kind":"change_rights","commands":[{level}]}}"#));
    assert_eq!(place.apply_as("lea", &approve(1), &["--json"]).error(3)["code"], "user.billable_needed");
    assert_eq!(place.run_as("lea", &["show", "ticket", "1", "--json"]).json()["status"], "open");
    place.assert_sound();
}
