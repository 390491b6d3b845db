//! Commands on tickets, and the note of a record.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Command, Ref, present};
use crate::domain::value::{Priority, TicketKind};

/// Sends a request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenTicket {
    /// What it asks for.
    pub kind: TicketKind,
    /// The user concerned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Ref>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// How urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What approving it runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commands: Vec<Command>,
}

/// Takes a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TakeTicket {
    /// The ticket.
    pub ticket: Ref,
}

/// Approves a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveTicket {
    /// The ticket.
    pub ticket: Ref,
    /// Whether a plan that is no longer the one asked for is accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of_now: Option<bool>,
}

/// Rejects a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RejectTicket {
    /// The ticket.
    pub ticket: Ref,
    /// Why.
    pub reason: String,
}

/// Withdraws a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelTicket {
    /// The ticket.
    pub ticket: Ref,
}

/// Gives a ticket to an administrator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignTicket {
    /// The ticket.
    pub ticket: Ref,
    /// The administrator.
    pub assignee: Ref,
}

/// Comments a ticket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommentTicket {
    /// The ticket.
    pub ticket: Ref,
    /// What.
    pub text: String,
}

/// Sets how urgent a ticket is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetTicketPriority {
    /// The ticket.
    pub ticket: Ref,
    /// The priority.
    pub value: Priority,
}

/// Writes the note of a record; the record is named under its own word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetNote {
    /// The organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Ref>,
    /// An administrator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin: Option<Ref>,
    /// A role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Ref>,
    /// A user.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Ref>,
    /// A contact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Ref>,
    /// A site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<Ref>,
    /// A group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<Ref>,
    /// A workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub workspace: Option<Ref>,
    /// An application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub application: Option<Ref>,
    /// The note.
    #[serde(deserialize_with = "present")]
    pub note: Option<String>,
}
