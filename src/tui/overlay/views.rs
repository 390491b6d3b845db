//! The views of the users: each is a filter with a name, which stands in the filter line.

use super::super::desk::Desk;
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
