//! Where the console goes: to a tab, to a record; and what has the focus there.

use super::super::action::Action;
use super::super::overlay;
use super::super::pane::{Focus, Item};
use super::super::place::{Place, Tab};
use super::{App, Flow};
use crate::domain::id::{Kind, Subject};
use crate::domain::value::TicketKind;

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
    /// Opens a tab, or says that it is not shown.
    pub(super) fn go(&mut self, tab: Tab) {
        if !self.tabs.go(tab) {
            let name = self.desk.look.texts.get(tab.title());
            let text = self.desk.look.texts.with("desk-no-tab", &[("tab", name.into())]);
            self.desk.refuse(text);
        }
    }

    /// Opens the tab of a record, with that record.
    pub(super) fn show(&mut self, subject: Subject) {
        self.go(tab_of(subject.kind));
        let Some(pane) = self.tabs.pane_mut() else { return };
        if let Err(error) = pane.reveal(&mut self.desk, subject) {
            self.failed(&error);
        }
    }

    /// Opens the record that the selected line names.
    pub(super) fn follow(&mut self) {
        match self.focus().item {
            Some(Item::Record(subject)) if self.tab() == Some(Tab::Site) => self.open_place(subject),
            Some(Item::Record(subject)) if subject.kind == Kind::Order => self.edit_orders(),
            Some(Item::Record(subject)) => self.show(subject),
            Some(Item::Ranked(_, contact)) => self.show(contact.subject()),
            Some(Item::Client(_)) => {
                if let Err(error) = self.asks_first(Action::Toggle) {
                    self.failed(&error);
                }
            }
            Some(Item::Asked) => {
                let layer = overlay::forms::ask_form(&self.desk, TicketKind::Other);
                self.open_form(layer, Action::Follow);
            }
            _ => {
                let text = self.desk.look.texts.get("follow-none");
                self.desk.refuse(text);
            }
        }
    }

    /// Shows what somebody should look at among the administrators.
    pub(super) fn audit(&mut self) -> Flow {
        self.go(Tab::Admins);
        let there = self.tab() == Some(Tab::Admins);
        let Some(pane) = self.tabs.pane_mut().filter(|pane| there && pane.place() != Place::Audit) else {
            return Flow::On;
        };
        match pane.on(Action::Audit, &mut self.desk) {
            Ok(_) => Flow::On,
            Err(error) => self.failed(&error),
        }
    }

    /// What has the focus.
    pub(super) fn focus(&mut self) -> Focus {
        self.pane().map(|pane| pane.focus()).unwrap_or_default()
    }

    /// The selected record; without one it says that the action has nothing to act on.
    pub(super) fn subject(&mut self, action: Action) -> Option<Subject> {
        let subject = self.focus().subject;
        if subject.is_none() {
            self.not_here(action);
        }
        subject
    }

    /// Says that an action does nothing here, or that there is no way back.
    pub(super) fn nothing_here(&mut self, action: Action) {
        let place = self.place();
        let look = &self.desk.look;
        let text = if action == Action::Back {
            look.texts.with("desk-no-way-back", &[("key", look.key(Action::Quit, place).into())])
        } else {
            look.texts.with("desk-nothing-here", &[("action", action.label(&look.texts).into())])
        };
        self.desk.refuse(text);
    }

    /// Says that an action has nothing to act on here.
    pub(super) fn not_here(&mut self, action: Action) {
        let name = action.label(&self.desk.look.texts);
        let text = self.desk.look.texts.with("desk-not-here", &[("action", name.into())]);
        self.desk.refuse(text);
    }
}
