//! What has happened to a record, and when and by whom a value was given: as much of the journal as the actor may see.

use std::collections::BTreeMap;

use super::console::{Console, actor_in};
use super::error::Result;
use super::notes::readable;
use crate::domain::change::Change;
use crate::domain::engine::{Actor, visible};
use crate::domain::facts::describe;
use crate::domain::id::{EntryNo, Subject};
use crate::domain::policy::require;
use crate::domain::refusal::Refusal;
use crate::domain::value::Level;
use crate::domain::why::{Since, Step};
use crate::store::view::{self, Filter, List, Query, Scope, Sort};
use crate::store::{Tables, journal};

/// Which entries the actor may see; each is asked about once.
pub(super) struct Seen<'t> {
    tables: Tables<'t>,
    scope: Scope,
    known: BTreeMap<EntryNo, bool>,
}

impl<'t> Seen<'t> {
    pub fn new(tables: Tables<'t>, actor: &Actor) -> Self {
        Self { tables, scope: Scope::of(actor), known: BTreeMap::new() }
    }

    fn sees(&mut self, entry: EntryNo) -> Result<bool> {
        if let Some(seen) = self.known.get(&entry) {
            return Ok(*seen);
        }
        let query = Query { list: List::Journal, filter: Filter::default(), sort: Sort::Number, descending: false };
        let seen = view::cursor_of(self.tables, &self.scope, &query, entry)?.is_some();
        self.known.insert(entry, seen);
        Ok(seen)
    }

    /// Says of each step who gave its value and when, where the actor may see that.
    pub fn say_since(&mut self, steps: &mut [Step]) -> Result<()> {
        for step in steps.iter_mut().filter(|step| !step.staged) {
            let Some((subject, field)) = &step.set else { continue };
            let Some(entry) = journal::last_set(self.tables, *subject, field)? else { continue };
            if self.sees(entry)? {
                let found = journal::entry(self.tables, entry)?;
                let since = |e: journal::Entry| Since { entry, at: e.head.at, by: e.head.actor.map(|(_, name)| name) };
                step.since = found.map(since);
            }
        }
        Ok(())
    }
}

impl Console {
    /// The newest changes of a record, for "what has happened to this": those of the entries that the actor may see.
    ///
    /// # Errors
    /// Not found, not allowed, signed out, or the store.
    pub fn history(&self, subject: Subject, limit: i64) -> Result<Vec<(EntryNo, Change)>> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            require(&actor, "journal", Level::View)?;
            // Of a record that is gone the entries alone say who may see it.
            if let Some((home, _)) = describe(&tables, subject)?
                && !visible(&tables, &actor, home)?
            {
                return Err(Refusal::not_found(subject.kind, &subject.to_string()).into());
            }
            let mut seen = Seen::new(tables, &actor);
            let mut history = Vec::new();
            for (entry, change) in journal::history(tables, subject, limit)? {
                if seen.sees(entry)? {
                    history.extend(readable(&actor, vec![change]).into_iter().map(|change| (entry, change)));
                }
            }
            Ok(history)
        })
    }
}
