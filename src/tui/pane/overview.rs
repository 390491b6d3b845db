//! The overview: what happened meanwhile, the requests by age, kind and week, and the seats, as charts that read without
//! colour.

use chrono::TimeDelta;

use super::super::desk::Desk;
use super::super::widget::chart;
use super::super::widget::sheet::SheetRow;
use super::{Item, since};
use crate::domain::record::Seat;
use crate::domain::value::{Level, TicketKind};
use crate::service::{AGES, Figures, Result, Week};
use crate::text::{Here, Shown, day, weeks};

/// How many weeks are looked back on.
const WEEKS: u64 = 8;

/// What labels take of the width, at most.
const LABELS: u16 = 31;

/// How wide the numbers before the bars are.
const NUMBERS: usize = 4;

type Rows = Vec<SheetRow<Item>>;

/// The rows of the overview for a room of that width.
///
/// # Errors
/// Signed out, or the store.
pub(super) fn rows(desk: &Desk, width: u16) -> Result<Rows> {
    let room = usize::from(width.saturating_sub(LABELS).clamp(16, 46));
    let mut rows = since::rows(desk);
    if desk.sees("tickets") {
        let figures = desk.console.request_figures(&weeks(desk.console.clock().now(), &Here, WEEKS))?;
        rows.extend(waiting(desk, &figures, room));
        rows.extend(decided(desk, &figures, room));
    }
    rows.extend(seats(desk, room)?);
    Ok(rows)
}

fn count(desk: &Desk, number: u64) -> Shown {
    desk.look.texts.number(i64::try_from(number).unwrap_or(i64::MAX))
}

fn chart(label: Shown, number: &Shown, bar: &Shown) -> SheetRow<Item> {
    SheetRow::detail(None, label, Shown::join([number, bar], &Shown::fixed("  ")))
}

/// What waits: a bar for each age, in which letters tell the kinds.
fn waiting(desk: &Desk, figures: &Figures, room: usize) -> Rows {
    let texts = &desk.look.texts;
    let all = ("count", count(desk, figures.all()).into());
    // T-02: who only asks sees their own.
    let heading = if desk.actor.level("tickets") == Level::Manage {
        texts.with("overview-waiting", &[all])
    } else {
        texts.with("overview-waiting-own", &[all])
    };
    let mut rows = vec![SheetRow::heading(heading)];
    if figures.all() == 0 {
        rows.push(SheetRow::detail(None, texts.get("overview-none-waits"), Shown::default()));
        return rows;
    }
    let letter = |kind: TicketKind| texts.word("overview-letter", kind.as_str());
    let ages: [Shown; AGES.len()] = [
        texts.get("overview-age-0"),
        texts.get("overview-age-1"),
        texts.get("overview-age-2"),
        texts.get("overview-age-3"),
    ];
    let most = figures.waiting.iter().map(|kinds| kinds.iter().sum()).max().unwrap_or(0);
    for (label, kinds) in ages.into_iter().zip(figures.waiting) {
        let parts: Vec<(Shown, u64)> = TicketKind::ALL.iter().map(|kind| letter(*kind)).zip(kinds).collect();
        let number = count(desk, kinds.iter().sum()).pad_left(NUMBERS);
        rows.push(chart(label, &number, &chart::parts(&parts, most, room - NUMBERS - 2)));
    }
    let legend = TicketKind::ALL.iter().map(|kind| {
        let words = [letter(*kind), texts.word("kind-short", kind.as_str()), count(desk, figures.of_kind(*kind))];
        Shown::join(&words, &Shown::fixed(" "))
    });
    let legend = Shown::join(&legend.collect::<Vec<_>>(), &Shown::fixed("   "));
    rows.push(SheetRow::detail(None, legend, Shown::default()));
    rows
}

/// What was decided week by week, and within what time.
fn decided(desk: &Desk, figures: &Figures, room: usize) -> Rows {
    let texts = &desk.look.texts;
    let args = [("weeks", WEEKS.into()), ("count", count(desk, figures.decided()).into())];
    let Some(median) = figures.median else {
        return vec![SheetRow::heading(texts.with("overview-decided", &args))];
    };
    let [weeks, decided] = args;
    let args = [weeks, decided, ("span", span(desk, median).into())];
    let mut rows = vec![SheetRow::heading(texts.with("overview-decided-median", &args))];
    let number = |week: &Week| week.approved + week.rejected;
    let most = figures.weeks.iter().map(number).max().unwrap_or(0);
    // The time stands behind the bar.
    let room = room - NUMBERS - 10;
    for (at, week) in figures.weeks.iter().enumerate() {
        let now = at + 1 == figures.weeks.len();
        let label = if now { texts.get("overview-this-week") } else { day(week.begins, &Here) };
        let mut bar = chart::bar(&desk.look, number(week), most, room).pad_right(room + 2);
        if let Some(median) = week.median {
            bar.push(&span(desk, median));
        }
        rows.push(chart(label, &count(desk, number(week)).pad_left(NUMBERS), &bar));
    }
    rows
}

/// A span in the largest unit that there are some of.
fn span(desk: &Desk, millis: i64) -> Shown {
    let span = TimeDelta::try_milliseconds(millis).unwrap_or(TimeDelta::MAX);
    let texts = &desk.look.texts;
    match (span.num_minutes(), span.num_hours()) {
        (100.., hours @ ..72) => texts.with("time-hours", &[("count", hours.into())]),
        (minutes @ ..100, _) => texts.with("time-minutes", &[("count", minutes.max(1).into())]),
        _ => texts.span(span),
    }
}

/// Seats used against bought, of what is used or bought at all.
fn seats(desk: &Desk, room: usize) -> Result<Rows> {
    let texts = &desk.look.texts;
    let mut rows = vec![SheetRow::heading(texts.get("overview-seats"))];
    // S-22: they count users of every site.
    if !desk.actor.all_sites() {
        rows.push(SheetRow::detail(None, texts.get("overview-seats-all-sites"), Shown::default()));
        return Ok(rows);
    }
    let (bought, used) = (desk.console.organisation()?.seats, desk.console.seats_used(&[])?);
    let seats = Seat::ALL.into_iter().filter_map(|seat| {
        let used = used.get(&seat).map_or(0, |(used, _)| *used);
        let bought = bought.get(&seat).copied().map(i64::from);
        let value = match bought {
            Some(bought) => texts.with("overview-of", &[("used", used.into()), ("bought", bought.into())]),
            None if used == 0 => return None,
            None => texts.number(used),
        };
        Some((seat, value, used, bought))
    });
    let seats: Vec<_> = seats.collect();
    let widest = seats.iter().map(|(_, value, ..)| value.width()).max().unwrap_or(0);
    let room = room.saturating_sub(widest + 3).clamp(5, 20);
    for (seat, value, used, bought) in seats {
        let whole = |number: i64| u64::try_from(number).unwrap_or(0);
        let gauge = bought.map(|bought| chart::gauge(&desk.look, whole(used), whole(bought), room));
        rows.push(chart(texts.label(seat), &value.pad_right(widest), &gauge.unwrap_or_default()));
    }
    Ok(rows)
}
