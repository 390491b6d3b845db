//! What a contact file says: contacts made or changed. They are never taken as vanished.

use super::{Difference, Feed, Judged, Verdict, feed_key, site_needed};
use crate::domain::change::{fields_of, set_field};
use crate::domain::decide::Deciding;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{ContactId, Kind};
use crate::domain::record::Contact;
use crate::domain::refusal::Decided;

/// The fields that contact files have.
const FIELDS: [&str; 9] =
    ["name", "first_name", "last_name", "organisation", "position", "emails", "phones", "addresses", "note"];

/// What a file says of one contact.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidContact {
    /// The key in the feed.
    pub key: String,
    /// The fields of such files; the others are not looked at.
    pub contact: Contact,
    /// The fields that our own export has a column for, whose key is the id of a contact; none in files of others.
    pub own: Vec<String>,
}

impl Deciding<'_> {
    /// Decides what one record of a contact file comes to.
    ///
    /// # Errors
    /// A new contact without a site, or where the store cannot answer.
    pub fn import_contact(&mut self, feed: &Feed<'_>, said: SaidContact) -> Decided<Judged> {
        if let Some(contact) = self.find_own_contact(&said)? {
            return self.overwrite_contact(contact, &said);
        }
        let key = feed_key(feed, &said.key);
        let known = self.world.lookup(Kind::Contact, Lookup::Feed, &key)?;
        let mut values = fields_of(&said.contact);
        values.retain(|field, _| FIELDS.contains(&field.as_str()));
        let Some(number) = known.first() else {
            if feed.site.is_none() && !self.cx.actor.all_sites() {
                return Err(site_needed().into());
            }
            let id = ContactId(self.world.fresh(Kind::Contact)?);
            let feed_last = values.into_iter().collect();
            self.world.put(Contact { id, site: feed.site, feed_key: Some(key), feed_last, ..said.contact })?;
            return Ok(Verdict::New.into());
        };
        let contact: Option<Contact> = self.world.get(*number)?;
        let Some(mut contact) = contact.filter(|contact| self.cx.actor.reaches_site(contact.site)) else {
            return Ok(Verdict::Taken.into());
        };
        let stored = fields_of(&contact);
        let mut differences = Vec::new();
        // What the file leaves empty it may have no column for: it stays.
        for field in FIELDS {
            let Some(now) = values.remove(field) else { continue };
            let last = contact.feed_last.insert(field.to_owned(), now.clone());
            if last.as_ref() == Some(&now) {
                continue;
            }
            let before = stored.get(field).cloned().unwrap_or_default();
            let kept = before != last.unwrap_or_default() || set_field(&mut contact, field, &before, &now).is_err();
            differences.push(Difference { field: field.into(), before, after: now, kept });
        }
        if differences.is_empty() {
            return Ok(Verdict::Unchanged.into());
        }
        self.world.put(contact)?;
        Ok(Verdict::Changed(differences).into())
    }

    /// The contact whose id a record of our own export has. Another store may have given the number to somebody else: the
    /// name or an address has to be the same.
    fn find_own_contact(&self, said: &SaidContact) -> Decided<Option<Contact>> {
        let number = said.key.strip_prefix("contact:").filter(|_| !said.own.is_empty());
        let number = number.and_then(|number| number.parse().ok());
        let contact: Option<Contact> = number.map(|number| self.world.get(number)).transpose()?.flatten();
        Ok(contact.filter(|contact| {
            let known = contact.name == said.contact.name
                || contact.emails.iter().any(|email| said.contact.emails.contains(email));
            known && self.cx.actor.reaches_site(contact.site)
        }))
    }

    /// Takes over what was changed in our own export: it is an edit by hand, of many contacts at once.
    fn overwrite_contact(&mut self, mut contact: Contact, said: &SaidContact) -> Decided<Judged> {
        let (stored, mut values) = (fields_of(&contact), fields_of(&said.contact));
        let mut differences = Vec::new();
        for field in FIELDS.into_iter().filter(|field| said.own.iter().any(|own| own == field)) {
            let before = stored.get(field).cloned().unwrap_or_default();
            let after = values.remove(field).unwrap_or_default();
            if before != after {
                let kept = set_field(&mut contact, field, &before, &after).is_err();
                differences.push(Difference { field: field.into(), before, after, kept });
            }
        }
        if differences.is_empty() {
            return Ok(Verdict::Unchanged.into());
        }
        self.world.put(contact)?;
        Ok(Verdict::Changed(differences).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Phone, PostalAddress};

    #[test]
    fn every_field_of_a_contact_file_is_one_of_the_record() {
        let contact = Contact {
            name: "n".into(),
            first_name: Some("f".into()),
            last_name: Some("l".into()),
            organisation: Some("o".into()),
            position: Some("p".into()),
            emails: vec!["e".into()],
            phones: vec![Phone { kind: "work".into(), number: "1".into() }],
            addresses: vec![PostalAddress::default()],
            note: Some("n".into()),
            ..Contact::default()
        };
        let fields = fields_of(&contact);
        assert!(FIELDS.iter().all(|field| fields.contains_key(*field)), "{fields:?}");
    }
}
