//! What a record that is new brings, field by field: for who looks at the plan.

use std::borrow::Cow;

use serde_json::{Value, json};

use super::Difference;
use crate::domain::decide::import::{Said, SaidContact, SaidPerson};
use crate::domain::record::Device;

/// Fields that say nothing to who looks.
const INNER: [&str; 6] = ["id", "name", "version", "note", "feed", "permissions"];

/// What a user would be made with.
pub(super) fn user(said: &Said) -> Vec<Difference> {
    let text = |value: &Option<String>| value.as_deref().map_or(Value::Null, Value::from);
    let details = said.details.iter().flat_map(|details| details.each());
    let details = details.map(|(field, value)| (field, value.map_or(Value::Null, Value::from)));
    let device = |device: &Device| match device.webrtc {
        true => Value::from(format!("{} (WebRTC)", device.id)),
        false => Value::from(&*device.id),
    };
    let devices: Vec<Value> = said.devices.iter().map(device).collect();
    let own = [
        ("extension", text(&said.extension)),
        ("email", text(&said.email)),
        ("language", text(&said.language)),
        ("devices", json!(devices)),
        ("queues", json!(said.queues)),
    ];
    brought(own.into_iter().chain(details).map(|(field, value)| (Cow::Borrowed(field), value)))
}

/// What a directory says of a person whom no user is.
pub(super) fn person(said: &SaidPerson) -> Vec<Difference> {
    let text = |value: Option<&str>| value.map_or(Value::Null, Value::from);
    let own = [("email", text(said.email.as_deref())), ("extension", text(said.extension.as_deref()))];
    let details = said.details.each().map(|(field, value)| (field, text(value)));
    brought(own.into_iter().chain(details).map(|(field, value)| (Cow::Borrowed(field), value)))
}

/// What a contact would be made with.
pub(super) fn contact(said: &SaidContact) -> Vec<Difference> {
    let Ok(Value::Object(fields)) = serde_json::to_value(&said.contact) else { return Vec::new() };
    let fields = fields.into_iter().filter(|(field, _)| !INNER.contains(&field.as_str()));
    brought(fields.map(|(field, value)| (Cow::Owned(field), value)))
}

fn brought(fields: impl Iterator<Item = (Cow<'static, str>, Value)>) -> Vec<Difference> {
    let is_there = |value: &Value| match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(fields) => fields.values().any(|value| !value.is_null()),
    };
    let there = fields.filter(|(_, value)| is_there(value));
    there.map(|(field, after)| Difference { field, before: Value::Null, after, kept: false }).collect()
}
