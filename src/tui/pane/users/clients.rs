//! The UC client, the CRM add-on, and the softphone with a device for each client (U-51 to U-60).

use super::super::super::desk::Desk;
use super::super::super::widget::mark::{Lock, Standing};
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use super::{held, seat_rows};
use crate::domain::cell::State;
use crate::domain::record::{Seat, User};
use crate::domain::value::Client;
use crate::service::{Belonging, Result};
use crate::text::{Shown, show};

/// The rows of the section.
pub fn rows(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = held::rows(desk, user, &["uc_client", "crm_addon", "softphone"])?;
    // The softphone itself comes and goes with its clients.
    for cell in desk.console.client_cells(user.id, &desk.staged)? {
        rows.push(client(desk, user, &cell));
    }
    rows.push(SheetRow::heading(texts.field("devices")));
    for device in &user.devices {
        let webrtc = if device.webrtc { texts.get("device-webrtc") } else { texts.nothing() };
        let mut row = SheetRow::detail(None, show(&device.id), webrtc);
        row.remark = device.model.as_deref().map(show).unwrap_or_default();
        rows.push(row);
    }
    if user.devices.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("device-none"), Shown::default()));
    }
    rows.extend(seat_rows(desk, &[Seat::CrmAddon])?);
    rows.push(SheetRow::detail(None, texts.get("client-help"), Shown::default()));
    rows.push(SheetRow::detail(None, texts.get("client-installers"), Shown::default()));
    Ok(rows)
}

fn client(desk: &Desk, user: &User, cell: &Belonging<Client>) -> SheetRow<Item> {
    let texts = &desk.look.texts;
    let before = (cell.rank != cell.stored).then_some(cell.stored);
    let standing = Standing { now: cell.rank, before, lock: Lock::from(&cell.state) };
    let remark = match (&cell.state, user.softphone.get(&cell.of)) {
        (State::Ask(reason) | State::Locked(reason), None) => texts.reason(&desk.catalogue, reason),
        (_, None) => texts.get("client-pick"),
        (_, Some(held)) => match &held.device {
            Some(device) => show(device),
            // U-57: without a device it is not finished.
            None => texts.get("client-incomplete"),
        },
    };
    let label = texts.with("client-of", &[("client", texts.label(cell.of).into())]);
    SheetRow::toggle(Item::Client(cell.of), (standing.switch(), standing.tone()), label, remark)
}
