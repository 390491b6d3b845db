//! From a key to an action: a pure function of the key, the prefix before it and the place.

use std::fmt;
use std::str::FromStr;

use super::super::key::{Key, UnknownKey};
use super::super::place::{Place, Scope, digit};
use super::Action;

/// One key, or a prefix and the key after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sequence {
    /// The key, or the prefix.
    pub first: Key,
    /// The key after the prefix.
    pub second: Option<Key>,
}

impl FromStr for Sequence {
    type Err = UnknownKey;

    /// Reads `j`, `Ctrl-d`, `g g`.
    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let (first, second) = text.split_once(' ').map_or((text, None), |(first, second)| (first, Some(second)));
        Ok(Self { first: first.parse()?, second: second.map(str::parse).transpose()? })
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first.fmt(f)?;
        self.second.map_or(Ok(()), |second| write!(f, " {second}"))
    }
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It runs an action.
    Action(Action),
    /// It waits for a second key.
    Prefix,
    /// It is text.
    Text(char),
    /// It means nothing here.
    Unknown,
}

/// A sequence bound to an action.
#[derive(Clone, Copy, Debug)]
struct Binding {
    sequence: Sequence,
    action: Action,
}

/// Which keys run which actions.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

impl Default for Keymap {
    /// The keys of the table.
    fn default() -> Self {
        let keys = |action: Action| {
            let parsed = action.entry().keys.iter().filter_map(|keys| keys.parse().ok());
            parsed.map(move |sequence| Binding { sequence, action })
        };
        Self { bindings: Action::table().iter().flat_map(|entry| keys(entry.action)).collect() }
    }
}

impl Keymap {
    /// Says what a key means at a place, after a prefix or alone.
    pub fn resolve(&self, prefix: Option<Key>, key: Key, place: Place) -> Resolved {
        if prefix.is_none()
            && let Some(character) = key.typed()
            && place.types(character)
        {
            return Resolved::Text(character);
        }
        let wanted =
            prefix.map_or(Sequence { first: key, second: None }, |first| Sequence { first, second: Some(key) });
        if let Some(binding) = self.at(place).find(|binding| binding.sequence == wanted) {
            return Resolved::Action(binding.action);
        }
        if prefix.is_none() && self.continuations(key, place).next().is_some() {
            return Resolved::Prefix;
        }
        let azerty = if prefix.is_none() { azerty(key, place) } else { None };
        azerty.map_or(Resolved::Unknown, Resolved::Action)
    }

    /// Returns what may follow a prefix at a place.
    pub fn continuations(&self, prefix: Key, place: Place) -> impl Iterator<Item = (Key, Action)> {
        self.at(place).filter(move |b| b.sequence.first == prefix).filter_map(|b| Some((b.sequence.second?, b.action)))
    }

    /// Returns the sequences of an action that work at a place, the one to show first.
    pub fn keys(&self, action: Action, place: Place) -> impl Iterator<Item = Sequence> {
        self.at(place).filter(move |b| b.action == action).map(|b| b.sequence)
    }

    /// Returns all sequences of an action.
    pub fn sequences(&self, action: Action) -> impl Iterator<Item = Sequence> {
        self.bindings.iter().filter(move |b| b.action == action).map(|b| b.sequence)
    }

    /// Gives an action other keys.
    pub(super) fn rebind(&mut self, action: Action, sequences: impl IntoIterator<Item = Sequence>) {
        self.bindings.retain(|binding| binding.action != action);
        self.bindings.extend(sequences.into_iter().map(|sequence| Binding { sequence, action }));
    }

    /// Finds two actions that one key would run at one place, or a key that is an action and a prefix there.
    pub(super) fn conflict(&self) -> Option<(Sequence, Action, Action)> {
        Place::all().find_map(|place| {
            let live: Vec<&Binding> = self.at(place).collect();
            live.iter().enumerate().find_map(|(index, one)| {
                let clash = |other: &&&Binding| {
                    let (a, b) = (one.sequence, other.sequence);
                    a == b || (a.first == b.first && a.second.is_none() != b.second.is_none())
                };
                live[index + 1..].iter().find(clash).map(|other| (other.sequence, one.action, other.action))
            })
        })
    }

    /// The bindings that work at a place: where text is typed, a key that types is text.
    fn at(&self, place: Place) -> impl Iterator<Item = &Binding> {
        self.bindings.iter().filter(move |binding| {
            let typed = binding.sequence.first.typed();
            binding.action.entry().scope.has(place) && typed.is_none_or(|character| !place.types(character))
        })
    }
}

/// The unshifted digits of AZERTY, where digits mean something and the key means nothing else.
fn azerty(key: Key, place: Place) -> Option<Action> {
    const TABS: [Action; 7] = [
        Action::GoAdmins,
        Action::GoUsers,
        Action::GoRoles,
        Action::GoContacts,
        Action::GoTickets,
        Action::GoJournal,
        Action::GoSite,
    ];
    const LEVELS: [Action; 3] = [Action::SetNone, Action::SetView, Action::SetManage];
    let digit = usize::from(digit(key.typed()?)?);
    if Scope::LISTS.has(place) || matches!(place, Place::Tree | Place::Audit) {
        TABS.get(digit.checked_sub(1)?).copied()
    } else if place == Place::Matrix {
        LEVELS.get(digit).copied()
    } else {
        None
    }
}
