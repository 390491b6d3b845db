//! Commands: what is asked. Every change, from a key press to an undo, begins as one of these plain values.

mod admin;
mod contact;
mod organisation;
mod reference;
mod removes;
mod role;
mod ticket;
mod user;

pub use admin::*;
pub use contact::*;
pub use organisation::*;
pub use reference::{Given, Ref, given, once, present};
pub use role::*;
pub use ticket::*;
pub use user::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::reference::Each;
use super::id::Kind;

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident = $word:literal { $($field:ident: $kind:ident),* },)*) => {
        /// What is asked, as JSON: `{"do": "set_permission", …}`.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "do", rename_all = "snake_case")]
        pub enum Command { $($(#[$doc])* $name($name),)* }

        impl Command {
            /// The names of all Commands, in order.
            pub const NAMES: &'static [&'static str] = &[$($word,)*];

            /// The name, as in JSON.
            pub const fn name(&self) -> &'static str {
                match self { $(Self::$name(_) => $word,)* }
            }

            /// Visits the REFs that name records, so that the ids they had can be kept with them.
            pub fn references(&mut self, visit: &mut dyn FnMut(Kind, &mut Ref)) {
                match self {
                    $(Self::$name(command) => {
                        let _ = &command;
                        $(command.$field.each(&mut |reference| visit(Kind::$kind, reference));)*
                    })*
                }
            }
        }

        $(impl From<$name> for Command {
            fn from(command: $name) -> Self {
                Self::$name(command)
            }
        })*
    };
}

commands! {
    /// Changes the organisation's name and settings.
    SetOrganisation = "set_organisation" {},
    /// Makes a site.
    CreateSite = "create_site" {},
    /// Changes a site.
    UpdateSite = "update_site" { site: Site },
    /// Deletes a site on which nothing hangs.
    DeleteSite = "delete_site" { site: Site },
    /// Makes a group.
    CreateGroup = "create_group" {},
    /// Renames a group.
    UpdateGroup = "update_group" { group: Group },
    /// Deletes a group.
    DeleteGroup = "delete_group" { group: Group },
    /// Puts a user in a group or takes them out (U-62).
    SetGroupMember = "set_group_member" { group: Group, user: User },
    /// Makes a workspace.
    CreateWorkspace = "create_workspace" {},
    /// Renames a workspace.
    UpdateWorkspace = "update_workspace" { workspace: Workspace },
    /// Deletes a workspace.
    DeleteWorkspace = "delete_workspace" { workspace: Workspace },
    /// Makes an application with its rights.
    CreateApplication = "create_application" {},
    /// Changes an application.
    UpdateApplication = "update_application" { application: Application },
    /// Deletes an application.
    DeleteApplication = "delete_application" { application: Application },
    /// Makes an administrator below the actor (A-11).
    CreateAdmin = "create_admin" { role: Role, sites: Site },
    /// Changes an administrator's name or details (A-17).
    UpdateAdmin = "update_admin" { admin: Admin },
    /// Deletes an administrator who never signed in.
    DeleteAdmin = "delete_admin" { admin: Admin },
    /// Enables or disables an administrator (A-22).
    SetAdminEnabled = "set_admin_enabled" { admin: Admin },
    /// Gives a temporary password (A-24).
    ResetAdminPassword = "reset_admin_password" { admin: Admin },
    /// Gives an administrator a role, or none.
    SetAdminRole = "set_admin_role" { admin: Admin, value: Role },
    /// Moves an administrator under another parent.
    SetAdminParent = "set_admin_parent" { admin: Admin, parent: Admin },
    /// Gives or takes a site (A-35).
    SetAdminSite = "set_admin_site" { admin: Admin, site: Site },
    /// Gives or takes all sites.
    SetAdminAllSites = "set_admin_all_sites" { admin: Admin },
    /// Sets a resource by hand, or goes back to the role's value (A-40).
    SetAdminResource = "set_admin_resource" { admin: Admin },
    /// Passes ownership on (R-37).
    TransferOwnership = "transfer_ownership" { admin: Admin },
    /// Unlocks an administrator after too many failures.
    UnlockAdmin = "unlock_admin" { admin: Admin },
    /// Ends a session.
    EndSession = "end_session" {},
    /// Makes a custom role (R-31).
    CreateRole = "create_role" {},
    /// Changes a role's name, licence or description (R-24).
    UpdateRole = "update_role" { role: Role },
    /// Deletes a custom role nobody holds (R-33).
    DeleteRole = "delete_role" { role: Role },
    /// Sets a free cell of a role (R-25).
    SetRoleResource = "set_role_resource" { role: Role },
    /// Makes a user by hand (U-04).
    CreateUser = "create_user" { site: Site },
    /// Changes a user's details.
    UpdateUser = "update_user" { user: User, site: Site },
    /// Deletes a manual user who was never active.
    DeleteUser = "delete_user" { user: User },
    /// Marks an invited user as active.
    MarkUserActive = "mark_user_active" { user: User },
    /// Enables or disables a user.
    SetUserEnabled = "set_user_enabled" { user: User },
    /// Gives a user a role, or none (R-03).
    SetUserRole = "set_user_role" { user: User, value: Role },
    /// Sets the access licence (U-13).
    SetAccessType = "set_access_type" { user: User },
    /// Sets the agent add-on (U-17).
    SetAgentAddon = "set_agent_addon" { user: User },
    /// Sets the supervisor level (U-20).
    SetSupervisorLevel = "set_supervisor_level" { user: User },
    /// Sets a portal permission (U-29 to U-39).
    SetPermission = "set_permission" { user: User },
    /// Sets the UC client (U-52).
    SetUcClient = "set_uc_client" { user: User },
    /// Sets the CRM add-on (U-53).
    SetCrmAddon = "set_crm_addon" { user: User },
    /// Gives a softphone client its device, or takes the client away (U-57).
    SetSoftphone = "set_softphone" { user: User },
    /// Sets or clears the primary group (U-63).
    SetPrimaryGroup = "set_primary_group" { user: User, value: Group },
    /// Sets how far a user reaches a workspace (U-67).
    SetWorkspaceAccess = "set_workspace_access" { user: User, workspace: Workspace },
    /// Sets a right of an application (T-12).
    SetApplicationRight = "set_application_right" { user: User, application: Application },
    /// Makes a contact (C-09).
    CreateContact = "create_contact" { site: Site },
    /// Changes a contact (C-06).
    UpdateContact = "update_contact" { contact: Contact, site: Site },
    /// Deletes a contact (C-07).
    DeleteContact = "delete_contact" { contact: Contact },
    /// Sets a contact's permission (C-17).
    SetContactPermission = "set_contact_permission" { contact: Contact },
    /// Saves a whole communication order (C-28).
    SetCommunicationOrder = "set_communication_order" { contacts: Contact },
    /// Sends a request (T-11).
    OpenTicket = "open_ticket" { user: User },
    /// Takes a ticket to work on it.
    TakeTicket = "take_ticket" { ticket: Ticket },
    /// Approves a ticket: its Commands run (T-21).
    ApproveTicket = "approve_ticket" { ticket: Ticket },
    /// Rejects a ticket with a reason.
    RejectTicket = "reject_ticket" { ticket: Ticket },
    /// Withdraws one's own ticket.
    CancelTicket = "cancel_ticket" { ticket: Ticket },
    /// Gives a ticket to an administrator.
    AssignTicket = "assign_ticket" { ticket: Ticket, assignee: Admin },
    /// Comments a ticket.
    CommentTicket = "comment_ticket" { ticket: Ticket },
    /// Sets how urgent a ticket is.
    SetTicketPriority = "set_ticket_priority" { ticket: Ticket },
    /// Writes the note of a record.
    SetNote = "set_note" {
        organisation: Organisation, admin: Admin, role: Role, user: User, contact: Contact, site: Site, group: Group,
        workspace: Workspace, application: Application
    },
}

impl Command {
    /// The JSON Schema of all Commands, generated from these types.
    pub fn schema() -> schemars::Schema {
        schemars::schema_for!(Command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_it_is_documented() {
        let text = r#"{"do":"set_permission","user":"amelie.roy@example.ca","permission":"rest_api_administrator","value":true}"#;
        let command: Command = serde_json::from_str(text).unwrap();
        assert_eq!(command.name(), "set_permission");
        assert_eq!(serde_json::to_string(&command).unwrap(), text);
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let text = r#"{"do":"set_permission","user":"a","permission":"b","value":true,"owner":true}"#;
        assert!(serde_json::from_str::<Command>(text).is_err());
    }

    #[test]
    fn s_75_no_key_stands_twice() {
        let seats = |seats: &str| format!(r#"{{"do":"set_organisation","seats":{{{seats}}}}}"#);
        assert!(serde_json::from_str::<Command>(&seats(r#""essential":7,"reports":null"#)).is_ok());
        assert!(serde_json::from_str::<Command>(&seats(r#""essential":7,"essential":9"#)).is_err());
    }

    #[test]
    fn null_and_absent_are_told_apart() {
        let absent: Command = serde_json::from_str(r#"{"do":"update_user","user":"a"}"#).unwrap();
        let null: Command = serde_json::from_str(r#"{"do":"update_user","user":"a","email":null}"#).unwrap();
        assert_ne!(absent, null);
    }

    #[test]
    fn the_schema_names_every_command() {
        let schema = serde_json::to_string(&Command::schema()).unwrap();
        for name in Command::NAMES {
            assert!(schema.contains(&format!("\"{name}\"")), "{name}");
        }
        assert_eq!(Command::NAMES.len(), 61);
    }

    #[test]
    fn pinned_references_survive_json() {
        let mut command: Command = serde_json::from_str(r#"{"do":"set_uc_client","user":"a","value":true}"#).unwrap();
        command.references(&mut |kind, reference| {
            assert_eq!(kind, Kind::User);
            reference.pin(12);
        });
        let text = serde_json::to_string(&command).unwrap();
        let again: Command = serde_json::from_str(&text).unwrap();
        assert_eq!(again, command);
        assert!(text.contains("12"));
    }
}
