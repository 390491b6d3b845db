//! The menu of one's own account: details, password, consoles, language, and where others are managed.

use super::super::action::Action;
use super::super::desk::Desk;
use super::super::widget::choice::Item;
use super::Message;
use super::pick::PickLayer;

/// Opens the menu with what the person may do.
pub fn menu(desk: &Desk) -> PickLayer {
    let texts = &desk.look.texts;
    let item = |action: Action| Item::new(Message::Act(action), texts.word("account", action.entry().id));
    let shown = |action: &Action| match action {
        Action::GoAdmins => desk.sees("administrators"),
        Action::GoRoles => desk.sees("roles"),
        _ => true,
    };
    let actions = [
        Action::MyDetails,
        Action::OwnPassword,
        Action::Sessions,
        Action::Language,
        Action::GoAdmins,
        Action::GoRoles,
        Action::Lock,
        Action::Quit,
    ];
    let items = actions.into_iter().filter(shown).map(item).collect();
    let title = texts.with("form-own", &[("name", (&desk.actor.username).into())]);
    PickLayer::new(title, texts.get("choice-none"), items)
}
