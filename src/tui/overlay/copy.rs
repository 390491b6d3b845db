//! Copying another user's rights: whose, then the differences, then the draft.

use std::rc::Rc;

use super::super::desk::Desk;
use super::super::widget::choice::Item;
use super::ask::ConfirmLayer;
use super::pick::PickLayer;
use super::{Message, name_of};
use crate::domain::id::{Subject, UserId};
use crate::service::Result;
use crate::service::view::{Filter, From, List, Query, Sort, UserRow, terms_of};
use crate::text::{Shown, show};

/// How many users are offered at once.
const OFFERED: usize = 20;

/// How many differences are named; the review names them all.
const NAMED: usize = 10;

/// Asks whose rights are to be copied.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn whose(desk: &Desk, to: Subject) -> Result<PickLayer> {
    let texts = &desk.look.texts;
    let title = texts.with("copy-whose", &[("name", name_of(desk, to)?.into())]);
    let console = Rc::new(desk.console.again()?);
    let lookup = move |typed: &str| {
        let filter = Filter::parse(typed, terms_of(List::Users));
        let query = Query { list: List::Users, filter, sort: Sort::Name, descending: false };
        let rows = console.window::<UserRow>(&query, &From::Start, OFFERED).unwrap_or_default();
        let others = rows.into_iter().map(|(_, row)| row).filter(|row| row.id.0 != to.id);
        let item = |row: UserRow| {
            let remark = row.extension.as_deref().map(show).unwrap_or_default();
            let message = Message::CopyRights { from: row.id, to: UserId(to.id) };
            Item::new(message, show(&row.display_name)).remark(remark)
        };
        others.map(item).collect()
    };
    Ok(PickLayer::looking_up(title, texts.get("copy-nobody"), Box::new(lookup)))
}

/// Shows what would change, and asks whether to stage it; none where there is no difference.
///
/// # Errors
/// Not found, not allowed, signed out, or the store.
pub fn differences(desk: &Desk, from: UserId, to: UserId) -> Result<Option<ConfirmLayer>> {
    let texts = &desk.look.texts;
    let copied = desk.console.copy_rights(from, to, &desk.staged)?;
    if copied.commands.is_empty() && copied.left_out.is_empty() {
        return Ok(None);
    }
    let names = [("from", name_of(desk, from.subject())?.into()), ("to", name_of(desk, to.subject())?.into())];
    let mut lines = Vec::new();
    if !copied.commands.is_empty() {
        let plan = desk.console.preview_request(&[desk.staged.clone(), copied.commands.clone()].concat())?;
        let before = desk.console.preview_request(&desk.staged)?;
        let new = plan.changes.iter().filter(|change| !before.changes.contains(change));
        let all: Vec<Shown> = new
            .map(|change| {
                let said = texts.change(&desk.catalogue, change);
                let args = [("before", said.before.into()), ("after", said.after.into())];
                texts.with(
                    "copy-line",
                    &[("what", said.what.into()), ("values", texts.with("change-arrow", &args).into())],
                )
            })
            .collect();
        let more = all.len().saturating_sub(NAMED);
        lines.extend(all.into_iter().take(NAMED));
        if more > 0 {
            lines.push(texts.with("copy-more", &[("count", more.into())]));
        }
    }
    for refusal in &copied.left_out {
        let line = texts.with("copy-left-out", &[("reason", texts.reason(&desk.catalogue, refusal).into())]);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    if !copied.commands.is_empty() {
        lines.push(texts.get("copy-question"));
    }
    let yes = Message::Stage { commands: copied.commands, review: true };
    Ok(Some(ConfirmLayer::new(texts.with("copy-title", &names), lines, yes)))
}
