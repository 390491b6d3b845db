//! Entries of the journal.

use serde_json::{Value, json};

use super::Public;
use super::ticket::as_asked;
use crate::domain::change::Change;
use crate::service::error::Result;
use crate::service::notes::without_notes;
use crate::store::journal::Entry;

impl Public<'_> {
    /// An entry: with its changes, or with their number.
    pub(super) fn entry(&self, entry: &Entry, changes: Option<&[Change]>) -> Result<Value> {
        let head = &entry.head;
        let changes = match changes {
            Some(changes) => changes.iter().map(|change| self.change(change)).collect::<Result<Value>>()?,
            None => entry.changes.into(),
        };
        let mut commands: Value = serde_json::from_str(&head.commands).unwrap_or_else(|_| json!([]));
        if !self.reads_notes() {
            without_notes(&mut commands);
        }
        Ok(json!({
            "id": format!("journal:{}", entry.number),
            "entry": entry.number,
            "at": head.at,
            "kind": head.kind,
            "actor": head.actor.as_ref().map(|(_, name)| name),
            "session": head.session,
            "peer": head.peer,
            "ticket": head.ticket,
            "commands": as_asked(commands),
            "changes": changes,
            "result": head.result,
            "reverses": head.reverses,
            "previous_hash": entry.previous_hash.to_string(),
            "hash": entry.hash.to_string(),
        }))
    }
}
