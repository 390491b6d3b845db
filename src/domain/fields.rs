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
    fn the_text_is_that_of_the_fields() {
        let mut user = User { display_name: "\"Zoé\" {null}, []\n".into(), ..User::default() };
        assert_eq!(fields_text(&user), Value::Object(fields_of(&user)).to_string());
        user.permissions.insert(Key::new("web_access"));
        user.devices.push(Device { id: "PJSIP/\\20".into(), model: None, webrtc: false });
        user.note = Some("null".into());
        assert_eq!(fields_text(&user), Value::Object(fields_of(&user)).to_string());
    }
}
