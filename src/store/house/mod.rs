//! Housekeeping: drafts, sessions, sign-in state, and the journal records that are no change. It cannot write the tables
//! of the model.

mod own;
mod session;
mod sign_in;
mod tries;

pub use own::{chosen_columns, draft, keep_rest_of_draft, saved_views};
pub use session::{Session, close_session, close_sessions_of, open_sessions, session_end};
pub use sign_in::{SignIn, set_first_password, set_first_sign_in, set_temporary_password, sign_in, sign_ins, unlock};
pub use tries::{Name, Tries};

use rusqlite::{Connection, Transaction};

use super::Tables;
use super::error::Result;
use super::journal::{EntryHead, Head, Recorder};

/// The value of the file about itself that says when the owner's password was last recovered.
pub const RECOVERED: &str = "recovered_at";

/// An open housekeeping change.
pub struct Housekeeping<'a>(Transaction<'a>);

impl<'a> Housekeeping<'a> {
    pub(super) const fn new(tx: Transaction<'a>) -> Self {
        Self(tx)
    }

    fn conn(&self) -> &Connection {
        &self.0
    }

    /// The tables, with what was written so far.
    pub fn tables(&self) -> Tables<'_> {
        Tables::new(&self.0)
    }

    /// Writes a journal record that is no change: a sign-in, a refusal, an export.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn record(&self, head: EntryHead) -> Result<Head> {
        let admins = head.actor.iter().map(|(id, _)| *id).collect();
        Recorder::on(self.conn(), head)?.finish(&Default::default(), &admins)
    }

    /// Makes it durable.
    ///
    /// # Errors
    /// Where SQLite refuses; then nothing was written.
    pub fn commit(self) -> Result<()> {
        Ok(self.0.commit()?)
    }
}
