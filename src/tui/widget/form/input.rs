//! The fields of a form, and what they hold.

use super::super::choice::{Choice, Item, Lookup};
use super::super::field::TextField;
use super::super::secret::SecretField;
use crate::text::{Shown, show};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// What was typed.
    Text(String),
    /// Yes or no.
    On(bool),
    /// The value that was picked, if any.
    One(Option<String>),
    /// The values that were picked.
    Many(Vec<String>),
    /// A password: it is taken with [`Form::take_secret`](super::Form::take_secret); here only whether there is one.
    Secret(bool),
}

/// Says what is wrong with a value.
pub type Check = Box<dyn Fn(&Value) -> Option<Shown>>;

/// One field.
pub struct Field {
    /// Its name, as in the Commands.
    pub id: &'static str,
    pub(super) label: Shown,
    pub(super) group: Option<Shown>,
    pub(super) required: bool,
    pub(super) input: Input,
    pub(super) check: Option<Check>,
    pub(super) error: Option<Shown>,
    pub(super) start: Value,
}

/// How a field is filled.
pub(super) enum Input {
    Text(TextField),
    Secret(SecretField),
    Switch(bool),
    Pick(Pick),
}

/// A field filled from a choice.
pub(super) struct Pick {
    pub(super) items: Vec<Item<String>>,
    pub(super) lookup: Option<fn() -> Lookup<String>>,
    pub(super) picked: Vec<(String, Shown)>,
    pub(super) many: bool,
}

impl Field {
    fn new(id: &'static str, label: Shown, input: Input) -> Self {
        let start = input.value();
        Self { id, label, group: None, required: false, input, check: None, error: None, start }
    }

    /// Begins a group of fields: its title stands above this one.
    #[must_use]
    pub fn group(mut self, title: Shown) -> Self {
        self.group = Some(title);
        self
    }

    /// Creates a field for a line of text.
    pub fn text(id: &'static str, label: Shown, text: &str) -> Self {
        Self::new(id, label, Input::Text(TextField::new(text)))
    }

    /// Creates a field for several lines of text.
    pub fn lines(id: &'static str, label: Shown, text: &str) -> Self {
        Self::new(id, label, Input::Text(TextField::lines(text)))
    }

    /// Creates a field for a password.
    pub fn secret(id: &'static str, label: Shown) -> Self {
        Self::new(id, label, Input::Secret(SecretField::default()))
    }

    /// Creates a field that is yes or no.
    pub fn switch(id: &'static str, label: Shown, on: bool) -> Self {
        Self::new(id, label, Input::Switch(on))
    }

    /// Creates a field for one of these items; `picked` is the value it starts with.
    pub fn one(id: &'static str, label: Shown, items: Vec<Item<String>>, picked: Option<&str>) -> Self {
        Self::pick(id, label, items, picked.as_slice(), false)
    }

    /// Creates a field for any number of these items.
    pub fn many(id: &'static str, label: Shown, items: Vec<Item<String>>, picked: &[&str]) -> Self {
        Self::pick(id, label, items, picked, true)
    }

    fn pick(id: &'static str, label: Shown, items: Vec<Item<String>>, picked: &[&str], many: bool) -> Self {
        let named = |value: &&str| {
            let label = items.iter().find(|item| item.value == **value).map(|item| item.label.clone());
            ((*value).to_owned(), label.unwrap_or_else(|| show(value)))
        };
        let picked = picked.iter().map(named).collect();
        Self::new(id, label, Input::Pick(Pick { items, lookup: None, picked, many }))
    }

    /// Marks the field as required.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Adds what is checked as soon as the field is left.
    #[must_use]
    pub fn check(mut self, check: impl Fn(&Value) -> Option<Shown> + 'static) -> Self {
        self.check = Some(Box::new(check));
        self
    }

    /// Returns what the field holds.
    pub fn value(&self) -> Value {
        self.input.value()
    }

    /// Says whether it holds something else than at the start.
    pub fn changed(&self) -> bool {
        self.value() != self.start
    }
}

impl Input {
    fn value(&self) -> Value {
        match self {
            Self::Text(field) => Value::Text(field.value().to_owned()),
            Self::Secret(field) => Value::Secret(!field.is_empty()),
            Self::Switch(on) => Value::On(*on),
            Self::Pick(pick) if pick.many => Value::Many(pick.picked.iter().map(|(value, _)| value.clone()).collect()),
            Self::Pick(pick) => Value::One(pick.picked.first().map(|(value, _)| value.clone())),
        }
    }
}

impl Value {
    /// Says whether nothing is there.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::On(_) => false,
            Self::One(picked) => picked.is_none(),
            Self::Many(picked) => picked.is_empty(),
            Self::Secret(there) => !there,
        }
    }
}

impl Pick {
    /// Opens the choice.
    pub(super) fn open(&self) -> Choice<String> {
        let choice = Choice::with_lookup(self.items.clone(), self.lookup.map(|lookup| lookup()));
        if self.many { choice.ticking(self.values()) } else { choice }
    }

    /// Returns what is picked.
    pub(super) fn values(&self) -> Vec<String> {
        self.picked.iter().map(|(value, _)| value.clone()).collect()
    }

    /// Takes what was picked; says whether the choice stays open.
    pub(super) fn take(&mut self, value: String, label: Shown) -> bool {
        if !self.many {
            self.picked = vec![(value, label)];
        } else if let Some(at) = self.picked.iter().position(|(picked, _)| *picked == value) {
            self.picked.remove(at);
        } else {
            self.picked.push((value, label));
        }
        self.many
    }

    /// Returns the names of what is picked.
    pub(super) fn shown(&self) -> Shown {
        Shown::join(self.picked.iter().map(|(_, label)| label), &Shown::fixed(", "))
    }
}
