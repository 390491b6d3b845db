//! Reads the files of other systems into plain records; grants nothing, stores nothing.
//!
//! Bytes go in, records come out: [`read`] recognises encoding, delimiter and format by content, discards secrets while
//! parsing, and says what it refused and what deserves attention as codes with arguments ([`message`]); the text layer
//! words them. The files of one call are of one [`Family`].

mod asterisk;
mod bytes;
mod cells;
mod codepage;
mod conflict;
mod contacts;
mod device;
mod email;
mod encoding;
mod family;
mod format;
mod freepbx;
mod freepbx_groups;
mod freeswitch;
mod header;
mod json;
mod keycloak;
mod ldif;
pub mod limits;
mod mapping;
pub mod message;
mod number;
mod people;
mod quote;
mod reading;
mod recognise;
mod record;
mod secret;
mod signature;
mod table;
#[cfg(test)]
mod tests;
mod ticket;
mod value;
mod vcard;

use std::borrow::Cow;

use sha2::{Digest, Sha256};

pub use email::can_sign_in;
pub use encoding::Encoding;
pub use family::{Family, Nature};
pub use mapping::Mapping;
pub use message::{Caution, ReadError, Refusal};
pub use reading::{FileReport, Place, ReadOptions, Reading, Refused, SourceFile, Warning};
pub use record::{
    AddressRecord, ContactRecord, DeviceRecord, Field, FieldSet, PersonRecord, PhoneKind, TicketRecord, TicketState,
    Urgency, UserRecord,
};

use format::Format;
use recognise::{Recognised, first_line, recognise};
use table::Table;
use value::Cleaner;

/// Reads a set of files as one import.
///
/// `stop` is asked every thousand records or so; the reading ends with [`ReadError::Stopped`] once it answers `true`.
///
/// # Errors
///
/// A file that cannot be read as a whole refuses the whole set; a single bad record only appears in
/// [`Reading::refused`].
pub fn read(files: &[SourceFile], options: &ReadOptions, stop: &dyn Fn() -> bool) -> Result<Reading, ReadError> {
    let mut opened = Vec::with_capacity(files.len());
    for file in files {
        if stop() {
            return Err(ReadError::Stopped);
        }
        opened.push(open(file, options)?);
    }
    let family = family(files, &opened)?;
    let reports = files.iter().zip(&opened).map(|(file, opened)| opened.report(file)).collect();
    let mut reading = Reading::new(family, reports);
    let texts = || opened.iter().map(|opened| &*opened.text).collect::<Vec<&str>>();
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
            freepbx_groups::attach(&mut reading);
        }
    }
    conflict::refuse_duplicates(&mut reading);
    conflict::flag_shared_emails(&mut reading);
    reading.warnings.sort_by_key(|warning| (warning.place.file, warning.place.line));
    Ok(reading)
}

/// A file decoded and recognised.
struct Opened<'b> {
    text: Cow<'b, str>,
    encoding: Encoding,
    guessed: bool,
    recognised: Recognised,
}

impl Opened<'_> {
    fn report(&self, file: &SourceFile) -> FileReport {
        FileReport {
            name: file.name.clone(),
            format: self.recognised.format.id(),
            encoding: self.encoding,
            encoding_guessed: self.guessed,
            delimiter: self.recognised.delimiter,
            records: 0,
            ignored_columns: Vec::new(),
            secret_columns: Vec::new(),
            sha256: Sha256::digest(&file.bytes).into(),
        }
    }
}

fn open<'b>(file: &'b SourceFile, options: &ReadOptions) -> Result<Opened<'b>, ReadError> {
    let decoded = bytes::decode(&file.name, &file.bytes, options.encoding)?;
    let recognised = match &options.mapping {
        None => recognise(&file.name, &decoded.text, options.delimiter)?,
        Some(mapping) => {
            let people = mapping.nature == Nature::Directory;
            let format = if people { Format::MappedPeople } else { Format::Mapped };
            recognise::table(&file.name, &decoded.text, format, options.delimiter)?
        }
    };
    Ok(Opened { text: decoded.text, encoding: decoded.encoding, guessed: decoded.guessed, recognised })
}

/// Returns the family that all the files have.
fn family(files: &[SourceFile], opened: &[Opened<'_>]) -> Result<Family, ReadError> {
    let mut first: Option<(Family, &SourceFile)> = None;
    for (file, opened) in files.iter().zip(opened) {
        let family = opened.recognised.format.family(&file.name)?;
        match first {
            Some((known, other)) if known != family => {
                return Err(ReadError::MixedFamilies {
                    file: file.name.clone(),
                    family: family.key(),
                    other: other.name.clone(),
                    other_family: known.key(),
                });
            }
            Some(_) => {}
            None => first = Some((family, file)),
        }
    }
    first.map(|(family, _)| family).ok_or(ReadError::NoFile)
}

fn read_directory(opened: &[Opened<'_>], reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let mut sources = Vec::with_capacity(opened.len());
    for (index, opened) in opened.iter().enumerate() {
        sources.push(match opened.recognised.format {
            Format::Csvde => ldif::Source::Csvde(Box::new(table(&reading.files[index].name, opened)?)),
            _ => ldif::Source::Ldif(&opened.text),
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
        Format::Vcard => vcard::read(index, &opened.text, reading, stop),
        Format::LdifContacts => ldif::read_contacts(index, &opened.text, reading, stop),
        Format::DjangoHelpdesk => ticket::django::read(index, &opened.text, reading, stop),
        _ => read_table(index, opened, options.mapping.as_ref(), reading, stop),
    }
}

fn table<'t>(name: &str, opened: &'t Opened<'_>) -> Result<Table<'t>, ReadError> {
    let Recognised { delimiter, start, .. } = opened.recognised;
    Table::open(name, &opened.text[start..], first_line(start), delimiter.unwrap_or(b','))
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
    let mut table = table(&name, opened)?;
    let mut cleaner = Cleaner::new();
    let (rows, cleaner_of) = (&mut table, &mut cleaner);
    match format {
        Format::FreepbxExtensions | Format::FreepbxBulkext => freepbx::read(rows, index, cleaner_of, reading, stop)?,
        Format::FreepbxGroups => freepbx_groups::read(rows, index, cleaner_of, reading, stop)?,
        Format::GlpiTickets | Format::RedmineIssues => {
            ticket::read(format, rows, index, cleaner_of, reading, stop)?;
        }
        _ if reading.family == Family::Contacts => contacts::read(format, rows, index, cleaner_of, reading, stop)?,
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
