//! Authorises a Command by the resource that guards it, before anything is looked up.

use super::require;
use crate::domain::command::Command;
use crate::domain::engine::Actor;
use crate::domain::refusal::Refusal;
use crate::domain::value::Level;

/// The resource that guards a Command, and how far it has to be held. What depends on the record (one's own details, a
/// change that costs, the owner alone) is authorised on the plan.
pub const fn needs(command: &Command) -> (&'static str, Level) {
    use Command as C;
    match command {
        C::SetOrganisation(_) => ("profile", Level::View),
        C::CreateSite(_)
        | C::UpdateSite(_)
        | C::DeleteSite(_)
        | C::CreateGroup(_)
        | C::UpdateGroup(_)
        | C::DeleteGroup(_)
        | C::SetGroupMember(_)
        | C::CreateWorkspace(_)
        | C::UpdateWorkspace(_)
        | C::DeleteWorkspace(_)
        | C::CreateApplication(_)
        | C::UpdateApplication(_)
        | C::DeleteApplication(_) => ("site", Level::Manage),
        C::CreateAdmin(_)
        | C::DeleteAdmin(_)
        | C::SetAdminEnabled(_)
        | C::ResetAdminPassword(_)
        | C::SetAdminRole(_)
        | C::SetAdminParent(_)
        | C::SetAdminSite(_)
        | C::SetAdminAllSites(_)
        | C::SetAdminResource(_)
        | C::TransferOwnership(_)
        | C::UnlockAdmin(_)
        | C::EndSession(_) => ("administrators", Level::Manage),
        // One's own details need nothing; those of others are authorised on the plan.
        C::UpdateAdmin(_) => ("administrators", Level::None),
        C::CreateRole(_) | C::UpdateRole(_) | C::DeleteRole(_) | C::SetRoleResource(_) => ("roles", Level::View),
        C::CreateUser(_)
        | C::UpdateUser(_)
        | C::DeleteUser(_)
        | C::MarkUserActive(_)
        | C::SetUserEnabled(_)
        | C::SetUserRole(_)
        | C::SetAccessType(_)
        | C::SetAgentAddon(_)
        | C::SetSupervisorLevel(_)
        | C::SetPermission(_)
        | C::SetUcClient(_)
        | C::SetCrmAddon(_)
        | C::SetSoftphone(_)
        | C::SetPrimaryGroup(_)
        | C::SetWorkspaceAccess(_)
        | C::SetApplicationRight(_) => ("users", Level::Manage),
        C::CreateContact(_)
        | C::UpdateContact(_)
        | C::DeleteContact(_)
        | C::SetContactPermission(_)
        | C::SetCommunicationOrder(_) => ("contacts", Level::Manage),
        C::OpenTicket(_) | C::CancelTicket(_) | C::CommentTicket(_) => ("tickets", Level::View),
        C::TakeTicket(_) | C::ApproveTicket(_) | C::RejectTicket(_) | C::AssignTicket(_) | C::SetTicketPriority(_) => {
            ("tickets", Level::Manage)
        }
        C::SetNote(_) => ("notes", Level::Manage),
    }
}

/// Authorises a Command.
///
/// # Errors
/// Where the actor lacks the resource; the refusal says whether it may be asked for.
pub fn authorise_command(actor: &Actor, command: &Command) -> Result<(), Refusal> {
    let (resource, level) = needs(command);
    require(actor, resource, level)
}
