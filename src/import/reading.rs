//! What a reading is given, and what it yields besides records.

use super::encoding::Encoding;
use super::family::{Family, Nature};
use super::groups::Groups;
use super::limits;
use super::mapping::Mapping;
use super::message::{Caution, ReadError};
use super::pile::{Pile, Piled};
use super::place::{Place, Refused, Warning};
use super::record::{ContactRecord, PersonRecord, TicketRecord, UserRecord};
use super::spool::Aside;

/// What the person chose instead of what is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Encoding of every file, or recognised when absent.
    pub encoding: Option<Encoding>,
    /// Delimiter of every CSV file, or recognised when absent.
    pub delimiter: Option<u8>,
    /// Which column is which field, for lists of people that are not recognised.
    pub mapping: Option<Mapping>,
    /// Where records are set aside once they are many.
    pub aside: Aside,
}

/// What was recognised of one file, and what was left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Name as given.
    pub name: String,
    /// Format id, such as `freepbx-extensions`.
    pub format: &'static str,
    /// What its records become.
    pub nature: Nature,
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

/// Everything a set of files says.
#[derive(Debug)]
pub struct Reading {
    /// Family of all the files.
    pub family: Family,
    /// One report per file, in the order given.
    pub files: Vec<FileReport>,
    /// Users, in the order of the files; telephone systems only.
    pub users: Pile<UserRecord>,
    /// People of a directory, in the order of the files.
    pub people: Pile<PersonRecord>,
    /// Contacts, in the order of the files.
    pub contacts: Pile<ContactRecord>,
    /// Tickets, in the order of the files.
    pub tickets: Pile<TicketRecord>,
    /// The groups that a list of its own gives to people.
    pub(super) groups: Groups,
    /// Records that were refused.
    pub refused: Vec<Refused>,
    /// Empty rows, or configuration sections that are no user.
    pub skipped: u64,
    /// What deserves attention.
    pub warnings: Vec<Warning>,
}

impl Reading {
    /// A reading of files of which nothing is read yet.
    pub(super) fn new(family: Family, files: Vec<FileReport>, aside: &Aside) -> Self {
        Self {
            family,
            files,
            users: Pile::new(aside),
            people: Pile::new(aside),
            contacts: Pile::new(aside),
            tickets: Pile::new(aside),
            groups: Groups::default(),
            refused: Vec::new(),
            skipped: 0,
            warnings: Vec::new(),
        }
    }

    /// People of a directory, each with the groups that a list of its own gives them.
    ///
    /// # Errors
    /// Where they cannot be read back.
    pub fn people(&self) -> impl Iterator<Item = Result<PersonRecord, ReadError>> {
        self.people.iter().map(|person| {
            let mut person = person?;
            let groups = self.groups.of(&person.key);
            person.shown.extend(groups.map(|group| ("groups".to_owned(), group.to_owned())));
            Ok(person)
        })
    }

    /// Bytes of records held in memory.
    pub fn held(&self) -> usize {
        self.users.held() + self.people.held() + self.contacts.held() + self.tickets.held()
    }

    /// Keeps a user, or says why the record is refused.
    pub(super) fn user(&mut self, user: Result<UserRecord, Refused>) -> Result<(), ReadError> {
        keep(&mut self.users, &mut self.refused, user)
    }

    /// Keeps a person, or says why the record is refused.
    pub(super) fn person(&mut self, person: Result<PersonRecord, Refused>) -> Result<(), ReadError> {
        keep(&mut self.people, &mut self.refused, person)
    }

    /// Keeps a contact, or says why the record is refused.
    pub(super) fn contact(&mut self, contact: Result<ContactRecord, Refused>) -> Result<(), ReadError> {
        keep(&mut self.contacts, &mut self.refused, contact)
    }

    /// Keeps a ticket, or says why the record is refused.
    pub(super) fn ticket(&mut self, ticket: Result<TicketRecord, Refused>) -> Result<(), ReadError> {
        keep(&mut self.tickets, &mut self.refused, ticket)
    }

    /// Adds a warning about a place.
    pub(super) fn warn(&mut self, place: Place, caution: Caution) {
        self.warnings.push(Warning { place, caution });
    }
}

fn keep<T: Piled>(pile: &mut Pile<T>, refused: &mut Vec<Refused>, record: Result<T, Refused>) -> Result<(), ReadError> {
    match record {
        Ok(record) => pile.push(&record),
        Err(reason) => refuse(refused, reason),
    }
}

/// Adds a record that is refused, unless there are too many.
pub(super) fn refuse(refused: &mut Vec<Refused>, reason: Refused) -> Result<(), ReadError> {
    if refused.len() >= limits::REFUSED {
        return Err(ReadError::TooManyRefused { limit: limits::REFUSED });
    }
    refused.push(reason);
    Ok(())
}
