//! A sheet of rows with a selected one: a section of a record, steps of a why, details.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::theme::Tone;
use super::scroll::Scroll;
use crate::text::Shown;

/// The longest mark that gets a column.
const LONGEST_MARK: u16 = 14;

/// One row: a mark, a label, a value, a remark; what is empty takes no room.
#[derive(Clone, Debug)]
pub struct SheetRow<T> {
    /// What the row stands for; none for a heading or a mere remark.
    pub of: Option<T>,
    /// The mark of a toggle.
    pub mark: Shown,
    /// The tone of the mark.
    pub tone: Tone,
    /// What it is.
    pub label: Shown,
    /// What it says.
    pub value: Shown,
    /// Why it is so.
    pub remark: Shown,
}

impl<T> SheetRow<T> {
    /// Creates a row with a label and a value.
    pub fn detail(of: Option<T>, label: Shown, value: Shown) -> Self {
        Self { of, mark: Shown::default(), tone: Tone::Plain, label, value, remark: Shown::default() }
    }

    /// Creates a row with a mark, a label and a remark: a toggle.
    pub fn toggle(of: T, (mark, tone): (Shown, Tone), label: Shown, remark: Shown) -> Self {
        Self { of: Some(of), mark, tone, label, value: Shown::default(), remark }
    }

    /// Creates a heading.
    pub fn heading(label: Shown) -> Self {
        Self { tone: Tone::Title, ..Self::detail(None, label, Shown::default()) }
    }
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct Sheet<T> {
    rows: Vec<SheetRow<T>>,
    scroll: Scroll,
}

impl<T> Default for Sheet<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), scroll: Scroll::default() }
    }
}

impl<T> Sheet<T> {
    /// Creates a sheet, the first row selected.
    pub fn new(rows: Vec<SheetRow<T>>) -> Self {
        Self { rows, scroll: Scroll::default() }
    }

    /// Replaces the rows; the selection stays at its place.
    pub fn set(&mut self, rows: Vec<SheetRow<T>>) {
        self.rows = rows;
        self.scroll.row = self.scroll.row.min(self.rows.len().saturating_sub(1));
    }

    /// Returns the rows.
    pub fn rows(&self) -> &[SheetRow<T>] {
        &self.rows
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&SheetRow<T>> {
        self.rows.get(self.scroll.row)
    }

    /// Returns the number of the selected row.
    pub const fn at(&self) -> usize {
        self.scroll.row
    }

    /// Selects the row of that number.
    pub fn select(&mut self, row: usize) {
        self.scroll.row = row.min(self.rows.len().saturating_sub(1));
    }

    /// Takes an action that moves; says whether it was one.
    pub fn on(&mut self, action: Action) -> bool {
        self.scroll.on(action, self.rows.len())
    }

    /// Draws the rows; the marker of the selected one only with the focus.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, focus: bool) {
        let widest = |of: fn(&SheetRow<T>) -> &Shown| self.rows.iter().map(|row| columns(of(row))).max().unwrap_or(0);
        let room = canvas.width().saturating_sub(2);
        let gap = |width: u16, most: u16| if width == 0 { 0 } else { width.min(most) + 2 };
        // A mark that tells of a change may be long: then it runs into its own label, and nothing else moves.
        let marks = self.rows.iter().map(|row| columns(&row.mark)).filter(|width| *width <= LONGEST_MARK).max();
        let mark = gap(marks.unwrap_or(0), room);
        let mark = mark.saturating_sub(u16::from(mark == 5));
        // A heading, or a line that is nothing but its label, may run over its column.
        let alone = |row: &SheetRow<T>| row.value.is_empty() && row.remark.is_empty();
        let labels = self.rows.iter().filter(|row| !alone(row) || !row.mark.is_empty());
        let label = gap(labels.map(|row| columns(&row.label)).max().unwrap_or(0), room.saturating_sub(mark) * 2 / 3);
        let value = gap(widest(|row| &row.value), room.saturating_sub(mark + label));
        let seen = self.scroll.seen(self.rows.len(), canvas.height());
        for (y, index) in (0..).zip(seen) {
            let row = &self.rows[index];
            let selected = focus && index == self.scroll.row;
            if selected {
                canvas.text(0, y, &Shown::fixed(">"), Tone::Chosen);
            }
            let strong = if selected { Tone::Strong } else { Tone::Plain };
            canvas.text(2, y, &row.mark, row.tone);
            let mut remark = 2 + mark + label + value;
            if row.tone == Tone::Title {
                // A heading stands out without colour too.
                canvas.text(if selected { 2 } else { 1 }, y, &row.label, Tone::Title);
            } else {
                let past = if row.mark.is_empty() { 0 } else { columns(&row.mark) + 1 };
                let x = 2 + mark.max(past);
                let free = if row.value.is_empty() { value } else { 0 };
                let mut end = if alone(row) { 2 + room } else { mark + label + free };
                if past > mark && row.value.is_empty() {
                    // A label that its mark pushed aside stays whole, and pushes the remark of its own row.
                    end = end.max(x + columns(&row.label)).min(2 + room);
                    remark = remark.max(end + 2);
                }
                canvas.cell(x, y, end.saturating_sub(x), &row.label, strong);
            }
            let x = 2 + mark + label;
            canvas.cell(x, y, value.saturating_sub(2), &row.value, Tone::Plain);
            let rest = canvas.width().saturating_sub(remark);
            canvas.cell(remark, y, rest, &row.remark, Tone::Dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::*;
    use crate::text::show;

    #[test]
    fn toggles_stand_in_columns_with_their_reasons() {
        let toggle = |mark, label, remark| SheetRow::toggle((), (show(mark), Tone::Plain), show(label), show(remark));
        let mut sheet = Sheet::new(vec![
            toggle("(x)", "Web access", "comes with level Analytics"),
            toggle("[+]", "REST API administrator", "staged"),
        ]);
        assert_eq!(
            screen(EN, 60, 2, |canvas| sheet.draw(canvas, true)),
            ["> (x) Web access              comes with level Analytics", "  [+] REST API administrator  staged"]
        );
        assert_eq!(
            screen(EN, 34, 2, |canvas| sheet.draw(canvas, false)),
            ["  (x) Web access          comes w…", "  [+] REST API administ…  staged"]
        );
    }

    #[test]
    fn details_have_values_and_headings() {
        let mut sheet = Sheet::new(vec![
            SheetRow::heading(show("Who they are, in one line")),
            SheetRow::detail(Some(1), show("Name"), show("Amélie Roy")),
            SheetRow::detail(Some(2), show("Extension"), show("2104")),
        ]);
        sheet.on(Action::Down);
        assert_eq!(sheet.selected().unwrap().of, Some(1));
        assert_eq!(
            screen(EN, 40, 3, |canvas| sheet.draw(canvas, true)),
            [" Who they are, in one line", "> Name       Amélie Roy", "  Extension  2104"]
        );
    }

    #[test]
    fn a_sheet_that_shrinks_keeps_a_selection() {
        let mut sheet = Sheet::new((0..5).map(|n| SheetRow::detail(Some(n), show("a"), show("b"))).collect());
        sheet.on(Action::Last);
        sheet.set(vec![SheetRow::detail(Some(7), show("a"), show("b"))]);
        assert_eq!(sheet.selected().unwrap().of, Some(7));
        sheet.set(Vec::new());
        assert!(sheet.selected().is_none());
    }

    #[test]
    fn a_label_that_its_mark_pushed_aside_stays_whole() {
        let toggle = |mark, label, remark| SheetRow::toggle((), (show(mark), Tone::Plain), show(label), show(remark));
        let mut sheet = Sheet::new(vec![
            toggle("Essential > Professional", "Access type", "staged"),
            toggle("< >", "Agent add-on", "costs more: needs Manage"),
        ]);
        assert_eq!(
            screen(EN, 50, 2, |canvas| sheet.draw(canvas, false)),
            ["  Essential > Professional Access type  staged", "  < > Agent add-on  costs more: needs Manage"]
        );
    }
}
