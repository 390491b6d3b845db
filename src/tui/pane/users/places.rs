//! The groups and the workspaces of a user (U-61 to U-68).

use super::super::super::desk::Desk;
use super::super::super::theme::Tone;
use super::super::super::widget::mark::{Lock, Standing};
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use crate::domain::catalogue::Key;
use crate::domain::cell::State;
use crate::domain::command::{Command, Ref, SetPrimaryGroup, SetWorkspaceAccess};
use crate::domain::id::UserId;
use crate::domain::record::Record;
use crate::domain::value::Level;
use crate::service::{Belonging, Result};
use crate::text::{Shown, show};

/// The mark of a switch.
pub(super) fn switch<T>(cell: &Belonging<T>) -> (Shown, Tone) {
    let standing = standing(cell);
    (standing.switch(), standing.tone())
}

fn standing<T>(cell: &Belonging<T>) -> Standing {
    let before = (cell.rank != cell.stored).then_some(cell.stored);
    Standing { now: cell.rank, before, lock: Lock::from(&cell.state) }
}

/// Why it is locked or has to be asked for; what is staged; else what is given.
pub(super) fn remark<T>(desk: &Desk, cell: &Belonging<T>, free: Shown) -> Shown {
    match &cell.state {
        State::Locked(reason) | State::Ask(reason) => desk.look.texts.reason(&desk.catalogue, reason),
        State::Free if cell.rank != cell.stored => desk.look.texts.get("cell-staged"),
        State::Free => free,
    }
}

/// U-61, U-62: the groups are read-only here; Space makes one of them the primary one (U-63, U-64), Enter goes there.
pub fn groups(desk: &Desk, user: UserId) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = Vec::new();
    for cell in desk.console.group_cells(user, &desk.staged)? {
        let primary = if cell.rank > 0 { texts.get("user-primary") } else { Shown::default() };
        let remark = remark(desk, &cell, primary);
        rows.push(SheetRow::toggle(Item::Record(cell.of.subject()), switch(&cell), show(&cell.of.name), remark));
    }
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("user-no-group"), Shown::default()));
    } else {
        rows.push(SheetRow::detail(None, texts.get("user-primary-about"), Shown::default()));
    }
    rows.push(SheetRow::detail(None, texts.get("user-groups-where"), Shown::default()));
    Ok(rows)
}

/// The Command that makes a group the primary one, or leaves none.
pub fn primary(desk: &Desk, user: UserId, group: i64) -> Result<Option<Command>> {
    let cells = desk.console.group_cells(user, &desk.staged)?;
    let cell = cells.into_iter().find(|cell| cell.of.id.0 == group);
    let name = Ref::pinned(user.to_string(), user.0);
    Ok(cell.map(|cell| {
        let value = (cell.rank == 0).then(|| Ref::pinned(cell.of.name, group));
        SetPrimaryGroup { user: name, value }.into()
    }))
}

/// U-67: every workspace with how far it is reached.
pub fn workspaces(desk: &Desk, user: UserId) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = Vec::new();
    for cell in desk.console.workspace_cells(user, &desk.staged)? {
        let standing = standing(&cell);
        let mark = standing.level(&desk.look);
        let key = Item::Cell(Key::new(&format!("workspace:{}", cell.of.name)));
        let remark = remark(desk, &cell, Shown::default());
        rows.push(SheetRow::toggle(key, (mark, standing.tone()), show(&cell.of.name), remark));
    }
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("user-no-workspace"), Shown::default()));
    }
    Ok(rows)
}

/// The Command that sets how far a workspace is reached: round, or a step up or down.
pub fn reach(desk: &Desk, user: UserId, workspace: &str, step: Option<i8>) -> Result<Option<Command>> {
    let cells = desk.console.workspace_cells(user, &desk.staged)?;
    let Some(cell) = cells.into_iter().find(|cell| cell.of.name == workspace) else { return Ok(None) };
    let top = Level::Manage as u8;
    let to = match step {
        None if cell.rank >= top => 0,
        None => cell.rank + 1,
        Some(step) => cell.rank.saturating_add_signed(step).min(top),
    };
    let value = Level::ALL.get(usize::from(to)).copied().unwrap_or_default();
    let name = Ref::pinned(user.to_string(), user.0);
    let workspace = Ref::pinned(cell.of.name, cell.of.id.0);
    Ok(Some(SetWorkspaceAccess { user: name, workspace, value }.into()))
}
