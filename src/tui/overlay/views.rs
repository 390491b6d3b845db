//! The views of a list: each is a filter with a name, which stands in the filter line, or another way to show it.

use super::super::action::Action;
use super::super::desk::Desk;
use super::super::place::Place;
use super::super::widget::choice::Item;
use super::Message;
use super::pick::PickLayer;
use crate::text::{Shown, show};

/// Offers the views of the users.
pub fn users(desk: &Desk) -> PickLayer {
    let texts = &desk.look.texts;
    let view = |name: Shown, filter: &str| Item::new(Message::Filter(filter.to_owned()), name).remark(show(filter));
    let items = vec![
        view(texts.get("users-view-all"), ""),
        view(texts.get("users-view-portal"), "has:web_access"),
        view(texts.get("users-view-agents"), "has:agent_addon"),
        view(texts.get("users-view-cloud"), "has:application"),
        view(texts.get("users-view-softphone"), "has:softphone"),
        view(texts.get("users-view-disabled"), "status:disabled"),
        view(texts.get("users-view-invited"), "status:invited"),
    ];
    PickLayer::new(texts.get("users-views-title"), texts.get("users-views-none"), items)
}

/// Offers the views of the administrators but the one that is shown at `place`.
pub fn admins(desk: &Desk, place: Place) -> PickLayer {
    let texts = &desk.look.texts;
    let view = |name: Shown, filter: &str| Item::new(Message::Filter(filter.to_owned()), name).remark(show(filter));
    let turned = |name: Shown, action: Action| Item::new(Message::Act(action), name);
    let mut items = vec![view(texts.get("admins-view-all"), "")];
    if place != Place::Tree {
        items.push(turned(texts.get("admins-view-tree"), Action::Tree));
    }
    if place != Place::Audit {
        items.push(turned(texts.get("admins-view-audit"), Action::Audit));
    }
    items.push(view(texts.get("users-view-invited"), "status:invited"));
    items.push(view(texts.get("users-view-disabled"), "status:disabled"));
    PickLayer::new(texts.get("admins-views-title"), texts.get("users-views-none"), items)
}
