//! The values of one role as boxes: View and Manage.

use super::super::super::desk::Desk;
use super::super::super::theme::Tone;
use super::super::super::widget::mark::{Lock, Standing};
use super::super::super::widget::sheet::SheetRow;
use super::super::Item;
use crate::domain::boxes::Boxes;
use crate::domain::cell::State;
use crate::domain::record::Role;
use crate::domain::value::Level;
use crate::text::Shown;

/// The rows of the section, under a line that says which box is which.
pub fn rows(desk: &Desk, role: &Role, stored: &Role, boxes: &[Boxes]) -> Vec<SheetRow<Item>> {
    let heading = SheetRow::heading(desk.look.texts.get("role-boxes"));
    std::iter::once(heading).chain(boxes.iter().filter_map(|boxes| row(desk, role, stored, boxes))).collect()
}

fn row(desk: &Desk, role: &Role, stored: &Role, boxes: &Boxes) -> Option<SheetRow<Item>> {
    let texts = &desk.look.texts;
    let key = boxes.key.as_str();
    let entry = desk.catalogue.get(key)?;
    let before = stored.value(key);
    let staged = before != boxes.level;
    let tick = |least: Level, state: &State| {
        let (now, before) = (boxes.level >= least, before >= least);
        let before = (now != before).then_some(u8::from(before));
        Standing { now: u8::from(now), before, lock: Lock::from(state) }.switch()
    };
    let mark = Shown::join(&[tick(Level::View, &boxes.view), tick(Level::Manage, &boxes.manage)], &Shown::fixed(" "));
    let locked = [&boxes.view, &boxes.manage].into_iter().find_map(|state| match state {
        State::Locked(reason) => Some(reason),
        State::Free | State::Ask(_) => None,
    });
    let added = role.added.get(key).is_some_and(|level| *level > role.licence.minimum(key));
    let remark = match locked {
        _ if staged => texts.get("cell-staged"),
        Some(reason) => texts.reason(&desk.catalogue, reason),
        None if added => texts.get("role-added"),
        None => Shown::default(),
    };
    let all_locked = matches!((&boxes.view, &boxes.manage), (State::Locked(_), State::Locked(_)));
    let tone = match (staged, all_locked) {
        (true, _) => Tone::Staged,
        (false, true) => Tone::Dim,
        (false, false) => Tone::Plain,
    };
    Some(SheetRow::toggle(Item::Cell(boxes.key.clone()), (mark, tone), texts.entry_label(entry), remark))
}
