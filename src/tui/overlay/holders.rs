//! Who holds a role: administrators and users within reach.

use super::super::desk::Desk;
use super::super::theme::Tone;
use super::super::widget::notice::Line;
use super::ask::NoticeLayer;
use super::name_of;
use crate::domain::id::{Kind, Subject};
use crate::domain::norm::fold;
use crate::service::Result;
use crate::service::view::{AdminRow, Filter, From, List, Query, Sort, Term, UserRow};
use crate::text::show;

/// How many holders of each kind are named.
const HOLDERS: usize = 100;

/// Lists the holders of a role; none where it is no role.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn holders(desk: &Desk, subject: Subject) -> Result<Option<NoticeLayer>> {
    if subject.kind != Kind::Role {
        return Ok(None);
    }
    let texts = &desk.look.texts;
    let name = name_of(desk, subject)?;
    let query = |list| {
        let terms = vec![Term { field: "role".to_owned(), value: fold(&name) }];
        Query { list, filter: Filter { words: Vec::new(), terms }, sort: Sort::Name, descending: false }
    };
    let mut lines = Vec::new();
    if desk.sees("administrators") {
        let rows = desk.console.window::<AdminRow>(&query(List::Admins), &From::Start, HOLDERS)?;
        let line = |row: AdminRow| Line::Step(show(&row.username), texts.label(row.status), texts.label(Kind::Admin));
        lines.extend(rows.into_iter().map(|(_, row)| line(row)));
    }
    if desk.sees("users") {
        let rows = desk.console.window::<UserRow>(&query(List::Users), &From::Start, HOLDERS)?;
        let line = |row: UserRow| Line::Step(show(&row.display_name), texts.label(row.status), texts.label(Kind::User));
        lines.extend(rows.into_iter().map(|(_, row)| line(row)));
    }
    if lines.is_empty() {
        lines.push(Line::Text(texts.get("who-nobody"), Tone::Dim));
    }
    Ok(Some(NoticeLayer::new(texts.with("holders-title", &[("name", (&name).into())]), lines)))
}
