//! The record of a ticket: what is asked, what approving it would do now, what was said, what happened to it.

use super::super::desk::Desk;
use super::super::theme::Tone;
use super::super::widget::plan;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::domain::change::Change;
use crate::domain::command::{ApproveTicket, Ref};
use crate::domain::decide::{difference, same_difference};
use crate::domain::id::{AdminId, EntryNo, Kind, Subject};
use crate::domain::record::{AskedChange, Record, Ticket, User};
use crate::domain::value::Level;
use crate::service::Result;
use crate::text::{Here, Shown, minute, show};

/// How many changes of a ticket are told.
const TOLD: i64 = 100;

type Rows = Vec<SheetRow<Item>>;

/// Who asks for what; then the plan as of now, and what was asked where that is something else.
pub(super) fn request(desk: &Desk, ticket: &Ticket) -> Result<Rows> {
    let mut rows = about(desk, ticket)?;
    let texts = &desk.look.texts;
    let own = ticket.requester == desk.console.admin() && desk.actor.level("tickets") < Level::Manage;
    if own || ticket.origin.is_some() || !ticket.status.is_waiting() {
        rows.push(SheetRow::heading(texts.get("ticket-asked")));
        rows.extend(asked(desk, &ticket.asked));
        return Ok(rows);
    }
    let reference = Ref::pinned(ticket.id.to_string(), ticket.id.0);
    let approval = ApproveTicket { ticket: reference, as_of_now: Some(true) };
    match desk.console.preview(&[approval.into()]) {
        Ok(made) => {
            let now: Vec<_> = difference(&made).into_iter().filter(|c| !c.record.starts_with("ticket:")).collect();
            rows.push(SheetRow::heading(texts.get("ticket-if-approved")));
            rows.extend(changes(desk, made.changes.iter().filter(|c| !c.effect && c.subject.kind != Kind::Ticket)));
            let told = plan::notes(&made, &desk.catalogue, &desk.look);
            rows.extend(told.into_iter().map(|(text, tone)| SheetRow { tone, ..line(text) }));
            if same_difference(&now, &ticket.asked) {
                rows.push(line(texts.get("ticket-same")));
            } else {
                rows.push(SheetRow::heading(texts.get("ticket-differs")));
                rows.extend(asked(desk, &ticket.asked));
            }
        }
        Err(error) => {
            rows.push(SheetRow::heading(texts.get("ticket-cannot")));
            rows.push(line(desk.word(&error)));
            rows.push(SheetRow::heading(texts.get("ticket-asked")));
            rows.extend(asked(desk, &ticket.asked));
        }
    }
    Ok(rows)
}

fn about(desk: &Desk, ticket: &Ticket) -> Result<Rows> {
    let texts = &desk.look.texts;
    // One who has moved out of reach is known by what the ticket says only (S-22).
    let user: Option<User> = ticket.user.and_then(|id| desk.console.record(id.0).ok());
    let subject = user.as_ref().map(|user| Item::Record(user.subject()));
    let name = user.map_or_else(|| show(&ticket.title), |user| show(&user.display_name));
    let person = |id: Option<AdminId>| -> Result<Shown> {
        let name = id.map(|id| desk.console.username_of(id)).transpose()?.flatten();
        Ok(name.map_or_else(|| texts.nothing(), |name| show(&name)))
    };
    let mut rows = vec![
        SheetRow::detail(subject, texts.get("ticket-for"), name),
        SheetRow::detail(None, texts.get("ticket-from"), person(ticket.requester)?),
    ];
    if ticket.assignee.is_some() {
        rows.push(SheetRow::detail(None, texts.get("ticket-with"), person(ticket.assignee)?));
    }
    for (label, text) in [(texts.field("reason"), &ticket.reason), (texts.field("note"), &ticket.note)] {
        if let Some(text) = text {
            rows.push(SheetRow::detail(None, label, show(text)));
        }
    }
    Ok(rows)
}

fn line(text: Shown) -> SheetRow<Item> {
    SheetRow::detail(None, text, Shown::default())
}

/// What was asked, as it stood when the ticket was sent.
fn asked(desk: &Desk, asked: &[AskedChange]) -> Rows {
    let change = |asked: &AskedChange| Change {
        subject: asked.record.parse().unwrap_or(Subject::new(Kind::User, 0)),
        name: asked.name.clone(),
        field: asked.field.clone(),
        before: asked.before.clone(),
        after: asked.after.clone(),
        cause: None,
        effect: false,
        reads: None,
    };
    let read: Vec<Change> = asked.iter().map(change).collect();
    changes(desk, read.iter())
}

/// Changes one below the other, whose they are where that differs from the line above; a record that is made with its
/// fields.
fn changes<'c>(desk: &Desk, changes: impl Iterator<Item = &'c Change>) -> Rows {
    let texts = &desk.look.texts;
    let mut rows = Rows::new();
    let mut last = Shown::default();
    for change in changes {
        let read = texts.change(&desk.catalogue, change);
        if read.who != last {
            last = read.who.clone();
            rows.push(SheetRow { tone: Tone::Strong, ..line(read.who.clone()) });
        }
        let fields = texts.change_fields(&desk.catalogue, change);
        let lines = if change.makes() { fields } else { vec![read] };
        for read in lines {
            let value = texts.with("change-arrow", &[("before", read.before.into()), ("after", read.after.into())]);
            let label = Shown::join(&[Shown::fixed(" "), read.what], &Shown::fixed(" "));
            let remark = read.because.unwrap_or_default();
            rows.push(SheetRow { remark, ..SheetRow::detail(None, label, value) });
        }
    }
    rows
}

/// What was said of it, the oldest first.
pub(super) fn comments(desk: &Desk, ticket: &Ticket) -> Rows {
    let texts = &desk.look.texts;
    let mut rows: Rows = Vec::new();
    for comment in &ticket.comments {
        let label = Shown::join(&[minute(comment.at, &Here), show(&comment.by)], &Shown::fixed("  "));
        rows.push(SheetRow::detail(None, label, show(&comment.text)));
    }
    if rows.is_empty() {
        rows.push(line(texts.get("ticket-no-comment")));
    }
    rows
}

/// What happened to it, the newest first; without the journal, when it was sent.
pub(super) fn history(desk: &Desk, ticket: &Ticket) -> Result<Rows> {
    let texts = &desk.look.texts;
    let opened = texts.with("ticket-opened", &[("at", minute(ticket.opened_at, &Here).into())]);
    if !desk.sees("journal") {
        return Ok(vec![line(opened), line(texts.get("ticket-no-journal"))]);
    }
    let mut rows: Rows = Vec::new();
    let mut last: Option<EntryNo> = None;
    for (number, change) in desk.console.history(ticket.subject(), TOLD)? {
        if last != Some(number) {
            last = Some(number);
            rows.push(SheetRow::heading(desk.entry_line(number)));
        }
        let said = texts.change(&desk.catalogue, &change);
        let value = texts.with("change-arrow", &[("before", said.before.into()), ("after", said.after.into())]);
        rows.push(SheetRow::detail(None, said.what, value));
    }
    rows.push(SheetRow { tone: Tone::Dim, ..line(opened) });
    Ok(rows)
}
