//! Users: the list, and the record in the sections of U-70.

mod applications;
mod assigned;
mod clients;
mod details;
mod held;
mod levels;
mod places;
mod seats;
mod views;

pub use details::field;
pub use held::by_provider;
pub use seats::rows as seat_rows;
pub use views::VIEWS;

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::table::Column;
use super::list::with_draft;
use super::{Item, Kind, ListPane, Opened, Source, Views};
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, UserId};
use crate::domain::record::{Seat, User};
use crate::domain::value::{AccessType, Status, SupervisorLevel};
use crate::service::Result;
use crate::service::view::{Cursor, Filter, From, List, Query, Sort, UserRow};
use crate::text::{Here, Shown, Texts, minute, show};
use assigned::{Assigned, ByDevice, ByNumber, ByService, ByUser};

/// The tab of users: the users, and what is assigned to them by number, by device, by service, by user; only those lists
/// are shown that the person may see.
pub fn pane() -> Views {
    Views::of(List::Users, ListPane::<Users>::default())
        .with_list(List::ByNumber, ListPane::<Assigned<ByNumber>>::default())
        .with_list(List::ByDevice, ListPane::<Assigned<ByDevice>>::default())
        .with_list(List::ByService, ListPane::<Assigned<ByService>>::default())
        .with_list(List::ByUser, ListPane::<Assigned<ByUser>>::default())
}

/// The users, as a list.
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
        let levels = SupervisorLevel::ALL.iter().map(|level| texts.word("level-short", level.as_str()));
        let states = [Status::Invited, Status::Active, Status::Disabled].map(|status| texts.label(status));
        vec![
            Column::words(texts.get("col-name"), 14, 30, 0),
            Column::numbers(texts.get("col-extension"), 6, 1).chosen_as("extension"),
            Column::words(texts.get("col-access"), 6, 6, 3).chosen_as("access"),
            Column::labels(texts.get("col-level"), levels, 4).chosen_as("level"),
            Column::words(texts.get("col-web"), 3, 3, 2).chosen_as("web"),
            Column::labels(texts.get("col-status"), states, 4).chosen_as("status"),
            Column::words(texts.get("col-site"), 4, 8, 5).chosen_as("site"),
            Column::words(texts.get("col-source"), 6, 7, 7).chosen_as("source"),
            Column::words(texts.get("col-email"), 14, 34, 8).chosen_as("email"),
            Column::words(texts.get("col-missing"), 18, 44, 1).unusual("missing"),
            Column::words(texts.get("col-login"), 8, 20, 9).unusual("login"),
            Column::words(texts.get("col-department"), 8, 24, 9).unusual("department"),
            Column::words(texts.get("col-role"), 8, 16, 9).unusual("role"),
            Column::words(texts.get("col-agent"), 5, 5, 9).unusual("agent"),
            Column::words(texts.get("col-client"), 6, 6, 9).unusual("client"),
            Column::words(texts.get("col-changed"), 16, 16, 9).unusual("changed"),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        match sort {
            Sort::Name => Some(0),
            Sort::Extension => Some(1),
            Sort::Status => Some(5),
            Sort::Changed => Some(15),
            _ => None,
        }
    }

    fn view(desk: &Desk, filter: &Filter) -> Shown {
        views::name(&desk.look.texts, filter)
    }

    fn wanted(filter: &Filter) -> &'static [&'static str] {
        if filter.terms.iter().any(|term| term.field == "is") { &["missing"] } else { &[] }
    }

    fn cells(desk: &Desk, row: &UserRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let tone = if row.status == Status::Disabled { Tone::Dim } else { Tone::Plain };
        let maybe = |text: &Option<String>| text.as_deref().map_or_else(|| texts.nothing(), show);
        let none = |is: bool, word: Shown| if is { texts.nothing() } else { word };
        let ticked = |on: bool| Shown::fixed(if on { "[x]" } else { "[ ]" });
        [
            show(&row.display_name),
            maybe(&row.extension),
            none(row.access_type == AccessType::None, texts.word("access-short", row.access_type.as_str())),
            none(
                row.supervisor_level == SupervisorLevel::None,
                texts.word("level-short", row.supervisor_level.as_str()),
            ),
            ticked(row.web_access),
            texts.label(row.status),
            maybe(&row.site),
            texts.word("source-short", row.source.as_str()),
            maybe(&row.email),
            missing(texts, row),
            maybe(&row.login),
            maybe(&row.department),
            maybe(&row.role),
            ticked(row.agent_addon),
            ticked(row.uc_client),
            minute(row.modified_at, &Here),
        ]
        .map(|text| (text, tone))
        .into()
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

/// What a user lacks to be complete.
fn missing(texts: &Texts, row: &UserRow) -> Shown {
    let faults = [
        (row.site.is_none(), texts.get("missing-site")),
        (row.without_device, texts.get("missing-device")),
        (row.shared_email, texts.get("missing-email")),
    ];
    let faults: Vec<Shown> = faults.into_iter().filter(|(is, _)| *is).map(|(_, what)| what).collect();
    if faults.is_empty() { texts.nothing() } else { Shown::join(&faults, &Shown::fixed(", ")) }
}

/// A user with the draft on top.
fn drafted(desk: &Desk, id: UserId) -> Result<User> {
    desk.console.drafted(id.0, &desk.staged)
}
