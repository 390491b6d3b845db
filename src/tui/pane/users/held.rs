//! What the catalogue has for a user: licences and portal permissions, as toggles.

use super::super::super::action::Action;
use super::super::super::desk::Desk;
use super::super::super::place::{Place, Tab};
use super::super::super::widget::cells::{Held, next_rank, rows as toggles};
use super::super::super::widget::sheet::SheetRow;
use super::super::{Item, as_item};
use crate::domain::catalogue::{Family, Key};
use crate::domain::cell::user_command;
use crate::domain::command::Command;
use crate::domain::record::User;
use crate::service::Result;
use crate::text::Shown;

/// The cells of the entries that are meant, with the draft on top.
fn cells(desk: &Desk, user: &User, meant: impl Fn(&str) -> bool) -> Result<Vec<Held>> {
    let (_, cells) = desk.console.user_cells(user.id, &desk.staged)?;
    // One whom only the draft makes holds nothing yet.
    let stored: User = desk.console.record(user.id.0).unwrap_or_default();
    let cells = cells.into_iter().filter(|cell| meant(cell.key.as_str()));
    Ok(cells.map(|cell| Held { stored: stored.rank(cell.key.as_str()), cell }).collect())
}

/// Some licences as toggles.
pub fn rows(desk: &Desk, user: &User, keys: &[&str]) -> Result<Vec<SheetRow<Item>>> {
    let held = cells(desk, user, |key| keys.contains(&key))?;
    Ok(toggles(&held, &desk.catalogue, &desk.look).into_iter().map(as_item).collect())
}

/// The portal permissions; what is given with a warning says it as long as it is held (U-40).
pub fn permissions(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let held = cells(desk, user, |key| desk.catalogue.of(Family::Portal, key).is_some())?;
    let mut rows: Vec<_> = toggles(&held, &desk.catalogue, &desk.look).into_iter().map(as_item).collect();
    for row in &mut rows {
        let Some(Item::Cell(key)) = &row.of else { continue };
        let entry = desk.catalogue.get(key.as_str()).filter(|entry| user.rank(entry.key.as_str()) > 0);
        if let Some(warning) = entry.and_then(|entry| desk.look.texts.warning(entry)) {
            row.remark = warning;
        }
    }
    Ok(rows)
}

/// U-18, U-72: whether the phone system gives the agent add-on is shown with who decides it, never as a dead control.
pub fn automatic(desk: &Desk) -> Result<SheetRow<Item>> {
    let texts = &desk.look.texts;
    let on = desk.console.organisation()?.agent_addon_automatic;
    let label = texts.field("agent_addon_automatic");
    let mut row = SheetRow::detail(Some(Item::Asked), label, texts.on_off(on));
    row.remark = by_provider(desk, Tab::Users);
    Ok(row)
}

/// Who decides about it, and how it is asked for.
pub fn by_provider(desk: &Desk, tab: Tab) -> Shown {
    let key = desk.look.key(Action::Follow, Place::Record(tab));
    desk.look.texts.with("user-automatic", &[("key", key.into())])
}

/// The Command that turns an entry round, or one step up or down.
pub fn step(desk: &Desk, user: &User, key: &Key, step: Option<i8>) -> Option<Command> {
    let entry = desk.catalogue.get(key.as_str())?;
    let mut to = next_rank(entry, user.rank(key.as_str()), step);
    // U-15: under Essential there is nothing for a user of the phone system, so that going round passes it by; who steps
    // down from it is told why not.
    if step.is_none() && key.as_str() == "access_type" && to == 0 && !user.is_portal_only() {
        to = 1;
    }
    user_command(user, entry, to)
}
