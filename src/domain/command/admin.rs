//! Commands on administrators.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Ref, given, present};
use crate::domain::record::PostalAddress;
use crate::domain::value::Level;

/// Makes an administrator below the actor; answers with a temporary password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateAdmin {
    /// The name to sign in with.
    pub username: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address.
    pub email: String,
    /// A role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Ref>,
    /// Sites given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Ref>,
    /// Whether all sites are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_sites: Option<bool>,
    /// Middle name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub middle_name: Given<String>,
    /// Work phone.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub work_phone: Given<String>,
    /// Fax.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub fax: Given<String>,
    /// Mobile phone.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub mobile: Given<String>,
    /// Landline.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub landline: Given<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddress>,
}

/// Changes an administrator's name or details.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateAdmin {
    /// The administrator.
    pub admin: Ref,
    /// A new user name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub username: Option<String>,
    /// First name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Middle name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub middle_name: Given<String>,
    /// Work phone.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub work_phone: Given<String>,
    /// Fax.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub fax: Given<String>,
    /// Mobile phone.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub mobile: Given<String>,
    /// Landline.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub landline: Given<String>,
    /// Postal address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddress>,
}

/// Deletes an administrator who never signed in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteAdmin {
    /// The administrator.
    pub admin: Ref,
}

/// Enables or disables an administrator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminEnabled {
    /// The administrator.
    pub admin: Ref,
    /// On or off.
    pub value: bool,
    /// Whether all below are meant as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub branch: Option<bool>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Gives a temporary password; answers with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetAdminPassword {
    /// The administrator.
    pub admin: Ref,
}

/// Gives a role, or none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminRole {
    /// The administrator.
    pub admin: Ref,
    /// The role.
    #[serde(deserialize_with = "present")]
    pub value: Option<Ref>,
}

/// Moves an administrator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminParent {
    /// The administrator.
    pub admin: Ref,
    /// The new parent.
    pub parent: Ref,
}

/// Gives or takes a site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminSite {
    /// The administrator.
    pub admin: Ref,
    /// The site.
    pub site: Ref,
    /// On or off.
    pub value: bool,
}

/// Gives or takes all sites.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminAllSites {
    /// The administrator.
    pub admin: Ref,
    /// On or off.
    pub value: bool,
}

/// Sets a resource by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAdminResource {
    /// The administrator.
    pub admin: Ref,
    /// A key of the catalogue.
    pub resource: String,
    /// The level; `null` goes back to the role's.
    #[serde(deserialize_with = "present")]
    pub value: Option<Level>,
}

/// Passes ownership on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TransferOwnership {
    /// The administrator.
    pub admin: Ref,
}

/// Unlocks an administrator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlockAdmin {
    /// The administrator.
    pub admin: Ref,
}

/// Ends a session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EndSession {
    /// The session's id.
    pub session: String,
}
