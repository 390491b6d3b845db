//! Commands on contacts and their order.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Given, Ref, given};
use crate::domain::record::{Phone, PostalAddress};
use crate::domain::value::OrderList;

/// Makes a contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateContact {
    /// The name shown.
    pub name: String,
    /// First name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub first_name: Given<String>,
    /// Last name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub last_name: Given<String>,
    /// Organisation.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub organisation: Given<String>,
    /// Position.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub position: Given<String>,
    /// E-mail addresses, the first one first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    /// Phone numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<Phone>>,
    /// Postal addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<PostalAddress>>,
    /// A note.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub note: Given<String>,
    /// The site.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub site: Given<Ref>,
    /// Communication types received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub communications: Option<Vec<OrderList>>,
}

/// Changes a contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateContact {
    /// The contact.
    pub contact: Ref,
    /// The name shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// First name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub first_name: Given<String>,
    /// Last name.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub last_name: Given<String>,
    /// Organisation.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub organisation: Given<String>,
    /// Position.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub position: Given<String>,
    /// E-mail addresses, the first one first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    /// Phone numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phones: Option<Vec<Phone>>,
    /// Postal addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<PostalAddress>>,
    /// A note.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub note: Given<String>,
    /// The site.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub site: Given<Ref>,
    /// Communication types received.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub communications: Option<Vec<OrderList>>,
}

/// Deletes a contact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteContact {
    /// The contact.
    pub contact: Ref,
}

/// Sets a contact's permission.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetContactPermission {
    /// The contact.
    pub contact: Ref,
    /// A key of the catalogue.
    pub permission: String,
    /// On or off.
    pub value: bool,
}

/// Saves a whole communication order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetCommunicationOrder {
    /// Which of the two.
    pub list: OrderList,
    /// The contacts, rank 1 first.
    pub contacts: Vec<Ref>,
}
