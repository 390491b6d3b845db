//! The draft: staged, reviewed, applied, sent as requests, dropped; and the undo of what was applied.

use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::review::ReviewLayer;
use super::super::overlay::{self, Message};
use super::super::place::Tab;
use super::act::tab_of;
use super::busy::is_busy;
use super::people::wants_proof;
use super::{App, Flow};
use crate::domain::command::Command;
use crate::domain::id::{EntryNo, Kind, Subject};
use crate::domain::plan::Plan;
use crate::domain::refusal::Class;
use crate::service::{Draft, ServiceError, Staged, Turn, requests_of};
use crate::text::{Shown, show};

impl App {
    /// Puts Commands into the draft; a form that is refused stays open and says why.
    pub(super) fn stage(&mut self, commands: Vec<Command>, review: bool) {
        if commands.is_empty() {
            self.stack.pop();
            return;
        }
        match self.desk.console.stage(commands) {
            Ok(draft) => {
                self.took(draft);
                self.stack.clear();
                if review && !self.desk.staged.is_empty() {
                    self.review(&[]);
                }
            }
            Err(error) => {
                let text = self.desk.word(&error);
                if self.stack.is_empty() {
                    self.desk.refuse(text);
                } else {
                    let field = match &error {
                        ServiceError::Refused(refusal) => refusal.field,
                        _ => None,
                    };
                    self.stack.refused(field, text);
                }
            }
        }
    }

    fn took(&mut self, draft: Draft) {
        self.desk.take(draft);
        self.panes.iter_mut().for_each(|(_, pane)| pane.spoil());
    }

    /// Stages Commands in place of those that they replace: a whole communication order over the one staged before, a
    /// membership over the same one.
    pub(super) fn replace(&mut self, commands: Vec<Command>) {
        let meant = |c: &Command| match c {
            Command::SetCommunicationOrder(c) => Some((c.list.id(), None)),
            Command::SetGroupMember(c) => Some((c.group.number()?, Some(c.user.number()?))),
            _ => None,
        };
        let replaced: Vec<_> = commands.iter().filter_map(meant).collect();
        let mut draft = self.desk.draft.clone();
        draft.staged.retain(|s: &Staged| meant(&s.command).is_none_or(|of| !replaced.contains(&of)));
        let outcome = self.desk.console.keep(&draft).and_then(|()| self.desk.console.stage(commands));
        match outcome {
            Ok(draft) => self.took(draft),
            Err(error) => {
                let why = self.desk.word(&error);
                self.stack.refused(None, why);
                self.failed(&error);
            }
        }
    }

    fn kept(&self, without: &[usize]) -> Vec<Command> {
        let numbered = self.desk.staged.iter().enumerate();
        numbered.filter(|(at, _)| !without.contains(at)).map(|(_, command)| command.clone()).collect()
    }

    /// Opens the review of the draft.
    pub(super) fn review(&mut self, without: &[usize]) {
        if self.desk.staged.is_empty() {
            let text = self.desk.look.texts.get("desk-empty-draft");
            self.desk.refuse(text);
            return;
        }
        let (plan, asked) = self.planned(without);
        let layer = ReviewLayer::of_draft(&self.desk, without, &plan, asked);
        self.reviewed = plan.ok().filter(|_| !asked);
        self.moved = self.moved_but(without);
        self.stack.push(layer);
    }

    /// The plan of the draft without what is left out, and whether it is the plan of a request.
    fn planned(&self, without: &[usize]) -> (crate::service::Result<Plan>, bool) {
        let commands = self.kept(without);
        match self.desk.console.preview(&commands) {
            Err(ServiceError::Refused(refusal)) if refusal.class() == Class::MayAsk => {
                (self.desk.console.preview_request(&commands), true)
            }
            plan => (plan, false),
        }
    }

    /// Makes the plan again without what is left out.
    pub(super) fn review_again(&mut self, without: &[usize]) {
        let (plan, asked) = self.planned(without);
        let (rows, notes) = super::super::overlay::review::draft_rows(&self.desk, without, &plan, asked);
        self.reviewed = plan.ok().filter(|_| !asked);
        self.moved = self.moved_but(without);
        self.stack.replanned(rows, notes);
    }

    /// The records of the draft, without what is left out, that others have changed since it was staged.
    fn moved_but(&self, without: &[usize]) -> Vec<Subject> {
        let kept: Vec<usize> = (0..self.desk.staged.len()).filter(|at| !without.contains(at)).collect();
        self.desk.console.moved_since(&self.desk.draft.only(&kept)).unwrap_or_default()
    }

    /// S-45: asks first where somebody else has changed a record since it was staged, with both values.
    pub(super) fn apply_asking(&mut self, without: &[usize]) -> Flow {
        // What moves after the review makes its plan stale, which is refused; one that cannot be applied is not asked about.
        let moved = std::mem::take(&mut self.moved);
        if moved.is_empty() || self.reviewed.is_none() {
            return self.apply(without);
        }
        let lines = super::super::overlay::review::moved_lines(&self.desk, &moved, self.reviewed.as_ref());
        let yes = Message::ApplyMoved { without: without.to_vec() };
        let layer = ConfirmLayer::new(self.desk.look.texts.get("moved-title"), lines, yes);
        self.stack.push(layer);
        Flow::On
    }

    /// Applies the plan that was shown.
    pub(super) fn apply(&mut self, without: &[usize]) -> Flow {
        let commands = self.kept(without);
        let left = self.desk.draft.only(without);
        match self.desk.console.execute_staged(&commands, self.reviewed.as_ref(), &left) {
            Ok(receipt) => {
                self.deeds.clear();
                let flow = self.refresh();
                let text = self.said_of(receipt.entry);
                self.desk.say(text);
                self.select_made(&receipt.plan);
                self.show_answers(&receipt.answers);
                flow
            }
            Err(error) if wants_proof(&error) => self.prove(Message::ApplyMoved { without: without.to_vec() }),
            Err(error) => self.failed(&error),
        }
    }

    /// Selects the record that was made, where the open tab shows its kind.
    fn select_made(&mut self, plan: &Plan) {
        let Some(tab) = self.tab() else { return };
        let made = plan.changes.iter().rfind(|change| change.makes() && tab_of(change.subject.kind) == tab);
        let (Some(made), Some((_, pane))) = (made, self.panes.get_mut(self.open)) else { return };
        if let Err(error) = pane.follow(&mut self.desk, made.subject.id) {
            self.failed(&error);
        }
    }

    /// Asks before the draft is dropped.
    pub(super) fn ask_drop(&mut self) {
        let texts = &self.desk.look.texts;
        if self.desk.staged.is_empty() {
            let text = texts.get("desk-empty-draft");
            self.desk.refuse(text);
            return;
        }
        let count = i64::try_from(self.desk.staged.len()).unwrap_or(i64::MAX);
        let question = texts.with("drop-question", &[("count", count.into())]);
        let layer = ConfirmLayer::new(texts.get("drop-title"), vec![question], Message::Drop);
        self.stack.push(layer);
    }

    pub(super) fn drop_draft(&mut self) {
        match self.desk.console.keep(&Draft::default()) {
            Ok(()) => {
                self.took(Draft::default());
                let text = self.desk.look.texts.get("desk-dropped");
                self.desk.say(text);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Takes back the last staged edit; with an empty draft, shows the undo of one's own newest plan.
    pub(super) fn undo(&mut self) -> Flow {
        if self.desk.staged.is_empty() {
            if self.tab() == Some(Tab::Tickets)
                && let Some(flow) = self.undo_deed()
            {
                return flow;
            }
            // In the journal it is the chosen entry that is meant.
            let entry = self.focus().entry;
            self.preview_turn(Turn::Undo, entry);
            return Flow::On;
        }
        match self.desk.console.unstage(None) {
            Ok(draft) => {
                self.took(draft);
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Shows the plan of an undo or a redo:
    /// of that entry, or of one's own newest.
    pub(super) fn preview_turn(&mut self, turn: Turn, entry: Option<EntryNo>) {
        match self.desk.console.preview_turn(turn, entry, false) {
            Ok((entry, plan)) => {
                let texts = &self.desk.look.texts;
                let title = match turn {
                    Turn::Undo => texts.with("undo-title", &[("entry", entry.into())]),
                    Turn::Redo => texts.with("redo-title", &[("entry", entry.into())]),
                };
                let layer = ReviewLayer::of_turn(&self.desk, title, &plan);
                self.turned = Some((turn, entry, plan));
                self.stack.push(layer);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Does the undo or redo that was shown.
    pub(super) fn turn(&mut self) -> Flow {
        let Some((turn, entry, plan)) = self.turned.take() else { return Flow::On };
        match self.desk.console.turn(turn, Some(entry), false, Some(&plan)) {
            Ok(receipt) => {
                self.deeds.clear();
                let flow = self.refresh();
                let by = receipt.entry.unwrap_or(entry);
                let texts = &self.desk.look.texts;
                let text = match turn {
                    Turn::Undo => texts.with("desk-undone", &[("entry", by.into())]),
                    Turn::Redo => texts.with("desk-redone", &[("entry", by.into())]),
                };
                self.desk.say(text);
                flow
            }
            Err(error) if wants_proof(&error) => {
                self.turned = Some((turn, entry, plan));
                self.prove(Message::Turn)
            }
            Err(error) if is_busy(&error) => {
                self.turned = Some((turn, entry, plan));
                self.failed(&error)
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Asks for reason and note of what is sent as requests: what the actor may do alone stays in the draft, unless all
    /// of it is; what is left out stays as well.
    pub(super) fn ask_for(&mut self, without: &[usize]) -> Flow {
        let numbered: Vec<usize> = (0..self.desk.staged.len()).filter(|at| !without.contains(at)).collect();
        let kept = self.kept(without);
        let asked = match self.desk.console.to_be_asked(&kept) {
            Ok(asked) if asked.is_empty() => (0..kept.len()).collect(),
            Ok(asked) => asked,
            Err(error) => return self.failed(&error),
        };
        let sent: Vec<usize> = asked.iter().map(|at| numbered[*at]).collect();
        let commands: Vec<Command> = sent.iter().map(|at| self.desk.staged[*at].clone()).collect();
        self.stack.push(overlay::form::send_form(&self.desk, requests_of(&commands), sent));
        Flow::On
    }

    /// Sends requests and takes what they carry out of the draft.
    pub(super) fn send_requests(&mut self, commands: &[Command], sent: &[usize]) -> Flow {
        let stays: Vec<usize> = (0..self.desk.staged.len()).filter(|at| !sent.contains(at)).collect();
        let left = self.desk.draft.only(&stays);
        match self.desk.console.execute_staged(commands, None, &left) {
            Ok(receipt) => {
                self.stack.clear();
                self.deeds.clear();
                let flow = self.refresh();
                let texts = &self.desk.look.texts;
                let made = receipt.plan.changes.iter().filter(|c| c.makes() && c.subject.kind == Kind::Ticket);
                let numbers: Vec<String> = made.map(|c| c.name.clone()).collect();
                let count = i64::try_from(numbers.len()).unwrap_or(i64::MAX);
                let text = texts.with("desk-sent", &[("count", count.into())]);
                let numbers = show(&numbers.join(", "));
                self.desk.say(Shown::join(&[text, numbers], &Shown::fixed("  ")));
                flow
            }
            Err(error) => {
                self.leads_to_first(&error);
                if self.stack.is_empty() {
                    return self.failed(&error);
                }
                let field = match &error {
                    ServiceError::Refused(refusal) => refusal.field,
                    _ => None,
                };
                let text = self.desk.word(&error);
                self.stack.refused(field, text);
                Flow::On
            }
        }
    }
}
