//! Decides the Commands on contacts and the communication orders.

use super::Deciding;
use super::admin::postal;
use super::resolve::{as_line, assign, line, paragraph};
use crate::domain::catalogue::Family;
use crate::domain::change::Cause;
use crate::domain::command::{CreateContact, Given, Ref, SetCommunicationOrder, SetContactPermission, UpdateContact};
use crate::domain::engine::check_contact;
use crate::domain::facts::Get;
use crate::domain::id::{ContactId, Kind};
use crate::domain::norm::{check_email, check_phone};
use crate::domain::record::{CommunicationOrder, Contact, Phone, PostalAddress, Site};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::OrderList;

/// The fields that making and changing a contact share.
struct Fields<'a> {
    lines: [&'a Given<String>; 4],
    note: &'a Given<String>,
    emails: Option<&'a Vec<String>>,
    phones: Option<&'a Vec<Phone>>,
    addresses: Option<&'a Vec<PostalAddress>>,
    site: &'a Given<Ref>,
    communications: Option<&'a Vec<OrderList>>,
}

macro_rules! fields {
    ($c:expr) => {
        Fields {
            lines: [&$c.first_name, &$c.last_name, &$c.organisation, &$c.position],
            note: &$c.note,
            emails: $c.emails.as_ref(),
            phones: $c.phones.as_ref(),
            addresses: $c.addresses.as_ref(),
            site: &$c.site,
            communications: $c.communications.as_ref(),
        }
    };
}

impl Deciding<'_> {
    pub(super) fn create_contact(&mut self, c: &CreateContact) -> Decided<()> {
        let id = ContactId(self.world.fresh(Kind::Contact)?);
        let mut contact = Contact { id, name: line("name", &c.name)?, ..Contact::default() };
        self.contact_fields(&mut contact, &fields!(c))?;
        Ok(self.world.put(contact)?)
    }

    pub(super) fn update_contact(&mut self, c: &UpdateContact) -> Decided<()> {
        let mut contact: Contact = self.resolve(&c.contact)?;
        if let Some(name) = &c.name {
            contact.name = line("name", name)?;
        }
        self.contact_fields(&mut contact, &fields!(c))?;
        Ok(self.world.put(contact)?)
    }

    fn contact_fields(&self, contact: &mut Contact, given: &Fields<'_>) -> Decided<()> {
        let names = ["first_name", "last_name", "organisation", "position"];
        let fields =
            [&mut contact.first_name, &mut contact.last_name, &mut contact.organisation, &mut contact.position];
        for ((to, field), given) in fields.into_iter().zip(names).zip(given.lines) {
            assign(to, field, given, as_line)?;
        }
        if let Some(note) = given.note {
            contact.note = paragraph("note", note.as_deref())?;
        }
        if let Some(emails) = given.emails {
            let check = |t: &String| check_email(t).map_err(|fault| Refusal::text_fault("emails", fault));
            contact.emails = emails.iter().map(check).collect::<Result<_, _>>()?;
        }
        if let Some(phones) = given.phones {
            let check = |p: &Phone| -> Result<Phone, Refusal> {
                let number = check_phone(&p.number).map_err(|fault| Refusal::text_fault("phones", fault))?;
                Ok(Phone { kind: line("phones", &p.kind)?, number })
            };
            contact.phones = phones.iter().map(check).collect::<Result<_, _>>()?;
        }
        if let Some(addresses) = given.addresses {
            contact.addresses = addresses.iter().map(postal).collect::<Result<_, _>>()?;
        }
        if let Some(site) = given.site {
            contact.site = site.as_ref().map(|r| self.resolve::<Site>(r)).transpose()?.map(|s| s.id);
        }
        if let Some(communications) = given.communications {
            contact.communications = communications.iter().copied().collect();
        }
        Ok(())
    }

    /// C-17, C-16, C-02.
    pub(super) fn set_contact_permission(&mut self, c: &SetContactPermission) -> Decided<()> {
        let entry = self.entry(Family::Contact, "permission", &c.permission)?;
        let mut contact: Contact = self.resolve(&c.contact)?;
        check_contact(&self.world, self.cx.catalogue, &contact, &entry, u8::from(c.value))?;
        if c.value {
            contact.permissions.insert(entry.key);
        } else {
            contact.permissions.remove(&entry.key);
        }
        Ok(self.world.put(contact)?)
    }

    /// C-19 to C-29: the whole order at once; being put in an order adds the communication type (C-18).
    pub(super) fn set_communication_order(&mut self, c: &SetCommunicationOrder) -> Decided<()> {
        let mut order: CommunicationOrder = self.world.get(c.list.id())?.unwrap_or_default();
        order.list = c.list;
        let mut contacts = Vec::with_capacity(c.contacts.len());
        for reference in &c.contacts {
            let mut contact: Contact = self.resolve(reference)?;
            if contacts.contains(&contact.id) {
                return Err(Refusal::new(Code::TwiceInOrder).field("contacts").text("name", contact.name).into());
            }
            contacts.push(contact.id);
            if contact.communications.insert(c.list) {
                let field = format!("communications.{}", c.list);
                self.world.because(contact.id, field, Cause::word("communication_order"));
                self.world.put(contact)?;
            }
        }
        order.contacts = contacts;
        Ok(self.world.put(order)?)
    }
}
