//! The demonstration: one word, and one is in.

use guichet::text::Lang;

use crate::person::Person;
use crate::site::GUICHET;
use crate::support::pty::{LIMIT, Program};
use crate::words::Words;

#[test]
fn the_demonstration_opens_signed_in_and_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::new(GUICHET).args(["demo", "--users", "50", "--lang", "en"]);
    let pty = program.env("TMPDIR", folder.path()).size(120, 30).spawn();
    let person = Person { pty, words: Words::of(Lang::En) };
    person.is_in();
    person.sees("demo");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    person.pty.wait_until(|screen| !screen.contents().contains(&person.words.get("empty-users")), LIMIT);
    person.leaves();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}
