//! REFs: how a Command names a record, and the id that a kept Command remembers.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use schemars::JsonSchema;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A record by name; once kept, with the id that the name had then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Ref {
    /// As typed: the words of `product.md`, section 5.
    Named(String),
    /// As kept in a draft, a ticket or the journal.
    Pinned {
        /// As typed then.
        name: String,
        /// The number of the record it named.
        number: i64,
    },
}

impl Ref {
    /// Names a record.
    pub fn new(name: impl Into<String>) -> Self {
        Self::Named(name.into())
    }

    /// Names a record whose number is known.
    pub fn pinned(name: impl Into<String>, number: i64) -> Self {
        Self::Pinned { name: name.into(), number }
    }

    /// The words typed.
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) | Self::Pinned { name, .. } => name,
        }
    }

    /// The number kept with it.
    pub const fn number(&self) -> Option<i64> {
        match self {
            Self::Named(_) => None,
            Self::Pinned { number, .. } => Some(*number),
        }
    }

    /// Keeps the number with the words.
    pub fn pin(&mut self, number: i64) {
        *self = Self::Pinned { name: self.name().to_owned(), number };
    }
}

/// Fields that hold REFs: one, none or several.
pub(super) trait Each {
    fn each(&mut self, visit: &mut dyn FnMut(&mut Ref));
}

impl<T: Each> Each for Option<T> {
    fn each(&mut self, visit: &mut dyn FnMut(&mut Ref)) {
        if let Some(inner) = self {
            inner.each(visit);
        }
    }
}

impl Each for Ref {
    fn each(&mut self, visit: &mut dyn FnMut(&mut Ref)) {
        visit(self);
    }
}

impl Each for Vec<Ref> {
    fn each(&mut self, visit: &mut dyn FnMut(&mut Ref)) {
        self.iter_mut().for_each(visit);
    }
}

/// A field of an update: absent (left as it is), `null` (cleared) or a value.
pub type Given<T> = Option<Option<T>>;

/// Reads a field that is there, be it `null`.
///
/// # Errors
/// Those of the value.
pub fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Given<T>, D::Error> {
    Option::<T>::deserialize(deserializer).map(Some)
}

/// Reads an object in which no key stands twice (S-75).
///
/// # Errors
/// A key that stands twice, and those of the values.
pub fn once<'de, K, V, D>(deserializer: D) -> Result<Option<BTreeMap<K, V>>, D::Error>
where
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct Once<K, V>(PhantomData<(K, V)>);

    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Once<K, V> {
        type Value = BTreeMap<K, V>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((key, value)) = access.next_entry()? {
                if map.insert(key, value).is_some() {
                    return Err(serde::de::Error::custom("duplicate key"));
                }
            }
            Ok(map)
        }
    }

    deserializer.deserialize_map(Once(PhantomData)).map(Some)
}

/// Reads a field that must be there, be it `null`.
///
/// # Errors
/// Those of the value.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Option::<T>::deserialize(deserializer)
}
