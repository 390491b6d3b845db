//! Tickets: the queue, the request, and the plan as of now beside it.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::{Item, Kind, Opened, Source};
use crate::domain::command::{ApproveTicket, Ref};
use crate::domain::decide::difference;
use crate::domain::id::Kind as RecordKind;
use crate::domain::record::{Admin, Ticket, User};
use crate::domain::value::Priority;
use crate::service::Result;
use crate::service::view::{Cursor, From, List, Query, Sort, TicketRow};
use crate::text::{Shown, Texts, show};

/// The tab of tickets.
pub struct Tickets;

impl Source for Tickets {
    type Row = TicketRow;
    const LIST: List = List::Tickets;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, TicketRow)>> {
        desk.console.window(query, from, limit)
    }

    fn number(row: &TicketRow) -> i64 {
        row.id.0
    }
}

impl Kind for Tickets {
    const TAB: Tab = Tab::Tickets;
    const RECORD: RecordKind = RecordKind::Ticket;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::numbers(texts.get("col-number"), 4, 0),
            Column::words(texts.get("col-kind"), 8, 22, 2),
            Column::words(texts.get("col-for"), 12, 26, 1),
            Column::words(texts.get("col-from"), 6, 12, 4),
            Column::words(texts.get("col-assignee"), 6, 12, 5),
            Column::words(texts.get("col-age"), 4, 5, 3),
            Column::words(texts.get("col-priority"), 6, 9, 3),
            Column::words(texts.get("col-status"), 7, 11, 2),
        ]
    }

    fn sorted(sort: Sort) -> usize {
        match sort {
            Sort::Age | Sort::Changed => 5,
            Sort::Number => 0,
            _ => 6,
        }
    }

    fn cells(desk: &Desk, row: &TicketRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let tone = match (row.status.is_waiting(), row.priority) {
            (false, _) => Tone::Dim,
            (true, Priority::Urgent) => Tone::Warning,
            _ => Tone::Plain,
        };
        let maybe = |text: &Option<String>| text.as_deref().map_or_else(|| texts.nothing(), show);
        [
            texts.number(row.id.0),
            texts.label(row.kind),
            show(&row.title),
            maybe(&row.requester),
            maybe(&row.assignee),
            texts.age(row.opened_at, desk.console.clock().now()),
            texts.label(row.priority),
            texts.label(row.status),
        ]
        .map(|text| (text, tone))
        .into()
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-request"), texts.get("section-comments")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let ticket: Ticket = desk.console.record(number)?;
        let rows = if at == 0 { request(desk, &ticket)? } else { comments(desk, &ticket) };
        let title = texts.with("ticket-title", &[("number", number.into()), ("kind", texts.label(ticket.kind).into())]);
        let age = texts.age(ticket.opened_at, desk.console.clock().now());
        let remark = Shown::join(&[texts.label(ticket.priority), texts.label(ticket.status), age], &Shown::fixed("  "));
        Ok(Opened { title, remark, rows })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-tickets")
    }
}

fn request(desk: &Desk, ticket: &Ticket) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let tables = desk.console.reader().tables();
    let user: Option<User> = ticket.user.map(|id| tables.read(id.0)).transpose()?.flatten();
    let requester: Option<Admin> = ticket.requester.map(|id| tables.read(id.0)).transpose()?.flatten();
    let mut rows = vec![
        SheetRow::detail(
            None,
            texts.get("ticket-for"),
            user.map_or_else(|| show(&ticket.title), |u| show(&u.display_name)),
        ),
        SheetRow::detail(
            None,
            texts.get("ticket-from"),
            requester.map_or_else(|| texts.nothing(), |a| show(&a.username)),
        ),
    ];
    for (label, text) in [(texts.field("reason"), &ticket.reason), (texts.field("note"), &ticket.note)] {
        if let Some(text) = text {
            rows.push(SheetRow::detail(None, label, show(text)));
        }
    }
    let asked = |changes: &[crate::domain::record::AskedChange], rows: &mut Vec<SheetRow<Item>>| {
        for change in changes {
            let read = texts.asked(&desk.catalogue, change);
            let value = texts.with("change-arrow", &[("before", read.before.into()), ("after", read.after.into())]);
            let label = Shown::join(&[read.who, read.what], &Shown::fixed("  "));
            rows.push(SheetRow::detail(None, label, value));
        }
    };
    if !ticket.status.is_waiting() {
        rows.push(SheetRow::heading(texts.get("ticket-asked")));
        asked(&ticket.asked, &mut rows);
        return Ok(rows);
    }
    let command = |as_of_now| ApproveTicket { ticket: Ref::pinned(ticket.id.to_string(), ticket.id.0), as_of_now };
    match desk.console.preview(&[command(Some(true)).into()]) {
        Ok(plan) => {
            let now: Vec<_> = difference(&plan).into_iter().filter(|c| !c.record.starts_with("ticket:")).collect();
            rows.push(SheetRow::heading(texts.get("ticket-if-approved")));
            asked(&now, &mut rows);
            if now == ticket.asked {
                rows.push(SheetRow::detail(None, texts.get("ticket-same"), Shown::default()));
            } else {
                rows.push(SheetRow::heading(texts.get("ticket-differs")));
                asked(&ticket.asked, &mut rows);
            }
        }
        Err(error) => {
            rows.push(SheetRow::heading(texts.get("ticket-cannot")));
            rows.push(SheetRow::detail(None, desk.word(&error), Shown::default()));
            rows.push(SheetRow::heading(texts.get("ticket-asked")));
            asked(&ticket.asked, &mut rows);
        }
    }
    Ok(rows)
}

fn comments(desk: &Desk, ticket: &Ticket) -> Vec<SheetRow<Item>> {
    let texts = &desk.look.texts;
    let mut rows: Vec<SheetRow<Item>> = ticket
        .comments
        .iter()
        .map(|comment| {
            let when = crate::text::minute(comment.at, &crate::text::Here);
            let label = Shown::join(&[when, show(&comment.by)], &Shown::fixed("  "));
            SheetRow::detail(None, label, show(&comment.text))
        })
        .collect();
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("ticket-no-comment"), Shown::default()));
    }
    rows
}
