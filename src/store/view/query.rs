//! What is asked of a list.

use super::{Filter, List, Sort};

/// What is asked of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Which list.
    pub list: List,
    /// What to show of it.
    pub filter: Filter,
    /// By what it is sorted.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
}
