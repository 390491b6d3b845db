//! The fields that forms are made of: labels from the texts, checks from the rules of what is typed.

use std::rc::Rc;

use super::super::super::desk::Desk;
use super::super::super::widget::choice::{Item, items_of};
use super::super::super::widget::form::{Field, Value};
use super::read::{address_line, addresses, phones};
use crate::domain::decide::{LINE, TEXT};
use crate::domain::norm::{NormError, check_code, check_email, check_name, check_phone, check_text, check_username};
use crate::domain::record::{Phone, PostalAddress};
use crate::domain::value::Level;
use crate::service::Result;
use crate::service::view::{Filter, From, List, Query, RoleRow, Sort};
use crate::text::{Shown, Worded, show};

/// How many roles a picker holds.
const ROLES: usize = 500;

/// Makes fields for a desk.
#[derive(Clone, Copy)]
pub(super) struct Fields<'d>(pub &'d Desk);

impl Fields<'_> {
    fn label(self, id: &str) -> Shown {
        self.0.look.texts.field(id)
    }

    /// A field of one line with a check; what is wrong is said in the words of the rules.
    fn checked(self, id: &'static str, text: Option<&str>, check: impl Fn(&str) -> Fault + 'static) -> Field {
        Field::text(id, self.label(id), text.unwrap_or_default()).check(self.judge(check))
    }

    fn judge(self, check: impl Fn(&str) -> Fault + 'static) -> impl Fn(&Value) -> Option<Shown> + 'static {
        let look = Rc::clone(&self.0.look);
        move |value| match value {
            Value::Text(text) => check(text).err().map(|fault| look.texts.norm(&fault)),
            _ => None,
        }
    }

    /// A line of text.
    pub fn line(self, id: &'static str, text: Option<&str>) -> Field {
        self.checked(id, text, |text| check_name(text, LINE).map(drop))
    }

    /// A user name.
    pub fn username(self, text: Option<&str>) -> Field {
        self.checked("username", text, |text| check_username(text).map(drop))
    }

    /// The code of a site.
    pub fn code(self, text: Option<&str>) -> Field {
        self.checked("code", text, |text| check_code(text).map(drop))
    }

    /// An e-mail address.
    pub fn email(self, text: Option<&str>) -> Field {
        self.checked("email", text, |text| check_email(text).map(drop))
    }

    /// A telephone number.
    pub fn phone(self, id: &'static str, text: Option<&str>) -> Field {
        self.checked(id, text, |text| check_phone(text).map(drop))
    }

    /// A text of several lines.
    pub fn note(self, id: &'static str, text: Option<&str>) -> Field {
        let check = self.judge(|text| check_text(text, TEXT).map(drop));
        Field::lines(id, self.label(id), text.unwrap_or_default()).check(check)
    }

    /// E-mail addresses, one on each line.
    pub fn emails(self, emails: &[String]) -> Field {
        let check =
            self.judge(|text| text.lines().filter(|l| !l.trim().is_empty()).try_for_each(|l| check_email(l).map(drop)));
        Field::lines("emails", self.label("emails"), &emails.join("\n")).check(check)
    }

    /// Telephone numbers, one `kind: number` on each line.
    pub fn phones(self, numbers: &[Phone]) -> Field {
        let check = self.judge(|text| {
            phones(text).iter().try_for_each(|phone| {
                check_name(&phone.kind, LINE)?;
                check_phone(&phone.number).map(drop)
            })
        });
        let lines: Vec<String> = numbers.iter().map(|phone| format!("{}: {}", phone.kind, phone.number)).collect();
        Field::lines("phones", self.label("phones"), &lines.join("\n")).check(check)
    }

    /// Postal addresses, one `street; town; region; postcode; country` on each line.
    pub fn addresses(self, known: &[PostalAddress]) -> Field {
        let check = self.judge(|text| {
            addresses(text, &[]).iter().try_for_each(|address| {
                let parts = [&address.street, &address.town, &address.region, &address.postcode, &address.country];
                parts.into_iter().flatten().try_for_each(|part| check_name(part, LINE).map(drop))
            })
        });
        let lines: Vec<String> = known.iter().map(address_line).collect();
        Field::lines("addresses", self.label("addresses"), &lines.join("\n")).check(check)
    }

    /// A number without sign; empty where there is none.
    pub fn number(self, id: &'static str, label: Shown, number: Option<u32>) -> Field {
        let look = Rc::clone(&self.0.look);
        let text = number.map(|n| n.to_string()).unwrap_or_default();
        Field::text(id, label, &text).check(move |value| match value {
            Value::Text(text) if text.trim().parse::<u32>().is_err() => Some(look.texts.get("form-number")),
            _ => None,
        })
    }

    /// Yes or no.
    pub fn switch(self, id: &'static str, on: bool) -> Field {
        Field::switch(id, self.label(id), on)
    }

    /// One of the words of a kind of value.
    pub fn word<W: Worded>(self, id: &'static str, all: &[W], picked: Option<W>) -> Field {
        Field::one(id, self.label(id), self.words(all), picked.map(W::json_word))
    }

    /// Any of the words of a kind of value.
    pub fn any<W: Worded>(self, id: &'static str, all: &[W], picked: impl IntoIterator<Item = W>) -> Field {
        let picked: Vec<&str> = picked.into_iter().map(W::json_word).collect();
        Field::many(id, self.label(id), self.words(all), &picked)
    }

    fn words<W: Worded>(self, all: &[W]) -> Vec<Item<String>> {
        items_of(all.iter().map(|word| (word.json_word().to_owned(), self.0.look.texts.label(*word))))
    }

    /// One of the sites within reach, or none.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn site(self, picked: Option<i64>) -> Result<Field> {
        let (items, codes) = self.sites(|id| Some(id) == picked)?;
        Ok(Field::one("site", self.label("site"), items, codes.first().map(String::as_str)))
    }

    /// Any of the sites within reach.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn many_sites(self, picked: impl Fn(i64) -> bool) -> Result<Field> {
        let (items, codes) = self.sites(picked)?;
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        Ok(Field::many("sites", self.label("sites"), items, &codes))
    }

    /// The sites as items, and the codes of those picked.
    fn sites(self, picked: impl Fn(i64) -> bool) -> Result<(Vec<Item<String>>, Vec<String>)> {
        let sites = self.0.console.sites()?;
        let codes = sites.iter().filter(|site| picked(site.id.0)).map(|site| site.code.clone()).collect();
        Ok((items_of(sites.iter().map(|site| (site.code.clone(), show(&site.name)))), codes))
    }

    /// A role, or none; no field where roles may not be seen.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn role(self, picked: Option<&str>) -> Result<Option<Field>> {
        if self.0.actor.level("roles") < Level::View {
            return Ok(None);
        }
        let query = Query { list: List::Roles, filter: Filter::default(), sort: Sort::Name, descending: false };
        let rows = self.0.console.window::<RoleRow>(&query, &From::Start, ROLES)?;
        let items = rows.into_iter().map(|(_, row)| (row.name.clone(), show(&row.name)));
        Ok(Some(Field::one("role", self.label("role"), items_of(items), picked)))
    }
}

/// What a check of a text answers.
type Fault = std::result::Result<(), NormError>;
