//! Contacts.

use serde_json::{Value, json};

use super::Public;
use super::names::{address, id};
use crate::domain::catalogue::Family;
use crate::domain::id::ContactId;
use crate::domain::record::{CommunicationOrder, Contact};
use crate::domain::value::OrderList;
use crate::service::error::Result;

impl Public<'_> {
    /// A contact; ranks are for holders of all sites only, since they tell how many stand above.
    pub(super) fn contact(&self, contact: &Contact) -> Result<Value> {
        let [technical, financial] = self.orders()?;
        let mut value = json!({
            "id": id(contact),
            "name": contact.name,
            "first_name": contact.first_name,
            "last_name": contact.last_name,
            "organisation": contact.organisation,
            "position": contact.position,
            "email": contact.emails.first(),
            "emails": contact.emails,
            "phones": contact.phones,
            "addresses": contact.addresses.iter().map(address).collect::<Vec<_>>(),
            "note": contact.note,
            "site": self.maybe_name(contact.site)?,
            "communications": contact.communications,
            "permissions": self.flags(Family::Contact, |key| contact.permissions.contains(key)),
            "technical_rank": rank(technical, contact.id),
            "financial_rank": rank(financial, contact.id),
        });
        if let (false, Some(fields)) = (self.reads_notes(), value.as_object_mut()) {
            fields.shift_remove("note");
        }
        Ok(value)
    }

    /// The two orders; empty ones for whoever does not hold all sites.
    fn orders(&self) -> Result<&[CommunicationOrder; 2]> {
        if self.orders.get().is_none() {
            let mut orders = <[CommunicationOrder; 2]>::default();
            if self.actor.all_sites() {
                for (order, list) in orders.iter_mut().zip(OrderList::ALL) {
                    *order = self.tables.read(list.id())?.unwrap_or_default();
                }
            }
            let _ = self.orders.set(orders);
        }
        Ok(self.orders.get_or_init(Default::default))
    }
}

fn rank(order: &CommunicationOrder, contact: ContactId) -> Option<usize> {
    order.contacts.iter().position(|other| *other == contact).map(|at| at + 1)
}
