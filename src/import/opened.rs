//! Files decoded and recognised, and their texts: held whole, or read as they go.

use std::io::{self, Read};

use super::bytes::{self, Decoded};
use super::family::Nature;
use super::format::Format;
use super::lines::Lines;
use super::message::ReadError;
use super::reading::{FileReport, ReadOptions};
use super::recognise::{self, Recognised, first_line, recognise};
use super::source::SourceFile;
use super::table::Table;
use super::{limits, quote};

/// Bytes of text by which a file is recognised: a header is not longer.
pub(super) const BEGINNING: usize = limits::RECORD + limits::FIELD;

/// A file decoded and recognised.
pub(super) struct Opened<'f> {
    decoded: Decoded<'f>,
    /// The whole text; of a long one that is read row by row or line by line its beginning alone.
    text: String,
    is_whole: bool,
    pub recognised: Recognised,
}

impl Opened<'_> {
    /// What is told of it.
    pub fn report(&self, file: &SourceFile, nature: Nature) -> FileReport {
        FileReport {
            name: file.name.clone(),
            format: self.recognised.format.id(),
            nature,
            encoding: self.decoded.encoding,
            encoding_guessed: self.decoded.guessed,
            delimiter: self.recognised.delimiter,
            records: 0,
            ignored_columns: Vec::new(),
            secret_columns: Vec::new(),
            sha256: self.decoded.sha256,
        }
    }

    /// The whole text of a format that is read neither row by row nor line by line.
    pub fn whole(&self) -> &str {
        &self.text
    }

    /// The text of a format that is read line by line.
    pub fn lines(&self, name: &str) -> Result<Lines<'_>, ReadError> {
        let text = text_from(&self.decoded, &self.text, self.is_whole, 0);
        let text =
            text.map_err(|error| ReadError::FileUnreadable { file: name.to_owned(), reason: error.to_string() })?;
        Ok(Lines::new(name, text))
    }
}

/// Reads a text from a byte on.
pub(super) fn text_from<'t>(
    decoded: &Decoded<'t>,
    text: &'t str,
    is_whole: bool,
    start: usize,
) -> io::Result<Box<dyn Read + 't>> {
    if is_whole {
        return Ok(Box::new(&text.as_bytes()[start..]));
    }
    let mut text = decoded.text();
    io::copy(&mut text.by_ref().take(start as u64), &mut io::sink())?;
    Ok(Box::new(text))
}

/// Opens a file; `alone`: a mapping can only be meant for it. Of several files it is for those that have its columns, or
/// that no signature knows. `room` is what is left for texts that have to be held whole.
pub(super) fn open<'f>(
    file: &'f SourceFile,
    options: &ReadOptions,
    alone: bool,
    room: &mut usize,
    stop: &dyn Fn() -> bool,
) -> Result<Opened<'f>, ReadError> {
    let decoded = bytes::decode(file, options.encoding, stop)?;
    let mut text = decoded.beginning(BEGINNING)?;
    // Each character of a shorter text would have been there.
    let mut is_whole = text.len() + 4 <= BEGINNING;
    let surely_mapped = alone && options.mapping.is_some();
    if !surely_mapped && !recognise::is_table(&text) && !recognise::is_by_lines(&text) {
        if !is_whole {
            text = decoded.beginning(room.saturating_add(1))?;
            is_whole = true;
        }
        let left = room.checked_sub(text.len());
        let limit = limits::WHOLE / limits::MIB;
        *room = left.ok_or_else(|| ReadError::TextsTooLarge { file: file.name.clone(), limit })?;
    }
    let check_quotes = |start: usize, delimiter: u8| {
        let rest = text_from(&decoded, &text, is_whole, start).map_err(|error| bytes::unreadable(file, &error))?;
        quote::check(file, rest, first_line(start), delimiter, stop)
    };
    let known = || recognise(&file.name, &text, options.delimiter, &check_quotes);
    let recognised = match &options.mapping {
        None => known()?,
        Some(mapping) => {
            let people = mapping.nature == Nature::Directory;
            let format = if people { Format::MappedPeople } else { Format::Mapped };
            let mapped = || recognise::table(&text, format, options.delimiter, &check_quotes);
            if alone || (recognise::is_table(&text) && mapping.fits(&recognise::header(&text, options.delimiter))) {
                mapped()?
            } else {
                match known() {
                    Err(ReadError::HeaderUnknown { .. } | ReadError::HeaderIncomplete { .. }) => mapped()?,
                    known => known?,
                }
            }
        }
    };
    Ok(Opened { decoded, text, is_whole, recognised })
}

/// Opens a table that has a header.
pub(super) fn table<'t>(name: &str, opened: &'t Opened<'_>) -> Result<Table<'t>, ReadError> {
    open_table(name, opened, false)
}

/// Opens a table; `headless`: its first line is a record.
pub(super) fn open_table<'t>(name: &str, opened: &'t Opened<'_>, headless: bool) -> Result<Table<'t>, ReadError> {
    let Recognised { delimiter, start, .. } = opened.recognised;
    let text = text_from(&opened.decoded, &opened.text, opened.is_whole, start);
    let text = text.map_err(|error| ReadError::FileUnreadable { file: name.to_owned(), reason: error.to_string() })?;
    let open = if headless { Table::open_headless } else { Table::open };
    open(name, text, first_line(start), delimiter.unwrap_or(b','))
}
