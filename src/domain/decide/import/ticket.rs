//! What a help desk says of its tickets: copies that can be commented on, no more (T-11).

use serde_json::{Map, Value};

use super::{Difference, Feed, Judged, Verdict, feed_key, site_needed};
use crate::domain::decide::Deciding;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{Kind, TicketId};
use crate::domain::record::Ticket;
use crate::domain::refusal::Decided;
use crate::domain::time::Time;
use crate::domain::value::{Priority, TicketKind, TicketStatus};

/// What a file says of one ticket.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidTicket {
    /// The key in the feed.
    pub key: String,
    /// The subject.
    pub title: String,
    /// Where it stands.
    pub status: TicketStatus,
    /// How urgent it is.
    pub priority: Priority,
    /// What was asked.
    pub note: Option<String>,
    /// When it was opened.
    pub opened_at: Option<Time>,
    /// What is kept of it as text: number, status, people and so on.
    pub origin: Map<String, Value>,
}

impl Deciding<'_> {
    /// Decides what one ticket of a help desk comes to. No two of an import have one key.
    ///
    /// # Errors
    /// A new ticket without a site, or where the store cannot answer.
    pub fn import_ticket(&mut self, feed: &Feed<'_>, said: SaidTicket) -> Decided<Judged> {
        let known = self.world.lookup(Kind::Ticket, Lookup::Feed, &feed_key(feed, &said.key))?;
        let mut origin = said.origin;
        origin.insert("feed".to_owned(), feed.name.into());
        origin.insert("key".to_owned(), said.key.into());
        let copy = Ticket {
            kind: TicketKind::Other,
            title: said.title,
            status: said.status,
            priority: said.priority,
            note: said.note,
            opened_at: said.opened_at.unwrap_or(self.cx.now),
            origin: Some(Value::Object(origin)),
            ..Ticket::default()
        };
        let Some(number) = known.first() else {
            if feed.site.is_none() && !self.cx.actor.all_sites() {
                return Err(site_needed().into());
            }
            let id = TicketId(self.world.fresh(Kind::Ticket)?);
            self.world.put(Ticket { id, site: feed.site, ..copy })?;
            return Ok(Verdict::New.into());
        };
        let ticket: Option<Ticket> = self.world.get(*number)?;
        let Some(mut ticket) = ticket.filter(|ticket| self.cx.actor.reaches_site(ticket.site)) else {
            return Ok(Verdict::Taken.into());
        };
        let mut differences = Vec::new();
        let mut differ = |field: &'static str, before: Value, after: Value| {
            let differs = before != after;
            if differs {
                differences.push(Difference { field: field.into(), before, after, kept: false });
            }
            differs
        };
        differ("title", ticket.title.as_str().into(), copy.title.as_str().into());
        differ("status", ticket.status.as_str().into(), copy.status.as_str().into());
        differ("priority", ticket.priority.as_str().into(), copy.priority.as_str().into());
        differ("note", ticket.note.clone().into(), copy.note.clone().into());
        differ("origin", ticket.origin.clone().into(), copy.origin.clone().into());
        if differences.is_empty() {
            return Ok(Verdict::Unchanged.into());
        }
        ticket.title = copy.title;
        ticket.status = copy.status;
        ticket.priority = copy.priority;
        ticket.note = copy.note;
        ticket.origin = copy.origin;
        self.world.put(ticket)?;
        Ok(Verdict::Changed(differences).into())
    }
}
