//! What a key or a paste does: to the layer in front, to the filter, or to the console.

use super::super::action::{Action, Resolved, key_name};
use super::super::event::Event;
use super::super::key::Key;
use super::super::layer::Handled;
use super::super::place::Place;
use super::{App, Flow};
use crate::text::Shown;

impl App {
    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Flow {
        if self.small {
            return self.unseen(key);
        }
        if self.waiting_for.is_some() {
            return self.key_while_waiting(key);
        }
        if let Some(what) = self.awaited.take() {
            self.after(what, key);
            return Flow::On;
        }
        self.desk.note_seen();
        let place = self.place();
        let prefix = self.prefix.take();
        match self.desk.look.keymap.resolve(prefix, key, place) {
            Resolved::Prefix => self.prefix = Some(key),
            Resolved::Action(action) => return self.action(action, place),
            Resolved::Text(character) => self.event(Event::Type(character), place),
            Resolved::Unknown if self.stack.is_empty() => self.of_no_use(key_name(key, &self.desk.look.texts)),
            Resolved::Unknown => self.event(Event::Unknown(key), place),
        }
        Flow::On
    }

    /// Takes a key while nothing can be seen: only what leaves works.
    fn unseen(&mut self, key: Key) -> Flow {
        (self.prefix, self.awaited) = (None, None);
        match self.desk.look.keymap.resolve(None, key, Place::Notice) {
            Resolved::Action(Action::Quit) => Flow::Quit,
            Resolved::Action(Action::Suspend) => Flow::Suspend,
            Resolved::Action(Action::Redraw) => Flow::Redraw,
            _ => Flow::On,
        }
    }

    /// Takes pasted text: never keys (S-91).
    pub fn paste(&mut self, text: &str) {
        if self.small {
            return;
        }
        let place = self.place();
        self.event(Event::Paste(text), place);
    }

    fn event(&mut self, event: Event<'_>, place: Place) {
        if self.stack.is_empty() {
            if place == Place::Filter
                && let Some(pane) = self.tabs.pane_mut()
            {
                pane.typed(event, &mut self.desk);
            }
            return;
        }
        match (self.stack.on(event), event) {
            (Handled::Said(message), _) => drop(self.heed(message)),
            (Handled::Passed, Event::Unknown(key)) => self.of_no_use(key_name(key, &self.desk.look.texts)),
            _ => {}
        }
    }

    /// Says that a key does nothing here, on the status line and in the layer that may hide it.
    fn of_no_use(&mut self, key: Shown) {
        let text = self.desk.look.texts.with("desk-unknown-key", &[("key", key.into())]);
        self.stack.refused(None, text.clone());
        self.desk.refuse(text);
    }

    fn action(&mut self, action: Action, place: Place) -> Flow {
        self.desk.say(Shown::default());
        match action {
            Action::Redraw => return Flow::Redraw,
            Action::Suspend => return Flow::Suspend,
            _ => {}
        }
        if !self.stack.is_empty() {
            return match self.stack.on(Event::Action(action)) {
                Handled::Used => Flow::On,
                Handled::Said(message) => self.heed(message),
                Handled::Passed if matches!(action, Action::Lock) => Flow::Lock,
                Handled::Passed if matches!(action, Action::Quit) => Flow::Quit,
                Handled::Passed if matches!(action, Action::Help | Action::Palette | Action::Why) => self.act(action),
                Handled::Passed => {
                    self.of_no_use(self.desk.look.key(action, place));
                    Flow::On
                }
            };
        }
        if place == Place::Filter {
            return self.in_filter(action);
        }
        self.act(action)
    }

    fn in_filter(&mut self, action: Action) -> Flow {
        let Some(pane) = self.tabs.pane_mut() else { return Flow::On };
        let outcome = pane.on(action, &mut self.desk);
        match outcome {
            Ok(true) => {}
            Ok(false) => pane.typed(Event::Action(action), &mut self.desk),
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }
}
