//! Refusals and reasons: typed, with stable codes, and without a word. `text` words each of them once, in both languages.

mod code;
mod stop;

pub use code::{Class, Code};
pub use stop::{Decided, FactsError, Stop, Stopped};

use super::catalogue::Key;
use super::id::Kind;
use super::norm::NormError;
use super::time::Time;
use super::value::Level;

/// An argument of a refusal's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Data, shown cleaned.
    Text(String),
    /// A catalogue entry, shown by its label.
    Key(Key),
    /// Some catalogue entries, shown by their labels.
    Keys(Vec<Key>),
    /// A value of a catalogue entry, shown by its label.
    Value(Key, u8),
    /// A level.
    Level(Level),
    /// A kind of record.
    Kind(Kind),
    /// A number.
    Number(i64),
    /// A moment.
    Time(Time),
    /// A word of ours, shown by the text `word-…`.
    Word(&'static str),
    /// What is wrong with a text.
    Norm(NormError),
}

/// Why something is refused or locked: a code, the field, and what the sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The stable code.
    pub code: Code,
    /// The field of the Command that it concerns.
    pub field: Option<&'static str>,
    /// What the sentence needs, by name.
    pub args: Vec<(&'static str, Arg)>,
    /// The Command of a batch that it concerns, from 1.
    pub line: Option<usize>,
}

impl Refusal {
    /// A refusal of that code.
    pub const fn new(code: Code) -> Self {
        Self { code, field: None, args: Vec::new(), line: None }
    }

    /// Names the field.
    #[must_use]
    pub const fn field(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// Adds data to the sentence.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.arg(name, Arg::Text(text.into()))
    }

    /// Adds a catalogue entry to the sentence.
    #[must_use]
    pub fn key(self, name: &'static str, key: &Key) -> Self {
        self.arg(name, Arg::Key(key.clone()))
    }

    /// Adds a number to the sentence.
    #[must_use]
    pub fn number(self, name: &'static str, number: i64) -> Self {
        self.arg(name, Arg::Number(number))
    }

    /// Adds an argument to the sentence.
    #[must_use]
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// No such record within reach, by the words used.
    pub fn not_found(kind: Kind, name: &str) -> Self {
        Self::new(Code::NotFound).arg("kind", Arg::Kind(kind)).text("name", name)
    }

    /// A text that cannot be accepted in a field.
    pub fn text_fault(field: &'static str, fault: NormError) -> Self {
        Self::new(Code::Invalid).field(field).arg("why", Arg::Norm(fault))
    }

    /// The stable code: that of the text's fault where it is one.
    pub fn code(&self) -> &'static str {
        let fault = self.args.iter().find_map(|(_, arg)| match arg {
            Arg::Norm(fault) => Some(fault.code()),
            _ => None,
        });
        fault.unwrap_or(self.code.as_str())
    }

    /// What it means for the caller.
    pub const fn class(&self) -> Class {
        self.code.class()
    }
}
