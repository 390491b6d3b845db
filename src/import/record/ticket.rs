//! A ticket as a help desk tells it.

use crate::import::pack::{pack_enum, pack_struct};

/// Where a ticket of another system stands, as far as its words are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TicketState {
    /// Waits for somebody.
    Open,
    /// Somebody works on it, or it waits for something.
    InProgress,
    /// Solved or closed.
    Done,
}

/// How urgent a ticket of another system is, as far as its words are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Urgency {
    Low,
    Normal,
    High,
    Urgent,
}

/// A ticket of another system: a copy of it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketRecord {
    /// Key of the record inside its feed.
    pub key: String,
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the record begins, from 1; none where the format has no lines.
    pub line: u64,
    /// Number there.
    pub number: Option<String>,
    /// Subject.
    pub title: String,
    /// Status, in the words of the file.
    pub status: Option<String>,
    /// What that status means, where it is known.
    pub state: Option<TicketState>,
    /// Priority, in the words of the file.
    pub priority: Option<String>,
    /// What that priority means, where it is known.
    pub urgency: Option<Urgency>,
    /// Who asked.
    pub requester: Option<String>,
    /// Who works on it.
    pub assignee: Option<String>,
    /// Category.
    pub category: Option<String>,
    /// Queue, project or entity.
    pub queue: Option<String>,
    /// What was asked.
    pub description: Option<String>,
    /// When it was opened, in milliseconds since 1970 in UTC.
    pub created: Option<i64>,
    /// When it was last changed.
    pub updated: Option<i64>,
    /// When it is due.
    pub due: Option<i64>,
    /// When it was closed.
    pub closed: Option<i64>,
}

pack_enum!(TicketState { Open, InProgress, Done });
pack_enum!(Urgency { Low, Normal, High, Urgent });
pack_struct!(TicketRecord {
    key,
    file,
    line,
    number,
    title,
    status,
    state,
    priority,
    urgency,
    requester,
    assignee,
    category,
    queue,
    description,
    created,
    updated,
    due,
    closed,
});
