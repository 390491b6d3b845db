//! Decides what the files of other systems say of users and contacts. No right is ever given or moved here.

mod address;
mod contact;
mod moved;
mod name;
mod newcomer;
mod part;
mod person;
mod ticket;
mod user;

pub use contact::SaidContact;
pub use person::{Matching, SaidPerson, Unmatched};
pub use ticket::SaidTicket;

pub use crate::domain::feed::{Columns, Details, Newcomer, Newcomers, Said};

use std::borrow::Cow;

use serde_json::Value;

use super::Deciding;
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::policy::require;
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::Level;

/// The feed that is imported.
#[derive(Clone, Copy)]
pub struct Feed<'a> {
    /// Its name.
    pub name: &'a str,
    /// The site of those who are new, where it is known.
    pub site: Option<SiteId>,
    /// Whether no file has a key; not known where the files may not hold everybody.
    pub lacks: Option<&'a dyn Fn(&str) -> bool>,
}

/// A field that the file says otherwise than the last time.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The field.
    pub field: Cow<'static, str>,
    /// The value in the store.
    pub before: Value,
    /// The value in the file.
    pub after: Value,
    /// Whether the value in the store stays: it was changed by hand, or does not belong to the feed.
    pub kept: bool,
}

/// What a record of a file comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Not known to the feed: made.
    New,
    /// Says what it said the last time.
    Unchanged,
    /// Says something else, or is there again.
    Changed(Vec<Difference>),
    /// The same person under another name: rights stay.
    Renamed(Vec<Difference>),
    /// The same person under another number: rights stay. The number they had.
    Moved {
        /// The key they had.
        was: String,
        /// What differs.
        differences: Vec<Difference>,
    },
    /// Somebody else has the number now: a new user without rights. The name of who had it.
    Reassigned(String),
    /// A person of a directory whom no user is: counted, and left out.
    Unmatched,
    /// A person of a directory who is likely that user: by the number or by the name. Left to be confirmed.
    Likely {
        /// The name of the user.
        user: String,
        /// What speaks for it: `number`, `name` or, for somebody whose number may have changed, `email`.
        by: &'static str,
    },
    /// Its key belongs to a record out of the actor's reach: left alone, and nothing said of it (S-22).
    Taken,
}

/// What became of a record, and what deserves attention.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What it comes to.
    pub verdict: Verdict,
    /// Whether its e-mail was another user's before the import.
    pub email_taken: bool,
}

impl From<Verdict> for Judged {
    fn from(verdict: Verdict) -> Self {
        Self { verdict, email_taken: false }
    }
}

impl Deciding<'_> {
    /// Authorises an import of users, contacts or tickets.
    ///
    /// # Errors
    /// Where the actor may not change them.
    pub fn may_import(&self, kind: Kind) -> Result<(), Refusal> {
        let resource = match kind {
            Kind::Contact => "contacts",
            Kind::Ticket => "tickets",
            _ => "users",
        };
        require(self.cx.actor, resource, Level::Manage)
    }

    /// Whether a user was found for a record of the import that has another key.
    pub fn is_matched(&self, user: UserId) -> bool {
        self.matched.contains(&user.0)
    }

    /// The site of new records where none was named: the only one within reach.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn only_site(&self) -> Decided<Option<SiteId>> {
        let mut sites = self.facts.all_sites()?;
        sites.retain(|site| self.cx.actor.reaches_site(Some(*site)));
        Ok(if sites.len() == 1 { sites.pop() } else { None })
    }
}

/// New records need a site, and none was named where there are several.
fn site_needed() -> Refusal {
    Refusal::new(Code::ImportSite).field("site")
}

/// The key by which a record of a feed is looked up.
fn feed_key(feed: &Feed<'_>, key: &str) -> String {
    let mut found = String::with_capacity(feed.name.len() + 1 + key.len());
    found.push_str(feed.name);
    found.push(':');
    found.push_str(key);
    found
}
