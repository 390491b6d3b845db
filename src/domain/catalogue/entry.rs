//! One thing that can be granted, as the catalogue says it.

use serde::Deserialize;

use super::Key;
use crate::domain::value::Level;

/// Who can hold an entry, and with which values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Administrators and roles: none < view < manage.
    Resource,
    /// Users: off, on.
    Portal,
    /// Contacts: off, on.
    Contact,
    /// Users: the entry's own ordered values.
    Licence,
}

impl Family {
    /// The values of an entry that has none of its own.
    pub(super) fn values(self) -> Vec<ValueDef> {
        let def =
            |key: &str, en: &str, fr: &str| ValueDef { key: key.into(), label: Label { en: en.into(), fr: fr.into() } };
        match self {
            Self::Resource => {
                vec![
                    def("none", "None", "Aucun"),
                    def("view", "View", "Consultation"),
                    def("manage", "Manage", "Gestion"),
                ]
            }
            Self::Portal | Self::Contact | Self::Licence => vec![def("off", "off", "non"), def("on", "on", "oui")],
        }
    }
}

/// A wording in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

/// One value of an entry.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueDef {
    /// The word in JSON.
    pub key: String,
    /// What people read.
    pub label: Label,
}

/// Another entry that must be held, at least at a value.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The other entry.
    pub entry: Key,
    /// The lowest value that counts; without it, anything above the lowest.
    #[serde(default)]
    pub at_least: Option<String>,
}

/// What the giver must hold.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// A resource.
    pub resource: Key,
    /// At least this level of it.
    pub level: Level,
}

/// One thing that can be granted, with its rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The key, unique over all families.
    pub key: Key,
    /// Who can hold it.
    pub family: Family,
    /// What people read.
    pub label: Label,
    /// One line of description.
    pub about: Label,
    /// The mark in lists.
    #[serde(default)]
    pub mark: Option<char>,
    /// Ordered values, lowest first; empty in the file where the family has its own.
    #[serde(default)]
    pub values: Vec<ValueDef>,
    /// Off and locked without these.
    #[serde(default)]
    pub requires: Vec<Condition>,
    /// Comes by itself with these, and stays while one is there.
    #[serde(default)]
    pub granted_by: Vec<Condition>,
    /// The setting without which it is locked.
    #[serde(default)]
    pub locked_unless: Option<String>,
    /// Whether the last holder keeps it.
    #[serde(default)]
    pub keep_at_least_one: bool,
    /// What the giver must hold.
    #[serde(default)]
    pub grant_needs: Vec<Need>,
    /// Whether raising it costs.
    #[serde(default)]
    pub billable: bool,
    /// What to know when it is given.
    #[serde(default)]
    pub warning: Option<Label>,
}

impl Entry {
    /// The rank of a value's word, 0 for the lowest.
    pub fn rank_of(&self, word: &str) -> Option<u8> {
        self.values.iter().position(|v| v.key == word).and_then(|at| u8::try_from(at).ok())
    }

    /// The value of that rank; beyond the last, the last.
    pub fn value(&self, rank: u8) -> &ValueDef {
        &self.values[usize::from(rank).min(self.values.len() - 1)]
    }

    /// The highest rank.
    pub fn top(&self) -> u8 {
        u8::try_from(self.values.len() - 1).unwrap_or(u8::MAX)
    }

    /// Whether the entry is off or on, and nothing else.
    pub fn is_switch(&self) -> bool {
        self.values.len() == 2 && self.values[0].key == "off"
    }
}
