//! Changes: what a plan does, field by field, with the value before and after.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::catalogue::Key;
use super::fields::is_nothing;
pub use super::fields::{fields_of, fields_text};
use super::id::{Kind, Subject};
use super::record::{AskedChange, Record};

/// Why a change comes by itself: the key of the catalogue entry it comes with, or a word of ours (`parent`, `role`,
/// `override`, `ownership`, `phone_system`, `communication_order`, `contact_deleted`, `group_left`, `group_deleted`,
/// `site_deleted`, `workspace_deleted`, `application_deleted`, `right_removed`, `branch`, `ticket`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cause(Cow<'static, str>);

impl Cause {
    /// A word of ours.
    pub const fn word(word: &'static str) -> Self {
        Self(Cow::Borrowed(word))
    }

    /// A catalogue entry that brings it, or takes it along.
    pub fn entry(key: &Key) -> Self {
        Self(Cow::Owned(key.as_str().to_owned()))
    }

    /// The word, as in JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for Cause {
    fn from(word: String) -> Self {
        Self(Cow::Owned(word))
    }
}

/// One field of one record, before and after. A record made or removed is one change of the whole, without a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record.
    pub subject: Subject,
    /// What it is called (after the change, or before its removal).
    pub name: String,
    /// The field, `permissions.web_access` for a member of one; empty for the whole record.
    pub field: String,
    /// The value before; `null` where there was none.
    pub before: Value,
    /// The value after; `null` where there is none.
    pub after: Value,
    /// Why it comes by itself; none where it was asked for.
    pub cause: Option<Cause>,
    /// Computed: what others gain or lose by it; nothing to write, nothing to undo.
    pub effect: bool,
    /// How people read field and values where they name other records.
    pub reads: Option<Reads>,
}

/// The field and the values with names in place of numbers, as they were then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reads {
    /// The field.
    pub field: String,
    /// The value before.
    pub before: Value,
    /// The value after.
    pub after: Value,
}

impl Change {
    /// The field with names in place of numbers.
    pub fn field_read(&self) -> &str {
        self.reads.as_ref().map_or(&self.field, |reads| &reads.field)
    }

    /// The value before with names in place of numbers.
    pub fn before_read(&self) -> &Value {
        self.reads.as_ref().map_or(&self.before, |reads| &reads.before)
    }

    /// The value after with names in place of numbers.
    pub fn after_read(&self) -> &Value {
        self.reads.as_ref().map_or(&self.after, |reads| &reads.after)
    }

    /// Whether the record itself is made by this change.
    pub fn makes(&self) -> bool {
        self.field.is_empty() && self.before.is_null()
    }

    /// Whether the record itself is removed by this change.
    pub fn removes(&self) -> bool {
        self.field.is_empty() && self.after.is_null()
    }
}

impl From<&AskedChange> for Change {
    /// What was asked, as the change that it was shown as.
    fn from(asked: &AskedChange) -> Self {
        Self {
            subject: asked.record.parse().unwrap_or(Subject::new(Kind::User, 0)),
            name: asked.name.clone(),
            field: asked.field.clone(),
            before: asked.before.clone(),
            after: asked.after.clone(),
            cause: None,
            effect: false,
            reads: None,
        }
    }
}

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
            let (old, new) = (flatten(fields_of(old)), flatten(fields_of(new)));
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

/// Where a field names another record: by its value, by the key after the dot, or by the items of its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The value is a number of that kind.
    Value(Kind),
    /// The member's key is a number of that kind (`workspaces.3`), perhaps with `/` and more.
    Member(Kind),
    /// The list holds numbers of that kind.
    Items(Kind),
}

/// How a field of a kind of record names other records, if it does.
pub fn naming(kind: Kind, field: &str) -> Option<Naming> {
    let root = field.split('.').next().unwrap_or(field);
    Some(match (kind, root) {
        (Kind::User | Kind::Contact | Kind::Ticket, "site") => Naming::Value(Kind::Site),
        (Kind::User | Kind::Admin, "role") => Naming::Value(Kind::Role),
        (Kind::User, "primary_group") => Naming::Value(Kind::Group),
        (Kind::Admin, "parent") | (Kind::Ticket, "requester" | "assignee") => Naming::Value(Kind::Admin),
        (Kind::Ticket, "user") => Naming::Value(Kind::User),
        (Kind::User, "groups") => Naming::Member(Kind::Group),
        (Kind::User, "workspaces") => Naming::Member(Kind::Workspace),
        (Kind::User, "applications") => Naming::Member(Kind::Application),
        (Kind::Admin, "sites") => Naming::Member(Kind::Site),
        (Kind::Order, "contacts") => Naming::Items(Kind::Contact),
        _ => return None,
    })
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
