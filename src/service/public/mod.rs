//! Records as JSON, whole, with the names that scripts depend on: one function for each kind, for `list` and `show`
//! alike. Whatever lies outside the actor's reach stands in none of them.

mod admin;
mod change;
mod contact;
mod journal;
mod names;
mod organisation;
mod place;
mod role;
mod ticket;
mod user;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde_json::Value;

use super::console::Console;
use super::error::{Result, ServiceError};
use crate::domain::catalogue::Catalogue;
use crate::domain::change::Change;
use crate::domain::engine::Actor;
use crate::domain::id::{Kind, Subject};
use crate::domain::policy::require;
use crate::domain::record::{Application, CommunicationOrder, Workspace};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::Level;
use crate::store::Tables;
use crate::store::view::{self, Cursor, From, List, Query, Scope};

/// Makes the JSON of records from one state of the store, for one actor.
struct Public<'a> {
    tables: Tables<'a>,
    catalogue: &'a Catalogue,
    actor: &'a Actor,
    scope: Scope,
    /// What other records are called, once looked up.
    named: RefCell<BTreeMap<Subject, Value>>,
    workspaces: OnceCell<Vec<Workspace>>,
    applications: OnceCell<Vec<Application>>,
    orders: OnceCell<[CommunicationOrder; 2]>,
}

impl<'a> Public<'a> {
    fn new(tables: Tables<'a>, catalogue: &'a Catalogue, actor: &'a Actor) -> Self {
        Self {
            tables,
            catalogue,
            actor,
            scope: Scope::of(actor),
            named: RefCell::default(),
            workspaces: OnceCell::new(),
            applications: OnceCell::new(),
            orders: OnceCell::new(),
        }
    }

    /// The record of that number in a list; none where there is none (any more).
    fn record(&self, list: List, number: i64) -> Result<Option<Value>> {
        let tables = self.tables;
        let value = match list {
            List::Admins => tables.read(number)?.map(|record| self.admin(&record)),
            List::Users => tables.read(number)?.map(|record| self.user(&record)),
            List::Roles => tables.read(number)?.map(|record| self.role(&record)),
            List::Contacts => tables.read(number)?.map(|record| self.contact(&record)),
            List::Tickets => tables.read(number)?.map(|record| self.ticket(&record)),
            List::Sites => tables.read(number)?.map(|record| Ok(self.site(&record))),
            List::Groups => tables.read(number)?.map(|record| self.group(&record)),
            List::Workspaces => tables.read(number)?.map(|record| Ok(self.workspace(&record))),
            List::Applications => tables.read(number)?.map(|record| Ok(self.application(&record))),
            List::Journal => crate::store::journal::entry(tables, number)?.map(|entry| self.entry(&entry, None)),
        };
        value.transpose()
    }
}

/// The kind of the records of a list; none for the journal.
pub const fn kind_of(list: List) -> Option<Kind> {
    Some(match list {
        List::Admins => Kind::Admin,
        List::Users => Kind::User,
        List::Roles => Kind::Role,
        List::Contacts => Kind::Contact,
        List::Tickets => Kind::Ticket,
        List::Sites => Kind::Site,
        List::Groups => Kind::Group,
        List::Workspaces => Kind::Workspace,
        List::Applications => Kind::Application,
        List::Journal => return None,
    })
}

impl Console {
    fn public<T>(&self, answer: impl FnOnce(&Public<'_>) -> Result<T>) -> Result<T> {
        let actor = self.actor()?;
        self.reader.snapshot(|tables| answer(&Public::new(tables, &self.settings.catalogue, &actor)))
    }

    /// A page of a list as JSON.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn public_page(&self, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, Value)>> {
        let scope = self.may_list(query.list)?;
        self.public(|public| {
            let mut page = Vec::new();
            for (cursor, number) in view::ids(public.tables, &scope, query, from, limit)? {
                page.extend(public.record(query.list, number)?.map(|value| (cursor, value)));
            }
            Ok(page)
        })
    }

    /// The number of the record or journal entry that a REF names.
    ///
    /// # Errors
    /// Not found, ambiguous, not allowed, signed out, or the store.
    pub fn public_number(&self, list: List, reference: &str) -> Result<i64> {
        self.may_list(list)?;
        let Some(kind) = kind_of(list) else {
            let words = reference.trim();
            let digits = words.strip_prefix("journal:").unwrap_or_else(|| words.trim_start_matches('#'));
            let missing = || Refusal::new(Code::EntryNotFound).text("name", words);
            let number = digits.parse().map_err(|_| ServiceError::from(missing()))?;
            return Ok(self.entry(number, 0, 0)?.0.number);
        };
        Ok(self.find(kind, reference)?.id)
    }

    /// One record of a list as JSON, by its REF; an entry of the journal with its changes.
    ///
    /// # Errors
    /// Not found, ambiguous, not allowed, signed out, or the store.
    pub fn public_record(&self, list: List, reference: &str) -> Result<Value> {
        let number = self.public_number(list, reference)?;
        if list == List::Journal {
            let (entry, changes) = self.entry(number, 0, i64::MAX)?;
            return self.public(|public| public.entry(&entry, Some(&changes)));
        }
        let missing = || Refusal::new(Code::NotFound).text("name", reference);
        self.public(|public| public.record(list, number)?.ok_or_else(|| missing().into()))
    }

    /// The organisation as JSON.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn public_organisation(&self) -> Result<Value> {
        require(&self.actor()?, "profile", Level::View)?;
        self.public(|public| public.organisation())
    }

    /// The changes of a plan or an entry as JSON.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn public_changes(&self, changes: &[Change]) -> Result<Vec<Value>> {
        self.public(|public| changes.iter().map(|change| public.change(change)).collect())
    }

    /// The sessions that run now as JSON: all of them for the owner, one's own for everybody else.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn public_sessions(&self) -> Result<Vec<Value>> {
        let sessions = self.sessions()?;
        self.public(|public| sessions.iter().map(|session| public.session(session)).collect())
    }

    /// Refuses whoever may not export. `whole`: all of a list, the journal, or the register of rights, which need a fresh
    /// proof of the password (S-29).
    ///
    /// # Errors
    /// Not allowed, the password has to be typed again, signed out, or the store.
    pub fn require_export(&self, whole: bool) -> Result<()> {
        require(&self.actor()?, "reports", Level::View)?;
        if whole { self.must_be_proved() } else { Ok(()) }
    }

    /// Refuses whoever may not read a list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn require_list(&self, list: List) -> Result<()> {
        self.may_list(list).map(drop)
    }
}
