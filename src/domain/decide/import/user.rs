//! What a phone system says of its users: made, changed, renamed, their number given to somebody else, gone, back.

use std::collections::BTreeMap;

use serde_json::Value;

use super::name::may_be_same_person;
use super::{Difference, Feed, Judged, Verdict, feed_key, site_needed};
use crate::domain::change::Cause;
use crate::domain::decide::Deciding;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{Kind, SiteId, UserId};
use crate::domain::norm::email_key;
use crate::domain::record::{Device, FeedLink, User};
use crate::domain::refusal::Decided;
use crate::domain::value::{AccessType, Client, Source, Status};

/// The fields that a file has a column for; the name always is one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// E-mail address.
    pub email: bool,
    /// Extension.
    pub extension: bool,
    /// Language.
    pub language: bool,
    /// Devices.
    pub devices: bool,
    /// Queues.
    pub queues: bool,
}

/// What a file says of one user.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The key in the feed.
    pub key: String,
    /// The name shown.
    pub display_name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Whether the address is one person's own, so that it can tell who somebody is.
    pub email_identifies: bool,
    /// Extension number.
    pub extension: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// Devices.
    pub devices: Vec<Device>,
    /// Queues.
    pub queues: Vec<String>,
    /// What the file has a column for: the rest leaves the store alone.
    pub columns: Columns,
}

const CAUSE: Cause = Cause::word("phone_system");

impl Deciding<'_> {
    /// Decides what one record of a phone system comes to.
    ///
    /// # Errors
    /// A new user without a site, or where the store cannot answer.
    pub fn import_user(&mut self, feed: &Feed<'_>, said: Said) -> Decided<Judged> {
        let known = self.world.lookup(Kind::User, Lookup::Feed, &feed_key(feed, &said.key))?;
        let Some(number) = known.first() else {
            let site = feed.site.ok_or_else(site_needed)?;
            return self.import_new(feed, site, said, Verdict::New);
        };
        let user: Option<User> = self.world.get(*number)?;
        let Some(mut user) = user.filter(|user| self.cx.actor.reaches_site(user.site)) else {
            return Ok(Verdict::Taken.into());
        };
        let mut link = user.feed.remove(feed.name).unwrap_or_default();
        let last_name = link.last.get("display_name").and_then(Value::as_str).unwrap_or(&user.display_name);
        let renamed = last_name != said.display_name;
        if renamed && !has_email_in_common(&user, &link, &said) && !may_be_same_person(last_name, &said.display_name) {
            return self.reassign(feed, user, said);
        }
        let mut differences = self.returned(&mut user);
        let email_taken = self.update(&mut user, &mut link, said, &mut differences)?;
        user.feed.insert(feed.name.to_owned(), link);
        let verdict = match (differences.is_empty(), renamed) {
            (true, _) => return Ok(Verdict::Unchanged.into()),
            (false, true) => Verdict::Renamed(differences),
            (false, false) => Verdict::Changed(differences),
        };
        self.world.put(user)?;
        Ok(Judged { verdict, email_taken })
    }

    /// U-02, U-15: a new user of the phone system is active, has Essential, and no right.
    fn import_new(&mut self, feed: &Feed<'_>, site: SiteId, said: Said, verdict: Verdict) -> Decided<Judged> {
        let email_taken = self.is_taken(said.email.as_deref(), None)?;
        let link = FeedLink { key: said.key.clone(), last: values(&said) };
        let user = User {
            id: UserId(self.world.fresh(Kind::User)?),
            display_name: said.display_name,
            email: said.email,
            extension: said.extension,
            language: said.language,
            site: Some(site),
            source: Source::Pbx,
            feed: BTreeMap::from([(feed.name.to_owned(), link)]),
            status: Status::Active,
            queues: said.queues,
            access_type: AccessType::Essential,
            devices: said.devices,
            ..User::default()
        };
        self.world.put(user)?;
        Ok(Judged { verdict, email_taken })
    }

    /// A number that somebody else has now: rights never follow. Who had it is disabled and gives up number and key.
    fn reassign(&mut self, feed: &Feed<'_>, mut old: User, said: Said) -> Decided<Judged> {
        let site = feed.site.or(old.site).ok_or_else(site_needed)?;
        let was = old.display_name.clone();
        self.disable(&mut old);
        if old.extension == said.extension {
            old.extension = None;
            self.world.because(old.id, "extension", CAUSE);
        }
        old.feed.remove(feed.name);
        self.world.put(old)?;
        self.import_new(feed, site, said, Verdict::Reassigned(was))
    }

    /// Disables a user whom the file no longer has; nothing else is taken from them.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn import_vanished(&mut self, user: UserId) -> Decided<Option<String>> {
        let Some(mut user): Option<User> = self.world.get(user.0)? else { return Ok(None) };
        let name = user.display_name.clone();
        self.disable(&mut user);
        self.world.put(user)?;
        Ok(Some(name))
    }

    /// One who is disabled by hand stays so, and is not marked as absent.
    fn disable(&mut self, user: &mut User) {
        if user.status != Status::Disabled {
            user.status = Status::Disabled;
            user.absent_since = Some(self.cx.now);
            self.world.because(user.id, "status", CAUSE);
            self.world.because(user.id, "absent_since", CAUSE);
        }
    }

    /// One who is there again is as before.
    fn returned(&mut self, user: &mut User) -> Vec<Difference> {
        if user.absent_since.take().is_none() {
            return Vec::new();
        }
        user.status = Status::Active;
        self.world.because(user.id, "status", CAUSE);
        self.world.because(user.id, "absent_since", CAUSE);
        let word = |status: Status| Value::from(status.as_str());
        let (before, after) = (word(Status::Disabled), word(Status::Active));
        vec![Difference { field: "status", before, after, kept: false }]
    }

    /// Compares what is said with what was said the last time, column by column.
    fn update(
        &mut self,
        user: &mut User,
        link: &mut FeedLink,
        said: Said,
        differences: &mut Vec<Difference>,
    ) -> Decided<bool> {
        let last = &link.last;
        let text = |field: &str| last.get(field).and_then(Value::as_str);
        let mut differ = |field: &'static str, before: Value, after: Value, kept: bool| {
            differences.push(Difference { field, before, after, kept });
        };
        let mut email_taken = false;
        let columns = said.columns;
        if text("display_name") != Some(&said.display_name) {
            let kept = text("display_name") != Some(&user.display_name);
            differ("display_name", user.display_name.clone().into(), said.display_name.clone().into(), kept);
            if !kept {
                user.display_name.clone_from(&said.display_name);
            }
        }
        if columns.email && said.email.is_some() && text("email") != said.email.as_deref() {
            // The portal is entered with it: it is given to who has none, and never exchanged.
            let kept = user.email.is_some() || text("email").is_some();
            differ("email", user.email.clone().into(), said.email.clone().into(), kept);
            if !kept {
                email_taken = self.is_taken(said.email.as_deref(), Some(user.id))?;
                user.email.clone_from(&said.email);
            }
        }
        if columns.extension && text("extension") != said.extension.as_deref() {
            let kept = text("extension") != user.extension.as_deref();
            differ("extension", user.extension.clone().into(), said.extension.clone().into(), kept);
            if !kept {
                user.extension.clone_from(&said.extension);
            }
        }
        if columns.language && said.language.is_some() && text("language") != said.language.as_deref() {
            let kept = text("language") != user.language.as_deref();
            differ("language", user.language.clone().into(), said.language.clone().into(), kept);
            if !kept {
                user.language.clone_from(&said.language);
            }
        }
        let was = |field: &str| last.get(field).cloned().unwrap_or_else(|| Value::Array(Vec::new()));
        if columns.queues && was("queues") != list(&said.queues) {
            differ("queues", list(&user.queues), list(&said.queues), false);
            user.queues.clone_from(&said.queues);
        }
        if columns.devices && was("devices") != list(&said.devices) {
            differ("devices", list(&user.devices), list(&said.devices), false);
            user.devices.clone_from(&said.devices);
            self.loosen(user);
        }
        if !differences.is_empty() {
            let mut now = values(&said);
            let silent = |field: &str| match field {
                "email" => said.email.is_none(),
                "language" => said.language.is_none(),
                "extension" => !columns.extension,
                "devices" => !columns.devices,
                "queues" => !columns.queues,
                _ => false,
            };
            let stay = std::mem::take(&mut link.last).into_iter().filter(|(field, _)| silent(field));
            now.extend(stay);
            link.last = now;
        }
        Ok(email_taken)
    }

    /// U-57, U-58: a client whose device has gone, or can no longer serve it, is left without one.
    fn loosen(&mut self, user: &mut User) {
        let devices = &user.devices;
        for (client, held) in &mut user.softphone {
            let serves = |id: &String| devices.iter().any(|d| d.id == *id && (*client != Client::Crm || d.webrtc));
            if held.device.as_ref().is_some_and(|id| !serves(id)) {
                held.device = None;
                self.world.because(user.id, format!("softphone.{client}"), CAUSE);
            }
        }
    }

    /// Whether an address was another user's before the import: shown, never merged.
    fn is_taken(&self, email: Option<&str>, own: Option<UserId>) -> Decided<bool> {
        let Some(email) = email else { return Ok(false) };
        let found = self.facts.lookup(Kind::User, Lookup::Email, &email_key(email))?;
        Ok(found.into_iter().any(|number| own != Some(UserId(number))))
    }
}

/// An address in common tells that a person with another name is the same one.
fn has_email_in_common(user: &User, link: &FeedLink, said: &Said) -> bool {
    let Some(email) = said.email.as_deref().filter(|_| said.email_identifies) else { return false };
    let key = email_key(email);
    let last = link.last.get("email").and_then(Value::as_str);
    [user.email.as_deref(), last].into_iter().flatten().any(|other| email_key(other) == key)
}

/// The values said, by field; nothing for what is empty.
fn values(said: &Said) -> BTreeMap<String, Value> {
    let texts = [("email", &said.email), ("extension", &said.extension), ("language", &said.language)];
    let mut values = BTreeMap::from([("display_name".to_owned(), Value::from(said.display_name.as_str()))]);
    for (field, text) in texts {
        if let Some(text) = text {
            values.insert(field.to_owned(), text.as_str().into());
        }
    }
    for (field, list) in [("devices", list(&said.devices)), ("queues", list(&said.queues))] {
        if list.as_array().is_some_and(|items| !items.is_empty()) {
            values.insert(field.to_owned(), list);
        }
    }
    values
}

fn list<T: serde::Serialize>(items: &[T]) -> Value {
    serde_json::to_value(items).unwrap_or_default()
}
