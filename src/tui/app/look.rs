//! How a list is looked at: its views, the filters that a person saved, its columns.

use super::super::overlay::saved::Saving;
use super::super::overlay::{columns, saved, views};
use super::super::place::Tab;
use super::{App, Flow};
use crate::service::Result;
use crate::service::view::List;
use crate::text::Shown;

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

    /// Offers the views of the open list, one's own among them.
    pub(super) fn choose_view(&mut self) {
        let asked = self.pane().and_then(|pane| pane.query());
        let Some((query, typed)) = asked.filter(|_| self.tab() != Some(Tab::Site)) else {
            let text = self.desk.look.texts.get("desk-no-views");
            return self.desk.refuse(text);
        };
        let texts = &self.desk.look.texts;
        let (title, items) = match self.tab() {
            Some(Tab::Users) => (texts.get("users-views-title"), views::users(&self.desk)),
            Some(Tab::Admins) => (texts.get("admins-views-title"), views::admins(&self.desk, self.place())),
            Some(Tab::Tickets) => (texts.get("views-title"), views::tickets(&self.desk)),
            _ => (texts.get("views-title"), views::all(&self.desk)),
        };
        let list = if query.list.is_about_users() { List::Users } else { query.list };
        self.stack.push(saved::views(&self.desk, title, items, list, &typed));
    }

    /// Saves a filter or forgets one, step by step.
    pub(super) fn save_filter(&mut self, saving: Saving) -> Flow {
        match saving {
            Saving::Name(list, filter) => self.stack.push(saved::name(&self.desk, list, filter)),
            Saving::Choose(list) => self.stack.push(saved::forget(&self.desk, list)),
            Saving::Keep { list, name, filter } => {
                let kept = self.desk.console.save_filter(list, &name, &filter);
                let said = self.desk.look.texts.with("saved-kept", &[("name", (&name).into())]);
                return self.look_anew(kept, said);
            }
            Saving::Forget(list, name) => {
                let forgotten = self.desk.console.forget_filter(list, &name);
                let said = self.desk.look.texts.with("saved-forgotten", &[("name", (&name).into())]);
                return self.look_anew(forgotten, said);
            }
        }
        Flow::On
    }

    fn look_anew(&mut self, done: Result<()>, said: Shown) -> Flow {
        match done.and_then(|()| self.desk.look_again()) {
            Ok(()) => {
                self.stack.clear();
                self.desk.say(said);
                Flow::On
            }
            Err(error) => {
                let why = self.desk.word(&error);
                self.stack.refused(Some("name"), why);
                self.failed(&error)
            }
        }
    }
}
