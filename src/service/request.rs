//! A draft sent as requests: which of it has to be asked for, and one request for each subject and kind (U-49).

use super::console::{Console, actor_in};
use super::error::Result;
use crate::domain::command::{Command, CreateUser, Ref};
use crate::domain::decide::{Context, Deciding, decide};
use crate::domain::engine::visible;
use crate::domain::facts::Facts;
use crate::domain::id::{Kind, UserId};
use crate::domain::norm::{email_key, fold};
use crate::domain::policy::Allowance;
use crate::domain::record::{Record, Ticket};
use crate::domain::refusal::{Class, Stop};
use crate::domain::value::{Level, TicketKind};

/// What one request carries.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What it asks for.
    pub kind: TicketKind,
    /// The user concerned, if there is one already.
    pub user: Option<Ref>,
    /// What approving it runs.
    pub commands: Vec<Command>,
}

/// Whom a Command concerns, as far as requests go.
#[derive(Clone, Copy, PartialEq)]
enum Subject {
    /// The user made by the Command of that place.
    Newcomer(usize),
    /// A record that is there.
    Record(Kind, i64),
    /// Nobody that could be told.
    Nobody,
}

impl Console {
    /// The places of the Commands that the actor may only ask for, each judged on what those before it leave. The
    /// rights of a new user go with the new user.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn to_be_asked(&self, commands: &[Command]) -> Result<Vec<usize>> {
        let mut asked = self.reader.snapshot(|tables| -> Result<Vec<usize>> {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let cx = self.context(&actor);
            let request = Context { allowance: Allowance { request: true, ..cx.allowance }, ..cx };
            let mut deciding = Deciding::new(&tables, request);
            let mut asked = Vec::new();
            for (at, command) in commands.iter().enumerate() {
                match decide(deciding.world(), cx, std::slice::from_ref(command)) {
                    Err(Stop::Refused(refusal)) if refusal.class() == Class::MayAsk => asked.push(at),
                    Err(broken @ Stop::Broken(_)) => return Err(broken.into()),
                    _ => {}
                }
                match deciding.run(command.clone()) {
                    Ok(()) | Err(Stop::Refused(_)) => {}
                    Err(broken) => return Err(broken.into()),
                }
            }
            Ok(asked)
        })?;
        let subjects: Vec<Subject> = commands.iter().map(|command| subject_of(command, commands)).collect();
        let newcomer = |at: usize| matches!(subjects[at], Subject::Newcomer(_));
        let with: Vec<Subject> = asked.iter().filter(|at| newcomer(**at)).map(|at| subjects[*at]).collect();
        asked.extend((0..commands.len()).filter(|at| with.contains(&subjects[*at])));
        asked.sort_unstable();
        asked.dedup();
        Ok(asked)
    }
}

impl Console {
    /// The requests about a user that wait, of those within reach, the oldest first (T-17).
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn waiting_for(&self, user: UserId) -> Result<Vec<Ticket>> {
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let mut waiting = Vec::new();
            if actor.level("tickets") >= Level::View {
                for number in tables.waiting_tickets(user)? {
                    let Some(ticket) = tables.read::<Ticket>(number.0)? else { continue };
                    if visible(&tables, &actor, ticket.home())? {
                        waiting.push(ticket);
                    }
                }
            }
            Ok(waiting)
        })
    }
}

/// Parts Commands into requests: one for each subject and kind, in the order in which they were staged.
pub fn requests_of(commands: &[Command]) -> Vec<Request> {
    let mut parts: Vec<(Subject, Request)> = Vec::new();
    for command in commands {
        let subject = subject_of(command, commands);
        let kind = match subject {
            Subject::Newcomer(_) if is_right(command) => TicketKind::NewUser,
            _ => kind_of(command),
        };
        match parts.iter_mut().find(|(s, request)| *s == subject && request.kind == kind) {
            Some((_, request)) => request.commands.push(command.clone()),
            None => {
                let user = match subject {
                    Subject::Record(Kind::User, number) => Some(Ref::pinned(format!("user:{number}"), number)),
                    _ => None,
                };
                parts.push((subject, Request { kind, user, commands: vec![command.clone()] }));
            }
        }
    }
    parts.into_iter().map(|(_, request)| request).collect()
}

fn subject_of(command: &Command, among: &[Command]) -> Subject {
    if matches!(command, Command::CreateUser(_)) {
        let at = among.iter().position(|other| other == command);
        return at.map_or(Subject::Nobody, Subject::Newcomer);
    }
    let mut found: Option<Subject> = None;
    let mut user: Option<Subject> = None;
    command.clone().references(&mut |kind, reference| {
        let record = reference.number().map(|number| Subject::Record(kind, number));
        found = found.or(record);
        if kind == Kind::User && user.is_none() {
            let made = || among.iter().position(|other| makes(other, reference.name())).map(Subject::Newcomer);
            user = record.or_else(made);
        }
    });
    user.or(found).unwrap_or(Subject::Nobody)
}

/// Whether a Command makes the user of that name.
fn makes(command: &Command, name: &str) -> bool {
    let Command::CreateUser(CreateUser { display_name, email, login, .. }) = command else { return false };
    let given = |given: &Option<Option<String>>| given.as_ref().and_then(Option::as_deref).map(str::to_owned);
    fold(display_name) == fold(name)
        || given(email).is_some_and(|email| email_key(&email) == email_key(name))
        || given(login).is_some_and(|login| fold(&login) == fold(name))
}

const fn is_right(command: &Command) -> bool {
    matches!(
        command,
        Command::SetAccessType(_)
            | Command::SetAgentAddon(_)
            | Command::SetSupervisorLevel(_)
            | Command::SetPermission(_)
            | Command::SetUcClient(_)
            | Command::SetCrmAddon(_)
            | Command::SetSoftphone(_)
            | Command::SetPrimaryGroup(_)
            | Command::SetWorkspaceAccess(_)
            | Command::SetApplicationRight(_)
    )
}

const fn kind_of(command: &Command) -> TicketKind {
    match command {
        Command::CreateUser(_) => TicketKind::NewUser,
        Command::SetUserEnabled(c) if !c.value => TicketKind::Deactivate,
        command if is_right(command) => TicketKind::ChangeRights,
        _ => TicketKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn commands(list: serde_json::Value) -> Vec<Command> {
        serde_json::from_value(list).unwrap()
    }

    #[test]
    fn u_49_one_request_for_each_subject_and_kind() {
        let user = |name: &str, number: i64| json!({"name": name, "number": number});
        let right = |user: serde_json::Value| json!({"do": "set_application_right", "user": user, "application": user_of("CRM", 3), "right": "read", "value": true});
        fn user_of(name: &str, number: i64) -> serde_json::Value {
            json!({"name": name, "number": number})
        }
        let staged = commands(json!([
            {"do": "set_permission", "user": user("Amélie", 1), "permission": "web_access", "value": true},
            {"do": "create_user", "display_name": "Zoé Roy", "email": "zoe@example.ca"},
            right(json!("ZOE@example.ca")),
            {"do": "set_user_enabled", "user": user("Amélie", 1), "value": false},
            right(user("Amélie", 1)),
            {"do": "update_contact", "contact": user("Bob", 1), "position": "x"},
        ]));
        let sent: Vec<_> = requests_of(&staged)
            .into_iter()
            .map(|r| (r.kind, r.user.and_then(|u| u.number()), r.commands.len()))
            .collect();
        assert_eq!(
            sent,
            [
                (TicketKind::ChangeRights, Some(1), 2),
                (TicketKind::NewUser, None, 2),
                (TicketKind::Deactivate, Some(1), 1),
                (TicketKind::Other, None, 1),
            ]
        );
    }
}
