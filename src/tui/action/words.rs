//! How actions and keys are called in the reader's language.

use super::super::key::{Code, Key};
use super::{Action, Sequence};
use crate::text::{Shown, Texts, show};
use crate::text_id;

impl Action {
    /// Returns the short name: hint line and palette.
    pub fn label(self, texts: &Texts) -> Shown {
        texts.word("act", self.entry().id)
    }

    /// Returns the sentence of the help screen.
    pub fn help(self, texts: &Texts) -> Shown {
        texts.word("does", self.entry().id)
    }
}

impl Sequence {
    /// Returns the keys as they are called: `gg`, `Ctrl-r`, `Space`.
    pub fn shown(self, texts: &Texts) -> Shown {
        let keys = [Some(self.first), self.second];
        keys.into_iter().flatten().map(|key| key_name(key, texts)).collect()
    }
}

/// Returns a key as it is called in the reader's language.
pub fn key_name(key: Key, texts: &Texts) -> Shown {
    let named = match key.code {
        Code::Char(' ') => text_id!("key-space"),
        Code::Enter => text_id!("key-enter"),
        Code::Esc => text_id!("key-esc"),
        Code::Tab => text_id!("key-tab"),
        Code::Backspace => text_id!("key-backspace"),
        Code::Delete => text_id!("key-delete"),
        Code::Insert => text_id!("key-insert"),
        Code::Up => text_id!("key-up"),
        Code::Down => text_id!("key-down"),
        Code::Left => text_id!("key-left"),
        Code::Right => text_id!("key-right"),
        Code::Home => text_id!("key-home"),
        Code::End => text_id!("key-end"),
        Code::PgUp => text_id!("key-page-up"),
        Code::PgDn => text_id!("key-page-down"),
        Code::Char(_) | Code::F(_) => return show(&key.to_string()),
    };
    let mut shown = Shown::default();
    for (held, id) in
        [(key.ctrl, text_id!("key-ctrl")), (key.alt, text_id!("key-alt")), (key.shift, text_id!("key-shift"))]
    {
        if held {
            shown.push(&texts.get(id));
            shown.push(&Shown::fixed("-"));
        }
    }
    shown.push(&texts.get(named));
    shown
}
