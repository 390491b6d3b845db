//! What triage chooses from: the views of the queue, an administrator, a reason.

use super::super::desk::Desk;
use super::super::pane::{TICKET_VIEWS, of_own};
use super::super::widget::choice::Item;
use super::Message;
use super::pick::PickLayer;
use crate::domain::command::{AssignTicket, Ref, RejectTicket};
use crate::domain::norm::fold;
use crate::domain::value::{Level, TicketKind};
use crate::service::Result;
use crate::text::{Shown, show};

/// How many reasons are offered.
const REASONS: usize = 12;

/// The views of the queue: each is a filter with a name.
pub fn views(desk: &Desk) -> PickLayer {
    let texts = &desk.look.texts;
    let triages = desk.actor.level("tickets") == Level::Manage;
    let views = TICKET_VIEWS.into_iter().filter(|(_, _, triage)| triages || !triage);
    let items = views.map(|(word, filter, _)| {
        let filter = of_own(desk, filter);
        Item::new(Message::Filter(filter.clone()), texts.word("view", word)).remark(show(&filter))
    });
    let items = items.collect();
    PickLayer::new(texts.get("views-title"), texts.get("views-none"), items)
}

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

/// Those to whom a ticket can be given.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn assign(desk: &Desk, number: i64) -> Result<PickLayer> {
    let texts = &desk.look.texts;
    let item = |(id, username): (crate::domain::id::AdminId, String)| {
        let label = show(&username);
        let (ticket, assignee) = (Ref::pinned(number.to_string(), number), Ref::pinned(username, id.0));
        Item::new(Message::Run(vec![AssignTicket { ticket, assignee }.into()]), label)
    };
    let items = desk.console.triagers(number)?.into_iter().map(item).collect();
    let title = texts.with("assign-title", &[("number", number.to_string().into())]);
    Ok(PickLayer::new(title, texts.get("assign-none"), items))
}

/// The reason of a rejection: typed, or one of those given lately.
///
/// # Errors
/// Not allowed, signed out, or the store.
pub fn reject(desk: &Desk, number: i64) -> Result<PickLayer> {
    let texts = &desk.look.texts;
    let known = desk.console.recent_reasons(REASONS)?;
    let (own, lately) = (texts.get("reject-typed"), texts.get("reject-lately"));
    let item = move |reason: &str, remark: &Shown| {
        let ticket = Ref::pinned(number.to_string(), number);
        let command = RejectTicket { ticket, reason: reason.to_owned() };
        Item::new(Message::Run(vec![command.into()]), show(reason)).remark(remark.clone())
    };
    let lookup = move |typed: &str| {
        let (trimmed, folded) = (typed.trim(), fold(typed));
        let first = (!trimmed.is_empty()).then(|| item(trimmed, &own));
        let fits = known.iter().filter(|reason| *reason != trimmed && fold(reason).contains(folded.trim()));
        first.into_iter().chain(fits.map(|reason| item(reason, &lately))).collect()
    };
    let title = texts.with("form-reject", &[("number", number.to_string().into())]);
    Ok(PickLayer::looking_up(title, texts.get("reject-none"), Box::new(lookup)))
}
