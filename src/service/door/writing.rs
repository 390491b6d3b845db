//! Writes plans and the entry that says so, within a change that is still open.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Stop;
use crate::domain::command::Command;
use crate::domain::id::{AdminId, EntryNo, SiteId};
use crate::domain::plan::Plan;
use crate::service::error::{Result, ServiceError};
use crate::store::journal::{EntryHead, Recorder};
use crate::store::{Applier, Change, Stamp};

/// An entry under way: a plan, or the parts of one that is too large to be held whole.
pub(super) struct Writing<'a> {
    pub(super) recorder: Recorder<'a>,
    pub(super) applier: Applier<'a>,
    sites: BTreeSet<Option<SiteId>>,
    admins: BTreeSet<AdminId>,
    stop: Option<Stop<'a>>,
}

impl<'a> Writing<'a> {
    /// Begins the entry.
    pub fn begin(change: &'a Change<'_>, head: EntryHead, stop: Option<Stop<'a>>) -> Result<Self> {
        let now = head.at;
        let recorder = Recorder::begin(change, head)?;
        let applier = Applier::new(change, Stamp { now, entry: recorder.number() }).watched(stop);
        Ok(Self { recorder, applier, sites: BTreeSet::new(), admins: BTreeSet::new(), stop })
    }

    /// Writes what a plan touches, and what changes by it.
    pub fn plan(&mut self, plan: &Plan) -> Result<()> {
        self.applier.apply(&plan.touched)?;
        for change in &plan.changes {
            self.go_on()?;
            self.recorder.change(change)?;
        }
        if !plan.newcomers.people.is_empty() {
            self.newcomers(&plan.newcomers)?;
        }
        self.sites.extend(&plan.sites);
        self.admins.extend(&plan.admins);
        Ok(())
    }

    /// Ends the entry; answers its number.
    pub fn finish(self) -> Result<EntryNo> {
        self.applier.finish()?;
        Ok(self.recorder.finish(&self.sites, &self.admins)?.number)
    }

    pub(super) fn go_on(&self) -> Result<()> {
        if self.stop.is_some_and(|stop| stop()) { Err(ServiceError::Stopped) } else { Ok(()) }
    }
}

/// Writes the records of a plan and its entry.
pub(in crate::service) fn write(change: &Change<'_>, head: EntryHead, plan: &Plan) -> Result<EntryNo> {
    write_watched(change, head, plan, None)
}

/// The same, unless it is asked to stop.
pub(super) fn write_watched(
    change: &Change<'_>,
    mut head: EntryHead,
    plan: &Plan,
    stop: Option<Stop<'_>>,
) -> Result<EntryNo> {
    head.ticket = plan.tickets.first().copied();
    if !plan.commands.is_empty() {
        head.commands = commands_json(&plan.commands);
    }
    let mut writing = Writing::begin(change, head, stop)?;
    writing.plan(plan)?;
    writing.finish()
}

pub(in crate::service) fn commands_json(commands: &[Command]) -> String {
    serde_json::to_value(commands).unwrap_or(Value::Null).to_string()
}
