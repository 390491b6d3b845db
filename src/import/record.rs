//! The plain records a reading yields, and what it is given.

use std::fmt;

use super::bytes::Encoding;
use super::message::{Caution, Refusal};

/// One file to read: its bytes, and a name that serves in messages only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Name shown in messages; the format is never guessed from it.
    pub name: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// What the person chose instead of what is recognised.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Encoding of every file, or recognised when absent.
    pub encoding: Option<Encoding>,
    /// Delimiter of every CSV file, or recognised when absent.
    pub delimiter: Option<u8>,
}

/// A family of formats; the files of one import are all of one family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// FreePBX Bulk Handler exports.
    Freepbx,
    /// Asterisk configuration files, read as one set.
    Asterisk,
    /// Contacts of mail programs.
    Contacts,
}

impl Family {
    /// Returns the stable name, which is also the default name of a feed.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Freepbx => "freepbx",
            Self::Asterisk => "asterisk",
            Self::Contacts => "contacts",
        }
    }
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

/// A field of a user that a file may have a column for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Field {
    /// `display_name`
    DisplayName,
    /// `email`
    Email,
    /// `extension`
    Extension,
    /// `language`
    Language,
    /// `devices`
    Devices,
    /// `queues`
    Queues,
    /// `groups_proposed`
    Groups,
    /// `mobiles_proposed`
    Mobiles,
}

impl Field {
    const ALL: [Self; 8] = [
        Self::DisplayName,
        Self::Email,
        Self::Extension,
        Self::Language,
        Self::Devices,
        Self::Queues,
        Self::Groups,
        Self::Mobiles,
    ];
}

/// The fields a file has a column for: an absent field leaves the stored value alone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct FieldSet(u16);

impl FieldSet {
    /// Adds a field.
    #[must_use]
    pub fn with(self, field: Field) -> Self {
        Self(self.0 | 1 << field as u8)
    }

    /// Adds a field when the condition holds.
    #[must_use]
    pub fn with_if(self, field: Field, condition: bool) -> Self {
        if condition { self.with(field) } else { self }
    }

    /// Tells whether the field is there.
    #[must_use]
    pub fn has(self, field: Field) -> bool {
        self.0 & (1 << field as u8) != 0
    }
}

impl fmt::Debug for FieldSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set()
            .entries(Field::ALL.iter().filter(|field| self.has(**field)))
            .finish()
    }
}

/// A telephone or a browser of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceRecord {
    /// Identity on the switch, such as `PJSIP/1107`.
    pub id: String,
    /// Technology: `pjsip`, `sip`, `iax2`, `dahdi` or `custom`.
    pub tech: String,
    /// Hardware address, `00:19:15:9B:F7:71`, when the switch knows it.
    pub mac: Option<String>,
    /// Whether the device is a browser.
    pub webrtc: bool,
}

/// A user as a telephone system tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserRecord {
    /// Key of the record inside its feed.
    pub key: String,
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the record begins, from 1.
    pub line: u64,
    /// Name as shown on telephones.
    pub display_name: String,
    /// First name, when the file tells it apart.
    pub first_name: Option<String>,
    /// Last name, when the file tells it apart.
    pub last_name: Option<String>,
    /// First e-mail address, domain in lower case.
    pub email: Option<String>,
    /// Extension number, as text: `0012` is not `12`.
    pub extension: Option<String>,
    /// Mobile number, as typed.
    pub mobile: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Language code, as written in the file.
    pub language: Option<String>,
    /// Devices, in the order of the file.
    pub devices: Vec<DeviceRecord>,
    /// Queues the user answers.
    pub queues: Vec<String>,
    /// Groups proposed by the file; the person confirms.
    pub groups_proposed: Vec<String>,
    /// Outside numbers of the follow-me list; the person confirms.
    pub mobiles_proposed: Vec<String>,
    /// Columns shown and not stored, by name.
    pub shown: Vec<(String, String)>,
    /// Fields the file has a column for.
    pub columns: FieldSet,
}

/// What a phone number is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneKind {
    /// Desk telephone.
    Work,
    /// Mobile telephone.
    Mobile,
    /// Home telephone.
    Home,
    /// Fax at work.
    FaxWork,
    /// Fax at home.
    FaxHome,
    /// Switchboard.
    Main,
    /// Pager.
    Pager,
    /// Anything else.
    Other,
}

impl PhoneKind {
    /// Returns the stable name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Mobile => "mobile",
            Self::Home => "home",
            Self::FaxWork => "fax_work",
            Self::FaxHome => "fax_home",
            Self::Main => "main",
            Self::Pager => "pager",
            Self::Other => "other",
        }
    }
}

/// A postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AddressRecord {
    /// Street; may hold several lines.
    pub street: Option<String>,
    /// Town.
    pub town: Option<String>,
    /// Region or state.
    pub region: Option<String>,
    /// Postal code.
    pub postcode: Option<String>,
    /// Country.
    pub country: Option<String>,
}

/// A contact as a mail program tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactRecord {
    /// Hash of the normalised name, the first e-mail and the first phone.
    pub key: String,
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the record begins, from 1.
    pub line: u64,
    /// Name to show.
    pub name: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Position in the organisation.
    pub position: Option<String>,
    /// E-mail addresses, the primary one first.
    pub emails: Vec<String>,
    /// Phone numbers as typed, the primary one first.
    pub phones: Vec<(PhoneKind, String)>,
    /// Postal addresses.
    pub addresses: Vec<AddressRecord>,
    /// Groups or labels.
    pub groups: Vec<String>,
    /// Note; may hold several lines.
    pub note: Option<String>,
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
        Self {
            file,
            line: None,
            column: None,
        }
    }

    /// A line of a file.
    pub(super) fn line(file: usize, line: u64) -> Self {
        Self {
            file,
            line: Some(line),
            column: None,
        }
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
    /// Users, in the order of the files; telephone systems only.
    pub users: Vec<UserRecord>,
    /// Contacts, in the order of the files.
    pub contacts: Vec<ContactRecord>,
    /// Records that were refused.
    pub refused: Vec<Refused>,
    /// Empty rows, or configuration sections that are no user.
    pub skipped: u64,
    /// What deserves attention.
    pub warnings: Vec<Warning>,
}
