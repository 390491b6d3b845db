//! The columns that a person chose to see of each list; kept by the store as their own.

use std::collections::BTreeMap;

use super::widget::table::Column;
use crate::service::view::List;

/// The choices of one person, by list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns(BTreeMap<String, Vec<String>>);

impl Columns {
    /// The choices that were kept: a list's word with the ids of its columns.
    pub fn new(kept: impl IntoIterator<Item = (String, String)>) -> Self {
        let ids = |text: String| text.split_whitespace().map(str::to_owned).collect();
        Self(kept.into_iter().map(|(list, text)| (list, ids(text))).collect())
    }

    /// Whether the person chose the columns of a list.
    pub fn are_own(&self, list: List) -> bool {
        self.0.contains_key(list.as_str())
    }

    /// Whether a column of a list is chosen, or usual where nothing was chosen.
    pub fn has(&self, list: List, column: &Column) -> bool {
        match self.0.get(list.as_str()) {
            _ if column.id.is_empty() => true,
            Some(chosen) => chosen.iter().any(|id| id == column.id),
            None => column.usual,
        }
    }

    /// The places of the columns to be seen: the chosen ones, and those that are wanted now.
    pub fn seen(&self, list: List, columns: &[Column], wanted: &[&str]) -> Vec<usize> {
        let seen = |column: &Column| self.has(list, column) || wanted.contains(&column.id);
        (0..columns.len()).filter(|at| seen(&columns[*at])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::show;

    #[test]
    fn what_was_chosen_is_seen_else_what_is_usual() {
        let column = || Column::words(show("x"), 4, 8, 1);
        let all = [column(), column().chosen_as("site"), column().chosen_as("email"), column().unusual("login")];
        let usual = Columns::default();
        assert_eq!(usual.seen(List::Users, &all, &[]), [0, 1, 2]);
        assert_eq!(usual.seen(List::Users, &all, &["login"]), [0, 1, 2, 3]);
        let own = Columns::new([("users".to_owned(), "login email".to_owned())]);
        assert_eq!(own.seen(List::Users, &all, &[]), [0, 2, 3]);
        assert_eq!(own.seen(List::Contacts, &all, &[]), [0, 1, 2]);
    }
}
