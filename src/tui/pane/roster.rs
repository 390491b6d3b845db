//! The window of a list: a screenful of rows by key, never more, whatever the store holds.

use super::super::action::Action;
use super::super::desk::Desk;
use super::marks::Marks;
use crate::service::Result;
use crate::service::bulk::MOST;
use crate::service::view::{Cursor, Filter, From, List, Query, Sort, Tally, sorts_of, terms_of};

/// How a list is read; one for each kind of record.
pub trait Source: 'static {
    /// A row.
    type Row: Clone;
    /// Which list.
    const LIST: List;

    /// Reads a window.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, Self::Row)>>;

    /// The number of a row, which tells it from the others of its list.
    fn number(row: &Self::Row) -> i64;

    /// The number of the record that a row tells of; several rows may tell of one.
    fn record(row: &Self::Row) -> i64 {
        Self::number(row)
    }
}

/// A list as far as it is seen.
pub struct Roster<S: Source> {
    /// What is asked of the list.
    pub query: Query,
    /// The filter, as typed.
    pub typed: String,
    /// How many rows there are, once counted; the number of the question until then.
    pub tally: (u64, Option<Tally>),
    /// The rows that are marked.
    pub marks: Marks,
    /// Where a range of marks was begun.
    range: Option<(Cursor, i64)>,
    rows: Vec<(Cursor, S::Row)>,
    selected: usize,
    height: usize,
    /// Whether the rows have to be read again.
    pub stale: bool,
}

impl<S: Source> Default for Roster<S> {
    fn default() -> Self {
        let sort = sorts_of(S::LIST)[0];
        let descending = S::LIST == List::Journal;
        Self {
            query: Query { list: S::LIST, filter: Filter::default(), sort, descending },
            typed: String::new(),
            tally: (0, None),
            marks: Marks::default(),
            range: None,
            rows: Vec::new(),
            selected: 0,
            height: 0,
            stale: true,
        }
    }
}

impl<S: Source> Roster<S> {
    /// The rows that are seen.
    pub fn rows(&self) -> impl Iterator<Item = &S::Row> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// Which of them is selected.
    pub fn selected_at(&self) -> Option<usize> {
        (!self.rows.is_empty()).then_some(self.selected)
    }

    /// The selected row.
    pub fn selected(&self) -> Option<&S::Row> {
        self.rows.get(self.selected).map(|(_, row)| row)
    }

    /// The number of the record that the selected row tells of.
    pub fn record(&self) -> Option<i64> {
        self.selected().map(S::record)
    }

    /// The number of the selected row.
    pub fn number(&self) -> Option<i64> {
        self.selected().map(S::number)
    }

    /// Gives the list so many lines; reads what is missing.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn fit(&mut self, desk: &Desk, height: usize) -> Result<()> {
        if self.height != height || self.stale {
            self.height = height;
            self.read(desk)?;
        }
        Ok(())
    }

    /// Reads the window again where it stands; the selected record stays selected.
    fn read(&mut self, desk: &Desk) -> Result<()> {
        let keep = self.number();
        let from = self.rows.first().map_or(From::Start, |(cursor, _)| From::At(cursor.clone()));
        let height = self.height.max(1);
        let mut rows = S::fetch(desk, &self.query, &from, height)?;
        if rows.len() < height && from != From::Start {
            rows = S::fetch(desk, &self.query, &From::End, height)?;
        }
        self.rows = rows;
        self.stale = false;
        self.reselect(desk, keep)
    }

    /// Selects a record again: in the window, or by moving the window to it.
    fn reselect(&mut self, desk: &Desk, keep: Option<i64>) -> Result<()> {
        let here = |rows: &[(Cursor, S::Row)], number| rows.iter().position(|(_, row)| S::number(row) == number);
        match keep.and_then(|number| here(&self.rows, number)) {
            Some(at) => self.selected = at,
            None => {
                self.selected = self.selected.min(self.rows.len().saturating_sub(1));
                let gone = keep.filter(|_| self.query.filter.is_empty());
                let Some(number) = gone else { return Ok(()) };
                if let Some(cursor) = desk.console.cursor_of(&self.query, number)? {
                    self.go_to(desk, &cursor, number)?;
                }
            }
        }
        Ok(())
    }

    fn go_to(&mut self, desk: &Desk, cursor: &Cursor, number: i64) -> Result<()> {
        let height = self.height.max(1);
        let mut rows = S::fetch(desk, &self.query, &From::Before(cursor.clone()), height / 2)?;
        rows.extend(S::fetch(desk, &self.query, &From::At(cursor.clone()), height - rows.len())?);
        if rows.len() < height {
            rows = S::fetch(desk, &self.query, &From::End, height)?;
        }
        self.rows = rows;
        self.selected = self.rows.iter().position(|(_, row)| S::number(row) == number).unwrap_or(0);
        Ok(())
    }

    /// Selects the record of that number, wherever it stands in the list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn select(&mut self, desk: &Desk, number: i64) -> Result<()> {
        if let Some(cursor) = desk.console.cursor_of(&self.query, number)? {
            self.stale = false;
            self.go_to(desk, &cursor, number)?;
        }
        Ok(())
    }

    /// Takes an action that moves; says whether it was one.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn on(&mut self, desk: &Desk, action: Action) -> Result<bool> {
        let page = self.height.max(1);
        match action {
            Action::Down => self.down(desk, 1)?,
            Action::Up => self.up(desk, 1)?,
            Action::HalfDown => self.down(desk, page.div_ceil(2))?,
            Action::HalfUp => self.up(desk, page.div_ceil(2))?,
            Action::PageDown => self.page(desk, true)?,
            Action::PageUp => self.page(desk, false)?,
            Action::First => {
                self.rows = S::fetch(desk, &self.query, &From::Start, page)?;
                self.selected = 0;
            }
            Action::Last => {
                self.rows = S::fetch(desk, &self.query, &From::End, page)?;
                self.selected = self.rows.len().saturating_sub(1);
            }
            Action::Mark => {
                self.number().into_iter().for_each(|number| self.marks.toggle(number));
                self.down(desk, 1)?;
            }
            Action::MarkRange => self.mark_range(desk)?,
            Action::MarkAll => self.marks.all(),
            Action::MarkNone => self.unmark(),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Marks no row any more.
    pub fn unmark(&mut self) {
        self.marks.none();
        self.range = None;
    }

    /// Whether a range of marks was begun and not ended.
    pub const fn is_ranging(&self) -> bool {
        self.range.is_some()
    }

    /// Begins a range of marks, or marks from its begin to the selected row.
    fn mark_range(&mut self, desk: &Desk) -> Result<()> {
        let Some((here, row)) = self.rows.get(self.selected) else { return Ok(()) };
        let here = (here.clone(), S::number(row));
        let Some(begun) = self.range.take() else {
            self.range = Some(here);
            return Ok(());
        };
        let is_before = (begun.0 < here.0) != self.query.descending;
        let (first, last) = if is_before { (begun, here) } else { (here, begun) };
        let numbers = desk.console.ids(&self.query, &From::At(first.0), MOST)?;
        let end = numbers.iter().position(|(_, number)| *number == last.1).map_or(0, |at| at + 1);
        self.marks.add(numbers.into_iter().take(end).map(|(_, number)| number));
        Ok(())
    }

    fn down(&mut self, desk: &Desk, by: usize) -> Result<()> {
        let wanted = self.selected + by;
        if wanted >= self.rows.len() {
            if let Some((last, _)) = self.rows.last() {
                let more = S::fetch(desk, &self.query, &From::After(last.clone()), wanted + 1 - self.rows.len())?;
                self.rows.extend(more);
                let over = self.rows.len().saturating_sub(self.height.max(1));
                self.rows.drain(..over);
                self.selected = wanted.saturating_sub(over);
            }
        } else {
            self.selected = wanted;
        }
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    fn up(&mut self, desk: &Desk, by: usize) -> Result<()> {
        if by <= self.selected {
            self.selected -= by;
            return Ok(());
        }
        if let Some((first, _)) = self.rows.first() {
            let mut more = S::fetch(desk, &self.query, &From::Before(first.clone()), by - self.selected)?;
            more.append(&mut self.rows);
            more.truncate(self.height.max(1));
            self.rows = more;
        }
        self.selected = 0;
        Ok(())
    }

    fn page(&mut self, desk: &Desk, forward: bool) -> Result<()> {
        let height = self.height.max(1);
        let edge = if forward { self.rows.last() } else { self.rows.first() };
        let Some((edge, _)) = edge else { return Ok(()) };
        let from = if forward { From::After(edge.clone()) } else { From::Before(edge.clone()) };
        let rows = S::fetch(desk, &self.query, &from, height)?;
        if rows.len() == height {
            self.rows = rows;
        } else {
            let end = if forward { From::End } else { From::Start };
            self.rows = S::fetch(desk, &self.query, &end, height)?;
            self.selected = if forward { self.rows.len().saturating_sub(1) } else { 0 };
        }
        self.selected = self.selected.min(self.rows.len().saturating_sub(1));
        Ok(())
    }

    /// Filters by what was typed; the list starts at its top.
    pub fn filter(&mut self, typed: &str) {
        self.filter_by(typed, typed);
    }

    /// Filters by what was typed in the reader's words, which means the other.
    pub fn filter_by(&mut self, typed: &str, meant: &str) {
        self.typed = typed.to_owned();
        self.marks.filtered();
        self.query.filter = Filter::parse(meant, terms_of(S::LIST));
        self.back_to_top();
    }

    /// Sorts by the next of the list's sorts, or by that one.
    pub fn sort(&mut self, sort: Sort) {
        self.query.sort = sort;
        self.back_to_top();
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.query.descending = !self.query.descending;
        self.back_to_top();
    }

    fn back_to_top(&mut self) {
        self.rows.clear();
        self.selected = 0;
        self.stale = true;
        // An answer that is still on its way is to another question.
        self.tally = (0, None);
    }
}
