//! The figures of the overview: what waits, what was decided week by week, and how long a decision took.

use super::console::Console;
use super::error::Result;
use crate::domain::time::Time;
use crate::domain::value::{TicketKind, TicketStatus};
use crate::store::view::{self, Decided, List};

/// A day, in milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// The ages that waiting requests are told apart by, in milliseconds: from each of them on, and up to the next.
pub const AGES: [i64; 4] = [0, DAY, 3 * DAY, 7 * DAY];

/// What was decided in one week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// When it began.
    pub begins: Time,
    /// Requests approved.
    pub approved: u64,
    /// Requests rejected.
    pub rejected: u64,
    /// How long half of these decisions took at most, in milliseconds; none where there were none.
    pub median: Option<i64>,
}

/// The requests within reach, in figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many wait: for each age of [`AGES`], for each kind of [`TicketKind::ALL`].
    pub waiting: [[u64; 4]; AGES.len()],
    /// The weeks that were asked for.
    pub weeks: Vec<Week>,
    /// How long half of all these decisions took at most, in milliseconds; none where there were none.
    pub median: Option<i64>,
}

impl Figures {
    /// How many requests of a kind wait.
    pub fn of_kind(&self, kind: TicketKind) -> u64 {
        self.waiting.iter().map(|kinds| kinds[kind as usize]).sum()
    }

    /// How many requests wait.
    pub fn all(&self) -> u64 {
        self.waiting.iter().flatten().sum()
    }

    /// How many were decided in these weeks.
    pub fn decided(&self) -> u64 {
        self.weeks.iter().map(|week| week.approved + week.rejected).sum()
    }
}

impl Console {
    /// Counts the requests within reach: those that wait, and those decided in the weeks that began at these moments,
    /// the last of which lasts until now.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn request_figures(&self, weeks: &[Time]) -> Result<Figures> {
        let scope = self.may_list(List::Tickets)?;
        let now = self.settings.clock.now();
        self.reader.snapshot(|tables| {
            let mut figures = Figures::default();
            for (at, kinds) in figures.waiting.iter_mut().enumerate() {
                let younger = if at == 0 { Time(i64::MAX) } else { now.plus(1 - AGES[at]) };
                let older = AGES.get(at + 1).map_or(Time(i64::MIN), |age| now.plus(1 - age));
                for (count, kind) in kinds.iter_mut().zip(TicketKind::ALL) {
                    *count = view::waiting_between(tables, &scope, *kind, older, younger)?;
                }
            }
            let since = weeks.first().copied().unwrap_or(now);
            let mut decided = view::decided_since(tables, &scope, since)?;
            decided.retain(|request| request.status != TicketStatus::Cancelled);
            figures.weeks = in_weeks(weeks, &decided);
            figures.median = median(&decided);
            Ok(figures)
        })
    }
}

/// Parts decisions, the oldest first, into the weeks in which they were made.
fn in_weeks(weeks: &[Time], decided: &[Decided]) -> Vec<Week> {
    let made_before = |end: Option<&Time>| match end {
        Some(end) => decided.partition_point(|request| request.decided_at < *end),
        None => decided.len(),
    };
    let week = |(at, begins): (usize, &Time)| {
        let within = &decided[made_before(Some(begins))..made_before(weeks.get(at + 1))];
        let approved = within.iter().filter(|request| request.status == TicketStatus::Done).count() as u64;
        Week { begins: *begins, approved, rejected: within.len() as u64 - approved, median: median(within) }
    };
    weeks.iter().enumerate().map(week).collect()
}

/// The middle one of the times that decisions took, the longer one of two.
fn median(decided: &[Decided]) -> Option<i64> {
    let mut took: Vec<i64> = decided.iter().map(|d| d.decided_at.since(d.opened_at).max(0)).collect();
    let middle = took.len() / 2;
    (!took.is_empty()).then(|| *took.select_nth_unstable(middle).1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(status: TicketStatus, took: i64, at: i64) -> Decided {
        Decided { status, opened_at: Time(at - took), decided_at: Time(at) }
    }

    #[test]
    fn decisions_fall_into_the_weeks_in_which_they_were_made() {
        use TicketStatus::{Done, Rejected};
        let made = [decided(Done, 5, 10), decided(Rejected, 9, 19), decided(Done, 1, 20), decided(Done, 4, 35)];
        let weeks = in_weeks(&[Time(10), Time(20), Time(30), Time(40)], &made);
        let figures: Vec<_> = weeks.iter().map(|week| (week.approved, week.rejected, week.median)).collect();
        assert_eq!(figures, [(1, 1, Some(9)), (1, 0, Some(1)), (1, 0, Some(4)), (0, 0, None)]);
        assert_eq!((median(&made), median(&[])), (Some(5), None));
    }
}
