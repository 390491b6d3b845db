//! Users: details, licences and permissions, groups and workspaces, applications.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::cells::{Held, next_rank, rows};
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::{Item, Kind, Opened, Source};
use crate::domain::catalogue::Family;
use crate::domain::cell::user_command;
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, UserId};
use crate::domain::record::{Application, Group, Role, Site, User, Workspace};
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
        desk.console.window(query, from, limit)
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
            Column::words(texts.get("col-access"), 5, 13, 3),
            Column::words(texts.get("col-level"), 5, 20, 4),
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
            (none(row.access_type == AccessType::None, texts.label(row.access_type)), tone),
            (none(row.supervisor_level == SupervisorLevel::None, texts.label(row.supervisor_level)), tone),
            (Shown::fixed(if row.web_access { "[x]" } else { "[ ]" }), tone),
            (texts.label(row.status), tone),
            (maybe(&row.site), tone),
            (maybe(&row.email), tone),
        ]
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![
            texts.get("section-access"),
            texts.get("section-permissions"),
            texts.get("section-details"),
            texts.get("section-places"),
            texts.get("section-applications"),
        ]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let (user, cells) = desk.console.user_cells(UserId(number), &desk.staged)?;
        let stored: User = desk.console.record(number)?;
        let held: Vec<Held> =
            cells.into_iter().map(|cell| Held { stored: stored.rank(cell.key.as_str()), cell }).collect();
        let family = |family: Family| {
            let of = |h: &&Held| desk.catalogue.of(family, h.cell.key.as_str()).is_some();
            let held: Vec<Held> = held.iter().filter(of).cloned().collect();
            rows(&held, &desk.catalogue, &desk.look).into_iter().map(super::as_item).collect::<Vec<_>>()
        };
        let rows = match at {
            0 => {
                let mut rows = family(Family::Licence);
                rows.extend(capabilities(texts, user.supervisor_level));
                rows
            }
            1 => family(Family::Portal),
            2 => details(desk, &user)?,
            3 => places(desk, &user)?,
            _ => applications(desk, &user)?,
        };
        let mut remark = vec![texts.label(user.source)];
        if let Some(extension) = &user.extension {
            remark.push(texts.with("user-extension", &[("extension", extension.into())]));
        }
        remark.push(texts.label(user.status));
        Ok(Opened { title: show(&user.display_name), remark: Shown::join(&remark, &Shown::fixed("  ")), rows })
    }

    fn toggle(desk: &Desk, number: i64, item: &Item, step: Option<i8>) -> Result<Option<Vec<Command>>> {
        let Item::Cell(key) = item else { return Ok(None) };
        let (user, _) = desk.console.user_cells(UserId(number), &desk.staged)?;
        let Some(entry) = desk.catalogue.get(key.as_str()) else { return Ok(None) };
        let mut to = next_rank(entry, user.rank(key.as_str()), step);
        if key.as_str() == "access_type" && to == 0 && !user.is_portal_only() {
            to = 1;
        }
        Ok(user_command(&user, entry, to).map(|command| vec![command]))
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-users")
    }
}

/// U-28: the level's capabilities, in words.
fn capabilities(texts: &Texts, level: SupervisorLevel) -> Vec<SheetRow<Item>> {
    let yes_no = |at: SupervisorLevel| texts.yes_no(level >= at);
    let row = |label: Shown, at: SupervisorLevel| SheetRow::detail(None, label, yes_no(at));
    vec![
        SheetRow::heading(texts.get("capability-title")),
        row(texts.get("capability-history"), SupervisorLevel::Reports),
        row(texts.get("capability-dashboards"), SupervisorLevel::Analytics),
        row(texts.get("capability-wallboards"), SupervisorLevel::Analytics),
        row(texts.get("capability-live"), SupervisorLevel::LiveAnalytics),
        row(texts.get("capability-queues"), SupervisorLevel::ContactCentre),
    ]
}

/// A plain field; a dash where there is nothing.
pub(super) fn field(desk: &Desk, name: &str, value: Option<&str>) -> SheetRow<Item> {
    let texts = &desk.look.texts;
    SheetRow::detail(None, texts.field(name), value.map_or_else(|| texts.nothing(), show))
}

fn details(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let tables = desk.console.reader().tables();
    let site: Option<Site> = user.site.map(|id| tables.read(id.0)).transpose()?.flatten();
    let role: Option<Role> = user.role.map(|id| tables.read(id.0)).transpose()?.flatten();
    let mut rows = vec![
        field(desk, "display_name", Some(&user.display_name)),
        field(desk, "first_name", user.first_name.as_deref()),
        field(desk, "last_name", user.last_name.as_deref()),
        field(desk, "position", user.position.as_deref()),
        field(desk, "email", user.email.as_deref()),
        field(desk, "login", user.login.as_deref()),
        field(desk, "extension", user.extension.as_deref()),
        field(desk, "mobile", user.mobile.as_deref()),
        field(desk, "department", user.department.as_deref()),
        field(desk, "language", user.language.as_deref()),
        field(desk, "site", site.as_ref().map(|s| s.name.as_str())),
        field(desk, "role", role.as_ref().map(|r| r.name.as_str())),
    ];
    for (feed, link) in &user.feed {
        rows.push(field(desk, "feed", Some(&format!("{feed}: {}", link.key))));
    }
    for device in &user.devices {
        let webrtc = if device.webrtc { " WebRTC" } else { "" };
        let model = device.model.as_deref().unwrap_or_default();
        rows.push(field(desk, "devices", Some(&format!("{} {model}{webrtc}", device.id))));
    }
    for queue in &user.queues {
        rows.push(field(desk, "queues", Some(queue)));
    }
    Ok(rows)
}

fn places(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let tables = desk.console.reader().tables();
    let mut rows = vec![SheetRow::heading(texts.field("groups"))];
    for id in &user.groups {
        let group: Option<Group> = tables.read(id.0)?;
        let primary = user.primary_group == Some(*id);
        let remark = if primary { texts.get("user-primary") } else { Shown::default() };
        rows.push(SheetRow::detail(None, show(&group.map(|g| g.name).unwrap_or_default()), remark));
    }
    if user.groups.is_empty() {
        rows.push(SheetRow::detail(None, texts.nothing(), texts.get("user-groups-where")));
    }
    rows.push(SheetRow::heading(texts.field("workspaces")));
    for (id, level) in &user.workspaces {
        let workspace: Option<Workspace> = tables.read(id.0)?;
        rows.push(SheetRow::detail(None, show(&workspace.map(|w| w.name).unwrap_or_default()), texts.label(*level)));
    }
    if user.workspaces.is_empty() {
        rows.push(SheetRow::detail(None, texts.nothing(), Shown::default()));
    }
    Ok(rows)
}

fn applications(desk: &Desk, user: &User) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let tables = desk.console.reader().tables();
    let mut rows = Vec::new();
    for right in &user.applications {
        let application: Option<Application> = tables.read(right.application.0)?;
        let name = application.map(|a| a.name).unwrap_or_default();
        rows.push(SheetRow::detail(None, show(&name), show(&right.right)));
    }
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("user-no-application"), Shown::default()));
    }
    Ok(rows)
}
