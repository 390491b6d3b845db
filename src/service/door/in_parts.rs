//! The door for plans too large to be held whole: made, written and let go part after part, in one transaction.

use std::collections::BTreeSet;

use super::writing::Writing;
use super::{Record, Stop};
use crate::domain::decide::Context;
use crate::domain::id::EntryNo;
use crate::domain::plan::Plan;
use crate::domain::policy::Allowance;
use crate::service::console::{Console, actor_in};
use crate::service::error::{Result, ServiceError};
use crate::service::noted::{by, sign_in_of};
use crate::store::Tables;
use crate::store::journal::{EntryHead, Recorder};

/// The tables while a plan is applied part after part.
pub(in crate::service) struct Parts<'t> {
    /// As they were before the first part.
    pub before: Tables<'t>,
    /// With every part that was given away.
    pub written: Tables<'t>,
}

impl Console {
    /// The same, and nothing of it is kept: a plan that is refused was only looked at, and is no refused attempt.
    pub(in crate::service) fn try_in_parts<T>(
        &mut self,
        record: Record<'_>,
        stop: Stop<'_>,
        make: impl FnOnce(&Parts<'_>, Context<'_>, &mut dyn FnMut(&Plan) -> Result<()>) -> Result<T>,
    ) -> Result<T> {
        let mut tried = None;
        let ended = self.pass_in_parts(record, stop, |parts, cx, give| {
            tried = Some(make(parts, cx, give));
            Err::<(), _>(ServiceError::Stopped)
        });
        match (tried, ended) {
            (Some(tried), _) => tried,
            (None, Err(error)) => Err(error),
            (None, Ok(_)) => Err(ServiceError::Stopped),
        }
    }

    /// Passes the door with plans made part after part, of which nobody holds the whole: one transaction, one entry, all
    /// or nothing. `make` decides on the state before the first part, and gives each part away as it is made; it may be
    /// stopped until all is committed.
    pub(in crate::service) fn pass_in_parts<T>(
        &mut self,
        record: Record<'_>,
        stop: Stop<'_>,
        make: impl FnOnce(&Parts<'_>, Context<'_>, &mut dyn FnMut(&Plan) -> Result<()>) -> Result<T>,
    ) -> Result<(Option<EntryNo>, T)> {
        let catalogue = std::sync::Arc::clone(&self.settings.catalogue);
        let (admin, session) = (self.admin, self.session.clone());
        let head = EntryHead { reverses: record.reverses, ..self.head(record.kind, record.commands) };
        let now = head.at;
        let sign_in_unwritten = self.sign_in_unwritten;
        let before = self.reader.again()?;
        let change = self.writer()?.begin_large_change()?;
        let actor = actor_in(change.tables(), &catalogue, admin, session.as_deref())?;
        let cx = Context { catalogue: &catalogue, actor: &actor, now, allowance: Allowance::default() };
        let head = by(&actor, head);
        let mut writing: Option<Writing<'_>> = None;
        let made = before.snapshot(|before| {
            let parts = Parts { before, written: change.tables() };
            make(&parts, cx, &mut |plan| {
                if plan.is_empty() {
                    return Ok(());
                }
                if writing.is_none() {
                    if sign_in_unwritten {
                        Recorder::begin(&change, sign_in_of(&head))?
                            .finish(&BTreeSet::new(), &cx.actor.id.into_iter().collect())?;
                    }
                    writing = Some(Writing::begin(&change, head.clone(), Some(stop))?);
                }
                writing.as_mut().map_or(Ok(()), |writing| writing.plan(plan))
            })
        });
        match (made, writing) {
            (Ok(made), None) => Ok((None, made)),
            (Ok(made), Some(writing)) => {
                let entry = writing.finish()?;
                change.commit()?;
                self.sign_in_unwritten = false;
                Ok((Some(entry), made))
            }
            (Err(ServiceError::Refused(refusal)), writing) => {
                drop(writing);
                drop(change);
                Err(self.refused(head, refusal))
            }
            (Err(other), _) => Err(other),
        }
    }
}
