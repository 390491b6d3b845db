//! Users: the list, and the record in the sections of U-70.

mod applications;
mod clients;
mod details;
mod held;
mod levels;
mod places;
mod seats;

pub use details::field;
pub use seats::rows as seat_rows;

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::table::Column;
use super::list::with_draft;
use super::{Item, Kind, Opened, Source};
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, UserId};
use crate::domain::record::{Seat, User};
use crate::domain::value::{AccessType, Status, SupervisorLevel};
use crate::service::Result;
use crate::service::view::{Cursor, From, List, Query, Sort, UserRow};
use crate::text::{Shown, Texts, show};

/// The tab of users.
pub struct Users;

impl Source for Users {
    type Row = UserRow;
    const LIST: List = List::Users;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, UserRow)>> {
        let rows = desk.console.window(query, from, limit)?;
        with_draft(desk, rows, Self::number, |row: &mut UserRow, user: User| {
            row.web_access = user.rank("web_access") > 0;
            row.display_name = user.display_name;
            row.email = user.email;
            row.status = user.status;
            row.access_type = user.access_type;
            row.supervisor_level = user.supervisor_level;
        })
    }

    fn number(row: &UserRow) -> i64 {
        row.id.0
    }
}

impl Kind for Users {
    const TAB: Tab = Tab::Users;
    const RECORD: RecordKind = RecordKind::User;
    const MARKS: bool = true;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::words(texts.get("col-name"), 14, 30, 0),
            Column::numbers(texts.get("col-extension"), 6, 1),
            Column::words(texts.get("col-access"), 6, 6, 3),
            Column::words(texts.get("col-level"), 10, 10, 4),
            Column::words(texts.get("col-web"), 3, 3, 2),
            Column::words(texts.get("col-status"), 8, 9, 5),
            Column::words(texts.get("col-site"), 4, 8, 6),
            Column::words(texts.get("col-email"), 14, 34, 7),
        ]
    }

    fn sorted(sort: Sort) -> usize {
        match sort {
            Sort::Extension => 1,
            Sort::Status => 5,
            _ => 0,
        }
    }

    fn cells(desk: &Desk, row: &UserRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let tone = if row.status == Status::Disabled { Tone::Dim } else { Tone::Plain };
        let maybe = |text: &Option<String>| text.as_deref().map_or_else(|| texts.nothing(), show);
        let none = |is: bool, word: Shown| if is { texts.nothing() } else { word };
        vec![
            (show(&row.display_name), tone),
            (maybe(&row.extension), tone),
            (none(row.access_type == AccessType::None, texts.word("access-short", row.access_type.as_str())), tone),
            (
                none(
                    row.supervisor_level == SupervisorLevel::None,
                    texts.word("level-short", row.supervisor_level.as_str()),
                ),
                tone,
            ),
            (Shown::fixed(if row.web_access { "[x]" } else { "[ ]" }), tone),
            (texts.label(row.status), tone),
            (maybe(&row.site), tone),
            (maybe(&row.email), tone),
        ]
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![
            texts.get("section-details"),
            texts.get("section-access"),
            texts.get("section-supervisor"),
            texts.get("section-permissions"),
            texts.get("section-clients"),
            texts.get("section-groups"),
            texts.get("section-workspaces"),
            texts.get("section-applications"),
        ]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let id = UserId(number);
        let user = drafted(desk, id)?;
        let rows = match at {
            0 => details::rows(desk, &user)?,
            1 => {
                let mut rows = held::rows(desk, &user, &["access_type", "agent_addon"])?;
                rows.push(held::automatic(desk)?);
                rows.extend(seat_rows(desk, &[Seat::Essential, Seat::Professional, Seat::AgentAddon])?);
                rows
            }
            2 => levels::rows(desk, &user)?,
            3 => held::permissions(desk, &user)?,
            4 => clients::rows(desk, &user)?,
            5 => places::groups(desk, id)?,
            6 => places::workspaces(desk, id)?,
            _ => applications::rows(desk, id)?,
        };
        let mut remark = vec![texts.label(user.source)];
        if let Some(extension) = &user.extension {
            remark.push(texts.with("user-extension", &[("extension", extension.into())]));
        }
        remark.push(texts.label(user.status));
        Ok(Opened { title: show(&user.display_name), remark: Shown::join(&remark, &Shown::fixed("  ")), rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let id = UserId(number);
        let command = match item {
            Item::Cell(key) => match key.as_str().split_once(':') {
                Some(("workspace", name)) => places::reach(desk, id, name, step)?,
                Some((_, right)) => applications::switch(desk, id, right)?,
                None => held::step(desk, &drafted(desk, id)?, key, step),
            },
            Item::Level(level) => Some(levels::give(&drafted(desk, id)?, *level)),
            Item::Record(group) if group.kind == RecordKind::Group => places::primary(desk, id, group.id)?,
            _ => None,
        };
        Ok(command.map(|command| vec![command]))
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-users")
    }

    const FIRST_SECTION: usize = 1;
}

/// A user with the draft on top.
fn drafted(desk: &Desk, id: UserId) -> Result<User> {
    desk.console.drafted(id.0, &desk.staged)
}
