//! The JSON of a record in words: the fields that people read, each with its label.

use serde_json::Value;

use crate::domain::catalogue::Catalogue;
use crate::domain::id::Kind;
use crate::domain::time::Time;
use crate::text::{Arg, Here, Shown, Texts, minute, show, show_multiline};
use crate::text_id;

/// Objects whose members are read one by one.
const SPREAD: [&str; 8] =
    ["resources", "overrides", "permissions", "workspaces", "applications", "softphone", "seats", "seats_used"];

/// Texts of several lines.
const PARAGRAPHS: [&str; 5] = ["note", "reason", "description", "help_general", "help_technical"];

/// Words for the values of records.
pub struct Words<'a> {
    /// The sentences.
    pub texts: &'a Texts,
    /// Everything that can be granted.
    pub catalogue: &'a Catalogue,
    /// The kind of the records; none for the journal.
    pub kind: Option<Kind>,
}

impl Words<'_> {
    /// The label of a field.
    pub fn label(&self, field: &str) -> Shown {
        match field.split_once('.') {
            Some(("seats_used", seat)) => {
                let of = self.texts.field("seats_used");
                let args: [(&str, Arg); 2] = [("field", of.into()), ("name", self.texts.word("seat", seat).into())];
                self.texts.with(text_id!("change-member"), &args)
            }
            _ => self.texts.what(self.catalogue, field),
        }
    }

    /// A value of a field, on one line.
    pub fn value(&self, field: &str, value: &Value) -> Shown {
        match (field, value) {
            (field, Value::String(text)) if field == "at" || field.ends_with("_at") => {
                let time: Result<Time, _> = serde_json::from_value(value.clone());
                time.map_or_else(|_| show(text), |time| minute(time, &Here))
            }
            ("entry" | "number" | "reverses" | "ticket", Value::Number(number)) => show(&number.to_string()),
            ("members", Value::Array(items)) => self.texts.with("count-users", &[("count", items.len().into())]),
            ("kind", Value::String(word)) if self.kind == Some(Kind::Role) => self.texts.word("role", word),
            ("kind", Value::String(word)) if self.kind.is_none() => {
                let id = format!("entry-{word}");
                if self.texts.has(&id) { self.texts.get(&id) } else { show(word) }
            }
            // A session's or an entry's words are its own: no kind of record lends them a meaning.
            _ => self.texts.value_of(self.catalogue, self.kind.unwrap_or(Kind::Order), field, value),
        }
    }

    /// Every field of a record with its label, members one by one.
    pub fn record(&self, record: &Value) -> Vec<(Shown, Shown)> {
        let mut pairs = Vec::new();
        for (field, value) in record.as_object().into_iter().flatten() {
            match value {
                Value::Object(members) if SPREAD.contains(&field.as_str()) => {
                    for (member, value) in members {
                        self.member(&format!("{field}.{member}"), value, &mut pairs);
                    }
                }
                Value::String(text) if PARAGRAPHS.contains(&field.as_str()) => {
                    pairs.push((self.label(field), show_multiline(text)));
                }
                // Every name of a list that is shown on its own.
                Value::Array(items) if field == "members" => {
                    let names: Vec<Shown> = items.iter().filter_map(Value::as_str).map(show).collect();
                    pairs.push((self.label(field), Shown::join(&names, &Shown::fixed(", "))));
                }
                value => pairs.push((self.label(field), self.value(field, value))),
            }
        }
        pairs
    }

    fn member(&self, path: &str, value: &Value, pairs: &mut Vec<(Shown, Shown)>) {
        match value {
            Value::Object(rights) if path.starts_with("applications.") => {
                for (right, value) in rights {
                    self.member(&format!("{path}/{right}"), value, pairs);
                }
            }
            value => pairs.push((self.label(path), self.value(path, value))),
        }
    }
}
