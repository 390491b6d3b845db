//! Contacts exported by Google, Outlook, Thunderbird, FreePBX and by ourselves.

mod columns;
mod google;
mod manager;
mod outlook;
mod own;
mod plan;
mod thunderbird;

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::cells::Cells;
use super::format::Format;
use super::header::Column;
use super::message::{Caution, ReadError, Refusal};
use super::place::Refused;
use super::reading::Reading;
use super::record::{AddressRecord, ContactRecord, PhoneKind};
use super::table::Table;
use super::value::{Cleaner, looks_like_formula, quoted};
use super::{email, number};
use plan::{AddressPlan, Labelled, Plan};

/// Bytes of the hash that make a key.
const KEY_BYTES: usize = 16;

/// Reads every row of the table into the reading.
pub(super) fn read(
    format: Format,
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    if format == Format::GuichetContacts {
        return own::read(table, file, cleaner, reading, stop);
    }
    let header = &mut table.header;
    let plan = match format {
        Format::GoogleContacts => google::plan(header),
        Format::OutlookContacts => outlook::plan(header),
        Format::FreepbxContacts => manager::plan(header),
        _ => thunderbird::plan(header),
    };
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        let contact = contact(&mut cells, &plan, format);
        reading.warnings.append(&mut cells.warnings);
        reading.contact(contact)?;
    }
    Ok(())
}

fn contact(cells: &mut Cells<'_, '_>, plan: &Plan, format: Format) -> Result<ContactRecord, Refused> {
    let surplus = cells.row.surplus();
    if surplus > 0 {
        cells.warn(None, Caution::FieldsJoined { extra: surplus });
    }
    let first_name = cells.line(plan.first)?;
    let last_name = cells.line(plan.last)?;
    let organisation = cells.line(plan.organisation)?;
    let emails = emails(cells, &plan.emails)?;
    let phones = phones(cells, &plan.phones)?;
    let name = match cells.line(plan.name)? {
        Some(name) => name,
        None => fallback_name(&first_name, &last_name, &organisation, &emails, &phones)
            .ok_or_else(|| cells.refuse(None, Refusal::ContactNameless))?,
    };
    if looks_like_formula(&name) && !phones.iter().any(|(_, phone)| *phone == name) {
        cells.warn(plan.name.or(plan.first), Caution::NameFormula { value: quoted(&name) });
    }
    Ok(ContactRecord {
        key: contact_key(&name, emails.first(), phones.first().map(|(_, phone)| phone)),
        file: cells.file,
        line: cells.line,
        name,
        first_name,
        last_name,
        organisation,
        position: cells.line(plan.position)?,
        emails,
        phones,
        addresses: addresses(cells, &plan.addresses)?,
        groups: groups(cells, plan.groups, format)?,
        note: cells.text(plan.note)?,
        ..ContactRecord::default()
    })
}

/// Names a contact by what there is: the person, the organisation, an address, a number.
fn fallback_name(
    first: &Option<String>,
    last: &Option<String>,
    organisation: &Option<String>,
    emails: &[String],
    phones: &[(PhoneKind, String)],
) -> Option<String> {
    let person: Vec<&str> = [first, last].into_iter().flatten().map(String::as_str).collect();
    let person = Some(person.join(" ")).filter(|name| !name.is_empty());
    person
        .or_else(|| organisation.clone())
        .or_else(|| emails.first().cloned())
        .or_else(|| phones.first().map(|(_, phone)| phone.clone()))
}

/// Hashes what makes a contact the same one: its normalised name, first address and first number.
pub(super) fn contact_key(name: &str, email: Option<&String>, phone: Option<&String>) -> String {
    let name: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let email = email.map(|email| email.to_lowercase()).unwrap_or_default();
    let phone = phone.map(|phone| number::comparable(phone)).unwrap_or_default();
    let digest = Sha256::digest(format!("{}\n{email}\n{phone}", name.join(" ")));
    digest.iter().take(KEY_BYTES).fold(String::new(), |mut key, byte| {
        // Writing to a string cannot fail.
        _ = write!(key, "{byte:02x}");
        key
    })
}

/// What a phone number is for, by the words that people label it with.
pub(super) fn kind_of_label(label: &str) -> PhoneKind {
    google::label(label).0
}

/// Splits a cell that may hold several values; only Google's joiner splits, so others are left alone.
fn values(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(google::JOINER).map(str::trim).filter(|value| !value.is_empty())
}

fn emails(cells: &mut Cells<'_, '_>, columns: &[Labelled]) -> Result<Vec<String>, Refused> {
    let mut emails: Vec<(bool, String)> = Vec::new();
    for column in columns {
        let Some(cell) = cells.line(Some(column.value))? else {
            continue;
        };
        let primary = google::label(&cells.raw(column.label)).1;
        for value in values(&cell) {
            let found = email::read(value);
            found.cautions.into_iter().for_each(|caution| cells.warn(Some(column.value), caution));
            for address in found.addresses {
                if !emails.iter().any(|(_, known)| known.eq_ignore_ascii_case(&address)) {
                    emails.push((primary, address));
                }
            }
        }
    }
    emails.sort_by_key(|(primary, _)| !primary);
    Ok(emails.into_iter().map(|(_, address)| address).collect())
}

fn phones(cells: &mut Cells<'_, '_>, columns: &[Labelled]) -> Result<Vec<(PhoneKind, String)>, Refused> {
    let mut phones: Vec<(bool, PhoneKind, String)> = Vec::new();
    for column in columns {
        let Some(cell) = cells.line(Some(column.value))? else {
            continue;
        };
        let (kind, primary) = match column.label {
            Some(_) => google::label(&cells.raw(column.label)),
            None => (column.kind, false),
        };
        for value in values(&cell) {
            let (phone, caution) = number::phone(value);
            caution.into_iter().for_each(|caution| cells.warn(Some(column.value), caution));
            phones.extend(phone.map(|phone| (primary, kind, phone)));
        }
    }
    phones.sort_by_key(|(primary, _, _)| !primary);
    Ok(phones.into_iter().map(|(_, kind, phone)| (kind, phone)).collect())
}

fn addresses(cells: &mut Cells<'_, '_>, plans: &[AddressPlan]) -> Result<Vec<AddressRecord>, Refused> {
    let mut addresses = Vec::new();
    for plan in plans {
        let mut lines = Vec::new();
        for &column in &plan.street {
            lines.extend(cells.text(Some(column))?);
        }
        let street = match lines.is_empty() {
            false => Some(lines.join("\n")),
            true => cells.text(plan.formatted)?,
        };
        let address = AddressRecord {
            street,
            town: cells.line(plan.town)?,
            region: cells.line(plan.region)?,
            postcode: cells.line(plan.postcode)?,
            country: cells.line(plan.country)?,
        };
        if address != AddressRecord::default() {
            addresses.push(address);
        }
    }
    Ok(addresses)
}

fn groups(cells: &mut Cells<'_, '_>, column: Option<Column>, format: Format) -> Result<Vec<String>, Refused> {
    let Some(cell) = cells.line(column)? else {
        return Ok(Vec::new());
    };
    let names: Vec<&str> = match format {
        Format::GoogleContacts => values(&cell).filter(|group| !google::is_system_group(group)).collect(),
        _ => cell.split([';', ',']).map(str::trim).filter(|group| !group.is_empty()).collect(),
    };
    Ok(names.into_iter().map(str::to_owned).collect())
}
