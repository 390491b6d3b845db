//! Whether an action can do anything where the focus is: the hint line leaves out what cannot.

use super::super::action::Action;
use super::super::pane::{Focus, Item};
use super::super::place::{Place, Tab};
use crate::domain::id::Kind;

/// Whether an action is of no use without a draft.
pub const fn needs_draft(action: Action) -> bool {
    matches!(action, Action::Review | Action::Drop)
}

/// Whether an action has something to work on.
pub fn here(action: Action, place: Place, focus: &Focus) -> bool {
    if !matches!(place, Place::List(_) | Place::Record(_) | Place::Tree | Place::Audit) {
        return true;
    }
    let empty = focus.subject.is_none() && focus.entry.is_none();
    match action {
        // The rooms of the site open without being records.
        Action::Open => !empty || place == Place::List(Tab::Site) || matches!(place, Place::Tree | Place::Audit),
        Action::Edit
        | Action::Disable
        | Action::Delete
        | Action::Note
        | Action::Compare
        | Action::Clone
        | Action::History
        | Action::ToggleFromList
        | Action::TakeTicket
        | Action::Approve
        | Action::Reject
        | Action::Comment => focus.subject.is_some(),
        // Every list but those of the tab Site has views: its own, or those that a person saves.
        Action::Views => place != Place::List(Tab::Site),
        Action::Why => matches!(focus.item, Some(Item::Cell(_))),
        Action::WhoCan => {
            matches!(focus.item, Some(Item::Cell(_))) || focus.subject.is_some_and(|s| s.kind == Kind::Role)
        }
        Action::Toggle => match &focus.item {
            Some(Item::Record(record)) => record.kind == Kind::Group && place == Place::Record(Tab::Users),
            Some(Item::Ranked(..) | Item::Asked) | None => false,
            Some(_) => true,
        },
        Action::Mark | Action::MarkRange | Action::MarkAll | Action::MarkNone => focus.marks && !empty,
        Action::Follow => {
            matches!(focus.item, Some(Item::Record(_) | Item::Client(_) | Item::Ranked(..) | Item::Asked))
        }
        // In the record of a contact they are for its section of the orders.
        Action::MoveDown | Action::MoveUp | Action::PickUp => matches!(focus.item, Some(Item::Ranked(..))),
        Action::AddToOrder => match focus.item {
            Some(Item::Record(record)) => record.kind == Kind::Order,
            Some(Item::Ranked(..)) => true,
            _ => false,
        },
        _ => true,
    }
}
