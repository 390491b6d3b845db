//! What other records are called in JSON, and the helpers that every kind uses.

use serde_json::{Map, Value, json};

use super::Public;
use crate::domain::catalogue::Family;
use crate::domain::engine::visible;
use crate::domain::facts::describe;
use crate::domain::id::{Kind, Subject};
use crate::domain::record::{Application, PostalAddress, Record, Site, Workspace};
use crate::domain::value::Level;
use crate::service::error::Result;
use crate::service::notes::reads_notes;
use crate::store::table::Stored;
use crate::store::view::{self, Filter, From, List, Query, Sort};

impl Public<'_> {
    /// Another record, as a REF: a site by its code, a ticket by its number, all else by name.
    pub(super) fn name(&self, subject: impl Into<Subject>) -> Result<Value> {
        let subject = subject.into();
        if let Some(name) = self.named.borrow().get(&subject) {
            return Ok(name.clone());
        }
        let name = match subject.kind {
            Kind::Ticket => Value::from(subject.id),
            Kind::Site => self.tables.read::<Site>(subject.id)?.map(|site| site.code).into(),
            _ => describe(&self.tables, subject)?.map(|(_, label)| label).into(),
        };
        self.named.borrow_mut().insert(subject, name.clone());
        Ok(name)
    }

    /// Another record, where there is one.
    pub(super) fn maybe_name<I: Into<Subject>>(&self, id: Option<I>) -> Result<Value> {
        id.map_or(Ok(Value::Null), |id| self.name(id))
    }

    /// Another record, where there is one that the actor reaches (S-22).
    pub(super) fn name_within_reach<I: Into<Subject>>(&self, id: Option<I>) -> Result<Value> {
        let Some(subject) = id.map(Into::into) else { return Ok(Value::Null) };
        match describe(&self.tables, subject)? {
            Some((home, _)) if visible(&self.tables, self.actor, home)? => self.name(subject),
            _ => Ok(Value::Null),
        }
    }

    /// Several records.
    pub(super) fn all_names<I: Into<Subject>>(&self, ids: impl IntoIterator<Item = I>) -> Result<Value> {
        ids.into_iter().map(|id| self.name(id)).collect::<Result<Vec<Value>>>().map(Value::from)
    }

    /// The entries of a family as an object of flags, every key present.
    pub(super) fn flags(&self, family: Family, held: impl Fn(&str) -> bool) -> Value {
        let flag = |key: &str| (key.to_owned(), Value::Bool(held(key)));
        self.catalogue.family(family).map(|entry| flag(entry.key.as_str())).collect::<Map<_, _>>().into()
    }

    /// The resources as an object of levels, every key present.
    pub(super) fn levels(&self, held: impl Fn(&str) -> Level) -> Value {
        let level = |key: &str| (key.to_owned(), Value::from(held(key).as_str()));
        self.catalogue.family(Family::Resource).map(|entry| level(entry.key.as_str())).collect::<Map<_, _>>().into()
    }

    /// Whether the actor may read notes.
    pub(super) fn reads_notes(&self) -> bool {
        reads_notes(self.actor)
    }

    /// Ends an object with the record's note, for those who may read it.
    pub(super) fn with_note(&self, note: Option<&str>, mut value: Value) -> Value {
        if self.reads_notes() {
            value["note"] = note.into();
        }
        value
    }

    /// Every workspace, by name: there are few.
    pub(super) fn workspaces(&self) -> Result<&[Workspace]> {
        if self.workspaces.get().is_none() {
            let _ = self.workspaces.set(self.every(List::Workspaces)?);
        }
        Ok(self.workspaces.get().map_or(&[], Vec::as_slice))
    }

    /// Every application, by name: there are few.
    pub(super) fn applications(&self) -> Result<&[Application]> {
        if self.applications.get().is_none() {
            let _ = self.applications.set(self.every(List::Applications)?);
        }
        Ok(self.applications.get().map_or(&[], Vec::as_slice))
    }

    fn every<T: Stored>(&self, list: List) -> Result<Vec<T>> {
        let query = Query { list, filter: Filter::default(), sort: Sort::Name, descending: false };
        let mut records = Vec::new();
        for (_, number) in view::ids(self.tables, &self.scope, &query, &From::Start, usize::MAX)? {
            records.extend(self.tables.read::<T>(number)?);
        }
        Ok(records)
    }
}

/// The `id` of a record.
pub(super) fn id<T: Record>(record: &T) -> String {
    record.subject().to_string()
}

/// An address, every key present.
pub(super) fn address(address: &PostalAddress) -> Value {
    let PostalAddress { street, town, region, postcode, country } = address;
    json!({"street": street, "town": town, "region": region, "postcode": postcode, "country": country})
}
