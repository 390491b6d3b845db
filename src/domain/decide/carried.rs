//! What a ticket carries: which Commands its kind takes, and whom they concern.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::id::{SiteId, UserId};
use crate::domain::plan::Plan;
use crate::domain::policy::can_be_asked;
use crate::domain::record::Ticket;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::TicketKind;

/// The Commands that a ticket carries.
///
/// # Errors
/// Where they are of a form that this version does not know.
pub fn commands_of(ticket: &Ticket) -> Result<Vec<Command>, Refusal> {
    let parse = |value: &serde_json::Value| serde_json::from_value(value.clone());
    let commands: Result<Vec<Command>, _> = ticket.commands.iter().map(parse).collect();
    commands.map_err(|_| Refusal::new(Code::TicketCarries).number("ticket", ticket.id.0))
}

/// What each kind of ticket may carry; never tickets, roles, ownership or passwords.
pub(super) fn carries(kind: TicketKind, commands: &[Command]) -> Result<(), Refusal> {
    use Command as C;
    for command in commands {
        let right = matches!(
            command,
            C::SetAccessType(_)
                | C::SetAgentAddon(_)
                | C::SetSupervisorLevel(_)
                | C::SetPermission(_)
                | C::SetUcClient(_)
                | C::SetCrmAddon(_)
                | C::SetSoftphone(_)
                | C::SetPrimaryGroup(_)
                | C::SetWorkspaceAccess(_)
                | C::SetApplicationRight(_)
        );
        let fits = match kind {
            TicketKind::NewUser => right || matches!(command, C::CreateUser(_)),
            TicketKind::ChangeRights => right,
            TicketKind::Deactivate => matches!(command, C::SetUserEnabled(c) if !c.value),
            TicketKind::Other => true,
        };
        if !can_be_asked(command) || !fits {
            let refusal = Refusal::new(Code::TicketCarries).field("commands").text("command", command.name());
            return Err(refusal.text("kind", kind.as_str()));
        }
    }
    Ok(())
}

/// T-12, T-15: rights and deactivations concern one user, the one named; a new user's rights the new one.
pub(super) fn of_one_user(kind: TicketKind, named: Option<UserId>, asked: &Plan) -> Result<(), Refusal> {
    let made = asked.touched.users.values().filter(|slot| slot.before.is_none()).count();
    let touched = asked.touched.users.len();
    let fits = match kind {
        TicketKind::Other => true,
        TicketKind::NewUser => named.is_none() && (made, touched) == (1, 1),
        TicketKind::ChangeRights | TicketKind::Deactivate => {
            let only = only_user(asked).filter(|_| touched == 1);
            only.is_some() && named.is_none_or(|named| only == Some(named))
        }
    };
    if fits { Ok(()) } else { Err(Refusal::new(Code::TicketCarries).field("commands")) }
}

pub(super) fn only_user(plan: &Plan) -> Option<UserId> {
    let mut users = plan.touched.users.values().filter(|s| s.before.is_some()).filter_map(|s| s.after.as_ref());
    let first = users.next()?;
    users.next().is_none().then_some(first.id)
}

/// The site of what the Commands name or make; none where they differ.
pub(super) fn only_site(plan: &Plan) -> Option<SiteId> {
    let mut sites = plan.sites.iter();
    let first = *sites.next()?;
    if sites.next().is_none() { first } else { None }
}

/// The applications that Commands name: by their ids, whatever words were typed.
pub(super) fn applications_of(commands: &[Command]) -> BTreeSet<String> {
    let of = |command: &Command| match command {
        Command::SetApplicationRight(c) => {
            let number = c.application.number().map(|number| number.to_string());
            Some(number.unwrap_or_else(|| c.application.name().to_owned()))
        }
        _ => None,
    };
    commands.iter().filter_map(of).collect()
}
