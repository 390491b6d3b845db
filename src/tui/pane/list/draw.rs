//! How a list is drawn: its view, its filter and its counts on one line, its columns below.

use super::super::super::canvas::{Canvas, columns as width_of};
use super::super::super::desk::Desk;
use super::super::super::theme::Tone;
use super::super::super::widget::table::{Column, Direction, Row, Table};
use super::{Kind, ListPane, is_staged};
use crate::domain::id::Subject;
use crate::service::view::{Tally, sorts_of};
use crate::text::{Shown, show};

/// Columns that a filter has at least while it is being typed.
const TYPING: u16 = 24;

impl<K: Kind> ListPane<K> {
    /// Which view is shown and how it is sorted, where it can be sorted otherwise.
    fn shown_as(&self, desk: &Desk) -> Shown {
        let texts = &desk.look.texts;
        let query = &self.roster.query;
        let own = desk.saved.iter().find(|own| own.list == K::LIST.as_str() && own.filter == self.roster.typed.trim());
        let view = own.map_or_else(|| K::view(desk, &query.filter), |own| show(&own.name));
        let mut parts = Vec::new();
        parts.extend((!view.is_empty()).then_some(view));
        if sorts_of(K::LIST).len() > 1 {
            let sort = texts.word("sort", query.sort.as_str());
            let id = if query.descending { "list-sorted-down" } else { "list-sorted" };
            parts.push(texts.with(id, &[("by", sort.into())]));
        }
        Shown::join(&parts, &Shown::fixed(", "))
    }

    fn heading(&self, desk: &Desk) -> Shown {
        let texts = &desk.look.texts;
        let number = |n: u64| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
        match self.roster.tally.1 {
            Some(Tally::Exactly(n)) => texts.with("pane-count", &[("count", number(n).into())]),
            Some(Tally::AtLeast(n)) => texts.with("pane-count-more", &[("count", number(n).into())]),
            None => Shown::default(),
        }
    }

    /// How many rows are marked, and whether a range is being marked.
    fn marked_remark(&self, desk: &Desk) -> Option<Shown> {
        let texts = &desk.look.texts;
        if self.roster.is_ranging() {
            return Some(texts.get("marks-range"));
        }
        if self.roster.marks.is_empty() {
            return None;
        }
        let number = |n: u64| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
        Some(match self.roster.marks.count(self.roster.tally.1) {
            Some(Tally::Exactly(n)) => texts.with("marks-count", &[("count", number(n).into())]),
            Some(Tally::AtLeast(n)) => texts.with("marks-count-more", &[("count", number(n).into())]),
            None => texts.get("marks-all"),
        })
    }

    /// Draws the list.
    pub(super) fn draw_list(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        self.draw_line(&mut canvas.row(0), desk);
        let height = canvas.height().saturating_sub(1);
        let width = canvas.width();
        self.draw_rows(&mut canvas.part(0, 1, width, height), desk);
    }

    /// The view, the filter, how many are marked and how many there are.
    fn draw_line(&self, line: &mut Canvas<'_>, desk: &Desk) {
        let parts: Vec<Shown> = self.marked_remark(desk).into_iter().chain([self.heading(desk)]).collect();
        let count = Shown::join(&parts, &Shown::fixed("  "));
        let width = line.width();
        let room = width.saturating_sub(width_of(&count) + 3);
        let shown_as = self.shown_as(desk);
        // What is typed needs its room; what was typed is seen whole.
        let typed = show(&self.roster.typed);
        let needed = if self.filter.is_some() { TYPING.max(width_of(&typed) + 4) } else { width_of(&typed) + 4 };
        let named = width_of(&shown_as).min(room.saturating_sub(needed));
        line.cell(0, 0, named, &shown_as, Tone::Plain);
        let start = if named == 0 { 0 } else { named + 2 };
        line.text(start, 0, &Shown::fixed("/"), if self.filter.is_some() { Tone::Chosen } else { Tone::Dim });
        let left = room.saturating_sub(start + 2);
        match &self.filter {
            Some(field) => field.draw(&mut line.part(start + 2, 0, left, 1), true),
            None => _ = line.cell(start + 2, 0, left, &typed, Tone::Plain),
        }
        line.cell_right(0, 0, width.saturating_sub(1), &count, Tone::Dim);
    }

    /// The columns that are seen, and the rows under them.
    fn draw_rows(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let texts = &desk.look.texts;
        let query = &self.roster.query;
        let all = K::columns(texts);
        let seen = desk.columns.seen(K::LIST, &all, K::wanted(&query.filter));
        let own = desk.columns.are_own(K::LIST);
        let asked = |column: Column| if own { column.wished() } else { column };
        let columns: Vec<Column> = seen.iter().map(|at| asked(all[*at].clone())).collect();
        let sorted = K::sorted(query.sort).and_then(|at| seen.iter().position(|seen| *seen == at));
        let rows: Vec<Row> = self
            .roster
            .rows()
            .map(|row| {
                let subject = Subject::new(K::RECORD, K::record(row));
                let cells = K::cells(desk, row);
                Row {
                    cells: seen.iter().filter_map(|at| cells.get(*at).cloned()).collect(),
                    marked: self.roster.marks.has(K::number(row)),
                    staged: is_staged(desk, subject),
                }
            })
            .collect();
        let direction = if query.descending { Direction::Down } else { Direction::Up };
        let empty = if query.filter.is_empty() { K::empty(texts) } else { texts.get("pane-no-match") };
        let table = Table {
            columns: &columns,
            sorted: sorted.map(|column| (column, direction)),
            rows: &rows,
            selected: self.roster.selected_at(),
            words: &query.filter.words,
            empty: &empty,
        };
        table.draw(canvas);
    }
}
