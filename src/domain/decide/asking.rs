//! What a request must hold before it is sent: the fields of a new user, and that nobody asked for the same before.

use super::Deciding;
use super::carried::{applications_of, commands_of};
use crate::domain::command::{Command, CreateUser};
use crate::domain::engine::visible;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{Kind, UserId};
use crate::domain::norm::email_key;
use crate::domain::record::{Record, Ticket, User};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::TicketKind;

impl Deciding<'_> {
    /// T-10: names, e-mail and position of the new user, and at least one application where there is any.
    pub(super) fn t10_new_user(&self, commands: &[Command]) -> Decided<()> {
        for made in new_users(commands) {
            let fields = [
                ("first_name", &made.first_name),
                ("last_name", &made.last_name),
                ("email", &made.email),
                ("position", &made.position),
            ];
            for (field, given) in fields {
                if given.as_ref().and_then(Option::as_deref).is_none_or(|text| text.trim().is_empty()) {
                    return Err(Refusal::new(Code::Required).field(field).into());
                }
            }
        }
        if applications_of(commands).is_empty() && self.world.last_number(Kind::Application)? > 0 {
            return Err(Refusal::new(Code::TicketApplication).field("applications").into());
        }
        Ok(())
    }

    /// T-26: the e-mail of a new user belongs to nobody; otherwise a change of rights is what is wanted.
    pub(super) fn t26_new_email(&self, commands: &[Command]) -> Decided<()> {
        for email in emails_of(commands) {
            let mut code = None;
            for number in self.world.lookup(Kind::User, Lookup::Email, &email_key(email))? {
                let other: Option<User> = self.world.get(number)?;
                // S-22: of one that is hidden, only that the address is in use.
                let seen = other.is_some_and(|other| self.cx.actor.reaches_site(other.site));
                code = if seen { Some(Code::TicketEmailTaken) } else { code.or(Some(Code::InUse)) };
            }
            if let Some(code) = code {
                return Err(taken(code, email).into());
            }
        }
        Ok(())
    }

    /// T-23: the same request about a user waits already.
    pub(super) fn no_duplicate(&self, kind: TicketKind, user: UserId, commands: &[Command]) -> Decided<()> {
        let applications = applications_of(commands);
        for number in self.world.waiting_tickets(user)? {
            let other: Option<Ticket> = self.world.get(number.0)?;
            let Some(other) = other.filter(|t| t.kind == kind) else { continue };
            if applications_of(&commands_of(&other)?) == applications {
                return Err(Refusal::new(Code::TicketDuplicate).number("ticket", number.0).into());
            }
        }
        Ok(())
    }

    /// T-23: a new user of that e-mail is asked for already; there is no user yet by whom to find it.
    pub(super) fn no_second_newcomer(&self, commands: &[Command]) -> Decided<()> {
        for email in emails_of(commands) {
            let found = self.world.lookup(Kind::Ticket, Lookup::Email, &email_key(email))?;
            let Some(number) = found.first().copied() else { continue };
            let other: Option<Ticket> = self.world.get(number)?;
            // S-22: of a ticket that is hidden, only that the address is in use.
            let seen = other.map(|t| visible(&self.world, self.cx.actor, t.home())).transpose()?;
            return Err(match seen {
                Some(true) => Refusal::new(Code::TicketDuplicate).number("ticket", number).into(),
                _ => taken(Code::InUse, email).into(),
            });
        }
        Ok(())
    }
}

fn taken(code: Code, email: &str) -> Refusal {
    Refusal::new(code).field("email").text("email", email).text("value", email)
}

fn new_users(commands: &[Command]) -> impl Iterator<Item = &CreateUser> {
    commands.iter().filter_map(|command| match command {
        Command::CreateUser(made) => Some(made),
        _ => None,
    })
}

fn emails_of(commands: &[Command]) -> impl Iterator<Item = &str> {
    new_users(commands).filter_map(|made| made.email.as_ref()?.as_deref())
}
