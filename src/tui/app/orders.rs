//! The communication orders: their editor, opened where the selected row stands.

use super::super::action::Action;
use super::super::event::Event;
use super::super::layer::Handled;
use super::super::overlay;
use super::super::pane::Item;
use super::{App, Flow};
use crate::domain::id::Kind;
use crate::domain::value::OrderList;

impl App {
    /// C-23: the editor of both orders.
    pub(super) fn edit_orders(&mut self) {
        let (list, contact) = match self.focus().item {
            Some(Item::Ranked(list, contact)) => (list, Some(contact)),
            Some(Item::Record(order)) if order.kind == Kind::Order => {
                (OrderList::from_id(order.id).unwrap_or_default(), None)
            }
            _ => (OrderList::default(), None),
        };
        match overlay::orders::open(&self.desk) {
            Ok(layer) => self.stack.push(layer.at(list, contact)),
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Moves a contact from where it is shown, or adds one: in the editor, opened there.
    pub(super) fn in_orders(&mut self, action: Action) -> Flow {
        let ranked = match self.focus().item {
            Some(Item::Ranked(..)) => true,
            Some(Item::Record(order)) => order.kind == Kind::Order && action == Action::AddToOrder,
            _ => false,
        };
        if !ranked {
            let text = self.desk.look.texts.get("order-needs-row");
            self.desk.refuse(text);
            return Flow::On;
        }
        self.edit_orders();
        if self.stack.is_empty() {
            return Flow::On;
        }
        match self.stack.on(Event::Action(action)) {
            Handled::Said(message) => self.heed(message),
            Handled::Used | Handled::Passed => Flow::On,
        }
    }
}
