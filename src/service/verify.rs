//! The journal's chain, verified.

use super::console::Console;
use super::error::Result;
use crate::domain::id::EntryNo;
use crate::store::journal::{self, Head, Verified};

impl Console {
    /// Verifies the journal after a head known to be right; `watch` stops it by answering `false`.
    ///
    /// # Errors
    /// The store.
    pub fn verify_journal(&self, since: Option<Head>, watch: &mut dyn FnMut(EntryNo) -> bool) -> Result<Verified> {
        self.reader.snapshot(|tables| Ok(journal::verify(tables, since, watch)?))
    }

    /// The newest entry: the anchor against a rebuilt chain (S-52).
    ///
    /// # Errors
    /// The store.
    pub fn journal_head(&self) -> Result<Head> {
        Ok(journal::head(self.reader.tables())?)
    }
}
