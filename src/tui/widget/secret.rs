//! A password being typed: shown only where that is asked for (S-11), never kept longer than needed.

use unicode_segmentation::UnicodeSegmentation;
use zeroize::Zeroizing;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::event::Event;
use super::super::theme::Tone;
use crate::text::{Shown, show};

/// More than any password may have; room for it is taken at once, so that no copy is left behind by growing.
const ROOM: usize = 4 * 256;

/// A password field. It has no `Debug` on purpose.
pub struct SecretField {
    value: Zeroizing<String>,
    /// Whether what is typed can be read.
    shown: bool,
}

impl Default for SecretField {
    fn default() -> Self {
        Self { value: Zeroizing::new(String::with_capacity(ROOM)), shown: false }
    }
}

impl SecretField {
    /// Takes what was typed, and leaves the field empty.
    pub fn take(&mut self) -> Zeroizing<String> {
        std::mem::take(self).value
    }

    /// Returns what was typed.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// Says whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.value.is_empty()
    }

    /// Takes an event; says whether it was one for a password.
    pub fn on(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Type(character) => self.push(character),
            Event::Paste(text) => text.chars().take_while(|c| *c != '\n').for_each(|c| self.push(c)),
            Event::Action(Action::RubLeft) => {
                let last = self.value.graphemes(true).next_back().map_or(0, str::len);
                let length = self.value.len() - last;
                self.value.truncate(length);
            }
            Event::Action(Action::RubLine | Action::RubWord) => *self = Self { shown: self.shown, ..Self::default() },
            Event::Action(Action::ShowPassword) => self.shown = !self.shown,
            _ => return false,
        }
        true
    }

    fn push(&mut self, character: char) {
        if self.value.len() + character.len_utf8() <= ROOM {
            self.value.push(character);
        }
    }

    /// Draws a star for each character, or what was typed where that is to be read.
    pub fn draw(&self, canvas: &mut Canvas<'_>, focus: bool) {
        let room = usize::from(canvas.width().saturating_sub(1));
        let stars = self.value.graphemes(true).count().min(room);
        let drawn = if self.shown { show(&self.value) } else { Shown::fixed("*").repeat(stars) };
        let end = canvas.text(0, 0, &drawn, Tone::Plain).min(canvas.width().saturating_sub(1));
        if focus {
            canvas.set_cursor(end, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Place;
    use super::super::super::testing::{EN, drawn, press};
    use super::*;

    #[test]
    fn a_password_is_never_drawn() {
        let mut field = SecretField::default();
        press(&mut field, "a b é Backspace c", |_| Place::SignIn, |field, event| _ = field.on(event));
        let (lines, cursor) = drawn(EN, 10, 1, |canvas| field.draw(canvas, true));
        assert_eq!((lines[0].as_str(), cursor), ("***", Some((3, 0))));
        assert_eq!(*field.take(), "abc");
        assert!(field.is_empty());
    }

    #[test]
    fn s_11_a_key_shows_what_is_typed_and_hides_it_again() {
        let mut field = SecretField::default();
        let mut seen = |keys: &str| {
            press(&mut field, keys, |_| Place::SignIn, |field, event| _ = field.on(event));
            drawn(EN, 10, 1, |canvas| field.draw(canvas, true)).0.remove(0)
        };
        assert_eq!([seen("a é"), seen("Ctrl-t"), seen("c"), seen("Ctrl-t")], ["**", "aé", "aéc", "***"]);
        assert_eq!(*field.take(), "aéc");
        assert!(!field.shown, "the next one is hidden");
    }

    #[test]
    fn a_pasted_password_ends_with_its_line() {
        let mut field = SecretField::default();
        field.on(Event::Paste("correct horse\nrm"));
        assert_eq!(field.value(), "correct horse");
        field.on(Event::Paste(&"x".repeat(ROOM)));
        assert_eq!(field.value().len(), ROOM);
    }
}
