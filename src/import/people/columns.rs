//! Column names of the lists of people that telephone systems and directories export as CSV.

use super::super::format::Format;
use super::super::record::PhoneKind;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// What the record is known by; the first that has a value.
    Key,
    /// The name to show.
    Name,
    First,
    Last,
    /// A name where there is no other.
    Fallback,
    Extension,
    /// The context of the extension: one number may stand in several.
    Context,
    Email,
    /// An account name that usually is an address.
    Account,
    /// Addresses joined by `+`, the primary one after `SMTP:` in capitals.
    Proxies,
    Phone(PhoneKind),
    Department,
    Position,
    Organisation,
    Language,
    Groups,
    /// Whether the account works, or does not.
    Enabled(bool),
    /// `sip`, `sccp` or `webrtc`.
    Protocol,
    Mac,
    Model,
    /// Says that the account belongs to somebody else.
    Guest,
    /// Shown, and not stored.
    Shown,
    /// Shown where it is on: a right that is never taken.
    Right,
}

use PhoneKind::{FaxWork, Home, Mobile, Pager, Work};
use Target::{
    Account, Context, Department, Email, Enabled, Extension, Fallback, First, Groups, Guest, Key, Language, Last, Mac,
    Model, Name, Organisation, Phone, Position, Protocol, Proxies, Right, Shown,
};

type Columns = &'static [(&'static str, Target)];

/// Returns the columns of a format, by their normalised names.
pub(super) fn of(format: Format) -> Columns {
    match format {
        Format::WazoUsers => WAZO,
        Format::ThreeCx => THREE_CX,
        Format::Switchvox => SWITCHVOX,
        Format::FusionPbx => FUSION_PBX,
        Format::BroadWorks => BROADWORKS,
        Format::FreepbxUserman => USER_MANAGER,
        Format::EntraUsers => ENTRA,
        Format::M365Export => M365,
        Format::M365Template => M365_TEMPLATE,
        Format::GoogleWorkspace => GOOGLE,
        Format::RedmineUsers => REDMINE,
        Format::GuichetUsers => GUICHET,
        _ => &[],
    }
}

/// What a column mapped by hand holds.
pub(super) fn target(field: &str) -> Target {
    match field {
        "key" => Key,
        "display_name" => Name,
        "first_name" => First,
        "last_name" => Last,
        "extension" => Extension,
        "email" => Email,
        "mobile" => Phone(Mobile),
        "phone" => Phone(Work),
        "department" => Department,
        "position" => Position,
        "language" => Language,
        "groups" => Groups,
        _ => Shown,
    }
}

#[rustfmt::skip]
const GUICHET: Columns = &[
    ("id", Key), ("display_name", Name), ("first_name", First), ("last_name", Last), ("position", Position),
    ("email", Email), ("extension", Extension), ("mobile", Phone(Mobile)), ("department", Department),
    ("access_type", Shown), ("supervisor_level", Shown), ("role", Shown), ("agent_addon", Right),
    ("permissions.web_access", Right), ("uc_client", Right), ("crm_addon", Right),
];

#[rustfmt::skip]
const WAZO: Columns = &[
    ("uuid", Key), ("firstname", First), ("lastname", Last), ("email", Email), ("voicemail_email", Email),
    ("exten", Extension), ("context", Context), ("mobile_phone_number", Phone(Mobile)), ("language", Language),
    ("enabled", Enabled(true)), ("line_protocol", Protocol), ("userfield", Shown), ("call_permissions", Shown),
    ("incall_exten", Shown), ("outgoing_caller_id", Shown),
];

#[rustfmt::skip]
const THREE_CX: Columns = &[
    ("number", Extension), ("firstname", First), ("lastname", Last), ("emailaddress", Email),
    ("mobilenumber", Phone(Mobile)), ("disabled", Enabled(false)), ("mac_0", Mac), ("phonemodel14", Model),
    ("did", Shown), ("outboundcallerid", Shown), ("queuestatus", Shown), ("dontshowextinphbk", Right),
    ("managementaccess", Right), ("reporteraccess", Right), ("wallboardaccess", Right), ("canseerecordings", Right),
    ("candeleterecordings", Right), ("voipadmin", Right), ("sysadmin", Right), ("phonesysadmin", Right),
    ("allowallrecordings", Right),
];

#[rustfmt::skip]
const SWITCHVOX: Columns = &[
    ("ext", Extension), ("fname", First), ("lname", Last), ("email", Email), ("title", Position),
    ("location", Shown), ("mac_address", Mac),
];

#[rustfmt::skip]
const FUSION_PBX: Columns = &[
    ("extension_uuid", Key), ("extension", Extension), ("number_alias", Extension),
    ("directory_first_name", First), ("directory_last_name", Last),
    ("effective_caller_id_name", Fallback), ("description", Fallback), ("call_group", Groups),
    ("user_context", Shown), ("enabled", Enabled(true)), ("outbound_caller_id_number", Shown),
];

#[rustfmt::skip]
const BROADWORKS: Columns = &[
    ("userid", Key), ("firstname", First), ("lastname", Last), ("extension", Extension), ("emailaddress", Email),
    ("mobilephonenumber", Phone(Mobile)), ("title", Position), ("language", Language), ("groupid", Shown),
    ("addresslocation", Shown),
];

#[rustfmt::skip]
const USER_MANAGER: Columns = &[
    ("username", Key), ("default_extension", Extension), ("displayname", Name), ("fname", First), ("lname", Last),
    ("description", Fallback), ("title", Position), ("company", Organisation), ("department", Department),
    ("email", Email), ("cell", Phone(Mobile)), ("work", Phone(Work)), ("home", Phone(Home)), ("fax", Phone(FaxWork)),
];

#[rustfmt::skip]
const ENTRA: Columns = &[
    ("objectid", Key), ("id", Key), ("userprincipalname", Account), ("displayname", Name), ("givenname", First),
    ("surname", Last), ("mail", Email), ("usertype", Guest), ("jobtitle", Position), ("department", Department),
    ("companyname", Organisation), ("accountenabled", Enabled(true)), ("telephonenumber", Phone(Work)),
    ("mobile", Phone(Mobile)), ("mobilephone", Phone(Mobile)), ("physicaldeliveryofficename", Shown),
    ("officelocation", Shown),
];

#[rustfmt::skip]
const M365: Columns = &[
    ("object id", Key), ("user principal name", Account), ("display name", Name), ("first name", First),
    ("last name", Last), ("proxy addresses", Proxies), ("title", Position), ("department", Department),
    ("block credential", Enabled(false)), ("phone number", Phone(Work)), ("mobile phone", Phone(Mobile)),
    ("fax", Phone(FaxWork)), ("office", Shown), ("licenses", Shown),
];

#[rustfmt::skip]
const M365_TEMPLATE: Columns = &[
    ("user name", Account), ("display name", Name), ("first name", First), ("last name", Last),
    ("job title", Position), ("department", Department), ("office phone", Phone(Work)),
    ("mobile phone", Phone(Mobile)), ("fax", Phone(FaxWork)), ("office number", Shown),
];

#[rustfmt::skip]
const GOOGLE: Columns = &[
    ("email address", Email), ("first name", First), ("last name", Last), ("employee title", Position),
    ("department", Department), ("org unit path", Department), ("work phone", Phone(Work)),
    ("home phone", Phone(Home)), ("mobile phone", Phone(Mobile)), ("status", Enabled(true)), ("building id", Shown),
    ("pager", Phone(Pager)),
];

#[rustfmt::skip]
const REDMINE: Columns = &[
    ("login", Key), ("firstname", First), ("lastname", Last), ("mail", Email), ("phone_number", Phone(Work)),
    ("status", Enabled(true)), ("admin", Right),
];
