//! Contacts and the communication orders.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, PostalAddress, Record, flags, record};
use crate::domain::catalogue::Key;
use crate::domain::id::{ContactId, EntryNo, Kind, SiteId};
use crate::domain::norm::{email_key, fold};
use crate::domain::value::OrderList;

/// A phone number with its kind (`work`, `mobile`, `home`, …).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// The kind.
    pub kind: String,
    /// The number, as typed.
    pub number: String,
}

/// A contact of the organisation (C-04).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Its number.
    #[serde(skip)]
    pub id: ContactId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// The name shown.
    pub name: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// E-mail addresses, the first one first.
    pub emails: Vec<String>,
    /// Phone numbers.
    pub phones: Vec<Phone>,
    /// Postal addresses.
    pub addresses: Vec<PostalAddress>,
    /// A note that belongs to the contact.
    pub note: Option<String>,
    /// The site; without one only holders of all sites reach the contact.
    pub site: Option<SiteId>,
    /// Communication types received (C-18).
    #[serde(with = "flags")]
    pub communications: BTreeSet<OrderList>,
    /// The permissions held (C-11 to C-15).
    #[serde(with = "flags")]
    pub permissions: BTreeSet<Key>,
    /// The key by which a contact file is recognised again, as `feed:key`.
    pub feed_key: Option<String>,
    /// Field to value, as last imported; a file is compared with these.
    pub feed_last: BTreeMap<String, serde_json::Value>,
}

impl Contact {
    /// The rank held of a catalogue entry of the contact family.
    pub fn rank(&self, key: &str) -> u8 {
        u8::from(self.permissions.contains(key))
    }
}

impl Contact {
    fn lookup_keys(&self) -> Vec<(Lookup, String)> {
        let mut keys = vec![(Lookup::Name, fold(&self.name))];
        keys.extend(self.emails.iter().map(|email| (Lookup::Email, email_key(email))));
        keys.extend(self.feed_key.clone().map(|key| (Lookup::Feed, key)));
        keys
    }
}

record!(Contact, Contact, ContactId, label: |c| c.name.clone(), home: |c| Home::Site(c.site), keys: Contact::lookup_keys);

/// One of the two communication orders: whom to call, in order (C-21).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommunicationOrder {
    /// Which of the two.
    #[serde(skip)]
    pub list: OrderList,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// The contacts, rank 1 first.
    pub contacts: Vec<ContactId>,
}

impl Record for CommunicationOrder {
    const KIND: Kind = Kind::Order;

    fn number(&self) -> i64 {
        self.list.id()
    }

    fn version(&self) -> EntryNo {
        self.version
    }

    fn identify(&mut self, number: i64, version: EntryNo) {
        self.list = OrderList::from_id(number).unwrap_or_default();
        self.version = version;
    }

    fn label(&self) -> String {
        self.list.as_str().to_owned()
    }

    fn home(&self) -> Home {
        Home::Site(None)
    }

    fn keys(&self) -> Vec<(Lookup, String)> {
        vec![(Lookup::Name, self.list.as_str().to_owned())]
    }
}
