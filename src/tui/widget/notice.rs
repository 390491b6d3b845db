//! Something to read: steps of a why, who can, a plan that was applied, what happened since.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::place::Place;
use super::super::theme::Tone;
use super::hints;
use crate::text::Shown;

/// A paragraph, or a row of a table.
#[derive(Clone, Debug)]
pub enum Line {
    /// A paragraph.
    Text(Shown, Tone),
    /// What, its value, and why: the steps of a computation stand in columns.
    Step(Shown, Shown, Shown),
}

/// A notice over the panes.
#[derive(Clone, Debug)]
pub struct Notice {
    title: Shown,
    lines: Vec<Line>,
    top: usize,
    last: usize,
}

/// What came of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It scrolled.
    Used,
    /// It was read.
    Closed,
    /// The action is for somebody else.
    Passed,
}

impl Notice {
    /// Creates a notice.
    pub const fn new(title: Shown, lines: Vec<Line>) -> Self {
        Self { title, lines, top: 0, last: 0 }
    }

    /// Creates a notice of a few paragraphs.
    pub fn said(title: Shown, paragraphs: impl IntoIterator<Item = Shown>) -> Self {
        Self::new(title, paragraphs.into_iter().map(|text| Line::Text(text, Tone::Plain)).collect())
    }

    /// Takes an action.
    pub fn on(&mut self, action: Action) -> Read {
        let page = 10;
        self.top = match action {
            Action::Accept | Action::Back => return Read::Closed,
            Action::Down => self.top + 1,
            Action::Up => self.top.saturating_sub(1),
            Action::First => 0,
            Action::Last => self.last,
            Action::PageDown | Action::HalfDown => self.top + page,
            Action::PageUp | Action::HalfUp => self.top.saturating_sub(page),
            _ => return Read::Passed,
        }
        .min(self.last);
        Read::Used
    }

    /// Draws the notice in a popup as large as it needs.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let most = canvas.width().saturating_sub(8).min(100);
        let drawn = self.wrapped(most);
        let widest = drawn.iter().map(|row| row.iter().map(|(x, text, _)| x + columns(text)).max().unwrap_or(0));
        let width = widest.max().unwrap_or(0).max(columns(&self.title) + 2).max(36).min(most);
        let rows = u16::try_from(drawn.len()).unwrap_or(u16::MAX);
        let height = rows.saturating_add(2).min(canvas.height().saturating_sub(2));
        let mut popup = canvas.popup(width, height, &self.title);
        let room = popup.height().saturating_sub(2);
        self.last = drawn.len().saturating_sub(usize::from(room));
        self.top = self.top.min(self.last);
        for (y, row) in (0..room).zip(drawn.iter().skip(self.top)) {
            for (x, text, tone) in row {
                popup.text(*x, y, text, *tone);
            }
        }
        let bottom = popup.height().saturating_sub(1);
        let scrolls = self.last > 0;
        let mut foot = popup.row(bottom);
        let known = |action| matches!(action, Action::Back) || (scrolls && matches!(action, Action::Down | Action::Up));
        hints::draw(&mut foot, Place::Notice, known);
        if scrolls {
            let (first, last) = (self.top + 1, self.top + usize::from(room));
            let args = [("first", first.into()), ("last", last.min(drawn.len()).into()), ("all", drawn.len().into())];
            let where_ = foot.look.texts.with("notice-lines", &args);
            let start = foot.width().saturating_sub(columns(&where_));
            foot.text(start, 0, &where_, Tone::Dim);
        }
    }

    /// Breaks the paragraphs, and sets the steps in columns.
    fn wrapped(&self, width: u16) -> Vec<Vec<(u16, Shown, Tone)>> {
        let steps = self.lines.iter().filter_map(|line| match line {
            Line::Step(what, value, _) => Some((columns(what), columns(value))),
            Line::Text(..) => None,
        });
        let (what, value) = steps.fold((0, 0), |most, (what, value)| (most.0.max(what), most.1.max(value)));
        let (value_at, why_at) = (what + 2, what + value + 4);
        let mut rows = Vec::new();
        for line in &self.lines {
            match line {
                Line::Text(text, tone) => {
                    let wrapped = text.wrap(usize::from(width)).into_iter();
                    rows.extend(wrapped.map(|part| vec![(0, part, *tone)]));
                }
                Line::Step(what, value, why) => {
                    let room = width.saturating_sub(why_at).max(16);
                    let mut why = why.wrap(usize::from(room)).into_iter();
                    let first = why.next().unwrap_or_default();
                    let step = [(0, what, Tone::Plain), (value_at, value, Tone::Strong), (why_at, &first, Tone::Dim)];
                    rows.push(step.map(|(x, text, tone)| (x, text.clone(), tone)).to_vec());
                    rows.extend(why.map(|part| vec![(why_at, part, Tone::Dim)]));
                }
            }
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::*;
    use crate::text::show;

    #[test]
    fn a_why_shows_its_steps_in_columns() {
        let step = |what, value, why| Line::Step(show(what), show(value), show(why));
        let mut notice = Notice::new(
            show("Why is “Contacts” only View for lea.roy?"),
            vec![
                step("role Accueil", "MANAGE", "added by hand to licence Analyst"),
                step("held back by parent", "view", "marie gave mid View on 2026-03-02 (entry 412)"),
                step("therefore", "view", ""),
                Line::Text(show("To change it: give mid MANAGE, or move lea.roy."), Tone::Plain),
            ],
        );
        assert_eq!(
            screen(EN, 90, 10, |canvas| notice.draw(canvas))[1..9],
            [
                "      ┌─ Why is “Contacts” only View for lea.roy? ─────────────────────────────────┐",
                "      │ role Accueil         MANAGE  added by hand to licence Analyst              │",
                "      │ held back by parent  view    marie gave mid View on 2026-03-02 (entry 412) │",
                "      │ therefore            view                                                  │",
                "      │ To change it: give mid MANAGE, or move lea.roy.                            │",
                "      │                                                                            │",
                "      │ Esc back                                                                   │",
                "      └────────────────────────────────────────────────────────────────────────────┘",
            ]
        );
        assert_eq!(notice.on(Action::Back), Read::Closed);
    }

    #[test]
    fn a_long_notice_scrolls_and_says_where_it_is() {
        let lines = (1..=30).map(|n: u32| show(&format!("line {n}")));
        let mut notice = Notice::said(show("Long"), lines);
        let shows = |notice: &mut Notice, text: &str| {
            screen(EN, 80, 24, |canvas| notice.draw(canvas)).iter().any(|line| line.contains(text))
        };
        assert!(shows(&mut notice, "line 1 ") && shows(&mut notice, "1 to 20 of 30"));
        notice.on(Action::Last);
        assert!(shows(&mut notice, "line 30") && !shows(&mut notice, "line 10 "));
        assert_eq!(notice.on(Action::Undo), Read::Passed);
    }
}
