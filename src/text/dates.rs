//! Moments and spans of time for people: UTC in, the reader's zone out.

use std::fmt::Display;

use chrono::{Datelike, Days, NaiveTime, TimeDelta, TimeZone};

use super::{Shown, Texts};
use crate::domain::time::Time;
use crate::text_id;

/// Returns a day, such as `2026-11-22`.
pub fn day<Z: TimeZone<Offset: Display>>(at: Time, zone: &Z) -> Shown {
    written(at, zone, "%Y-%m-%d")
}

/// Returns a moment to the minute, such as `2026-11-22 14:05`: what lists and records show.
pub fn minute<Z: TimeZone<Offset: Display>>(at: Time, zone: &Z) -> Shown {
    written(at, zone, "%Y-%m-%d %H:%M")
}

/// Returns a moment to the second with its offset, such as `2026-11-22 14:05:09 -05:00`: what the journal shows.
pub fn second<Z: TimeZone<Offset: Display>>(at: Time, zone: &Z) -> Shown {
    written(at, zone, "%Y-%m-%d %H:%M:%S %:z")
}

/// Returns when the last so many weeks began, the one of now last: on Monday at midnight.
pub fn weeks<Z: TimeZone>(now: Time, zone: &Z, count: u64) -> Vec<Time> {
    let today = now.utc().with_timezone(zone).date_naive();
    let back = |week: u64| u64::from(today.weekday().num_days_from_monday()) + 7 * week;
    let days = (0..count).rev().filter_map(|week| today.checked_sub_days(Days::new(back(week))));
    // Where a change of the clock skips midnight, the week begins a little later.
    let begins = |hour| move |day: chrono::NaiveDate| zone.from_local_datetime(&day.and_time(hour)).earliest();
    let late = NaiveTime::MIN + TimeDelta::hours(2);
    days.filter_map(|day| begins(NaiveTime::MIN)(day).or_else(|| begins(late)(day)))
        .map(|at| Time(at.timestamp_millis()))
        .collect()
}

fn written<Z: TimeZone<Offset: Display>>(at: Time, zone: &Z, form: &str) -> Shown {
    Shown::trusted(at.utc().with_timezone(zone).format(form).to_string())
}

impl Texts {
    /// Returns an age in its largest whole unit, such as `2 h` or `3 d` (`3 j` in French).
    ///
    /// What is less than a minute old, or dated later by another clock, is `now`.
    pub fn age(&self, since: Time, now: Time) -> Shown {
        self.span(TimeDelta::try_milliseconds(now.since(since)).unwrap_or(TimeDelta::MAX))
    }

    /// Returns a span in its largest whole unit: minutes, hours, days, from two months on months, from two years on
    /// years.
    pub fn span(&self, span: TimeDelta) -> Shown {
        let count = |id, count: i64| self.with(id, &[("count", count.into())]);
        match (span.num_minutes(), span.num_hours(), span.num_days()) {
            (i64::MIN..=0, ..) => self.get(text_id!("time-now")),
            (minutes @ ..60, ..) => count(text_id!("time-minutes"), minutes),
            (_, hours @ ..24, _) => count(text_id!("time-hours"), hours),
            (.., days @ ..60) => count(text_id!("time-days"), days),
            (.., days @ ..730) => count(text_id!("time-months"), days / 30),
            (.., days) => count(text_id!("time-years"), days / 365),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{FixedOffset, Utc};

    use super::*;
    use crate::text::Lang;

    #[test]
    fn moments_are_local() {
        let at = Time(1_795_374_309_000);
        let zone = FixedOffset::west_opt(5 * 3600).unwrap();
        assert_eq!(minute(at, &Utc).as_str(), "2026-11-22 19:05");
        assert_eq!(minute(at, &zone).as_str(), "2026-11-22 14:05");
        assert_eq!(second(at, &zone).as_str(), "2026-11-22 14:05:09 -05:00");
        assert_eq!(day(Time(0), &zone).as_str(), "1969-12-31");
    }

    #[test]
    fn weeks_begin_on_monday_where_the_reader_is() {
        // Sunday 22 November 2026 at 19:05 UTC; in Auckland it is Monday already.
        let now = Time(1_795_374_309_000);
        let written =
            |zone: &FixedOffset| weeks(now, zone, 3).iter().map(|at| minute(*at, zone).to_string()).collect::<Vec<_>>();
        let (west, east) = (FixedOffset::west_opt(5 * 3600).unwrap(), FixedOffset::east_opt(13 * 3600).unwrap());
        assert_eq!(written(&west), ["2026-11-02 00:00", "2026-11-09 00:00", "2026-11-16 00:00"]);
        assert_eq!(written(&east)[2], "2026-11-23 00:00");
    }

    #[test]
    fn ages_have_one_unit() {
        let now = Time(i64::MAX);
        assert_eq!(Texts::new(Lang::En).age(now.plus(-7_200_000), now).as_str(), "2 h");
        let (en, fr) = (Texts::new(Lang::En), Texts::new(Lang::Fr));
        for (seconds, english, french) in [
            (-5, "now", "maintenant"),
            (59, "now", "maintenant"),
            (60, "1 min", "1 min"),
            (7_200, "2 h", "2 h"),
            (86_399, "23 h", "23 h"),
            (3 * 86_400, "3 d", "3 j"),
            (75 * 86_400, "2 mo", "2 mois"),
            (800 * 86_400, "2 y", "2 ans"),
        ] {
            let span = TimeDelta::seconds(seconds);
            assert_eq!((en.span(span).as_str(), fr.span(span).as_str()), (english, french));
        }
    }
}
