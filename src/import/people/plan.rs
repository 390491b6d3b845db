//! Which columns of a file make up a person.

use super::super::format::Format;
use super::super::header::{Column, Header};
use super::super::mapping::Mapping;
use super::super::record::{Field, FieldSet, PhoneKind};
use super::super::value::header_name;
use super::columns::{self, Target};

/// The columns of a person.
#[derive(Default)]
pub(super) struct Plan {
    pub keys: Vec<Column>,
    pub name: Option<Column>,
    pub first: Option<Column>,
    pub last: Option<Column>,
    pub fallbacks: Vec<Column>,
    pub extensions: Vec<Column>,
    pub context: Option<Column>,
    pub emails: Vec<Column>,
    pub account: Option<Column>,
    pub proxies: Option<Column>,
    pub phones: Vec<(PhoneKind, Column)>,
    pub departments: Vec<Column>,
    pub position: Option<Column>,
    pub organisation: Option<Column>,
    pub language: Option<Column>,
    pub groups: Option<Column>,
    pub enabled: Option<(bool, Column)>,
    pub protocol: Option<Column>,
    pub mac: Option<Column>,
    pub model: Option<Column>,
    pub guest: Option<Column>,
    pub shown: Vec<Column>,
    pub rights: Vec<Column>,
    /// What the file has a column for.
    pub fields: FieldSet,
}

impl Plan {
    /// Finds the columns of a format in a header.
    pub fn find(format: Format, header: &mut Header) -> Self {
        let mut plan = Self::default();
        for &(name, target) in columns::of(format) {
            let found = header.names().iter().position(|known| bare(known) == name);
            if let Some(column) = found.and_then(|index| header.take(index)) {
                plan.set(target, column);
            }
        }
        plan.fields = plan.fields();
        plan
    }

    /// Finds the columns that a person mapped by hand.
    ///
    /// # Errors
    /// The columns that are not there, or hold secrets.
    pub fn mapped(mapping: &Mapping, header: &mut Header) -> Result<Self, Vec<String>> {
        let mut plan = Self::default();
        let mut missing = Vec::new();
        for (field, name) in &mapping.columns {
            match header.column(&header_name(name)) {
                Some(column) => plan.set(columns::target(field), column),
                None => missing.push(name.clone()),
            }
        }
        plan.fields = plan.fields();
        if missing.is_empty() { Ok(plan) } else { Err(missing) }
    }

    fn set(&mut self, target: Target, column: Column) {
        let once = |slot: &mut Option<Column>| *slot = slot.or(Some(column));
        match target {
            Target::Key => self.keys.push(column),
            Target::Name => once(&mut self.name),
            Target::First => once(&mut self.first),
            Target::Last => once(&mut self.last),
            Target::Fallback => self.fallbacks.push(column),
            Target::Extension => self.extensions.push(column),
            Target::Context => once(&mut self.context),
            Target::Email => self.emails.push(column),
            Target::Account => once(&mut self.account),
            Target::Proxies => once(&mut self.proxies),
            Target::Phone(kind) => self.phones.push((kind, column)),
            Target::Department => self.departments.push(column),
            Target::Position => once(&mut self.position),
            Target::Organisation => once(&mut self.organisation),
            Target::Language => once(&mut self.language),
            Target::Groups => once(&mut self.groups),
            Target::Enabled(on) => self.enabled = self.enabled.or(Some((on, column))),
            Target::Protocol => once(&mut self.protocol),
            Target::Mac => once(&mut self.mac),
            Target::Model => once(&mut self.model),
            Target::Guest => once(&mut self.guest),
            Target::Shown => self.shown.push(column),
            Target::Right => self.rights.push(column),
        }
    }

    fn fields(&self) -> FieldSet {
        let mobile = self.phones.iter().any(|(kind, _)| *kind == PhoneKind::Mobile);
        let email = !self.emails.is_empty() || self.account.is_some() || self.proxies.is_some();
        FieldSet::default()
            .with(Field::DisplayName)
            .with_if(Field::Extension, !self.extensions.is_empty())
            .with_if(Field::Email, email)
            .with_if(Field::Language, self.language.is_some())
            .with_if(Field::Groups, self.groups.is_some())
            .with_if(Field::FirstName, self.first.is_some())
            .with_if(Field::LastName, self.last.is_some())
            .with_if(Field::Position, self.position.is_some())
            .with_if(Field::Mobile, mobile)
            .with_if(Field::Department, !self.departments.is_empty())
            .with_if(Field::Disabled, self.enabled.is_some())
            .with_if(Field::Devices, self.protocol.is_some() || self.mac.is_some())
    }
}

/// A column name without what Google writes behind it in brackets.
pub(super) fn bare(name: &str) -> &str {
    name.split_once('[').map_or(name, |(bare, _)| bare).trim_end()
}
