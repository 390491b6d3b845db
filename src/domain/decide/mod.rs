//! Decides: from Commands and facts makes the plan, or the refusal. One file per subject.

mod admin;
mod asking;
mod attempt;
mod branch;
mod carried;
mod contact;
mod finish;
mod gate;
pub mod import;
mod invariant;
mod note;
mod organisation;
mod references;
mod removal;
mod resolve;
mod role;
mod sign_in;
mod ticket;
mod undo;
mod user;

pub use carried::commands_of;
pub use resolve::{LINE, TEXT, find};
pub use undo::turn_round;

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::Catalogue;
use super::command::Command;
use super::engine::Actor;
use super::facts::Facts;
use super::feed::Newcomers;
use super::overlay::Overlay;
use super::plan::{Deed, Plan, TemporaryPassword};
use super::policy::{Allowance, authorise_command};
use super::record::Seat;
use super::refusal::{Class, Decided, FactsError, Refusal, Stop, Stopped};
use super::time::Time;

/// What stays the same through a decision.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// Everything that can be granted.
    pub catalogue: &'a Catalogue,
    /// Who acts, with the rights held when the batch began.
    pub actor: &'a Actor,
    /// Now.
    pub now: Time,
    /// What the decision may do beyond the actor's own rights.
    pub allowance: Allowance,
}

/// A decision under way.
pub struct Deciding<'a> {
    cx: Context<'a>,
    facts: &'a dyn Facts,
    world: Overlay<'a, dyn Facts + 'a>,
    commands: Vec<Command>,
    passwords: Vec<TemporaryPassword>,
    deeds: Vec<Deed>,
    notes: Vec<Refusal>,
    tickets: BTreeSet<i64>,
    newcomers: Newcomers,
    /// The users who were found for people of a directory, or under another number.
    matched: BTreeSet<i64>,
    /// Seats whose use earlier parts of an import changed, by how many.
    seats_moved: BTreeMap<Seat, i64>,
    stop: Option<&'a dyn Fn() -> bool>,
}

/// Decides a batch: each Command on what the one before left, all or nothing.
///
/// # Errors
/// The first refusal, with the number of its Command, or where the store cannot answer.
pub fn decide(facts: &dyn Facts, cx: Context<'_>, commands: &[Command]) -> Decided<Plan> {
    let mut deciding = Deciding::new(facts, cx);
    for (at, command) in commands.iter().enumerate() {
        deciding.run(command.clone()).map_err(|stop| on_line(stop, at + 1))?;
    }
    deciding.finish()
}

fn on_line(stop: Stop, line: usize) -> Stop {
    match stop {
        Stop::Refused(mut refusal) => {
            refusal.line.get_or_insert(line);
            Stop::Refused(refusal)
        }
        broken @ Stop::Broken(_) => broken,
    }
}

impl<'a> Deciding<'a> {
    /// Nothing decided yet.
    pub fn new(facts: &'a dyn Facts, cx: Context<'a>) -> Self {
        Self {
            cx,
            facts,
            world: Overlay::new(facts),
            commands: Vec::new(),
            passwords: Vec::new(),
            deeds: Vec::new(),
            notes: Vec::new(),
            tickets: BTreeSet::new(),
            newcomers: Newcomers::default(),
            matched: BTreeSet::new(),
            seats_moved: BTreeMap::new(),
            stop: None,
        }
    }

    /// Asks at every step whether to stop; the decision then ends with [`Stopped`].
    #[must_use]
    pub fn watched(self, stop: &'a dyn Fn() -> bool) -> Self {
        Self { stop: Some(stop), ..self }
    }

    fn go_on(&self) -> Decided<()> {
        if self.stop.is_some_and(|stop| stop()) { Err(FactsError(Box::new(Stopped)).into()) } else { Ok(()) }
    }

    /// What is decided so far, over the facts.
    pub const fn world(&mut self) -> &mut Overlay<'a, dyn Facts + 'a> {
        &mut self.world
    }

    /// Adds something to know before the plan is applied.
    pub fn note(&mut self, note: Refusal) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Authorises one Command and decides it.
    ///
    /// # Errors
    /// The refusal, or where the store cannot answer.
    pub fn run(&mut self, command: Command) -> Decided<()> {
        let command = self.run_carried(command)?;
        self.commands.push(command);
        Ok(())
    }

    /// Runs a Command that another one carries, which alone stands in the plan; gives it back with the ids of its REFs.
    fn run_carried(&mut self, mut command: Command) -> Decided<Command> {
        match authorise_command(self.cx.actor, &command) {
            Err(refusal) if !(self.cx.allowance.request && refusal.class() == Class::MayAsk) => {
                return Err(refusal.into());
            }
            _ => {}
        }
        self.pin(&mut command)?;
        self.dispatch(&command)?;
        Ok(command)
    }

    /// Every Command has its place here: the compiler asks for each.
    fn dispatch(&mut self, command: &Command) -> Decided<()> {
        use Command as C;
        match command {
            C::SetOrganisation(c) => self.set_organisation(c),
            C::CreateSite(c) => self.create_site(c),
            C::UpdateSite(c) => self.update_site(c),
            C::DeleteSite(c) => self.delete_site(c),
            C::CreateGroup(c) => self.create_group(c),
            C::UpdateGroup(c) => self.update_group(c),
            C::DeleteGroup(c) => self.delete_group(c),
            C::SetGroupMember(c) => self.set_group_member(c),
            C::CreateWorkspace(c) => self.create_workspace(c),
            C::UpdateWorkspace(c) => self.update_workspace(c),
            C::DeleteWorkspace(c) => self.delete_workspace(c),
            C::CreateApplication(c) => self.create_application(c),
            C::UpdateApplication(c) => self.update_application(c),
            C::DeleteApplication(c) => self.delete_application(c),
            C::CreateAdmin(c) => self.create_admin(c),
            C::UpdateAdmin(c) => self.update_admin(c),
            C::SetAdminEnabled(c) => self.set_admin_enabled(c),
            C::ResetAdminPassword(c) => self.reset_admin_password(c),
            C::SetAdminRole(c) => self.set_admin_role(c),
            C::SetAdminSite(c) => self.set_admin_site(c),
            C::SetAdminAllSites(c) => self.set_admin_all_sites(c),
            C::SetAdminResource(c) => self.set_admin_resource(c),
            C::SetAdminParent(c) => self.set_admin_parent(c),
            C::DeleteAdmin(c) => self.delete_admin(c),
            C::TransferOwnership(c) => self.transfer_ownership(c),
            C::UnlockAdmin(c) => self.unlock_admin(c),
            C::EndSession(c) => self.end_session(c),
            C::CreateRole(c) => self.create_role(c),
            C::UpdateRole(c) => self.update_role(c),
            C::DeleteRole(c) => self.delete_role(c),
            C::SetRoleResource(c) => self.set_role_resource(c),
            C::CreateUser(c) => self.create_user(c),
            C::UpdateUser(c) => self.update_user(c),
            C::DeleteUser(c) => self.delete_user(c),
            C::MarkUserActive(c) => self.mark_user_active(c),
            C::SetUserEnabled(c) => self.set_user_enabled(c),
            C::SetUserRole(c) => self.set_user_role(c),
            C::SetAccessType(c) => self.set_access_type(c),
            C::SetAgentAddon(c) => self.set_agent_addon(c),
            C::SetSupervisorLevel(c) => self.set_supervisor_level(c),
            C::SetPermission(c) => self.set_permission(c),
            C::SetUcClient(c) => self.set_uc_client(c),
            C::SetCrmAddon(c) => self.set_crm_addon(c),
            C::SetSoftphone(c) => self.set_softphone(c),
            C::SetPrimaryGroup(c) => self.set_primary_group(c),
            C::SetWorkspaceAccess(c) => self.set_workspace_access(c),
            C::SetApplicationRight(c) => self.set_application_right(c),
            C::CreateContact(c) => self.create_contact(c),
            C::UpdateContact(c) => self.update_contact(c),
            C::DeleteContact(c) => self.delete_contact(c),
            C::SetContactPermission(c) => self.set_contact_permission(c),
            C::SetCommunicationOrder(c) => self.set_communication_order(c),
            C::OpenTicket(c) => self.open_ticket(c),
            C::TakeTicket(c) => self.take_ticket(c),
            C::ApproveTicket(c) => self.approve_ticket(c),
            C::RejectTicket(c) => self.reject_ticket(c),
            C::CancelTicket(c) => self.cancel_ticket(c),
            C::AssignTicket(c) => self.assign_ticket(c),
            C::CommentTicket(c) => self.comment_ticket(c),
            C::SetTicketPriority(c) => self.set_ticket_priority(c),
            C::SetNote(c) => self.set_note(c),
        }
    }
}
