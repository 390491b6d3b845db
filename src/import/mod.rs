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
mod format;
mod freepbx;
mod header;
pub mod limits;
pub mod message;
mod number;
mod quote;
mod reading;
mod recognise;
mod record;
mod secret;
mod signature;
mod table;
#[cfg(test)]
mod tests;
mod value;

use std::borrow::Cow;

use sha2::{Digest, Sha256};

pub use email::can_sign_in;
pub use encoding::Encoding;
pub use message::{Caution, ReadError, Refusal};
pub use reading::{Family, FileReport, Place, ReadOptions, Reading, Refused, SourceFile, Warning};
pub use record::{AddressRecord, ContactRecord, DeviceRecord, Field, FieldSet, PhoneKind, UserRecord};

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
    let mut reading = Reading {
        family,
        files: files.iter().zip(&opened).map(|(file, opened)| opened.report(file)).collect(),
        users: Vec::new(),
        contacts: Vec::new(),
        refused: Vec::new(),
        skipped: 0,
        warnings: Vec::new(),
    };
    if family == Family::Asterisk {
        let texts: Vec<&str> = opened.iter().map(|opened| &*opened.text).collect();
        asterisk::read(&texts, &mut reading, stop)?;
    } else {
        for (index, opened) in opened.iter().enumerate() {
            read_table(index, opened, &mut reading, stop)?;
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
    let recognised = recognise(&file.name, &decoded.text, options.delimiter)?;
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

fn read_table(
    index: usize,
    opened: &Opened<'_>,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let Recognised { format, delimiter, start } = opened.recognised;
    let name = reading.files[index].name.clone();
    let mut table = Table::open(&name, &opened.text[start..], first_line(start), delimiter.unwrap_or(b','))?;
    let mut cleaner = Cleaner::new();
    if format == Format::FreepbxExtensions {
        freepbx::read(&mut table, index, &mut cleaner, reading, stop)?;
    } else {
        contacts::read(format, &mut table, index, &mut cleaner, reading, stop)?;
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
