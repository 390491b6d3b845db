//! Cells of one row, cleaned; a cell that cannot be cleaned refuses its row.

use std::borrow::Cow;

use super::header::Column;
use super::message::{Caution, Refusal};
use super::place::{Place, Refused, Warning};
use super::table::Row;
use super::value::Cleaner;

/// A row with what is needed to clean its cells and to say where they stand.
pub(super) struct Cells<'r, 'c> {
    pub row: Row<'r>,
    pub file: usize,
    pub line: u64,
    pub cleaner: &'c mut Cleaner,
    pub warnings: Vec<Warning>,
}

impl<'r> Cells<'r, '_> {
    /// Returns a cleaned one-line value.
    pub fn line(&mut self, column: Option<Column>) -> Result<Option<String>, Refused> {
        self.clean(column, false)
    }

    /// Returns a cleaned value that may hold several lines.
    pub fn text(&mut self, column: Option<Column>) -> Result<Option<String>, Refused> {
        self.clean(column, true)
    }

    /// Returns a raw value for comparison only; it is never kept.
    pub fn raw(&self, column: Option<Column>) -> Cow<'r, str> {
        column.map_or(Cow::Borrowed(""), |column| self.row.get(column))
    }

    /// Refuses the row because of a column.
    pub fn refuse(&self, column: Option<Column>, reason: Refusal) -> Refused {
        Refused { place: self.place(column), reason }
    }

    /// Adds a warning about a column.
    pub fn warn(&mut self, column: Option<Column>, caution: Caution) {
        let place = self.place(column);
        self.warnings.push(Warning { place, caution });
    }

    fn place(&self, column: Option<Column>) -> Place {
        let place = Place::line(self.file, self.line);
        match column {
            Some(column) => place.column(self.row.header().name(column)),
            None => place,
        }
    }

    fn clean(&mut self, column: Option<Column>, multiline: bool) -> Result<Option<String>, Refused> {
        let Some(at) = column else { return Ok(None) };
        let raw = self.row.get(at);
        let cleaned = if multiline { self.cleaner.text(&raw) } else { self.cleaner.line(&raw) };
        cleaned.map(|value| value.map(Cow::into_owned)).map_err(|reason| self.refuse(column, reason))
    }
}
