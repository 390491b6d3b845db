//! What opens over the panes, as layers: each is a value on the stack and says what it wants in one message.

pub mod account;
pub mod ask;
pub mod bulk;
mod bulk_places;
pub mod columns;
pub mod compare;
pub mod copy;
pub mod export;
pub mod form;
pub mod forms;
pub mod holders;
pub mod import;
pub mod members;
pub mod orders;
pub mod own_password;
pub mod palette;
pub mod password;
pub mod pending;
pub mod pick;
pub mod review;
pub mod saved;
#[cfg(test)]
pub(super) mod testing;
pub mod triage;
pub mod views;
pub mod why;
pub mod work;

use super::action::Action;
use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::{EntryNo, Subject, UserId};
use crate::domain::value::TicketKind;
use crate::service::view::List;
use crate::service::{Draft, Proof, Result, Turn};
use pending::Pending;

/// What a layer says to the console.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// Put these into the draft; then open the review, if asked.
    Stage {
        /// What to stage.
        commands: Vec<Command>,
        /// Whether the review opens at once.
        review: bool,
    },
    /// Put these into the draft in place of those that they replace.
    Replace {
        /// What to stage.
        commands: Vec<Command>,
    },
    /// Run these at once, as a decision on a ticket does.
    Run(Vec<Command>),
    /// Do what that key would do.
    Act(Action),
    /// Show what one user holds and another does not, before it is copied.
    CopyRights {
        /// Whose rights.
        from: UserId,
        /// Who gets them.
        to: UserId,
    },
    /// The password was typed again and is the right one: do that.
    Proved {
        /// The proof.
        proof: Proof,
        /// What waited for it.
        then: Box<Message>,
    },
    /// One's own password was changed.
    PasswordChanged {
        /// The proof of the new one.
        proof: Option<Proof>,
        /// How many other consoles of the same person that ended.
        ended: usize,
    },
    /// Show two records side by side.
    Compare(Subject, Subject),
    /// Show what that filter lets through.
    Filter(String),
    /// Show that list of the tab.
    TurnTo(List),
    /// Show these columns of a list from now on; none: the usual ones.
    Columns(List, Option<Vec<String>>),
    /// Save a filter, or forget one.
    Saved(saved::Saving),
    /// Show that record.
    Show(Subject),
    /// Do what was just shown.
    Apply(Pending),
    /// Make the plan of the draft again without these.
    Without(Vec<usize>),
    /// Ask for the reason, then send the draft as requests, without these.
    Request {
        /// What is left out.
        without: Vec<usize>,
    },
    /// Ask for something of that kind.
    Ask(TicketKind),
    /// Send these requests, which carry a part of the draft.
    Send {
        /// The requests.
        commands: Vec<Command>,
        /// The part of the draft that they carry.
        sent: Draft,
    },
    /// Show the undo of that entry.
    Undo(EntryNo),
    /// Show the undo or redo of what nobody has changed since that entry; none: of one's own newest.
    TurnRest(Turn, Option<EntryNo>),
    /// Do that to all marked rows.
    Bulk(bulk::Deed),
    /// Export that.
    Export(Box<export::Wish>),
    /// Drop the draft.
    Drop,
    /// Try the password that was typed.
    Enter,
    /// Leave the program.
    Quit,
}

/// What a record is called, with the draft on top; not found where it is out of reach.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn name_of(desk: &Desk, subject: Subject) -> Result<String> {
    desk.console.name_of(subject, &desk.staged)
}
