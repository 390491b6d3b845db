//! The forms of a ticket: a request in words, a comment.

use super::super::super::desk::Desk;
use super::super::form::FormLayer;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{CommentTicket, OpenTicket, Ref};
use crate::domain::value::{Priority, TicketKind};

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
