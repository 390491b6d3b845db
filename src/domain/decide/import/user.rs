//! What a phone system says of its users: made, changed, renamed, their number given to somebody else, gone, back.

use serde_json::Value;

use super::name::may_be_same_person;
use super::{Difference, Feed, Judged, Matching, Said, Verdict, site_needed};
use crate::domain::change::Cause;
use crate::domain::decide::Deciding;
use crate::domain::facts::Get;
use crate::domain::feed::{Differs, Last, is_disabled, list, slot, text};
use crate::domain::id::UserId;
use crate::domain::norm::email_key;
use crate::domain::record::{FeedLink, User};
use crate::domain::refusal::Decided;
use crate::domain::value::{Client, Status};

const CAUSE: Cause = Cause::word("phone_system");

impl Deciding<'_> {
    /// Decides what one record of a phone system comes to. No two records of an import have one key.
    ///
    /// # Errors
    /// A new user without a site, or where the store cannot answer.
    pub fn import_user(&mut self, feed: &Feed<'_>, said: Said, matching: Matching) -> Decided<Judged> {
        let Some(known) = self.facts.known_to_feed(feed.name, &said.key)? else {
            if let Some(judged) = self.import_moved(feed, &said, matching)? {
                return Ok(judged);
            }
            let email_taken = self.is_taken(said.email.as_deref(), None)?;
            self.import_new(feed.name, feed.site.ok_or_else(site_needed)?, said)?;
            return Ok(Judged { verdict: Verdict::New, email_taken });
        };
        if !self.cx.actor.reaches_site(known.site) {
            return Ok(Verdict::Taken.into());
        }
        let differs = said.differs(&known.last);
        if !known.absent && differs == Differs::default() {
            return Ok(Verdict::Unchanged.into());
        }
        let user: Option<User> = self.world.get(known.user.0)?;
        let Some(user) = user else { return Ok(Verdict::Taken.into()) };
        if differs.display_name && !is_same_person(&user, &known.last, &said) {
            return self.reassign(feed, user, said);
        }
        self.change(feed, user, &said, differs)
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
        let email_taken = self.is_taken(said.email.as_deref(), None)?;
        self.import_new(feed.name, site, said)?;
        Ok(Judged { verdict: Verdict::Reassigned(was), email_taken })
    }

    /// Takes over what differs; what was changed by hand since the last time stays.
    pub(super) fn change(&mut self, feed: &Feed<'_>, mut user: User, said: &Said, differs: Differs) -> Decided<Judged> {
        let link = user.feed.remove(feed.name).unwrap_or_default();
        let mut differences = self.returned(&mut user);
        let mut differ = |field: &'static str, before: Value, after: Value, kept| {
            differences.push(Difference { field: field.into(), before, after, kept });
            !kept
        };
        let last = &link.last;
        let mut email_taken = false;
        if differs.display_name {
            let kept = text(last, "display_name") != Some(&user.display_name);
            let values = (user.display_name.as_str().into(), said.display_name.as_str().into());
            if differ("display_name", values.0, values.1, kept) {
                user.display_name.clone_from(&said.display_name);
            }
        }
        if differs.email {
            // The portal is entered with it: it is given to who has none, and never exchanged.
            let exchanged = user.email.is_some() || text(last, "email").is_some();
            let kept = exchanged || self.is_tied(&user, said.email.as_deref());
            if differ("email", user.email.clone().into(), said.email.clone().into(), kept) {
                email_taken = self.is_taken(said.email.as_deref(), Some(user.id))?;
                user.email.clone_from(&said.email);
            }
        }
        if differs.extension {
            let kept = text(last, "extension") != user.extension.as_deref();
            if differ("extension", user.extension.clone().into(), said.extension.clone().into(), kept) {
                user.extension.clone_from(&said.extension);
            }
        }
        if differs.texts {
            for (field, value) in said.texts().filter(|(field, value)| text(last, field) != Some(*value)) {
                let Some(slot) = slot(&mut user, field) else { continue };
                let kept = text(last, field) != slot.as_deref();
                if differ(field, slot.clone().into(), value.into(), kept) {
                    *slot = Some(value.to_owned());
                }
            }
        }
        if differs.queues {
            differ("queues", list(&user.queues), list(&said.queues), false);
            user.queues.clone_from(&said.queues);
        }
        if differs.devices {
            differ("devices", list(&user.devices), list(&said.devices), false);
            user.devices.clone_from(&said.devices);
            self.loosen(&mut user);
        }
        if differs.disabled {
            let before = Value::from(user.status.as_str());
            // Who vanished is disabled already, and one who was disabled by hand stays so.
            let kept = match (said.disabled, user.status) {
                (true, Status::Disabled) => true,
                (false, Status::Disabled) => !is_disabled(last) || user.absent_since.is_some(),
                (said, _) => !said,
            };
            let after = if said.disabled { Status::Disabled } else { Status::Active };
            if differ("status", before, after.as_str().into(), kept) {
                user.status = after;
                self.world.because(user.id, "status", CAUSE);
            }
        }
        user.feed.insert(feed.name.to_owned(), FeedLink { key: link.key, last: said.after(link.last) });
        self.world.put(user)?;
        let verdict = if differs.display_name { Verdict::Renamed(differences) } else { Verdict::Changed(differences) };
        Ok(Judged { verdict, email_taken })
    }

    /// Disables a user whom the file no longer has; nothing else is taken from them. Answers their key and their name.
    ///
    /// # Errors
    /// Where the store cannot answer.
    pub fn import_vanished(&mut self, feed: &str, user: UserId) -> Decided<Option<(String, String)>> {
        let Some(mut user): Option<User> = self.world.get(user.0)? else { return Ok(None) };
        let key = user.feed.get(feed).map(|link| link.key.clone()).unwrap_or_default();
        let name = user.display_name.clone();
        self.disable(&mut user);
        self.world.put(user)?;
        Ok(Some((key, name)))
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
        vec![Difference { field: "status".into(), before, after, kept: false }]
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
}

/// Whether a person with another name can be the same one: by an address in common, else by the names. A name changed
/// by hand says nothing: the file is compared with what it said itself.
fn is_same_person(user: &User, last: &Last, said: &Said) -> bool {
    if let Some(email) = said.email.as_deref().filter(|_| said.email_identifies) {
        let key = email_key(email);
        if [user.email.as_deref(), text(last, "email")].into_iter().flatten().any(|other| email_key(other) == key) {
            return true;
        }
    }
    text(last, "display_name").is_none_or(|name| may_be_same_person(name, &said.display_name))
}
