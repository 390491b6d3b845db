//! How a list is looked at: its order and its columns.

use super::super::action::Action;
use super::super::overlay::{columns, views};
use super::{App, Flow};
use crate::service::view::{List, sorts_of};

impl App {
    /// Offers the orders of the open list.
    pub(super) fn choose_sort(&mut self) {
        match self.pane().and_then(|pane| pane.order()) {
            Some((list, sort)) if sorts_of(list).len() > 1 => self.stack.push(views::sorts(&self.desk, list, sort)),
            Some((_, sort)) => {
                let texts = &self.desk.look.texts;
                let text = texts.with("sort-only", &[("by", texts.word("sort", sort.as_str()).into())]);
                self.desk.refuse(text);
            }
            None => self.not_here(Action::Sort),
        }
    }

    /// Offers the columns of the open list.
    pub(super) fn choose_columns(&mut self) {
        let look = std::rc::Rc::clone(&self.desk.look);
        match self.pane().and_then(|pane| pane.columns(&look.texts)) {
            Some((list, columns)) => self.stack.push(columns::choose(&self.desk, list, columns)),
            None => {
                let text = self.desk.look.texts.get("columns-none");
                self.desk.refuse(text);
            }
        }
    }

    /// Keeps what was chosen, and shows it.
    pub(super) fn keep_columns(&mut self, list: List, columns: Option<&[String]>) -> Flow {
        let kept = self.desk.console.choose_columns(list, columns).and_then(|()| self.desk.look_again());
        match kept {
            Ok(()) => {
                self.stack.pop();
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
    }
}
