//! Lists: windows by key of any number of rows, never an offset. Every list takes a [`Scope`], which only an actor can
//! make.

mod assigned;
mod belongs;
mod chosen;
mod count;
mod cursor;
mod devices;
mod figures;
mod filter;
mod found;
mod look;
mod named;
mod packed;
mod part;
mod query;
mod question;
mod reach;
mod read;
mod rows;
mod services;
mod spec;
mod terms;
#[cfg(test)]
mod tests;
mod walk;
mod window;

pub use assigned::AssignedRow;
pub use belongs::{count_users, holders, members};
pub use count::{Tally, count};
pub use cursor::{Cursor, From};
pub use figures::{Decided, decided_since, waiting_between};
pub use filter::{Filter, Term};
pub use query::Query;
pub use rows::{AdminRow, ContactRow, EntryRow, PlaceRow, RoleRow, Row, TicketRow, UserRow};
pub use spec::{Sort, sorts_of, terms_of};
pub use window::{cursor_of, ids, row, window};

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
    /// Numbers with whom they are assigned to.
    ByNumber,
    /// Devices with whom they are assigned to.
    ByDevice,
    /// Services with whom they are assigned to.
    ByService,
    /// Users with what is assigned to them.
    ByUser,
}

impl List {
    /// The word by which the store keeps what somebody chose for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Admins => "admins",
            Self::Users => "users",
            Self::Roles => "roles",
            Self::Contacts => "contacts",
            Self::Tickets => "tickets",
            Self::Journal => "journal",
            Self::Sites => "sites",
            Self::Groups => "groups",
            Self::Workspaces => "workspaces",
            Self::Applications => "applications",
            Self::ByNumber => "by-number",
            Self::ByDevice => "by-device",
            Self::ByService => "by-service",
            Self::ByUser => "by-user",
        }
    }

    /// Whether its rows are users, each at most once.
    pub(super) const fn is_of_users(self) -> bool {
        matches!(self, Self::Users | Self::ByNumber | Self::ByUser)
    }

    /// Whether its rows tell of users, so that its filter is one of users.
    pub const fn is_about_users(self) -> bool {
        self.is_of_users() || matches!(self, Self::ByDevice | Self::ByService)
    }
}
