//! Changes, with the names and values that the records have in JSON.

use serde_json::{Map, Value, json};

use super::Public;
use crate::domain::change::Change;
use crate::domain::id::{Kind, Subject};
use crate::domain::record::Role;
use crate::domain::value::Level;
use crate::service::error::Result;

impl Public<'_> {
    /// A change: one field, or the whole record where it is made or removed (then `field` is `null`).
    pub(super) fn change(&self, change: &Change) -> Result<Value> {
        let subject = change.subject;
        let field = change.field_read();
        let (before, after) = (change.before_read(), change.after_read());
        let mut value = json!({
            "kind": subject.kind,
            "id": subject.to_string(),
            "name": if subject.kind == Kind::Ticket { Value::from(subject.id) } else { change.name.clone().into() },
            "field": (!field.is_empty()).then(|| public_field(subject.kind, field)),
            "before": self.value(subject, field, before)?,
            "after": self.value(subject, field, after)?,
            "cause": change.cause,
        });
        if change.effect {
            value["effect"] = true.into();
        }
        Ok(value)
    }

    fn value(&self, subject: Subject, field: &str, value: &Value) -> Result<Value> {
        let (root, member) = field.split_once('.').unwrap_or((field, ""));
        Ok(match (root, value) {
            ("", Value::Object(fields)) => whole(fields.clone()).into(),
            ("permissions" | "applications" | "groups" | "sites" | "communications", Value::Null) => false.into(),
            ("workspaces", Value::Null) => Level::None.as_str().into(),
            // Without an addition the licence's own value is left.
            ("added", Value::Null) => {
                let role: Option<Role> = self.tables.read(subject.id)?;
                role.map_or(Level::None, |role| role.licence.minimum(member)).as_str().into()
            }
            ("queues" | "devices" | "emails" | "phones" | "addresses" | "contacts" | "rights", Value::Null) => {
                json!([])
            }
            ("feed", Value::Object(link)) => link.get("key").cloned().unwrap_or_default(),
            ("standard", Value::Bool(standard)) => standard_word(*standard).into(),
            (_, value) => value.clone(),
        })
    }
}

/// The name that a field of the store has in JSON.
fn public_field(kind: Kind, field: &str) -> String {
    match (kind, field.split_once('.')) {
        (Kind::Role, Some(("added", key))) => format!("resources.{key}"),
        (Kind::Role, None) if field == "standard" => "kind".to_owned(),
        _ => field.to_owned(),
    }
}

/// The fields of a record that is made or removed.
fn whole(fields: Map<String, Value>) -> Map<String, Value> {
    let fields = fields.into_iter().filter_map(|(field, value)| {
        Some(match (field.as_str(), value) {
            ("added", value) => ("resources".to_owned(), value),
            ("standard", Value::Bool(standard)) => ("kind".to_owned(), standard_word(standard).into()),
            ("feed", Value::Object(feeds)) => {
                let key = |link: Value| link.get("key").cloned().unwrap_or_default();
                (
                    "feed".to_owned(),
                    feeds.into_iter().map(|(feed, link)| (feed, key(link))).collect::<Map<_, _>>().into(),
                )
            }
            ("commands", value) => ("commands".to_owned(), super::ticket::as_asked(value)),
            // What a ticket was shown to do, and by what a file finds a contact again, are the program's own.
            ("asked" | "feed_key", _) => return None,
            (_, value) => (field, value),
        })
    });
    fields.collect()
}

const fn standard_word(standard: bool) -> &'static str {
    if standard { "standard" } else { "custom" }
}
