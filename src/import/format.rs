//! The formats that are recognised, read or not.

use super::family::Family;
use super::message::ReadError;

macro_rules! formats {
    ($($(#[$meta:meta])* $variant:ident => $id:literal,)+) => {
        /// A recognised format.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Format { $($(#[$meta])* $variant),+ }

        impl Format {
            /// Returns the stable id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }
    };
}

formats! {
    FreepbxBulkext => "freepbx-bulkext",
    FreepbxDids => "freepbx-dids",
    FreepbxTrunks => "freepbx-trunks",
    FreepbxExtensions => "freepbx-extensions",
    FreepbxUserman => "freepbx-userman",
    FreepbxGroups => "freepbx-groups",
    FreepbxContacts => "freepbx-contacts",
    ThreeCx => "3cx-extensions",
    WazoUsers => "wazo-users",
    FusionPbx => "fusionpbx-extensions",
    FreeSwitch => "freeswitch-directory",
    Switchvox => "switchvox-extensions",
    CucmPhones => "cucm-phones",
    CucmUsers => "cucm-users",
    BroadWorks => "broadworks-bulk",
    AsteriskConf => "asterisk-conf",
    EntraUsers => "entra-users",
    EntraTemplate => "entra-create-template",
    M365Export => "m365-export",
    M365Template => "m365-template",
    GoogleWorkspace => "google-workspace",
    GoogleContacts => "google-contacts",
    OutlookContacts => "outlook-contacts",
    ThunderbirdContacts => "thunderbird-contacts",
    Vcard => "vcard",
    Ldif => "ldif",
    LdifContacts => "ldif-contacts",
    Csvde => "csvde",
    KeycloakRealm => "keycloak-realm",
    GlpiTickets => "glpi-tickets",
    OsTicket => "osticket-tickets",
    RtTickets => "rt-tickets",
    OtrsTicket => "otrs-ticket",
    ZammadTickets => "zammad-tickets",
    DjangoHelpdesk => "django-helpdesk-dump",
    RedmineIssues => "redmine-issues",
    RedmineUsers => "redmine-users",
    GuichetUsers => "guichet-users",
    GuichetContacts => "guichet-contacts",
    Mapped => "mapped",
    MappedPeople => "mapped-people",
}

impl Format {
    /// Returns the family of a format that is read, or why it is not.
    pub fn family(self, file: &str) -> Result<Family, ReadError> {
        let file = || file.to_owned();
        match self {
            Self::FreepbxExtensions | Self::FreepbxBulkext => Ok(Family::Freepbx),
            Self::FreepbxUserman | Self::FreepbxGroups => Ok(Family::FreepbxUsers),
            Self::AsteriskConf => Ok(Family::Asterisk),
            Self::WazoUsers => Ok(Family::Wazo),
            Self::Switchvox => Ok(Family::Switchvox),
            Self::FreeSwitch => Ok(Family::FreeSwitch),
            Self::FusionPbx => Ok(Family::FusionPbx),
            Self::ThreeCx => Ok(Family::ThreeCx),
            Self::BroadWorks => Ok(Family::BroadWorks),
            Self::Ldif | Self::Csvde => Ok(Family::Ldap),
            Self::KeycloakRealm => Ok(Family::Keycloak),
            Self::EntraUsers | Self::M365Export | Self::M365Template => Ok(Family::Microsoft),
            Self::GoogleWorkspace => Ok(Family::Google),
            Self::RedmineUsers => Ok(Family::RedmineUsers),
            Self::GuichetUsers => Ok(Family::Guichet),
            Self::GuichetContacts => Ok(Family::GuichetContacts),
            Self::Mapped => Ok(Family::Mapped),
            Self::MappedPeople => Ok(Family::MappedPeople),
            Self::GoogleContacts
            | Self::OutlookContacts
            | Self::ThunderbirdContacts
            | Self::FreepbxContacts
            | Self::Vcard
            | Self::LdifContacts => Ok(Family::Contacts),
            Self::GlpiTickets => Ok(Family::Glpi),
            Self::RedmineIssues => Ok(Family::Redmine),
            Self::DjangoHelpdesk => Ok(Family::Helpdesk),
            Self::FreepbxDids => Err(ReadError::InboundRoutes { file: file() }),
            Self::FreepbxTrunks => Err(ReadError::TrunkList { file: file() }),
            Self::EntraTemplate => Err(ReadError::PasswordTemplate { file: file() }),
            other => Err(ReadError::NotRead { file: file(), format: other.id() }),
        }
    }
}
