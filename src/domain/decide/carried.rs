//! What a ticket carries: which Commands its kind takes, whom they concern, and the difference that was shown.

use std::collections::BTreeSet;

use crate::domain::change::Change;
use crate::domain::command::Command;
use crate::domain::id::{SiteId, UserId};
use crate::domain::plan::Plan;
use crate::domain::policy::can_be_asked;
use crate::domain::record::{AskedChange, Ticket};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::{Status, TicketKind};

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

/// What was asked, in the form kept with the ticket: new records have no number yet.
pub fn difference(plan: &Plan) -> Vec<AskedChange> {
    let made: BTreeSet<_> = plan.changes.iter().filter(|c| c.makes()).map(|c| c.subject).collect();
    let record = |c: &Change| {
        if made.contains(&c.subject) { format!("{}:0", c.subject.kind) } else { c.subject.to_string() }
    };
    let asked = plan.changes.iter().filter(|c| !c.effect).map(|c| AskedChange {
        record: record(c),
        name: c.name.clone(),
        field: c.field_read().to_owned(),
        before: c.before_read().clone(),
        after: c.after_read().clone(),
    });
    asked.chain(disabled(plan)).collect()
}

/// A disabled subject is part of what was shown, so that one disabled meanwhile is a difference.
fn disabled(plan: &Plan) -> impl Iterator<Item = AskedChange> {
    let users = plan.touched.users.values().filter_map(|slot| slot.before.as_ref().zip(slot.after.as_ref()));
    let stay = users.filter(|(before, after)| [before.status, after.status] == [Status::Disabled; 2]);
    stay.map(|(_, user)| AskedChange {
        record: user.id.subject().to_string(),
        name: user.display_name.clone(),
        field: "status".into(),
        before: Status::Disabled.as_str().into(),
        after: Status::Disabled.as_str().into(),
    })
}

/// Whether two differences are the same: what a record is called does not count.
pub fn same_difference(one: &[AskedChange], other: &[AskedChange]) -> bool {
    let what = |c: &AskedChange| (c.record.clone(), c.field.clone(), c.before.clone(), c.after.clone());
    one.iter().map(what).eq(other.iter().map(what))
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
