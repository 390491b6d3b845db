//! Which columns of a file make up a contact.

use super::super::header::{Column, Header};
use super::super::record::PhoneKind;
use super::columns::{Part, Place, Target};

/// A column whose kind another column may tell.
pub(super) struct Labelled {
    pub kind: PhoneKind,
    pub label: Option<Column>,
    pub value: Column,
}

/// The columns of one postal address.
#[derive(Default)]
pub(super) struct AddressPlan {
    pub street: Vec<Column>,
    /// Whole address in one cell, for when the street is empty.
    pub formatted: Option<Column>,
    pub town: Option<Column>,
    pub region: Option<Column>,
    pub postcode: Option<Column>,
    pub country: Option<Column>,
}

impl AddressPlan {
    pub fn set(&mut self, part: Part, column: Column) {
        match part {
            Part::Street => self.street.push(column),
            Part::Town => self.town = self.town.or(Some(column)),
            Part::Region => self.region = self.region.or(Some(column)),
            Part::Postcode => self.postcode = self.postcode.or(Some(column)),
            Part::Country => self.country = self.country.or(Some(column)),
        }
    }
}

/// The columns of a contact.
#[derive(Default)]
pub(super) struct Plan {
    pub name: Option<Column>,
    pub first: Option<Column>,
    pub last: Option<Column>,
    pub organisation: Option<Column>,
    pub position: Option<Column>,
    pub emails: Vec<Labelled>,
    pub phones: Vec<Labelled>,
    pub addresses: Vec<AddressPlan>,
    pub groups: Option<Column>,
    pub note: Option<Column>,
}

impl Plan {
    /// Finds columns by their names.
    pub fn from_names(header: &mut Header, names: &[(&str, Target)]) -> Self {
        let mut plan = Self::default();
        let (mut work, mut home, mut elsewhere) = <(AddressPlan, AddressPlan, AddressPlan)>::default();
        for &(name, target) in names {
            let Some(column) = header.column(name) else {
                continue;
            };
            let labelled = |kind| Labelled { kind, label: None, value: column };
            match target {
                Target::Name => plan.name = plan.name.or(Some(column)),
                Target::First => plan.first = plan.first.or(Some(column)),
                Target::Last => plan.last = plan.last.or(Some(column)),
                Target::Organisation => plan.organisation = plan.organisation.or(Some(column)),
                Target::Position => plan.position = plan.position.or(Some(column)),
                Target::Email => plan.emails.push(labelled(PhoneKind::Other)),
                Target::Phone(kind) => plan.phones.push(labelled(kind)),
                Target::Address(Place::Work, part) => work.set(part, column),
                Target::Address(Place::Home, part) => home.set(part, column),
                Target::Address(Place::Elsewhere, part) => elsewhere.set(part, column),
                Target::Groups => plan.groups = plan.groups.or(Some(column)),
                Target::Note => plan.note = plan.note.or(Some(column)),
            }
        }
        plan.addresses = vec![work, home, elsewhere];
        plan
    }
}
