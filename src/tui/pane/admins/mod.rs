//! Administrators: resources with where each comes from, sites as ticks, details.

mod audit;
mod branches;
mod details;
mod sites;
mod tree;

use super::super::action::Action;
use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::{Held, next_rank, rows};
use super::super::widget::table::Column;
use super::list::with_draft;
use super::{Item, Kind, ListPane, Opened, Source, Views};
use crate::domain::cell::admin_command;
use crate::domain::command::Command;
use crate::domain::engine::own_value;
use crate::domain::id::{AdminId, Kind as RecordKind};
use crate::domain::record::{Admin, Role};
use crate::domain::value::{Level, Status};
use crate::service::Result;
use crate::service::view::{AdminRow, Cursor, From, List, Query, Sort};
use crate::text::{Shown, Texts, show};
use audit::Audit;
use tree::Tree;

/// The tab of administrators: the list, the tree, and what somebody should look at.
pub fn pane() -> Views {
    Views::of(List::Admins, ListPane::<Admins>::default())
        .and(Action::Tree, Tree::default())
        .and(Action::Audit, Audit::default())
}

/// The administrators, as a list.
pub struct Admins;

impl Source for Admins {
    type Row = AdminRow;
    const LIST: List = List::Admins;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, AdminRow)>> {
        let rows = desk.console.admins(query, from, limit)?;
        with_draft(desk, rows, Self::number, |row: &mut AdminRow, admin: Admin| {
            row.username = admin.username;
            row.first_name = admin.first_name;
            row.last_name = admin.last_name;
            row.email = admin.email;
            row.status = admin.status;
        })
    }

    fn number(row: &AdminRow) -> i64 {
        row.id.0
    }
}

impl Kind for Admins {
    const TAB: Tab = Tab::Admins;
    const RECORD: RecordKind = RecordKind::Admin;
    const MARKS: bool = true;

    fn columns(texts: &Texts) -> Vec<Column> {
        let mut states: Vec<Shown> = [Status::Invited, Status::Active, Status::Disabled].map(|s| texts.label(s)).into();
        states.push(texts.get("admin-must-change"));
        vec![
            Column::words(texts.get("col-username"), 13, 18, 0),
            Column::words(texts.get("col-name"), 14, 26, 1).chosen_as("name"),
            Column::words(texts.get("col-parent"), 12, 14, 4).chosen_as("parent"),
            Column::labels(texts.get("col-status"), states, 2).chosen_as("status"),
            Column::numbers(texts.get("col-sites"), 5, 3).chosen_as("sites"),
            Column::numbers(texts.get("col-resources"), 6, 3).chosen_as("rights"),
            Column::words(texts.get("col-email"), 14, 34, 8).chosen_as("email"),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        (sort != Sort::Changed).then_some(0)
    }

    fn cells(desk: &Desk, row: &AdminRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let parent = row.parent.as_deref().map_or_else(|| texts.get("admin-owner"), show);
        let (status, tone) = state(desk, row);
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
        let (admin, _, cells) = desk.console.admin_cells(id, &desk.staged)?;
        let rows = match at {
            0 => {
                let stored = desk.console.holds(id, &[])?;
                let rank = |key: &str| stored.resources.get(key).copied().unwrap_or_default() as u8;
                let held: Vec<Held> =
                    cells.into_iter().map(|cell| Held { stored: rank(cell.key.as_str()), cell }).collect();
                let rows = rows(&held, &desk.catalogue, &desk.look);
                rows.into_iter().map(super::as_item).collect()
            }
            1 => sites::rows(desk, id)?,
            _ => details::rows(desk, &admin)?,
        };
        let remark = match admin.status {
            _ if admin.is_owner() => texts.get("admin-owner"),
            Status::Active if desk.console.standing(id)?.must_change_by.is_some() => texts.get("admin-must-change"),
            status => texts.label(status),
        };
        let title = texts.with("person", &[("name", admin.full_name().into()), ("username", (&admin.username).into())]);
        Ok(Opened { title, remark, rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let (admin, _, _) = desk.console.admin_cells(AdminId(number), &desk.staged)?;
        Ok(match item {
            Item::Cell(key) => {
                let Some(entry) = desk.catalogue.get(key.as_str()) else { return Ok(None) };
                let role: Option<Role> = admin.role.map(|id| desk.console.record(id.0)).transpose()?;
                let own = own_value(&admin, role.as_ref(), key.as_str());
                let to = next_rank(entry, own as u8, step);
                let level = Level::ALL.get(usize::from(to)).copied().unwrap_or_default();
                let by_role = role.as_ref().map_or(Level::None, |r| r.value(key.as_str()));
                Some(vec![admin_command(&admin, key, (level != by_role).then_some(level))])
            }
            Item::Site(site) => sites::toggle(desk, admin.id, Some(*site))?.map(|command| vec![command]),
            Item::AllSites => sites::toggle(desk, admin.id, None)?.map(|command| vec![command]),
            _ => None,
        })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-admins")
    }
}

/// The state of an administrator, and the tone of the row.
fn state(desk: &Desk, row: &AdminRow) -> (Shown, Tone) {
    let texts = &desk.look.texts;
    match row.status {
        Status::Disabled => (texts.label(row.status), Tone::Dim),
        // Who never signed in has a password to change too: that goes without saying.
        Status::Active if row.must_change_password => (texts.get("admin-must-change"), Tone::Plain),
        status => (texts.label(status), Tone::Plain),
    }
}
