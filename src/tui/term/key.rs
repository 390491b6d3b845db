//! One key press, with the name that tables, help and rebinding use.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character as typed: `A` is Shift and the key `a`.
    Char(char),
    /// Return, on the keypad too.
    Enter,
    /// Escape alone.
    Esc,
    /// Tab.
    Tab,
    /// The key that rubs out to the left.
    Backspace,
    /// The key that rubs out to the right.
    Delete,
    /// Insert.
    Insert,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow left.
    Left,
    /// The arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// A page up.
    PgUp,
    /// A page down.
    PgDn,
    /// A function key, from 1.
    F(u8),
}

/// Names of the keys that are not characters.
const NAMES: [(&str, Code); 16] = [
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PgUp),
    ("PgDn", Code::PgDn),
    // Only read, never written: a name for the key that cannot stand alone in a list of keys.
    ("Comma", Code::Char(',')),
];

/// A key press in its one form: two presses that no terminal can tell apart are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held; never set on a character, which says it itself.
    pub shift: bool,
}

impl Key {
    /// Creates a key press without modifiers.
    #[must_use]
    pub const fn new(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Creates the key press of a character.
    #[must_use]
    pub const fn char(c: char) -> Self {
        Self::new(Code::Char(c))
    }

    /// Creates a control character, in its one form: `Ctrl-h` is Backspace.
    #[must_use]
    pub fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }.normalised()
    }

    /// Returns the character this press types: none with Control or Alt.
    #[must_use]
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// Brings the press to its one form.
    #[must_use]
    pub(super) fn normalised(mut self) -> Self {
        if let Code::Char(c) = self.code {
            if self.ctrl {
                // The same bytes on the wire; case does not travel with Control.
                let c = c.to_ascii_lowercase();
                let same = match c {
                    'h' => Some(Code::Backspace),
                    'i' => Some(Code::Tab),
                    'j' | 'm' => Some(Code::Enter),
                    '[' => Some(Code::Esc),
                    _ => None,
                };
                self.code = same.unwrap_or(Code::Char(c));
                self.ctrl = same.is_none();
            } else if self.shift {
                let mut upper = c.to_uppercase();
                if let (Some(upper), None) = (upper.next(), upper.next()) {
                    self.code = Code::Char(upper);
                }
            }
            self.shift = false;
        }
        self
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            Code::Char(c) if c != ' ' => write!(f, "{c}"),
            code => f.write_str(NAMES.iter().find(|(_, named)| *named == code).map_or("?", |(name, _)| name)),
        }
    }
}

/// A text that names no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a key")]
pub struct UnknownKey;

impl FromStr for Key {
    type Err = UnknownKey;

    /// Reads `j`, `G`, `Ctrl-d`, `Alt-Up`, `Shift-Tab`, `F1`, `Space`; names of keys in any case.
    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut key = Self::char(' ');
        let mut rest = text;
        // "Ctrl--" is Control and the dash: what follows a prefix is never empty.
        while let Some((prefix, tail)) = rest.split_once('-').filter(|(prefix, tail)| {
            !tail.is_empty() && ["ctrl", "alt", "shift"].iter().any(|name| prefix.eq_ignore_ascii_case(name))
        }) {
            match prefix.as_bytes()[0].to_ascii_lowercase() {
                b'c' => key.ctrl = true,
                b'a' => key.alt = true,
                _ => key.shift = true,
            }
            rest = tail;
        }
        key.code = code(rest).ok_or(UnknownKey)?;
        Ok(key.normalised())
    }
}

fn code(name: &str) -> Option<Code> {
    let mut chars = name.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return (!c.is_control()).then_some(Code::Char(c));
    }
    if let Some((_, code)) = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
        return Some(*code);
    }
    let number = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_as_written() {
        for name in
            ["j", "G", "é", "-", "Ctrl-d", "Ctrl--", "Alt-Up", "Ctrl-Alt-x", "F1", "F12", "Space", "Shift-Tab", "PgDn"]
        {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), name);
        }
    }

    #[test]
    fn presses_that_no_terminal_tells_apart_are_equal() {
        for (name, same) in [
            ("Ctrl-h", "Backspace"),
            ("Ctrl-i", "Tab"),
            ("Ctrl-j", "Enter"),
            ("Ctrl-m", "Enter"),
            ("Ctrl-[", "Esc"),
            ("Ctrl-D", "Ctrl-d"),
            ("Shift-a", "A"),
            ("ctrl-pgdn", "Ctrl-PgDn"),
            ("Comma", ","),
        ] {
            assert_eq!(name.parse::<Key>(), same.parse(), "{name}");
        }
    }

    #[test]
    fn what_names_no_key_is_refused() {
        for name in ["", "jj", "Hyper-x", "Ctrl-", "F0", "F25", "\n"] {
            assert_eq!(name.parse::<Key>(), Err(UnknownKey), "{name:?}");
        }
    }
}
