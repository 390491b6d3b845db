//! Lists: windows by key of any number of rows, never an offset. Every list takes a [`Scope`], which only an actor can
//! make.

mod belongs;
mod chosen;
mod count;
mod cursor;
mod figures;
mod filter;
mod look;
mod named;
mod question;
mod reach;
mod read;
mod rows;
mod spec;
mod terms;
#[cfg(test)]
mod tests;
mod walk;
mod window;

pub use belongs::{count_users, holders, members};
pub use count::{Tally, count};
pub use cursor::{Cursor, From};
pub use figures::{Decided, decided_since, waiting_between};
pub use filter::{Filter, Term};
pub use rows::{AdminRow, ContactRow, EntryRow, PlaceRow, RoleRow, TicketRow, UserRow};
pub use spec::{Sort, sorts_of, terms_of};
pub use window::{Query, Row, cursor_of, ids, window};

use crate::domain::engine::{Actor, Sites};
use crate::domain::id::AdminId;
use crate::domain::value::Level;

/// What an actor reaches, as lists need it.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The sites; none stands for all, and for records without one.
    pub(super) sites: Option<Vec<i64>>,
    /// Who looks; none for the program itself.
    pub(super) admin: Option<AdminId>,
    /// Whether every administrator is seen.
    pub(super) whole_tree: bool,
    /// Whether the tickets of the sites are seen, and not only one's own.
    pub(super) triages: bool,
}

impl Scope {
    /// What that actor reaches.
    pub fn of(actor: &Actor) -> Self {
        let sites = match &actor.holds.sites {
            Sites::All => None,
            Sites::Some(sites) => Some(sites.iter().map(|s| s.0).collect()),
        };
        let triages = actor.level("tickets") == Level::Manage;
        Self { sites, admin: actor.id, whole_tree: actor.owner, triages }
    }
}

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Administrators of the actor's branch.
    Admins,
    /// Users of the actor's sites.
    Users,
    /// Roles.
    Roles,
    /// Contacts of the actor's sites.
    Contacts,
    /// Tickets of the actor's sites, and the actor's own.
    Tickets,
    /// Entries all of whose sites and administrators the actor reaches, and the actor's own.
    Journal,
    /// Sites the actor reaches.
    Sites,
    /// Groups.
    Groups,
    /// Workspaces.
    Workspaces,
    /// Applications.
    Applications,
}
