//! The order of lists: one stored key, the same in both languages.

use std::convert::Infallible;
use std::sync::LazyLock;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

/// Names the rules that made the stored sort keys and folded columns; when it changes they are all made again.
///
/// A test compares known keys, so that new Unicode tables cannot arrive without a new name.
pub const COLLATION_VERSION: &str = "root-48-tertiary/fold-1";

static COLLATION: LazyLock<Option<Collation>> = LazyLock::new(Collation::new);

/// Writes sort keys by the root collation, which suits French and English alike.
pub struct Collation(CollatorBorrowed<'static>);

impl Collation {
    fn new() -> Option<Self> {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        Collator::try_new(CollatorPreferences::default(), options).ok().map(Self)
    }

    /// Returns the collation of this process, made at its first use; `None` only if its tables were left out.
    pub fn shared() -> Option<&'static Self> {
        COLLATION.as_ref()
    }

    /// Appends the sort key of a text; keys are compared byte by byte.
    pub fn write_key(&self, text: &str, key: &mut Vec<u8>) {
        let Ok::<(), Infallible>(()) = self.0.write_sort_key_to(text, key);
    }
}

/// Returns the sort key of a text: letters first, then accents, then case.
///
/// Two names with the same key look the same; lists end their order with the record's id.
pub fn sort_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() * 2 + 8);
    match Collation::shared() {
        Some(collation) => collation.write_key(text, &mut key),
        None => key.extend_from_slice(super::fold(text).as_bytes()),
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_then_accents_then_case() {
        let sorted = ["a b", "ab", "cote", "Cote", "coté", "Coté", "côte", "côté", "Œuf", "œufs", "zèbre", "Zoé"];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|text| sort_key(text));
        assert_eq!(shuffled, sorted);
    }

    #[test]
    fn composed_and_decomposed_sort_alike() {
        assert_eq!(sort_key("é"), sort_key("e\u{301}"));
    }

    #[test]
    fn known_keys_hold_for_this_version() {
        let mut key = Vec::new();
        for text in ["Éloïse Lefèvre", "Œuvre", "poste 2", "中文", "🎃"] {
            key.extend(sort_key(text));
        }
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let known = "3341473b4f330441333533554d3301458843963f8a0701dcbedc0b473353554d3301700901e0e20849474f51330416\
                     010b010bfa025cfa316e010601060d303901050105";
        assert_eq!((COLLATION_VERSION, hex.as_str()), ("root-48-tertiary/fold-1", known));
    }
}
