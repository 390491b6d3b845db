//! Finds the records that REFs name, within the actor's reach, and reads the fields of forms.

use super::Deciding;
use crate::domain::catalogue::{Entry, Family};
use crate::domain::command::{Command, Given, Ref};
use crate::domain::engine::visible;
use crate::domain::facts::{Facts, Get, Lookup, describe};
use crate::domain::id::{Kind, Subject};
use crate::domain::norm::{NormError, check_name, check_text, email_key, fold, username_key};
use crate::domain::overlay::Touch;
use crate::domain::refusal::{Code, Decided, FactsError, Refusal};
use crate::domain::value::OrderList;

/// The ways to name a record of a kind, in the order in which they are tried, each with the folded key of the words.
pub fn ways(kind: Kind, words: &str) -> Vec<(Lookup, String)> {
    let name = (Lookup::Name, fold(words));
    match kind {
        Kind::Admin => vec![(Lookup::Username, username_key(words))],
        Kind::User => vec![
            (Lookup::Extension, words.trim().to_owned()),
            (Lookup::Email, email_key(words)),
            (Lookup::Login, fold(words)),
            name,
        ],
        Kind::Contact => vec![(Lookup::Email, email_key(words)), name],
        Kind::Site => vec![(Lookup::Code, fold(words))],
        Kind::Group | Kind::Workspace | Kind::Application | Kind::Role => vec![name],
        Kind::Organisation | Kind::Order | Kind::Ticket => Vec::new(),
    }
}

/// The number that a REF names, within the actor's reach.
///
/// # Errors
/// Not found, ambiguous (both are named), or where the store cannot answer.
pub fn find(facts: &dyn Facts, actor: &crate::domain::engine::Actor, kind: Kind, reference: &Ref) -> Decided<i64> {
    let words = reference.name().trim();
    let missing = || Refusal::not_found(kind, words);
    let reached = |number: i64| -> Result<Option<String>, FactsError> {
        match describe(facts, Subject::new(kind, number))? {
            Some((home, label)) if visible(facts, actor, home)? => Ok(Some(label)),
            _ => Ok(None),
        }
    };
    let by_number = reference.number().or_else(|| match words.parse::<Subject>() {
        Ok(subject) if subject.kind == kind => Some(subject.id),
        _ if kind == Kind::Ticket => words.trim_start_matches('#').parse().ok(),
        _ if kind == Kind::Order => OrderList::parse(words).map(OrderList::id),
        _ if kind == Kind::Organisation => Some(1),
        _ => None,
    });
    if let Some(number) = by_number {
        return reached(number)?.map(|_| number).ok_or_else(|| missing().into());
    }
    for (by, key) in ways(kind, words).into_iter().filter(|(_, key)| !key.is_empty()) {
        let mut found = Vec::new();
        for number in facts.lookup(kind, by, &key)? {
            found.extend(reached(number)?.map(|label| (number, label)));
            if found.len() > 1 {
                break;
            }
        }
        match found.as_slice() {
            [] => {}
            [(number, _)] => return Ok(*number),
            [(one, first), (other, second), ..] => {
                let show = |number: &i64, label: &str| format!("{label} ({})", Subject::new(kind, *number));
                let refusal = Refusal::new(Code::Ambiguous).text("name", words);
                return Err(refusal.text("first", show(one, first)).text("second", show(other, second)).into());
            }
        }
    }
    Err(missing().into())
}

impl<'a> Deciding<'a> {
    /// The record that a REF names.
    pub(super) fn resolve<T: Touch>(&self, reference: &Ref) -> Decided<T>
    where
        dyn Facts + 'a: Get<T>,
    {
        let number = find(&self.world, self.cx.actor, T::KIND, reference)?;
        self.read(number, reference)
    }

    fn read<T: Touch>(&self, number: i64, reference: &Ref) -> Decided<T>
    where
        dyn Facts + 'a: Get<T>,
    {
        let record: Option<T> = self.world.get(number)?;
        record.ok_or_else(|| Refusal::not_found(T::KIND, reference.name()).into())
    }

    /// Keeps with each REF the id it has now. A record that the plan itself makes has none to be kept: by the time a
    /// ticket is approved its number may be another's.
    pub(super) fn pin(&self, command: &mut Command) -> Decided<()> {
        let mut outcome = Ok(());
        command.references(&mut |kind, reference| {
            if outcome.is_ok() {
                outcome = find(&self.world, self.cx.actor, kind, reference).map(|number| {
                    if !self.world.touched().made(Subject::new(kind, number)) {
                        reference.pin(number);
                    }
                });
            }
        });
        outcome
    }

    /// An entry of a family, by the words of a Command.
    pub(super) fn entry(&self, family: Family, field: &'static str, key: &str) -> Decided<Entry> {
        let entry = self.cx.catalogue.of(family, key).cloned();
        entry.ok_or_else(|| Refusal::new(Code::UnknownPermission).field(field).text("value", key).into())
    }

    /// Refuses a key that another record of the kind answers to.
    pub(super) fn unique(&self, kind: Kind, by: Lookup, key: &str, own: i64, field: &'static str) -> Decided<()> {
        unique(&self.world, Subject::new(kind, own), by, key, field)
    }
}

/// Refuses a key of a record that another one of its kind answers to.
pub(super) fn unique(facts: &dyn Facts, own: Subject, by: Lookup, key: &str, field: &'static str) -> Decided<()> {
    if facts.lookup(own.kind, by, key)?.iter().any(|number| *number != own.id) {
        return Err(Refusal::new(Code::InUse).field(field).text("value", key).into());
    }
    Ok(())
}

/// How long a name or a line may be, in characters.
pub const LINE: usize = 200;
/// How long a text of several lines may be, in characters.
pub const TEXT: usize = 4000;

/// A required line of text.
pub(super) fn line(field: &'static str, text: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::new(Code::Required).field(field));
    }
    check_name(text, LINE).map_err(|fault| Refusal::text_fault(field, fault))
}

/// An optional line: blank is none.
pub(super) fn optional(field: &'static str, text: Option<&str>) -> Result<Option<String>, Refusal> {
    text.filter(|t| !t.trim().is_empty()).map(|t| line(field, t)).transpose()
}

/// An optional text of several lines: blank is none.
pub(super) fn paragraph(field: &'static str, text: Option<&str>) -> Result<Option<String>, Refusal> {
    let check = |t: &str| check_text(t, TEXT).map_err(|fault| Refusal::text_fault(field, fault));
    text.filter(|t| !t.trim().is_empty()).map(check).transpose()
}

/// Sets a field that an update gives: absent leaves it, `null` or blank clears it.
pub(super) fn assign(
    to: &mut Option<String>,
    field: &'static str,
    given: &Given<String>,
    check: impl Fn(&str) -> Result<String, NormError>,
) -> Result<(), Refusal> {
    if let Some(value) = given {
        let value = value.as_deref().filter(|t| !t.trim().is_empty());
        *to = value.map(|t| check(t).map_err(|fault| Refusal::text_fault(field, fault))).transpose()?;
    }
    Ok(())
}

/// Checks a line for [`assign`].
pub(super) fn as_line(text: &str) -> Result<String, NormError> {
    check_name(text, LINE)
}
