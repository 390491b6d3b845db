//! The screen itself: small, back again, and quiet.

use std::time::Duration;

use guichet::text::Lang;

use crate::person::{Person, SMALL, WIDE, lines};
use crate::site::Site;
use crate::support::process::{cpu_time, sleeps};
use crate::support::pty::LIMIT;

/// S-85: one line under the least size, and then the same place again.
#[test]
fn a_screen_made_small_comes_back_to_the_same_place() {
    for size in [WIDE, SMALL] {
        let site = Site::new();
        let person = Person::signed_in(&site, Lang::Fr, size);
        person.walks_to("Benoît Côté");
        person.pty.resize(30, 8);
        let small = person.words.with("too-small", &[("least", "60x16".into()), ("now", "30x8".into())]);
        let start: String = small.chars().take(25).collect();
        person.pty.wait_until(
            |screen| {
                let mut written = lines(screen).filter(|line| !line.trim().is_empty());
                written.next().is_some_and(|line| line.starts_with(&start)) && written.next().is_none()
            },
            LIMIT,
        );
        person.pty.resize(size.0, size.1);
        person.is_in();
        person.has_selected("Benoît Côté");
        person.pty.resize(30, 8);
        person.sees(&start);
        person.leaves();
    }
}

/// S-89: nobody types, so nothing is written and nothing runs.
#[test]
fn an_idle_console_sleeps() {
    let site = Site::new();
    let person = Person::signed_in(&site, Lang::En, WIDE);
    person.sees_line(&["/ ", " 4 "]);
    person.sees(&person.words.label("access_type"));
    // What was started may still be on its way to sleep; after that it stays asleep.
    let quiet = (0..10).any(|_| {
        let before = (sleeps(person.pty.pid()), cpu_time(person.pty.pid()));
        person.pty.stays_silent(Duration::from_secs(1));
        (sleeps(person.pty.pid()), cpu_time(person.pty.pid())) == before
    });
    assert!(quiet, "something wakes the console again and again");
}
