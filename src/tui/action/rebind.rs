//! Other keys, from `keys.toml`.
//!
//! ```toml
//! [keys]
//! filter = ["/", "Ctrl-t"]
//! last = "g e"
//! export = []
//! ```
//!
//! `clipboard = true` above them lets `y` copy through the terminal (OSC 52), which is off otherwise (S-81).

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::super::key::{Code, Key};
use super::{Action, Keymap, Sequence};
use crate::text::{Shown, Texts, show};
use crate::text_id;

/// What is wrong with a `keys.toml`.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RebindError {
    /// Not the expected form.
    #[error("keys.toml: {0}")]
    Form(String),
    /// No action has that name.
    #[error("keys.toml: no action is called {0}")]
    Action(String),
    /// No key has that name.
    #[error("keys.toml: {0} is the name of no key")]
    Key(String),
    /// Terminals send it as something else, or not at all.
    #[error("keys.toml: {0} does not reach programs in every terminal")]
    Unsafe(String),
    /// Without it nobody finds the way out.
    #[error("keys.toml: {0} cannot be without a key")]
    Needed(&'static str),
    /// One key for two actions at one place.
    #[error("keys.toml: {key} would mean both {one} and {other}")]
    Conflict {
        /// The key.
        key: String,
        /// An action.
        one: &'static str,
        /// Another action that is live at the same place.
        other: &'static str,
    },
}

impl RebindError {
    /// Returns the sentence for people.
    pub fn shown(&self, texts: &Texts) -> Shown {
        match self {
            Self::Form(why) => texts.with("keys-form", &[("why", why.into())]),
            Self::Action(name) => texts.with("keys-action", &[("name", name.into())]),
            Self::Key(name) => texts.with("keys-key", &[("name", name.into())]),
            Self::Unsafe(name) => texts.with("keys-unsafe", &[("name", name.into())]),
            Self::Needed(name) => texts.with("keys-needed", &[("name", show(name).into())]),
            Self::Conflict { key, one, other } => {
                let args = [("key", key.into()), ("one", show(one).into()), ("other", show(other).into())];
                texts.with(text_id!("keys-conflict"), &args)
            }
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    clipboard: bool,
    #[serde(default)]
    keys: BTreeMap<String, Keys>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Keys {
    One(String),
    Many(Vec<String>),
}

/// The actions that always keep a key.
const NEEDED: [Action; 4] = [Action::Back, Action::Accept, Action::Palette, Action::Quit];

/// What a `keys.toml` says.
#[derive(Clone, Debug, Default)]
pub struct KeyFile {
    /// The keys.
    pub keymap: Keymap,
    /// Whether values may be copied through the terminal.
    pub clipboard: bool,
}

impl KeyFile {
    /// Reads the text of a `keys.toml`: the actions it names get its keys in place of those of the table.
    ///
    /// # Errors
    /// Where the text is not of that form, names what is not there, or one key would mean two things at one place.
    pub fn parse(text: &str) -> Result<Self, RebindError> {
        let file: File = toml::from_str(text).map_err(|error| RebindError::Form(error.message().to_owned()))?;
        let mut keymap = Keymap::default();
        for (id, keys) in file.keys {
            let action = Action::parse(&id).ok_or(RebindError::Action(id))?;
            let names = match keys {
                Keys::One(name) => vec![name],
                Keys::Many(names) => names,
            };
            let sequences = names.iter().map(|name| sequence(name)).collect::<Result<Vec<_>, _>>()?;
            if sequences.is_empty() && NEEDED.contains(&action) {
                return Err(RebindError::Needed(action.entry().id));
            }
            keymap.rebind(action, sequences);
        }
        match keymap.conflict() {
            None => Ok(Self { keymap, clipboard: file.clipboard }),
            Some((sequence, one, other)) => {
                Err(RebindError::Conflict { key: sequence.to_string(), one: one.entry().id, other: other.entry().id })
            }
        }
    }
}

impl Keymap {
    /// Reads the keys of a `keys.toml`.
    ///
    /// # Errors
    /// As for [`KeyFile::parse`].
    pub fn parse(text: &str) -> Result<Self, RebindError> {
        KeyFile::parse(text).map(|file| file.keymap)
    }
}

fn sequence(name: &str) -> Result<Sequence, RebindError> {
    // Read before the key takes its one form: Ctrl-h would silently be Backspace.
    let eaten = |part: &str| {
        let lower = part.to_ascii_lowercase();
        ["ctrl-h", "ctrl-i", "ctrl-j", "ctrl-m", "ctrl-s", "ctrl-q"].contains(&lower.as_str())
    };
    let sequence: Sequence = name.parse().map_err(|_| RebindError::Key(name.to_owned()))?;
    let keys = [Some(sequence.first), sequence.second];
    if name.split(' ').any(eaten) || keys.into_iter().flatten().any(unsent) {
        return Err(RebindError::Unsafe(name.to_owned()));
    }
    Ok(sequence)
}

/// Control with a digit is sent by no terminal, or as another key.
pub(super) fn unsent(key: Key) -> bool {
    key.ctrl && matches!(key.code, Code::Char('0'..='9'))
}
