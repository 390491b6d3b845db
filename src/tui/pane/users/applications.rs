//! The applications with their rights, each on or off (T-07, T-12, T-13).

use super::super::super::desk::Desk;
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use super::places::{remark, switch as mark};
use crate::domain::catalogue::Key;
use crate::domain::command::{Command, Ref, SetApplicationRight};
use crate::domain::id::UserId;
use crate::service::Result;
use crate::text::{Shown, show};

/// The rows of the section: each application as a heading, its rights under it.
pub fn rows(desk: &Desk, user: UserId) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = Vec::new();
    for (application, cells) in desk.console.right_cells(user, &desk.staged)? {
        rows.push(SheetRow::heading(if application.view_only {
            texts.with("application-elsewhere", &[("name", (&application.name).into())])
        } else {
            show(&application.name)
        }));
        for cell in cells {
            let key = Key::new(&format!("app:{}/{}", application.name, cell.of.right));
            let remark = remark(desk, &cell, Shown::default());
            rows.push(SheetRow::toggle(Item::Cell(key), mark(&cell), show(&cell.of.right), remark));
        }
    }
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("user-no-application"), Shown::default()));
    }
    Ok(rows)
}

/// The Command that turns a right round; `right` is `NAME/RIGHT`.
pub fn switch(desk: &Desk, user: UserId, right: &str) -> Result<Option<Command>> {
    let Some((name, right)) = right.split_once('/') else { return Ok(None) };
    let applications = desk.console.right_cells(user, &desk.staged)?;
    let found = applications.into_iter().find(|(application, _)| application.name == name);
    let cell = found.and_then(|(application, cells)| {
        let cell = cells.into_iter().find(|cell| cell.of.right == right)?;
        Some((application, cell))
    });
    Ok(cell.map(|(application, cell)| {
        let user = Ref::pinned(user.to_string(), user.0);
        let application = Ref::pinned(application.name, application.id.0);
        SetApplicationRight { user, application, right: cell.of.right, value: cell.rank == 0 }.into()
    }))
}
