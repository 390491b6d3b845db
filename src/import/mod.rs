//! Reads the files of other systems into plain records; grants nothing, stores nothing.
//!
//! Bytes go in, records come out: [`read`] recognises encoding, delimiter and format by content, discards secrets while
//! parsing, and says what it refused and what deserves attention as codes with arguments ([`message`]); the text layer
//! words them. The files of one call may be of several [families](Family): each gives a [`Reading`] of its own.

mod asterisk;
mod bytes;
mod cells;
mod codepage;
mod conflict;
mod contacts;
mod decode;
mod device;
mod email;
mod encoding;
mod family;
mod format;
mod freepbx;
mod freepbx_groups;
mod freeswitch;
mod groups;
mod header;
mod json;
mod keycloak;
mod ldif;
pub mod limits;
mod lines;
mod mapping;
pub mod message;
mod number;
mod opened;
mod outline;
mod pack;
mod people;
mod pile;
mod place;
mod quote;
mod reading;
mod recognise;
mod record;
mod secret;
mod signature;
mod source;
mod spool;
mod table;
#[cfg(test)]
mod tests;
mod ticket;
mod value;
mod vcard;

pub use email::can_sign_in;
pub use encoding::Encoding;
pub use family::{Family, Nature};
pub use mapping::{FIELDS, Mapping, usual_field};
pub use message::{Caution, ReadError, Refusal};
pub use outline::{Outline, OutlinedColumn, outline};
pub use pack::Pack;
pub(crate) use pack::{pack_enum, pack_struct};
pub use pile::{Pile, Piled};
pub use place::{Place, Refused, Warning};
pub use reading::{FileReport, ReadOptions, Reading};
pub use record::{
    AddressRecord, ContactRecord, DeviceRecord, Field, FieldSet, PersonRecord, PhoneKind, TicketRecord, TicketState,
    Urgency, UserRecord,
};

pub use source::{Content, SourceFile};
pub use spool::{Aside, Spool};

use format::Format;
use opened::{Opened, open, open_table, table};
use recognise::{Recognised, first_line};
use value::Cleaner;

/// Reads a set of files as one import.
///
/// `stop` is asked every thousand records or so; the reading ends with [`ReadError::Stopped`] once it answers `true`.
///
/// # Errors
///
/// A file that cannot be read as a whole refuses the whole set; a single bad record only appears in
/// [`Reading::refused`].
pub fn read(files: &[SourceFile], options: &ReadOptions, stop: &dyn Fn() -> bool) -> Result<Vec<Reading>, ReadError> {
    let mut families: Vec<(Family, Vec<(&SourceFile, Opened<'_>)>)> = Vec::new();
    let mut room = limits::WHOLE;
    for file in files {
        if stop() {
            return Err(ReadError::Stopped);
        }
        let opened = open(file, options, files.len() == 1, &mut room, stop)?;
        let family = opened.recognised.format.family(&file.name)?;
        match families.iter_mut().find(|(known, _)| *known == family) {
            Some((_, files)) => files.push((file, opened)),
            None => families.push((family, vec![(file, opened)])),
        }
    }
    if families.is_empty() {
        return Err(ReadError::NoFile);
    }
    // Who is made by one file is enriched by another.
    families.sort_by_key(|(family, _)| family.nature());
    let readings = families.into_iter().map(|(family, files)| read_family(family, &files, options, stop));
    let readings: Vec<Reading> = readings.collect::<Result<_, _>>()?;
    match files.iter().find(|file| !file.content.is_unchanged()) {
        Some(file) => Err(ReadError::FileChanged { file: file.name.clone() }),
        None => Ok(readings),
    }
}

/// Reads the files of one family.
fn read_family(
    family: Family,
    files: &[(&SourceFile, Opened<'_>)],
    options: &ReadOptions,
    stop: &dyn Fn() -> bool,
) -> Result<Reading, ReadError> {
    let reports = files.iter().map(|(file, opened)| opened.report(file, family.nature())).collect();
    let opened: Vec<&Opened<'_>> = files.iter().map(|(_, opened)| opened).collect();
    let mut reading = Reading::new(family, reports, &options.aside);
    let texts = || opened.iter().map(|opened| opened.whole()).collect::<Vec<&str>>();
    // The files of some systems name each other: they are read as one set.
    match family {
        Family::Asterisk => asterisk::read(&texts(), &mut reading, stop)?,
        Family::FreeSwitch => freeswitch::read(&texts(), &mut reading, stop)?,
        Family::Keycloak => keycloak::read(&texts(), &mut reading, stop)?,
        Family::Ldap => read_directory(&opened, &mut reading, stop)?,
        _ => {
            for (index, opened) in opened.iter().enumerate() {
                read_one(index, opened, options, &mut reading, stop)?;
            }
        }
    }
    conflict::refuse_duplicates(&mut reading, stop)?;
    conflict::flag_shared_emails(&mut reading)?;
    freepbx_groups::report(&mut reading);
    reading.warnings.sort_by_key(|warning| (warning.place.file, warning.place.line));
    Ok(reading)
}

fn read_directory(opened: &[&Opened<'_>], reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let mut sources = Vec::with_capacity(opened.len());
    for (index, opened) in opened.iter().enumerate() {
        sources.push(match opened.recognised.format {
            Format::Csvde => ldif::Source::Csvde(Box::new(table(&reading.files[index].name, opened)?)),
            _ => ldif::Source::Ldif(opened.lines(&reading.files[index].name)?),
        });
    }
    ldif::read(sources, reading, stop)
}

fn read_one(
    index: usize,
    opened: &Opened<'_>,
    options: &ReadOptions,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    match opened.recognised.format {
        Format::Vcard => vcard::read(index, opened.lines(&reading.files[index].name)?, reading, stop),
        Format::LdifContacts => ldif::read_contacts(index, opened.lines(&reading.files[index].name)?, reading, stop),
        Format::DjangoHelpdesk => ticket::django::read(index, opened.whole(), reading, stop),
        _ => read_table(index, opened, options.mapping.as_ref(), reading, stop),
    }
}

fn read_table(
    index: usize,
    opened: &Opened<'_>,
    mapping: Option<&Mapping>,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let Recognised { format, start, .. } = opened.recognised;
    let name = reading.files[index].name.clone();
    let mapping = mapping.filter(|_| matches!(format, Format::Mapped | Format::MappedPeople));
    let mut table = open_table(&name, opened, mapping.is_some_and(Mapping::is_headless))?;
    let mut cleaner = Cleaner::new();
    let (rows, cleaner_of) = (&mut table, &mut cleaner);
    match format {
        Format::FreepbxExtensions | Format::FreepbxBulkext => freepbx::read(rows, index, cleaner_of, reading, stop)?,
        Format::FreepbxGroups => freepbx_groups::read(rows, index, cleaner_of, reading, stop)?,
        Format::GlpiTickets | Format::RedmineIssues => {
            ticket::read(format, rows, index, cleaner_of, reading, stop)?;
        }
        _ if reading.family.nature() == Nature::Contacts => {
            contacts::read(format, rows, index, cleaner_of, reading, stop)?
        }
        _ => people::read((format, mapping), rows, index, cleaner_of, reading, stop)?,
    }
    let header_line = first_line(start);
    let duplicates = table.header.duplicates().map(|column| Warning {
        place: Place::line(index, header_line).column(column),
        caution: Caution::HeaderDuplicate,
    });
    reading.warnings.extend(duplicates);
    if table.records == 0 {
        reading.warnings.push(Warning { place: Place::file(index), caution: Caution::NoRecord });
    }
    if cleaner.dropped > 0 {
        let caution = Caution::InvisibleDropped { count: cleaner.dropped };
        reading.warnings.push(Warning { place: Place::file(index), caution });
    }
    reading.skipped += table.skipped;
    let report = &mut reading.files[index];
    report.records = table.records;
    report.ignored_columns = table.header.ignored();
    report.secret_columns = table.header.secrets();
    Ok(())
}

/// Bytes as hexadecimal digits.
fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a string cannot fail.
        _ = write!(text, "{byte:02x}");
        text
    })
}
