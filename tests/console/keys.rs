//! `keys.toml`: the keys of the person who wrote it.

use guichet::text::Lang;

use crate::person::{Person, SMALL};
use crate::site::Site;
use crate::support::pty::LIMIT;
use crate::words::Words;

fn with_keys(site: &Site, text: &str) -> Person {
    let folder = site.folder().join("guichet");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("keys.toml"), text).unwrap();
    let words = Words::of(Lang::En);
    let program = site.program(words.lang()).env("XDG_CONFIG_HOME", site.folder());
    Person { pty: program.size(SMALL.0, SMALL.1).spawn(), words }
}

#[test]
fn the_keys_of_the_file_count_in_the_console() {
    let site = Site::new();
    let person = with_keys(&site, "[keys]\nexport = []\nhelp = [\"E\"]\n");
    person.signs_in();
    person.sees("E help");
    person.leaves();
}

#[test]
fn what_is_wrong_in_the_file_is_said_before_anything_opens() {
    let site = Site::new();
    for (text, said) in [
        ("[keys]\nfly = [\"f\"]\n", "no action is called “fly”"),
        ("[keys]\nedit = [\"n\"]\n", "n would mean both"),
        ("[keys]\nedit = [\"Ctrl-s\"]\n", "Choose another key"),
        ("keys = 7\n", "cannot be read"),
    ] {
        let mut person = with_keys(&site, text);
        assert_eq!(person.pty.wait_exit(LIMIT).code, Some(4), "{text}");
        person.pty.wait_end_of_output(LIMIT);
        let screen = person.pty.screen().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(screen.contains(said) && screen.contains("keys.toml"), "{screen}");
        assert!(person.pty.settings_are_back());
    }
}
