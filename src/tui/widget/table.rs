//! A list in columns: what is drawn of a window of rows.

use super::super::canvas::{Canvas, columns};
use super::super::theme::Tone;
use super::highlight;
use crate::text::Shown;

/// Blanks between two columns.
const GAP: u16 = 2;

/// The markers before the first column: selected, marked, staged.
const MARKERS: u16 = 3;

/// Columns of this rank and more stand there only where the others have good room.
const SPARE: u8 = 6;

/// The mark of the sorted column, behind its title.
const MARK: u16 = 2;

/// Against which end of its column a text stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// The order of a sorted column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Lowest first, drawn `^`.
    Up,
    /// Highest first, drawn `v`.
    Down,
}

/// A column of a list.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its title.
    pub title: Shown,
    /// The fewest columns it is of use with.
    pub least: u16,
    /// The most it makes use of.
    pub most: u16,
    /// Which column goes first where there is no room: the highest number; 0 never goes, and from 6 on it goes already
    /// where the others would be cut.
    pub rank: u8,
    /// Against which end its texts stand.
    pub align: Align,
    /// By what it is chosen among the columns of its list; one without it always stands there.
    pub id: &'static str,
    /// Whether it stands there where nobody chose otherwise.
    pub usual: bool,
}

impl Column {
    /// Creates a column of words.
    pub const fn words(title: Shown, least: u16, most: u16, rank: u8) -> Self {
        Self { title, least, most, rank, align: Align::Left, id: "", usual: true }
    }

    /// Creates a column of numbers.
    pub const fn numbers(title: Shown, width: u16, rank: u8) -> Self {
        Self { title, least: width, most: width, rank, align: Align::Right, id: "", usual: true }
    }

    /// Creates a column of words that are known, which is as wide as the longest of them and as its title.
    pub fn labels(title: Shown, labels: impl IntoIterator<Item = Shown>, rank: u8) -> Self {
        let longest = labels.into_iter().map(|label| columns(&label)).max().unwrap_or(0);
        let width = longest.max(columns(&title) + MARK);
        Self { least: width, most: width, ..Self::words(title, 0, 0, rank) }
    }

    /// Lets a person choose whether it stands there.
    #[must_use]
    pub const fn chosen_as(mut self, id: &'static str) -> Self {
        self.id = id;
        self
    }

    /// Lets a person choose it; it stands there only then.
    #[must_use]
    pub const fn unusual(mut self, id: &'static str) -> Self {
        self.id = id;
        self.usual = false;
        self
    }

    /// Keeps it standing for as long as it is of any use: a person asked for it.
    #[must_use]
    pub fn wished(mut self) -> Self {
        self.rank = self.rank.min(SPARE - 1);
        self
    }

    /// The fewest columns, with room for the mark of the sorted column, so that nothing moves when another is sorted.
    fn titled(&self) -> u16 {
        self.least.max(columns(&self.title) + MARK).min(self.most.max(self.least))
    }

    /// What it is of good use with: halfway between the least and the most.
    fn good(&self) -> u16 {
        self.least.midpoint(self.most).max(self.titled())
    }
}

/// A row of a list.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// A text and its tone for each column.
    pub cells: Vec<(Shown, Tone)>,
    /// Whether it is marked.
    pub marked: bool,
    /// Whether the draft changes it.
    pub staged: bool,
}

/// Everything a list draws.
#[derive(Debug)]
pub struct Table<'a> {
    /// The columns.
    pub columns: &'a [Column],
    /// Which column is sorted, and how.
    pub sorted: Option<(usize, Direction)>,
    /// The rows that are seen.
    pub rows: &'a [Row],
    /// Which of them is selected.
    pub selected: Option<usize>,
    /// The folded words of the filter.
    pub words: &'a [String],
    /// What is said where there is no row: what would be here, and the key that makes the first one.
    pub empty: &'a Shown,
}

impl Table<'_> {
    /// Returns how many rows a canvas of this height shows.
    pub const fn rows_in(height: u16) -> u16 {
        height.saturating_sub(1)
    }

    /// Draws the header and the rows.
    pub fn draw(&self, canvas: &mut Canvas<'_>) {
        let widths = self.widths(canvas.width());
        self.header(&mut canvas.row(0), &widths);
        if self.rows.is_empty() {
            let width = canvas.width().saturating_sub(MARKERS);
            canvas.part(MARKERS, 2, width, u16::MAX).paragraph(0, self.empty, Tone::Dim);
        }
        for (y, (index, row)) in (1..canvas.height()).zip(self.rows.iter().enumerate()) {
            self.row(&mut canvas.row(y), row, self.selected == Some(index), &widths);
        }
    }

    fn header(&self, canvas: &mut Canvas<'_>, widths: &[u16]) {
        let mut x = MARKERS;
        for (index, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            if *width == 0 {
                continue;
            }
            let mut title = column.title.clone();
            if let Some((_, direction)) = self.sorted.filter(|(sorted, _)| *sorted == index) {
                let mark = match direction {
                    Direction::Up => " ^",
                    Direction::Down => " v",
                };
                title = canvas.look.fit(&title, width.saturating_sub(MARK));
                title.push(&Shown::fixed(mark));
            }
            let draw = if column.align == Align::Right { Canvas::cell_right } else { Canvas::cell };
            x = draw(canvas, x, 0, *width, &title, Tone::Title) + GAP;
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, row: &Row, selected: bool, widths: &[u16]) {
        for (x, (on, mark, tone)) in
            (0..).zip([(selected, ">", Tone::Chosen), (row.marked, "*", Tone::Strong), (row.staged, "~", Tone::Staged)])
        {
            if on {
                canvas.text(x, 0, &Shown::fixed(mark), tone);
            }
        }
        let mut x = MARKERS;
        for ((column, width), (text, tone)) in self.columns.iter().zip(widths).zip(&row.cells) {
            if *width == 0 {
                continue;
            }
            if column.align == Align::Right {
                let start = width.saturating_sub(columns(text));
                highlight::cell(canvas, x + start, width - start, text, *tone, self.words);
            } else {
                highlight::cell(canvas, x, *width, text, *tone, self.words);
            }
            x += width + GAP;
        }
    }

    /// Shares the width out: columns without room are left out; the others get what they are of good use with, then
    /// what they make use of, in turn.
    fn widths(&self, width: u16) -> Vec<u16> {
        let room = width.saturating_sub(MARKERS);
        let mut shown = vec![true; self.columns.len()];
        let used = |widths: &[u16]| {
            let shown = widths.iter().filter(|width| **width > 0);
            shown.fold(0_u16, |sum, width| sum.saturating_add(*width).saturating_add(GAP)).saturating_sub(GAP)
        };
        let each = |shown: &[bool], width: fn(&Column) -> u16| -> Vec<u16> {
            self.columns.iter().zip(shown).map(|(column, shown)| if *shown { width(column) } else { 0 }).collect()
        };
        for (width, least) in [(Column::good as fn(&Column) -> u16, SPARE), (Column::titled, 1)] {
            while used(&each(&shown, width)) > room {
                let may_go = (0..shown.len()).filter(|i| shown[*i] && self.columns[*i].rank >= least);
                let Some(last) = may_go.max_by_key(|i| self.columns[*i].rank) else { break };
                shown[last] = false;
            }
        }
        let mut widths = each(&shown, Column::titled);
        for wished in [Column::good as fn(&Column) -> u16, |column| column.most] {
            let mut left = room.saturating_sub(used(&widths));
            for (column, width) in self.columns.iter().zip(&mut widths).filter(|(_, width)| **width > 0) {
                let more = wished(column).saturating_sub(*width).min(left);
                *width += more;
                left -= more;
            }
        }
        widths
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::*;
    use crate::text::show;

    fn table(width: u16, rows: &[Row], sorted: Option<(usize, Direction)>) -> Vec<String> {
        let columns = [
            Column::words(show("Name"), 10, 20, 0),
            Column::numbers(show("Ext"), 5, 1),
            Column::words(show("Access"), 6, 12, 2),
            Column::words(show("Web"), 3, 3, 3),
        ];
        let empty = show("Users would be here. n creates the first one.");
        let words = ["roy".to_owned()];
        let table = Table { columns: &columns, sorted, rows, selected: Some(0), words: &words, empty: &empty };
        screen(EN, width, 4, |canvas| table.draw(canvas))
    }

    fn row(cells: [&str; 4], marked: bool, staged: bool) -> Row {
        Row { cells: cells.map(|text| (show(text), Tone::Plain)).to_vec(), marked, staged }
    }

    fn rows() -> Vec<Row> {
        vec![
            row(["Amélie Roy", "2104", "Professional", "(x)"], false, true),
            row(["Chloé Leroy-Tremblay-Roy", "12", "Essential", "[ ]"], true, false),
        ]
    }

    #[test]
    fn columns_have_their_places_and_markers_theirs() {
        assert_eq!(
            table(55, &rows(), Some((0, Direction::Up))),
            [
                "   Name ^                  Ext  Access        Web",
                "> ~Amélie Roy             2104  Professional  (x)",
                " * Chloé Leroy-Trembla…     12  Essential     [ ]",
                "",
            ]
        );
    }

    #[test]
    fn columns_without_room_are_left_out_from_the_least_important() {
        assert_eq!(table(31, &rows(), Some((2, Direction::Down)))[0], "   Name           Ext  Access v");
        assert_eq!(
            table(22, &rows(), Some((1, Direction::Down)))[0..2],
            ["   Name          Ext v", "> ~Amélie Roy     2104"]
        );
        assert_eq!(table(12, &rows(), None)[1], "> ~Amélie R…");
    }

    #[test]
    fn a_spare_column_stands_only_where_the_others_have_good_room() {
        let columns = [
            Column::words(show("Name"), 10, 30, 0),
            Column::labels(show("Status"), ["active", "désactivé"].map(show), 2),
            Column::words(show("E-mail"), 10, 20, 7),
        ];
        let empty = Shown::default();
        let widths = |width| {
            let table = Table { columns: &columns, sorted: None, rows: &[], selected: None, words: &[], empty: &empty };
            table.widths(width + MARKERS)
        };
        assert_eq!(widths(48), [20, 9, 15], "halfway to what each makes use of");
        assert_eq!(widths(47), [30, 9, 0], "else it goes, and the first column has the room");
        assert_eq!(widths(21), [10, 9, 0], "a known word is never cut");
        assert_eq!(widths(20), [20, 0, 0]);
        let wished = columns.each_ref().map(|column| column.clone().wished());
        let table = Table { columns: &wished, sorted: None, rows: &[], selected: None, words: &[], empty: &empty };
        assert_eq!(table.widths(40 + MARKERS), [17, 9, 10], "what was asked for stands as long as it is of any use");
    }

    #[test]
    fn an_empty_list_says_what_would_be_here() {
        assert_eq!(table(30, &[], None)[2..], ["   Users would be here. n", "   creates the first one."],);
    }
}
