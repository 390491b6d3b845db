//! A console that nobody uses locks itself.

use std::time::Duration;

use guichet::text::Lang;

use crate::person::{Person, SMALL};
use crate::site::{PASSWORD, Site};
use crate::support::keys::ENTER;

/// More than the shortest time that can be set.
const A_MINUTE: Duration = Duration::from_secs(75);

/// It takes a minute, which is the least that the owner can set.
#[test]
#[ignore = "takes more than a minute"]
fn s_30_an_idle_console_locks_wipes_the_screen_and_keeps_what_was_open() {
    let site = Site::new();
    site.change(r#"{"do":"set_organisation","idle_lock_minutes":1}"#);
    let person = Person::signed_in(&site, Lang::En, SMALL);
    person.types("n");
    person.reads("form-new-user");
    person.types("Gaston");
    person.sees("Gaston");
    let title = person.words.get("entrance-locked-title").to_string();
    person.pty.wait_until(|screen| screen.contents().contains(&title), A_MINUTE);
    person.no_longer_sees("Gaston");
    person.types(&format!("wrong{ENTER}"));
    person.reads("lock-wrong");
    person.types(&format!("{PASSWORD}{ENTER}"));
    person.sees("Gaston");
    person.reads("form-new-user");
}
