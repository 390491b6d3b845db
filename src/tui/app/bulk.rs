//! One act on all marked rows: chosen, judged row by row, reviewed, applied as one plan.

use super::super::action::Action;
use super::super::overlay::bulk::{BulkLayer, Deed};
use super::super::overlay::review::ReviewLayer;
use super::super::overlay::triage::{self, Which};
use super::busy::is_busy;
use super::{App, Flow, ticket};
use crate::domain::id::Subject;
use crate::service::bulk::MOST;
use crate::text::Shown;

impl App {
    /// Whether an action is for the marked rows, and does it then.
    pub(super) fn on_marked(&mut self, action: Action) -> bool {
        let deed = match action {
            Action::Edit | Action::Reject | Action::Assign | Action::RaisePriority | Action::LowerPriority => None,
            Action::Disable => Some(Deed::Enable(false)),
            Action::TakeTicket => Some(Deed::Take),
            Action::Approve => Some(Deed::Approve),
            Action::CancelTicket => Some(Deed::Withdraw),
            _ => return false,
        };
        let Some(numbers) = self.marked() else { return false };
        match deed {
            Some(deed) => self.judge(&deed, &numbers),
            None if self.too_many(numbers.len()) => {}
            None => self.choose(action, &numbers),
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

    /// Asks what is to be done to the marked rows: anything, or why they are rejected, to whom they go, how urgent they
    /// are.
    fn choose(&mut self, action: Action, marked: &[i64]) {
        let which = Which::Marked(marked);
        let layer = match action {
            Action::Reject => triage::reject(&self.desk, which),
            Action::Assign => triage::assign(&self.desk, which),
            Action::RaisePriority | Action::LowerPriority => Ok(triage::priorities(&self.desk, marked)),
            _ => return self.choose_deed(marked.len()),
        };
        match layer {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn choose_deed(&mut self, count: usize) {
        let Some(kind) = self.focus().subject.map(|subject| subject.kind) else { return };
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
                self.deeds.extend(ticket::Deed::of(&receipt));
                let flow = self.refresh();
                let mut said = vec![self.said_of(receipt.entry)];
                if !receipt.plan.tickets.is_empty() {
                    self.back_to_waiting();
                    said.push(self.left());
                }
                self.desk.say(Shown::join(&said, &Shown::fixed("  ")));
                flow
            }
            Err(error) => {
                self.judged = Some(bulk).filter(|_| is_busy(&error));
                self.failed(&error)
            }
        }
    }
}
