//! The plan: everything a decision does, before it is done.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::change::Change;
use super::command::Command;
use super::decide::import::Newcomers;
use super::id::{AdminId, EntryNo, SiteId, Subject};
use super::overlay::Touched;
use super::record::{AskedChange, Seat};
use super::refusal::Refusal;
use super::time::Time;

/// A temporary password that the service makes when the plan is applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemporaryPassword {
    /// The Command that asks for it, from 1.
    pub command: usize,
    /// For whom.
    pub admin: AdminId,
    /// Their user name.
    pub username: String,
}

/// What a plan does beside the records; the housekeeping writer does it in the same transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The failed tries of an administrator are forgiven (S-13).
    Unlock {
        /// Whose.
        admin: AdminId,
        /// How many there were.
        failed_tries: i64,
    },
    /// A session is ended (S-31).
    EndSession {
        /// Whose it is.
        admin: AdminId,
        /// Its id.
        session: String,
    },
}

/// Seats of one kind before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatUse {
    /// Used before.
    pub before: i64,
    /// Used after.
    pub after: i64,
    /// Bought, where there is a number.
    pub bought: Option<u32>,
}

/// What a plan was made on: the version of every record that it touches.
pub type Basis = BTreeMap<Subject, EntryNo>;

/// What a decision does.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// When it was decided: what is said and sent with it bears this moment.
    pub at: Time,
    /// The Commands, with the ids that their REFs had.
    pub commands: Vec<Command>,
    /// What changes, asked for and by itself, with its effects on others.
    pub changes: Vec<Change>,
    /// What to know before applying it: warnings, never refusals.
    pub notes: Vec<Refusal>,
    /// Temporary passwords to make.
    pub passwords: Vec<TemporaryPassword>,
    /// What it does beside the records.
    pub deeds: Vec<Deed>,
    /// Seats whose use changes.
    pub seats: BTreeMap<Seat, SeatUse>,
    /// The tickets that it decides.
    pub tickets: Vec<i64>,
    /// The touched records, to be written.
    pub touched: Touched,
    /// The new users of an import: they can be a great many, so their changes are made while they are written.
    pub newcomers: Newcomers,
    /// The sites of what it touches; none stands for records without a site.
    pub sites: BTreeSet<Option<SiteId>>,
    /// The administrators it touches.
    pub admins: BTreeSet<AdminId>,
}

impl Plan {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.passwords.is_empty()
            && self.deeds.is_empty()
            && self.newcomers.people.is_empty()
            && self.changes.iter().all(|change| change.effect)
    }

    /// The version of each record that it touches and did not make.
    pub fn basis(&self) -> Basis {
        let touched = self.changes.iter().filter(|c| !c.effect).map(|c| (c.subject, self.touched.version(c.subject)));
        touched.filter(|(_, version)| *version > 0).collect()
    }

    /// Whether two plans do the same to the same records, whatever numbers new ones get and whenever they were decided.
    pub fn does_the_same(&self, other: &Self) -> bool {
        let passwords =
            |plan: &Self| plan.passwords.iter().map(|p| (p.command, p.username.clone())).collect::<Vec<_>>();
        self.basis() == other.basis()
            && self.difference_at_any_time() == other.difference_at_any_time()
            && passwords(self) == passwords(other)
            && self.deeds == other.deeds
    }

    /// What it does, without the moment of the decision where that is written down: a comment said a second later is the
    /// same comment.
    fn difference_at_any_time(&self) -> Vec<AskedChange> {
        let now = Value::String(self.at.to_string());
        let mut difference = super::decide::difference(self);
        for change in &mut difference {
            forget(&mut change.after, &change.before, &now);
        }
        difference
    }
}

/// Leaves a moment out of a value, where it was not there before.
fn forget(after: &mut Value, before: &Value, moment: &Value) {
    if after == before {
        return;
    }
    match after {
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                forget(item, before.get(at).unwrap_or(&Value::Null), moment);
            }
        }
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                forget(member, before.get(key).unwrap_or(&Value::Null), moment);
            }
        }
        other if other == moment => *other = Value::Null,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::change::compare;
    use super::super::id::TicketId;
    use super::super::overlay::Slot;
    use super::super::record::{Comment, Ticket};
    use super::*;

    fn said(at: i64, text: &str) -> Comment {
        Comment { at: Time(at), by: "marie".into(), text: text.into() }
    }

    /// A plan that says something of a ticket of which something was said before.
    fn comments(at: i64, text: &str) -> Plan {
        let before = Ticket { id: TicketId(7), version: 3, comments: vec![said(5, "Why?")], ..Ticket::default() };
        let after = Ticket { comments: vec![said(5, "Why?"), said(at, text)], ..before.clone() };
        let changes = compare(Some(&before), Some(&after));
        let mut touched = Touched::default();
        touched.tickets.insert(7, Slot { before: Some(before), after: Some(after) });
        Plan { at: Time(at), changes, touched, ..Plan::default() }
    }

    #[test]
    fn what_is_said_later_is_the_same_and_what_is_said_otherwise_is_not() {
        let seen = comments(10, "Not now.");
        assert!(seen.does_the_same(&comments(2_000, "Not now.")));
        assert!(comments(5, "Not now.").does_the_same(&seen), "also in the moment of the comment before it");
        assert!(!seen.does_the_same(&comments(10, "Never.")));
        let mut other = comments(10, "Not now.");
        other.touched.tickets.get_mut(&7).unwrap().before.as_mut().unwrap().version = 4;
        assert!(!seen.does_the_same(&other), "somebody changed it meanwhile");
    }
}
