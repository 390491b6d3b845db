//! CSV tables, read row by row within the limits.

use std::borrow::Cow;
use std::io::Read;

use super::header::{Column, Header};
use super::limits;
use super::mapping::numbered;
use super::message::ReadError;
use super::value::{header_name, is_no_value, trim};

/// The delimiters that are tried, in order.
pub(super) const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A table read row by row.
pub(super) struct Table<'t> {
    file: String,
    first_line: u64,
    delimiter: u8,
    reader: csv::Reader<Box<dyn Read + 't>>,
    record: csv::StringRecord,
    /// The line of a record that was read and not yet returned.
    held: Option<u64>,
    /// Column names.
    pub header: Header,
    /// Rows returned so far.
    pub records: u64,
    /// Rows whose fields were all empty.
    pub skipped: u64,
}

impl<'t> Table<'t> {
    /// Opens a table whose header stands at the beginning of `text`, on line `first_line` of the file; every quote is
    /// known to be closed.
    pub fn open(file: &str, text: Box<dyn Read + 't>, first_line: u64, delimiter: u8) -> Result<Self, ReadError> {
        let mut table = Self::begin(file, text, first_line, delimiter)?;
        let names: Vec<String> = table.record.iter().map(header_name).collect();
        if let Some(index) = names.iter().position(|name| name.contains(char::is_control)) {
            return Err(ReadError::HeaderControl { file: table.file, column: index + 1 });
        }
        table.header = Header::new(names);
        Ok(table)
    }

    /// Opens a table without a header: its columns are known by their numbers, and its first record is one as all others.
    pub fn open_headless(
        file: &str,
        text: Box<dyn Read + 't>,
        first_line: u64,
        delimiter: u8,
    ) -> Result<Self, ReadError> {
        let mut table = Self::begin(file, text, first_line, delimiter)?;
        table.header = Header::new((0..table.record.len()).map(numbered).collect());
        table.held = (!table.record.is_empty()).then_some(first_line);
        Ok(table)
    }

    /// Reads the first record.
    fn begin(file: &str, text: Box<dyn Read + 't>, first_line: u64, delimiter: u8) -> Result<Self, ReadError> {
        // The last row ends as all others do, so that lines can be counted by their ends.
        let text: Box<dyn Read + 't> = Box::new(text.chain(&b"\n"[..]));
        let mut table = Self {
            file: file.to_owned(),
            first_line,
            delimiter,
            reader: reader(text, delimiter),
            record: csv::StringRecord::new(),
            held: None,
            header: Header::new(Vec::new()),
            records: 0,
            skipped: 0,
        };
        table.read_record()?;
        match table.record.len() {
            0..=limits::COLUMNS => Ok(table),
            count => Err(ReadError::TooManyColumns { file: table.file, count, limit: limits::COLUMNS }),
        }
    }

    /// Returns the next row that is not empty.
    pub fn next_row(&mut self, stop: &dyn Fn() -> bool) -> Result<Option<(u64, Row<'_>)>, ReadError> {
        let line = loop {
            if (self.records + self.skipped).is_multiple_of(256) && stop() {
                return Err(ReadError::Stopped);
            }
            let line = match self.held.take() {
                Some(line) => line,
                None => match self.read_record()? {
                    Some(line) => line,
                    None => return Ok(None),
                },
            };
            if self.record.iter().any(|field| !is_no_value(trim(field, true))) {
                break line;
            }
            self.skipped += 1;
            self.check_count()?;
        };
        self.records += 1;
        self.check_count()?;
        let row = Row { record: &self.record, header: &self.header, delimiter: self.delimiter };
        Ok(Some((line, row)))
    }

    fn check_count(&self) -> Result<(), ReadError> {
        if self.records + self.skipped > limits::RECORDS {
            return Err(ReadError::TooManyRecords { file: self.file.clone(), limit: limits::RECORDS });
        }
        Ok(())
    }

    /// Reads one record and returns the line where it begins.
    fn read_record(&mut self) -> Result<Option<u64>, ReadError> {
        let from = offset(self.reader.position());
        // A record that cannot be read ends nowhere: the line before it has to do.
        let before = self.first_line - 1 + self.reader.position().line();
        match self.reader.read_record(&mut self.record) {
            Ok(true) => {}
            Ok(false) => return Ok(None),
            Err(_) => return Err(ReadError::RecordUnreadable { file: self.file.clone(), line: before }),
        }
        // Blank lines may come before it, and quoted line ends are within it.
        let within = self.record.as_slice().bytes().filter(|byte| *byte == b'\n').count() as u64;
        let line = (self.first_line - 1 + self.reader.position().line()).saturating_sub(1 + within);
        let length = offset(self.reader.position()).saturating_sub(from);
        if length > limits::FIELD {
            self.check_length(length, line)?;
        }
        Ok(Some(line))
    }

    fn check_length(&self, length: usize, line: u64) -> Result<(), ReadError> {
        let file = || self.file.clone();
        if length > limits::RECORD {
            return Err(ReadError::RecordTooLong { file: file(), line, limit: limits::RECORD / limits::KIB });
        }
        for (index, field) in self.record.iter().enumerate() {
            let name = self.header.names().get(index).map_or("", String::as_str);
            // A photo is dropped, however large.
            if field.len() > limits::FIELD && !name.contains("photo") {
                let (column, limit) = (name.to_owned(), limits::FIELD / limits::KIB);
                return Err(ReadError::FieldTooLong { file: file(), line, column, limit });
            }
        }
        Ok(())
    }
}

/// One row; it gives only what a [`Column`] asks for.
pub(super) struct Row<'r> {
    record: &'r csv::StringRecord,
    header: &'r Header,
    delimiter: u8,
}

impl<'r> Row<'r> {
    /// Returns the raw value of a column; a short row has empty ones at its end, a long one joins its surplus to the last.
    pub fn get(&self, column: Column) -> Cow<'r, str> {
        let mut first = self.record.get(column.0).unwrap_or_default();
        if self.header.protected {
            first = unprotected(first);
        }
        if column.0 + 1 != self.header.names().len() || self.surplus() == 0 {
            return Cow::Borrowed(first);
        }
        let mut joined = first.to_owned();
        for field in self.record.iter().skip(column.0 + 1) {
            joined.push(char::from(self.delimiter));
            joined.push_str(field);
        }
        Cow::Owned(joined)
    }

    /// Returns the column names.
    pub fn header(&self) -> &'r Header {
        self.header
    }

    /// Tells whether a field is of some kind; for the shape of the row only, no value is given out.
    pub fn any(&self, is: impl Fn(&str) -> bool) -> bool {
        self.record.iter().any(is)
    }

    /// Returns how many fields follow the last column, empty ones at the end apart.
    pub fn surplus(&self) -> usize {
        let width = self.header.names().len();
        if self.record.len() <= width {
            return 0;
        }
        let surplus = self.record.iter().skip(width).enumerate();
        surplus.filter(|(_, field)| !field.trim().is_empty()).last().map_or(0, |(index, _)| index + 1)
    }

    /// Returns how many fields the row has, and how many the header has.
    pub fn widths(&self) -> (usize, usize) {
        (self.record.len(), self.header.names().len())
    }
}

/// Takes off the `'` that our own export puts before what a spreadsheet would take for a formula (S-76).
fn unprotected(cell: &str) -> &str {
    let blank = |c: char| (c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n')) || "'\"＇＂".contains(c);
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let protects = |rest: &&str| rest.trim_start_matches(blank).starts_with(formula);
    cell.strip_prefix('\'').filter(protects).unwrap_or(cell)
}

/// Reads the normalised names of the first record, for recognition; at most as many as a header may have.
pub(super) fn first_record(text: &str, delimiter: u8) -> Vec<String> {
    let mut record = csv::StringRecord::new();
    match reader(text.as_bytes(), delimiter).read_record(&mut record) {
        Ok(true) => record.iter().take(limits::COLUMNS + 1).map(header_name).collect(),
        _ => Vec::new(),
    }
}

fn reader<R: Read>(text: R, delimiter: u8) -> csv::Reader<R> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text)
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Table<'_> {
        Table::open("f", Box::new(text.as_bytes()), 1, b',').unwrap()
    }

    #[test]
    fn rows_are_read_by_name_and_secrets_cannot_be() {
        let mut table = open("Name,Secret,Name\nAda,hush,other\n");
        assert_eq!(table.header.column("secret"), None);
        let name = table.header.column("name").unwrap();
        assert_eq!(table.header.duplicates().collect::<Vec<_>>(), ["name"]);
        assert_eq!(table.header.secrets(), ["secret"]);
        let (line, row) = table.next_row(&|| false).unwrap().unwrap();
        assert_eq!((line, &*row.get(name)), (2, "Ada"));
    }

    #[test]
    fn without_a_header_the_first_line_is_a_record() {
        let mut table = Table::open_headless("f", Box::new("Ada,12\nBob,13\n".as_bytes()), 1, b',').unwrap();
        let name = table.header.column("#1").unwrap();
        let mut rows = Vec::new();
        while let Some((line, row)) = table.next_row(&|| false).unwrap() {
            rows.push((line, row.get(name).into_owned()));
        }
        assert_eq!(rows, [(1, "Ada".to_owned()), (2, "Bob".to_owned())]);
    }

    #[test]
    fn lines_are_those_of_the_file() {
        let mut table = open("a,b\n\n\n1,\"x\ny\"\n,\n\n2,z\n");
        let mut lines = Vec::new();
        while let Some((line, _)) = table.next_row(&|| false).unwrap() {
            lines.push(line);
        }
        assert_eq!((lines, table.skipped), (vec![4, 8], 1));
    }

    #[test]
    fn short_and_long_rows_never_shift_columns() {
        let mut table = open("a,b\n1\n1,2,3,4\n1,2,,\n");
        let (a, b) = (table.header.column("a").unwrap(), table.header.column("b").unwrap());
        let mut seen = Vec::new();
        while let Some((_, row)) = table.next_row(&|| false).unwrap() {
            seen.push((row.get(a).into_owned(), row.get(b).into_owned(), row.surplus()));
        }
        let expected = [("1", "", 0), ("1", "2,3,4", 2), ("1", "2", 0)];
        assert_eq!(seen, expected.map(|(a, b, extra)| (a.to_owned(), b.to_owned(), extra)));
    }

    #[test]
    fn s78_limits_are_checked_while_reading() {
        let code = |text: &str| {
            let mut table = match Table::open("f", Box::new(text.as_bytes()), 1, b',') {
                Ok(table) => table,
                Err(error) => return error.code(),
            };
            loop {
                match table.next_row(&|| false) {
                    Ok(Some(_)) => {}
                    Ok(None) => return "read",
                    Err(error) => return error.code(),
                }
            }
        };
        assert_eq!(code(&format!("{}\n", ",".repeat(512))), "import.too_many_columns");
        assert_eq!(code(&format!("a\n{}\n", "x".repeat(70_000))), "import.field_too_long");
        assert_eq!(code(&format!("photo\n{}\n", "x".repeat(70_000))), "read");
        assert_eq!(code(&format!("photo\n{}\n", "x".repeat(1_100_000))), "import.record_too_long");
        assert_eq!(code(&format!("a\n{}", "x\n".repeat(500_001))), "import.too_many_records");
        assert_eq!(code("a\x1B,b\n"), "import.header_control");
    }

    #[test]
    fn reading_stops_when_asked() {
        assert_eq!(open("a\n1\n").next_row(&|| true).err(), Some(ReadError::Stopped));
    }
}
