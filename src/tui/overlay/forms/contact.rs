//! The form of a contact (C-06); what a contact may do is toggled in the record.

use super::super::super::desk::Desk;
use super::super::super::widget::form::Field;
use super::super::form::FormLayer;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{CreateContact, Ref, UpdateContact};
use crate::domain::record::Contact;
use crate::domain::value::OrderList;
use crate::service::Result;

/// The form of a new contact.
///
/// # Errors
/// Signed out, or the store.
pub fn create(desk: &Desk) -> Result<FormLayer> {
    let fields = fields(desk, &Contact::default())?;
    let form = FormLayer::staging(
        desk,
        desk.look.texts.get("form-new-contact"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let command = CreateContact {
                name: read.text("name"),
                first_name: read.given("first_name"),
                last_name: read.given("last_name"),
                organisation: read.given("organisation"),
                position: read.given("position"),
                emails: read.new_lines("emails"),
                phones: read.new_phones("phones"),
                addresses: read.new_addresses("addresses", &[]),
                note: read.given("note"),
                site: read.picked("site"),
                communications: communications(&read),
            };
            vec![command.into()]
        }),
    );
    Ok(form.intro(desk.look.texts.get("form-contact-intro")))
}

/// The form of a contact's details.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit(desk: &Desk, number: i64) -> Result<FormLayer> {
    let contact: Contact = drafted(desk, number)?;
    let fields = fields(desk, &contact)?;
    let (reference, known) = (Ref::pinned(contact.name, number), contact.addresses);
    let form = FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-contact"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let command = UpdateContact {
                contact: reference.clone(),
                name: read.new_text("name"),
                first_name: read.given("first_name"),
                last_name: read.given("last_name"),
                organisation: read.given("organisation"),
                position: read.given("position"),
                emails: read.new_lines("emails"),
                phones: read.new_phones("phones"),
                addresses: read.new_addresses("addresses", &known),
                note: read.given("note"),
                site: read.picked("site"),
                communications: communications(&read),
            };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    );
    Ok(form.intro(desk.look.texts.get("form-contact-intro")))
}

/// C-18: the communication types that were picked.
fn communications(read: &Read<'_>) -> Option<Vec<OrderList>> {
    let words = read.new_many("communications")?;
    Some(words.iter().filter_map(|word| OrderList::parse(word)).collect())
}

fn fields(desk: &Desk, contact: &Contact) -> Result<Vec<Field>> {
    let of = Fields(desk);
    Ok(vec![
        of.line("name", Some(&contact.name)).required(),
        of.line("first_name", contact.first_name.as_deref()),
        of.line("last_name", contact.last_name.as_deref()),
        of.line("organisation", contact.organisation.as_deref()),
        of.line("position", contact.position.as_deref()),
        of.emails(&contact.emails),
        of.phones(&contact.phones),
        of.addresses(&contact.addresses),
        of.note("note", contact.note.as_deref()),
        of.site(contact.site.map(|site| site.0))?,
        of.any("communications", OrderList::ALL, contact.communications.iter().copied()),
    ])
}
