//! What is done with the selected record as a whole: deleted, noted, given what another one holds.

use super::super::action::Action;
use super::super::overlay::ask::ConfirmLayer;
use super::super::overlay::pick::PickLayer;
use super::super::overlay::{self, Message};
use super::super::pane::Item;
use super::super::widget::choice::Item as Choice;
use super::{App, Flow};
use crate::domain::cell::{State, combined};
use crate::domain::command::{
    Command, DeleteAdmin, DeleteApplication, DeleteContact, DeleteGroup, DeleteRole, DeleteSite, DeleteUser,
    DeleteWorkspace, Ref, SetSoftphone,
};
use crate::domain::id::{GroupId, Kind, Subject, UserId};
use crate::domain::value::Client;
use crate::service::Result;
use crate::text::{Shown, show};

/// The Command that deletes a record; none for what is never deleted.
fn deletion(subject: Subject) -> Option<Command> {
    let name = Ref::pinned(subject.to_string(), subject.id);
    Some(match subject.kind {
        Kind::Site => DeleteSite { site: name }.into(),
        Kind::Group => DeleteGroup { group: name }.into(),
        Kind::Workspace => DeleteWorkspace { workspace: name }.into(),
        Kind::Application => DeleteApplication { application: name }.into(),
        Kind::Admin => DeleteAdmin { admin: name }.into(),
        Kind::Role => DeleteRole { role: name }.into(),
        Kind::User => DeleteUser { user: name }.into(),
        Kind::Contact => DeleteContact { contact: name }.into(),
        Kind::Organisation | Kind::Order | Kind::Ticket => return None,
    })
}

impl App {
    /// Shows the plan of a deletion; what no undo brings back asks for its name first.
    pub(super) fn delete_record(&mut self) {
        let Some(subject) = self.subject(Action::Delete).filter(|subject| !self.is_to_go(*subject)) else { return };
        let Some(command) = deletion(subject) else {
            let name = Action::Delete.label(&self.desk.look.texts);
            let text = self.desk.look.texts.with("desk-not-here", &[("action", name.into())]);
            self.desk.refuse(text);
            return;
        };
        if subject.kind != Kind::Role {
            self.stage(vec![command], true);
            return;
        }
        // who is told that a role is held sees by whom, and types no name in vain.
        if let Err(error) = self.desk.console.preview(std::slice::from_ref(&command)) {
            self.failed(&error);
            if let Ok(Some(layer)) = overlay::holders::holders(&self.desk, subject) {
                self.stack.push(layer);
            }
            return;
        }
        match overlay::name_of(&self.desk, subject) {
            Ok(name) => {
                let texts = &self.desk.look.texts;
                let question = texts.with("delete-for-good", &[("name", (&name).into())]);
                let yes = Message::Stage { commands: vec![command], review: true };
                let layer = ConfirmLayer::new(Action::Delete.label(texts), vec![question], yes).typed(&name);
                self.stack.push(layer);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Copies the value of the selected row, in a list the name of its record (S-81: only where that is wanted).
    pub(super) fn copy(&mut self) -> Flow {
        if !self.desk.clipboard {
            let text = self.desk.look.texts.get("copy-off");
            self.desk.refuse(text);
            return Flow::On;
        }
        let subject = self.focus().subject;
        let value = self.pane().and_then(|pane| pane.value());
        let value = value.or_else(|| overlay::name_of(&self.desk, subject?).ok().map(|name| show(&name)));
        let Some(value) = value else {
            let text = self.desk.look.texts.get("copy-nothing");
            self.desk.refuse(text);
            return Flow::On;
        };
        self.copied = Some(value.to_string());
        let text = self.desk.look.texts.with("copy-done", &[("value", value.into())]);
        self.desk.say(text);
        Flow::Copy
    }

    /// Whether the record goes once the draft is applied, so that nothing else can be done to it; says so then.
    pub(super) fn is_to_go(&mut self, subject: Subject) -> bool {
        let goes = self.desk.removes(subject);
        if goes {
            let text = self.desk.look.texts.get("removed-already");
            self.desk.refuse(text);
        }
        goes
    }

    /// Opens the note of the selected record.
    pub(super) fn note_record(&mut self) {
        let Some(subject) = self.subject(Action::Note).filter(|subject| !self.is_to_go(*subject)) else { return };
        if subject.kind == Kind::Ticket {
            let text = self.desk.look.texts.get("note-ticket");
            self.desk.refuse(text);
            return;
        }
        let layer = overlay::forms::note_form(&self.desk, subject);
        self.open_form(layer, Action::Note);
    }

    /// Opens what a place of the tab Site consists of: the members of a group, the form of all else.
    pub(super) fn open_place(&mut self, subject: Subject) {
        if subject.kind != Kind::Group {
            let layer = overlay::forms::edit_form(&self.desk, subject);
            self.open_form(layer, Action::Edit);
            return;
        }
        match overlay::members::open(&self.desk, GroupId(subject.id)) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Asks whose rights are to be copied to the selected user.
    pub(super) fn copy_rights(&mut self) {
        let Some(subject) = self.subject(Action::CopyRights) else { return };
        match overlay::copy::whose(&self.desk, subject) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    /// Shows the differences between two users before anything is staged.
    pub(super) fn copy_from(&mut self, from: UserId, to: UserId) -> Flow {
        match overlay::copy::differences(&self.desk, from, to) {
            Ok(Some(layer)) => self.stack.push(layer),
            Ok(None) => {
                let text = self.desk.look.texts.get("copy-same");
                self.desk.say(text);
            }
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// Opens what a toggle needs to ask first: the device of a client, or the one plan that takes Web access away with
    /// what holds it (U-43). Says whether it did.
    pub(super) fn asks_first(&mut self, action: Action) -> Result<bool> {
        let focus = self.focus();
        let Some(subject) = focus.subject.filter(|subject| subject.kind == Kind::User) else { return Ok(false) };
        match (focus.item, action) {
            (Some(Item::Client(client)), _) => self.pick_device(UserId(subject.id), client)?,
            (Some(Item::Cell(key)), _) if key.as_str() == "softphone" => self.switch_softphone(UserId(subject.id))?,
            (Some(Item::Cell(key)), Action::Toggle | Action::Lower) => {
                let (user, _) = self.desk.console.user_cells(UserId(subject.id), &self.desk.staged)?;
                let Some(commands) = combined(&self.desk.catalogue, &user, &key) else { return Ok(false) };
                let texts = &self.desk.look.texts;
                let held = self.desk.catalogue.get(key.as_str()).map(|entry| &entry.granted_by);
                let held: Vec<Shown> = held
                    .into_iter()
                    .flatten()
                    .filter(|condition| user.rank(condition.entry.as_str()) > 0)
                    .map(|condition| texts.key_label(&self.desk.catalogue, condition.entry.as_str()))
                    .collect();
                let held = Shown::join(&held, &Shown::fixed(", "));
                let args = [("name", (&user.display_name).into()), ("held", held.into())];
                let question = texts.with("combined-question", &args);
                let title = texts.key_label(&self.desk.catalogue, key.as_str());
                let yes = Message::Stage { commands, review: true };
                self.stack.push(ConfirmLayer::new(title, vec![question], yes));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// The softphone goes with all its clients; it comes with the device of one.
    fn switch_softphone(&mut self, user: UserId) -> Result<()> {
        let cells = self.desk.console.client_cells(user, &self.desk.staged)?;
        let held: Vec<Client> = cells.iter().filter(|cell| cell.rank > 0).map(|cell| cell.of).collect();
        if held.is_empty() {
            return self.pick_device(user, Client::Desktop);
        }
        let name = overlay::name_of(&self.desk, user.subject())?;
        let take = |client| SetSoftphone { user: Ref::pinned(name.clone(), user.0), client, device: None }.into();
        self.stage(held.into_iter().map(take).collect(), false);
        Ok(())
    }

    /// U-57, U-58: the devices of a user for a client, those that cannot serve it with the reason.
    fn pick_device(&mut self, user: UserId, client: Client) -> Result<()> {
        let texts = &self.desk.look.texts;
        let held = overlay::name_of(&self.desk, user.subject())?;
        let name = || Ref::pinned(held.clone(), user.0);
        let message = |device: Option<String>| Message::Stage {
            commands: vec![SetSoftphone { user: name(), client, device }.into()],
            review: false,
        };
        let mut items = Vec::new();
        for cell in self.desk.console.device_cells(user, client, &self.desk.staged)? {
            let remark = match &cell.state {
                State::Locked(reason) | State::Ask(reason) => texts.reason(&self.desk.catalogue, reason),
                State::Free => cell.of.model.as_deref().map(show).unwrap_or_default(),
            };
            items.push(Choice::new(message(Some(cell.of.id.clone())), show(&cell.of.id)).remark(remark));
        }
        let clients = self.desk.console.client_cells(user, &self.desk.staged)?;
        if clients.iter().any(|cell| cell.of == client && cell.rank > 0) {
            let label = texts.with("client-take", &[("client", texts.label(client).into())]);
            items.push(Choice::new(message(None), label));
        }
        let args = [("client", texts.label(client).into()), ("name", (&held).into())];
        let layer = PickLayer::new(texts.with("client-device", &args), texts.get("client-no-device"), items);
        self.stack.push(layer);
        Ok(())
    }
}
