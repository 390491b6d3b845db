//! What a directory says of people: it enriches users who are there, and makes none unless that is asked for.

use serde_json::Value;

use super::contact::SaidContact;
use super::{Difference, Feed, Judged, Verdict, feed_key, site_needed};
use crate::domain::decide::Deciding;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::feed::{Details, Last, slot, text};
use crate::domain::id::{Kind, UserId};
use crate::domain::norm::{email_key, fold};
use crate::domain::record::{Contact, FeedLink, User};
use crate::domain::refusal::Decided;
use crate::domain::value::{Source, Status};

/// The shortest and the longest extension that the end of a number is compared with.
const ENDS: std::ops::RangeInclusive<usize> = 2..=8;

/// What becomes of people whom no user is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unmatched {
    /// They are counted and left out.
    #[default]
    Leave,
    /// They become portal-only users.
    Manual,
    /// They become contacts.
    Contact,
}

/// How people of a directory find their users.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Whether matches that are only likely are taken.
    pub accept_likely: bool,
    /// What becomes of those who match nobody.
    pub unmatched: Unmatched,
}

/// What a directory says of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidPerson {
    /// The key in the feed.
    pub key: String,
    /// The name shown.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Whether the address is one person's own, in the file as well, so that it can tell who somebody is.
    pub email_identifies: bool,
    /// The extension of the person, where the directory is that of the phone system.
    pub extension: Option<String>,
    /// Numbers whose ends may be an extension, digits only.
    pub numbers: Vec<String>,
    /// Names, position, mobile and department.
    pub details: Details,
    /// The fields that the file has a column for.
    pub columns: Vec<&'static str>,
    /// Whether the key is the id of a user: the record is of our own export, which knows no feed.
    pub own: bool,
    /// The person as a contact.
    pub contact: Contact,
}

/// A user who may be a person of the directory.
enum Match {
    Certain(User),
    Likely(User, &'static str),
    Nobody,
}

impl Deciding<'_> {
    /// Decides what one person of a directory comes to. No two of an import have one key.
    ///
    /// # Errors
    /// A new record without a site, or where the store cannot answer.
    pub fn import_person(&mut self, feed: &Feed<'_>, said: SaidPerson, matching: Matching) -> Decided<Judged> {
        if said.own
            && let Some(user) = self.find_own(&said)?
        {
            return self.overwrite(user, &said);
        }
        if let Some(known) = self.facts.known_to_feed(feed.name, &said.key)? {
            let user: Option<User> = self.world.get(known.user.0)?;
            let Some(user) = user.filter(|user| self.cx.actor.reaches_site(user.site)) else {
                return Ok(Verdict::Taken.into());
            };
            return self.enrich(feed, user, &said);
        }
        let key = feed_key(feed, &said.key);
        if !self.world.lookup(Kind::Contact, Lookup::Feed, &key)?.is_empty() {
            return self.import_contact(feed, SaidContact { key: said.key, contact: said.contact, own: Vec::new() });
        }
        match self.find_user(feed, &said)? {
            Match::Certain(user) => self.enrich(feed, user, &said),
            Match::Likely(user, _) if matching.accept_likely => self.enrich(feed, user, &said),
            Match::Likely(user, by) => {
                self.matched.insert(user.id.0);
                Ok(Verdict::Likely { user: user.display_name, by }.into())
            }
            Match::Nobody => match matching.unmatched {
                Unmatched::Leave => Ok(Verdict::Unmatched.into()),
                Unmatched::Manual => self.import_manual(feed, said),
                Unmatched::Contact => {
                    self.import_contact(feed, SaidContact { key: said.key, contact: said.contact, own: Vec::new() })
                }
            },
        }
    }

    /// The user whose id a record of our own export has. Another store may have given the number to somebody else: the
    /// name, the address or the extension has to be the same.
    fn find_own(&self, said: &SaidPerson) -> Decided<Option<User>> {
        let number = said.key.strip_prefix("user:").and_then(|number| number.parse().ok());
        let user: Option<User> = number.map(|number| self.world.get(number)).transpose()?.flatten();
        let is_same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        Ok(user.filter(|user| {
            let known = user.display_name == said.name
                || is_same(&user.email, &said.email)
                || is_same(&user.extension, &said.extension);
            known && self.cx.actor.reaches_site(user.site)
        }))
    }

    /// Takes over what was changed in our own export: it is an edit by hand, of many users at once.
    fn overwrite(&mut self, mut user: User, said: &SaidPerson) -> Decided<Judged> {
        self.matched.insert(user.id.0);
        let mut differences = Vec::new();
        let email_taken = self.is_taken(said.email.as_deref(), Some(user.id))?;
        if user.display_name != said.name {
            let (before, after) = (user.display_name.clone().into(), said.name.clone().into());
            differences.push(Difference { field: "display_name".into(), before, after, kept: false });
            user.display_name.clone_from(&said.name);
        }
        let fields = [("email", said.email.as_deref())].into_iter().chain(said.details.each());
        for (field, value) in fields.filter(|(field, _)| said.columns.contains(field)) {
            // Two people of one file may have it as well: then neither enters with it.
            let taken = email_taken || !said.email_identifies;
            let kept = field == "email" && self.keeps_address(&user, value, taken);
            let Some(slot) = slot(&mut user, field) else { continue };
            if slot.as_deref() == value {
                continue;
            }
            differences.push(Difference {
                field: field.into(),
                before: slot.clone().into(),
                after: value.into(),
                kept,
            });
            if !kept {
                *slot = value.map(str::to_owned);
            }
        }
        if differences.is_empty() {
            return Ok(Verdict::Unchanged.into());
        }
        self.world.put(user)?;
        Ok(Judged { verdict: Verdict::Changed(differences), email_taken })
    }

    /// Finds the one user who is this person: each question is answered by one user alone, or not at all.
    fn find_user(&self, feed: &Feed<'_>, said: &SaidPerson) -> Decided<Match> {
        if let Some(extension) = &said.extension
            && let Some(user) = self.only(feed, Lookup::Extension, std::slice::from_ref(extension))?
        {
            return Ok(Match::Certain(user));
        }
        if let Some(email) = said.email.as_deref().filter(|_| said.email_identifies)
            && let Some(user) = self.only(feed, Lookup::Email, &[email_key(email)])?
        {
            return Ok(Match::Certain(user));
        }
        let end = |number: &String, length: usize| number.get(number.len().checked_sub(length)?..).map(str::to_owned);
        let ends: Vec<String> =
            said.numbers.iter().flat_map(|number| ENDS.filter_map(move |length| end(number, length))).collect();
        if let Some(user) = self.only(feed, Lookup::Extension, &ends)? {
            return Ok(Match::Likely(user, "number"));
        }
        let mut names = vec![fold(&said.name)];
        if let (Some(first), Some(last)) = (&said.details.first_name, &said.details.last_name) {
            names.extend(
                [format!("{first} {last}"), format!("{last} {first}"), format!("{last}, {first}")].map(|n| fold(&n)),
            );
        }
        let user = self.only(feed, Lookup::Name, &names)?;
        Ok(user.map_or(Match::Nobody, |user| Match::Likely(user, "name")))
    }

    /// The one user within reach who answers to any of the keys, is nobody else of this directory, and was not found
    /// by another of its people.
    fn only(&self, feed: &Feed<'_>, by: Lookup, keys: &[String]) -> Decided<Option<User>> {
        let mut found: Option<User> = None;
        for key in keys {
            for number in self.world.lookup(Kind::User, by, key)? {
                let user: Option<User> = self.world.get(number)?;
                let Some(user) = user.filter(|user| self.cx.actor.reaches_site(user.site)) else { continue };
                if found.as_ref().is_some_and(|other| other.id != user.id) {
                    return Ok(None);
                }
                found = Some(user);
            }
        }
        Ok(found.filter(|user| !user.feed.contains_key(feed.name) && !self.matched.contains(&user.id.0)))
    }

    /// Takes over what the directory owns: e-mail, names, position, mobile, department. What was changed by hand stays.
    fn enrich(&mut self, feed: &Feed<'_>, mut user: User, said: &SaidPerson) -> Decided<Judged> {
        self.matched.insert(user.id.0);
        let link = user.feed.remove(feed.name);
        let mut differences = Vec::new();
        if link.is_none() {
            let after = Value::from(feed_key(feed, &said.key));
            differences.push(Difference { field: "feed".into(), before: Value::Null, after, kept: false });
        }
        let last = link.map(|link| link.last).unwrap_or_default();
        let mut now = last.clone();
        let email_taken = self.is_taken(said.email.as_deref(), Some(user.id))?;
        let fields = [("email", said.email.as_deref())].into_iter().chain(said.details.each());
        for (field, value) in fields.filter(|(field, _)| said.columns.contains(field)) {
            // An empty cell takes no address away: the portal is entered with it.
            if is_same(field, text(&last, field), value) || (value.is_none() && field == "email") {
                continue;
            }
            match value {
                Some(value) => now.insert(field.to_owned(), value.into()),
                None => now.remove(field),
            };
            let others = user.feed.values().any(|other| {
                let said = text(&other.last, field);
                said.is_some() && said == slot(&mut user.clone(), field).and_then(|slot| slot.clone()).as_deref()
            });
            let taken = email_taken || !said.email_identifies;
            let stays = field == "email" && self.keeps_address(&user, value, taken);
            let Some(slot) = slot(&mut user, field) else { continue };
            if is_same(field, slot.as_deref(), value) {
                continue;
            }
            let kept = stays || !is_owned(slot.as_deref(), text(&last, field), others);
            let before = slot.clone();
            if !kept {
                *slot = value.map(str::to_owned);
            }
            differences.push(Difference { field: field.into(), before: before.into(), after: value.into(), kept });
        }
        if differences.is_empty() && now == last {
            return Ok(Verdict::Unchanged.into());
        }
        user.feed.insert(feed.name.to_owned(), FeedLink { key: said.key.clone(), last: now });
        self.world.put(user)?;
        Ok(Judged { verdict: Verdict::Changed(differences), email_taken })
    }

    /// A person who is no user of the phone system, as a portal-only user without any right (U-05 to U-07).
    fn import_manual(&mut self, feed: &Feed<'_>, said: SaidPerson) -> Decided<Judged> {
        if feed.site.is_none() && !self.cx.actor.all_sites() {
            return Err(site_needed().into());
        }
        let email_taken = self.is_taken(said.email.as_deref(), None)?;
        let mut last = Last::new();
        let fields = [("email", said.email.as_deref())].into_iter().chain(said.details.each());
        last.extend(fields.filter_map(|(field, value)| Some((field.to_owned(), value?.into()))));
        let link = FeedLink { key: said.key, last };
        let id = UserId(self.world.fresh(Kind::User)?);
        self.matched.insert(id.0);
        let details = said.details;
        self.world.put(User {
            id,
            display_name: said.name,
            first_name: details.first_name,
            last_name: details.last_name,
            position: details.position,
            mobile: details.mobile,
            department: details.department,
            email: said.email,
            site: feed.site,
            source: Source::Manual,
            status: Status::Invited,
            feed: [(feed.name.to_owned(), link)].into(),
            ..User::default()
        })?;
        Ok(Judged { verdict: Verdict::New, email_taken })
    }
}

/// Whether two values of a field say the same; addresses do whatever their letter case.
fn is_same(field: &str, one: Option<&str>, other: Option<&str>) -> bool {
    if field == "email" { one.map(email_key) == other.map(email_key) } else { one == other }
}

/// Whether a value may be replaced by the directory: nobody gave one, the directory did, or a phone system did.
fn is_owned(current: Option<&str>, last: Option<&str>, by_another_feed: bool) -> bool {
    current == last || (current.is_some() && by_another_feed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_given_by_hand_is_not_owned() {
        assert!(is_owned(None, None, false) && is_owned(Some("a"), Some("a"), false));
        assert!(is_owned(Some("a"), None, true), "the phone system gave it");
        assert!(!is_owned(Some("a"), None, false) && !is_owned(Some("a"), Some("b"), false));
        assert!(!is_owned(None, Some("b"), false), "taken away by hand");
    }
}
