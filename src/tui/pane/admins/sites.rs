//! The sites of an administrator, as a tick list.

use super::super::super::desk::Desk;
use super::super::super::theme::Tone;
use super::super::super::widget::mark::{Lock, Standing};
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use crate::domain::cell::{SiteCell, State};
use crate::domain::command::{Command, Ref, SetAdminAllSites, SetAdminSite};
use crate::domain::id::{AdminId, SiteId};
use crate::domain::norm::sort_key;
use crate::domain::record::Admin;
use crate::service::{Result, ServiceError};
use crate::text::Shown;

/// The rows: all sites as a grant of its own, then each site by name.
pub fn rows(desk: &Desk, id: AdminId) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let (admin, all, mut cells) = desk.console.site_cells(id, &desk.staged)?;
    // One whom only the draft makes holds nothing yet.
    let stored: Admin = desk.console.record(id.0).unwrap_or_default();
    cells.sort_by_cached_key(|cell| sort_key(&cell.site.name));
    let remark = remark(desk, &all, admin.all_sites != stored.all_sites, Shown::default());
    let label = texts.get("admin-all-sites");
    let mut rows = vec![SheetRow::toggle(Item::AllSites, mark(admin.all_sites, stored.all_sites, &all), label, remark)];
    rows.extend(cells.iter().map(|cell| row(desk, &admin, &stored, cell)));
    Ok(rows)
}

fn row(desk: &Desk, admin: &Admin, stored: &Admin, cell: &SiteCell) -> SheetRow<Item> {
    let texts = &desk.look.texts;
    let before = stored.sites.contains(&cell.site.id);
    let free = if cell.given && !cell.held {
        texts.get("admin-site-held-back")
    } else if admin.all_sites && cell.held && !cell.given {
        texts.get("admin-site-with-all")
    } else {
        Shown::default()
    };
    let args = [("name", (&cell.site.name).into()), ("code", (&cell.site.code).into())];
    let label = texts.with("site-coded", &args);
    let remark = remark(desk, &cell.state, cell.given != before, free);
    SheetRow::toggle(Item::Site(cell.site.id), mark(cell.given, before, &cell.state), label, remark)
}

fn mark(now: bool, before: bool, state: &State) -> (Shown, Tone) {
    let before = (now != before).then_some(u8::from(before));
    let standing = Standing { now: u8::from(now), before, lock: Lock::from(state) };
    (standing.switch(), standing.tone())
}

fn remark(desk: &Desk, state: &State, staged: bool, free: Shown) -> Shown {
    let texts = &desk.look.texts;
    match state {
        State::Locked(reason) => texts.reason(&desk.catalogue, reason),
        _ if staged => texts.get("cell-staged"),
        State::Ask(reason) => texts.reason(&desk.catalogue, reason),
        State::Free => free,
    }
}

/// The Command that turns one site round, or all of them where none is named.
pub fn toggle(desk: &Desk, id: AdminId, site: Option<SiteId>) -> Result<Option<Command>> {
    let (admin, all, cells) = desk.console.site_cells(id, &desk.staged)?;
    let unlocked = |state: State| match state {
        State::Locked(reason) => Err(ServiceError::from(reason)),
        State::Free | State::Ask(_) => Ok(()),
    };
    let Some(site) = site else {
        unlocked(all)?;
        return Ok(Some(SetAdminAllSites { admin: named(&admin), value: !admin.all_sites }.into()));
    };
    let Some(cell) = cells.into_iter().find(|cell| cell.site.id == site) else { return Ok(None) };
    unlocked(cell.state)?;
    let site = Ref::pinned(cell.site.code, site.0);
    Ok(Some(SetAdminSite { admin: named(&admin), site, value: !cell.given }.into()))
}

fn named(admin: &Admin) -> Ref {
    Ref::pinned(admin.username.clone(), admin.id.0)
}
