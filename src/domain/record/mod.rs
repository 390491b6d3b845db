//! The records of the model, as the rules see them: plain values, compared field by field to make changes.

mod admin;
mod contact;
pub mod flags;
mod lookup;
mod names;
mod organisation;
mod place;
mod role;
mod service;
mod ticket;
mod user;

pub use admin::{Admin, PostalAddress};
pub use contact::{CommunicationOrder, Contact, Phone};
pub use lookup::Lookup;
pub use names::Names;
pub use organisation::{Organisation, Seat};
pub use place::{Application, Group, Site, Workspace};
pub use role::Role;
pub use service::Service;
pub use ticket::{AskedChange, Comment, Ticket};
pub use user::{AppRight, Device, FeedLink, SoftphoneClient, User};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::id::{AdminId, EntryNo, Kind, SiteId, Subject};

/// To whom a record belongs, which decides who reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The whole organisation.
    Organisation,
    /// A site, or none: then only holders of all sites reach it.
    Site(Option<SiteId>),
    /// The branch of an administrator.
    Branch(AdminId),
    /// A ticket: who sent it follows it, who manages tickets sees those of their sites.
    Ticket {
        /// The site of what it is about.
        site: Option<SiteId>,
        /// Who sent it.
        requester: Option<AdminId>,
    },
}

/// A record: serialised without identity and version, so that comparing two gives the fields that changed.
pub trait Record: Clone + PartialEq + Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;

    /// Its number within the kind.
    fn number(&self) -> i64;

    /// The entry that last changed it.
    fn version(&self) -> EntryNo;

    /// Gives it a number and a version, as after reading it from the journal.
    fn identify(&mut self, number: i64, version: EntryNo);

    /// What people call it.
    fn label(&self) -> String;

    /// To whom it belongs.
    fn home(&self) -> Home;

    /// The folded keys by which it can be looked up.
    fn keys(&self) -> Vec<(Lookup, String)>;

    /// Its kind and number.
    fn subject(&self) -> Subject {
        Subject::new(Self::KIND, self.number())
    }
}

macro_rules! record {
    ($type:ty, $kind:ident, $id:ty, label: $label:expr, home: $home:expr, keys: $keys:expr) => {
        impl $crate::domain::record::Record for $type {
            const KIND: $crate::domain::id::Kind = $crate::domain::id::Kind::$kind;
            fn number(&self) -> i64 {
                self.id.0
            }
            fn version(&self) -> $crate::domain::id::EntryNo {
                self.version
            }
            fn identify(&mut self, number: i64, version: $crate::domain::id::EntryNo) {
                self.id = <$id>::from_number(number);
                self.version = version;
            }
            fn label(&self) -> String {
                let label: fn(&Self) -> String = $label;
                label(self)
            }
            fn home(&self) -> $crate::domain::record::Home {
                let home: fn(&Self) -> $crate::domain::record::Home = $home;
                home(self)
            }
            fn keys(&self) -> Vec<($crate::domain::record::Lookup, String)> {
                let keys: fn(&Self) -> Vec<($crate::domain::record::Lookup, String)> = $keys;
                keys(self)
            }
        }
    };
}
pub(crate) use record;
