//! The draft: staged, reviewed, applied, sent as requests, dropped; and the undo of what was applied.

use super::super::overlay::Message;
use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::review::ReviewLayer;
use super::super::place::Tab;
use super::people::wants_proof;
use super::{App, Flow};
use crate::domain::command::{Command, OpenTicket, Ref};
use crate::domain::id::{Kind, Subject};
use crate::domain::refusal::Class;
use crate::domain::value::TicketKind;
use crate::service::{Draft, ServiceError, Staged, Turn};

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
                if review {
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
        self.desk.staged = draft.commands();
        self.desk.draft = draft;
        self.panes.iter_mut().for_each(|(_, pane)| pane.spoil());
        let count = i64::try_from(self.desk.staged.len()).unwrap_or(i64::MAX);
        let text = self.desk.look.texts.with("desk-staged", &[("count", count.into())]);
        self.desk.say(text);
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
        let commands = self.kept(without);
        let mut plan = self.desk.console.preview(&commands);
        let mut asked = false;
        if let Err(ServiceError::Refused(refusal)) = &plan
            && refusal.class() == Class::MayAsk
        {
            plan = self.desk.console.preview_request(&commands);
            asked = true;
        }
        let layer = ReviewLayer::of_draft(&self.desk, without, &plan, asked);
        self.reviewed = plan.ok().filter(|_| !asked);
        self.stack.push(layer);
    }

    /// Makes the plan again without what is left out.
    pub(super) fn review_again(&mut self, without: &[usize]) {
        let plan = self.desk.console.preview(&self.kept(without));
        let (rows, notes) = super::super::overlay::review::draft_rows(&self.desk, without, &plan, false);
        self.reviewed = plan.ok();
        self.stack.replanned(rows, notes);
    }

    /// Applies the plan that was shown.
    pub(super) fn apply(&mut self, without: &[usize]) -> Flow {
        let commands = self.kept(without);
        let left = self.desk.draft.only(without);
        match self.desk.console.execute_staged(&commands, self.reviewed.as_ref(), &left) {
            Ok(receipt) => {
                let flow = self.refresh();
                let text = match receipt.entry {
                    Some(entry) => self.desk.look.texts.with("desk-applied", &[("entry", entry.into())]),
                    None => self.desk.look.texts.get("desk-nothing"),
                };
                self.desk.say(text);
                self.show_answers(&receipt.answers);
                flow
            }
            Err(error) if wants_proof(&error) => self.prove(Message::Apply { without: without.to_vec() }),
            Err(error) => self.failed(&error),
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
                && let Some(flow) = self.undo_decision()
            {
                return flow;
            }
            self.preview_turn(Turn::Undo);
            return Flow::On;
        }
        match self.desk.console.unstage(None) {
            Ok(draft) => {
                let count = i64::try_from(draft.staged.len()).unwrap_or(i64::MAX);
                self.took(draft);
                let text = self.desk.look.texts.with("desk-taken-back", &[("count", count.into())]);
                self.desk.say(text);
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Shows the plan of an undo or a redo.
    pub(super) fn preview_turn(&mut self, turn: Turn) {
        match self.desk.console.preview_turn(turn, None, false) {
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
            Err(error) => self.failed(&error),
        }
    }

    /// Sends the draft as requests: one for each subject and kind; what is left out stays.
    pub(super) fn send_requests(&mut self, without: &[usize]) -> Flow {
        let mut tickets: Vec<(Option<Subject>, TicketKind, Vec<Command>)> = Vec::new();
        for command in self.kept(without) {
            let (subject, kind) = (named(&command), kind_of(&command));
            match tickets.iter_mut().find(|(s, k, _)| *s == subject && *k == kind) {
                Some((_, _, commands)) => commands.push(command),
                None => tickets.push((subject, kind, vec![command])),
            }
        }
        let user = |subject: Option<Subject>| subject.filter(|s| s.kind == Kind::User);
        let commands: Vec<Command> = tickets
            .into_iter()
            .map(|(subject, kind, commands)| {
                let user = user(subject).map(|s| Ref::pinned(s.to_string(), s.id));
                OpenTicket { kind, user, reason: None, note: None, priority: None, commands }.into()
            })
            .collect();
        let count = i64::try_from(commands.len()).unwrap_or(i64::MAX);
        let left = self.desk.draft.only(without);
        match self.desk.console.execute_staged(&commands, None, &left) {
            Ok(_) => {
                let flow = self.refresh();
                let text = self.desk.look.texts.with("desk-sent", &[("count", count.into())]);
                self.desk.say(text);
                flow
            }
            Err(error) => self.failed(&error),
        }
    }
}

/// The first record that a Command names.
fn named(command: &Command) -> Option<Subject> {
    let mut found = None;
    command.clone().references(&mut |kind, reference| {
        if let (None, Some(number)) = (found, reference.number()) {
            found = Some(Subject::new(kind, number));
        }
    });
    found
}

fn kind_of(command: &Command) -> TicketKind {
    match command {
        Command::CreateUser(_) => TicketKind::NewUser,
        Command::SetUserEnabled(c) if !c.value => TicketKind::Deactivate,
        Command::SetAccessType(_)
        | Command::SetAgentAddon(_)
        | Command::SetSupervisorLevel(_)
        | Command::SetPermission(_)
        | Command::SetUcClient(_)
        | Command::SetCrmAddon(_)
        | Command::SetSoftphone(_)
        | Command::SetWorkspaceAccess(_)
        | Command::SetApplicationRight(_) => TicketKind::ChangeRights,
        _ => TicketKind::Other,
    }
}
