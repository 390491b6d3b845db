//! One act on all marked rows: chosen, judged row by row, reviewed, applied as one plan.

use super::super::action::Action;
use super::super::overlay::bulk::{BulkLayer, Deed};
use super::super::overlay::review::ReviewLayer;
use super::busy::is_busy;
use super::{App, Flow};
use crate::domain::id::Subject;
use crate::service::bulk::MOST;

impl App {
    /// Whether an action is for the marked rows, and does it then.
    pub(super) fn on_marked(&mut self, action: Action) -> bool {
        let deed = match action {
            Action::Edit => None,
            Action::Disable => Some(Deed::Enable(false)),
            Action::TakeTicket => Some(Deed::Take),
            Action::Approve => Some(Deed::Approve),
            _ => return false,
        };
        let Some(numbers) = self.marked() else { return false };
        match deed {
            Some(deed) => self.judge(&deed, &numbers),
            None => self.choose_deed(numbers.len()),
        }
        true
    }

    /// The marked rows of the open list; none where no row is marked, or they cannot be read.
    fn marked(&mut self) -> Option<Vec<i64>> {
        let marked = self.pane()?.marked()?;
        match self.desk.console.marked(&marked) {
            Ok(numbers) => Some(numbers),
            Err(error) => {
                self.failed(&error);
                Some(Vec::new())
            }
        }
    }

    fn choose_deed(&mut self, count: usize) {
        let Some(kind) = self.focus().subject.map(|subject| subject.kind) else { return };
        if self.too_many(count) {
            return;
        }
        match BulkLayer::open(&self.desk, kind, count) {
            Some(layer) => self.stack.push(layer),
            None => {
                let text = self.desk.look.texts.get("bulk-none");
                self.desk.refuse(text);
            }
        }
    }

    fn too_many(&mut self, count: usize) -> bool {
        if count > MOST {
            let most = i64::try_from(MOST).unwrap_or(i64::MAX);
            let text = self.desk.look.texts.with("bulk-too-many", &[("count", most.into())]);
            self.desk.refuse(text);
        }
        count > MOST
    }

    /// Does to all marked rows what was chosen, as far as a review.
    pub(super) fn bulk(&mut self, deed: &Deed) {
        if let Some(numbers) = self.marked() {
            self.judge(deed, &numbers);
        }
    }

    fn judge(&mut self, deed: &Deed, numbers: &[i64]) {
        let Some(kind) = self.focus().subject.map(|subject| subject.kind) else { return };
        if numbers.is_empty() || self.too_many(numbers.len()) {
            return;
        }
        let catalogue = std::sync::Arc::clone(&self.desk.catalogue);
        let make = |subject: Subject| deed.commands(&catalogue, subject);
        match self.desk.console.bulk_preview(kind, numbers, &make, &mut |_, _| true) {
            Ok(bulk) => {
                let title = deed.label(&self.desk.catalogue, &self.desk.look.texts);
                let layer = ReviewLayer::of_bulk(&self.desk, title, &bulk);
                self.stack.push(layer);
                self.judged = Some(bulk);
            }
            Err(error) => {
                self.failed(&error);
            }
        }
    }

    /// Applies what was shown to those that it may be applied to.
    pub(super) fn apply_bulk(&mut self) -> Flow {
        let Some(bulk) = self.judged.take() else { return Flow::On };
        match self.desk.console.bulk(&bulk) {
            Ok(receipt) => {
                if let Some(pane) = self.pane() {
                    pane.unmark();
                }
                let flow = self.refresh();
                let text = match receipt.entry {
                    Some(entry) => self.desk.look.texts.with("desk-applied", &[("entry", entry.into())]),
                    None => self.desk.look.texts.get("desk-nothing"),
                };
                self.desk.say(text);
                flow
            }
            Err(error) => {
                self.judged = Some(bulk).filter(|_| is_busy(&error));
                self.failed(&error)
            }
        }
    }
}
