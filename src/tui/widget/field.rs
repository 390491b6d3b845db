//! A text being typed: whole characters as people see them, paste, NFC, undo.

use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::theme::Tone;
use crate::domain::norm::nfc;
use crate::text::{Shown, show};

/// The most characters a field takes; what is stored has its own, lower limits, which are told.
const LIMIT: usize = 4_000;

/// A text field of one line, or of several.
#[derive(Clone, Debug, Default)]
pub struct TextField {
    input: Input,
    lines: bool,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
    typing: bool,
}

impl TextField {
    /// Creates a field of one line with a text, the cursor after it.
    pub fn new(text: &str) -> Self {
        Self { input: Input::new(nfc(text)), ..Self::default() }
    }

    /// Creates a field of several lines: Enter makes a line, and the arrows go from line to line.
    pub fn lines(text: &str) -> Self {
        Self { lines: true, ..Self::new(text) }
    }

    /// Says whether it takes several lines.
    pub fn takes_lines(&self) -> bool {
        self.lines
    }

    /// Returns the text, in NFC.
    pub fn value(&self) -> &str {
        self.input.value()
    }

    /// Says whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.value().is_empty()
    }

    /// Replaces the text; one undo brings the old one back.
    pub fn set(&mut self, text: &str) {
        self.remember(false);
        self.input = Input::new(nfc(text));
    }

    /// Takes an event; says whether it was one for a text.
    pub fn on(&mut self, event: Event<'_>) -> bool {
        match event {
            Event::Type(character) => {
                self.remember(true);
                self.insert(&character.to_string());
            }
            Event::Paste(text) => {
                self.remember(false);
                self.insert(text);
            }
            Event::Action(action) => return self.act(action),
            Event::Unknown(_) => return false,
        }
        true
    }

    fn act(&mut self, action: Action) -> bool {
        let request = match action {
            Action::UndoTyping => return self.step(true),
            Action::RedoTyping => return self.step(false),
            Action::Accept if self.lines => {
                self.remember(false);
                self.insert("\n");
                return true;
            }
            Action::NextField | Action::PreviousField if self.lines => {
                return self.go_line(action == Action::NextField);
            }
            Action::CursorLeft => InputRequest::GoToPrevChar,
            Action::CursorRight => InputRequest::GoToNextChar,
            Action::WordLeft => InputRequest::GoToPrevWord,
            Action::WordRight => InputRequest::GoToNextWord,
            Action::LineStart => InputRequest::GoToStart,
            Action::LineEnd => InputRequest::GoToEnd,
            Action::RubLeft => InputRequest::DeletePrevChar,
            Action::RubRight => InputRequest::DeleteNextChar,
            Action::RubWord => InputRequest::DeletePrevWord,
            Action::RubLine => InputRequest::DeleteLine,
            Action::RubTail => InputRequest::DeleteTillEnd,
            _ => return false,
        };
        let moves = matches!(
            action,
            Action::CursorLeft
                | Action::CursorRight
                | Action::WordLeft
                | Action::WordRight
                | Action::LineStart
                | Action::LineEnd
        );
        if moves {
            self.typing = false;
        } else {
            self.remember(false);
        }
        self.input.handle(request);
        true
    }

    /// Puts a text at the cursor and composes the whole again: an accent typed after its letter joins it.
    fn insert(&mut self, text: &str) {
        let (before, after) = self.split();
        let text = if self.lines { text.to_owned() } else { text.trim_end_matches('\n').replace('\n', " ") };
        let room = LIMIT.saturating_sub(self.value().chars().count());
        let head = nfc(&format!("{before}{}", text.chars().take(room).collect::<String>()));
        let cursor = head.chars().count();
        self.input = Input::new(nfc(&format!("{head}{after}"))).with_cursor(cursor);
    }

    fn split(&self) -> (&str, &str) {
        let value = self.value();
        let at = value.char_indices().nth(self.input.cursor()).map_or(value.len(), |(at, _)| at);
        value.split_at(at)
    }

    /// Keeps the present state for undo; a run of typed characters is one step.
    fn remember(&mut self, typing: bool) {
        if !(typing && self.typing) {
            self.undo.push((self.value().to_owned(), self.input.cursor()));
        }
        self.typing = typing;
        self.redo.clear();
    }

    fn step(&mut self, back: bool) -> bool {
        let (from, to) = if back { (&mut self.undo, &mut self.redo) } else { (&mut self.redo, &mut self.undo) };
        // Steps that changed nothing, such as rubbing out at the start, are passed over.
        while let Some((value, cursor)) = from.pop() {
            if value != self.input.value() {
                to.push((self.input.value().to_owned(), self.input.cursor()));
                self.input = Input::new(value).with_cursor(cursor);
                break;
            }
        }
        self.typing = false;
        true
    }

    /// Goes to the next or the previous line; at the last or first one the event is not for the field.
    fn go_line(&mut self, down: bool) -> bool {
        let (before, after) = self.split();
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let cursor = self.input.cursor();
        let to = if down {
            let Some((rest, tail)) = after.split_once('\n') else { return false };
            let length = tail.split('\n').next().unwrap_or_default().chars().count();
            cursor + rest.chars().count() + 1 + column.min(length)
        } else {
            let Some((head, _)) = before.rsplit_once('\n') else { return false };
            let start = head.rsplit('\n').next().unwrap_or_default().chars().count();
            cursor - column - 1 - start + column.min(start)
        };
        self.input.handle(InputRequest::SetCursor(to));
        true
    }

    /// Draws the field over the whole canvas, with the cursor if it has the focus.
    pub fn draw(&self, canvas: &mut Canvas<'_>, focus: bool) {
        let tone = if focus { Tone::Strong } else { Tone::Plain };
        let (before, after) = self.split();
        let line = before.matches('\n').count();
        let height = usize::from(canvas.height().max(1));
        // What is merely read begins at its beginning.
        let first = if focus { line.saturating_sub(height - 1) } else { 0 };
        let typed = before.rsplit('\n').next().unwrap_or_default();
        let rest = after.split('\n').next().unwrap_or_default();
        for (y, (index, text)) in (0..canvas.height()).zip(self.value().split('\n').enumerate().skip(first)) {
            if focus && index == line {
                let (start, column) = visible(typed, canvas.width());
                canvas.text(0, y, &show(&format!("{}{rest}", &typed[start..])), tone);
                canvas.set_cursor(column, y);
            } else {
                canvas.cell(0, y, canvas.width(), &show(text), tone);
            }
        }
    }

    /// Returns the text as it is shown, on one line.
    pub fn shown(&self) -> Shown {
        show(&self.value().replace('\n', " "))
    }
}

/// Returns from which byte the text before the cursor is drawn so that the cursor is seen, and the cursor's column.
fn visible(before: &str, width: u16) -> (usize, u16) {
    let mut start = before.len();
    let mut column = 0;
    for (at, _) in before.grapheme_indices(true).rev() {
        let wide = columns(&show(&before[at..]));
        if wide >= width {
            break;
        }
        (start, column) = (at, wide);
    }
    (start, column)
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Place;
    use super::super::super::testing::{EN, drawn, press, screen};
    use super::*;

    fn typed(field: &mut TextField, keys: &str) {
        press(field, keys, |_| Place::Form, |field, event| _ = field.on(event));
    }

    #[test]
    fn characters_are_rubbed_out_whole() {
        for text in ["e\u{302}\u{323}", "👩🏽\u{200d}🔧", "🇨🇦", "中"] {
            let mut field = TextField::new(&format!("a{text}"));
            typed(&mut field, "Backspace");
            assert_eq!(field.value(), "a", "{text}");
            typed(&mut field, "Ctrl-_");
            assert_eq!(field.value(), nfc(&format!("a{text}")), "one undo brings it back");
        }
    }

    #[test]
    fn an_accent_joins_its_letter() {
        let mut field = TextField::new("Zo");
        typed(&mut field, "e");
        field.on(Event::Type('\u{301}'));
        typed(&mut field, "x");
        assert_eq!(field.value(), "Zoéx");
        typed(&mut field, "Left Left Backspace");
        assert_eq!(field.value(), "Zéx");
    }

    #[test]
    fn a_run_of_typing_is_one_undo() {
        let mut field = TextField::new("");
        typed(&mut field, "a b Home c");
        assert_eq!(field.value(), "cab");
        typed(&mut field, "Ctrl-_");
        assert_eq!(field.value(), "ab");
        typed(&mut field, "Ctrl-_ Ctrl-r Ctrl-r");
        assert_eq!(field.value(), "cab");
        typed(&mut field, "Ctrl-r x");
        assert_eq!(field.value(), "cxab");
    }

    #[test]
    fn s_91_pasted_lines_are_text() {
        let mut field = TextField::new("a");
        field.on(Event::Paste("b\ndd\n"));
        assert_eq!(field.value(), "ab dd");
        let mut lines = TextField::lines("a");
        lines.on(Event::Paste("b\ndd\n"));
        assert_eq!(lines.value(), "ab\ndd\n");
    }

    #[test]
    fn arrows_go_from_line_to_line() {
        let mut field = TextField::lines("one\ntwo\nx");
        typed(&mut field, "Up Up z");
        assert_eq!(field.value(), "ozne\ntwo\nx");
        assert!(!field.on(Event::Action(Action::PreviousField)), "above the first line is another field");
        typed(&mut field, "Down Enter");
        assert_eq!(field.value(), "ozne\ntw\no\nx");
        assert_eq!(screen(EN, 8, 3, |canvas| field.draw(canvas, true)), ["ozne", "tw", "o"]);
    }

    #[test]
    fn the_cursor_is_always_seen() {
        let mut field = TextField::new("abcdefgh");
        let (lines, cursor) = drawn(EN, 5, 1, |canvas| field.draw(canvas, true));
        assert_eq!((lines[0].as_str(), cursor), ("efgh", Some((4, 0))));
        typed(&mut field, "Home");
        let (lines, cursor) = drawn(EN, 5, 1, |canvas| field.draw(canvas, true));
        assert_eq!((lines[0].as_str(), cursor), ("abcde", Some((0, 0))));
        let (_, cursor) = drawn(EN, 5, 1, |canvas| field.draw(canvas, false));
        assert_eq!(cursor, None);
    }

    #[test]
    fn s_80_what_cannot_be_seen_is_written_out() {
        let field = TextField::new("a\u{202e}b");
        assert_eq!(screen(EN, 12, 1, |canvas| field.draw(canvas, false)), ["a<U+202E>b"]);
    }
}
