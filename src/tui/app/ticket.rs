//! Triage: one key for each decision; after it the next request is selected, and the count left is said.

use super::super::action::Action;
use super::super::overlay;
use super::super::overlay::Message;
use super::super::overlay::pending::Approved;
use super::super::overlay::review::ReviewLayer;
use super::super::overlay::triage::Which;
use super::super::place::Tab;
use super::people::wants_proof;
use super::{App, Flow};
use crate::domain::command::{ApproveTicket, CancelTicket, Command, Ref, SetTicketPriority, TakeTicket};
use crate::domain::id::{EntryNo, Kind, Subject};
use crate::domain::record::Ticket;
use crate::domain::refusal::Arg;
use crate::domain::value::{Priority, TicketKind};
use crate::service::{Receipt, ServiceError, Turn};
use crate::text::Shown;

/// What was done to tickets at this console, which one key takes back.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    entry: EntryNo,
    tickets: Vec<i64>,
    decides: bool,
}

impl Deed {
    /// What was done, if anything was.
    pub fn of(receipt: &Receipt) -> Option<Self> {
        let tickets: Vec<i64> = receipt.plan.touched.tickets.keys().copied().collect();
        let decides = !receipt.plan.tickets.is_empty();
        receipt.entry.filter(|_| !tickets.is_empty()).map(|entry| Self { entry, tickets, decides })
    }
}

impl App {
    /// Decides the selected ticket.
    pub(super) fn triage(&mut self, action: Action) -> Flow {
        let focus = self.pane().map(|pane| pane.focus()).unwrap_or_default();
        let Some(Subject { kind: Kind::Ticket, id }) = focus.subject else {
            self.not_here(action);
            return Flow::On;
        };
        // What approving does stands in the request: nobody approves what they have not had before their eyes.
        if action == Action::Approve
            && let Some(pane) = self.pane().filter(|pane| !pane.is_read())
        {
            pane.read_first();
            self.at_once = true;
            let text = self.desk.look.texts.get("ticket-read-first");
            self.desk.say(text);
            return Flow::On;
        }
        let ticket = Ref::pinned(id.to_string(), id);
        if matches!(action, Action::Reject | Action::Assign) {
            // Nobody types a reason in vain: what may not be taken may not be rejected or given away either.
            let take = TakeTicket { ticket: ticket.clone() };
            if let Err(error) = self.desk.console.preview(&[take.into()]) {
                return self.failed(&error);
            }
        }
        let command: Command = match action {
            Action::TakeTicket => TakeTicket { ticket }.into(),
            Action::Approve => ApproveTicket { ticket, as_of_now: None }.into(),
            Action::CancelTicket => CancelTicket { ticket }.into(),
            Action::Reject => return self.pick(overlay::triage::reject(&self.desk, Which::One(id))),
            Action::Assign => return self.pick(overlay::triage::assign(&self.desk, Which::One(id))),
            Action::Comment => {
                let layer = overlay::forms::comment_form(&self.desk, id);
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

    fn pick(&mut self, layer: crate::service::Result<overlay::pick::PickLayer>) -> Flow {
        match layer {
            Ok(layer) => {
                self.stack.push(layer);
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
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
            Ok(receipt) => self.ran(&receipt),
            Err(ServiceError::Refused(refusal)) if refusal.code() == "ticket.changed" => {
                let [Command::ApproveTicket(command)] = commands else {
                    return self.failed(&ServiceError::Refused(refusal));
                };
                let again = ApproveTicket { ticket: command.ticket.clone(), as_of_now: Some(true) };
                self.shows_both(again)
            }
            Err(error) if wants_proof(&error) => self.prove(Message::Run(commands.to_vec())),
            Err(error) => {
                self.leads_to_first(&error);
                if self.stack.is_empty() {
                    return self.failed(&error);
                }
                let text = self.desk.word(&error);
                self.stack.refused(None, text);
                Flow::On
            }
        }
    }

    /// S-28: what approving a ticket would do now, and what was asked, before anything runs.
    fn shows_both(&mut self, approval: ApproveTicket) -> Flow {
        let number = approval.ticket.number().unwrap_or_default();
        let commands = vec![approval.into()];
        let seen = self.desk.console.preview(&commands);
        match seen.and_then(|plan| Ok((plan, self.desk.console.record::<Ticket>(number)?))) {
            Ok((plan, ticket)) => {
                self.stack.push(ReviewLayer::of_approval(&self.desk, &ticket, Approved { commands, plan }));
                Flow::On
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Approves what was shown, and nothing else.
    pub(super) fn approve_as_of_now(&mut self, approved: &Approved) -> Flow {
        match self.desk.console.execute(&approved.commands, Some(&approved.plan)) {
            Ok(receipt) => self.ran(&receipt),
            Err(error) => self.failed(&error),
        }
    }

    /// Begins a request: in a form, or where the rights and the status of a user are shown, with the usual keys (T-25).
    pub(super) fn ask(&mut self, kind: TicketKind) -> Flow {
        match overlay::forms::ask_form(&self.desk, kind) {
            Ok(Some(form)) => self.stack.push(form),
            Ok(None) => {
                self.go(Tab::Users);
                let hint = self.desk.look.texts.word("ask-hint", kind.as_str());
                self.desk.say(hint);
            }
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// T-23: a request that waits already is what one is led to.
    pub(super) fn leads_to_first(&mut self, error: &ServiceError) {
        let ServiceError::Refused(refusal) = error else { return };
        let first = refusal.args.iter().find_map(|(name, arg)| match arg {
            Arg::Number(number) if *name == "ticket" => Some(*number),
            _ => None,
        });
        if let (Some(number), "ticket.duplicate") = (first, refusal.code()) {
            self.stack.clear();
            self.show(Subject::new(Kind::Ticket, number));
        }
    }

    fn ran(&mut self, receipt: &Receipt) -> Flow {
        self.stack.clear();
        let decides = !receipt.plan.tickets.is_empty();
        self.deeds.extend(Deed::of(receipt));
        if decides && let Some(pane) = self.tabs.pane_mut() {
            // The queue moves up under the marker: the next request is selected.
            let _ = pane.walk(Action::Down, &mut self.desk);
        }
        let flow = self.refresh();
        let mut said = vec![self.said_of(receipt.entry)];
        if decides {
            // The next plan is on screen with the next request: it may be the next one decided on.
            self.at_once = true;
            self.back_to_waiting();
            said.push(self.left());
        }
        let line = Shown::join(&said, &Shown::fixed("  "));
        self.desk.say(line);
        self.show_answers(&receipt.answers);
        flow
    }

    /// What was applied, in words.
    pub(super) fn said_of(&self, entry: Option<EntryNo>) -> Shown {
        let texts = &self.desk.look.texts;
        entry.map_or_else(|| texts.get("desk-nothing"), |entry| texts.with("desk-applied", &[("entry", entry.into())]))
    }

    /// How many requests wait, in words.
    pub(super) fn left(&self) -> Shown {
        self.desk.look.texts.with("desk-left", &[("count", self.waiting.into())])
    }

    /// Below the last one that waits stand those that are decided: the first that waits comes next.
    pub(super) fn back_to_waiting(&mut self) {
        let selected = self.pane().and_then(|pane| pane.focus().subject);
        let Some(Subject { kind: Kind::Ticket, id }) = selected else { return };
        let waits = self.desk.console.record::<Ticket>(id).is_ok_and(|ticket| ticket.status.is_waiting());
        if !waits
            && self.waiting > 0
            && let Some(pane) = self.tabs.pane_mut()
        {
            let _ = pane.walk(Action::First, &mut self.desk);
        }
    }

    /// Takes back what was last done to tickets here, at once: it stood beside it. None is left where the person has done
    /// something else since.
    pub(super) fn undo_deed(&mut self) -> Option<Flow> {
        let deed = self.deeds.pop()?;
        let entry = deed.entry;
        let outcome = self.desk.console.turn(Turn::Undo, Some(entry), false, None);
        Some(match outcome {
            Ok(receipt) => {
                let Deed { tickets, decides, .. } = deed;
                let flow = self.refresh();
                let first = tickets.first().copied().unwrap_or_default();
                if let Some(pane) = self.tabs.pane_mut() {
                    let _ = pane.follow(&mut self.desk, first);
                }
                let texts = &self.desk.look.texts;
                let entry = ("entry", receipt.entry.unwrap_or(entry).into());
                let text = match tickets.len() {
                    _ if !decides => texts.with("desk-undone", &[entry]),
                    1 => texts.with("ticket-reopened", &[("number", first.to_string().into()), entry]),
                    count => texts.with("tickets-reopened", &[("count", count.into()), entry]),
                };
                self.desk.say(text);
                flow
            }
            Err(error) => {
                // What is tried again is this deed, not the one before it.
                if !matches!(error, ServiceError::Refused(_)) {
                    self.deeds.push(deed);
                }
                self.failed(&error)
            }
        })
    }
}
