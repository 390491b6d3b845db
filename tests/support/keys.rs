//! What a keyboard sends.

pub const ENTER: &str = "\r";
pub const ESC: &str = "\x1b";
pub const TAB: &str = "\t";
pub const SHIFT_TAB: &str = "\x1b[Z";
pub const BACKSPACE: &str = "\x7f";
pub const DELETE: &str = "\x1b[3~";
pub const UP: &str = "\x1b[A";
pub const DOWN: &str = "\x1b[B";
pub const RIGHT: &str = "\x1b[C";
pub const LEFT: &str = "\x1b[D";
pub const HOME: &str = "\x1b[H";
pub const END: &str = "\x1b[F";
pub const PG_UP: &str = "\x1b[5~";
pub const PG_DN: &str = "\x1b[6~";
pub const F1: &str = "\x1bOP";

/// Control and a letter.
pub fn ctrl(letter: char) -> String {
    char::from(letter as u8 & 0x1f).to_string()
}

/// Text as a terminal pastes it.
pub fn paste(text: &str) -> String {
    format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r"))
}
