//! The journal's rows: one entry for each plan, its changes, and a hash that chains to the entry before.

mod chain;
mod named;
mod read;
mod verify;
mod write;

pub use chain::Hash;
pub use read::{Entry, applied_by_others, changes_of, entry, history, last_number, last_set, newest_of, reversed_by};
pub use verify::{Fault, Verified, verify};
pub use write::{Head, Recorder, head};

use crate::domain::id::{AdminId, EntryNo};
use crate::domain::time::Time;

/// What is known of an entry before its changes are written.
#[derive(Clone, Debug)]
pub struct EntryHead {
    /// When.
    pub at: Time,
    /// What it is: `apply`, `undo`, `redo`, `import`, `sign_in`, `refused`, …
    pub kind: String,
    /// Who; none for the program itself.
    pub actor: Option<(AdminId, String)>,
    /// In which session.
    pub session: Option<String>,
    /// From where, as the connection says.
    pub peer: Option<String>,
    /// The ticket that it decides.
    pub ticket: Option<i64>,
    /// The Commands, as JSON text.
    pub commands: String,
    /// `done`, or the code of the refusal.
    pub result: String,
    /// The entry that it turns round.
    pub reverses: Option<EntryNo>,
}

impl EntryHead {
    /// One of that kind and result, by nobody, from nowhere, without Commands: say what else is known with `..`.
    pub fn new(kind: &str, result: &str, at: Time) -> Self {
        Self {
            at,
            kind: kind.to_owned(),
            actor: None,
            session: None,
            peer: None,
            ticket: None,
            commands: "[]".to_owned(),
            result: result.to_owned(),
            reverses: None,
        }
    }
}
