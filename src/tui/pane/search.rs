//! What a view is searched for, and the line it is typed in.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::theme::Tone;
use super::super::widget::field::TextField;
use crate::text::{Shown, show};

/// The words that a view is searched for.
#[derive(Default)]
pub struct Search {
    field: Option<TextField>,
    words: String,
}

/// What came of an action or of what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Searched {
    /// It was used; the words are the same.
    Used,
    /// There are other words now.
    Changed,
    /// It is for somebody else.
    Passed,
}

impl Search {
    /// Whether words are being typed.
    pub const fn types(&self) -> bool {
        self.field.is_some()
    }

    /// The words as they were typed.
    pub fn words(&self) -> &str {
        &self.words
    }

    /// Takes an action: `/` begins, Enter ends, Esc shows everything again.
    pub fn on(&mut self, action: Action) -> Searched {
        match action {
            Action::Filter => self.field = Some(TextField::new(&self.words)),
            Action::Accept if self.types() => self.field = None,
            Action::Back if self.types() || !self.words.is_empty() => {
                self.clear();
                return Searched::Changed;
            }
            _ => return Searched::Passed,
        }
        Searched::Used
    }

    /// Takes what is typed.
    pub fn typed(&mut self, event: Event<'_>) -> Searched {
        let Some(field) = &mut self.field else { return Searched::Passed };
        if !field.on(event) || field.value() == self.words {
            return Searched::Used;
        }
        field.value().clone_into(&mut self.words);
        Searched::Changed
    }

    /// Forgets the words.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Draws the line: the words, or `intro` where there are none, and what was found.
    pub fn draw(&self, line: &mut Canvas<'_>, intro: &Shown, found: &Shown) {
        let width = line.width();
        let right = if found.is_empty() { 0 } else { columns(found) + 3 };
        let room = width.saturating_sub(right + 2);
        match &self.field {
            Some(field) => {
                line.text(0, 0, &Shown::fixed("/"), Tone::Chosen);
                field.draw(&mut line.part(2, 0, room, 1), true);
            }
            None if self.words.is_empty() => _ = line.cell(1, 0, room, intro, Tone::Dim),
            None => {
                line.text(0, 0, &Shown::fixed("/"), Tone::Dim);
                line.cell(2, 0, room, &show(&self.words), Tone::Plain);
            }
        }
        line.cell_right(0, 0, width.saturating_sub(1), found, Tone::Dim);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::*;

    #[test]
    fn words_are_typed_kept_and_cleared() {
        let mut search = Search::default();
        assert_eq!(search.typed(Event::Type('a')), Searched::Passed, "not begun");
        assert_eq!(search.on(Action::Back), Searched::Passed);
        assert_eq!(search.on(Action::Filter), Searched::Used);
        assert_eq!(search.typed(Event::Type('a')), Searched::Changed);
        assert_eq!(search.typed(Event::Action(Action::CursorLeft)), Searched::Used);
        assert_eq!((search.on(Action::Accept), search.types(), search.words()), (Searched::Used, false, "a"));
        let line = |search: &Search| screen(EN, 30, 1, |canvas| search.draw(canvas, &show("All."), &show("3 found")));
        assert_eq!(line(&search), ["/ a                   3 found"]);
        assert_eq!((search.on(Action::Back), search.words()), (Searched::Changed, ""));
        assert_eq!(line(&search), [" All.                 3 found"]);
    }
}
