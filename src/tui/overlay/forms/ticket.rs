//! The forms of a ticket: a request in words, what is staged sent as requests, a comment.

use super::super::super::desk::Desk;
use super::super::form::FormLayer;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{Command, CommentTicket, OpenTicket, Ref};
use crate::domain::value::{Priority, TicketKind};
use crate::service::{Draft, Request};
use crate::text::Shown;

/// The form of a request in words, for what no toggle can ask for.
pub fn open(desk: &Desk) -> FormLayer {
    let of = Fields(desk);
    let texts = &desk.look.texts;
    let fields = vec![
        of.note("reason", None).required(),
        of.note("note", None),
        of.word("priority", Priority::ALL, Some(Priority::default())).required(),
    ];
    let form = FormLayer::at_once(
        desk,
        texts.get("form-new-ticket"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let (reason, note, priority) = (read.some("reason"), read.some("note"), read.word("priority"));
            vec![
                OpenTicket { kind: TicketKind::Other, user: None, reason, note, priority, commands: Vec::new() }.into(),
            ]
        }),
    );
    form.intro(texts.get("form-new-ticket-intro"))
}

/// The form that sends what is staged as requests: one reason, note and priority for all of them (T-15, T-16).
pub fn send(desk: &Desk, requests: Vec<Request>, sent: Draft) -> FormLayer {
    let texts = &desk.look.texts;
    let count = i64::try_from(requests.len()).unwrap_or(i64::MAX);
    let kinds: Vec<Shown> = requests.iter().map(|request| texts.label(request.kind)).collect();
    let kinds = Shown::join(&kinds, &Shown::fixed(", "));
    let given = requests.iter().flat_map(|request| &request.commands).find_map(|command| match command {
        Command::SetUserEnabled(c) => c.reason.clone(),
        _ => None,
    });
    let of = Fields(desk);
    let reason = of.note("reason", given.as_deref());
    let deactivates = requests.iter().any(|request| request.kind == TicketKind::Deactivate);
    let reason = if deactivates { reason.required() } else { reason };
    let fields =
        vec![reason, of.note("note", None), of.word("priority", Priority::ALL, Some(Priority::default())).required()];
    let form = FormLayer::at_once(
        desk,
        texts.with("form-send", &[("count", count.into())]),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let (reason, note, priority) = (read.some("reason"), read.some("note"), read.word("priority"));
            let open = |request: &Request| {
                let Request { kind, user, commands } = request.clone();
                OpenTicket { kind, user, reason: reason.clone(), note: note.clone(), priority, commands }.into()
            };
            requests.iter().map(open).collect()
        }),
    );
    form.sending(sent).intro(texts.with("form-send-intro", &[("kinds", kinds.into())]))
}

/// The form that comments a ticket.
pub fn comment(desk: &Desk, number: i64) -> FormLayer {
    let title = desk.look.texts.with("form-comment", &[("number", name(number).into())]);
    let fields = vec![Fields(desk).note("text", None).required()];
    FormLayer::at_once(
        desk,
        title,
        fields,
        Box::new(move |form| {
            let ticket = Ref::pinned(name(number), number);
            vec![CommentTicket { ticket, text: Read(form).text("text") }.into()]
        }),
    )
}

/// The number of a ticket is its name: it has no groups.
fn name(number: i64) -> String {
    number.to_string()
}
