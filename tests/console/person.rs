//! A person at a console: what they type, what they see.
#![allow(dead_code, reason = "the tests of the console and those over SSH use their part each")]

use guichet::text::Lang;

use crate::site::{PASSWORD, Site};
use crate::support::keys;
use crate::support::pty::{LIMIT, Pty};
use crate::words::Words;

/// A screen with room for the record beside the list.
pub const WIDE: (u16, u16) = (120, 30);

/// A screen where the record opens over the list.
pub const SMALL: (u16, u16) = (80, 24);

/// A person at a console.
pub struct Person {
    pub pty: Pty,
    pub words: Words,
}

impl Person {
    /// Starts the console in a language, on a screen of a size; nobody is signed in.
    pub fn at(site: &Site, lang: Lang, (columns, rows): (u16, u16)) -> Self {
        let words = Words::of(lang);
        let pty = site.program(words.lang()).size(columns, rows).spawn();
        Self { pty, words }
    }

    /// The same, signed in as the owner, before the first screen of the console.
    pub fn signed_in(site: &Site, lang: Lang, size: (u16, u16)) -> Self {
        let person = Self::at(site, lang, size);
        person.signs_in();
        person
    }

    /// Signs in as the owner, and waits for the first screen.
    #[track_caller]
    pub fn signs_in(&self) {
        self.signs_in_as("marie");
    }

    /// Signs in, and waits for the first screen.
    #[track_caller]
    pub fn signs_in_as(&self, username: &str) {
        self.enters(username);
        self.is_in();
    }

    /// Gives name and password; everybody has the same one.
    #[track_caller]
    pub fn enters(&self, username: &str) {
        self.reads("entrance-username");
        self.types(&format!("{username}{}{PASSWORD}{}", keys::TAB, keys::ENTER));
    }

    /// Waits for the first screen of the console, which is the overview or the first tab, and goes to the users.
    #[track_caller]
    pub fn is_in(&self) {
        let tab = format!("2 {}", self.words.get("tab-users"));
        self.sees(&tab);
        self.types("2");
        self.sees(&format!("[{tab}]"));
    }

    /// Types keys.
    pub fn types(&self, keys: &str) {
        self.pty.send(keys);
    }

    /// Waits until a text is on screen. A sentence may be cut at the edge, so its start is enough.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        let start: String = text.chars().take(48).collect();
        self.pty.wait_for(&start, LIMIT);
    }

    /// Waits until a text of the language files is on screen.
    #[track_caller]
    pub fn reads(&self, id: &str) {
        self.sees(&self.words.get(id));
    }

    /// Waits until a line with all of these is on screen.
    #[track_caller]
    pub fn sees_line(&self, parts: &[&str]) {
        self.pty.wait_until(|screen| lines(screen).any(|line| parts.iter().all(|part| line.contains(part))), LIMIT);
    }

    /// Waits until a text is no longer on screen.
    #[track_caller]
    pub fn no_longer_sees(&self, text: &str) {
        self.pty.wait_until(|screen| !screen.contents().contains(text), LIMIT);
    }

    /// Waits until the marker stands before a text.
    #[track_caller]
    pub fn has_selected(&self, text: &str) {
        self.pty.wait_until(|screen| is_selected(screen, text), LIMIT);
    }

    /// Walks down to the row with a text.
    #[track_caller]
    pub fn walks_to(&self, text: &str) {
        self.sees(text);
        for _ in 0..40 {
            if self.pty.look(|screen| is_selected(screen, text)) {
                return;
            }
            let before = self.pty.look(markers);
            self.types("j");
            self.pty.wait_until(|screen| markers(screen) != before, LIMIT);
        }
        panic!("{text:?} cannot be selected:\n{}", self.pty.screen());
    }

    /// Leaves, and checks that the terminal is given back.
    #[track_caller]
    pub fn leaves(mut self) {
        self.types("Q");
        assert_eq!(self.pty.wait_exit(LIMIT).code, Some(0));
        self.pty.wait_end_of_output(LIMIT);
        self.has_terminal_back();
        // S-52: the anchor to be written down.
        self.sees(&self.words.before("journal-head-left", "head"));
    }

    /// Checks that the terminal is as it was.
    #[track_caller]
    pub fn has_terminal_back(&self) {
        assert!(self.pty.settings_are_back());
        assert!(!self.pty.look(vt100::Screen::alternate_screen), "still on the alternate screen");
        assert!(!self.pty.look(vt100::Screen::hide_cursor), "still without a cursor");
        assert!(!self.pty.look(vt100::Screen::bracketed_paste), "still marking pastes");
    }
}

/// The lines of a screen.
pub fn lines(screen: &vt100::Screen) -> impl Iterator<Item = String> {
    let (_, columns) = screen.size();
    screen.rows(0, columns.into()).collect::<Vec<_>>().into_iter()
}

/// What stands behind each marker `>`, with its place.
fn markers(screen: &vt100::Screen) -> Vec<(usize, String)> {
    let marked = |(y, line): (usize, String)| {
        let marker =
            line.match_indices('>').find(|(at, _)| line[..*at].chars().last().is_none_or(|c| !c.is_alphanumeric()));
        marker.map(|(at, _)| (y, line[at..].to_owned()))
    };
    lines(screen).enumerate().filter_map(marked).collect()
}

fn is_selected(screen: &vt100::Screen, text: &str) -> bool {
    markers(screen).iter().any(|(_, line)| line.contains(text))
}
