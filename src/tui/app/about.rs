//! The three questions about what is selected: why, who can, what has happened to this.

use super::super::action::Action;
use super::super::overlay;
use super::super::pane::Item;
use super::App;

impl App {
    /// Why the selected cell is as it is.
    pub(super) fn why(&mut self) {
        let focus = self.focus();
        let (Some(subject), Some(Item::Cell(key))) = (focus.subject, focus.item) else {
            let text = self.desk.look.texts.get("why-needs-cell");
            self.desk.refuse(text);
            return;
        };
        match overlay::why::why(&self.desk, subject, &key) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Everyone who has what the selected cell gives; on a role, everyone who holds it.
    pub(super) fn who(&mut self) {
        let focus = self.focus();
        let Some(Item::Cell(key)) = focus.item else {
            if let Some(Ok(Some(layer))) = focus.subject.map(|role| overlay::holders::holders(&self.desk, role)) {
                self.stack.push(layer);
                return;
            }
            let text = self.desk.look.texts.get("why-needs-cell");
            self.desk.refuse(text);
            return;
        };
        match overlay::why::who(&self.desk, &key) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// What has happened to the selected record.
    pub(super) fn history(&mut self) {
        let Some(subject) = self.subject(Action::History) else { return };
        match overlay::why::history(&self.desk, subject) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }
}
