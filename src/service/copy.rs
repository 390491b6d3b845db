//! Copying what one user holds to another: the Commands that would do it, and what cannot be copied.

use super::console::Console;
use super::error::Result;
use crate::domain::catalogue::{Catalogue, Entry, Family};
use crate::domain::cell::user_command;
use crate::domain::command::{Command, Ref, SetApplicationRight, SetWorkspaceAccess};
use crate::domain::decide::{Context, decide};
use crate::domain::facts::Facts;
use crate::domain::id::{Kind, UserId};
use crate::domain::policy::Allowance;
use crate::domain::record::{AppRight, Application, Record, User, Workspace};
use crate::domain::refusal::{Refusal, Stop};

/// What copying would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Copied {
    /// What to stage, in an order in which each stands on the one before.
    pub commands: Vec<Command>,
    /// Why the rest cannot be copied.
    pub left_out: Vec<Refusal>,
}

impl Console {
    /// What would make a user hold what another one holds: licences, permissions, workspaces and rights of
    /// applications. Groups, role and softphone stay: they belong to the group, the owner and the devices. What may
    /// only be asked for is among the Commands; what is refused is left out, with the reason.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn copy_rights(&self, from: UserId, to: UserId, staged: &[Command]) -> Result<Copied> {
        self.with(staged, |facts, cx| {
            let (from, to) = (user(facts, cx, from)?, user(facts, cx, to)?);
            let mut wanted = entries(cx.catalogue, &from, &to);
            wanted.extend(places(facts, &from, &to)?);
            settle(facts, cx, wanted)
        })
    }
}

fn user(facts: &dyn Facts, cx: Context<'_>, id: UserId) -> Result<User> {
    let missing = || Refusal::not_found(Kind::User, &id.to_string());
    let user: User = facts.get(id.0)?.ok_or_else(missing)?;
    if crate::domain::engine::visible(facts, cx.actor, user.home())? { Ok(user) } else { Err(missing().into()) }
}

/// Each licence and permission that differs.
fn entries(catalogue: &Catalogue, from: &User, to: &User) -> Vec<Command> {
    let meant = catalogue.family(Family::Licence).chain(catalogue.family(Family::Portal));
    let differs = |entry: &&Entry| from.rank(entry.key.as_str()) != to.rank(entry.key.as_str());
    meant.filter(differs).filter_map(|entry| user_command(to, entry, from.rank(entry.key.as_str()))).collect()
}

/// Each workspace and each right of an application that differs.
fn places(facts: &dyn Facts, from: &User, to: &User) -> Result<Vec<Command>> {
    let name = || Ref::pinned(to.display_name.clone(), to.id.0);
    let mut commands = Vec::new();
    let workspaces = from.workspaces.keys().chain(to.workspaces.keys().filter(|w| !from.workspaces.contains_key(w)));
    for id in workspaces.filter(|w| from.workspaces.get(w) != to.workspaces.get(w)) {
        let workspace: Option<Workspace> = facts.get(id.0)?;
        let workspace = Ref::pinned(workspace.map(|w| w.name).unwrap_or_default(), id.0);
        let value = from.workspaces.get(id).copied().unwrap_or_default();
        commands.push(SetWorkspaceAccess { user: name(), workspace, value }.into());
    }
    for AppRight { application, right } in from.applications.symmetric_difference(&to.applications) {
        let held = AppRight { application: *application, right: right.clone() };
        let named: Option<Application> = facts.get(application.0)?;
        let application = Ref::pinned(named.map(|a| a.name).unwrap_or_default(), application.0);
        let value = from.applications.contains(&held);
        commands.push(SetApplicationRight { user: name(), application, right: right.clone(), value }.into());
    }
    Ok(commands)
}

/// Puts the Commands in an order in which each is accepted: what needs another comes once that is there.
fn settle(facts: &dyn Facts, cx: Context<'_>, mut wanted: Vec<Command>) -> Result<Copied> {
    let request = Context { allowance: Allowance { request: true, ..cx.allowance }, ..cx };
    let mut copied = Copied::default();
    loop {
        let before = wanted.len();
        copied.left_out.clear();
        let mut left = Vec::new();
        for command in wanted {
            copied.commands.push(command);
            match decide(facts, request, &copied.commands) {
                Ok(_) => {}
                Err(Stop::Refused(refusal)) => {
                    left.extend(copied.commands.pop());
                    copied.left_out.push(*refusal);
                }
                Err(broken) => return Err(broken.into()),
            }
        }
        if left.is_empty() || left.len() == before {
            return Ok(copied);
        }
        wanted = left;
    }
}
