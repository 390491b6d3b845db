//! The values of fields, from JSON to what people read.

use serde_json::{Map, Value};

use super::super::{Here, Shown, Texts, minute, show};
use crate::domain::catalogue::{Catalogue, Entry, Family};
use crate::domain::id::Kind;
use crate::domain::time::Time;
use crate::domain::value::Level;
use crate::text_id;

impl Texts {
    /// Words the value of a field as JSON has it.
    pub fn value_of(&self, catalogue: &Catalogue, kind: Kind, field: &str, value: &Value) -> Shown {
        let (root, member) = field.split_once('.').unwrap_or((field, ""));
        let entry = match root {
            "overrides" | "added" | "resources" | "permissions" => catalogue.get(member),
            _ => catalogue.of(Family::Licence, root),
        };
        match value {
            Value::Null => self.absent(root),
            Value::Bool(on) => self.flag(root, entry, *on),
            Value::Number(number) => number.as_i64().map_or_else(|| self.nothing(), |number| self.number(number)),
            Value::String(word) => self.word_of(kind, root, entry, word),
            Value::Array(items) => self.items(root, items),
            Value::Object(map) => self.short(map),
        }
    }

    /// What stands for an absent member: sets are kept by what is in them.
    fn absent(&self, root: &str) -> Shown {
        match root {
            "permissions" | "applications" => self.on_off(false),
            "groups" | "sites" | "communications" => self.yes_no(false),
            "workspaces" => self.label(Level::None),
            _ => self.nothing(),
        }
    }

    fn flag(&self, root: &str, entry: Option<&Entry>, on: bool) -> Shown {
        match (entry, root) {
            (Some(entry), _) => self.value_label(entry, u8::from(on)),
            (None, "permissions" | "applications" | "voip" | "agent_addon_automatic") => self.on_off(on),
            _ => self.yes_no(on),
        }
    }

    fn word_of(&self, kind: Kind, root: &str, entry: Option<&Entry>, word: &str) -> Shown {
        if let Some((entry, rank)) = entry.and_then(|entry| Some((entry, entry.rank_of(word)?))) {
            return self.value_label(entry, rank);
        }
        let family = match (kind, root) {
            (Kind::Ticket, "status") => "ticket-status",
            (Kind::Ticket, "kind") => "ticket-kind",
            (Kind::Ticket, "priority") => "priority",
            (Kind::Organisation, "plan") => "formula",
            (Kind::Organisation, "four_eyes") => "four-eyes",
            (Kind::Organisation, "seat_limit") => "seat-limit",
            (Kind::Role, "licence") => "licence",
            (Kind::User | Kind::Admin, "status") => "status",
            (Kind::User, "source") => "source",
            (Kind::User, "workspaces") | (_, "overrides" | "added" | "resources") => "level",
            (_, "effective_sites") if word == "all" => return self.get(text_id!("all")),
            (_, "absent_since" | "opened_at") => return moment(word),
            _ => return one_line(word),
        };
        self.word_or(&format!("{family}-{word}"), word)
    }

    fn items(&self, root: &str, items: &[Value]) -> Shown {
        let count = || self.with(text_id!("count-changes"), &[("count", items.len().into())]);
        match (root, items) {
            (_, []) => self.nothing(),
            ("commands" | "asked", _) => count(),
            // Comments are only ever added.
            ("comments", [.., last]) => self.item(last),
            _ => Shown::join(&items.iter().map(|item| self.item(item)).collect::<Vec<_>>(), &Shown::fixed(", ")),
        }
    }

    fn item(&self, item: &Value) -> Shown {
        match item {
            Value::Null => self.nothing(),
            Value::Bool(on) => self.yes_no(*on),
            Value::Number(number) => number.as_i64().map_or_else(|| self.nothing(), Shown::digits),
            Value::String(text) => one_line(text),
            Value::Array(items) => self.items("", items),
            Value::Object(map) => self.short(map),
        }
    }

    /// What tells an object from another of its kind.
    fn short(&self, map: &Map<String, Value>) -> Shown {
        let text = |name: &str| map.get(name).and_then(Value::as_str);
        if let (Some(number), Some(kind)) = (text("number"), text("kind")) {
            let kind = self.phone_kind(kind);
            return self.with(text_id!("change-phone"), &[("number", number.into()), ("kind", kind.into())]);
        }
        if let (Some(by), Some(said)) = (text("by"), text("text")) {
            return self.pair(show(by), one_line(said));
        }
        if let Some(device) = map.get("device") {
            return device.as_str().map_or_else(|| self.get(text_id!("change-no-device")), show);
        }
        if let Some(id) = text("id") {
            return show(id);
        }
        // A link to a feed carries all that was imported; its key says enough.
        if let (Some(key), true) = (text("key"), map.contains_key("last")) {
            return show(key);
        }
        let address = ["street", "town", "region", "postcode", "country"];
        let parts: Vec<Shown> = if map.keys().all(|name| address.contains(&name.as_str())) {
            address.iter().filter_map(|name| text(name)).map(one_line).collect()
        } else {
            let known = map.iter().filter(|(_, value)| !value.is_null());
            known.map(|(name, value)| self.pair(self.field(name), self.item(value))).collect()
        };
        if parts.is_empty() { self.nothing() } else { Shown::join(&parts, &Shown::fixed(", ")) }
    }

    fn pair(&self, field: Shown, name: Shown) -> Shown {
        self.with(text_id!("change-member"), &[("field", field.into()), ("name", name.into())])
    }
}

/// A moment of JSON in local time; what is no moment stays as it is.
fn moment(word: &str) -> Shown {
    let time: Result<Time, _> = serde_json::from_value(Value::String(word.to_owned()));
    time.map_or_else(|_| show(word), |time| minute(time, &Here))
}

/// A text of several lines on one.
fn one_line(text: &str) -> Shown {
    if text.contains('\n') { show(&text.lines().collect::<Vec<_>>().join(" ")) } else { show(text) }
}
