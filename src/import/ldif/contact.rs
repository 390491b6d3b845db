//! From an entry of a mail program's address book to a contact.

use super::super::contacts::contact_key;
use super::super::email;
use super::super::message::{Caution, Refusal};
use super::super::place::{Place, Refused};
use super::super::reading::Reading;
use super::super::record::{AddressRecord, ContactRecord};
use super::super::value::{Cleaner, looks_like_formula, quoted};
use super::entry::Entry;
use super::person::{Values, phones};

/// Reads a contact; `groups` are the lists that name it.
pub(super) fn read(
    entry: &Entry,
    groups: Vec<String>,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
) -> Result<ContactRecord, Refused> {
    let mut values = Values { entry, cleaner };
    let place = Place::line(entry.file, entry.line);
    let first_name = values.line(&["givenname"])?;
    let last_name = values.line(&["sn"])?;
    let organisation = values.line(&["o", "company"])?;
    let mut emails: Vec<String> = Vec::new();
    for name in ["mail", "mozillasecondemail"] {
        let Some(cell) = values.line(&[name])? else { continue };
        let found = email::read(&cell);
        found.cautions.into_iter().for_each(|caution| reading.warn(place.clone().column(name), caution));
        emails.extend(found.addresses);
    }
    let phones = phones(&mut values, reading)?;
    let parts: Vec<&str> = [&first_name, &last_name].into_iter().flatten().map(String::as_str).collect();
    let joined = Some(parts.join(" ")).filter(|name| !name.is_empty());
    let named = values.line(&["displayname", "cn"])?.or(joined).or_else(|| organisation.clone());
    let name = named.or_else(|| emails.first().cloned()).or_else(|| phones.first().map(|(_, phone)| phone.clone()));
    let name = name.ok_or_else(|| Refused { place: place.clone(), reason: Refusal::ContactNameless })?;
    if looks_like_formula(&name) {
        reading.warn(place.column("cn"), Caution::NameFormula { value: quoted(&name) });
    }
    let work = AddressRecord {
        street: joined_lines([values.line(&["street"])?, values.line(&["mozillaworkstreet2"])?]),
        town: values.line(&["l"])?,
        region: values.line(&["st"])?,
        postcode: values.line(&["postalcode"])?,
        country: values.line(&["c", "co"])?,
    };
    let home = AddressRecord {
        street: joined_lines([values.line(&["mozillahomestreet"])?, values.line(&["mozillahomestreet2"])?]),
        town: values.line(&["mozillahomelocalityname"])?,
        region: values.line(&["mozillahomestate"])?,
        postcode: values.line(&["mozillahomepostalcode"])?,
        country: values.line(&["mozillahomecountryname"])?,
    };
    Ok(ContactRecord {
        key: contact_key(&name, emails.first(), phones.first().map(|(_, phone)| phone)),
        file: entry.file,
        line: entry.line,
        name,
        first_name,
        last_name,
        organisation,
        position: values.line(&["title"])?,
        emails,
        phones,
        addresses: [work, home].into_iter().filter(|address| *address != AddressRecord::default()).collect(),
        groups,
        note: values.text("description")?,
        ..ContactRecord::default()
    })
}

fn joined_lines(lines: [Option<String>; 2]) -> Option<String> {
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
