//! S-44: while somebody else is saving, the screen lives, Esc gives up, and what waits is done once.

use guichet::text::Lang;

use crate::person::{Person, WIDE};
use crate::site::Site;
use crate::support::keys::{ENTER, ESC, RIGHT};

/// Somebody else who holds the lock of the store.
fn holds(site: &Site) -> rusqlite::Connection {
    let other = rusqlite::Connection::open(site.store()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    other
}

/// At the supervisor level of a user.
fn at_a_level(site: &Site) -> Person {
    let person = Person::signed_in(site, Lang::En, WIDE);
    person.has_selected("Alain Tremblay");
    person.types(ENTER);
    person.types(RIGHT);
    person.walks_to(&person.words.label("supervisor_level"));
    person
}

#[test]
fn s_44_what_waits_for_somebody_else_is_done_once_and_the_screen_lives() {
    let site = Site::new();
    let person = at_a_level(&site);
    let other = holds(&site);
    person.types(" ");
    person.reads("desk-busy");
    // It draws: a smaller screen and back.
    person.pty.resize(70, 20);
    person.pty.wait_until(|screen| screen.contents().contains("Alain Tremblay"), crate::support::pty::LIMIT);
    person.pty.resize(WIDE.0, WIDE.1);
    person.reads("desk-busy");
    other.execute_batch("ROLLBACK").unwrap();
    person.sees(&person.words.with("head-draft", &[("count", 1.into())]));
    person.no_longer_sees(&person.words.get("desk-busy"));

    let other = holds(&site);
    person.types("w");
    person.sees(&person.words.review(1, 1));
    person.types("w");
    person.reads("desk-busy");
    other.execute_batch("ROLLBACK").unwrap();
    person.sees(&person.words.before("desk-applied", "entry"));
    assert_eq!(site.user("alain@example.ca")["supervisor_level"], "reports", "once, not twice");
    person.leaves();
    site.verify_journal();
}

#[test]
fn s_44_esc_gives_up_what_waits_and_nothing_is_lost() {
    let site = Site::new();
    let person = at_a_level(&site);
    person.types(" ");
    person.sees(&person.words.with("head-draft", &[("count", 1.into())]));
    let other = holds(&site);
    person.types("w");
    person.sees(&person.words.review(1, 1));
    person.types("w");
    person.reads("desk-busy");
    person.types(ESC);
    person.reads("desk-busy-stopped");
    other.execute_batch("ROLLBACK").unwrap();
    person.sees(&person.words.with("head-draft", &[("count", 1.into())]));
    person.types("ww");
    person.sees(&person.words.before("desk-applied", "entry"));
    assert_eq!(site.user("alain@example.ca")["supervisor_level"], "reports");
    person.leaves();
    site.verify_journal();
}
