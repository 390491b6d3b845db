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
    let members = |text| serde_json::from_str::<Members<'_>>(text).map(|members| members.0);
    let (Ok(old), Ok(new)) = (members(&texts.0), members(&texts.1)) else { return (fields_of(old), fields_of(new)) };
    let but = |these: &[(&str, &RawValue)], those: &[(&str, &RawValue)]| {
        let is_other = |(name, value): &&(&str, &RawValue)| {
            !those.iter().any(|(other, theirs)| other == name && theirs.get() == value.get())
        };
        let value = |(name, value): &(&str, &RawValue)| {
            let value = serde_json::from_str(value.get()).unwrap_or_default();
            (!is_nothing(&value)).then(|| ((*name).to_owned(), value))
        };
        these.iter().filter(is_other).filter_map(value).collect()
    };
    (but(&old, &new), but(&new, &old))
}

/// The members of an object, in their order.
struct Members<'t>(Vec<(&'t str, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> Visitor<'de> for Visit {
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
        from.deserialize_map(Visit)
    }
}

/// The same as JSON text, for a great many records: no value is made of a field on the way.
pub fn fields_text<T: Record>(record: &T) -> String {
    let whole = serde_json::to_string(record).unwrap_or_default();
    serde_json::from_str::<Fields>(&whole).map_or_else(|_| "{}".to_owned(), |fields| fields.0)
}

/// An object as JSON text, without the members that are nothing.
struct Fields(String);

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Fields, A::Error> {
        let mut text = "{".to_owned();
        while let Some((name, value)) = members.next_entry::<&RawValue, &RawValue>()? {
            if !matches!(value.get(), "null" | "[]" | "{}") {
                let comma = if text.len() > 1 { "," } else { "" };
                text.extend([comma, name.get(), ":", value.get()]);
            }
        }
        text.push('}');
        Ok(Fields(text))
    }
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
