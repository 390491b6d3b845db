//! Roles: the boxes of one role and its data; all of them side by side.

mod boxes;
mod matrix;

use super::super::action::Action;
use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::next_rank;
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::users::field;
use super::{Item, Kind, ListPane, Opened, Source, Views};
use crate::domain::catalogue::Key;
use crate::domain::cell::{State, role_command};
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, RoleId};
use crate::domain::record::Role;
use crate::domain::value::Level;
use crate::service::Result;
use crate::service::view::{Cursor, From, List, Query, RoleRow, Sort};
use crate::text::{Here, Shown, Texts, day, show};
use matrix::Matrix;

/// The tab of roles: the list, and all of them side by side.
pub fn pane() -> Views {
    Views::of(List::Roles, ListPane::<Roles>::default()).and(Action::Matrix, Matrix::default())
}

/// The roles, as a list.
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
            Column::words(texts.get("col-name"), 15, 24, 0),
            Column::words(texts.get("col-type"), 9, 13, 2),
            Column::words(texts.get("col-licence"), 13, 14, 1),
            Column::numbers(texts.get("col-active"), 7, 1),
            Column::numbers(texts.get("col-invited"), 7, 1),
            Column::words(texts.get("col-created"), 10, 10, 5),
            Column::words(texts.get("col-changed"), 10, 10, 3),
            Column::words(texts.get("col-description"), 12, 40, 4),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        (sort != Sort::Changed).then_some(0)
    }

    fn cells(desk: &Desk, row: &RoleRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let plain = |text: Shown| (text, Tone::Plain);
        vec![
            plain(show(&row.name)),
            plain(kind(row.standard, texts)),
            plain(texts.label(row.licence)),
            plain(texts.number(row.active_holders)),
            plain(texts.number(row.invited_holders)),
            plain(day(row.created_at, &Here)),
            plain(day(row.modified_at, &Here)),
            plain(row.description.as_deref().map_or_else(|| texts.nothing(), show)),
        ]
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-resources"), texts.get("section-details")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let (role, boxes) = desk.console.role_boxes(RoleId(number), &desk.staged)?;
        let rows = match at {
            0 => {
                let stored: Role = desk.console.record(number)?;
                boxes::rows(desk, &role, &stored, &boxes)
            }
            _ => details(desk, &role, number)?,
        };
        let remark = Shown::join(&[kind(role.standard, texts), texts.label(role.licence)], &Shown::fixed("  "));
        Ok(Opened { title: show(&role.name), remark, rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let Item::Cell(key) = item else { return Ok(None) };
        let command = toggle(desk, RoleId(number), key, step.map_or(Step::Round, Step::By))?;
        Ok(command.map(|command| vec![command]))
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-roles")
    }
}

/// How a value is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// To the next one, round.
    Round,
    /// Up or down.
    By(i8),
    /// To this one.
    To(Level),
}

/// The Command that changes a value of a role, with the draft on top.
fn toggle(desk: &Desk, id: RoleId, key: &Key, step: Step) -> Result<Option<Command>> {
    let (role, boxes) = desk.console.role_boxes(id, &desk.staged)?;
    let Some(entry) = desk.catalogue.get(key.as_str()) else { return Ok(None) };
    let now = role.value(key.as_str()) as u8;
    let level = |rank: u8| Level::ALL.get(usize::from(rank)).copied().unwrap_or_default();
    let to = match step {
        Step::To(level) => level,
        Step::By(by) => level(next_rank(entry, now, Some(by))),
        // Going round skips what can never be taken; going there by a step says why not.
        Step::Round => {
            let locked = |state: &State| matches!(state, State::Locked(_));
            let boxes = boxes.iter().find(|boxes| boxes.key == *key);
            let (view, manage) = boxes.map_or((false, false), |b| (locked(&b.view), locked(&b.manage)));
            match level(next_rank(entry, now, None)) {
                Level::Manage if manage && !view => Level::None,
                next => next.max(role.licence.minimum(key.as_str())),
            }
        }
    };
    Ok(Some(role_command(&role, key, to)))
}

/// What the list says of the role, in full, and what it is for.
fn details(desk: &Desk, role: &Role, number: i64) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let row = |name: &str, value: Shown| SheetRow::detail(None, texts.field(name), value);
    let licence = texts.label(role.licence);
    let mut rows = vec![
        field(desk, "name", Some(&role.name)),
        row("kind", kind(role.standard, texts)),
        row("licence", licence),
        field(desk, "description", role.description.as_deref()),
    ];
    if let Some(counts) = desk.console.role_row(RoleId(number))? {
        rows.push(row("active_holders", texts.number(counts.active_holders)));
        rows.push(row("invited_holders", texts.number(counts.invited_holders)));
        rows.push(row("created_at", day(counts.created_at, &Here)));
        rows.push(row("modified_at", day(counts.modified_at, &Here)));
    }
    rows.extend(super::note::row(desk, role.note.as_deref()));
    Ok(rows)
}

fn kind(standard: bool, texts: &Texts) -> Shown {
    if standard { texts.get("role-standard") } else { texts.get("role-custom") }
}
