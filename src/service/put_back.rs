//! A clock that was put back: the journal has entries of a time that is still to come (S-49). Nothing depends on it, for
//! order comes from the numbers; but whoever reads the times has to know.

use super::console::Console;
use super::error::Result;
use crate::domain::record::Admin;
use crate::domain::time::Time;
use crate::store::Tables;
use crate::store::journal::{self, EntryHead};

/// So far may two clocks differ, in milliseconds: two minutes.
const TOLERANCE: i64 = 2 * 60_000;

/// When the newest entry was written, where that is more than two minutes from now.
pub(super) fn ahead(tables: Tables<'_>, now: Time) -> Result<Option<Time>> {
    let newest = journal::entry(tables, journal::head(tables)?.number)?.map(|entry| entry.head.at);
    Ok(newest.filter(|at| at.since(now) > TOLERANCE))
}

impl Console {
    /// Writes down that the clock was put back, once for each time: the entry that says so is the newest one then. Answers
    /// when the one before it was written.
    pub(super) fn note_clock(&mut self, by: &Admin, now: Time) -> Result<Option<Time>> {
        if ahead(self.reader.tables(), now)?.is_none() {
            return Ok(None);
        }
        let (actor, peer) = (Some((by.id, by.username.clone())), self.settings.peer.clone());
        let house = self.writer()?.begin_housekeeping()?;
        // Somebody else may have said it meanwhile.
        let newest = ahead(house.tables(), now)?;
        if newest.is_some() {
            house.record(EntryHead { actor, peer, ..EntryHead::new("clock", "done", now) })?;
            house.commit()?;
        }
        Ok(newest)
    }
}
