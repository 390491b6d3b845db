//! Tickets: the queue, the request, and the plan as of now beside it.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::table::Column;
use super::request::{comments, history, request};
use super::{Kind, Opened, Source};
use crate::domain::id::Kind as RecordKind;
use crate::domain::record::Ticket;
use crate::domain::value::{Priority, TicketKind, TicketStatus};
use crate::service::Result;
use crate::service::view::{Cursor, Filter, From, List, Query, Sort, TicketRow, terms_of};
use crate::text::{Shown, Texts, show};

/// The views of the queue: the word of the name, the filter, and whether it is for who triages.
pub const VIEWS: [(&str, &str, bool); 6] = [
    ("mine", "assignee:OWN status:waiting", true),
    ("unassigned", "assignee:none status:waiting", true),
    ("waiting", "status:waiting", true),
    ("sent", "requester:OWN", false),
    ("all", "", false),
    ("done", "status:decided", false),
];

/// The filter of a view with one's own name in it.
pub fn of_own(desk: &Desk, filter: &str) -> String {
    filter.replace("OWN", &desk.actor.username)
}

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
    const MARKS: bool = true;

    fn columns(texts: &Texts) -> Vec<Column> {
        let kinds = TicketKind::ALL.iter().map(|kind| texts.word("kind-short", kind.as_str()));
        let priorities = Priority::ALL.iter().map(|priority| texts.label(*priority));
        let states = TicketStatus::ALL.iter().map(|status| texts.label(*status));
        vec![
            Column::numbers(texts.get("col-number"), 4, 0),
            Column::labels(texts.get("col-kind"), kinds, 2).chosen_as("kind"),
            Column::words(texts.get("col-for"), 12, 26, 1),
            Column::words(texts.get("col-from"), 12, 16, 4).chosen_as("from"),
            Column::words(texts.get("col-assignee"), 10, 16, 6).chosen_as("with"),
            Column::words(texts.get("col-age"), 7, 7, 3).chosen_as("age"),
            Column::labels(texts.get("col-priority"), priorities, 3).chosen_as("priority"),
            Column::labels(texts.get("col-status"), states, 2).chosen_as("status"),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        Some(match sort {
            Sort::Number => 0,
            Sort::Kind => 1,
            Sort::Subject => 2,
            Sort::Requester => 3,
            Sort::Assignee => 4,
            Sort::Age => 5,
            Sort::Changed => return None,
            Sort::Status => 7,
            _ => 6,
        })
    }

    fn view(desk: &Desk, filter: &Filter) -> Shown {
        let texts = &desk.look.texts;
        let has = |(_, typed, _): &&(&str, &str, bool)| {
            let terms = Filter::parse(&of_own(desk, typed), terms_of(List::Tickets)).terms;
            !terms.is_empty() && terms.iter().all(|term| filter.terms.contains(term))
        };
        let word = VIEWS.iter().find(has).map_or("all", |(word, ..)| word);
        texts.word("view", word)
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
            texts.word("kind-short", row.kind.as_str()),
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
        vec![texts.get("section-request"), texts.get("section-comments"), texts.get("section-history")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let ticket: Ticket = desk.console.record(number)?;
        let rows = match at {
            0 => request(desk, &ticket)?,
            1 => comments(desk, &ticket),
            _ => history(desk, &ticket)?,
        };
        let title = texts.with("ticket-title", &[("number", number.into()), ("kind", texts.label(ticket.kind).into())]);
        let age = texts.age(ticket.opened_at, desk.console.clock().now());
        let remark = Shown::join(&[texts.label(ticket.priority), texts.label(ticket.status), age], &Shown::fixed("  "));
        Ok(Opened { title, remark, rows })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-tickets")
    }
}
