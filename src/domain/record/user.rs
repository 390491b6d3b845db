//! Users of the phone system and of the portal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, flags, record};
use crate::domain::catalogue::Key;
use crate::domain::id::{ApplicationId, EntryNo, GroupId, RoleId, SiteId, UserId, WorkspaceId};
use crate::domain::norm::{email_key, fold};
use crate::domain::time::Time;
use crate::domain::value::{AccessType, Client, Level, Source, Status, SupervisorLevel};

/// A device of a user, as the phone system names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// The phone system's name of it, such as `PJSIP/200`.
    pub id: String,
    /// Model or technology, where known.
    pub model: Option<String>,
    /// Whether it is enabled for WebRTC (U-58).
    pub webrtc: bool,
}

/// One client of the softphone with the device it registers as (U-57).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SoftphoneClient {
    /// The device; none once it has gone.
    pub device: Option<String>,
}

/// What a feed last said of a user: its key there, and the values imported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedLink {
    /// The key of the record in the feed.
    pub key: String,
    /// Field to value, as last imported; a file is compared with these.
    pub last: BTreeMap<String, serde_json::Value>,
}

/// A right of an application, written `4/read`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AppRight {
    /// The application.
    pub application: ApplicationId,
    /// The name of the right.
    pub right: String,
}

impl fmt::Display for AppRight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.application.0, self.right)
    }
}

impl FromStr for AppRight {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (application, right) = text.split_once('/').ok_or(())?;
        Ok(Self { application: ApplicationId(application.parse().map_err(|_| ())?), right: right.to_owned() })
    }
}

/// A user, with everything they can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// Its number.
    #[serde(skip)]
    pub id: UserId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// The name shown (U-08).
    pub display_name: String,
    /// First name.
    pub first_name: Option<String>,
    /// Last name.
    pub last_name: Option<String>,
    /// Position.
    pub position: Option<String>,
    /// E-mail address; the login name of the portal (U-09).
    pub email: Option<String>,
    /// Login identifier (T-05).
    pub login: Option<String>,
    /// Extension number, from the phone system (U-19).
    pub extension: Option<String>,
    /// Mobile number.
    pub mobile: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Language.
    pub language: Option<String>,
    /// The site; without one only holders of all sites reach the user.
    pub site: Option<SiteId>,
    /// From the phone system, or made by hand.
    pub source: Source,
    /// The feeds that know this user.
    pub feed: BTreeMap<String, FeedLink>,
    /// Invited, active or disabled.
    pub status: Status,
    /// Whether a user made by hand was ever marked active: what enabling comes back to, and what keeps the record.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub was_active: bool,
    /// Since when the feed no longer has this user.
    pub absent_since: Option<Time>,
    /// Queues, from the phone system.
    pub queues: Vec<String>,
    /// The role given by the owner (U-06).
    pub role: Option<RoleId>,
    /// The access licence (U-13).
    pub access_type: AccessType,
    /// The agent add-on (U-16).
    pub agent_addon: bool,
    /// The supervisor level (U-20).
    pub supervisor_level: SupervisorLevel,
    /// The portal permissions held (U-29 to U-39).
    #[serde(with = "flags")]
    pub permissions: BTreeSet<Key>,
    /// The UC client (U-52).
    pub uc_client: bool,
    /// The CRM add-on (U-53).
    pub crm_addon: bool,
    /// The softphone's clients (U-56).
    pub softphone: BTreeMap<Client, SoftphoneClient>,
    /// Devices, from the phone system.
    pub devices: Vec<Device>,
    /// Groups (U-61).
    #[serde(with = "flags")]
    pub groups: BTreeSet<GroupId>,
    /// The primary group, one of the groups (U-63).
    pub primary_group: Option<GroupId>,
    /// Workspaces and how far each is reached (U-67).
    pub workspaces: BTreeMap<WorkspaceId, Level>,
    /// Rights of applications that are on (T-07).
    #[serde(with = "flags")]
    pub applications: BTreeSet<AppRight>,
    /// What administrators note about it.
    pub note: Option<String>,
}

impl User {
    /// Whether the user is portal-only: made by hand (U-07).
    pub fn is_portal_only(&self) -> bool {
        self.source == Source::Manual
    }

    /// The rank held of a catalogue entry of the portal and licence families.
    pub fn rank(&self, key: &str) -> u8 {
        match key {
            "access_type" => self.access_type as u8,
            "agent_addon" => u8::from(self.agent_addon),
            "supervisor_level" => self.supervisor_level as u8,
            "uc_client" => u8::from(self.uc_client),
            "crm_addon" => u8::from(self.crm_addon),
            "softphone" => u8::from(!self.softphone.is_empty()),
            permission => u8::from(self.permissions.contains(permission)),
        }
    }
}

impl User {
    fn lookup_keys(&self) -> Vec<(Lookup, String)> {
        let mut keys = vec![(Lookup::Name, fold(&self.display_name))];
        keys.extend(self.email.as_deref().map(|email| (Lookup::Email, email_key(email))));
        keys.extend(self.extension.clone().map(|extension| (Lookup::Extension, extension)));
        keys.extend(self.login.as_deref().map(|login| (Lookup::Login, fold(login))));
        keys.extend(self.feed.iter().map(|(feed, link)| (Lookup::Feed, format!("{feed}:{}", link.key))));
        keys
    }
}

record!(User, User, UserId, label: |u| u.display_name.clone(), home: |u| Home::Site(u.site), keys: User::lookup_keys);
