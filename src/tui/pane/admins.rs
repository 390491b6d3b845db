//! Administrators: resources with where each comes from, sites as ticks, details.

use std::collections::BTreeSet;

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::{Held, next_rank, rows};
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::users::field;
use super::{Item, Kind, Opened, Source};
use crate::domain::cell::admin_command;
use crate::domain::command::{Command, Ref, SetAdminAllSites, SetAdminSite};
use crate::domain::engine::{Effective, Sites, own_value};
use crate::domain::id::{AdminId, Kind as RecordKind, SiteId};
use crate::domain::record::{Admin, Role, Site};
use crate::domain::value::{Level, Status};
use crate::service::Result;
use crate::service::view::{AdminRow, Cursor, From, List, Query, Sort};
use crate::text::{Shown, Texts, show};

/// The tab of administrators.
pub struct Admins;

impl Source for Admins {
    type Row = AdminRow;
    const LIST: List = List::Admins;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, AdminRow)>> {
        desk.console.admins(query, from, limit)
    }

    fn number(row: &AdminRow) -> i64 {
        row.id.0
    }
}

impl Kind for Admins {
    const TAB: Tab = Tab::Admins;
    const RECORD: RecordKind = RecordKind::Admin;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::words(texts.get("col-username"), 8, 18, 0),
            Column::words(texts.get("col-name"), 12, 26, 1),
            Column::words(texts.get("col-parent"), 8, 14, 4),
            Column::words(texts.get("col-status"), 8, 12, 2),
            Column::words(texts.get("col-sites"), 5, 6, 3),
            Column::numbers(texts.get("col-resources"), 9, 3),
            Column::words(texts.get("col-email"), 14, 34, 5),
        ]
    }

    fn sorted(_sort: Sort) -> usize {
        0
    }

    fn cells(desk: &Desk, row: &AdminRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let tone = if row.status == Status::Disabled { Tone::Dim } else { Tone::Plain };
        let parent = row.parent.as_deref().map_or_else(|| texts.get("admin-owner"), show);
        let status = if row.must_change_password && row.status != Status::Disabled {
            texts.get("admin-must-change")
        } else {
            texts.label(row.status)
        };
        let sites = row.sites.map_or_else(|| texts.get("all"), |n| texts.number(i64::try_from(n).unwrap_or(0)));
        vec![
            (show(&row.username), tone),
            (show(format!("{} {}", row.first_name, row.last_name).trim()), tone),
            (parent, tone),
            (status, tone),
            (sites, tone),
            (texts.number(i64::try_from(row.resources).unwrap_or(0)), tone),
            (show(&row.email), tone),
        ]
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-resources"), texts.get("section-sites"), texts.get("section-details")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let id = AdminId(number);
        let (admin, holds, cells) = desk.console.admin_cells(id, &desk.staged)?;
        let rows = match at {
            0 => {
                let stored = desk.console.holds(id, &[])?;
                let rank = |key: &str| stored.resources.get(key).copied().unwrap_or_default() as u8;
                let held: Vec<Held> =
                    cells.into_iter().map(|cell| Held { stored: rank(cell.key.as_str()), cell }).collect();
                let rows = rows(&held, &desk.catalogue, &desk.look);
                rows.into_iter().map(super::as_item).collect()
            }
            1 => sites(desk, &admin, &holds)?,
            _ => details(desk, &admin)?,
        };
        let remark = if admin.is_owner() { texts.get("admin-owner") } else { texts.label(admin.status) };
        let title = texts.with("person", &[("name", admin.full_name().into()), ("username", (&admin.username).into())]);
        Ok(Opened { title, remark, rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let (admin, _, _) = desk.console.admin_cells(AdminId(number), &desk.staged)?;
        let reference = Ref::pinned(admin.username.clone(), number);
        Ok(match item {
            Item::Cell(key) => {
                let Some(entry) = desk.catalogue.get(key.as_str()) else { return Ok(None) };
                let role: Option<Role> =
                    admin.role.map(|id| desk.console.reader().tables().read(id.0)).transpose()?.flatten();
                let own = own_value(&admin, role.as_ref(), key.as_str());
                let to = next_rank(entry, own as u8, step);
                let level = Level::ALL.get(usize::from(to)).copied().unwrap_or_default();
                let by_role = role.as_ref().map_or(Level::None, |r| r.value(key.as_str()));
                Some(vec![admin_command(&admin, key, (level != by_role).then_some(level))])
            }
            Item::Site(site) => {
                let name: Option<Site> = desk.console.reader().tables().read(site.0)?;
                let site_ref = Ref::pinned(name.map(|s| s.code).unwrap_or_default(), site.0);
                let value = !admin.sites.contains(site);
                Some(vec![SetAdminSite { admin: reference, site: site_ref, value }.into()])
            }
            Item::AllSites => Some(vec![SetAdminAllSites { admin: reference, value: !admin.all_sites }.into()]),
            _ => None,
        })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-admins")
    }
}

/// the sites that the actor may give, and those that the administrator has.
fn sites(desk: &Desk, admin: &Admin, holds: &Effective) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let effective: Option<&BTreeSet<SiteId>> = match &holds.sites {
        Sites::All => None,
        Sites::Some(sites) => Some(sites),
    };
    let mark = |on: bool| (Shown::fixed(if on { "[x]" } else { "[ ]" }), Tone::Plain);
    let mut rows =
        vec![SheetRow::toggle(Item::AllSites, mark(admin.all_sites), texts.get("admin-all-sites"), Shown::default())];
    for site in desk.console.sites()? {
        let given = admin.all_sites || admin.sites.contains(&site.id);
        let held_back = given && effective.is_some_and(|sites| !sites.contains(&site.id));
        let remark = if held_back { texts.get("admin-site-held-back") } else { Shown::default() };
        let label = texts.with("site-coded", &[("name", (&site.name).into()), ("code", (&site.code).into())]);
        rows.push(SheetRow::toggle(Item::Site(site.id), mark(admin.sites.contains(&site.id)), label, remark));
    }
    Ok(rows)
}

fn details(desk: &Desk, admin: &Admin) -> Result<Vec<SheetRow<Item>>> {
    let tables = desk.console.reader().tables();
    let role: Option<Role> = admin.role.map(|id| tables.read(id.0)).transpose()?.flatten();
    let parent: Option<Admin> = admin.parent.map(|id| tables.read(id.0)).transpose()?.flatten();
    Ok(vec![
        field(desk, "username", Some(&admin.username)),
        field(desk, "first_name", Some(&admin.first_name)),
        field(desk, "middle_name", admin.middle_name.as_deref()),
        field(desk, "last_name", Some(&admin.last_name)),
        field(desk, "email", Some(&admin.email)),
        field(desk, "role", role.as_ref().map(|r| r.name.as_str())),
        field(desk, "parent", parent.as_ref().map(|p| p.username.as_str())),
        field(desk, "work_phone", admin.work_phone.as_deref()),
        field(desk, "fax", admin.fax.as_deref()),
        field(desk, "mobile", admin.mobile.as_deref()),
        field(desk, "landline", admin.landline.as_deref()),
        field(desk, "address", admin.address.street.as_deref()),
    ])
}
