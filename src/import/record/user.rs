//! A user as a telephone system tells it, and the fields that a file may have a column for.

use std::fmt;

use crate::import::pack::{Pack, pack_struct};

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
    /// `first_name`
    FirstName,
    /// `last_name`
    LastName,
    /// `position`
    Position,
    /// `mobile`
    Mobile,
    /// `department`
    Department,
    /// `disabled`
    Disabled,
}

impl Field {
    const ALL: [Self; 14] = [
        Self::DisplayName,
        Self::Email,
        Self::Extension,
        Self::Language,
        Self::Devices,
        Self::Queues,
        Self::Groups,
        Self::Mobiles,
        Self::FirstName,
        Self::LastName,
        Self::Position,
        Self::Mobile,
        Self::Department,
        Self::Disabled,
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

impl Pack for FieldSet {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
    }

    fn unpack(from: &mut &[u8]) -> Option<Self> {
        u16::unpack(from).map(Self)
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// Position.
    pub position: Option<String>,
    /// Mobile number, as typed.
    pub mobile: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Whether the telephone system says that the user is disabled.
    pub disabled: bool,
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

pack_struct!(DeviceRecord { id, tech, mac, webrtc });
pack_struct!(UserRecord {
    key,
    file,
    line,
    display_name,
    first_name,
    last_name,
    email,
    extension,
    position,
    mobile,
    department,
    disabled,
    language,
    devices,
    queues,
    groups_proposed,
    mobiles_proposed,
    shown,
    columns,
});
