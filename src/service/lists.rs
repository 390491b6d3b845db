//! Lists, records and cells, always within the actor's reach.

use super::console::Console;
use super::error::{Result, ServiceError};
use super::notes::{readable, reads_notes, text_without_notes};
use super::reached::reached;
use crate::domain::catalogue::Key;
use crate::domain::cell::{self, Cell};
use crate::domain::change::Change;
use crate::domain::command::{Command, Ref};
use crate::domain::decide::find;
use crate::domain::engine::{Effective, Sites, effective};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{AdminId, ContactId, EntryNo, Kind, RoleId, Subject, UserId};
use crate::domain::policy::require;
use crate::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Record, Role, Site, Ticket, User, Workspace,
};
use crate::domain::refusal::Refusal;
use crate::domain::value::Level;
use crate::store::view::{self, AdminRow, ContactRow, Cursor, From, List, PlaceRow, Query, Row, Scope, Tally};
use crate::store::{Tables, journal};

/// Up to how many users of a place are counted.
const COUNTED: u64 = 10_000;

/// The resource that a list needs `view` on; one of several is enough.
pub const fn guards(list: List) -> &'static [&'static str] {
    match list {
        List::Admins => &["administrators"],
        List::Users => &["users"],
        List::ByNumber | List::ByDevice | List::ByUser => &["assignments"],
        // either of the two.
        List::ByService => &["services", "assignments"],
        List::Roles => &["roles"],
        List::Contacts => &["contacts"],
        List::Tickets => &["tickets"],
        List::Journal => &["journal"],
        List::Sites => &["site", "users"],
        List::Groups | List::Workspaces | List::Applications => &["site", "users"],
    }
}

/// The version of a record, if it is there.
pub(super) fn version_of(tables: Tables<'_>, subject: Subject) -> Result<Option<EntryNo>> {
    fn of<T: Record>(record: Option<T>) -> Option<EntryNo> {
        record.map(|r| r.version())
    }
    let number = subject.id;
    Ok(match subject.kind {
        Kind::Organisation => of(tables.read::<Organisation>(number)?),
        Kind::Site => of(tables.read::<Site>(number)?),
        Kind::Group => of(tables.read::<Group>(number)?),
        Kind::Workspace => of(tables.read::<Workspace>(number)?),
        Kind::Application => of(tables.read::<Application>(number)?),
        Kind::Admin => of(tables.read::<Admin>(number)?),
        Kind::Role => of(tables.read::<Role>(number)?),
        Kind::User => of(tables.read::<User>(number)?),
        Kind::Contact => of(tables.read::<Contact>(number)?),
        Kind::Order => of(tables.read::<CommunicationOrder>(number)?),
        Kind::Ticket => of(tables.read::<Ticket>(number)?),
    })
}

impl Console {
    /// What the actor reaches of a list, once it may be read at all.
    pub(super) fn may_list(&self, list: List) -> Result<Scope> {
        let actor = self.actor()?;
        let guards = guards(list);
        if !guards.iter().any(|resource| actor.level(resource) >= Level::View) {
            require(&actor, guards[0], Level::View)?;
        }
        Ok(Scope::of(&actor))
    }

    /// Reads a window of a list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn window<R: Row>(&self, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, R)>> {
        let scope = self.may_list(query.list)?;
        Ok(view::window(self.reader.tables(), &scope, query, from, limit)?)
    }

    /// Reads a window of administrators, with how many sites and resources each effectively holds.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn admins(&self, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, AdminRow)>> {
        let scope = self.may_list(List::Admins)?;
        self.reader.snapshot(|tables| {
            let mut rows = view::window::<AdminRow>(tables, &scope, query, from, limit)?;
            for (_, row) in &mut rows {
                if let Some(admin) = tables.read::<Admin>(row.id.0)? {
                    let holds = effective(&tables, &self.settings.catalogue, &admin)?;
                    row.resources = holds.resources.values().filter(|l| **l > Level::None).count();
                    row.sites = match &holds.sites {
                        Sites::All => None,
                        Sites::Some(sites) => Some(sites.len()),
                    };
                }
            }
            Ok(rows)
        })
    }

    /// Reads a window of contacts; ranks are shown to holders of all sites only.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn contacts(&self, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, ContactRow)>> {
        let mut rows = self.window::<ContactRow>(query, from, limit)?;
        if !self.actor()?.all_sites() {
            for (_, row) in &mut rows {
                row.technical_rank = None;
                row.financial_rank = None;
            }
        }
        Ok(rows)
    }

    /// The first places of a kind that fit what is typed, by name, each with its users within reach (S-22).
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn places(&self, list: List, typed: &str, limit: usize) -> Result<Vec<(PlaceRow, Tally)>> {
        let scope = self.may_list(list)?;
        let filter = view::Filter::parse(typed, view::terms_of(list));
        let query = Query { list, filter, sort: view::Sort::Name, descending: false };
        self.reader.snapshot(|tables| {
            let rows = view::window::<PlaceRow>(tables, &scope, &query, &From::Start, limit)?;
            let counted = |(_, row): (Cursor, PlaceRow)| {
                let users = view::count_users(tables, &scope, list, row.id, COUNTED)?;
                Ok((row, users))
            };
            rows.into_iter().map(counted).collect()
        })
    }

    /// Reads the numbers of a window of a list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn ids(&self, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, i64)>> {
        let scope = self.may_list(query.list)?;
        Ok(view::ids(self.reader.tables(), &scope, query, from, limit)?)
    }

    /// Where a row stands in a list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn cursor_of(&self, query: &Query, number: i64) -> Result<Option<Cursor>> {
        let scope = self.may_list(query.list)?;
        Ok(view::cursor_of(self.reader.tables(), &scope, query, number)?)
    }

    /// Counts a list, up to a limit.
    ///
    /// # Errors
    /// Not allowed, signed out, interrupted, or the store.
    pub fn count(&self, query: &Query, up_to: u64) -> Result<Tally> {
        let scope = self.may_list(query.list)?;
        Ok(view::count(self.reader.tables(), &scope, query, up_to)?)
    }

    /// The number of the record that a REF names, within the actor's reach.
    ///
    /// # Errors
    /// Not found, ambiguous, not allowed, signed out, or the store.
    pub fn find(&self, kind: Kind, reference: &str) -> Result<Subject> {
        let guarded: &[&str] = match kind {
            Kind::Admin => &["administrators"],
            Kind::User => &["users", "tickets"],
            Kind::Role => &["roles"],
            Kind::Contact | Kind::Order => &["contacts"],
            Kind::Ticket => &["tickets"],
            Kind::Site | Kind::Group | Kind::Workspace | Kind::Application => &["site", "users"],
            Kind::Organisation => &["profile"],
        };
        let actor = self.actor()?;
        if !guarded.iter().any(|resource| actor.level(resource) >= Level::View) {
            require(&actor, guarded[0], Level::View)?;
        }
        let number =
            self.reader.snapshot(|tables| -> Result<i64> { Ok(find(&tables, &actor, kind, &Ref::new(reference))?) })?;
        Ok(Subject::new(kind, number))
    }

    /// A user as the staged Commands leave them, with their cells.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn user_cells(&self, user: UserId, staged: &[Command]) -> Result<(User, Vec<Cell>)> {
        self.with_on(user.subject(), staged, |facts, cx| {
            let user: User = reached(facts, cx, user.0)?;
            let cells = cell::user_cells(facts, cx, &user)?;
            Ok((user, cells))
        })
    }

    /// A contact as the staged Commands leave it, with its cells.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn contact_cells(&self, contact: ContactId, staged: &[Command]) -> Result<(Contact, Vec<Cell>)> {
        self.with_on(contact.subject(), staged, |facts, cx| {
            let contact: Contact = reached(facts, cx, contact.0)?;
            let cells = cell::contact_cells(facts, cx, &contact)?;
            Ok((contact, cells))
        })
    }

    /// A role as the staged Commands leave it, with its cells.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn role_cells(&self, role: RoleId, staged: &[Command]) -> Result<(Role, Vec<Cell>)> {
        self.with_on(role.subject(), staged, |facts, cx| {
            let role: Role = reached(facts, cx, role.0)?;
            let cells = cell::role_cells(facts, cx, &role)?;
            Ok((role, cells))
        })
    }

    /// An administrator as the staged Commands leave them, with what they effectively hold and their cells.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn admin_cells(&self, admin: AdminId, staged: &[Command]) -> Result<(Admin, Effective, Vec<Cell>)> {
        self.with_on(admin.subject(), staged, |facts, cx| {
            let admin: Admin = reached(facts, cx, admin.0)?;
            let holds = effective(facts, cx.catalogue, &admin)?;
            let cells = cell::admin_cells(facts, cx, &admin, &holds)?;
            Ok((admin, holds, cells))
        })
    }

    /// A communication order as the staged Commands leave it, with its contacts.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn order(&self, list: crate::domain::value::OrderList, staged: &[Command]) -> Result<Vec<Contact>> {
        crate::domain::policy::require_all_sites(&self.actor()?)?;
        self.with(staged, |facts, _| {
            let order: CommunicationOrder = facts.get(list.id())?.unwrap_or_default();
            let mut contacts = Vec::with_capacity(order.contacts.len());
            for id in order.contacts {
                contacts.extend(Get::<Contact>::get(facts, id.0)?);
            }
            Ok(contacts)
        })
    }

    /// An entry of the journal that the actor may see, with a window of its changes.
    ///
    /// # Errors
    /// Not found, not allowed, signed out, or the store.
    pub fn entry(&self, number: EntryNo, from: i64, limit: i64) -> Result<(journal::Entry, Vec<Change>)> {
        let (scope, actor) = (self.may_list(List::Journal)?, self.actor()?);
        let query =
            Query { list: List::Journal, filter: view::Filter::default(), sort: view::Sort::Number, descending: false };
        self.reader.snapshot(|tables| {
            let seen = view::cursor_of(tables, &scope, &query, number)?.is_some();
            let entry = if seen { journal::entry(tables, number)? } else { None };
            let mut entry = entry.ok_or_else(|| {
                let name = number.to_string();
                ServiceError::from(Refusal::new(crate::domain::refusal::Code::EntryNotFound).text("name", name))
            })?;
            if !reads_notes(&actor) {
                entry.head.commands = text_without_notes(entry.head.commands);
            }
            Ok((entry, readable(&actor, journal::changes_of(tables, number, from, limit)?)))
        })
    }

    /// The catalogue keys that the actor holds at least at `view`: which tabs and sections are drawn.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn held(&self) -> Result<Vec<Key>> {
        let actor = self.actor()?;
        Ok(actor.holds.resources.into_iter().filter(|(_, level)| *level >= Level::View).map(|(key, _)| key).collect())
    }

    /// The sites within the actor's reach, for pickers; there are few.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn sites(&self) -> Result<Vec<Site>> {
        let actor = self.actor()?;
        let tables = self.reader.tables();
        let mut sites = Vec::new();
        for id in tables.all_sites()?.into_iter().filter(|id| actor.reaches_site(Some(*id))) {
            sites.extend(tables.read::<Site>(id.0)?);
        }
        Ok(sites)
    }
}
