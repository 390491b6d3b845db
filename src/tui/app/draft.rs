//! The draft: staged, reviewed, applied, dropped.

use std::sync::Arc;

use super::super::overlay::Message;
use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::pending::{Drafted, Pending};
use super::super::overlay::review::{ReviewLayer, draft_rows, moved_lines};
use super::go::tab_of;
use super::people::wants_proof;
use super::{App, Flow};
use crate::domain::command::Command;
use crate::domain::id::Subject;
use crate::domain::plan::Plan;
use crate::domain::refusal::Class;
use crate::service::{Draft, ServiceError};

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

    pub(super) fn took(&mut self, draft: Draft) {
        self.desk.take(draft);
        self.tabs.spoil();
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
        let goes = |c: &Command| meant(c).is_some_and(|of| replaced.contains(&of));
        match self.desk.console.stage_over(commands, &goes) {
            Ok(draft) => self.took(draft),
            Err(error) => {
                let why = self.desk.word(&error);
                self.stack.refused(None, why);
                self.failed(&error);
            }
        }
    }

    /// The places in the draft that are not left out.
    pub(super) fn kept_places(&self, without: &[usize]) -> Vec<usize> {
        (0..self.desk.staged.len()).filter(|at| !without.contains(at)).collect()
    }

    /// The Commands there.
    pub(super) fn kept(&self, without: &[usize]) -> Vec<Command> {
        self.kept_places(without).into_iter().map(|at| self.desk.staged[at].clone()).collect()
    }

    /// Opens the review of the draft.
    pub(super) fn review(&mut self, without: &[usize]) {
        if self.desk.staged.is_empty() {
            let text = self.desk.look.texts.get("desk-empty-draft");
            self.desk.refuse(text);
            return;
        }
        let (plan, asked) = self.planned(without);
        let accepted = self.accepted(without, &plan, asked);
        self.stack.push(ReviewLayer::of_draft(&self.desk, without, &plan, accepted));
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
        let accepted = self.accepted(without, &plan, asked);
        let (rows, notes) = draft_rows(&self.desk, without, &plan, &accepted);
        self.stack.replanned(rows, notes, accepted);
    }

    /// What is done where the plan that is shown is accepted: U-49, what may only be asked for is sent as a request by the
    /// very same keys.
    fn accepted(&self, without: &[usize], plan: &crate::service::Result<Plan>, asked: bool) -> Message {
        let without = without.to_vec();
        if asked {
            return Message::Request { without };
        }
        let moved = self.moved_but(&without);
        Message::Apply(Pending::Draft(Arc::new(Drafted {
            moved,
            plan: plan.as_ref().ok().cloned().unwrap_or_default(),
            without,
        })))
    }

    /// The records of the draft, without what is left out, that others have changed since it was staged.
    fn moved_but(&self, without: &[usize]) -> Vec<Subject> {
        let kept = self.desk.draft.only(&self.kept_places(without));
        self.desk.console.moved_since(&kept).unwrap_or_default()
    }

    /// Does what was shown.
    pub(super) fn accept(&mut self, pending: Pending) -> Flow {
        match pending {
            Pending::Draft(drafted) => self.apply(drafted),
            Pending::Turn(turned) => self.turn(turned),
            Pending::Bulk(bulk) => self.apply_bulk(bulk),
            Pending::Approval(approved) => self.approve_as_of_now(&approved),
        }
    }

    /// Applies the draft as it was shown. S-45: asks first where somebody else has changed a record since it was staged,
    /// with both values; what moves after the review makes its plan stale, which is refused.
    fn apply(&mut self, drafted: Arc<Drafted>) -> Flow {
        // One that cannot be applied is not asked about.
        if !drafted.moved.is_empty() && !drafted.plan.is_empty() {
            let lines = moved_lines(&self.desk, &drafted.moved, &drafted.plan);
            let agreed = Drafted { moved: Vec::new(), ..Arc::unwrap_or_clone(drafted) };
            let yes = Message::Apply(Pending::Draft(Arc::new(agreed)));
            let layer = ConfirmLayer::new(self.desk.look.texts.get("moved-title"), lines, yes);
            self.stack.push(layer);
            return Flow::On;
        }
        let commands = self.kept(&drafted.without);
        let staged = self.desk.draft.only(&self.kept_places(&drafted.without));
        match self.desk.console.execute_staged(&commands, Some(&drafted.plan), &staged) {
            Ok(receipt) => {
                self.deeds.clear();
                let flow = self.refresh();
                let text = self.said_of(receipt.entry);
                self.desk.say(text);
                self.select_made(&receipt.plan);
                self.show_answers(&receipt.answers);
                flow
            }
            Err(error) if wants_proof(&error) => {
                let agreed = Drafted { moved: Vec::new(), ..Arc::unwrap_or_clone(drafted) };
                self.prove(Message::Apply(Pending::Draft(Arc::new(agreed))))
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Selects the record that was made, where the open tab shows its kind.
    fn select_made(&mut self, plan: &Plan) {
        let Some(tab) = self.tab() else { return };
        let made = plan.changes.iter().rfind(|change| change.makes() && tab_of(change.subject.kind) == tab);
        let (Some(made), Some(pane)) = (made, self.tabs.pane_mut()) else { return };
        if let Err(error) = pane.follow(&mut self.desk, made.subject.id) {
            self.failed(&error);
        }
    }

    /// Asks before the draft is dropped.
    pub(super) fn ask_drop(&mut self) {
        let texts = &self.desk.look.texts;
        // One that this version does not know is shown as empty, and can be dropped all the same.
        if self.desk.staged.is_empty() && !self.desk.console.has_draft().unwrap_or_default() {
            let text = texts.get("desk-empty-draft");
            self.desk.refuse(text);
            return;
        }
        let count = i64::try_from(self.desk.staged.len()).unwrap_or(i64::MAX);
        let question = match count {
            0 => texts.get("drop-unknown"),
            count => texts.with("drop-question", &[("count", count.into())]),
        };
        let layer = ConfirmLayer::new(texts.get("drop-title"), vec![question], Message::Drop);
        self.stack.push(layer);
    }

    pub(super) fn drop_draft(&mut self) {
        match self.desk.console.drop_draft() {
            Ok(()) => {
                self.took(Draft::default());
                let text = self.desk.look.texts.get("desk-dropped");
                self.desk.say(text);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }
}
