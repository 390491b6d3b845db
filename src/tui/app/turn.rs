//! Taking back: the last staged edit, or what was applied; and doing it again.

use std::sync::Arc;

use super::super::overlay::Message;
use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::pending::{Pending, Turned};
use super::super::overlay::review::ReviewLayer;
use super::super::place::Tab;
use super::people::wants_proof;
use super::{App, Flow};
use crate::domain::id::EntryNo;
use crate::domain::refusal::Code;
use crate::service::{ServiceError, Turn};

impl App {
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
        match self.desk.console.unstage() {
            Ok(draft) => {
                self.took(draft);
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Shows the plan of an undo or a redo: of that entry, or of one's own newest.
    pub(super) fn preview_turn(&mut self, turn: Turn, entry: Option<EntryNo>) {
        self.preview(turn, entry, false);
    }

    /// The same; `rest`: what was changed since is left as it is.
    pub(super) fn preview(&mut self, turn: Turn, entry: Option<EntryNo>, rest: bool) {
        match self.desk.console.preview_turn(turn, entry, rest) {
            Ok((entry, plan)) => {
                let texts = &self.desk.look.texts;
                let title = match turn {
                    Turn::Undo => texts.with("undo-title", &[("entry", entry.into())]),
                    Turn::Redo => texts.with("redo-title", &[("entry", entry.into())]),
                };
                self.stack.push(ReviewLayer::of_turn(&self.desk, title, Turned { turn, entry, rest, plan }));
            }
            Err(ServiceError::Refused(refusal))
                if !rest && matches!(refusal.code, Code::ChangedSince | Code::StillUsed) =>
            {
                let error = ServiceError::Refused(refusal);
                let texts = &self.desk.look.texts;
                let said = vec![texts.told(&self.desk.catalogue, &error.told()), texts.get("undo-rest-question")];
                let title = texts.get("undo-rest-title");
                self.stack.push(ConfirmLayer::new(title, said, Message::TurnRest(turn, entry)));
            }
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Does the undo or redo that was shown.
    pub(super) fn turn(&mut self, turned: Arc<Turned>) -> Flow {
        let (turn, entry) = (turned.turn, turned.entry);
        match self.desk.console.turn(turn, Some(entry), turned.rest, Some(&turned.plan)) {
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
            Err(error) if wants_proof(&error) => self.prove(Message::Apply(Pending::Turn(turned))),
            Err(error) => self.failed(&error),
        }
    }
}
