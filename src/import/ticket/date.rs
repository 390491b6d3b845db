//! Dates as help desks write them. The order of day and month is that of the whole file; nothing is ever swapped.

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, TimeZone};

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// The years that are believed.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// Finds the order of the dates of a file: month first only where no other reading is left.
pub(super) fn order<'d>(dates: impl Iterator<Item = &'d str> + Clone) -> Order {
    let reads = |order| move |date: &str| parse(date, order).is_some();
    let by_day = dates.clone().filter(|date| reads(Order::DayFirst)(date)).count();
    let by_month = dates.filter(|date| reads(Order::MonthFirst)(date)).count();
    if by_month > by_day { Order::MonthFirst } else { Order::DayFirst }
}

/// Reads a date, with or without a time, as milliseconds since 1970 in UTC; a time without a zone is one of here.
pub(super) fn parse(text: &str, order: Order) -> Option<i64> {
    if let Ok(zoned) = DateTime::parse_from_rfc3339(text) {
        return YEARS.contains(&chrono::Datelike::year(&zoned)).then(|| zoned.timestamp_millis());
    }
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    let numbers: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [a, b, c] = numbers[..] else { return None };
    let (year, month, day) = match (a.len(), order) {
        (4, _) => (a, b, c),
        (_, Order::DayFirst) => (c, b, a),
        (_, Order::MonthFirst) => (c, a, b),
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 4);
    let year = i32::try_from(number(year)?).ok().filter(|year| YEARS.contains(year))?;
    let date = NaiveDate::from_ymd_opt(year, number(month)?, number(day)?)?;
    let parts: Vec<&str> = time.trim().trim_end_matches('Z').split(':').collect();
    let clock = match parts[..] {
        [""] => date.and_hms_opt(0, 0, 0)?,
        [hour, minute] => date.and_hms_opt(number(hour)?, number(minute)?, 0)?,
        [hour, minute, second] => {
            let second = second.split('.').next().unwrap_or(second);
            date.and_hms_opt(number(hour)?, number(minute)?, number(second)?)?
        }
        _ => return None,
    };
    Some(here(clock))
}

/// Where the clock was put on or back, the earlier reading; where it never showed that, the next one taken as UTC.
fn here(clock: NaiveDateTime) -> i64 {
    let local = Local.from_local_datetime(&clock).earliest();
    local.map_or_else(|| clock.and_utc().timestamp_millis(), |time| time.timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_all_dates_and_never_swapped() {
        assert_eq!(parse("04/15/2015", Order::DayFirst), None);
        assert!(parse("15/04/2015", Order::DayFirst).is_some());
        assert_eq!(parse("15-04-2015 10:30", Order::DayFirst), parse("2015-04-15 10:30", Order::MonthFirst));
        assert_eq!(order(["04-15-2015 10:00", "04-05-2015 10:00"].into_iter()), Order::MonthFirst);
        assert_eq!(order(["04-05-2015 10:00", "2015-04-30"].into_iter()), Order::DayFirst);
    }

    #[test]
    fn what_is_no_day_of_the_calendar_is_no_date() {
        for text in
            ["30/02/2015", "1/1/99999", "01/01/1890", "2015-04-15 25:00", "yesterday", "0/0/00", "1-2", "٣/4/2015"]
        {
            assert_eq!(parse(text, Order::DayFirst), None, "{text}");
        }
        assert_eq!(parse("2017-03-20T04:52:18.321Z", Order::DayFirst), Some(1_489_985_538_321));
        assert_eq!(parse("2015-04-15T00:00:00+02:00", Order::DayFirst), Some(1_429_048_800_000));
    }
}
