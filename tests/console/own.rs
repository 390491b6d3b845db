//! One's own password in the real program: changed, asked for again, and found again after it was forgotten.

use guichet::text::Lang;

use crate::person::{Person, SMALL, WIDE};
use crate::site::{PASSWORD, Site};
use crate::support::keys::{DOWN, ENTER, TAB};
use crate::support::pty::LIMIT;

const NEW: &str = "trois grenouilles sur un banc";

/// S-11, S-16: the current one and the new one twice; one's other console is left within moments.
#[test]
fn s_11_s_16_ones_own_password_is_changed_and_ones_other_console_ends() {
    let site = Site::new();
    let person = Person::signed_in(&site, Lang::Fr, SMALL);
    let mut other = Person::signed_in(&site, Lang::En, WIDE);
    person.types("gm");
    person.reads("account-own-password");
    person.types(&format!("{DOWN}{ENTER}"));
    person.reads("own-password-current");
    person.types(&format!("{PASSWORD}{TAB}{NEW}{TAB}{NEW}{TAB}{ENTER}"));
    person.sees(&person.words.count("own-password-done", 1));
    assert_eq!(other.pty.wait_exit(LIMIT).code, Some(7), "signed out");
    assert_eq!(site.session_ends(), [None, Some("password_changed".into())]);
    person.leaves();
    std::fs::write(site.password_file(), NEW).unwrap();
    site.verify_journal();
}

/// S-19: on the machine itself the owner gets a temporary password, which has to be changed; the console tells of it.
#[test]
fn s_19_an_owner_who_forgot_the_password_comes_in_again() {
    let site = Site::new();
    let mut running = Person::signed_in(&site, Lang::En, SMALL);
    let mut machine = site.program("en").args(["recover"]).size(120, 30).spawn();
    machine.wait_for("marie signs in with this temporary password", LIMIT);
    assert_eq!(machine.wait_exit(LIMIT).code, Some(0));
    machine.wait_end_of_output(LIMIT);
    let shown = machine.screen();
    let is_one = |word: &&str| word.len() == 23 && word.matches('-').count() == 3;
    let temporary = shown.split_whitespace().find(is_one).unwrap_or_else(|| panic!("no password: {shown}"));
    assert_eq!(running.pty.wait_exit(LIMIT).code, Some(7), "who was in is out");

    let person = Person::at(&site, Lang::En, WIDE);
    person.reads("entrance-username");
    person.types(&format!("marie{TAB}{temporary}{ENTER}"));
    person.sees(&person.words.with("gate-must-change", &[("least", 15.into())]));
    person.types(&format!("{NEW}{TAB}{NEW}{ENTER}"));
    person.sees(&person.words.before("desk-recovered", "at"));
    person.leaves();
    std::fs::write(site.password_file(), NEW).unwrap();
    let entries = site.json(&["list", "journal"]);
    assert!(entries.as_array().unwrap().iter().any(|entry| entry["kind"] == "recovery"), "{entries}");
    site.verify_journal();
}
