//! What people are told when something cannot be done, before it is worded.

use super::refusal::{Arg, Refusal};

/// Why something could not be done: a refusal, or a fault with its stable code and what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// A rule or a right refused it.
    Refused(&'a Refusal),
    /// Something went wrong around it: the store, a sign-in, a file.
    Fault {
        /// The stable code.
        code: String,
        /// What the sentence needs, by name.
        args: Vec<(&'static str, Arg)>,
    },
}

impl Told<'_> {
    /// A fault whose sentence needs nothing.
    pub fn fault(code: impl Into<String>) -> Self {
        Self::Fault { code: code.into(), args: Vec::new() }
    }
}
