//! Commands on users.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Ref, given, present};
use crate::domain::value::{AccessType, Client, Level, SupervisorLevel};

/// Makes a user by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateUser {
    /// The name shown.
    pub display_name: String,
    /// First name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub first_name: Given<String>,
    /// Last name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub last_name: Given<String>,
    /// Position.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub position: Given<String>,
    /// E-mail address.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub email: Given<String>,
    /// Login identifier.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub login: Given<String>,
    /// Mobile number.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub mobile: Given<String>,
    /// Department.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub department: Given<String>,
    /// Language.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub language: Given<String>,
    /// The site.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub site: Given<Ref>,
}

/// Changes a user's details.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateUser {
    /// The user.
    pub user: Ref,
    /// The name shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// First name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub first_name: Given<String>,
    /// Last name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub last_name: Given<String>,
    /// Position.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub position: Given<String>,
    /// E-mail address.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub email: Given<String>,
    /// Login identifier.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub login: Given<String>,
    /// Mobile number.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub mobile: Given<String>,
    /// Department.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub department: Given<String>,
    /// Language.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub language: Given<String>,
    /// The site.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub site: Given<Ref>,
}

/// Deletes a manual user who was never active.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteUser {
    /// The user.
    pub user: Ref,
}

/// Marks an invited user as active.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkUserActive {
    /// The user.
    pub user: Ref,
}

/// Enables or disables a user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUserEnabled {
    /// The user.
    pub user: Ref,
    /// On or off.
    pub value: bool,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Gives a role, or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUserRole {
    /// The user.
    pub user: Ref,
    /// The role.
    #[serde(deserialize_with = "present")]
    pub value: Option<Ref>,
}

/// Sets the access licence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAccessType {
    /// The user.
    pub user: Ref,
    /// The licence.
    #[serde(deserialize_with = "present")]
    pub value: Option<AccessType>,
}

/// Sets the agent add-on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAgentAddon {
    /// The user.
    pub user: Ref,
    /// On or off.
    pub value: bool,
}

/// Sets the supervisor level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSupervisorLevel {
    /// The user.
    pub user: Ref,
    /// The level.
    #[serde(deserialize_with = "present")]
    pub value: Option<SupervisorLevel>,
}

/// Sets a portal permission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPermission {
    /// The user.
    pub user: Ref,
    /// A key of the catalogue.
    pub permission: String,
    /// On or off.
    pub value: bool,
}

/// Sets the UC client.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetUcClient {
    /// The user.
    pub user: Ref,
    /// On or off.
    pub value: bool,
}

/// Sets the CRM add-on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCrmAddon {
    /// The user.
    pub user: Ref,
    /// On or off.
    pub value: bool,
}

/// Gives a softphone client its device.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetSoftphone {
    /// The user.
    pub user: Ref,
    /// The client.
    pub client: Client,
    /// The device's id; `null` takes the client away.
    #[serde(deserialize_with = "present")]
    pub device: Option<String>,
}

/// Sets or clears the primary group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPrimaryGroup {
    /// The user.
    pub user: Ref,
    /// The group.
    #[serde(deserialize_with = "present")]
    pub value: Option<Ref>,
}

/// Sets how far a workspace is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetWorkspaceAccess {
    /// The user.
    pub user: Ref,
    /// The workspace.
    pub workspace: Ref,
    /// The level.
    pub value: Level,
}

/// Sets a right of an application.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetApplicationRight {
    /// The user.
    pub user: Ref,
    /// The application.
    pub application: Ref,
    /// The right.
    pub right: String,
    /// On or off.
    pub value: bool,
}
