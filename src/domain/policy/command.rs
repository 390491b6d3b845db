//! Authorises a Command by the resource that guards it, before anything is looked up.

use super::{require, require_owner};
use crate::domain::command::{Command, OpenTicket, Ref, SetNote};
use crate::domain::engine::Actor;
use crate::domain::norm::username_key;
use crate::domain::refusal::{Class, Code, Refusal};
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
        | C::UnlockAdmin(_) => ("administrators", Level::Manage),
        // One's own details and sessions need nothing; those of others as below, and as the rules find.
        C::UpdateAdmin(_) | C::EndSession(_) => ("administrators", Level::None),
        C::CreateRole(_) | C::UpdateRole(_) | C::DeleteRole(_) | C::SetRoleResource(_) => ("roles", Level::View),
        C::SetUserRole(_) => ("users", Level::View),
        C::CreateUser(_)
        | C::UpdateUser(_)
        | C::DeleteUser(_)
        | C::MarkUserActive(_)
        | C::SetUserEnabled(_)
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

/// Whether only the owner may run a Command, whatever else is held.
const fn owner_alone(command: &Command) -> bool {
    use Command as C;
    matches!(
        command,
        C::CreateRole(_)
            | C::UpdateRole(_)
            | C::DeleteRole(_)
            | C::SetRoleResource(_)
            | C::SetUserRole(_)
            | C::TransferOwnership(_)
    )
}

/// Whether a ticket may carry a Command: never other tickets, ownership, roles or passwords.
pub const fn can_be_asked(command: &Command) -> bool {
    use Command as C;
    !owner_alone(command)
        && !matches!(
            command,
            C::CreateAdmin(_)
                | C::ResetAdminPassword(_)
                | C::SetAdminRole(_)
                | C::EndSession(_)
                | C::OpenTicket(_)
                | C::TakeTicket(_)
                | C::ApproveTicket(_)
                | C::RejectTicket(_)
                | C::CancelTicket(_)
                | C::AssignTicket(_)
                | C::CommentTicket(_)
                | C::SetTicketPriority(_)
        )
}

/// Authorises a Command.
///
/// # Errors
/// Where the actor lacks the resource; the refusal says whether it may be asked for.
pub fn authorise_command(actor: &Actor, command: &Command) -> Result<(), Refusal> {
    let (resource, level) = needs(command);
    let verdict = require(actor, resource, level);
    match verdict {
        Err(refusal) if refusal.class() == Class::MayAsk && !can_be_asked(command) => {
            return Err(Refusal { code: Code::NeedsManage, ..refusal });
        }
        verdict => verdict?,
    }
    if owner_alone(command) {
        require_owner(actor)?;
    }
    match command {
        Command::UpdateAdmin(c) if !names_oneself(actor, &c.admin) => require(actor, "administrators", Level::Manage),
        Command::OpenTicket(c) => authorise_request(actor, c),
        Command::SetNote(c) => authorise_note(actor, c),
        _ => Ok(()),
    }
}

/// What is asked for must be in view: a request is no way to learn what exists.
fn authorise_request(actor: &Actor, ticket: &OpenTicket) -> Result<(), Refusal> {
    if ticket.user.is_some() {
        require(actor, "users", Level::View)?;
    }
    for command in ticket.commands.iter().filter(|command| can_be_asked(command)) {
        match authorise_command(actor, command) {
            Err(refusal) if refusal.class() != Class::MayAsk => return Err(refusal),
            _ => {}
        }
    }
    Ok(())
}

/// A note is written on what is in view.
fn authorise_note(actor: &Actor, c: &SetNote) -> Result<(), Refusal> {
    let place: &[&str] = &["site", "users"];
    let named: [(&Option<Ref>, &[&str]); 9] = [
        (&c.organisation, &["profile"]),
        (&c.admin, &["administrators"]),
        (&c.role, &["roles"]),
        (&c.user, &["users"]),
        (&c.contact, &["contacts"]),
        (&c.site, place),
        (&c.group, place),
        (&c.workspace, place),
        (&c.application, place),
    ];
    for (_, guards) in named.iter().filter(|(reference, _)| reference.is_some()) {
        if !guards.iter().any(|resource| actor.level(resource) >= Level::View) {
            require(actor, guards[0], Level::View)?;
        }
    }
    Ok(())
}

fn names_oneself(actor: &Actor, reference: &Ref) -> bool {
    let Some(own) = actor.id else { return true };
    match reference.number() {
        Some(number) => number == own.0,
        None => {
            username_key(reference.name()) == actor.username || reference.name().trim() == own.subject().to_string()
        }
    }
}
