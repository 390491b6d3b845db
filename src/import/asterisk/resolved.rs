//! One section with everything that applies to it.

use super::setting::Key;

/// A section with its inherited settings, in the order they apply.
#[derive(Debug)]
pub(super) struct Resolved<'s> {
    pub name: &'s str,
    pub file: usize,
    pub line: u64,
    /// Whether a password stands in the section or its templates.
    pub authenticated: bool,
    pub own_flag: bool,
    pub entries: Vec<(Key, &'s str)>,
}

impl<'s> Resolved<'s> {
    /// Returns the value that applies: the last one.
    pub fn get(&self, key: Key) -> Option<&'s str> {
        self.all(key).last().filter(|value| !value.is_empty())
    }

    /// Returns every value of a setting that accumulates.
    pub fn all(&self, key: Key) -> impl Iterator<Item = &'s str> {
        self.entries.iter().filter(move |(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Tells whether a setting is there.
    pub fn has(&self, key: Key) -> bool {
        self.get(key).is_some()
    }

    /// Tells whether a setting says yes.
    pub fn yes(&self, key: Key) -> bool {
        self.get(key).is_some_and(|value| ["yes", "true", "on", "1"].iter().any(|yes| value.eq_ignore_ascii_case(yes)))
    }

    /// Adds defaults, which apply where the section says nothing.
    pub fn add_defaults(&mut self, defaults: &[(Key, &'s str)]) {
        self.own_flag = self.has(Key::HasSip) || self.has(Key::HasIax);
        self.entries.splice(0..0, defaults.iter().copied());
    }

    /// Tells whether the section itself says which telephones it has.
    pub fn own_flag(&self) -> bool {
        self.own_flag
    }

    /// Returns the lower-case value of `type`.
    pub fn kind(&self) -> String {
        self.get(Key::Type).unwrap_or_default().to_ascii_lowercase()
    }
}
