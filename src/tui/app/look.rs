//! Which columns of a list are looked at.

use super::super::overlay::columns;
use super::{App, Flow};
use crate::service::view::List;

impl App {
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
