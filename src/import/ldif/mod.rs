//! Directories as LDIF or CSVDE, read as one set: groups name their members by distinguished name.

mod contact;
mod csvde;
mod dn;
mod entry;
mod group;
mod parse;
mod person;

use super::limits;
use super::lines::Lines;
use super::message::{Caution, ReadError};
use super::place::Place;
use super::reading::Reading;
use super::table::Table;
use super::value::Cleaner;
use entry::{Entry, EntryKind};

/// A text of the set: LDIF, or a CSVDE table.
pub(super) enum Source<'t> {
    Ldif(Lines<'t>),
    Csvde(Box<Table<'t>>),
}

/// Reads the files of a directory, in the order of the reading, into it.
pub(super) fn read(sources: Vec<Source<'_>>, reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let (mut entries, mut room) = (Vec::new(), limits::ENTRIES);
    for (file, source) in sources.into_iter().enumerate() {
        entries.extend(entries_of(file, source, &mut room, reading, stop)?);
    }
    let mut cleaner = Cleaner::new();
    let groups = group::Groups::gather(&entries);
    let mut others = 0;
    for (count, entry) in entries.iter().enumerate() {
        if count.is_multiple_of(1024) && stop() {
            return Err(ReadError::Stopped);
        }
        match entry.kind() {
            EntryKind::Person => {
                let person = person::read(entry, groups.of(entry), &mut cleaner, reading);
                reading.person(person)?;
            }
            EntryKind::Group => {}
            EntryKind::Other => others += 1,
        }
    }
    groups.report(reading);
    finish(others, &cleaner, reading);
    Ok(())
}

/// Reads the address book of a mail program into contacts.
pub(super) fn read_contacts(
    file: usize,
    text: Lines<'_>,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let entries = entries_of(file, Source::Ldif(text), &mut { limits::ENTRIES }, reading, stop)?;
    let mut cleaner = Cleaner::new();
    let groups = group::Groups::gather(&entries);
    let mut others = 0;
    for entry in &entries {
        if entry.kind() == EntryKind::Person {
            let contact = contact::read(entry, groups.of(entry), &mut cleaner, reading);
            reading.contact(contact)?;
        } else {
            others += u64::from(entry.kind() == EntryKind::Other);
        }
    }
    finish(others, &cleaner, reading);
    Ok(())
}

fn entries_of(
    file: usize,
    source: Source<'_>,
    room: &mut usize,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<Entry>, ReadError> {
    let name = reading.files[file].name.clone();
    let parsed = match source {
        Source::Ldif(text) => parse::parse(file, text, room, stop)?,
        Source::Csvde(table) => csvde::parse(file, &name, *table, room, stop)?,
    };
    let report = &mut reading.files[file];
    report.records = parsed.entries.len() as u64;
    report.secret_columns = parsed.secrets.into_iter().collect();
    report.ignored_columns = parsed.ignored.into_iter().collect();
    Ok(parsed.entries)
}

fn finish(others: u64, cleaner: &Cleaner, reading: &mut Reading) {
    reading.skipped += others;
    if others > 0 {
        reading.warn(Place::file(0), Caution::EntriesSkipped { count: others });
    }
    if cleaner.dropped > 0 {
        reading.warn(Place::file(0), Caution::InvisibleDropped { count: cleaner.dropped });
    }
}
