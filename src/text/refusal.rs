//! The sentence of a refusal or of the reason of a cell: why, and what to do.

use super::{Arg, Here, Shown, Texts, minute, show};
use crate::domain::catalogue::{Catalogue, Entry};
use crate::domain::id::{Kind, Subject};
use crate::domain::refusal::{self, Code, Refusal};

/// Arguments that the rules give as words of JSON, with the family in which people read them.
const WORDS: [(&str, &str); 8] = [
    ("current", "formula"),
    ("kind", "ticket-kind"),
    ("licence", "licence"),
    ("list", "order"),
    ("needed", "formula"),
    ("seat", "seat"),
    ("setting", "field"),
    ("status", "ticket-status"),
];

impl Texts {
    /// Returns the sentence alone: beside a field or a cell, where people see what it is about.
    pub fn reason(&self, catalogue: &Catalogue, refusal: &Refusal) -> Shown {
        let mut args: Vec<(&str, Arg)> =
            refusal.args.iter().filter_map(|(name, arg)| Some((*name, self.argument(catalogue, name, arg)?))).collect();
        if refusal.code == Code::Warning {
            args.push(("warning", self.warning_of(catalogue, refusal).into()));
        }
        let plain = format!("refusal-{}", refusal.code.as_str().replace(['.', '_'], "-"));
        let given = args.iter().filter(|(_, arg)| !matches!(arg, Arg::Text(text) if text.is_empty()));
        let with = given.map(|(name, _)| format!("{plain}-with-{name}")).find(|id| self.has(id));
        self.with(&with.unwrap_or(plain), &args)
    }

    /// Returns the sentence as it stands beside the cell of that entry, which needs not be named again.
    pub fn reason_beside(&self, catalogue: &Catalogue, entry: &Entry, refusal: &Refusal) -> Shown {
        let named = format!("refusal-{}-with-permission", refusal.code.as_str().replace(['.', '_'], "-"));
        let own = |arg: &refusal::Arg| matches!(arg, refusal::Arg::Key(key) if *key == entry.key);
        if !self.has(&named) || !refusal.args.iter().any(|(name, arg)| *name == "permission" && own(arg)) {
            return self.reason(catalogue, refusal);
        }
        let mut short = refusal.clone();
        short.args.retain(|(name, _)| *name != "permission");
        self.reason(catalogue, &short)
    }

    /// Returns the sentence behind the label of the field it concerns, where it does not say so itself.
    pub fn refusal(&self, catalogue: &Catalogue, refusal: &Refusal) -> Shown {
        let reason = self.reason(catalogue, refusal);
        let Some(field) = refusal.field.filter(|_| says_no_field(refusal.code)) else { return reason };
        let label = self.field(field);
        if reason.as_str().to_lowercase().contains(&label.as_str().to_lowercase()) {
            return reason;
        }
        self.with(crate::text_id!("refusal-of-field"), &[("field", label.into()), ("reason", reason.into())])
    }

    /// Returns the same behind the line of the batch that it concerns, where there is one: `Line 3: …`.
    pub fn refusal_on_line(&self, catalogue: &Catalogue, refusal: &Refusal) -> Shown {
        let reason = self.refusal(catalogue, refusal);
        match refusal.line {
            Some(line) => {
                self.with(crate::text_id!("refusal-on-line"), &[("line", line.into()), ("reason", reason.into())])
            }
            None => reason,
        }
    }

    /// Returns the label of a field by its name in JSON; a name that has none shows itself.
    pub fn field(&self, name: &str) -> Shown {
        self.word_or(&format!("field-{name}"), name)
    }

    /// Returns the text of that id, or the data where there is no such text.
    pub(super) fn word_or(&self, id: &str, data: &str) -> Shown {
        if self.has(id) { self.get(id) } else { show(data) }
    }

    /// Words an argument; none for the value of a switch, since `at least on` says nothing.
    pub(super) fn argument(&self, catalogue: &Catalogue, name: &str, arg: &refusal::Arg) -> Option<Arg> {
        use refusal::Arg as A;
        Some(match arg {
            A::Text(text) if name == "path" => self.what(catalogue, text).into(),
            A::Text(text) => match WORDS.iter().find(|(word, _)| *word == name) {
                Some((_, family)) => self.word_or(&format!("{family}-{text}"), text).into(),
                None => text.into(),
            },
            A::Key(key) => self.key_label(catalogue, key.as_str()).into(),
            A::Keys(keys) => {
                let labels: Vec<Shown> = keys.iter().map(|key| self.key_label(catalogue, key.as_str())).collect();
                Shown::join(&labels, &Shown::fixed(", ")).into()
            }
            A::Value(key, rank) => match catalogue.get(key.as_str()) {
                Some(entry) if entry.is_switch() => return None,
                Some(entry) => self.value_label(entry, *rank).into(),
                None => Shown::digits(*rank).into(),
            },
            A::Level(level) => self.label(*level).into(),
            A::Kind(kind) => self.label(*kind).into(),
            // The number of a record or an entry is a name, not a count.
            A::Number(number) => match (name, Kind::parse(name)) {
                ("entry" | "by", _) | (_, Some(Kind::Ticket)) => Shown::digits(*number).into(),
                (_, Some(kind)) => Subject::new(kind, *number).to_string().into(),
                (_, None) => (*number).into(),
            },
            A::Time(time) => minute(*time, &Here).into(),
            A::Word(word) => self.word("word", word).into(),
            A::Norm(fault) => self.norm(fault).into(),
        })
    }

    fn warning_of(&self, catalogue: &Catalogue, refusal: &Refusal) -> Shown {
        let entry: Option<&Entry> = refusal.args.iter().find_map(|(_, arg)| match arg {
            refusal::Arg::Key(key) => catalogue.get(key.as_str()),
            _ => None,
        });
        entry.map(|entry| self.warning(entry).unwrap_or_else(|| self.entry_about(entry))).unwrap_or_default()
    }
}

/// Whether the sentence fits any field, so that the field has to stand before it.
const fn says_no_field(code: Code) -> bool {
    matches!(code, Code::Required | Code::Invalid | Code::OutOfRange | Code::NameCharacter | Code::InUse)
}

#[cfg(test)]
mod tests;
