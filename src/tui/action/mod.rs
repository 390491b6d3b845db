//! The one table of actions: bindings, hints, help and palette are read from it.

mod keymap;
mod rebind;
mod table;
mod words;

pub use keymap::{Keymap, Resolved, Sequence};
pub use rebind::{KeyFile, RebindError};
pub use table::Action;
pub use words::key_name;

/// What the table says of an action.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The action.
    pub action: Action,
    /// Its name in `keys.toml`, in `guichet keys` and in the ids of its texts.
    pub id: &'static str,
    /// Its keys, unless `keys.toml` has others; the first is the one shown.
    pub keys: &'static [&'static str],
    /// Where it is live.
    pub scope: super::place::Scope,
    /// Its place in the hint line: the lowest first, none where it is not shown.
    pub hint: Option<u8>,
    /// Whether it may destroy: it asks first, and a read-only session has none of these.
    pub danger: bool,
}

#[cfg(test)]
mod tests;
