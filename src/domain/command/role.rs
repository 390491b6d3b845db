//! Commands on roles.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Ref, given};
use crate::domain::value::{Level, Licence};

/// Makes a custom role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateRole {
    /// Its name.
    pub name: String,
    /// Its licence.
    pub licence: Licence,
    /// What it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

/// Changes a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateRole {
    /// The role.
    pub role: Ref,
    /// A new name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Another licence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Licence>,
    /// What it is for.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub description: Given<String>,
}

/// Deletes a custom role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteRole {
    /// The role.
    pub role: Ref,
}

/// Sets a free cell of a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRoleResource {
    /// The role.
    pub role: Ref,
    /// A key of the catalogue.
    pub resource: String,
    /// The level.
    pub value: Level,
}
