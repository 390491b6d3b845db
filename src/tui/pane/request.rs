//! The record of a ticket: what is asked, what approving it would do now, what was said, what happened to it.

use serde_json::Value;

use super::super::desk::Desk;
use super::super::theme::Tone;
use super::super::widget::plan;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::domain::change::Change;
use crate::domain::command::{ApproveTicket, Ref};
use crate::domain::id::{AdminId, EntryNo, Kind, Subject};
use crate::domain::plan::same_difference;
use crate::domain::record::{AskedChange, Record, Ticket, User};
use crate::domain::value::Level;
use crate::service::Result;
use crate::text::{ChangeText, Here, Shown, minute, show, show_multiline};

/// How many changes of a ticket are told.
const TOLD: i64 = 100;

/// How wide a paragraph is: what fits beside the list at 100 columns.
const PARAGRAPH: usize = 48;

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
            let now: Vec<_> = made.difference().into_iter().filter(|c| !c.record.starts_with("ticket:")).collect();
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
            rows.push(SheetRow::heading(label));
            rows.extend(paragraph(text));
        }
    }
    Ok(rows)
}

fn line(text: Shown) -> SheetRow<Item> {
    SheetRow::detail(None, text, Shown::default())
}

/// What was asked, as it stood when the ticket was sent.
fn asked(desk: &Desk, asked: &[AskedChange]) -> Rows {
    let read: Vec<Change> = asked.iter().map(Change::from).collect();
    changes(desk, read.iter())
}

/// Changes one below the other, whose they are where that differs from the line above; a record that is made with its
/// fields, as far as they say anything. Of each record the rights come first (S-28).
fn changes<'c>(desk: &Desk, changes: impl Iterator<Item = &'c Change>) -> Rows {
    let texts = &desk.look.texts;
    let mut told: Vec<(Subject, bool, ChangeText)> = Vec::new();
    for change in changes {
        let fields = if change.makes() { fields_of(change) } else { vec![change.clone()] };
        let read = |field: &Change| (change.subject, !is_right(&field.field), texts.change(&desk.catalogue, field));
        told.extend(fields.iter().map(read));
    }
    let mut seen: Vec<Subject> = Vec::new();
    told.sort_by_key(|(subject, last, _)| {
        let at = seen.iter().position(|s| s == subject).unwrap_or_else(|| {
            seen.push(*subject);
            seen.len() - 1
        });
        (at, *last)
    });
    let mut rows = Rows::new();
    let mut last = None;
    for (subject, _, read) in told {
        if last.replace(subject) != Some(subject) {
            rows.push(SheetRow { tone: Tone::Strong, ..line(read.who) });
        }
        let value = texts.with("change-arrow", &[("before", read.before.into()), ("after", read.after.into())]);
        let label = Shown::join(&[Shown::fixed(" "), read.what], &Shown::fixed(" "));
        let remark = read.because.unwrap_or_default();
        rows.push(SheetRow { remark, ..SheetRow::detail(None, label, value) });
    }
    rows
}

/// The fields of a record that is made, without those that are off.
fn fields_of(made: &Change) -> Vec<Change> {
    let field = |field: String, value: &Value| Change {
        field,
        after: value.clone(),
        before: Value::Null,
        reads: None,
        ..made.clone()
    };
    let mut fields = Vec::new();
    for (name, value) in made.after_read().as_object().into_iter().flatten() {
        match value {
            Value::Object(members) => {
                fields.extend(members.iter().map(|(member, value)| field(format!("{name}.{member}"), value)));
            }
            value => fields.push(field(name.clone(), value)),
        }
    }
    fields.retain(|change| change.after != Value::Bool(false) && change.after != "none" && !change.after.is_null());
    fields
}

/// Whether a field lets somebody do something.
fn is_right(field: &str) -> bool {
    let root = field.split('.').next().unwrap_or(field);
    let rights = [
        "access_type",
        "agent_addon",
        "applications",
        "crm_addon",
        "permissions",
        "resources",
        "role",
        "softphone",
        "supervisor_level",
        "uc_client",
        "workspaces",
    ];
    rights.contains(&root)
}

/// A text of several lines, broken so that no pane cuts it.
fn paragraph(text: &str) -> Rows {
    let lines = show_multiline(text).lines().flat_map(|line| line.wrap(PARAGRAPH)).collect::<Vec<_>>();
    lines.into_iter().map(|text| line(Shown::join(&[Shown::default(), text], &Shown::fixed("  ")))).collect()
}

/// What was said of it, the oldest first.
pub(super) fn comments(desk: &Desk, ticket: &Ticket) -> Rows {
    let texts = &desk.look.texts;
    let mut rows: Rows = Vec::new();
    for comment in &ticket.comments {
        let label = Shown::join(&[minute(comment.at, &Here), show(&comment.by)], &Shown::fixed("  "));
        rows.push(SheetRow::heading(label));
        rows.extend(paragraph(&comment.text));
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
