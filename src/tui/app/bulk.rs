//! One act on all marked rows: chosen, judged row by row, reviewed, applied as one plan.

use std::sync::Arc;

use super::super::action::Action;
use super::super::overlay::Message;
use super::super::overlay::bulk::{BulkLayer, Deed, ask_reason};
use super::super::overlay::pending::Pending;
use super::super::overlay::review::ReviewLayer;
use super::super::overlay::triage::{self, Which};
use super::people::wants_proof;
use super::{App, Flow, ticket};
use crate::domain::id::{Kind, Subject};
use crate::service::bulk::{Bulk, MOST, Watch};
use crate::service::{Console, Receipt, Result};
use crate::text::Shown;

/// So many records are judged at once; what takes longer is done beside the drawing.
const SOON: usize = 300;

impl App {
    /// Whether an action is for the marked rows, and does it then.
    pub(super) fn on_marked(&mut self, action: Action) -> bool {
        let deed = match action {
            Action::Edit | Action::Reject | Action::Assign | Action::RaisePriority | Action::LowerPriority => None,
            Action::Disable => Some(Deed::Disable(None)),
            Action::TakeTicket => Some(Deed::Take),
            Action::Approve => Some(Deed::Approve),
            Action::CancelTicket => Some(Deed::Withdraw),
            _ => return false,
        };
        let Some(numbers) = self.marked() else { return false };
        match deed {
            Some(deed) => drop(self.judge(&deed, &numbers)),
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
            Ok(Some(layer)) => self.stack.push(layer),
            Ok(None) => {
                let text = self.desk.look.texts.get("bulk-none");
                self.desk.refuse(text);
            }
            Err(error) => drop(self.failed(&error)),
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
    pub(super) fn bulk(&mut self, deed: &Deed) -> Flow {
        match self.marked() {
            Some(numbers) => self.judge(deed, &numbers),
            None => Flow::On,
        }
    }

    fn judge(&mut self, deed: &Deed, numbers: &[i64]) -> Flow {
        let Some(kind) = self.focus().subject.map(|subject| subject.kind) else { return Flow::On };
        if numbers.is_empty() || self.too_many(numbers.len()) {
            return Flow::On;
        }
        if *deed == Deed::Disable(None) {
            self.stack.push(ask_reason(&self.desk, numbers.len()));
            return Flow::On;
        }
        let title = deed.label(&self.desk.catalogue, &self.desk.look.texts);
        if numbers.len() <= SOON {
            let judged = preview(&self.desk.console, kind, deed, numbers, &mut |_, _| true);
            return self.judged(title, judged);
        }
        let (deed, numbers) = (deed.clone(), numbers.to_vec());
        let shown = self.desk.look.texts.with("bulk-judging", &[("what", title.clone().into())]);
        self.begin(shown, move |console, teller| {
            let judged = preview(&console, kind, &deed, &numbers, &mut |at, of| teller.tell(at as u64, of as u64));
            Box::new(move |app| app.judged(title, judged))
        })
    }

    /// Shows what was judged.
    fn judged(&mut self, title: Shown, judged: Result<Bulk>) -> Flow {
        match judged {
            Ok(bulk) => {
                self.stack.clear();
                self.stack.push(ReviewLayer::of_bulk(&self.desk, title, bulk));
                Flow::On
            }
            Err(error) => {
                let why = self.desk.word(&error);
                self.stack.refused(None, why);
                self.failed(&error)
            }
        }
    }

    /// Applies what was shown to those that it may be applied to.
    pub(super) fn apply_bulk(&mut self, bulk: Arc<Bulk>) -> Flow {
        if bulk.plan.commands.len() <= SOON {
            let applied = self.desk.console.bulk(&bulk, &mut |_, _| true);
            return self.applied(applied, bulk);
        }
        let title = self.desk.look.texts.get("bulk-applying");
        self.begin(title, move |mut console, teller| {
            let applied = console.bulk(&bulk, &mut |at, of| teller.tell(at as u64, of as u64));
            Box::new(move |app| app.applied(applied, bulk))
        })
    }

    /// Says what was applied.
    fn applied(&mut self, applied: Result<Receipt>, bulk: Arc<Bulk>) -> Flow {
        match applied {
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
            Err(error) if wants_proof(&error) => self.prove(Message::Apply(Pending::Bulk(bulk))),
            Err(error) => self.failed(&error),
        }
    }
}

/// Judges what is done to each of these records.
fn preview(console: &Console, kind: Kind, deed: &Deed, numbers: &[i64], watch: Watch<'_>) -> Result<Bulk> {
    let make = |subject: Subject| deed.commands(console.catalogue(), subject);
    console.bulk_preview(kind, numbers, &make, watch)
}
