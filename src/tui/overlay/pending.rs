//! What was shown in a review and is done when it is accepted: that, and nothing else.

use std::sync::Arc;

use crate::domain::command::Command;
use crate::domain::id::{EntryNo, Subject};
use crate::domain::plan::Plan;
use crate::service::Turn;
use crate::service::bulk::Bulk;

/// What waits for its review to be accepted; cheap to clone.
#[derive(Clone, Debug)]
pub enum Pending {
    /// The draft.
    Draft(Arc<Drafted>),
    /// An undo or a redo.
    Turn(Arc<Turned>),
    /// One act on many records.
    Bulk(Arc<Bulk>),
    /// The approval of a ticket.
    Approval(Arc<Approved>),
}

/// A draft as it was shown.
#[derive(Clone, Debug, Default)]
pub struct Drafted {
    /// The places in the draft that are left out.
    pub without: Vec<usize>,
    /// Its plan; nothing at all where it was refused, so that nothing is done that nobody has seen.
    pub plan: Plan,
    /// The records that others have changed since it was staged, and that nobody has accepted yet.
    pub moved: Vec<Subject>,
}

/// An undo or a redo as it was shown.
#[derive(Clone, Debug)]
pub struct Turned {
    /// Which of the two.
    pub turn: Turn,
    /// The entry.
    pub entry: EntryNo,
    /// Whether what was changed since is left as it is.
    pub rest: bool,
    /// What it does.
    pub plan: Plan,
}

/// An approval as it was shown.
#[derive(Clone, Debug)]
pub struct Approved {
    /// The Command.
    pub commands: Vec<Command>,
    /// What it does now.
    pub plan: Plan,
}

impl PartialEq for Pending {
    /// Two are the same where they were shown by the same review.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Draft(one), Self::Draft(other)) => Arc::ptr_eq(one, other),
            (Self::Turn(one), Self::Turn(other)) => Arc::ptr_eq(one, other),
            (Self::Bulk(one), Self::Bulk(other)) => Arc::ptr_eq(one, other),
            (Self::Approval(one), Self::Approval(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}
