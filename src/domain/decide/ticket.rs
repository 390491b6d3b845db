//! Decides the Commands on tickets: a ticket carries Commands, and approving runs them through the same rules.

use super::carried::{carries, commands_of, of_one_user, only_site, only_user};
use super::resolve::paragraph;
use super::{Context, Deciding};
use crate::domain::command::{
    ApproveTicket, AssignTicket, CancelTicket, Command, CommentTicket, OpenTicket, Ref, RejectTicket,
    SetTicketPriority, SetUserEnabled, TakeTicket,
};
use crate::domain::engine::{Actor, actor_of, may_triage};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{Kind, TicketId};
use crate::domain::plan::{Plan, same_difference};
use crate::domain::policy::Allowance;
use crate::domain::record::{Admin, Comment, Organisation, Ticket, User};
use crate::domain::refusal::{Class, Code, Decided, Refusal, Stop};
use crate::domain::value::{FourEyes, Level, TicketKind, TicketStatus};

impl Deciding<'_> {
    /// T-11, T-14: one request, one ticket; nothing changes on the user until it is approved.
    pub(super) fn open_ticket(&mut self, c: &OpenTicket) -> Decided<()> {
        let user: Option<User> = c.user.as_ref().map(|r| self.resolve(r)).transpose()?;
        let mut commands = c.commands.clone();
        if c.kind == TicketKind::Deactivate {
            if c.reason.as_deref().is_none_or(|r| r.trim().is_empty()) {
                return Err(Refusal::new(Code::TicketReason).field("reason").into());
            }
            if let (Some(user), true) = (&user, commands.is_empty()) {
                let user = Ref::pinned(user.display_name.clone(), user.id.0);
                commands.push(SetUserEnabled { user, value: false, reason: c.reason.clone() }.into());
            }
        }
        carries(c.kind, &commands)?;
        if c.kind == TicketKind::NewUser {
            self.t10_new_user(&commands)?;
            self.t26_new_email(&commands)?;
        }
        let asked = self.rehearse(&commands, Allowance { request: true, ..self.cx.allowance })?;
        let words = [&c.reason, &c.note].into_iter().flatten().any(|text| !text.trim().is_empty());
        // What no Command can do is asked for in words (U-18).
        let in_words = c.kind == TicketKind::Other && commands.is_empty() && words;
        if asked.is_empty() && !in_words {
            return Err(Refusal::new(Code::TicketNoDifference).into());
        }
        of_one_user(c.kind, user.as_ref().map(|u| u.id), &asked)?;
        let user = user.map(|u| u.id).or_else(|| only_user(&asked));
        match user {
            Some(user) => self.no_duplicate(c.kind, user, &asked.commands)?,
            None if c.kind == TicketKind::NewUser => self.no_second_newcomer(&asked.commands)?,
            None => {}
        }
        let id = TicketId(self.world.fresh(Kind::Ticket)?);
        let ticket = Ticket {
            id,
            kind: c.kind,
            title: self.title(c.kind, &asked),
            user,
            site: only_site(&asked),
            reason: paragraph("reason", c.reason.as_deref())?,
            note: paragraph("note", c.note.as_deref())?,
            priority: c.priority.unwrap_or_default(),
            requester: self.cx.actor.id,
            opened_at: self.cx.now,
            commands: asked.commands.iter().filter_map(|command| serde_json::to_value(command).ok()).collect(),
            asked: asked.difference(),
            ..Ticket::default()
        };
        Ok(self.world.put(ticket)?)
    }

    /// Decides Commands aside, as if the batch so far were applied.
    fn rehearse(&self, commands: &[Command], allowance: Allowance) -> Decided<Plan> {
        let cx = Context { allowance, ..self.cx };
        super::decide(&self.world, cx, commands).map_err(without_line)
    }

    /// One line: whom it is about; the kind is shown beside it.
    fn title(&self, kind: TicketKind, asked: &Plan) -> String {
        let mut names: Vec<&str> = Vec::new();
        for change in asked.changes.iter().filter(|c| !c.effect) {
            if !names.contains(&change.name.as_str()) {
                names.push(&change.name);
            }
        }
        let title = names.join(", ");
        if title.is_empty() { kind.as_str().to_owned() } else { title.chars().take(super::resolve::LINE).collect() }
    }

    /// T-20: a ticket that still waits, and is no imported copy.
    fn waiting(&self, reference: &Ref) -> Decided<Ticket> {
        let ticket: Ticket = self.resolve(reference)?;
        if ticket.origin.is_some() {
            return Err(Refusal::new(Code::TicketImported).number("ticket", ticket.id.0).into());
        }
        if !ticket.status.is_waiting() {
            let refusal = Refusal::new(Code::TicketDecided).number("ticket", ticket.id.0);
            return Err(refusal.text("status", ticket.status.as_str()).into());
        }
        Ok(ticket)
    }

    pub(super) fn take_ticket(&mut self, c: &TakeTicket) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        ticket.status = TicketStatus::InProgress;
        ticket.assignee = self.cx.actor.id;
        Ok(self.world.put(ticket)?)
    }

    /// T-21: completing applies what was asked, through the same rules as a direct edit, with the approver's rights.
    pub(super) fn approve_ticket(&mut self, c: &ApproveTicket) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        self.t22_four_eyes(&ticket)?;
        let commands = commands_of(&ticket)?;
        if ticket.kind == TicketKind::NewUser {
            self.t26_new_email(&commands)?;
        }
        self.requester_may_still_ask(&ticket, &commands)?;
        let now = self.rehearse(&commands, self.cx.allowance)?;
        if !same_difference(&now.difference(), &ticket.asked) && !c.as_of_now.unwrap_or(false) {
            return Err(Refusal::new(Code::TicketChanged).number("ticket", ticket.id.0).into());
        }
        for command in commands {
            self.run_carried(command).map_err(without_line)?;
        }
        ticket.status = TicketStatus::Done;
        ticket.assignee = self.cx.actor.id;
        self.tickets.insert(ticket.id.0);
        Ok(self.world.put(ticket)?)
    }

    /// T-22: requester and approver differ, as the setting says.
    fn t22_four_eyes(&self, ticket: &Ticket) -> Decided<()> {
        if ticket.requester.is_none() || ticket.requester != self.cx.actor.id {
            return Ok(());
        }
        let org: Organisation = self.world.get(1)?.unwrap_or_default();
        let needed = match org.four_eyes {
            FourEyes::On => true,
            FourEyes::Off => false,
            FourEyes::Auto => self.somebody_else_may_triage(ticket)?,
        };
        if needed { Err(Refusal::new(Code::FourEyes).number("ticket", ticket.id.0).into()) } else { Ok(()) }
    }

    fn somebody_else_may_triage(&self, ticket: &Ticket) -> Decided<bool> {
        for admin in self.world.active_admins()? {
            if Some(admin) == ticket.requester {
                continue;
            }
            if may_triage(&self.world, self.cx.catalogue, admin, ticket)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// S-28: the requester is still active and still may ask for it.
    fn requester_may_still_ask(&self, ticket: &Ticket, commands: &[Command]) -> Decided<()> {
        let gone = || Refusal::new(Code::RequesterGone).number("ticket", ticket.id.0);
        let Some(requester) = ticket.requester else { return Ok(()) };
        let actor: Option<Actor> = actor_of(&self.world, self.cx.catalogue, requester)?;
        let Some(actor) = actor.filter(|a| a.active && a.level("tickets") >= Level::View) else {
            return Err(gone().into());
        };
        let cx = Context { actor: &actor, allowance: Allowance { request: true, ..self.cx.allowance }, ..self.cx };
        match super::decide(&self.world, cx, commands) {
            Err(Stop::Refused(refusal)) => match refusal.class() {
                Class::NotAllowed | Class::NotFound => Err(gone().into()),
                // A rule that refuses it now refuses it for the approver as well, in its own words.
                _ => Ok(()),
            },
            Err(broken) => Err(broken),
            Ok(_) => Ok(()),
        }
    }

    pub(super) fn reject_ticket(&mut self, c: &RejectTicket) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        if c.reason.trim().is_empty() {
            return Err(Refusal::new(Code::Required).field("reason").into());
        }
        self.say(&mut ticket, "reason", &c.reason)?;
        ticket.status = TicketStatus::Rejected;
        ticket.assignee = self.cx.actor.id;
        self.tickets.insert(ticket.id.0);
        Ok(self.world.put(ticket)?)
    }

    pub(super) fn cancel_ticket(&mut self, c: &CancelTicket) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        if ticket.requester != self.cx.actor.id {
            return Err(Refusal::new(Code::NotRequester).number("ticket", ticket.id.0).into());
        }
        if ticket.status == TicketStatus::InProgress {
            return Err(Refusal::new(Code::TicketInProgress).number("ticket", ticket.id.0).into());
        }
        ticket.status = TicketStatus::Cancelled;
        Ok(self.world.put(ticket)?)
    }

    pub(super) fn assign_ticket(&mut self, c: &AssignTicket) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        let assignee: Admin = self.resolve(&c.assignee)?;
        if !may_triage(&self.world, self.cx.catalogue, assignee.id, &ticket)? {
            let refusal = Refusal::new(Code::TicketAssignee).field("assignee").number("ticket", ticket.id.0);
            return Err(refusal.text("name", assignee.username).into());
        }
        ticket.assignee = Some(assignee.id);
        Ok(self.world.put(ticket)?)
    }

    pub(super) fn comment_ticket(&mut self, c: &CommentTicket) -> Decided<()> {
        let mut ticket: Ticket = self.resolve(&c.ticket)?;
        self.say(&mut ticket, "text", &c.text)?;
        Ok(self.world.put(ticket)?)
    }

    fn say(&self, ticket: &mut Ticket, field: &'static str, text: &str) -> Decided<()> {
        let text = paragraph(field, Some(text))?.ok_or_else(|| Refusal::new(Code::Required).field(field))?;
        ticket.comments.push(Comment { at: self.cx.now, by: self.cx.actor.username.clone(), text });
        Ok(())
    }

    pub(super) fn set_ticket_priority(&mut self, c: &SetTicketPriority) -> Decided<()> {
        let mut ticket = self.waiting(&c.ticket)?;
        ticket.priority = c.value;
        Ok(self.world.put(ticket)?)
    }
}

/// Within a ticket the lines are the ticket's own, not those of the batch.
fn without_line(stop: Stop) -> Stop {
    match stop {
        Stop::Refused(mut refusal) => {
            refusal.line = None;
            Stop::Refused(refusal)
        }
        broken @ Stop::Broken(_) => broken,
    }
}
