//! The draft as requests: the reason is asked for, and what they carry leaves the draft.

use super::super::overlay;
use super::{App, Flow};
use crate::domain::command::Command;
use crate::domain::id::Kind;
use crate::service::{Draft, ServiceError, requests_of};
use crate::text::{Shown, show};

impl App {
    /// Asks for reason and note of what is sent as requests: what the actor may do alone stays in the draft, unless all
    /// of it is; what is left out stays as well.
    pub(super) fn ask_for(&mut self, without: &[usize]) -> Flow {
        let numbered = self.kept_places(without);
        let kept = self.kept(without);
        let asked = match self.desk.console.to_be_asked(&kept) {
            Ok(asked) if asked.is_empty() => (0..kept.len()).collect(),
            Ok(asked) => asked,
            Err(error) => return self.failed(&error),
        };
        let sent: Vec<usize> = asked.iter().map(|at| numbered[*at]).collect();
        let sent = self.desk.draft.only(&sent);
        self.stack.push(overlay::forms::send_form(&self.desk, requests_of(&sent.commands()), sent));
        Flow::On
    }

    /// Sends requests and takes what they carry out of the draft.
    pub(super) fn send_requests(&mut self, commands: &[Command], sent: &Draft) -> Flow {
        match self.desk.console.execute_staged(commands, None, sent) {
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
