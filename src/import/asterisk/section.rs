//! Sections and settings as written, without the secrets.

use std::collections::BTreeSet;

use super::super::place::Warning;
use super::setting::Key;

/// One setting.
#[derive(Debug)]
pub(super) struct Entry {
    pub key: Key,
    pub value: String,
}

/// A mailbox line without its PIN.
#[derive(Debug)]
pub(super) struct MailboxLine {
    pub number: String,
    pub name: String,
    pub email: String,
    pub line: u64,
}

/// A section as written.
#[derive(Debug, Default)]
pub(super) struct Section {
    pub name: String,
    pub file: usize,
    pub line: u64,
    /// Marked `(!)`: other sections inherit from it, and it is nothing itself.
    pub template: bool,
    /// Marked `(+)`: its settings belong to an earlier section.
    pub append: bool,
    pub inherits: Vec<String>,
    pub entries: Vec<Entry>,
    pub mailboxes: Vec<MailboxLine>,
    /// Whether a password stood there; the password itself is gone.
    pub authenticated: bool,
}

/// A file as written.
#[derive(Default)]
pub(super) struct Conf {
    pub sections: Vec<Section>,
    /// Included paths, with their lines.
    pub includes: Vec<(String, u64)>,
    pub warnings: Vec<Warning>,
    pub secrets: BTreeSet<String>,
    pub ignored: BTreeSet<String>,
    /// Whether a dial plan stands there.
    pub dialplan: bool,
    /// Whether settings of IAX2 stand there.
    pub iax: bool,
    /// Bytes of memory that the sections take, about.
    pub held: usize,
}

impl Conf {
    /// Begins a section.
    pub fn begin(&mut self, section: Section) {
        self.held += size_of::<Section>() + section.name.len();
        self.sections.push(section);
    }
}

/// What a text takes beside its own bytes, about.
const ALLOCATED: usize = 16;

impl Entry {
    /// Bytes of memory that it takes, about.
    pub fn held(&self) -> usize {
        size_of::<Self>() + ALLOCATED + self.value.len()
    }
}

impl MailboxLine {
    /// Bytes of memory that it takes, about.
    pub fn held(&self) -> usize {
        size_of::<Self>() + 3 * ALLOCATED + self.number.len() + self.name.len() + self.email.len()
    }
}
