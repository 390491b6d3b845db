//! What stands in the journal though nothing changed (S-50): exports, copies of the store, and what was refused.

use super::console::Console;
use super::error::{Result, ServiceError};
use crate::domain::engine::Actor;
use crate::domain::refusal::Refusal;
use crate::store::journal::{EntryHead, Head};

impl Console {
    /// What an entry of this console begins with; who acts is still to be said.
    pub(super) fn head(&self, kind: &str, commands: String) -> EntryHead {
        EntryHead {
            session: self.session.clone(),
            peer: self.settings.peer.clone(),
            commands,
            ..EntryHead::new(kind, "done", self.settings.clock.now())
        }
    }

    /// Writes an entry that changes nothing, after the sign-in by which it came about.
    pub(super) fn note(&mut self, head: EntryHead) -> Result<Head> {
        let sign_in = self.sign_in_unwritten.then(|| sign_in_of(&head));
        let house = self.writer()?.begin_housekeeping()?;
        sign_in.map(|head| house.record(head)).transpose()?;
        let noted = house.record(head)?;
        house.commit()?;
        self.sign_in_unwritten = false;
        Ok(noted)
    }

    /// Writes a refused attempt down, once nothing of it is left; answers what to say.
    pub(super) fn refused(&mut self, head: EntryHead, refusal: Box<Refusal>) -> ServiceError {
        let head = EntryHead { kind: "refused".into(), result: refusal.code().to_owned(), reverses: None, ..head };
        match self.note(head) {
            Ok(_) => ServiceError::Refused(refusal),
            Err(error) => error,
        }
    }
}

/// Says who acts.
pub(super) fn by(actor: &Actor, head: EntryHead) -> EntryHead {
    EntryHead { actor: actor.id.map(|id| (id, actor.username.clone())), ..head }
}

/// The sign-in by which an entry came about.
pub(super) fn sign_in_of(head: &EntryHead) -> EntryHead {
    let (actor, peer) = (head.actor.clone(), head.peer.clone());
    EntryHead { actor, peer, ..EntryHead::new("sign_in", "done", head.at) }
}
