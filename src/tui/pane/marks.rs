//! The marks of a list: some rows, or all that match but some. The filter is kept, never a list of all ids.

use std::collections::BTreeSet;

use crate::service::bulk::Marked;
use crate::service::view::{Query, Tally};

/// Which rows are marked.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// All that match, but the rows in `rows`.
    all: bool,
    rows: BTreeSet<i64>,
}

impl Marks {
    /// Whether no row is.
    pub fn is_empty(&self) -> bool {
        !self.all && self.rows.is_empty()
    }

    /// Whether a row is, which matches.
    pub fn has(&self, number: i64) -> bool {
        self.all != self.rows.contains(&number)
    }

    /// Marks a row, or no longer.
    pub fn toggle(&mut self, number: i64) {
        if !self.rows.remove(&number) {
            self.rows.insert(number);
        }
    }

    /// Marks rows.
    pub fn add(&mut self, numbers: impl IntoIterator<Item = i64>) {
        for number in numbers {
            if self.all {
                self.rows.remove(&number);
            } else {
                self.rows.insert(number);
            }
        }
    }

    /// Marks all that match.
    pub fn all(&mut self) {
        *self = Self { all: true, rows: BTreeSet::new() };
    }

    /// Marks none.
    pub fn none(&mut self) {
        *self = Self::default();
    }

    /// The filter is another one: what was marked by the old one is marked no more.
    pub fn filtered(&mut self) {
        if self.all {
            self.none();
        }
    }

    /// How many are marked, if that is known.
    pub fn count(&self, tally: Option<Tally>) -> Option<Tally> {
        let rows = self.rows.len() as u64;
        match tally {
            _ if !self.all => Some(Tally::Exactly(rows)),
            Some(Tally::Exactly(of)) => Some(Tally::Exactly(of.saturating_sub(rows))),
            Some(Tally::AtLeast(of)) => Some(Tally::AtLeast(of.saturating_sub(rows))),
            None => None,
        }
    }

    /// The marked rows of a list, as the service takes them; none where no row is marked.
    pub fn of(&self, query: &Query) -> Option<Marked> {
        if self.is_empty() {
            None
        } else if self.all {
            Some(Marked::AllBut(Box::new(query.clone()), self.rows.clone()))
        } else {
            Some(Marked::These(self.rows.clone()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_one_is_counted_without_ids() {
        let mut marks = Marks::default();
        marks.all();
        marks.toggle(7);
        assert!(marks.has(1) && !marks.has(7));
        assert_eq!(marks.count(Some(Tally::Exactly(10))), Some(Tally::Exactly(9)));
        assert_eq!(marks.count(Some(Tally::AtLeast(10_000))), Some(Tally::AtLeast(9_999)));
        marks.add([7]);
        assert!(marks.has(7));
    }

    #[test]
    fn another_filter_keeps_rows_and_drops_all() {
        let mut marks = Marks::default();
        marks.add([1, 2]);
        marks.filtered();
        assert_eq!(marks.count(None), Some(Tally::Exactly(2)));
        marks.all();
        marks.filtered();
        assert!(marks.is_empty());
    }
}
