//! SQL by subject: how each record is read and written.

mod admin;
mod contact;
mod derived;
mod organisation;
mod place;
mod role;
mod ticket;
mod user;
mod user_row;

pub use derived::{Derived, extension_key, is_found_anew};
pub use user::{give_up_keys, insert as insert_user};

use rusqlite::Connection;

use super::error::Result;
use crate::domain::id::EntryNo;
use crate::domain::record::Record;
use crate::domain::time::Time;

/// When and by which entry a record is written.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    /// Now.
    pub now: Time,
    /// The entry that writes it.
    pub entry: EntryNo,
}

/// A record that has its place in the store.
pub trait Stored: Record {
    /// Reads one, whole.
    ///
    /// # Errors
    /// Where SQLite refuses, or a stored value is not of its kind.
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>>;

    /// Makes one.
    ///
    /// # Errors
    /// Where SQLite or a constraint refuses.
    fn insert(conn: &Connection, record: &Self, stamp: Stamp) -> Result<()>;

    /// Changes one that has the version it was read with; says whether it did.
    ///
    /// # Errors
    /// Where SQLite or a constraint refuses.
    fn update(conn: &Connection, before: &Self, after: &Self, stamp: Stamp) -> Result<bool>;

    /// Removes one that has the version it was read with; says whether it did.
    ///
    /// # Errors
    /// Where SQLite or a constraint refuses.
    fn delete(conn: &Connection, record: &Self) -> Result<bool>;
}
