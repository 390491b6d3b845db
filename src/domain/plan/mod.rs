//! The plan: everything a decision does, before it is done.

mod difference;

pub use difference::same_difference;

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::command::Command;
use super::feed::Newcomers;
use super::id::{AdminId, EntryNo, SiteId, Subject};
use super::overlay::Touched;
use super::record::Seat;
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
    /// Whether who asked holds all sites: else the difference alone is shown, for the counts tell of other sites (S-22).
    pub whole: bool,
}

impl SeatUse {
    /// By how many the use changes, with its sign.
    pub fn difference(&self) -> String {
        format!("{:+}", self.after - self.before)
    }
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
}
