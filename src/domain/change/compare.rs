//! A record against another version of itself, and a record changed field by field.

use serde_json::{Map, Value};

use super::Change;
use crate::domain::fields::{differing, fields_of, is_nothing};
use crate::domain::record::Record;

/// The changes that make one version of a record of another; nothing where both are equal.
pub fn compare<T: Record>(before: Option<&T>, after: Option<&T>) -> Vec<Change> {
    let Some(shown) = after.or(before) else { return Vec::new() };
    let change = |field: String, before: Value, after: Value| Change {
        subject: shown.subject(),
        name: shown.label(),
        field,
        before,
        after,
        cause: None,
        effect: false,
        reads: None,
    };
    match (before, after) {
        (Some(old), Some(new)) => {
            if old == new {
                return Vec::new();
            }
            let (old, new) = differing(old, new);
            let (old, new) = (flatten(old), flatten(new));
            let keys = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
            let value = |map: &Map<String, Value>, key: &str| map.get(key).cloned().unwrap_or_default();
            keys.filter(|key| old.get(*key) != new.get(*key))
                .map(|key| change(key.clone(), value(&old, key), value(&new, key)))
                .collect()
        }
        (None, Some(new)) => vec![change(String::new(), Value::Null, Value::Object(fields_of(new)))],
        (Some(old), None) => vec![change(String::new(), Value::Object(fields_of(old)), Value::Null)],
        (None, None) => Vec::new(),
    }
}

/// Makes each member of an object field a field of its own.
fn flatten(map: Map<String, Value>) -> Map<String, Value> {
    let mut flat = Map::new();
    for (field, value) in map {
        match value {
            Value::Object(members) => {
                flat.extend(
                    members.into_iter().filter(|(_, v)| !v.is_null()).map(|(key, v)| (format!("{field}.{key}"), v)),
                );
            }
            value => {
                flat.insert(field, value);
            }
        }
    }
    flat
}

/// The field no longer has the value that was expected, or the values do not make a record.
#[derive(Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// The field.
    pub field: String,
    /// The value it has.
    pub found: Value,
}

/// Sets one field of a record that must have the value `expected` now.
///
/// # Errors
/// Where it has another value, or the result is no record of that kind.
pub fn set_field<T: Record>(record: &mut T, field: &str, expected: &Value, value: &Value) -> Result<(), Mismatch> {
    let mut map = match serde_json::to_value(&*record) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let mismatch = |found: Value| Mismatch { field: field.to_owned(), found };
    let (root, key) = field.split_once('.').map_or((field, None), |(root, key)| (root, Some(key)));
    let holder = match key {
        None => &mut map,
        Some(_) => match map.get_mut(root) {
            Some(Value::Object(members)) => members,
            _ => return Err(mismatch(Value::Null)),
        },
    };
    let name = key.unwrap_or(root);
    let found = holder.get(name).filter(|v| !is_nothing(v)).cloned().unwrap_or_default();
    if found != *expected {
        return Err(mismatch(found));
    }
    if value.is_null() && matches!(holder.get(name), Some(Value::Array(_))) {
        holder.insert(name.to_owned(), Value::Array(Vec::new()));
    } else if value.is_null() {
        holder.remove(name);
    } else {
        holder.insert(name.to_owned(), value.clone());
    }
    let mut changed: T = serde_json::from_value(Value::Object(map)).map_err(|_| mismatch(found))?;
    changed.identify(record.number(), record.version());
    *record = changed;
    Ok(())
}

/// Makes a record again from the fields that its making or removal left in the journal.
///
/// # Errors
/// Where the fields are no record of that kind.
pub fn from_fields<T: Record>(empty: &T, number: i64, fields: &Value) -> Result<T, serde_json::Error> {
    let mut map = match serde_json::to_value(empty)? {
        Value::Object(map) => map,
        _ => Map::new(),
    };
    if let Value::Object(given) = fields {
        map.extend(given.clone());
    }
    let mut record: T = serde_json::from_value(Value::Object(map))?;
    record.identify(number, 0);
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::Key;
    use crate::domain::id::UserId;
    use crate::domain::record::User;
    use serde_json::json;

    fn user() -> User {
        User { id: UserId(3), display_name: "Zoé".into(), ..User::default() }
    }

    #[test]
    fn a_changed_member_is_one_field() {
        let (old, mut new) = (user(), user());
        new.permissions.insert(Key::new("web_access"));
        new.mobile = Some("514".into());
        let changes = compare(Some(&old), Some(&new));
        let fields: Vec<_> = changes.iter().map(|c| (c.field.as_str(), c.before.clone(), c.after.clone())).collect();
        assert_eq!(
            fields,
            [("mobile", json!(null), json!("514")), ("permissions.web_access", json!(null), json!(true))]
        );
    }

    #[test]
    fn every_change_can_be_turned_round() {
        let (old, mut new) = (user(), user());
        new.permissions.insert(Key::new("web_access"));
        new.queues.push("sales".into());
        new.email = Some("z@example.ca".into());
        let mut back = new.clone();
        for change in compare(Some(&old), Some(&new)) {
            set_field(&mut back, &change.field, &change.after, &change.before).unwrap();
        }
        assert_eq!(back, old);
    }

    #[test]
    fn a_field_that_moved_on_is_not_overwritten() {
        let mut record = user();
        let error = set_field(&mut record, "display_name", &json!("Zoë"), &json!("x")).unwrap_err();
        assert_eq!(error.found, json!("Zoé"));
        assert_eq!(record, user());
    }

    #[test]
    fn a_record_comes_back_from_its_fields() {
        let mut record = user();
        record.permissions.insert(Key::new("web_access"));
        let made = compare(None, Some(&record));
        assert!(made[0].makes());
        let again: User = from_fields(&User::default(), 3, &made[0].after).unwrap();
        assert_eq!(again, record);
    }
}
