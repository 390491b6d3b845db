//! What an action does, where no layer took it.

use std::rc::Rc;

use super::super::action::Action;
use super::super::overlay;
use super::super::pane::Item;
use super::super::place::{Place, Tab};
use super::super::theme::Look;
use super::{App, Flow};
use crate::text::{Lang, Texts};

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
            Action::NextTab => self.tabs.step(true),
            Action::PreviousTab => self.tabs.step(false),
            Action::Copy => return self.copy(),
            Action::Review => self.review(&[]),
            Action::Drop => self.ask_drop(),
            Action::Undo => return self.undo(),
            Action::Redo => self.preview_turn(crate::service::Turn::Redo, None),
            Action::Language => self.switch_language(),
            Action::Palette => self.stack.push(overlay::palette::palette(&self.desk, self.place(), |_| true)),
            Action::Help => self.help(),
            Action::Follow => self.follow(),
            Action::MyAccount => self.stack.push(overlay::account::menu(&self.desk)),
            Action::OwnPassword => return self.own_password(),
            Action::MyDetails => {
                let layer = overlay::forms::own_form(&self.desk);
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
            Action::MoveDown
            | Action::MoveUp
            | Action::MoveLast
            | Action::MoveFirst
            | Action::PickUp
            | Action::AddToOrder => return self.in_orders(action),
            Action::Import => match overlay::import::open(&self.desk) {
                Ok(layer) => self.stack.push(layer),
                Err(error) => return self.failed(&error),
            },
            Action::Views => self.choose_view(),
            Action::Audit => return self.audit(),
            Action::Export => self.ask_export(),
            Action::Columns => self.choose_columns(),
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
                let Some(pane) = self.tabs.pane_mut() else { return Flow::On };
                match pane.on(other, &mut self.desk) {
                    // A row that is no record of this tab opens in its own.
                    Ok(false) if other == Action::Open => match self.focus().item {
                        Some(Item::Record(subject)) => self.show(subject),
                        _ => self.not_here(other),
                    },
                    Ok(false) => self.nothing_here(other),
                    Ok(true) => {}
                    Err(error) => return self.failed(&error),
                }
            }
        }
        Flow::On
    }

    fn switch_language(&mut self) {
        let other = match self.desk.look.texts.lang() {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        };
        let (theme, keymap) = (self.desk.look.theme, self.desk.look.keymap.clone());
        let texts = Texts::new(other).drawn_with(theme.glyphs());
        self.desk.look = Rc::new(Look { texts, theme, keymap });
        self.tabs.spoil();
        let text = self.desk.look.texts.get("desk-language");
        self.desk.say(text);
    }
}
