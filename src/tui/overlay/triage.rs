//! What triage chooses from: the views of the queue, an administrator, a reason.

use super::super::desk::Desk;
use super::super::widget::choice::Item;
use super::Message;
use super::bulk::Deed;
use super::pick::PickLayer;
use crate::domain::command::{AssignTicket, Ref, RejectTicket};
use crate::domain::norm::fold;
use crate::domain::value::{Priority, TicketKind};
use crate::service::Result;
use crate::text::{Shown, show};

/// How many reasons are offered.
const REASONS: usize = 12;

/// The kinds of request (T-25): what each is for stands beside it.
pub fn kinds(desk: &Desk) -> PickLayer {
    let texts = &desk.look.texts;
    let kinds = [TicketKind::NewUser, TicketKind::ChangeRights, TicketKind::Deactivate, TicketKind::Other];
    let item = |kind: TicketKind| {
        let about = texts.word("ask-about", kind.as_str());
        Item::new(Message::Ask(kind), texts.label(kind)).remark(about)
    };
    PickLayer::new(texts.get("ask-title"), texts.get("ask-none"), kinds.map(item).into())
}

/// Which tickets a choice is for.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// The selected one.
    One(i64),
    /// The marked ones.
    Marked(&'a [i64]),
}

impl Which<'_> {
    fn count(self) -> i64 {
        match self {
            Self::One(_) => 1,
            Self::Marked(numbers) => i64::try_from(numbers.len()).unwrap_or(i64::MAX),
        }
    }
}

/// Those to whom a ticket can be given; for several, who may decide any of them.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn assign(desk: &Desk, which: Which<'_>) -> Result<PickLayer> {
    let texts = &desk.look.texts;
    let item = |(id, username): (crate::domain::id::AdminId, String)| {
        let label = show(&username);
        let message = match which {
            Which::One(number) => {
                let (ticket, assignee) = (Ref::pinned(number.to_string(), number), Ref::pinned(username, id.0));
                Message::Run(vec![AssignTicket { ticket, assignee }.into()])
            }
            Which::Marked(_) => Message::Bulk(Deed::Assign(id, username)),
        };
        Item::new(message, label)
    };
    let (found, title) = match which {
        Which::One(number) => {
            (desk.console.triagers(&[number])?, texts.with("assign-title", &[("number", number.to_string().into())]))
        }
        Which::Marked(numbers) => {
            (desk.console.triagers(numbers)?, texts.with("assign-title-marked", &[("count", which.count().into())]))
        }
    };
    Ok(PickLayer::new(title, texts.get("assign-none"), found.into_iter().map(item).collect()))
}

/// How urgent the marked tickets can be made.
pub fn priorities(desk: &Desk, marked: &[i64]) -> PickLayer {
    let texts = &desk.look.texts;
    let item = |priority: &Priority| Item::new(Message::Bulk(Deed::Priority(*priority)), texts.label(*priority));
    let items = Priority::ALL.iter().rev().map(item).collect();
    let title = texts.with("priority-title", &[("count", Which::Marked(marked).count().into())]);
    PickLayer::new(title, texts.get("views-none"), items)
}

/// The reason of a rejection: typed, or one of those given lately.
///
/// # Errors
/// Not allowed, signed out, or the store.
pub fn reject(desk: &Desk, which: Which<'_>) -> Result<PickLayer> {
    let texts = &desk.look.texts;
    let known = desk.console.recent_reasons(REASONS)?;
    let (own, lately) = (texts.get("reject-typed"), texts.get("reject-lately"));
    let one = match which {
        Which::One(number) => Some(number),
        Which::Marked(_) => None,
    };
    let item = move |reason: &str, remark: &Shown| {
        let message = match one {
            Some(number) => {
                let ticket = Ref::pinned(number.to_string(), number);
                Message::Run(vec![RejectTicket { ticket, reason: reason.to_owned() }.into()])
            }
            None => Message::Bulk(Deed::Reject(reason.to_owned())),
        };
        Item::new(message, show(reason)).remark(remark.clone())
    };
    let lookup = move |typed: &str| {
        let (trimmed, folded) = (typed.trim(), fold(typed));
        let first = (!trimmed.is_empty()).then(|| item(trimmed, &own));
        let fits = known.iter().filter(|reason| *reason != trimmed && fold(reason).contains(folded.trim()));
        first.into_iter().chain(fits.map(|reason| item(reason, &lately))).collect()
    };
    let title = match which {
        Which::One(number) => texts.with("form-reject", &[("number", number.to_string().into())]),
        Which::Marked(_) => texts.with("form-reject-marked", &[("count", which.count().into())]),
    };
    Ok(PickLayer::looking_up(title, texts.get("reject-none"), Box::new(lookup)))
}
