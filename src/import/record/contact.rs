//! The plain records of people outside the telephone system.

use crate::import::pack::{pack_enum, pack_struct};

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
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Work, Self::Mobile, Self::Home, Self::FaxWork, Self::FaxHome, Self::Main, Self::Pager, Self::Other];

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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// What the file says besides, by name: shown and not stored.
    pub shown: Vec<(String, String)>,
    /// The fields that our own export has a column for, whose key is the id of a contact; none in files of others.
    pub own: Vec<String>,
}

pack_enum!(PhoneKind { Work, Mobile, Home, FaxWork, FaxHome, Main, Pager, Other });
pack_struct!(AddressRecord { street, town, region, postcode, country });
pack_struct!(ContactRecord {
    key,
    file,
    line,
    name,
    first_name,
    last_name,
    organisation,
    position,
    emails,
    phones,
    addresses,
    groups,
    note,
    shown,
    own,
});
