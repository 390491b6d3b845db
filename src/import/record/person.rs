//! A person as a directory tells it.

use super::contact::{AddressRecord, PhoneKind};
use super::user::FieldSet;
use crate::import::pack::pack_struct;

/// A person of a directory: enriches a user who is there, and makes none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonRecord {
    /// Key of the record inside its feed.
    pub key: String,
    /// Index of the file in the reading.
    pub file: usize,
    /// Line where the record begins, from 1.
    pub line: u64,
    /// Name to show.
    pub display_name: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// E-mail address, domain in lower case.
    pub email: Option<String>,
    /// Mobile number, as typed.
    pub mobile: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// Organisation.
    pub organisation: Option<String>,
    /// Extension that the directory of a telephone system gives: its user is this person.
    pub extension: Option<String>,
    /// Numbers of the desk, whose ends may be an extension.
    pub numbers: Vec<String>,
    /// Every phone number, as typed.
    pub phones: Vec<(PhoneKind, String)>,
    /// Postal addresses.
    pub addresses: Vec<AddressRecord>,
    /// What the directory says besides, by name: shown and not stored.
    pub shown: Vec<(String, String)>,
    /// Whether the key is the id of a user: the record is of our own export.
    pub own: bool,
    /// Fields the file has a column for.
    pub columns: FieldSet,
}

pack_struct!(PersonRecord {
    key,
    file,
    line,
    display_name,
    first_name,
    last_name,
    email,
    mobile,
    department,
    position,
    organisation,
    extension,
    numbers,
    phones,
    addresses,
    shown,
    own,
    columns,
});
