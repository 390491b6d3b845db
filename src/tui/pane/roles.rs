//! Roles: the matrix of one role, and its data.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::{Held, next_rank, rows};
use super::super::widget::table::Column;
use super::users::field;
use super::{Item, Kind, Opened, Source, as_item};
use crate::domain::cell::role_command;
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, RoleId};
use crate::domain::record::Role;
use crate::domain::value::Level;
use crate::service::Result;
use crate::service::view::{Cursor, From, List, Query, RoleRow, Sort};
use crate::text::{Shown, Texts, show};

/// The tab of roles.
pub struct Roles;

impl Source for Roles {
    type Row = RoleRow;
    const LIST: List = List::Roles;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, RoleRow)>> {
        desk.console.window(query, from, limit)
    }

    fn number(row: &RoleRow) -> i64 {
        row.id.0
    }
}

impl Kind for Roles {
    const TAB: Tab = Tab::Roles;
    const RECORD: RecordKind = RecordKind::Role;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::words(texts.get("col-name"), 12, 24, 0),
            Column::words(texts.get("col-type"), 8, 12, 3),
            Column::words(texts.get("col-licence"), 7, 14, 1),
            Column::numbers(texts.get("col-active"), 7, 2),
            Column::numbers(texts.get("col-invited"), 7, 2),
            Column::words(texts.get("col-changed"), 10, 10, 5),
            Column::words(texts.get("col-description"), 12, 40, 4),
        ]
    }

    fn sorted(_sort: Sort) -> usize {
        0
    }

    fn cells(desk: &Desk, row: &RoleRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let kind = if row.standard { texts.get("role-standard") } else { texts.get("role-custom") };
        let plain = |text: Shown| (text, Tone::Plain);
        vec![
            plain(show(&row.name)),
            plain(kind),
            plain(texts.label(row.licence)),
            plain(texts.number(row.active_holders)),
            plain(texts.number(row.invited_holders)),
            plain(crate::text::day(row.modified_at, &crate::text::Here)),
            plain(row.description.as_deref().map_or_else(|| texts.nothing(), show)),
        ]
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-resources"), texts.get("section-details")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let (role, cells) = desk.console.role_cells(RoleId(number), &desk.staged)?;
        let rows = match at {
            0 => {
                let stored: Role = desk.console.record(number)?;
                let rank = |key: &str| stored.value(key) as u8;
                let held: Vec<Held> =
                    cells.into_iter().map(|cell| Held { stored: rank(cell.key.as_str()), cell }).collect();
                rows(&held, &desk.catalogue, &desk.look).into_iter().map(as_item).collect()
            }
            _ => vec![
                field(desk, "name", Some(&role.name)),
                field(desk, "licence", Some(texts.label(role.licence).as_str())),
                field(desk, "description", role.description.as_deref()),
            ],
        };
        let kind = if role.standard { texts.get("role-standard") } else { texts.get("role-custom") };
        let remark = Shown::join(&[kind, texts.label(role.licence)], &Shown::fixed("  "));
        Ok(Opened { title: show(&role.name), remark, rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let Item::Cell(key) = item else { return Ok(None) };
        let (role, _) = desk.console.role_cells(RoleId(number), &desk.staged)?;
        let Some(entry) = desk.catalogue.get(key.as_str()) else { return Ok(None) };
        let to = next_rank(entry, role.value(key.as_str()) as u8, step);
        let mut level = Level::ALL.get(usize::from(to)).copied().unwrap_or_default();
        // Going round skips what the licence fixes; going down to it says why not.
        if step.is_none() {
            level = level.max(role.licence.minimum(key.as_str()));
        }
        Ok(Some(vec![role_command(&role, key, level)]))
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-roles")
    }
}
