//! What an action does, where no layer took it.

use std::rc::Rc;

use super::super::action::Action;
use super::super::overlay::{self, Message};
use super::super::pane::Item;
use super::super::place::{Place, Tab};
use super::super::theme::{Look, Tone};
use super::super::widget::notice::Line;
use super::{App, Flow};
use crate::domain::command::{MarkUserActive, Ref, ResetAdminPassword};
use crate::domain::id::{Kind, Subject};
use crate::text::{Lang, Texts, show};

/// The tab that shows records of a kind.
pub(super) const fn tab_of(kind: Kind) -> Tab {
    match kind {
        Kind::Admin => Tab::Admins,
        Kind::User => Tab::Users,
        Kind::Role => Tab::Roles,
        Kind::Contact | Kind::Order => Tab::Contacts,
        Kind::Ticket => Tab::Tickets,
        Kind::Organisation | Kind::Site | Kind::Group | Kind::Workspace | Kind::Application => Tab::Site,
    }
}

impl App {
    /// Does what an action says, once.
    pub(super) fn perform(&mut self, action: Action) -> Flow {
        if self.on_marked(action) {
            return Flow::On;
        }
        match action {
            Action::Quit => return Flow::Quit,
            Action::Lock => return Flow::Lock,
            Action::GoAdmins => self.go(Tab::Admins),
            Action::GoUsers => self.go(Tab::Users),
            Action::GoRoles => self.go(Tab::Roles),
            Action::GoContacts => self.go(Tab::Contacts),
            Action::GoTickets => self.go(Tab::Tickets),
            Action::GoJournal => self.go(Tab::Journal),
            Action::GoSite => self.go(Tab::Site),
            Action::NextTab => self.step_tab(1),
            Action::PreviousTab => self.step_tab(self.panes.len().saturating_sub(1)),
            Action::Copy => return self.copy(),
            Action::Review => self.review(&[]),
            Action::Drop => self.ask_drop(),
            Action::Undo => return self.undo(),
            Action::Redo => self.preview_turn(crate::service::Turn::Redo, None),
            Action::Language => self.switch_language(),
            Action::Palette => self.stack.push(overlay::palette::palette(&self.desk, self.place(), |_| true)),
            Action::Help => self.stack.push(overlay::palette::help(&self.desk, self.place(), |_| true)),
            Action::Follow => self.follow(),
            Action::MyAccount => self.stack.push(overlay::account::menu(&self.desk)),
            Action::OwnPassword => return self.own_password(),
            Action::MyDetails => {
                let layer = overlay::form::own_form(&self.desk);
                self.open_form(layer, action);
            }
            Action::Unlock | Action::MoveAdmin | Action::TransferOwnership | Action::Sessions | Action::Clone => {
                return self.person(action);
            }
            Action::Compare if self.place() != Place::Matrix => return self.person(action),
            Action::Why => self.why(),
            Action::WhoCan => self.who(),
            Action::History => self.history(),
            Action::New => self.new_record(),
            Action::Edit => self.edit_record(),
            Action::Disable => self.disable(),
            Action::Delete => self.delete_record(),
            Action::Note => self.note_record(),
            Action::CopyRights => self.copy_rights(),
            Action::EditOrder => self.edit_orders(),
            Action::Import => match overlay::import::open(&self.desk) {
                Ok(layer) => self.stack.push(layer),
                Err(error) => return self.failed(&error),
            },
            Action::Views if self.tab() == Some(Tab::Tickets) => {
                self.stack.push(overlay::triage::views(&self.desk));
            }
            Action::Views if self.tab() == Some(Tab::Users) => {
                self.stack.push(overlay::views::users(&self.desk));
            }
            Action::Views if self.tab() == Some(Tab::Admins) => {
                self.stack.push(overlay::views::admins(&self.desk, self.place()));
            }
            Action::Audit => return self.audit(),
            Action::Export => self.ask_export(),
            Action::Columns => self.choose_columns(),
            Action::Views => {
                let text = self.desk.look.texts.get("desk-no-views");
                self.desk.refuse(text);
            }
            Action::ToggleFromList => self.await_mark(),
            Action::Sort => self.await_column(),
            Action::TakeTicket
            | Action::Approve
            | Action::Reject
            | Action::Comment
            | Action::Assign
            | Action::RaisePriority
            | Action::LowerPriority
            | Action::CancelTicket => return self.triage(action),
            Action::ResetPassword | Action::MarkActive => self.at_once(action),
            other => {
                if matches!(other, Action::Toggle | Action::Lower) {
                    match self.asks_first(other) {
                        Ok(true) => return Flow::On,
                        Ok(false) => {}
                        Err(error) => return self.failed(&error),
                    }
                }
                let Some((_, pane)) = self.panes.get_mut(self.open) else { return Flow::On };
                match pane.on(other, &mut self.desk) {
                    // A row that is no record of this tab opens in its own.
                    Ok(false) if other == Action::Open => {
                        if let Some(Item::Record(subject)) = self.focus().item {
                            self.show(subject);
                        }
                    }
                    Ok(_) => {}
                    Err(error) => return self.failed(&error),
                }
            }
        }
        Flow::On
    }

    /// Shows what somebody should look at among the administrators.
    fn audit(&mut self) -> Flow {
        self.go(Tab::Admins);
        let there = self.tab() == Some(Tab::Admins);
        let Some((_, pane)) = self.panes.get_mut(self.open).filter(|(_, pane)| there && pane.place() != Place::Audit)
        else {
            return Flow::On;
        };
        match pane.on(Action::Audit, &mut self.desk) {
            Ok(_) => Flow::On,
            Err(error) => self.failed(&error),
        }
    }

    /// Does what a layer says, once.
    pub(super) fn obey(&mut self, message: Message) -> Flow {
        match message {
            Message::Act(action) => return self.act(action),
            Message::Filter(filter) => {
                if let Some(pane) = self.pane() {
                    pane.narrow(&filter);
                }
            }
            Message::TurnTo(list) => {
                if let Some(pane) = self.pane() {
                    pane.turn_to(list);
                }
            }
            Message::Columns(list, columns) => return self.keep_columns(list, columns.as_deref()),
            Message::Show(subject) => self.show(subject),
            Message::CopyRights { from, to } => return self.copy_from(from, to),
            Message::Stage { commands, review } => self.stage(commands, review),
            Message::Replace { commands } => self.replace(commands),
            Message::Run(commands) => return self.run(&commands),
            Message::Apply { without } => return self.apply_asking(&without),
            Message::ApplyMoved { without } => return self.apply(&without),
            Message::Without(without) => self.review_again(&without),
            Message::Request { without } => return self.ask_for(&without),
            Message::Ask(kind) => return self.ask(kind),
            Message::Send { commands, sent } => return self.send_requests(&commands, &sent),
            Message::Proved { proof, then } => return self.proved(proof, *then),
            Message::PasswordChanged { proof, ended } => self.password_changed(proof, ended),
            Message::Compare(one, other) => return self.compare(one, other),
            Message::Undo(entry) => self.preview_turn(crate::service::Turn::Undo, Some(entry)),
            Message::Turn => return self.turn(),
            Message::Bulk(deed) => return self.bulk(&deed),
            Message::ApplyBulk => return self.apply_bulk(),
            Message::Export(wish) => return self.export(*wish),
            Message::Approve => return self.approve_as_of_now(),
            Message::Drop => self.drop_draft(),
            Message::Quit => return Flow::Quit,
            Message::Enter => {}
        }
        Flow::On
    }

    pub(super) fn go(&mut self, tab: Tab) {
        match self.panes.iter().position(|(t, _)| *t == tab) {
            Some(at) => self.open = at,
            None => {
                let name = self.desk.look.texts.get(tab.title());
                let text = self.desk.look.texts.with("desk-no-tab", &[("tab", name.into())]);
                self.desk.refuse(text);
            }
        }
    }

    fn step_tab(&mut self, by: usize) {
        if !self.panes.is_empty() {
            self.open = (self.open + by) % self.panes.len();
        }
    }

    fn switch_language(&mut self) {
        let other = match self.desk.look.texts.lang() {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        };
        let (theme, keymap) = (self.desk.look.theme, self.desk.look.keymap.clone());
        let texts = Texts::new(other).drawn_with(theme.glyphs());
        self.desk.look = Rc::new(Look { texts, theme, keymap });
        self.panes.iter_mut().for_each(|(_, pane)| pane.spoil());
        let text = self.desk.look.texts.get("desk-language");
        self.desk.say(text);
    }

    pub(super) fn focus(&mut self) -> super::super::pane::Focus {
        self.pane().map(|pane| pane.focus()).unwrap_or_default()
    }

    pub(super) fn subject(&mut self, action: Action) -> Option<Subject> {
        let subject = self.focus().subject;
        if subject.is_none() {
            self.not_here(action);
        }
        subject
    }

    /// Says that an action has nothing to act on here.
    pub(super) fn not_here(&mut self, action: Action) {
        let name = action.label(&self.desk.look.texts);
        let text = self.desk.look.texts.with("desk-not-here", &[("action", name.into())]);
        self.desk.refuse(text);
    }

    pub(super) fn show(&mut self, subject: Subject) {
        self.go(tab_of(subject.kind));
        let Some((_, pane)) = self.panes.get_mut(self.open) else { return };
        if let Err(error) = pane.reveal(&mut self.desk, subject) {
            self.failed(&error);
        }
    }

    /// Opens the record that the selected line names.
    fn follow(&mut self) {
        match self.focus().item {
            Some(Item::Record(subject)) if self.tab() == Some(Tab::Site) => self.open_place(subject),
            Some(Item::Record(subject)) if subject.kind == Kind::Order => self.edit_orders(),
            Some(Item::Record(subject)) => self.show(subject),
            Some(Item::Client(_)) => {
                if let Err(error) = self.asks_first(Action::Toggle) {
                    self.failed(&error);
                }
            }
            _ => {
                let text = self.desk.look.texts.get("follow-none");
                self.desk.refuse(text);
            }
        }
    }

    fn why(&mut self) {
        let focus = self.focus();
        let (Some(subject), Some(Item::Cell(key))) = (focus.subject, focus.item) else {
            let text = self.desk.look.texts.get("why-needs-cell");
            self.desk.refuse(text);
            return;
        };
        match overlay::why::why(&self.desk, subject, &key) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn who(&mut self) {
        let focus = self.focus();
        let Some(Item::Cell(key)) = focus.item else {
            if let Some(Ok(Some(layer))) = focus.subject.map(|role| overlay::holders::holders(&self.desk, role)) {
                self.stack.push(layer);
                return;
            }
            let text = self.desk.look.texts.get("why-needs-cell");
            self.desk.refuse(text);
            return;
        };
        match overlay::why::who(&self.desk, &key) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn history(&mut self) {
        let Some(subject) = self.subject(Action::History) else { return };
        match overlay::why::history(&self.desk, subject) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn new_record(&mut self) {
        let kind = self.focus().kind;
        let Some(tab) = self.tab() else { return };
        if tab == Tab::Tickets && self.desk.sees("users") {
            self.stack.push(overlay::triage::kinds(&self.desk));
            return;
        }
        let layer = overlay::form::new_form(&self.desk, tab, kind);
        self.open_form(layer, Action::New);
    }

    /// C-23: the editor of both orders.
    fn edit_orders(&mut self) {
        match overlay::orders::open(&self.desk) {
            Ok(layer) => self.stack.push(layer),
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn edit_record(&mut self) {
        if let Some(Item::Record(Subject { kind: Kind::Order, .. })) = self.focus().item {
            return self.edit_orders();
        }
        let Some(subject) = self.subject(Action::Edit).filter(|subject| !self.is_to_go(*subject)) else { return };
        let layer = overlay::form::edit_form(&self.desk, subject);
        self.open_form(layer, Action::Edit);
    }

    fn disable(&mut self) {
        let Some(subject) = self.subject(Action::Disable).filter(|subject| !self.is_to_go(*subject)) else { return };
        let layer = overlay::form::disable_form(&self.desk, subject);
        self.open_form(layer, Action::Disable);
    }

    pub(super) fn open_form(
        &mut self,
        layer: crate::service::Result<Option<overlay::form::FormLayer>>,
        action: Action,
    ) {
        match layer {
            Ok(Some(layer)) => self.stack.push(layer),
            Ok(None) if action == Action::New => {
                let text = self.desk.look.texts.get("new-nothing");
                self.desk.refuse(text);
            }
            Ok(None) => {
                let name = action.label(&self.desk.look.texts);
                let text = self.desk.look.texts.with("desk-not-here", &[("action", name.into())]);
                self.desk.refuse(text);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }

    fn at_once(&mut self, action: Action) {
        let Some(subject) = self.subject(action) else { return };
        let name = Ref::pinned(subject.to_string(), subject.id);
        let command = match action {
            Action::ResetPassword => ResetAdminPassword { admin: name }.into(),
            _ => MarkUserActive { user: name }.into(),
        };
        self.stage(vec![command], true);
    }

    /// Shows the temporary passwords of a receipt, once.
    pub(super) fn show_answers(&mut self, answers: &[crate::service::Answer]) {
        for answer in answers {
            let texts = &self.desk.look.texts;
            let title = texts.with("password-title", &[("name", (&answer.admin).into())]);
            let lines = vec![
                Line::Text(show(&answer.temporary_password), Tone::Strong),
                Line::Text(texts.get("password-once"), Tone::Plain),
            ];
            self.stack.push(overlay::ask::NoticeLayer::new(title, lines));
        }
    }
}
