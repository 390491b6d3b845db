//! Two roles, or two administrators, side by side: only what differs.

use super::super::desk::Desk;
use super::super::theme::Tone;
use super::super::widget::mark::value_word;
use super::super::widget::notice::Line;
use super::ask::NoticeLayer;
use super::name_of;
use crate::domain::catalogue::{Entry, Family};
use crate::domain::engine::Sites;
use crate::domain::id::{AdminId, Kind, RoleId, Subject};
use crate::domain::value::Level;
use crate::service::Result;
use crate::text::Shown;

/// Compares two records of a kind with the draft on top.
///
/// # Errors
/// Not found, not allowed, signed out, or the store.
pub fn compare(desk: &Desk, one: Subject, other: Subject) -> Result<NoticeLayer> {
    let texts = &desk.look.texts;
    let (one_name, other_name) = (name_of(desk, one)?, name_of(desk, other)?);
    let (values, others) = (values(desk, one)?, values(desk, other)?);
    let mut lines = vec![Line::Step(Shown::default(), crate::text::show(&one_name), crate::text::show(&other_name))];
    lines.extend(
        values
            .into_iter()
            .zip(others)
            .filter(|((_, a), (_, b))| a != b)
            .map(|((label, a), (_, b))| Line::Step(label, a, b)),
    );
    if lines.len() == 1 {
        lines.push(Line::Text(texts.get("compare-same"), Tone::Dim));
    }
    let args = [("one", (&one_name).into()), ("other", (&other_name).into())];
    Ok(NoticeLayer::new(texts.with("compare-title", &args), lines))
}

/// What is compared, each with its label: licence, sites, resources.
fn values(desk: &Desk, subject: Subject) -> Result<Vec<(Shown, Shown)>> {
    let texts = &desk.look.texts;
    let resources = |value: &dyn Fn(&Entry) -> Level| -> Vec<(Shown, Shown)> {
        let entries = desk.catalogue.family(Family::Resource);
        let word = |entry: &Entry| value_word(entry, value(entry) as u8, &desk.look);
        entries.map(|entry| (texts.entry_label(entry), word(entry))).collect()
    };
    if subject.kind == Kind::Role {
        let (role, _) = desk.console.role_boxes(RoleId(subject.id), &desk.staged)?;
        let mut values = vec![(texts.field("licence"), texts.label(role.licence))];
        values.extend(resources(&|entry| role.value(entry.key.as_str())));
        return Ok(values);
    }
    let (_, _, cells) = desk.console.site_cells(AdminId(subject.id), &desk.staged)?;
    let holds = desk.console.holds(AdminId(subject.id), &desk.staged)?;
    let mut held: Vec<String> = cells.into_iter().filter(|cell| cell.held).map(|cell| cell.site.code).collect();
    held.sort();
    let sites = match holds.sites {
        Sites::All => texts.get("all"),
        Sites::Some(_) if held.is_empty() => texts.nothing(),
        Sites::Some(_) => crate::text::show(&held.join(" ")),
    };
    let mut values = vec![(texts.field("sites"), sites)];
    values.extend(resources(&|entry| holds.resources.get(&entry.key).copied().unwrap_or_default()));
    Ok(values)
}
