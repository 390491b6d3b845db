//! The plain records a reading yields.

use std::fmt;

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
        f.debug_set().entries(Field::ALL.iter().filter(|field| self.has(**field))).finish()
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
