//! Triage: one key for each decision; after it the next request is selected, and the count left is said.

use super::super::action::Action;
use super::super::overlay;
use super::super::overlay::Message;
use super::super::overlay::ask::ConfirmLayer;
use super::{App, Flow};
use crate::domain::command::{ApproveTicket, CancelTicket, Command, Ref, SetTicketPriority, TakeTicket};
use crate::domain::id::{Kind, Subject};
use crate::domain::record::Ticket;
use crate::domain::value::Priority;
use crate::service::ServiceError;

impl App {
    /// Decides the selected ticket.
    pub(super) fn triage(&mut self, action: Action) -> Flow {
        let focus = self.pane().map(|pane| pane.focus()).unwrap_or_default();
        let Some(Subject { kind: Kind::Ticket, id }) = focus.subject else {
            let name = action.label(&self.desk.look.texts);
            let text = self.desk.look.texts.with("desk-not-here", &[("action", name.into())]);
            self.desk.refuse(text);
            return Flow::On;
        };
        let ticket = Ref::pinned(id.to_string(), id);
        let command: Command = match action {
            Action::TakeTicket => TakeTicket { ticket }.into(),
            Action::Approve => ApproveTicket { ticket, as_of_now: None }.into(),
            Action::CancelTicket => CancelTicket { ticket }.into(),
            Action::Reject => {
                let layer = overlay::form::reject_form(&self.desk, id);
                self.open_form(layer, action);
                return Flow::On;
            }
            Action::Comment => {
                let layer = overlay::form::comment_form(&self.desk, id);
                self.open_form(layer, action);
                return Flow::On;
            }
            _ => match self.other_priority(id, action == Action::RaisePriority) {
                Some(value) => SetTicketPriority { ticket, value }.into(),
                None => return Flow::On,
            },
        };
        self.run(&[command])
    }

    fn other_priority(&mut self, id: i64, up: bool) -> Option<Priority> {
        match self.desk.console.record::<Ticket>(id) {
            Ok(ticket) => {
                let at = ticket.priority as usize;
                let next = if up { at + 1 } else { at.checked_sub(1)? };
                Priority::ALL.get(next).copied()
            }
            Err(error) => {
                self.failed(&error);
                None
            }
        }
    }

    /// Runs Commands at once; a plan that is no longer the one asked for is asked about first.
    pub(super) fn run(&mut self, commands: &[Command]) -> Flow {
        match self.desk.console.execute(commands, None) {
            Ok(receipt) => {
                self.stack.clear();
                let decided = !receipt.plan.tickets.is_empty();
                if decided
                    && let Some((_, pane)) = self.panes.get_mut(self.open) {
                        // The queue moves up under the marker: the next request is selected.
                        let _ = pane.on(Action::Down, &mut self.desk);
                    }
                let flow = self.refresh();
                let texts = &self.desk.look.texts;
                let mut said = vec![match receipt.entry {
                    Some(entry) => texts.with("desk-applied", &[("entry", entry.into())]),
                    None => texts.get("desk-nothing"),
                }];
                if decided {
                    said.push(texts.with("desk-left", &[("count", self.waiting.into())]));
                }
                let line = crate::text::Shown::join(&said, &crate::text::Shown::fixed("  "));
                self.desk.say(line);
                self.show_answers(&receipt.answers);
                flow
            }
            Err(ServiceError::Refused(refusal)) if refusal.code() == "ticket.changed" => {
                let [Command::ApproveTicket(command)] = commands else {
                    return self.failed(&ServiceError::Refused(refusal));
                };
                let again = ApproveTicket { ticket: command.ticket.clone(), as_of_now: Some(true) };
                let texts = &self.desk.look.texts;
                let question = vec![texts.get("ticket-approve-question")];
                let layer =
                    ConfirmLayer::new(texts.get("ticket-approve-differs"), question, Message::Run(vec![again.into()]));
                self.stack.push(layer);
                Flow::On
            }
            Err(error) if self.stack.is_empty() => self.failed(&error),
            Err(error) => {
                let text = self.desk.word(&error);
                self.stack.refused(None, text);
                Flow::On
            }
        }
    }
}
