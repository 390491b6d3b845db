//! What a reading is given, and what it yields besides records.

use super::encoding::Encoding;
use super::family::Family;
use super::freepbx_groups::GroupRow;
use super::mapping::Mapping;
use super::message::{Caution, Refusal};
use super::record::{ContactRecord, PersonRecord, TicketRecord, UserRecord};

/// One file to read: its bytes, and a name that serves in messages only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Name shown in messages; the format is never guessed from it.
    pub name: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// What the person chose instead of what is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Encoding of every file, or recognised when absent.
    pub encoding: Option<Encoding>,
    /// Delimiter of every CSV file, or recognised when absent.
    pub delimiter: Option<u8>,
    /// Which column is which field, for lists of people that are not recognised.
    pub mapping: Option<Mapping>,
}

/// What was recognised of one file, and what was left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Name as given.
    pub name: String,
    /// Format id, such as `freepbx-extensions`.
    pub format: &'static str,
    /// Encoding the text was read with.
    pub encoding: Encoding,
    /// Whether the encoding is a guess the person should confirm.
    pub encoding_guessed: bool,
    /// Delimiter of a CSV file.
    pub delimiter: Option<u8>,
    /// Records seen: non-empty rows, or users, mailboxes and queues.
    pub records: u64,
    /// Names of the columns that are not imported, secrets apart.
    pub ignored_columns: Vec<String>,
    /// Names of the columns whose values were discarded because they hold secrets.
    pub secret_columns: Vec<String>,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the file in the reading.
    pub file: usize,
    /// Line, from 1; absent when the whole file is meant.
    pub line: Option<u64>,
    /// Name of the column or setting.
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    pub(super) fn file(file: usize) -> Self {
        Self { file, line: None, column: None }
    }

    /// A line of a file.
    pub(super) fn line(file: usize, line: u64) -> Self {
        Self { file, line: Some(line), column: None }
    }

    /// A column of that line.
    pub(super) fn column(mut self, name: impl Into<String>) -> Self {
        self.column = Some(name.into());
        self
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = Vec::new();
        args.extend(self.line.map(|line| ("line", line.to_string())));
        args.extend(self.column.clone().map(|column| ("column", column)));
        args
    }
}

/// A record that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it stands.
    pub place: Place,
    /// Why.
    pub reason: Refusal,
}

impl Refused {
    /// Returns the stable code of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// Returns `line` and `column` where known, then the arguments of the reason.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = self.place.args();
        args.extend(self.reason.args());
        args
    }
}

/// Something that deserves attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub caution: Caution,
}

impl Warning {
    /// Returns the stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.caution.code()
    }

    /// Returns `line` and `column` where known, then the arguments of the caution.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = self.place.args();
        args.extend(self.caution.args());
        args
    }
}

/// Everything a set of files says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Family of all the files.
    pub family: Family,
    /// One report per file, in the order given.
    pub files: Vec<FileReport>,
    /// Users, in the order of the files; telephone systems only. Each is given back as soon as it has been judged.
    pub users: Vec<Box<UserRecord>>,
    /// People of a directory, in the order of the files.
    pub people: Vec<PersonRecord>,
    /// Contacts, in the order of the files.
    pub contacts: Vec<ContactRecord>,
    /// Tickets, in the order of the files.
    pub tickets: Vec<TicketRecord>,
    /// Groups whose members are still to be found.
    pub(super) groups: Vec<GroupRow>,
    /// Records that were refused.
    pub refused: Vec<Refused>,
    /// Empty rows, or configuration sections that are no user.
    pub skipped: u64,
    /// What deserves attention.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// A reading of files of which nothing is read yet.
    pub(super) fn new(family: Family, files: Vec<FileReport>) -> Self {
        Self {
            family,
            files,
            users: Vec::new(),
            people: Vec::new(),
            contacts: Vec::new(),
            tickets: Vec::new(),
            groups: Vec::new(),
            refused: Vec::new(),
            skipped: 0,
            warnings: Vec::new(),
        }
    }

    /// Adds a warning about a place.
    pub(super) fn warn(&mut self, place: Place, caution: Caution) {
        self.warnings.push(Warning { place, caution });
    }
}
