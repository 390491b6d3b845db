//! How a form is drawn.

use super::super::super::canvas::{Canvas, columns};
use super::super::super::place::Place;
use super::super::super::theme::Tone;
use super::Form;
use super::input::{Field, Input};
use crate::text::Shown;

/// The widest a line to fill gets.
const WIDEST: u16 = 44;

/// How many rows a text of several lines gets.
const LINES: u16 = 4;

impl Form {
    /// Returns how many rows the form takes in this width.
    pub fn height(&self, width: u16) -> u16 {
        let label = self.label_width();
        let fields = self.fields.iter().map(|field| rows(field, width.saturating_sub(label)));
        fields.fold(3, u16::saturating_add)
    }

    /// Draws the form; with a choice open, that one over it.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let label = self.label_width();
        let room = canvas.width().saturating_sub(label);
        let heights: Vec<u16> = self.fields.iter().map(|field| rows(field, room)).collect();
        let foot = canvas.height().saturating_sub(2);
        let first = first_seen(&heights, self.focus, foot);
        let mut y = 0;
        let mut below = 0;
        for (index, (field, height)) in self.fields.iter().zip(&heights).enumerate().skip(first) {
            if y + height > foot {
                below = self.fields.len() - index;
                break;
            }
            self.field(&mut canvas.part(0, y, u16::MAX, *height), field, label, self.focus == index);
            y += height;
        }
        if below > 0 {
            let more = canvas.look.texts.with("form-more", &[("count", below.into())]);
            let arrow = canvas.look.pick("↓ ", "v ");
            canvas.text(2, foot, &Shown::join(&[arrow, more], &Shown::default()), Tone::Dim);
            y = foot;
        }
        self.buttons(&mut canvas.row((y + 1).min(canvas.height().saturating_sub(1))));
        if let Some(chosen) = self.asking {
            let y = canvas.height().saturating_sub(1);
            self.question(&mut canvas.row(y), chosen);
        }
        if let Some(choice) = &mut self.open {
            let title = self.fields.get(self.focus).map(|field| field.label.clone()).unwrap_or_default();
            let none = canvas.look.texts.get("choice-none");
            let (width, height) = (canvas.width().saturating_sub(8).min(60), canvas.height().saturating_sub(4).min(14));
            choice.draw(&mut canvas.popup(width, height, &title), &none);
        }
    }

    fn label_width(&self) -> u16 {
        // The marker, the label, its star, a gap.
        self.fields.iter().map(|field| columns(&field.label)).max().unwrap_or(0).saturating_add(6)
    }

    fn field(&self, canvas: &mut Canvas<'_>, field: &Field, label: u16, focus: bool) {
        if let Some(title) = &field.group {
            canvas.text(0, 0, title, Tone::Title);
            let ungrouped = &mut canvas.below(1);
            return self.line(ungrouped, field, label, focus);
        }
        self.line(canvas, field, label, focus);
    }

    fn line(&self, canvas: &mut Canvas<'_>, field: &Field, label: u16, focus: bool) {
        if focus {
            canvas.text(0, 0, &Shown::fixed(">"), Tone::Chosen);
        }
        let tone = if focus { Tone::Strong } else { Tone::Plain };
        let end = canvas.cell(2, 0, label.saturating_sub(6), &field.label, tone);
        if field.required {
            canvas.text(end.min(2 + columns(&field.label)) + 1, 0, &Shown::fixed("*"), Tone::Strong);
        }
        let wide = canvas.width().saturating_sub(label).min(WIDEST);
        let tall = canvas.height();
        let told = errors(field, canvas.width().saturating_sub(label));
        let below = u16::try_from(told.len()).unwrap_or(u16::MAX);
        let mut part = canvas.part(label, 0, wide, tall.saturating_sub(below).max(1));
        match &field.input {
            Input::Text(text) => text.draw(&mut part, focus),
            Input::Secret(secret) => secret.draw(&mut part, focus),
            Input::Switch(on) => {
                part.text(0, 0, &Shown::fixed(if *on { "[x]" } else { "[ ]" }), tone);
            }
            Input::Pick(pick) => {
                let end = part.cell(0, 0, wide.saturating_sub(2), &pick.shown(), tone);
                part.text(end, 0, &part.look.pick(" ▾", " v"), Tone::Dim);
            }
        }
        match &field.error {
            Some(error) if told.is_empty() => {
                canvas.text(label + wide + 2, 0, error, Tone::Refused);
            }
            _ => {
                for (y, line) in (tall.saturating_sub(below)..tall).zip(&told) {
                    canvas.text(label, y, line, Tone::Refused);
                }
            }
        }
    }

    fn buttons(&self, canvas: &mut Canvas<'_>) {
        canvas.clear();
        let labels: Vec<Shown> = self.buttons.iter().map(|(_, label)| label.clone()).collect();
        row_of_buttons(canvas, 2, &labels, self.focus.checked_sub(self.fields.len()));
    }

    /// Whether what was typed is to be saved.
    fn question(&self, canvas: &mut Canvas<'_>, chosen: usize) {
        canvas.clear();
        canvas.hide_cursor();
        let texts = &canvas.look.texts;
        if self.place == Place::SignIn {
            canvas.text(0, 0, &texts.get("form-leave"), Tone::Warning);
            return;
        }
        let save = self.buttons.first().map(|(_, label)| label.clone()).unwrap_or_default();
        let labels = [save, texts.get("form-discard"), texts.get("form-stay")];
        let end = canvas.text(0, 0, &texts.get("form-unsaved"), Tone::Warning);
        row_of_buttons(canvas, end + 1, &labels, Some(chosen));
    }
}

/// Buttons in a row, the one that is chosen marked.
fn row_of_buttons(canvas: &mut Canvas<'_>, start: u16, labels: &[Shown], chosen: Option<usize>) {
    let mut x = start;
    for (index, label) in labels.iter().enumerate() {
        let chosen = chosen == Some(index);
        let (left, right, tone) = if chosen { (">[", "]<", Tone::Chosen) } else { (" [", "] ", Tone::Plain) };
        x = canvas.text(x, 0, &Shown::fixed(left), tone);
        x = canvas.text(x, 0, label, tone);
        x = canvas.text(x, 0, &Shown::fixed(right), tone) + 1;
    }
}

/// A field takes one row, a text of several lines more, and those of an error that has no room beside it.
fn rows(field: &Field, room: u16) -> u16 {
    let tall = match &field.input {
        Input::Text(text) if text.takes_lines() => LINES,
        _ => 1,
    };
    tall + u16::try_from(errors(field, room).len()).unwrap_or(u16::MAX) + u16::from(field.group.is_some())
}

/// The lines of an error that has no room beside its field.
fn errors(field: &Field, room: u16) -> Vec<Shown> {
    let below = field.error.as_ref().filter(|error| room.min(WIDEST) + 2 + columns(error) > room);
    below.map(|error| error.wrap(usize::from(room))).unwrap_or_default()
}

/// The first field that is drawn, so that the one with the focus is seen.
fn first_seen(heights: &[u16], focus: usize, room: u16) -> usize {
    let focus = focus.min(heights.len().saturating_sub(1));
    let fits = |first: usize| heights[first..].iter().take(focus + 1 - first).sum::<u16>() <= room;
    (0..=focus).find(|first| heights.is_empty() || fits(*first)).unwrap_or(focus)
}
