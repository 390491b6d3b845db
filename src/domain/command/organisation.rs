//! Commands on the organisation, its sites, groups, workspaces and applications.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

use super::{Given, Ref, given, once};
use crate::domain::record::Seat;
use crate::domain::value::{Formula, FourEyes, SeatLimit};

/// Changes the name and the settings that are given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetOrganisation {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is subscribed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Formula>,
    /// The VoIP service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voip: Option<bool>,
    /// Whether a requester may approve their own ticket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub four_eyes: Option<FourEyes>,
    /// Seats bought, by kind; `null` takes the number away.
    #[serde(default, deserialize_with = "once", skip_serializing_if = "Option::is_none")]
    pub seats: Option<BTreeMap<Seat, Option<u32>>>,
    /// What a plan beyond the seats does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seat_limit: Option<SeatLimit>,
    /// Shortest password, 8 to 64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password_min_length: Option<u32>,
    /// Minutes until the console locks, 1 to 15.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_lock_minutes: Option<u32>,
    /// Whom to ask about general matters.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub help_general: Given<String>,
    /// Whom to ask about technical matters.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub help_technical: Given<String>,
}

/// Makes a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSite {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// Changes a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSite {
    /// The site.
    pub site: Ref,
    /// A new code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Where it is.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub address: Given<String>,
}

/// Deletes a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteSite {
    /// The site.
    pub site: Ref,
}

/// Makes a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateGroup {
    /// Its name.
    pub name: String,
}

/// Renames a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateGroup {
    /// The group.
    pub group: Ref,
    /// A new name.
    pub name: String,
}

/// Deletes a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteGroup {
    /// The group.
    pub group: Ref,
}

/// Puts a user in a group or takes them out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetGroupMember {
    /// The group.
    pub group: Ref,
    /// The user.
    pub user: Ref,
    /// On or off.
    pub value: bool,
}

/// Makes a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateWorkspace {
    /// Its name.
    pub name: String,
}

/// Renames a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateWorkspace {
    /// The workspace.
    pub workspace: Ref,
    /// A new name.
    pub name: String,
}

/// Deletes a workspace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteWorkspace {
    /// The workspace.
    pub workspace: Ref,
}

/// Makes an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateApplication {
    /// Its name.
    pub name: String,
    /// The names of its rights.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<String>,
    /// Whether its rights are managed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view_only: Option<bool>,
}

/// Changes an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateApplication {
    /// The application.
    pub application: Ref,
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The names of its rights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rights: Option<Vec<String>>,
    /// Whether its rights are managed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view_only: Option<bool>,
}

/// Deletes an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteApplication {
    /// The application.
    pub application: Ref,
}
