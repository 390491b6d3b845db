//! The fields of a record as JSON.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::record::Record;

/// The fields of a record as JSON, without `null`s, empty lists and empty objects.
pub fn fields_of<T: Record>(record: &T) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map.into_iter().filter(|(_, value)| !is_nothing(value)).collect(),
        _ => Map::new(),
    }
}

/// The fields in which two versions of a record differ, of each the same as [`fields_of`]: most fields of most records
/// stay, and no value is made of those.
pub fn differing<T: Record>(old: &T, new: &T) -> (Map<String, Value>, Map<String, Value>) {
    let texts = (serde_json::to_string(old).unwrap_or_default(), serde_json::to_string(new).unwrap_or_default());
    let (Ok(old), Ok(new)) = (members(&texts.0), members(&texts.1)) else { return (fields_of(old), fields_of(new)) };
    let but = |these: &[Member<'_>], those: &[Member<'_>]| {
        let is_other = |(name, value): &&Member<'_>| {
            !those.iter().any(|(other, theirs)| other.get() == name.get() && theirs.get() == value.get())
        };
        let field = |(name, value): &Member<'_>| {
            let value = serde_json::from_str(value.get()).unwrap_or_default();
            if is_nothing(&value) { None } else { Some((serde_json::from_str(name.get()).ok()?, value)) }
        };
        these.iter().filter(is_other).filter_map(field).collect()
    };
    (but(&old, &new), but(&new, &old))
}

/// The same as JSON text, for a great many records: no value is made of a field on the way.
pub fn fields_text<T: Record>(record: &T) -> String {
    let whole = serde_json::to_string(record).unwrap_or_default();
    let mut text = "{".to_owned();
    for (name, value) in members(&whole).unwrap_or_default() {
        if !matches!(value.get(), "null" | "[]" | "{}") {
            let comma = if text.len() > 1 { "," } else { "" };
            text.extend([comma, name.get(), ":", value.get()]);
        }
    }
    text.push('}');
    text
}

/// A member of an object: its name, quoted as it stands there, and its value.
type Member<'t> = (&'t RawValue, &'t RawValue);

/// The members of an object, in their order.
fn members(object: &str) -> serde_json::Result<Vec<Member<'_>>> {
    struct Members<'t>(Vec<Member<'t>>);

    impl<'de> Deserialize<'de> for Members<'de> {
        fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
            from.deserialize_map(MembersVisitor)
        }
    }

    struct MembersVisitor;

    impl<'de> Visitor<'de> for MembersVisitor {
        type Value = Members<'de>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut read: A) -> Result<Members<'de>, A::Error> {
            let mut members = Vec::new();
            while let Some(member) = read.next_entry()? {
                members.push(member);
            }
            Ok(Members(members))
        }
    }

    serde_json::from_str::<Members<'_>>(object).map(|members| members.0)
}

/// Whether a value says as much as its absence.
pub(super) fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Key;
    use crate::domain::record::{Device, User};

    #[test]
    fn what_differs_is_what_differs_of_the_fields() {
        let plain = User { display_name: "Zoé \"\\u{e9}\"".into(), ..User::default() };
        let changes: [fn(&mut User); 6] = [
            |_| {},
            |u| u.display_name = "Zoé".into(),
            |u| u.was_active = true,
            |u| u.note = Some("null".into()),
            |u| u.permissions = [Key::new("a"), Key::new("b")].into(),
            |u| u.devices.push(Device { id: "PJSIP/\\20".into(), model: None, webrtc: false }),
        ];
        for (one, another) in changes.iter().flat_map(|one| changes.iter().map(move |other| (one, other))) {
            let (mut old, mut new) = (plain.clone(), plain.clone());
            one(&mut old);
            another(&mut new);
            let but = |these: &Map<String, Value>, those: &Map<String, Value>| -> Map<String, Value> {
                these.iter().filter(|(k, v)| those.get(*k) != Some(v)).map(|(k, v)| (k.clone(), v.clone())).collect()
            };
            let (whole_old, whole_new) = (fields_of(&old), fields_of(&new));
            assert_eq!(differing(&old, &new), (but(&whole_old, &whole_new), but(&whole_new, &whole_old)));
        }
    }

    #[test]
    fn the_text_is_that_of_the_fields() {
        let mut user = User { display_name: "\"Zoé\" {null}, []\n".into(), ..User::default() };
        assert_eq!(fields_text(&user), Value::Object(fields_of(&user)).to_string());
        user.permissions.insert(Key::new("web_access"));
        user.devices.push(Device { id: "PJSIP/\\20".into(), model: None, webrtc: false });
        user.note = Some("null".into());
        assert_eq!(fields_text(&user), Value::Object(fields_of(&user)).to_string());
    }
}
