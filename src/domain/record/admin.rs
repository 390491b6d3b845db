//! Administrators of the console.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, flags, record};
use crate::domain::catalogue::Key;
use crate::domain::id::{AdminId, EntryNo, RoleId, SiteId};
use crate::domain::value::{Level, Status};

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PostalAddress {
    /// Street lines.
    pub street: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Region.
    pub region: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// An administrator: what is set for them. What they effectively hold is computed with their parents.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admin {
    /// Its number.
    #[serde(skip)]
    pub id: AdminId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// The name to sign in with, unique.
    pub username: String,
    /// Who made this one; none for the owner.
    pub parent: Option<AdminId>,
    /// Invited until the first sign-in.
    pub status: Status,
    /// The role, if any.
    pub role: Option<RoleId>,
    /// Values set by hand, over those of the role.
    pub overrides: BTreeMap<Key, Level>,
    /// Sites given one by one.
    #[serde(with = "flags")]
    pub sites: BTreeSet<SiteId>,
    /// Whether all sites are given, those made later too.
    pub all_sites: bool,
    /// First name.
    pub first_name: String,
    /// Middle name.
    pub middle_name: Option<String>,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// Work phone.
    pub work_phone: Option<String>,
    /// Fax.
    pub fax: Option<String>,
    /// Mobile phone.
    pub mobile: Option<String>,
    /// Landline.
    pub landline: Option<String>,
    /// Postal address.
    pub address: PostalAddress,
    /// What administrators note about it.
    pub note: Option<String>,
}

impl Admin {
    /// Whether this is the owner: the one without a parent.
    pub const fn is_owner(&self) -> bool {
        self.parent.is_none()
    }

    /// First and last name, or the user name where neither is known.
    pub fn full_name(&self) -> String {
        let name = format!("{} {}", self.first_name, self.last_name);
        let name = name.trim();
        if name.is_empty() { self.username.clone() } else { name.to_owned() }
    }
}

record!(Admin, Admin, AdminId, label: |a| a.username.clone(), home: |a| Home::Branch(a.id),
    keys: |a| vec![(Lookup::Username, a.username.clone())]);
