//! Bytes from the terminal, into keys and pastes.
//!
//! Pure: no reads and no clock, so every way the network can cut a sequence is a test. Sequences are those of xterm,
//! the Linux console, rxvt and PuTTY; what is not understood is dropped whole.

use std::time::Duration;

use super::key::{Code, Key};
use super::paste;

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed. Somebody asking the process to stop (SIGTSTP) comes as Ctrl-z.
    Key(Key),
    /// Text was pasted, cleaned: lines end in `\n`, no other control character, composed, at most 256 KiB.
    Paste(String),
    /// The terminal now has so many columns and rows.
    Resize(u16, u16),
    /// The process was stopped and goes on: draw the screen whole, and see whether the idle limit has passed.
    Resumed,
    /// A [`Waker`](super::Waker) was used.
    Woken,
    /// The descriptor of this index in [`Wait::fds`](super::Wait::fds) can be read.
    Ready(usize),
    /// The terminal is gone: leave through [`Ending::end`](super::Ending::end) with `HangUp`. It is said again and
    /// again.
    Gone,
}

const PASTE_END: &[u8] = b"\x1b[201~";

/// How long an Escape alone may be the start of something; the network cuts sequences there.
const ESCAPE_PATIENCE: Duration = Duration::from_millis(40);

/// How long the rest of a sequence may take before its beginning is dropped.
const SEQUENCE_PATIENCE: Duration = Duration::from_secs(1);

/// No sequence of a keyboard is longer.
const LONGEST: usize = 32;

/// Turns bytes into [`Input`], keeping what is not complete.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    pending: Vec<u8>,
    paste: Option<Vec<u8>>,
}

/// What the pending bytes begin with.
enum Step {
    Key(usize, Key),
    PasteStart(usize),
    Nothing(usize),
    Incomplete,
}

impl Decoder {
    /// Takes bytes and appends what they complete to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        self.pending.extend_from_slice(bytes);
        let mut at = 0;
        loop {
            if self.paste.is_some() {
                match self.continue_paste(at) {
                    Some(next) => {
                        at = next;
                        out.extend(self.paste.take().map(|bytes| Input::Paste(paste::clean(&bytes))));
                    }
                    None => return,
                }
            }
            match step(&self.pending[at..]) {
                Step::Key(used, key) => {
                    out.push(Input::Key(key.normalised()));
                    at += used;
                }
                Step::PasteStart(used) => {
                    self.paste = Some(Vec::new());
                    at += used;
                }
                Step::Nothing(used) => at += used,
                Step::Incomplete => break,
            }
        }
        self.pending.drain(..at);
    }

    /// Moves pasted bytes aside; returns where the paste ended, or keeps only what may be half of its end.
    fn continue_paste(&mut self, at: usize) -> Option<usize> {
        let bytes = &self.pending[at..];
        let end = bytes.windows(PASTE_END.len()).position(|window| window == PASTE_END);
        let taken = end.unwrap_or(bytes.len().saturating_sub(PASTE_END.len() - 1));
        if let Some(paste) = &mut self.paste {
            let room = paste::LIMIT.saturating_sub(paste.len());
            paste.extend_from_slice(&bytes[..taken.min(room)]);
        }
        if end.is_none() {
            self.pending.drain(..at + taken);
        }
        end.map(|end| at + end + PASTE_END.len())
    }

    /// Returns how long to wait for the rest of what was cut, when waiting decides anything.
    ///
    /// A paste is waited for without limit: what is left of it must never run as keys (S-91).
    pub(super) fn patience(&self) -> Option<Duration> {
        match self.pending.as_slice() {
            _ if self.paste.is_some() => None,
            [] => None,
            [0x1b] => Some(ESCAPE_PATIENCE),
            _ => Some(SEQUENCE_PATIENCE),
        }
    }

    /// Settles what was cut once the patience is over: Escape alone is the key, `ESC [` is Alt and the bracket, the
    /// rest is noise.
    pub(super) fn settle(&mut self, out: &mut Vec<Input>) {
        if self.paste.is_some() {
            return;
        }
        match self.pending.as_slice() {
            [0x1b] => out.push(Input::Key(Key::new(Code::Esc))),
            [0x1b, c @ (b'[' | b'O')] => out.push(Input::Key(Key { alt: true, ..Key::char(char::from(*c)) })),
            _ => {}
        }
        self.pending.clear();
    }
}

fn step(bytes: &[u8]) -> Step {
    match bytes {
        [] | [0x1b] => Step::Incomplete,
        [0x1b, 0x1b, ..] => Step::Key(1, Key::new(Code::Esc)),
        [0x1b, b'[', rest @ ..] => csi(rest),
        [0x1b, b'O'] => Step::Incomplete,
        [0x1b, b'O', last, ..] => ss3(*last).map_or(Step::Nothing(3), |code| Step::Key(3, Key::new(code))),
        [0x1b, rest @ ..] => match plain(rest) {
            Step::Key(used, key) => Step::Key(used + 1, Key { alt: true, ..key }),
            Step::Nothing(used) => Step::Nothing(used + 1),
            other => other,
        },
        _ => plain(bytes),
    }
}

/// A control character or a character of text.
fn plain(bytes: &[u8]) -> Step {
    let first = bytes[0];
    let ctrl = |c: u8| Step::Key(1, Key { ctrl: true, ..Key::char(char::from(c)) });
    match first {
        b'\r' | b'\n' => Step::Key(1, Key::new(Code::Enter)),
        b'\t' => Step::Key(1, Key::new(Code::Tab)),
        0x08 | 0x7f => Step::Key(1, Key::new(Code::Backspace)),
        0 => ctrl(b' '),
        0x01..=0x1a => ctrl(first + b'a' - 1),
        0x1b..=0x1f => ctrl(first + b'@'),
        b' '..=b'~' => Step::Key(1, Key::char(char::from(first))),
        _ => text(bytes),
    }
}

fn text(bytes: &[u8]) -> Step {
    let length = match bytes[0] {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return Step::Nothing(1),
    };
    let present = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(present) {
        Ok(text) => match text.chars().next() {
            Some(c) if !c.is_control() => Step::Key(length, Key::char(c)),
            _ => Step::Nothing(length),
        },
        Err(error) if error.error_len().is_none() => Step::Incomplete,
        Err(_) => Step::Nothing(1),
    }
}

/// A sequence after `ESC [`; lengths include these two bytes.
fn csi(rest: &[u8]) -> Step {
    // The Linux console: F1 is "ESC [ [ A".
    if let [b'[', tail @ ..] = rest {
        return match tail {
            [] => Step::Incomplete,
            [last @ b'A'..=b'E', ..] => Step::Key(4, Key::new(Code::F(last - b'A' + 1))),
            _ => Step::Nothing(3),
        };
    }
    match rest.iter().position(|byte| !(0x20..=0x3f).contains(byte)) {
        None if rest.len() > LONGEST => Step::Nothing(2 + rest.len()),
        None => Step::Incomplete,
        Some(end) if (0x40..=0x7e).contains(&rest[end]) => {
            let used = 2 + end + 1;
            let parameters = parameters(&rest[..end]);
            if rest[end] == b'~' && parameters[0] == 200 {
                return Step::PasteStart(used);
            }
            match key_of(rest[end], parameters) {
                Some(key) => Step::Key(used, key),
                None => Step::Nothing(used),
            }
        }
        // Something else began inside: drop the beginning, keep what follows.
        Some(end) => Step::Nothing(2 + end),
    }
}

/// The first three parameters; absent and unreadable ones are 0.
fn parameters(bytes: &[u8]) -> [u32; 3] {
    let mut list = [0; 3];
    for (slot, part) in list.iter_mut().zip(bytes.split(|byte| *byte == b';')) {
        // Of "97:65" (kitty) the first is the key.
        let digits = part.split(|byte| *byte == b':').next().unwrap_or_default();
        *slot = std::str::from_utf8(digits).ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    }
    list
}

fn key_of(last: u8, [first, second, third]: [u32; 3]) -> Option<Key> {
    let code = match last {
        b'~' if first == 27 => return modified(character(third)?, second),
        b'~' => tilde(first)?,
        b'u' => return modified(character(first)?, second),
        b'Z' => return Some(Key { shift: true, ..Key::new(Code::Tab) }),
        letter => ss3(letter).filter(|code| !matches!(code, Code::Char(_) | Code::Enter))?,
    };
    modified(code, second)
}

/// Adds modifiers as xterm counts them: one more than Shift 1, Alt 2, Control 4.
fn modified(code: Code, modifiers: u32) -> Option<Key> {
    let bits = modifiers.saturating_sub(1);
    Some(Key { code, shift: bits & 1 != 0, alt: bits & 2 != 0, ctrl: bits & 4 != 0 })
}

fn character(point: u32) -> Option<Code> {
    Some(match point {
        9 => Code::Tab,
        13 => Code::Enter,
        27 => Code::Esc,
        8 | 127 => Code::Backspace,
        point => Code::Char(char::from_u32(point).filter(|c| !c.is_control())?),
    })
}

fn tilde(number: u32) -> Option<Code> {
    Some(match number {
        1 | 7 => Code::Home,
        2 => Code::Insert,
        3 => Code::Delete,
        4 | 8 => Code::End,
        5 => Code::PgUp,
        6 => Code::PgDn,
        // The numbers skip one after F5 and one after F10.
        11..=15 => Code::F(number as u8 - 10),
        17..=21 => Code::F(number as u8 - 11),
        23 | 24 => Code::F(number as u8 - 12),
        _ => return None,
    })
}

fn ss3(last: u8) -> Option<Code> {
    Some(match last {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P'..=b'S' => Code::F(last - b'P' + 1),
        b'M' => Code::Enter,
        // The keypad in application mode.
        b'j'..=b'y' => Code::Char(char::from(last - 0x40)),
        _ => return None,
    })
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
