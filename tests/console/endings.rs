//! However it ends: nothing is lost, the session is closed, the process is gone.

use std::time::Duration;

use guichet::text::Lang;
use rustix::process::Signal;

use crate::person::{Person, SMALL, WIDE};
use crate::site::Site;
use crate::support::keys::{ENTER, ESC, RIGHT, TAB};
use crate::support::pty::LIMIT;

/// How soon the process is gone.
const SOON: Duration = Duration::from_secs(1);

fn staged(site: &Site) -> Person {
    let person = Person::signed_in(site, Lang::En, WIDE);
    person.has_selected("Alain Tremblay");
    person.types(ENTER);
    person.types(RIGHT);
    person.walks_to(&person.words.label("supervisor_level"));
    person.types(" ");
    person.sees(&person.words.with("head-draft", &[("count", 1.into())]));
    person
}

#[test]
fn a_draft_outlives_a_killed_console() {
    let site = Site::new();
    let mut person = staged(&site);
    assert_eq!(site.sessions().len(), 1);
    person.pty.kill(Signal::KILL);
    assert_eq!(person.pty.wait_exit(LIMIT).signal, Some(9));
    site.verify_journal();
    assert_eq!(site.sessions().len(), 0, "the row of a dead process counts for nothing");
    assert_eq!(site.session_ends(), [None]);

    let person = Person::at(&site, Lang::Fr, SMALL);
    person.enters("marie");
    person.sees(&person.words.with("head-draft", &[("count", 1.into())]));
    person.sees(&person.words.count("desk-draft-kept", 1));
    assert_eq!(site.session_ends(), [Some("process_gone".into()), None]);
    person.leaves();
    assert_eq!(site.session_ends()[1].as_deref(), Some("quit"));
    site.verify_journal();
}

/// S-87: also with a draft and a review open.
#[test]
fn a_hang_up_closes_the_session() {
    let site = Site::new();
    let mut person = staged(&site);
    person.types("w");
    person.sees(&person.words.review(1, 1));
    person.pty.hang_up();
    let exit = person.pty.wait_exit(SOON);
    assert_eq!(exit.code, Some(129));
    assert_eq!(site.session_ends(), [Some("hang_up".into())]);
    site.verify_journal();
}

/// S-86, S-87: signals give the terminal back and close the session.
#[test]
fn signals_close_the_session() {
    for (signal, code, reason) in [(Signal::HUP, 129, "hang_up"), (Signal::TERM, 143, "terminated")] {
        let site = Site::new();
        let mut person = Person::signed_in(&site, Lang::En, SMALL);
        person.pty.kill(signal);
        assert_eq!(person.pty.wait_exit(SOON).code, Some(code));
        person.pty.wait_end_of_output(LIMIT);
        person.has_terminal_back();
        assert_eq!(site.session_ends(), [Some(reason.into())]);
    }
}

/// Nobody tried to sign in: there is no session, nothing failed, and the terminal is given back.
#[test]
fn leaving_before_signing_in_leaves_no_session() {
    let site = Site::new();
    let mut person = Person::at(&site, Lang::En, SMALL);
    person.reads("entrance-password");
    person.types(ESC);
    assert_eq!(person.pty.wait_exit(LIMIT).code, Some(0));
    person.pty.wait_end_of_output(LIMIT);
    assert!(!person.pty.screen().contains(&person.words.get("sign_in-signed_out")));
    person.has_terminal_back();
    assert!(site.session_ends().is_empty());
}

/// S-12: a wrong name and a wrong password get the same words.
#[test]
fn a_wrong_name_and_a_wrong_password_are_answered_alike() {
    let site = Site::new();
    let answers = ["marie", "nobody"].map(|name| {
        let person = Person::at(&site, Lang::En, SMALL);
        person.reads("entrance-password");
        person.types(&format!("{name}{TAB}not the password{ENTER}"));
        let before = person.words.get("gate-checking");
        person.reads("sign_in-refused");
        person.no_longer_sees(&before);
        person.pty.screen().replace(name, "")
    });
    assert_eq!(answers[0].split_whitespace().collect::<Vec<_>>(), answers[1].split_whitespace().collect::<Vec<_>>());
}
