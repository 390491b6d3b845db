//! A form: fields with their errors beside them, and buttons.

mod draw;
mod input;

pub use input::{Check, Field, Value};
use zeroize::Zeroizing;

use super::super::action::Action;
use super::super::event::Event;
use super::super::place::Place;
use super::choice::{Choice, Chosen};
use crate::text::Shown;
use input::Input;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// Stages and opens the review; or signs in, or sets up.
    Save,
    /// Stages.
    StageOnly,
    /// Leaves.
    Cancel,
}

/// What came of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The form goes on.
    Used,
    /// The event is for somebody else.
    Passed,
    /// Everything is as it should be, as far as a form can tell: save it.
    Save,
    /// The same, and only stage it.
    StageOnly,
    /// Leave it.
    Leave,
}

/// A form.
pub struct Form {
    fields: Vec<Field>,
    buttons: Vec<(Button, Shown)>,
    missing: Shown,
    focus: usize,
    open: Option<Choice<String>>,
    /// Which answer is chosen, where it asks whether what was typed is to be saved.
    asking: Option<usize>,
    place: Place,
}

impl Form {
    /// Creates a form; `missing` is what is said beside a required field that is empty.
    pub fn new(fields: Vec<Field>, buttons: Vec<(Button, Shown)>, missing: Shown) -> Self {
        Self { fields, buttons, missing, focus: 0, open: None, asking: None, place: Place::Form }
    }

    /// Makes it a form of the sign-in screens: their keys, and Enter in the last field saves.
    #[must_use]
    pub fn signing_in(mut self) -> Self {
        self.place = Place::SignIn;
        self
    }

    /// Returns where its keys are looked up.
    pub fn place(&self) -> Place {
        if self.open.is_some() { Place::Choice } else { self.place }
    }

    /// Returns what the fields hold.
    pub fn values(&self) -> impl Iterator<Item = (&'static str, Value)> {
        self.fields.iter().map(|field| (field.id, field.value()))
    }

    /// Returns what was changed since the start.
    pub fn changed(&self) -> impl Iterator<Item = (&'static str, Value)> {
        self.fields.iter().filter(|field| field.changed()).map(|field| (field.id, field.value()))
    }

    /// Returns the text of a field; empty where it has none.
    pub fn text(&self, id: &str) -> String {
        match self.fields.iter().find(|field| field.id == id).map(Field::value) {
            Some(Value::Text(text) | Value::One(Some(text))) => text,
            _ => String::new(),
        }
    }

    /// Takes the password out of a field.
    pub fn take_secret(&mut self, id: &str) -> Zeroizing<String> {
        self.fields
            .iter_mut()
            .find_map(|field| match &mut field.input {
                Input::Secret(secret) if field.id == id => Some(secret.take()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// Returns a copy of the password in a field: it is still there if it has to be tried again.
    pub fn secret(&self, id: &str) -> Zeroizing<String> {
        let secret = self.fields.iter().find_map(|field| match &field.input {
            Input::Secret(secret) if field.id == id => Some(secret.value()),
            _ => None,
        });
        Zeroizing::new(secret.unwrap_or_default().to_owned())
    }

    /// Says whether two passwords are the same, without taking them.
    pub fn same_secrets(&self, one: &str, other: &str) -> bool {
        let secret = |id: &str| {
            self.fields.iter().find_map(|field| match &field.input {
                Input::Secret(secret) if field.id == id => Some(secret.value()),
                _ => None,
            })
        };
        secret(one) == secret(other)
    }

    /// Shows a refusal beside its field, and goes there; false where there is no such field.
    pub fn refuse(&mut self, id: &str, reason: Shown) -> bool {
        let Some(at) = self.fields.iter().position(|field| field.id == id) else { return false };
        self.fields[at].error = Some(reason);
        self.focus = at;
        true
    }

    /// Whether the next Esc leaves and loses what was typed.
    pub const fn asks(&self) -> bool {
        self.asking.is_some()
    }

    /// Says whether leaving would lose something that was typed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(Field::changed)
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>) -> Filled {
        if let Some(mut choice) = self.open.take() {
            self.on_choice(&mut choice, event);
            if self.open.is_none() && !matches!(event, Event::Action(Action::Back)) && !self.picks_one(&event) {
                self.open = Some(choice);
            }
            return Filled::Used;
        }
        if let Some(chosen) = self.asking.take() {
            return self.answered(chosen, event);
        }
        match event {
            Event::Action(Action::Accept) | Event::Type(' ') if self.button() == Some(Button::Cancel) => {
                let filled = self.on(Event::Action(Action::Back));
                // Who chose Cancel did not mean to save.
                self.asking = self.asking.map(|_| 1);
                filled
            }
            Event::Action(Action::Back) if !self.is_changed() => Filled::Leave,
            Event::Action(Action::Back) => {
                self.asking = Some(0);
                Filled::Used
            }
            event => self.on_focus(event),
        }
    }

    /// Takes the answer to whether what was typed is to be saved, dropped, or kept on the screen. The screens
    /// before the console have nothing to save: there a second Esc leaves.
    fn answered(&mut self, chosen: usize, event: Event<'_>) -> Filled {
        match event {
            Event::Action(Action::Back) if self.place == Place::SignIn => return Filled::Leave,
            event if self.place == Place::SignIn => return self.on(event),
            Event::Action(Action::Save) => return self.save(Filled::Save),
            Event::Action(Action::Accept) | Event::Type(' ') => match chosen {
                0 => return self.save(Filled::Save),
                1 => return Filled::Leave,
                _ => {}
            },
            Event::Action(Action::Back) => {}
            Event::Action(Action::CursorRight | Action::NextField) => self.asking = Some((chosen + 1) % 3),
            Event::Action(Action::CursorLeft | Action::PreviousField) => self.asking = Some((chosen + 2) % 3),
            _ => self.asking = Some(chosen),
        }
        Filled::Used
    }

    /// Whether the event closes a choice of one: it was picked.
    fn picks_one(&self, event: &Event<'_>) -> bool {
        let one =
            matches!(self.fields.get(self.focus).map(|field| &field.input), Some(Input::Pick(pick)) if !pick.many);
        one && matches!(event, Event::Action(Action::Accept))
    }

    fn on_choice(&mut self, choice: &mut Choice<String>, event: Event<'_>) {
        let label = choice.selected().map(|item| item.label.clone()).unwrap_or_default();
        if let Chosen::Picked(value) = choice.on(event)
            && let Some(Input::Pick(pick)) = self.fields.get_mut(self.focus).map(|field| &mut field.input)
        {
            if pick.take(value, label) {
                choice.tick(pick.values());
            }
            self.judge(self.focus);
        }
    }

    fn on_focus(&mut self, event: Event<'_>) -> Filled {
        if event == Event::Action(Action::Save) {
            return self.save(Filled::Save);
        }
        let Some(field) = self.fields.get_mut(self.focus) else { return self.on_button(event) };
        let used = match (&mut field.input, event) {
            (Input::Text(text), event) => text.on(event),
            (Input::Secret(secret), event) => secret.on(event),
            (Input::Switch(on), Event::Type(' ') | Event::Action(Action::CursorLeft | Action::CursorRight)) => {
                *on = !*on;
                true
            }
            (Input::Pick(pick), Event::Type(' ') | Event::Action(Action::Accept)) => {
                self.open = Some(pick.open());
                true
            }
            (Input::Pick(pick), Event::Type(character)) => {
                let mut choice = pick.open();
                choice.type_in(&character.to_string());
                self.open = Some(choice);
                true
            }
            (Input::Pick(pick), Event::Action(Action::RubLeft | Action::RubRight)) => {
                pick.picked.pop();
                true
            }
            _ => false,
        };
        if used {
            // What was wrong is being corrected; it is judged again when the field is left.
            if let Some(field) = self.fields.get_mut(self.focus) {
                field.error = None;
            }
            return Filled::Used;
        }
        match event {
            Event::Action(Action::Accept) if self.place == Place::SignIn && self.focus + 1 == self.fields.len() => {
                self.save(Filled::Save)
            }
            Event::Action(Action::NextField | Action::Accept) => self.go(1),
            Event::Action(Action::PreviousField) => self.go(-1),
            Event::Type(_) | Event::Paste(_) => Filled::Used,
            _ => Filled::Passed,
        }
    }

    fn on_button(&mut self, event: Event<'_>) -> Filled {
        match event {
            Event::Action(Action::Accept) | Event::Type(' ') => {
                let only = self.button() == Some(Button::StageOnly);
                self.save(if only { Filled::StageOnly } else { Filled::Save })
            }
            Event::Action(Action::NextField | Action::CursorRight) => self.go(1),
            Event::Action(Action::PreviousField | Action::CursorLeft) => self.go(-1),
            Event::Type(_) | Event::Paste(_) => Filled::Used,
            _ => Filled::Passed,
        }
    }

    /// The button that has the focus.
    fn button(&self) -> Option<Button> {
        let (button, _) = self.buttons.get(self.focus.checked_sub(self.fields.len())?)?;
        Some(*button)
    }

    /// Goes to the next or previous field or button, round at the ends; the field that is left is judged.
    fn go(&mut self, step: isize) -> Filled {
        self.judge(self.focus);
        let count = self.fields.len() + self.buttons.len();
        self.focus = (self.focus + count).saturating_add_signed(step) % count.max(1);
        Filled::Used
    }

    /// Saves where every field is as it should be; goes to the first that is not.
    fn save(&mut self, how: Filled) -> Filled {
        (0..self.fields.len()).for_each(|at| self.judge(at));
        match self.fields.iter().position(|field| field.error.is_some()) {
            Some(at) => {
                self.focus = at;
                Filled::Used
            }
            None => how,
        }
    }

    fn judge(&mut self, at: usize) {
        let Some(field) = self.fields.get_mut(at) else { return };
        let value = field.value();
        field.error = match (&field.check, value.is_empty()) {
            (_, true) => field.required.then(|| self.missing.clone()),
            (Some(check), false) => check(&value),
            (None, false) => None,
        };
    }
}

#[cfg(test)]
mod tests;
