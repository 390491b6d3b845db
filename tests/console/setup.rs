//! The first start: where there is no store yet.

use guichet::text::Lang;

use crate::person::{Person, SMALL, WIDE};
use crate::site::{PASSWORD, Site};
use crate::support::keys::{ENTER, TAB};
use crate::support::pty::LIMIT;
use crate::words::Words;

#[test]
fn the_first_person_sets_the_store_up() {
    for (lang, size) in [(Lang::Fr, WIDE), (Lang::En, SMALL)] {
        let site = Site::empty();
        let person = Person::at(&site, lang, size);
        person.reads("setup-title");
        assert!(!site.store().exists());
        // The plan keeps its default.
        let fields = ["Atelier Nord", "", "mtl", "Montréal", "marie", "marie@example.ca", PASSWORD];
        for field in fields {
            person.types(&format!("{field}{TAB}"));
        }
        person.types(&format!("{PASSWORD}{ENTER}"));
        person.is_in();
        person.sees("Atelier Nord");
        site.keep_password();
        let owner = site.json(&["show", "admin", "marie"]);
        assert_eq!(owner["email"], "marie@example.ca");
        person.leaves();
        site.verify_journal();
        // From now on it asks who comes in.
        Person::signed_in(&site, lang, size).leaves();
    }
}

/// S-17: whoever connects first must not become the owner.
#[test]
fn the_kiosk_offers_no_set_up() {
    let site = Site::empty();
    let mut pty = site.program("en").args(["--kiosk"]).spawn();
    assert_eq!(pty.wait_exit(LIMIT).code, Some(6));
    pty.wait_end_of_output(LIMIT);
    assert!(!pty.screen().contains(&Words::of(Lang::En).get("setup-title")));
    assert!(pty.settings_are_back());
    assert!(!site.store().exists());
}
