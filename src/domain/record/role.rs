//! Roles: a licence with its minimum, and what is added to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, record};
use crate::domain::catalogue::Key;
use crate::domain::id::{EntryNo, RoleId};
use crate::domain::norm::fold;
use crate::domain::value::{Level, Licence};

/// A role: what its licence fixes is computed, what is added is kept apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its number.
    #[serde(skip)]
    pub id: RoleId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// Its name, unique.
    pub name: String,
    /// Whether it is one of the three standard roles.
    pub standard: bool,
    /// The licence, which fixes the minimum.
    pub licence: Licence,
    /// What it is for.
    pub description: Option<String>,
    /// What is given beyond the licence.
    pub added: BTreeMap<Key, Level>,
    /// What administrators note about it.
    pub note: Option<String>,
}

impl Role {
    /// The value of a resource: the higher of the licence's minimum and what was added.
    pub fn value(&self, resource: &str) -> Level {
        let added = self.added.get(resource).copied().unwrap_or_default();
        self.licence.minimum(resource).max(added)
    }
}

impl Licence {
    /// The value that the licence fixes for a resource.
    pub fn minimum(self, resource: &str) -> Level {
        match (self, resource) {
            (Self::Owner, _) => Level::Manage,
            (Self::Administrator, "numbers" | "audio" | "users" | "integrations") => Level::Manage,
            (Self::Administrator | Self::Analyst, "reports") => Level::View,
            (Self::Administrator | Self::Analyst, _) => Level::None,
        }
    }
}

record!(Role, Role, RoleId, label: |r| r.name.clone(), home: |_| Home::Organisation, keys: |r| vec![(Lookup::Name, fold(&r.name))]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r21_each_licence_includes_the_one_below() {
        let resources = ["numbers", "audio", "users", "integrations", "reports", "roles", "contacts"];
        for pair in Licence::ALL.windows(2) {
            for resource in resources {
                assert!(pair[0].minimum(resource) <= pair[1].minimum(resource), "{resource}");
            }
        }
    }
}
