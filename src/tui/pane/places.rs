//! Sites, groups, workspaces and applications as rows of the tab Site.

use super::super::desk::Desk;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::domain::id::{Kind, Subject};
use crate::domain::record::{Application, Group, Site, Workspace};
use crate::service::Result;
use crate::service::view::{List, Tally};
use crate::text::{Shown, show};

/// How many places of a kind are shown.
const PLACES: usize = 500;

/// The rows of a kind that fit what is typed, by name.
pub fn rows(desk: &Desk, list: List, kind: Kind, typed: &str) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let mut rows = Vec::new();
    for (place, users) in desk.console.places(list, typed, PLACES)? {
        let label = match &place.code {
            Some(code) => texts.with("site-coded", &[("name", (&place.name).into()), ("code", code.into())]),
            None => show(&place.name),
        };
        let users = match users {
            Tally::Exactly(count) => texts.with("count-users", &[("count", number(count).into())]),
            Tally::AtLeast(count) => texts.with("count-users-more", &[("count", number(count).into())]),
        };
        let mut row = SheetRow::detail(Some(Item::Record(Subject::new(kind, place.id))), label, users);
        row.remark = about(desk, kind, place.id)?;
        rows.push(row);
    }
    if rows.len() == PLACES {
        let text = texts.with("places-first", &[("count", number(PLACES as u64).into())]);
        rows.push(SheetRow::detail(None, text, Shown::default()));
    }
    if rows.is_empty() {
        let empty = if typed.trim().is_empty() { texts.get("empty-places") } else { texts.get("pane-no-match") };
        rows.push(SheetRow::detail(None, empty, Shown::default()));
    }
    Ok(rows)
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What else there is to say: where a site is, the rights of an application, the note.
fn about(desk: &Desk, kind: Kind, number: i64) -> Result<Shown> {
    let console = &desk.console;
    let mut parts = Vec::new();
    let note = match kind {
        Kind::Site => {
            let site: Site = console.record(number)?;
            parts.extend(site.address.as_deref().map(show));
            site.note
        }
        Kind::Application => {
            let application: Application = console.record(number)?;
            parts.push(show(&application.rights.join(", ")));
            parts.extend(application.view_only.then(|| desk.look.texts.get("application-view-only")));
            application.note
        }
        Kind::Group => console.record::<Group>(number)?.note,
        _ => console.record::<Workspace>(number)?.note,
    };
    if let Some(note) = note.filter(|_| desk.sees("notes")) {
        parts.push(show(&note.lines().collect::<Vec<_>>().join(" ")));
    }
    Ok(Shown::join(parts.iter().filter(|part| !part.is_empty()), &Shown::fixed("   ")))
}
