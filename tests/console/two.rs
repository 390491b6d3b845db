//! Two consoles on one store.

use std::time::Duration;

use guichet::text::Lang;

use crate::person::{Person, WIDE, lines};
use crate::site::Site;
use crate::support::keys::{ENTER, RIGHT};

/// How soon a change is seen by everybody else.
const SOON: Duration = Duration::from_secs(1);

/// Stages the next supervisor level of a user, from the list.
fn stages_a_level(person: &Person, filter: &str, name: &str) {
    person.types(&format!("/{filter}"));
    person.no_longer_sees("Alain Tremblay");
    person.has_selected(name);
    person.types(ENTER);
    person.types(ENTER);
    person.types(RIGHT);
    person.walks_to(&person.words.label("supervisor_level"));
    person.types(" ");
    person.sees(&person.words.before("head-draft", "count"));
}

#[test]
fn what_one_applies_the_other_shows_within_a_second() {
    let site = Site::new();
    let one = Person::signed_in(&site, Lang::En, WIDE);
    let other = Person::signed_in(&site, Lang::Fr, WIDE);
    other.walks_to("Benoît Côté");
    stages_a_level(&one, "amel", "Amélie Roy");
    one.types("w");
    one.sees(&one.words.review(1, 1));
    one.types("w");
    one.sees(&one.words.before("desk-applied", "entry"));
    let level = other.words.value("supervisor_level", 1);
    let shown = |screen: &vt100::Screen| {
        lines(screen).any(|line| line.contains("Amélie Roy") && line.contains(&level) && line.contains("[x]"))
    };
    other.pty.wait_until(shown, SOON);
    other.has_selected("Benoît Côté");
    other.no_longer_sees(&other.words.before("head-draft", "count"));
    one.leaves();
    // A change from beside, in one transaction.
    site.change(r#"{"do":"set_permission","user":"zoe@example.ca","permission":"web_access","value":true}"#);
    let web = |screen: &vt100::Screen| lines(screen).any(|line| line.contains("Zoé Girard") && line.contains("[x]"));
    other.pty.wait_until(web, SOON);
    other.has_selected("Benoît Côté");
    other.leaves();
}

#[test]
fn a_plan_that_is_no_longer_true_is_refused_and_says_what_changed() {
    let site = Site::new();
    let person = Person::signed_in(&site, Lang::En, WIDE);
    stages_a_level(&person, "zoe", "Zoé Girard");
    person.types("w");
    person.sees(&person.words.review(1, 1));
    site.change(r#"{"do":"set_supervisor_level","user":"zoe@example.ca","value":"analytics"}"#);
    person.types("w");
    person.sees(&person.words.with("refusal-plan-stale-with-what", &[("what", "Zoé Girard".into())]));
    assert_eq!(site.user("zoe@example.ca")["supervisor_level"], "analytics");
    // The draft is still there, and its review says what moved.
    person.types("w");
    person.sees(&person.words.before("desk-moved", "names"));
    person.leaves();
    site.verify_journal();
}

/// S-16: what is taken from somebody is gone from their console at once, whatever they were doing.
#[test]
fn s_16_a_person_of_lower_rank_sees_what_the_owner_does_and_loses_what_is_taken() {
    let site = Site::new();
    site.administrator("lea", &[("users", "manage"), ("contacts", "view")]);
    let lea = Person::at(&site, Lang::Fr, WIDE);
    lea.signs_in_as("lea");
    let contacts = lea.words.get("tab-contacts").to_string();
    lea.sees(&contacts);
    lea.has_selected("Alain Tremblay");
    lea.types("/amel");
    lea.no_longer_sees("Alain Tremblay");

    let marie = Person::signed_in(&site, Lang::En, WIDE);
    stages_a_level(&marie, "amel", "Amélie Roy");
    marie.types("ww");
    marie.sees(&marie.words.before("desk-applied", "entry"));
    let level = lea.words.value("supervisor_level", 1);
    lea.pty.wait_until(|screen| lines(screen).any(|l| l.contains("Amélie Roy") && l.contains(&level)), SOON);

    site.change(r#"{"do":"set_admin_resource","admin":"lea","resource":"contacts","value":"none"}"#);
    lea.pty.wait_until(|screen| !screen.contents().contains(&contacts), SOON);
    site.change(r#"{"do":"set_admin_enabled","admin":"lea","value":false}"#);
    let mut lea = lea;
    assert_eq!(lea.pty.wait_exit(SOON).code, Some(7));
    lea.has_terminal_back();
    marie.leaves();
}
