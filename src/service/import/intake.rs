//! The records of the files made into what the rules are told; what no field can hold is refused here.

use serde_json::{Value, json};

use super::ImportOptions;
use super::progress::Progress;
use crate::domain::decide::import::{Columns, Said, SaidContact};
use crate::domain::norm::{NormError, check_name, check_text};
use crate::domain::record::{Contact, Device, Phone, PostalAddress};
use crate::domain::refusal::{Code, Refusal};
use crate::import::{
    AddressRecord, ContactRecord, Field, FileReport, ReadError, ReadOptions, Reading, SourceFile, UserRecord,
    can_sign_in, read as read_files,
};
use crate::service::error::{self, ServiceError};

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

/// Everything the files say.
pub(super) struct Intake {
    pub feed: String,
    pub reading: Reading,
}

/// Reads the files, outside any transaction.
pub(super) fn read(files: &[SourceFile], options: &ImportOptions, progress: &Progress<'_>) -> error::Result<Intake> {
    let feed = options.feed.as_deref().map(feed_name).transpose()?;
    let chosen = ReadOptions { encoding: options.encoding, delimiter: options.delimiter };
    let reading = read_files(files, &chosen, &|| progress.ask()).map_err(|error| match error {
        ReadError::Stopped => ServiceError::Stopped,
        error => ServiceError::Import(Box::new(error)),
    })?;
    Ok(Intake { feed: feed.unwrap_or_else(|| reading.family.key().to_owned()), reading })
}

impl Intake {
    /// How many records there are to judge.
    pub fn len(&self) -> usize {
        self.reading.users.len() + self.reading.contacts.len()
    }

    /// The Command as the journal keeps it: the files by their hash, never what they hold.
    pub fn command(&self, options: &ImportOptions) -> String {
        let file = |report: &FileReport| json!({ "name": report.name, "sha256": hex(&report.sha256) });
        let files: Vec<Value> = self.reading.files.iter().map(file).collect();
        let options = json!({
            "site": options.site,
            "complete": options.complete,
            "confirm_vanished": options.confirm_vanished,
            "skip_refused": options.skip_refused,
            "encoding": options.encoding.map(|encoding| encoding.to_string()),
            "delimiter": options.delimiter.map(|delimiter| char::from(delimiter).to_string()),
        });
        json!([{ "do": "import", "feed": self.feed, "files": files, "options": options }]).to_string()
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The name of a feed: a line of text without `:`, which parts it from the key, and without `.`, which parts fields.
fn feed_name(name: &str) -> Result<String, Refusal> {
    let name = check_name(name, 64).map_err(|fault| Refusal::text_fault("feed", fault))?;
    match name.chars().find(|c| matches!(c, ':' | '.')) {
        Some(character) => Err(Refusal::new(Code::NameCharacter).field("feed").text("character", character)),
        None => Ok(name),
    }
}

/// What is wrong with a value: its column and why.
pub(super) type Fault = (&'static str, crate::import::Refusal);

/// What a record says, and what is shown of it and never stored.
pub(super) type Taken<T> = (T, Vec<(String, String)>);

/// Makes a user's record into what the rules are told.
pub(super) fn user(record: UserRecord) -> Result<Taken<Said>, Fault> {
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
    };
    let mut devices = Vec::with_capacity(record.devices.len());
    for device in record.devices {
        devices.push(Device { id: line("devices", device.id)?, model: Some(device.tech), webrtc: device.webrtc });
    }
    let said = Said {
        key: line("extension", record.key)?,
        display_name: line("display_name", record.display_name)?,
        email_identifies: record.email.as_deref().is_some_and(can_sign_in),
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
    let shown = record.groups.into_iter().map(|group| ("groups".to_owned(), group)).collect();
    Ok((SaidContact { key: record.key, contact }, shown))
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
