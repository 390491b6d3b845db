//! Changes as people read them: who, what, before, after, and why.

mod value;

use serde_json::Value;

use super::{Shown, Texts, show};
use crate::domain::catalogue::{Catalogue, Family};
use crate::domain::change::{Cause, Change};
use crate::domain::id::{Kind, Subject};
use crate::domain::record::AskedChange;
use crate::text_id;

/// One change in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeText {
    /// The record.
    pub who: Shown,
    /// The field; the kind of record where the record itself is made or removed.
    pub what: Shown,
    /// The value before, a dash where there was none.
    pub before: Shown,
    /// The value after, a dash where there is none.
    pub after: Shown,
    /// Why it comes by itself; none where it was asked for.
    pub because: Option<Shown>,
}

/// What a change and what a ticket asks have in common.
struct Read<'a> {
    kind: Kind,
    name: &'a str,
    field: &'a str,
    before: &'a Value,
    after: &'a Value,
}

impl Texts {
    /// Returns a change in words; a record made or removed is one line, and its fields are [`Self::change_fields`].
    pub fn change(&self, catalogue: &Catalogue, change: &Change) -> ChangeText {
        let because = change.cause.as_ref().map(|cause| self.cause(catalogue, cause));
        ChangeText { because, ..self.read(catalogue, &Read::of(change)) }
    }

    /// Returns in words what a ticket asks for, as it was when the ticket was sent.
    pub fn asked(&self, catalogue: &Catalogue, asked: &AskedChange) -> ChangeText {
        let kind = asked.record.parse::<Subject>().map_or(Kind::User, |subject| subject.kind);
        let AskedChange { name, field, before, after, .. } = asked;
        self.read(catalogue, &Read { kind, name, field, before, after })
    }

    /// Returns the fields of a record that a change makes or removes, one by one; none for any other change.
    pub fn change_fields(&self, catalogue: &Catalogue, change: &Change) -> Vec<ChangeText> {
        let whole = Read::of(change);
        if !whole.field.is_empty() {
            return Vec::new();
        }
        let mut lines = Vec::new();
        for (side, made) in [(whole.before, false), (whole.after, true)] {
            for (field, value) in side.as_object().into_iter().flatten() {
                let mut line = |field: &str, value: &Value| {
                    let (before, after) = if made { (&Value::Null, value) } else { (value, &Value::Null) };
                    lines.push(self.read(catalogue, &Read { field, before, after, ..whole }));
                };
                match value {
                    Value::Object(members) => {
                        let members = members.iter().filter(|(_, value)| !value.is_null());
                        members.for_each(|(member, value)| line(&format!("{field}.{member}"), value));
                    }
                    value => line(field, value),
                }
            }
        }
        lines
    }

    /// Returns why a change comes by itself: `because of UC client`.
    pub fn cause(&self, catalogue: &Catalogue, cause: &Cause) -> Shown {
        let ours = format!("cause-{}", cause.as_str());
        if self.has(&ours) {
            return self.get(&ours);
        }
        self.with(text_id!("cause-entry"), &[("label", self.key_label(catalogue, cause.as_str()).into())])
    }

    fn read(&self, catalogue: &Catalogue, read: &Read<'_>) -> ChangeText {
        let Read { kind, field, .. } = *read;
        let who = self.who(kind, read.name);
        if !field.is_empty() {
            let what = self.what(catalogue, field);
            let value = |value: &Value| self.value_of(catalogue, kind, field, value);
            return ChangeText { who, what, before: value(read.before), after: value(read.after), because: None };
        }
        let kind_arg = [("kind", kind.as_str().into())];
        let (before, after) = if read.after.is_null() {
            (self.get(text_id!("change-there")), self.with(text_id!("change-deleted"), &kind_arg))
        } else {
            (self.nothing(), self.with(text_id!("change-created"), &kind_arg))
        };
        ChangeText { who, what: self.label(kind), before, after, because: None }
    }

    fn who(&self, kind: Kind, name: &str) -> Shown {
        match kind {
            Kind::Order => {
                let order = self.word_or(&format!("order-{name}"), name);
                self.with(text_id!("change-order"), &[("name", order.into())])
            }
            kind if name.is_empty() => self.label(kind),
            _ => show(name),
        }
    }

    /// Words a field: a catalogue entry by its label, a member behind what it is a member of.
    pub fn what(&self, catalogue: &Catalogue, field: &str) -> Shown {
        let Some((root, member)) = field.split_once('.') else {
            let licence = catalogue.of(Family::Licence, field);
            return licence.map_or_else(|| self.field(field), |entry| self.entry_label(entry));
        };
        let (of, name) = match root {
            "permissions" | "resources" | "added" => return self.key_label(catalogue, member),
            "overrides" => {
                return self.with(text_id!("change-by-hand"), &[("label", self.key_label(catalogue, member).into())]);
            }
            "applications" => ("application", show(member)),
            "groups" => ("group", show(member)),
            "sites" => ("site", show(member)),
            "workspaces" => ("workspace", show(member)),
            "softphone" => ("softphone", self.word_or(&format!("client-{member}"), member)),
            "communications" => ("communications", self.word_or(&format!("order-{member}"), member)),
            "seats" => ("seats", self.word_or(&format!("seat-{member}"), member)),
            _ => (root, self.field(member)),
        };
        let of = catalogue.of(Family::Licence, of).map_or_else(|| self.field(of), |entry| self.entry_label(entry));
        self.with(text_id!("change-member"), &[("field", of.into()), ("name", name.into())])
    }
}

impl<'a> Read<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            kind: change.subject.kind,
            name: &change.name,
            field: change.field_read(),
            before: change.before_read(),
            after: change.after_read(),
        }
    }
}

#[cfg(test)]
mod tests;
