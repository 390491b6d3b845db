//! The forms that keys open on the selected record, and what is staged without one.

use super::super::action::Action;
use super::super::overlay;
use super::super::overlay::form::FormLayer;
use super::super::pane::Item;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::notice::Line;
use super::App;
use crate::domain::command::{MarkUserActive, Ref, ResetAdminPassword};
use crate::domain::id::{Kind, Subject};
use crate::service::{Answer, Result};
use crate::text::show;

impl App {
    /// Opens the form of a new record of the tab.
    pub(super) fn new_record(&mut self) {
        let kind = self.focus().kind;
        let Some(tab) = self.tab() else { return };
        if tab == Tab::Tickets && self.desk.sees("users") {
            self.stack.push(overlay::triage::kinds(&self.desk));
            return;
        }
        let layer = overlay::forms::new_form(&self.desk, tab, kind);
        self.open_form(layer, Action::New);
    }

    /// Opens the form of the selected record.
    pub(super) fn edit_record(&mut self) {
        if let Some(Item::Record(Subject { kind: Kind::Order, .. })) = self.focus().item {
            return self.edit_orders();
        }
        let Some(subject) = self.subject(Action::Edit).filter(|subject| !self.is_to_go(*subject)) else { return };
        let layer = overlay::forms::edit_form(&self.desk, subject);
        self.open_form(layer, Action::Edit);
    }

    /// Asks for the reason of disabling the selected record, or of enabling it.
    pub(super) fn disable(&mut self) {
        let Some(subject) = self.subject(Action::Disable).filter(|subject| !self.is_to_go(*subject)) else { return };
        let layer = overlay::forms::disable_form(&self.desk, subject);
        self.open_form(layer, Action::Disable);
    }

    /// Opens a form, or says why there is none.
    pub(super) fn open_form(&mut self, layer: Result<Option<FormLayer>>, action: Action) {
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

    /// Stages what needs no form, and reviews it.
    pub(super) fn at_once(&mut self, action: Action) {
        let Some(subject) = self.subject(action) else { return };
        let name = Ref::pinned(subject.to_string(), subject.id);
        let command = match action {
            Action::ResetPassword => ResetAdminPassword { admin: name }.into(),
            _ => MarkUserActive { user: name }.into(),
        };
        self.stage(vec![command], true);
    }

    /// Shows the temporary passwords of a receipt, once.
    pub(super) fn show_answers(&mut self, answers: &[Answer]) {
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
