//! The handle that writes, and one open change of the model.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::error::Result;
use super::facts::Tables;
use super::migrate;
use super::open::{CACHE, Opening, PATIENCE, open};

/// How much of the file is held while a great deal is changed, in KiB: the indexes of names grow anywhere, and a page that
/// is not held is written out and read again.
const LARGE_CACHE: i64 = 16_000;

/// The handle that writes. Only the door and the housekeeping of [`crate::service`] hold one.
pub struct Writer {
    conn: Connection,
    waits: bool,
    /// How much of the file is held, in KiB.
    cache: i64,
}

impl Writer {
    pub(super) const fn connection(&self) -> &Connection {
        &self.conn
    }

    /// Opens a store for writing.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn open(path: &Path, opening: Opening) -> Result<Self> {
        Ok(Self { conn: open(path, true, opening)?, waits: true, cache: CACHE })
    }

    /// Says whether it waits for somebody else who is saving. Where it does not, it is busy at once, and whoever asked
    /// tries again: nobody stands still meanwhile (S-44).
    pub const fn set_waiting(&mut self, waits: bool) {
        self.waits = waits;
    }

    fn begin(&mut self, cache: i64) -> Result<Transaction<'_>> {
        if self.cache != cache {
            self.conn.pragma_update(None, "cache_size", -cache)?;
            self.cache = cache;
        }
        if self.waits {
            return Ok(Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?);
        }
        self.conn.busy_timeout(Duration::ZERO)?;
        let begun = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate);
        self.conn.busy_timeout(PATIENCE)?;
        Ok(begun?)
    }

    /// Begins a change of the model: one immediate transaction, rolled back unless it is committed.
    ///
    /// # Errors
    /// Busy, or where SQLite refuses.
    pub fn begin_change(&mut self) -> Result<Change<'_>> {
        Ok(Change(self.begin(CACHE)?))
    }

    /// The same for a change of very many records, which holds more of the file until something else is begun.
    ///
    /// # Errors
    /// Busy, or where SQLite refuses.
    pub fn begin_large_change(&mut self) -> Result<Change<'_>> {
        Ok(Change(self.begin(LARGE_CACHE)?))
    }

    /// Begins a change of the housekeeping tables.
    ///
    /// # Errors
    /// Busy, or where SQLite refuses.
    pub fn begin_housekeeping(&mut self) -> Result<super::house::Housekeeping<'_>> {
        Ok(super::house::Housekeeping::new(self.begin(CACHE)?))
    }

    /// Writes a value of the file about itself.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn set_meta(&self, key: &str, value: &str) -> Result<()> {
        migrate::set_meta(&self.conn, key, value)
    }

    /// Gives the log of changes back to the file, as after a large import.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn checkpoint(&self) -> Result<()> {
        Ok(self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }
}

/// An open change of the model.
pub struct Change<'a>(Transaction<'a>);

impl Change<'_> {
    /// The tables, with what was written so far.
    pub fn tables(&self) -> Tables<'_> {
        Tables::new(&self.0)
    }

    pub(super) fn connection(&self) -> &Connection {
        &self.0
    }

    /// Makes it durable.
    ///
    /// # Errors
    /// Where SQLite refuses; then nothing was written.
    pub fn commit(self) -> Result<()> {
        Ok(self.0.commit()?)
    }
}
