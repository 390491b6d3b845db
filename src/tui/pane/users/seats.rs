//! Seats: used, bought, and what the draft would use.

use super::super::super::desk::Desk;
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use crate::domain::record::Seat;
use crate::service::Result;
use crate::text::Shown;

/// A row for each of these seats, under a heading; nothing for who does not hold all sites.
pub fn rows(desk: &Desk, seats: &[Seat]) -> Result<Vec<SheetRow<Item>>> {
    if !desk.actor.all_sites() {
        return Ok(Vec::new());
    }
    let texts = &desk.look.texts;
    let organisation = desk.console.organisation()?;
    let used = desk.console.seats_used(&desk.staged)?;
    let mut rows = vec![SheetRow::heading(texts.get("overview-seats"))];
    for seat in seats {
        let (stored, now) = used.get(seat).copied().unwrap_or_default();
        let bought = organisation.seats.get(seat).copied().map(i64::from);
        let count = match bought {
            Some(bought) => texts.with("overview-of", &[("used", stored.into()), ("bought", bought.into())]),
            None => texts.number(stored),
        };
        let mut row = SheetRow::detail(None, texts.label(*seat), count);
        row.remark = match bought {
            Some(bought) if now != stored && now > bought => texts.with("seats-draft-beyond", &[("used", now.into())]),
            _ if now != stored => texts.with("seats-draft", &[("used", now.into())]),
            Some(bought) if stored > bought => texts.get("seats-beyond"),
            Some(bought) => texts.with("seats-left", &[("left", (bought - stored).into())]),
            None => Shown::default(),
        };
        rows.push(row);
    }
    Ok(rows)
}
