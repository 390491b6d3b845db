//! The views of a list: each is a filter with a name, which stands in the filter line, or another way to show it; and the
//! orders that a list can be in.

use super::super::action::Action;
use super::super::desk::Desk;
use super::super::pane::{TICKET_VIEWS, VIEWS, of_own};
use super::super::place::Place;
use super::super::widget::choice::Item;
use super::Message;
use crate::domain::value::Level;
use crate::service::view::List;
use crate::text::{Shown, show};

/// The lists of what is assigned.
const ASSIGNED: [List; 4] = [List::ByNumber, List::ByDevice, List::ByService, List::ByUser];

/// Offers the views of the users that the person may see.
pub fn users(desk: &Desk) -> Vec<Item<Message>> {
    let texts = &desk.look.texts;
    let mut items = Vec::new();
    if desk.may_list(List::Users) {
        items.extend(VIEWS.map(|(word, filter)| {
            Item::new(Message::Filter(filter.to_owned()), texts.word("users-view", word)).remark(show(filter))
        }));
    }
    for list in ASSIGNED.into_iter().filter(|list| desk.may_list(*list)) {
        let about = texts.word("users-view-about", list.as_str());
        let name = texts.word("users-view", list.as_str());
        items.push(Item { also: list.as_str().to_owned(), ..Item::new(Message::TurnTo(list), name).remark(about) });
    }
    items
}

/// Offers the views of the administrators but the one that is shown at `place`.
pub fn admins(desk: &Desk, place: Place) -> Vec<Item<Message>> {
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
    items
}

/// The views of the queue that the person may use.
pub fn tickets(desk: &Desk) -> Vec<Item<Message>> {
    let triages = desk.actor.level("tickets") == Level::Manage;
    let views = TICKET_VIEWS.into_iter().filter(|(_, _, triage)| triages || !triage);
    let item = |(word, filter, _): (&str, &str, bool)| {
        let filter = of_own(desk, filter);
        let remark = show(&filter);
        Item::new(Message::Filter(filter), desk.look.texts.word("view", word)).remark(remark)
    };
    views.map(item).collect()
}

/// The one view of a list that has no others: everything.
pub fn all(desk: &Desk) -> Vec<Item<Message>> {
    vec![Item::new(Message::Filter(String::new()), desk.look.texts.get("view-all"))]
}
