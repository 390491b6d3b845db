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
