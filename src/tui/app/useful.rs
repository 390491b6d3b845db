//! Whether an action can do anything where the focus is: the hint line leaves out what cannot.

use super::super::action::Action;
use super::super::pane::{Focus, Item};
use super::super::place::{Place, Tab};
use crate::domain::id::Kind;

/// Whether an action is of no use without a draft.
pub const fn needs_draft(action: Action) -> bool {
    matches!(action, Action::Review | Action::Drop)
}

/// Whether an action works on the selected record: an empty list has none.
const fn needs_record(action: Action) -> bool {
    matches!(
        action,
        Action::Open
            | Action::Edit
            | Action::Delete
            | Action::Disable
            | Action::History
            | Action::ToggleFromList
            | Action::TakeTicket
            | Action::Approve
            | Action::Reject
            | Action::Comment
    )
}

/// Whether an action has something to work on.
pub fn here(action: Action, place: Place, focus: &Focus) -> bool {
    if !matches!(place, Place::List(_) | Place::Record(_) | Place::Tree | Place::Audit) {
        return true;
    }
    if focus.subject.is_none() && matches!(place, Place::List(_)) && needs_record(action) {
        return action == Action::Open && place == Place::List(Tab::Site);
    }
    match action {
        Action::Why => matches!(focus.item, Some(Item::Cell(_))),
        Action::WhoCan => {
            matches!(focus.item, Some(Item::Cell(_))) || focus.subject.is_some_and(|s| s.kind == Kind::Role)
        }
        Action::Toggle => match &focus.item {
            Some(Item::Record(record)) => record.kind == Kind::Group && place == Place::Record(Tab::Users),
            Some(_) => true,
            None => false,
        },
        Action::Mark | Action::MarkRange | Action::MarkAll | Action::MarkNone => focus.marks,
        Action::Follow => matches!(focus.item, Some(Item::Record(_) | Item::Client(_))),
        _ => true,
    }
}
