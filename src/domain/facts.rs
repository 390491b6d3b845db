//! The questions that rules may ask. The store answers them; the overlay answers them as if the plan were applied.

use std::collections::BTreeMap;

use super::catalogue::Key;
use super::id::{AdminId, Kind, RoleId, SiteId, Subject, TicketId, UserId};
pub use super::record::Lookup;
use super::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Home, Organisation, Record, Role, Seat, Site, Ticket, User,
    Workspace,
};
use super::refusal::FactsError;
use super::value::Status;

/// Reads one record by number.
pub trait Get<T: Record> {
    /// The record, if there is one.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn get(&self, number: i64) -> Result<Option<T>, FactsError>;
}

/// A user as a feed knows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The user.
    pub user: UserId,
    /// Their site.
    pub site: Option<SiteId>,
    /// Whether they have vanished from the feed.
    pub absent: bool,
    /// Field to value, as last imported.
    pub last: BTreeMap<String, serde_json::Value>,
}

/// How many people hold a role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    /// Active or disabled.
    pub active: u64,
    /// Invited and not yet active.
    pub invited: u64,
}

impl Holders {
    /// Counts one in (`1`) or out (`-1`).
    pub fn count(&mut self, status: Status, by: i64) {
        let counted = if status == Status::Invited { &mut self.invited } else { &mut self.active };
        *counted = counted.saturating_add_signed(by);
    }

    /// All of them.
    pub const fn all(self) -> u64 {
        self.active + self.invited
    }
}

/// Everything the rules may ask.
pub trait Facts:
    Get<Organisation>
    + Get<Site>
    + Get<Group>
    + Get<Workspace>
    + Get<Application>
    + Get<Admin>
    + Get<Role>
    + Get<User>
    + Get<Contact>
    + Get<CommunicationOrder>
    + Get<Ticket>
{
    /// The numbers of the records of a kind that answer to a folded key, lowest first.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn lookup(&self, kind: Kind, by: Lookup, key: &str) -> Result<Vec<i64>, FactsError>;

    /// The user whom a feed knows by a key, with what the feed last said of them.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn known_to_feed(&self, feed: &str, key: &str) -> Result<Option<Known>, FactsError> {
        let Some(number) = self.lookup(Kind::User, Lookup::Feed, &format!("{feed}:{key}"))?.first().copied() else {
            return Ok(None);
        };
        let user: Option<User> = self.get(number)?;
        Ok(user.map(|mut user| Known {
            user: user.id,
            site: user.site,
            absent: user.absent_since.is_some(),
            last: user.feed.remove(feed).unwrap_or_default().last,
        }))
    }

    /// The direct children of an administrator.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn children(&self, admin: AdminId) -> Result<Vec<AdminId>, FactsError>;

    /// The administrators who hold a role.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn admins_of_role(&self, role: RoleId) -> Result<Vec<AdminId>, FactsError>;

    /// How many people hold a role, administrators and users.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn holders(&self, role: RoleId) -> Result<Holders, FactsError>;

    /// A few contacts who hold a permission.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn contacts_with(&self, permission: &Key) -> Result<Vec<i64>, FactsError>;

    /// The tickets about a user that still wait for a decision.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn waiting_tickets(&self, user: UserId) -> Result<Vec<TicketId>, FactsError>;

    /// Seats used, by kind.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn seats_used(&self) -> Result<BTreeMap<Seat, i64>, FactsError>;

    /// All administrators who are active: for the four-eyes rule, of which there are few.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn active_admins(&self) -> Result<Vec<AdminId>, FactsError>;

    /// The numbers of the records of a kind that name another record: members of a group, administrators of a site.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn referring(&self, to: Subject, by: Kind) -> Result<Vec<i64>, FactsError>;

    /// How many records of a kind name another record, as [`Names`](super::record::Names) tells.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn count_referring(&self, to: Subject, by: Kind) -> Result<u64, FactsError>;

    /// How many records of any kind name a record: users of a site, members of a group.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn referrers(&self, subject: Subject) -> Result<u64, FactsError> {
        Kind::ALL.into_iter().map(|by| self.count_referring(subject, by)).sum()
    }

    /// Whether an administrator has ever signed in.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn has_signed_in(&self, admin: AdminId) -> Result<bool, FactsError>;

    /// How often signing in as an administrator failed since the last success.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn failed_tries(&self, admin: AdminId) -> Result<i64, FactsError>;

    /// Whose an open session is; none where there is no such session, or it has ended.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn session(&self, id: &str) -> Result<Option<AdminId>, FactsError>;

    /// Every site number; sites are few.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn all_sites(&self) -> Result<Vec<SiteId>, FactsError>;

    /// The highest number ever given to a record of that kind.
    ///
    /// # Errors
    /// Where the store cannot answer.
    fn last_number(&self, kind: Kind) -> Result<i64, FactsError>;
}

/// The home and the label of a record of any kind, if it is there.
///
/// # Errors
/// Where the store cannot answer.
pub fn describe(facts: &dyn Facts, subject: Subject) -> Result<Option<(Home, String)>, FactsError> {
    fn of<T: Record>(record: Option<T>) -> Option<(Home, String)> {
        record.map(|r| (r.home(), r.label()))
    }
    let number = subject.id;
    Ok(match subject.kind {
        Kind::Organisation => of::<Organisation>(facts.get(number)?),
        Kind::Site => of::<Site>(facts.get(number)?),
        Kind::Group => of::<Group>(facts.get(number)?),
        Kind::Workspace => of::<Workspace>(facts.get(number)?),
        Kind::Application => of::<Application>(facts.get(number)?),
        Kind::Admin => of::<Admin>(facts.get(number)?),
        Kind::Role => of::<Role>(facts.get(number)?),
        Kind::User => of::<User>(facts.get(number)?),
        Kind::Contact => of::<Contact>(facts.get(number)?),
        Kind::Order => of::<CommunicationOrder>(facts.get(number)?),
        Kind::Ticket => of::<Ticket>(facts.get(number)?),
    })
}
