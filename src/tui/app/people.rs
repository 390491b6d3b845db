//! What is done about administrators and roles: moved, unlocked, handed over, cloned, compared; the password again.

use super::super::action::Action;
use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::own_password::OwnPasswordLayer;
use super::super::overlay::password::PasswordLayer;
use super::super::overlay::pick::PickLayer;
use super::super::overlay::{self, Message};
use super::super::widget::choice::{Item, Lookup};
use super::{App, Flow};
use crate::domain::command::{EndSession, Ref, SetAdminParent, TransferOwnership, UnlockAdmin};
use crate::domain::id::{Kind, Subject};
use crate::service::view::{AdminRow, Filter, From, List, Query, RoleRow, Sort, terms_of};
use crate::service::{Console, Proof, Result, ServiceError, SignInFault};
use crate::text::{Here, Shown, minute, show};

/// How many records a picker offers at once.
const OFFERED: usize = 20;

/// Whether it was refused only because the last proof of the password is too old.
pub(super) const fn wants_proof(error: &ServiceError) -> bool {
    matches!(error, ServiceError::SignIn(SignInFault::ProveAgain))
}

impl App {
    /// Does what the palette offers for the selected administrator or role.
    pub(super) fn person(&mut self, action: Action) -> Flow {
        let outcome = match action {
            Action::Sessions => self.sessions(),
            action => match self.subject(action) {
                Some(subject) => self.about(action, subject),
                None => Ok(()),
            },
        };
        match outcome {
            Ok(()) => Flow::On,
            Err(error) => self.failed(&error),
        }
    }

    fn about(&mut self, action: Action, subject: Subject) -> Result<()> {
        let name = overlay::name_of(&self.desk, subject)?;
        let named = || Ref::pinned(name.clone(), subject.id);
        let texts = &self.desk.look.texts;
        match action {
            Action::Unlock => self.stage(vec![UnlockAdmin { admin: named() }.into()], true),
            Action::TransferOwnership => {
                let question = texts.with("ownership-question", &[("name", (&name).into())]);
                let yes = Message::Stage { commands: vec![TransferOwnership { admin: named() }.into()], review: true };
                let layer = ConfirmLayer::new(texts.get("ownership-title"), vec![question], yes).typed(&name);
                self.stack.push(layer);
            }
            Action::MoveAdmin => {
                let (admin, own) = (named(), subject);
                let lookup = admins(self.desk.console.again()?, move |to, username| {
                    let parent = Ref::pinned(username, to.id);
                    let command = SetAdminParent { admin: admin.clone(), parent };
                    (to != own).then(|| Message::Stage { commands: vec![command.into()], review: true })
                });
                let title = texts.with("move-title", &[("name", (&name).into())]);
                self.stack.push(PickLayer::looking_up(title, texts.get("pick-none"), lookup));
            }
            Action::Compare => {
                let console = self.desk.console.again()?;
                let message = move |to: Subject| (to != subject).then_some(Message::Compare(subject, to));
                let lookup = match subject.kind {
                    Kind::Role => roles(console, message),
                    _ => admins(console, move |to, _| message(to)),
                };
                let title = texts.with("compare-with", &[("name", (&name).into())]);
                self.stack.push(PickLayer::looking_up(title, texts.get("pick-none"), lookup));
            }
            _ => {
                let layer = overlay::forms::clone_role_form(&self.desk, subject.id)?;
                self.stack.push(layer);
            }
        }
        Ok(())
    }

    /// Shows two records side by side.
    pub(super) fn compare(&mut self, one: Subject, other: Subject) -> Flow {
        match overlay::compare::compare(&self.desk, one, other) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// The consoles that run now; the one that is picked is ended, after its plan was shown (S-31).
    fn sessions(&mut self) -> Result<()> {
        let texts = &self.desk.look.texts;
        let mut items = Vec::new();
        for session in self.desk.console.sessions()? {
            let name = overlay::name_of(&self.desk, session.admin.subject())?;
            let since = texts.with("session-since", &[("at", minute(session.started_at, &Here).into())]);
            let seen = texts.with("session-seen", &[("at", minute(session.last_seen_at, &Here).into())]);
            let peer = session.peer.as_deref().map(show);
            let parts: Vec<Shown> = [Some(since), Some(seen), peer].into_iter().flatten().collect();
            let commands = vec![EndSession { session: session.id }.into()];
            let end = Message::Stage { commands, review: true };
            items.push(Item::new(end, show(&name)).remark(Shown::join(&parts, &Shown::fixed("  "))));
        }
        let title = texts.get("consoles-title");
        self.stack.push(PickLayer::new(title, texts.get("consoles-none"), items));
        Ok(())
    }

    /// Asks for the password again; what was refused for the lack of it is done then.
    pub(super) fn prove(&mut self, then: Message) -> Flow {
        match PasswordLayer::new(&self.desk, then) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// Opens the form of one's own password.
    pub(super) fn own_password(&mut self) -> Flow {
        match OwnPasswordLayer::new(&self.desk) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// One's own password was changed, which proves it.
    pub(super) fn password_changed(&mut self, proof: Option<Proof>, ended: usize) {
        if let Some(proof) = proof {
            self.desk.console.accept(proof);
        }
        let count = i64::try_from(ended).unwrap_or(i64::MAX);
        let text = self.desk.look.texts.with("own-password-done", &[("count", count.into())]);
        self.desk.say(text);
    }

    /// The password was typed again and is the right one: what waited for it is done.
    pub(super) fn proved(&mut self, proof: Proof, then: Message) -> Flow {
        self.desk.console.accept(proof);
        self.heed(then)
    }
}

/// Looks administrators within reach up by name.
fn admins(console: Console, message: impl Fn(Subject, &str) -> Option<Message> + 'static) -> Lookup<Message> {
    Box::new(move |typed| {
        let filter = Filter::parse(typed, terms_of(List::Admins));
        let query = Query { list: List::Admins, filter, sort: Sort::Name, descending: false };
        let rows = console.window::<AdminRow>(&query, &From::Start, OFFERED).unwrap_or_default();
        let item = |row: AdminRow| {
            let name = format!("{} {}", row.first_name, row.last_name);
            let message = message(row.id.subject(), &row.username)?;
            Some(Item::new(message, show(&row.username)).remark(show(name.trim())))
        };
        rows.into_iter().filter_map(|(_, row)| item(row)).collect()
    })
}

/// Looks roles up by name.
fn roles(console: Console, message: impl Fn(Subject) -> Option<Message> + 'static) -> Lookup<Message> {
    Box::new(move |typed| {
        let filter = Filter::parse(typed, terms_of(List::Roles));
        let query = Query { list: List::Roles, filter, sort: Sort::Name, descending: false };
        let rows = console.window::<RoleRow>(&query, &From::Start, OFFERED).unwrap_or_default();
        let item = |row: RoleRow| Some(Item::new(message(row.id.subject())?, show(&row.name)));
        rows.into_iter().filter_map(|(_, row)| item(row)).collect()
    })
}
