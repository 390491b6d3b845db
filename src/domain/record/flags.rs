//! Serialises a set as an object of flags (`{"web_access": true}`), so that each member is a field of its own.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{SerializeMap, Serializer};

/// Writes each member as a key with `true`.
///
/// # Errors
/// Those of the serialiser.
pub fn serialize<T: Display, S: Serializer>(set: &BTreeSet<T>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(set.len()))?;
    for member in set {
        map.serialize_entry(&member.to_string(), &true)?;
    }
    map.end()
}

/// Reads the keys whose value is `true`.
///
/// # Errors
/// Where a key is not a member, or a value no flag.
pub fn deserialize<'de, T: Ord + FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeSet<T>, D::Error> {
    let map = std::collections::BTreeMap::<String, bool>::deserialize(deserializer)?;
    let members = map.into_iter().filter(|(_, on)| *on);
    members.map(|(key, _)| key.parse().map_err(|_| D::Error::custom("unknown member"))).collect()
}
