//! What a key is once it is known what it means where the focus is.

use super::action::Action;
use super::key::Key;

/// Something that reaches the layer in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event<'a> {
    /// A key that runs an action here.
    Action(Action),
    /// A character that is text here.
    Type(char),
    /// Pasted text, never keys (S-91).
    Paste(&'a str),
    /// A key that means nothing here.
    Unknown(Key),
}
