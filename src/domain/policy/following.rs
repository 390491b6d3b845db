//! What the requester of a ticket may do with it: follow it, whoever triages it.

use super::change::Policy;
use crate::domain::change::Change;
use crate::domain::overlay::Slot;
use crate::domain::record::{Comment, Ticket};

impl Policy<'_> {
    /// Whether a ticket is the actor's own and no more happens to it than that they send it, withdraw it or comment on it.
    pub(super) fn follows_own(&self, slot: &Slot<Ticket>, changes: &[Change]) -> bool {
        let is_own = [&slot.before, &slot.after].into_iter().flatten().all(|ticket| ticket.requester == self.actor.id);
        is_own
            && changes.iter().all(|change| match change.field.as_str() {
                "" => true,
                "status" => change.after == "cancelled",
                "comments" => self.said_by_others(&slot.before) == self.said_by_others(&slot.after),
                _ => false,
            })
    }

    /// What others said of a ticket, which its requester neither takes back nor puts into their mouths.
    fn said_by_others<'a>(&self, ticket: &'a Option<Ticket>) -> Vec<&'a Comment> {
        let comments = ticket.iter().flat_map(|ticket| &ticket.comments);
        comments.filter(|comment| comment.by != self.actor.username).collect()
    }
}
