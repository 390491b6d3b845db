//! The records of the files made into what the rules are told; what no field can hold is refused here.

use serde_json::Map;

use crate::domain::decide::import::{Columns, Details, Said, SaidContact, SaidPerson, SaidTicket};
use crate::domain::norm::{NormError, check_name, check_text};
use crate::domain::record::{Contact, Device, Phone, PostalAddress};
use crate::domain::time::Time;
use crate::domain::value::{Priority, TicketStatus};
use crate::import::{
    AddressRecord, ContactRecord, Field, PersonRecord, TicketRecord, TicketState, Urgency, UserRecord, can_sign_in,
};

/// The longest line of text, in characters.
const LINE: usize = 200;
/// The longest e-mail address, in characters.
const EMAIL: usize = 320;
/// The longest phone number, in characters.
const PHONE: usize = 64;
/// The longest language code, in characters.
const LANGUAGE: usize = 35;
/// The longest text of several lines, in characters.
const TEXT: usize = 4000;

/// What is wrong with a value: its column and why.
pub(super) type Fault = (&'static str, crate::import::Refusal);

/// What a record says, and what is shown of it and never stored.
pub(super) type Taken<T> = (T, Vec<(String, String)>);

/// Makes a user's record into what the rules are told; `own_email` tells that nobody else in the files has it.
pub(super) fn user(record: UserRecord, own_email: bool) -> Result<Taken<Said>, Fault> {
    let mut shown = record.shown;
    let proposed =
        |list: Vec<String>, name: &str| list.into_iter().map(move |value| (name.to_owned(), value)).collect();
    let groups: Vec<_> = proposed(record.groups_proposed, "groups");
    let mobiles: Vec<_> = proposed(record.mobiles_proposed, "mobile");
    let macs = record.devices.iter().filter_map(|d| d.mac.clone()).map(|mac| ("mac".to_owned(), mac));
    shown.extend(macs.chain(groups).chain(mobiles));
    let has = |field| record.columns.has(field);
    let columns = Columns {
        email: has(Field::Email) || record.email.is_some(),
        extension: has(Field::Extension),
        language: has(Field::Language) || record.language.is_some(),
        devices: has(Field::Devices),
        queues: has(Field::Queues),
        disabled: has(Field::Disabled),
    };
    let mut devices = Vec::with_capacity(record.devices.len());
    for device in record.devices {
        devices.push(Device { id: line("devices", device.id)?, model: Some(device.tech), webrtc: device.webrtc });
    }
    let details = details(Told {
        first_name: record.first_name,
        last_name: record.last_name,
        position: record.position,
        mobile: record.mobile,
        department: record.department,
    })?;
    let said = Said {
        details: (details != Details::default()).then(|| Box::new(details)),
        disabled: record.disabled,
        key: line("extension", record.key)?,
        display_name: line("display_name", record.display_name)?,
        email_identifies: own_email && record.email.as_deref().is_some_and(can_sign_in),
        email: record.email.map(|email| short("email", email, EMAIL)).transpose()?,
        extension: record.extension,
        language: record.language.map(|language| short("language", language, LANGUAGE)).transpose()?,
        devices,
        queues: record.queues.into_iter().map(|queue| line("queues", queue)).collect::<Result<_, _>>()?,
        columns,
    };
    Ok((said, shown))
}

/// Makes a contact's record into what the rules are told.
pub(super) fn contact(record: ContactRecord) -> Result<Taken<SaidContact>, Fault> {
    let maybe = |column, text: Option<String>| text.map(|text| line(column, text)).transpose();
    let phone = |(kind, number): (crate::import::PhoneKind, String)| -> Result<Phone, Fault> {
        Ok(Phone { kind: kind.key().to_owned(), number: short("phones", number, PHONE)? })
    };
    let contact = Contact {
        name: line("name", record.name)?,
        first_name: maybe("first_name", record.first_name)?,
        last_name: maybe("last_name", record.last_name)?,
        organisation: maybe("organisation", record.organisation)?,
        position: maybe("position", record.position)?,
        emails: record.emails.into_iter().map(|email| short("emails", email, EMAIL)).collect::<Result<_, _>>()?,
        phones: record.phones.into_iter().map(phone).collect::<Result<_, _>>()?,
        addresses: record.addresses.into_iter().map(address).collect::<Result<_, _>>()?,
        note: record.note.map(|note| text("note", &note)).transpose()?,
        ..Contact::default()
    };
    let groups = record.groups.into_iter().map(|group| ("groups".to_owned(), group));
    let shown = record.shown.into_iter().chain(groups).collect();
    Ok((SaidContact { key: record.key, contact, own: record.own }, shown))
}

/// Makes a person of a directory into what the rules are told; `own_email` tells that nobody else in the files has it.
pub(super) fn person(record: PersonRecord, own_email: bool) -> Result<Taken<SaidPerson>, Fault> {
    let mut columns = Vec::new();
    for (field, name) in [
        (Field::Email, "email"),
        (Field::FirstName, "first_name"),
        (Field::LastName, "last_name"),
        (Field::Position, "position"),
        (Field::Mobile, "mobile"),
        (Field::Department, "department"),
    ] {
        if record.columns.has(field) {
            columns.push(name);
        }
    }
    let name = line("display_name", record.display_name)?;
    let contact = ContactRecord {
        name: name.clone(),
        first_name: record.first_name.clone(),
        last_name: record.last_name.clone(),
        organisation: record.organisation,
        position: record.position.clone(),
        emails: record.email.iter().cloned().collect(),
        phones: record.phones,
        addresses: record.addresses,
        ..ContactRecord::default()
    };
    let (contact, _) = self::contact(contact)?;
    let digits = |number: String| number.chars().filter(char::is_ascii_digit).collect::<String>();
    let said = SaidPerson {
        key: line("key", record.key)?,
        name,
        email_identifies: own_email && record.email.as_deref().is_some_and(can_sign_in),
        email: record.email.map(|email| short("email", email, EMAIL)).transpose()?,
        extension: record.extension,
        numbers: record.numbers.into_iter().map(digits).collect(),
        details: details(Told {
            first_name: record.first_name,
            last_name: record.last_name,
            position: record.position,
            mobile: record.mobile,
            department: record.department,
        })?,
        columns,
        own: record.own,
        contact: contact.contact,
    };
    Ok((said, record.shown))
}

/// Makes a ticket into what the rules are told.
pub(super) fn ticket(record: TicketRecord) -> Result<Taken<SaidTicket>, Fault> {
    let mut origin = Map::new();
    for (name, text) in [
        ("number", record.number),
        ("status", record.status),
        ("priority", record.priority),
        ("requester", record.requester),
        ("assignee", record.assignee),
        ("category", record.category),
        ("queue", record.queue),
    ] {
        if let Some(text) = text {
            origin.insert(name.to_owned(), short(name, text, TEXT)?.into());
        }
    }
    for (name, time) in [("updated", record.updated), ("due", record.due), ("closed", record.closed)] {
        origin.extend(time.map(|time| (name.to_owned(), Time(time).to_string().into())));
    }
    let said = SaidTicket {
        key: line("number", record.key)?,
        title: line("title", record.title)?,
        status: match record.state {
            None | Some(TicketState::Open) => TicketStatus::Open,
            Some(TicketState::InProgress) => TicketStatus::InProgress,
            Some(TicketState::Done) => TicketStatus::Done,
        },
        priority: match record.urgency {
            Some(Urgency::Low) => Priority::Low,
            None | Some(Urgency::Normal) => Priority::Normal,
            Some(Urgency::High) => Priority::High,
            Some(Urgency::Urgent) => Priority::Urgent,
        },
        note: record.description.map(|description| text("description", &description)).transpose()?,
        opened_at: record.created.map(Time),
        origin,
    };
    Ok((said, Vec::new()))
}

/// The details that a file tells of a user.
struct Told {
    first_name: Option<String>,
    last_name: Option<String>,
    position: Option<String>,
    mobile: Option<String>,
    department: Option<String>,
}

fn details(told: Told) -> Result<Details, Fault> {
    let maybe = |column, text: Option<String>| text.map(|text| line(column, text)).transpose();
    Ok(Details {
        first_name: maybe("first_name", told.first_name)?,
        last_name: maybe("last_name", told.last_name)?,
        position: maybe("position", told.position)?,
        mobile: told.mobile.map(|mobile| short("mobile", mobile, PHONE)).transpose()?,
        department: maybe("department", told.department)?,
    })
}

fn address(record: AddressRecord) -> Result<PostalAddress, Fault> {
    let maybe = |text: Option<String>| text.map(|text| line("addresses", text)).transpose();
    Ok(PostalAddress {
        street: record.street.map(|street| text("addresses", &street)).transpose()?,
        town: maybe(record.town)?,
        region: maybe(record.region)?,
        postcode: maybe(record.postcode)?,
        country: maybe(record.country)?,
    })
}

fn line(column: &'static str, value: String) -> Result<String, Fault> {
    short(column, value, LINE)
}

/// A line of text that its field can hold, as the same field takes it from a form.
fn short(column: &'static str, value: String, limit: usize) -> Result<String, Fault> {
    // What the reader gives is trimmed and free of control characters already.
    if value.is_ascii() && !value.is_empty() && value.len() <= limit {
        return Ok(value);
    }
    check_name(&value, limit).map_err(|fault| (column, reason(&fault)))
}

fn text(column: &'static str, value: &str) -> Result<String, Fault> {
    check_text(value, TEXT).map_err(|fault| (column, reason(&fault)))
}

fn reason(fault: &NormError) -> crate::import::Refusal {
    match fault {
        NormError::TooLong { max } => crate::import::Refusal::ValueTooLong { limit: *max },
        _ => crate::import::Refusal::ValueNotVisible,
    }
}
