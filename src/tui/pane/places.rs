//! Sites, groups, workspaces and applications as rows of the tab Site.

use super::super::desk::Desk;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::domain::id::{Kind, Subject};
use crate::domain::record::{Application, Group, Site, Workspace};
use crate::service::Result;
use crate::service::view::{Filter, From, List, PlaceRow, Query, Sort};
use crate::text::{Shown, show};

/// How many places of a kind are shown.
const PLACES: usize = 500;

/// The rows of a kind, by name.
pub fn rows(desk: &Desk, list: List, kind: Kind) -> Result<Vec<SheetRow<Item>>> {
    let texts = &desk.look.texts;
    let query = Query { list, filter: Filter::default(), sort: Sort::Name, descending: false };
    let mut rows = Vec::new();
    for (_, place) in desk.console.window::<PlaceRow>(&query, &From::Start, PLACES)? {
        let label = match &place.code {
            Some(code) => texts.with("site-coded", &[("name", (&place.name).into()), ("code", code.into())]),
            None => show(&place.name),
        };
        let members = texts.with("count-users", &[("count", place.members.into())]);
        let mut row = SheetRow::detail(Some(Item::Record(Subject::new(kind, place.id))), label, members);
        row.remark = about(desk, kind, place.id)?;
        rows.push(row);
    }
    if rows.is_empty() {
        rows.push(SheetRow::detail(None, texts.get("empty-places"), Shown::default()));
    }
    Ok(rows)
}

/// What else there is to say: where a site is, the rights of an application, the note.
fn about(desk: &Desk, kind: Kind, number: i64) -> Result<Shown> {
    let tables = desk.console.reader().tables();
    let mut parts = Vec::new();
    let note = match kind {
        Kind::Site => {
            let site: Site = tables.read(number)?.unwrap_or_default();
            parts.extend(site.address.as_deref().map(show));
            site.note
        }
        Kind::Application => {
            let application: Application = tables.read(number)?.unwrap_or_default();
            parts.push(show(&application.rights.join(", ")));
            parts.extend(application.view_only.then(|| desk.look.texts.get("application-view-only")));
            application.note
        }
        Kind::Group => tables.read::<Group>(number)?.and_then(|group| group.note),
        _ => tables.read::<Workspace>(number)?.and_then(|workspace| workspace.note),
    };
    if let Some(note) = note.filter(|_| desk.sees("notes")) {
        parts.push(show(&note.lines().collect::<Vec<_>>().join(" ")));
    }
    Ok(Shown::join(parts.iter().filter(|part| !part.is_empty()), &Shown::fixed("   ")))
}
