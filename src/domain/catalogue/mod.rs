//! The catalogue: everything that can be granted, as data (`assets/catalogue.toml`).

mod entry;
mod key;

pub use entry::{Condition, Entry, Family, Label, Need, ValueDef};
pub use key::Key;

use std::sync::{Arc, LazyLock};

use serde::Deserialize;

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
                Catalogue::parse(include_str!("../../../assets/catalogue.toml"))
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
                e.values = e.family.values();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_catalogue_holds_every_family() {
        let catalogue = Catalogue::parse(include_str!("../../../assets/catalogue.toml")).unwrap();
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
