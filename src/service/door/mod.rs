//! The door: authorise, decide, authorise the plan, apply, check the invariants, journal, in one transaction.

mod in_parts;
mod newcomers;
mod writing;

use std::collections::BTreeSet;

use zeroize::Zeroizing;

use super::console::{Console, actor_in};
use super::draft::{Draft, leaves_the_draft};
use super::error::{Result, ServiceError, SignInFault};
use super::noted::{by, sign_in_of};
use super::password;
use super::sign_in::still_open;
use crate::domain::command::Command;
use crate::domain::decide::{Context, Deciding, decide};
use crate::domain::engine::Actor;
use crate::domain::id::{AdminId, EntryNo};
use crate::domain::plan::{Deed, Plan, TemporaryPassword};
use crate::domain::policy::{Allowance, is_sensitive};
use crate::domain::record::Admin;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::Status;
use crate::store::journal::{EntryHead, Recorder};
use crate::store::{Change, Tables, house};

pub(super) use in_parts::Parts;
pub(super) use writing::commands_json;
pub(super) use writing::write;

/// A temporary password, shown once.
pub struct Answer {
    /// The Command that asked for it, from 1.
    pub command: usize,
    /// Whose it is, by user name.
    pub admin: String,
    /// The password.
    pub temporary_password: Zeroizing<String>,
}

/// What was done.
pub struct Receipt {
    /// The entry that says so; none where nothing changed.
    pub entry: Option<EntryNo>,
    /// What was applied.
    pub plan: Plan,
    /// Temporary passwords that were made.
    pub answers: Vec<Answer>,
}

/// Answers whether to stop; asked at every step of what may take long.
pub(super) type Stop<'a> = &'a dyn Fn() -> bool;

/// What a plan is written down as.
pub(super) struct Record<'a> {
    pub kind: &'a str,
    pub commands: String,
    pub reverses: Option<EntryNo>,
    /// What leaves the actor's draft, where the plan came from it.
    pub staged: Option<&'a Draft>,
}

impl Console {
    /// Makes the plan of a batch on a read snapshot; nothing is written and nobody waits.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    pub fn preview(&self, commands: &[Command]) -> Result<Plan> {
        self.plan_with(commands, Allowance::default())
    }

    /// Makes the plan of a batch as a request: what may be asked for counts as allowed.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    pub fn preview_request(&self, commands: &[Command]) -> Result<Plan> {
        self.plan_with(commands, Allowance { request: true, ..Allowance::default() })
    }

    fn plan_with(&self, commands: &[Command], allowance: Allowance) -> Result<Plan> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let cx = Context { allowance, ..self.context(&actor) };
            Ok(decide(&tables, cx, commands)?)
        })
    }

    /// Runs a batch: all or nothing. `accepted` is the plan that the person saw; another one is refused as stale.
    ///
    /// # Errors
    /// The refusal (journalled), stale, signed out, or the store.
    pub fn execute(&mut self, commands: &[Command], accepted: Option<&Plan>) -> Result<Receipt> {
        self.execute_from(commands, accepted, None)
    }

    /// Runs Commands that stand for that part of the draft, which leaves it in the same transaction: a kill never leaves an
    /// applied Command staged.
    ///
    /// # Errors
    /// The refusal (journalled), stale, signed out, or the store; the draft is as it was then.
    pub fn execute_staged(&mut self, commands: &[Command], accepted: Option<&Plan>, staged: &Draft) -> Result<Receipt> {
        self.execute_from(commands, accepted, Some(staged))
    }

    fn execute_from(
        &mut self,
        commands: &[Command],
        accepted: Option<&Plan>,
        staged: Option<&Draft>,
    ) -> Result<Receipt> {
        let secrets = self.secrets_for(commands)?;
        let record = Record { kind: "apply", commands: commands_json(commands), reverses: None, staged };
        self.pass(record, accepted, secrets, |tables, cx| Ok(decide(tables, cx, commands)?))
    }

    /// Makes the temporary passwords that a batch will need, before the transaction: hashing takes its time, which nobody
    /// costs the others who may not even ask.
    fn secrets_for(&self, commands: &[Command]) -> Result<Vec<(Zeroizing<String>, String)>> {
        if !commands.iter().any(|c| matches!(c, Command::CreateAdmin(_) | Command::ResetAdminPassword(_))) {
            return Ok(Vec::new());
        }
        let needed = match self.preview(commands) {
            Ok(plan) => plan.passwords.len(),
            // Refused again, and written down, where it is done.
            Err(ServiceError::Refused(_)) => 0,
            Err(other) => return Err(other),
        };
        let one = |_| {
            let password = password::temporary()?;
            let hash = password::hash(&password)?;
            Ok((password, hash))
        };
        (0..needed).map(one).collect()
    }

    /// Passes the door with a plan made inside its transaction.
    pub(super) fn pass(
        &mut self,
        record: Record<'_>,
        accepted: Option<&Plan>,
        secrets: Vec<(Zeroizing<String>, String)>,
        make: impl FnOnce(&Tables<'_>, Context<'_>) -> Result<Plan>,
    ) -> Result<Receipt> {
        self.pass_watched(record, accepted, secrets, None, make)
    }

    /// The same, and may be stopped until it is committed; nothing of it stays then.
    pub(super) fn pass_watched(
        &mut self,
        record: Record<'_>,
        accepted: Option<&Plan>,
        secrets: Vec<(Zeroizing<String>, String)>,
        stop: Option<Stop<'_>>,
        make: impl FnOnce(&Tables<'_>, Context<'_>) -> Result<Plan>,
    ) -> Result<Receipt> {
        let catalogue = std::sync::Arc::clone(&self.settings.catalogue);
        let (admin, session) = (self.admin, self.session.clone());
        let head = EntryHead { reverses: record.reverses, ..self.head(record.kind, record.commands.clone()) };
        let now = head.at;
        let (sign_in_unwritten, proved) = (self.sign_in_unwritten, self.is_proved());
        let change = self.writer()?.begin_change()?;
        let tables = change.tables();
        let actor = actor_in(tables, &catalogue, admin, session.as_deref())?;
        let cx = Context { catalogue: &catalogue, actor: &actor, now, allowance: Allowance::default() };
        let head = by(&actor, head);
        let plan = match make(&tables, cx) {
            Ok(plan) => plan,
            Err(ServiceError::Refused(refusal)) => {
                drop(change);
                return Err(self.refused(head, refusal));
            }
            Err(other) => return Err(other),
        };
        if let Some(seen) = accepted.filter(|seen| !seen.does_the_same(&plan)) {
            return Err(stale(seen, &plan).into());
        }
        // Decided without a temporary password for each that it gives by now: not the plan that they were made for.
        if plan.passwords.len() > secrets.len() {
            return Err(stale(&plan, &plan).into());
        }
        if plan.is_empty() {
            drop(change);
            record.staged.map(|staged| self.has_done(staged)).transpose()?;
            return Ok(Receipt { entry: None, plan, answers: Vec::new() });
        }
        if !proved && is_sensitive(&plan) {
            return Err(ServiceError::SignIn(SignInFault::ProveAgain));
        }
        if sign_in_unwritten {
            Recorder::begin(&change, sign_in_of(&head))?
                .finish(&BTreeSet::new(), &cx.actor.id.into_iter().collect())?;
        }
        if let (Some(staged), Some(admin)) = (record.staged, admin) {
            leaves_the_draft(&change, admin, staged, now)?;
        }
        let (entry, answers) = commit(change, head, &plan, secrets, stop)?;
        self.sign_in_unwritten = false;
        Ok(Receipt { entry: Some(entry), plan, answers })
    }

    /// The first sign-in makes an invited administrator active: a change that nobody asks for, under the entry of the
    /// sign-in. Answers whether it did.
    pub(super) fn activate(&mut self, admin: AdminId, hash: &str, head: EntryHead) -> Result<bool> {
        let catalogue = std::sync::Arc::clone(&self.settings.catalogue);
        let actor = Actor::program(&catalogue);
        let change = self.writer()?.begin_change()?;
        let tables = change.tables();
        let admin = still_open(tables, admin, hash)?;
        if admin.status != Status::Invited {
            return Ok(false);
        }
        let cx = Context { catalogue: &catalogue, actor: &actor, now: head.at, allowance: Allowance::default() };
        let mut deciding = Deciding::new(&tables, cx);
        deciding.world().put(Admin { status: Status::Active, ..admin })?;
        let plan = deciding.finish()?;
        write(&change, head, &plan)?;
        change.commit()?;
        Ok(true)
    }
}

/// Applies a plan, journals it and makes it durable.
fn commit(
    change: Change<'_>,
    head: EntryHead,
    plan: &Plan,
    secrets: Vec<(Zeroizing<String>, String)>,
    stop: Option<Stop<'_>>,
) -> Result<(EntryNo, Vec<Answer>)> {
    let now = head.at;
    let entry = writing::write_watched(&change, head, plan, stop)?;
    let mut answers = Vec::new();
    for (TemporaryPassword { command, admin, username }, (password, hash)) in plan.passwords.iter().zip(secrets) {
        house::set_temporary_password(&change, *admin, &hash, now.plus(password::TEMPORARY), now)?;
        answers.push(Answer { command: *command, admin: username.clone(), temporary_password: password });
    }
    for deed in &plan.deeds {
        match deed {
            Deed::Unlock { admin, .. } => house::unlock(&change, *admin)?,
            Deed::EndSession { session, .. } => house::close_session(&change, session, "ended", now)?,
        }
    }
    for (admin, reason) in locked_out(plan) {
        house::close_sessions_of(&change, admin, reason, now)?;
    }
    change.commit()?;
    Ok((entry, answers))
}

/// S-16: whose sessions a plan ends: who is disabled, and who gets another password.
fn locked_out(plan: &Plan) -> impl Iterator<Item = (AdminId, &'static str)> {
    let disabled = |admin: &Option<Admin>| admin.as_ref().is_some_and(|a| a.status == Status::Disabled);
    let slots = plan.touched.admins.iter().filter(move |(_, slot)| !disabled(&slot.before) && disabled(&slot.after));
    let out = slots.map(|(number, _)| (AdminId(*number), "disabled"));
    out.chain(plan.passwords.iter().map(|password| (password.admin, "password_reset")))
}

/// What differs between the plan that was seen and the one of now: the first record that moved.
fn stale(seen: &Plan, now: &Plan) -> Refusal {
    let (was, is) = (seen.basis(), now.basis());
    let moved = was.iter().find(|(subject, version)| is.get(*subject) != Some(*version));
    let subject = moved.map(|(subject, _)| *subject);
    let named = seen.changes.iter().find(|c| subject.is_none_or(|s| s == c.subject));
    Refusal::new(Code::Stale).text("what", named.map(|c| c.name.clone()).unwrap_or_default())
}
