//! Tickets: requests that carry the Commands they ask for.

use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, record};
use crate::domain::id::{AdminId, EntryNo, SiteId, TicketId, UserId};
use crate::domain::norm::email_key;
use crate::domain::time::Time;
use crate::domain::value::{Priority, TicketKind, TicketStatus};

/// One change as it was shown when the ticket was sent (T-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedChange {
    /// The record, as `user:12`; a record to be made has number 0.
    pub record: String,
    /// What it was called.
    pub name: String,
    /// The field.
    pub field: String,
    /// The value then.
    pub before: serde_json::Value,
    /// The value asked for.
    pub after: serde_json::Value,
}

/// A comment on a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// When.
    pub at: Time,
    /// Who, by the user name of then.
    pub by: String,
    /// What.
    pub text: String,
}

/// A request (T-11): nothing changes until it is approved.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    /// Its number.
    #[serde(skip)]
    pub id: TicketId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// What it asks for.
    pub kind: TicketKind,
    /// One line that says so.
    pub title: String,
    /// Where it stands (T-20).
    pub status: TicketStatus,
    /// The user concerned, if there is one already.
    pub user: Option<UserId>,
    /// The site of the records its Commands name or make.
    pub site: Option<SiteId>,
    /// Why; required to deactivate (T-16).
    pub reason: Option<String>,
    /// A note of the requester.
    pub note: Option<String>,
    /// How urgent.
    pub priority: Priority,
    /// Who sent it.
    pub requester: Option<AdminId>,
    /// Who works on it.
    pub assignee: Option<AdminId>,
    /// When it was sent.
    pub opened_at: Time,
    /// The Commands it carries, with the ids their REFs had.
    pub commands: Vec<serde_json::Value>,
    /// The difference shown when it was sent.
    pub asked: Vec<AskedChange>,
    /// What was said of it.
    pub comments: Vec<Comment>,
    /// Where an imported copy comes from, as text.
    pub origin: Option<serde_json::Value>,
}

impl Ticket {
    /// The e-mails of the users that a request still waits to make, folded: by them a second one is found (T-23).
    pub fn emails_asked(&self) -> Vec<String> {
        if self.kind != TicketKind::NewUser || !self.status.is_waiting() {
            return Vec::new();
        }
        let made = self.commands.iter().filter(|command| command["do"] == "create_user");
        made.filter_map(|command| command["email"].as_str()).map(email_key).collect()
    }

    fn lookup_keys(&self) -> Vec<(Lookup, String)> {
        let emails = self.emails_asked().into_iter().map(|email| (Lookup::Email, email));
        // A copy answers to the key that it has in its feed.
        let word = |name: &str| self.origin.as_ref().and_then(|origin| origin.get(name)?.as_str());
        let key = word("feed").zip(word("key")).map(|(feed, key)| (Lookup::Feed, format!("{feed}:{key}")));
        emails.chain(key).collect()
    }
}

record!(Ticket, Ticket, TicketId, label: |t| format!("#{}", t.id.0),
    home: |t| Home::Ticket { site: t.site, requester: t.requester }, keys: Ticket::lookup_keys);
