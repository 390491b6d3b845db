//! Contacts as our own export writes them: what was changed there is an edit by hand, of many at once.

use serde::Deserialize;

use super::super::cells::Cells;
use super::super::header::{Column, Header};
use super::super::message::{ReadError, Refusal};
use super::super::place::Refused;
use super::super::reading::Reading;
use super::super::record::{AddressRecord, ContactRecord, PhoneKind};
use super::super::table::Table;
use super::super::value::Cleaner;

/// The columns that are fields of a contact; whatever else the export has is not taken.
const FIELDS: [&str; 9] =
    ["name", "first_name", "last_name", "organisation", "position", "emails", "phones", "addresses", "note"];
/// What says which rights a contact has: shown, never taken.
const SHOWN: [&str; 3] = ["communications", "technical_rank", "financial_rank"];

struct Columns {
    id: Option<Column>,
    fields: [Option<Column>; FIELDS.len()],
    shown: Vec<Column>,
}

impl Columns {
    fn find(header: &mut Header) -> Self {
        let rights = (0..header.names().len()).filter(|index| {
            let name = header.names()[*index].as_str();
            SHOWN.contains(&name) || name.starts_with("permissions.")
        });
        let rights: Vec<usize> = rights.collect();
        Self {
            id: header.column("id"),
            fields: FIELDS.map(|name| header.column(name)),
            shown: rights.into_iter().filter_map(|index| header.take(index)).collect(),
        }
    }

    fn of(&self, field: &str) -> Option<Column> {
        FIELDS.iter().zip(self.fields).find(|(name, _)| **name == field).and_then(|(_, column)| column)
    }
}

/// Reads every row of the table into the reading.
pub(super) fn read(
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    table.header.protected = true;
    let columns = Columns::find(&mut table.header);
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        let contact = contact(&mut cells, &columns);
        reading.warnings.append(&mut cells.warnings);
        reading.contact(contact)?;
    }
    Ok(())
}

fn contact(cells: &mut Cells<'_, '_>, columns: &Columns) -> Result<ContactRecord, Refused> {
    let (found, expected) = cells.row.widths();
    if found != expected {
        return Err(cells.refuse(None, Refusal::RowShifted { found, expected }));
    }
    let Some(key) = cells.line(columns.id)? else { return Err(cells.refuse(columns.id, Refusal::KeyMissing)) };
    let at = columns.of("name");
    let Some(name) = cells.line(at)? else { return Err(cells.refuse(at, Refusal::NameMissing)) };
    let own = FIELDS.iter().zip(columns.fields).filter(|(_, column)| column.is_some());
    let mut shown = Vec::new();
    for column in &columns.shown {
        let value = cells.line(Some(*column))?;
        let name = cells.row.header().name(*column).to_owned();
        shown.extend(value.filter(|value| value != "false").map(|value| (name, value)));
    }
    Ok(ContactRecord {
        key,
        file: cells.file,
        line: cells.line,
        name,
        first_name: cells.line(columns.of("first_name"))?,
        last_name: cells.line(columns.of("last_name"))?,
        organisation: cells.line(columns.of("organisation"))?,
        position: cells.line(columns.of("position"))?,
        emails: list(cells, columns.of("emails"), |email| Some(email.to_owned()))?,
        phones: list(cells, columns.of("phones"), phone)?,
        addresses: list(cells, columns.of("addresses"), address)?,
        groups: Vec::new(),
        note: cells.text(columns.of("note"))?,
        shown,
        own: own.map(|(name, _)| (*name).to_owned()).collect(),
    })
}

/// Reads a list; each of its items is read by `item`.
fn list<T>(
    cells: &mut Cells<'_, '_>,
    column: Option<Column>,
    item: impl Fn(&str) -> Option<T>,
) -> Result<Vec<T>, Refused> {
    let Some(cell) = cells.line(column)? else { return Ok(Vec::new()) };
    let items: Option<Vec<T>> = items(&cell).iter().map(|text| item(text)).collect();
    items.ok_or_else(|| cells.refuse(column, Refusal::NotAsExported))
}

/// Parts a list at `;`; a `\` before it, or before another one, is taken off.
fn items(cell: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = cell.chars();
    while let Some(letter) = letters.next() {
        match (letter, items.last_mut()) {
            (';', _) => items.push(String::new()),
            ('\\', Some(item)) => item.extend(letters.next()),
            (letter, Some(item)) => item.push(letter),
            (_, None) => {}
        }
    }
    items
}

fn phone(item: &str) -> Option<(PhoneKind, String)> {
    let (kind, number) = item.split_once(':')?;
    Some((PhoneKind::ALL.into_iter().find(|known| known.key() == kind)?, number.to_owned()))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    street: Option<String>,
    town: Option<String>,
    region: Option<String>,
    postcode: Option<String>,
    country: Option<String>,
}

fn address(item: &str) -> Option<AddressRecord> {
    let Address { street, town, region, postcode, country } = serde_json::from_str(item).ok()?;
    Some(AddressRecord { street, town, region, postcode, country })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_parted_as_the_export_joins_them() {
        assert_eq!(items(r"a;b\;c;\\;"), ["a", "b;c", "\\", ""]);
        assert_eq!(items("a"), ["a"]);
    }

    #[test]
    fn phones_and_addresses_are_read_as_they_are_written() {
        assert_eq!(phone("fax_work:+33 1:2"), Some((PhoneKind::FaxWork, "+33 1:2".to_owned())));
        assert_eq!((phone("+33"), phone("desk:1")), (None, None));
        let read = address(r#"{"street":"1, rue\n2","town":null}"#).unwrap();
        assert_eq!((read.street.as_deref(), read.town), (Some("1, rue\n2"), None));
        assert!(address("{\"planet\":\"x\"}").is_none() && address("x").is_none());
    }
}
