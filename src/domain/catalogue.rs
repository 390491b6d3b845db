//! The catalogue: everything that can be granted, as data (`assets/catalogue.toml`).

use std::borrow::Borrow;
use std::fmt;
use std::sync::{Arc, LazyLock};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::value::Level;

/// The key of a catalogue entry, unique over all families; cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Key(Arc<str>);

impl Key {
    /// Makes a key of that word, whether or not a catalogue has it.
    pub fn new(word: &str) -> Self {
        Self(Arc::from(word))
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Key {
    type Err = std::convert::Infallible;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(word))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

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

/// All entries, in the order in which they are shown.
#[derive(Clone, Debug)]
pub struct Catalogue {
    entries: Vec<Entry>,
}

/// What is wrong with the text of a catalogue; for the people who write it.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// Not the expected form.
    #[error("catalogue: {0}")]
    Form(#[from] toml::de::Error),
    /// A key twice.
    #[error("catalogue: {0} stands there twice")]
    Twice(Key),
    /// A rule names what is not there.
    #[error("catalogue: {entry} refers to {other}, which is not there")]
    Dangling {
        /// The entry with the rule.
        entry: Key,
        /// What it names.
        other: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<Entry>,
}

impl Catalogue {
    /// The catalogue compiled in.
    #[expect(clippy::expect_used, reason = "compiled in, and read by a test")]
    pub fn builtin() -> &'static Arc<Self> {
        static BUILTIN: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
            Arc::new(
                Catalogue::parse(include_str!("../../assets/catalogue.toml"))
                    .expect("the catalogue compiled in is read by a test"),
            )
        });
        &BUILTIN
    }

    /// Reads a catalogue and checks that its keys are unique and its rules name what is there.
    ///
    /// # Errors
    /// Where the text is not a catalogue.
    pub fn parse(text: &str) -> Result<Self, CatalogueError> {
        let File { mut entry } = toml::from_str(text)?;
        for e in &mut entry {
            if e.values.is_empty() {
                e.values = standard_values(e.family);
            }
        }
        let catalogue = Self { entries: entry };
        catalogue.check()?;
        Ok(catalogue)
    }

    fn check(&self) -> Result<(), CatalogueError> {
        for (at, entry) in self.entries.iter().enumerate() {
            if self.entries[..at].iter().any(|other| other.key == entry.key) {
                return Err(CatalogueError::Twice(entry.key.clone()));
            }
            let dangling = |other: &str| CatalogueError::Dangling { entry: entry.key.clone(), other: other.to_owned() };
            for condition in entry.requires.iter().chain(&entry.granted_by) {
                let other = self.get(condition.entry.as_str()).ok_or_else(|| dangling(condition.entry.as_str()))?;
                if let Some(word) = &condition.at_least {
                    other.rank_of(word).ok_or_else(|| dangling(word))?;
                }
            }
            for need in &entry.grant_needs {
                self.get(need.resource.as_str()).ok_or_else(|| dangling(need.resource.as_str()))?;
            }
        }
        Ok(())
    }

    /// The entry of that key.
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.key.as_str() == key)
    }

    /// The entry of that key, if it belongs to the family.
    pub fn of(&self, family: Family, key: &str) -> Option<&Entry> {
        self.get(key).filter(|e| e.family == family)
    }

    /// The entries of a family, in order.
    pub fn family(&self, family: Family) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |e| e.family == family)
    }

    /// Every entry, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The lowest rank that meets a condition.
    pub fn threshold(&self, condition: &Condition) -> u8 {
        let named = condition.at_least.as_deref();
        named.and_then(|word| self.get(condition.entry.as_str())?.rank_of(word)).unwrap_or(1)
    }
}

fn standard_values(family: Family) -> Vec<ValueDef> {
    let def =
        |key: &str, en: &str, fr: &str| ValueDef { key: key.into(), label: Label { en: en.into(), fr: fr.into() } };
    match family {
        Family::Resource => {
            vec![def("none", "None", "Aucun"), def("view", "View", "Consultation"), def("manage", "Manage", "Gestion")]
        }
        Family::Portal | Family::Contact | Family::Licence => vec![def("off", "off", "non"), def("on", "on", "oui")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_catalogue_holds_every_family() {
        let catalogue = Catalogue::parse(include_str!("../../assets/catalogue.toml")).unwrap();
        assert_eq!(catalogue.family(Family::Resource).count(), 21);
        assert_eq!(catalogue.family(Family::Portal).count(), 11, "U-29 to U-39");
        assert_eq!(catalogue.family(Family::Contact).count(), 5, "C-11 to C-15");
        assert_eq!(catalogue.family(Family::Licence).count(), 6);
    }

    #[test]
    fn a_catalogue_with_a_key_twice_or_a_dangling_rule_is_refused() {
        let entry = |key: &str, more: &str| {
            format!(
                "[[entry]]\nkey='{key}'\nfamily='portal'\nlabel={{en='a',fr='b'}}\nabout={{en='a',fr='b'}}\n{more}\n"
            )
        };
        let twice = entry("x", "") + &entry("x", "");
        assert!(matches!(Catalogue::parse(&twice), Err(CatalogueError::Twice(_))));
        let dangling = entry("x", "requires=[{entry='y'}]");
        assert!(matches!(Catalogue::parse(&dangling), Err(CatalogueError::Dangling { .. })));
    }
}
