//! The marks of what is held: one drawing for every family, told apart without colour.

use super::super::theme::{Look, Tone};
use crate::domain::catalogue::{Entry, Family};
use crate::domain::cell::{Cell, State};
use crate::text::{Glyphs, Shown};
use crate::text_id;

/// Whether a cell can be changed, as far as its drawing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// It can.
    Free,
    /// It may be asked for.
    Ask,
    /// It cannot.
    Locked,
}

impl From<&State> for Lock {
    fn from(state: &State) -> Self {
        match state {
            State::Free => Self::Free,
            State::Ask(_) => Self::Ask,
            State::Locked(_) => Self::Locked,
        }
    }
}

/// What the mark of a cell says: what is held, with the draft on top, and whether it can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The rank on the store plus the draft.
    pub now: u8,
    /// The rank in the store, where the draft changes it.
    pub before: Option<u8>,
    /// Whether it can be changed.
    pub lock: Lock,
}

impl Standing {
    /// Reads a cell computed on the store plus the draft; `stored` is the rank in the store alone.
    pub fn of(cell: &Cell, stored: u8) -> Self {
        Self { now: cell.rank, before: (stored != cell.rank).then_some(stored), lock: Lock::from(&cell.state) }
    }

    /// Says whether the draft changes it.
    pub const fn staged(self) -> bool {
        self.before.is_some()
    }

    /// Returns the tone of the mark: locked is dim, staged is bold.
    pub const fn tone(self) -> Tone {
        match (self.before, self.lock) {
            (Some(_), _) => Tone::Staged,
            (None, Lock::Locked) => Tone::Dim,
            (None, _) => Tone::Plain,
        }
    }

    /// Returns the mark of a cell of this entry.
    pub fn mark(self, entry: &Entry, look: &Look) -> Shown {
        if entry.is_switch() { self.switch() } else { self.value(entry, look) }
    }

    /// Returns the mark of an on/off cell.
    pub const fn switch(self) -> Shown {
        let on = self.now > 0;
        Shown::fixed(match (self.lock, self.before.is_some(), on) {
            (Lock::Free, false, true) => "[x]",
            (Lock::Free, false, false) => "[ ]",
            (Lock::Free, true, true) => "[+]",
            (Lock::Free, true, false) => "[-]",
            (Lock::Ask, false, true) => "<x>",
            (Lock::Ask, false, false) => "< >",
            (Lock::Ask, true, true) => "<+>",
            (Lock::Ask, true, false) => "<->",
            (Lock::Locked, _, true) => "(x)",
            (Lock::Locked, _, false) => "( )",
        })
    }

    /// Returns the mark of a cell with three levels that is no entry of the catalogue: a workspace.
    pub fn level(self, look: &Look) -> Shown {
        let word = |rank: u8| match rank {
            0 => nothing(look),
            1 => look.texts.get(text_id!("mark-view")),
            _ => look.texts.get(text_id!("mark-manage")),
        };
        self.framed(word)
    }

    fn value(self, entry: &Entry, look: &Look) -> Shown {
        self.framed(|rank| value_word(entry, rank, look))
    }

    fn framed(self, word: impl Fn(u8) -> Shown) -> Shown {
        let now = word(self.now);
        match (self.before, self.lock) {
            (Some(before), _) => Shown::join(&[word(before), now], &Shown::fixed(" > ")),
            (None, Lock::Free) => now,
            (None, Lock::Ask) => between("<", now, ">"),
            (None, Lock::Locked) => between("(", now, ")"),
        }
    }
}

/// Returns the word of a value in a list or a matrix: `–`, `view`, `MANAGE`; licences by their label.
pub fn value_word(entry: &Entry, rank: u8, look: &Look) -> Shown {
    if rank == 0 && !entry.is_switch() {
        return nothing(look);
    }
    match (entry.family, rank) {
        (Family::Resource, 1) => look.texts.get(text_id!("mark-view")),
        (Family::Resource, _) => look.texts.get(text_id!("mark-manage")),
        _ => look.texts.value_label(entry, rank),
    }
}

/// Returns the drawing of "nothing here".
pub const fn nothing(look: &Look) -> Shown {
    Shown::fixed(match look.theme.glyphs() {
        Glyphs::Unicode => "–",
        Glyphs::Ascii => "-",
    })
}

fn between(open: &'static str, word: Shown, close: &'static str) -> Shown {
    [Shown::fixed(open), word, Shown::fixed(close)].into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{ASCII, EN, FR, look};
    use super::*;
    use crate::domain::catalogue::Catalogue;

    fn mark(key: &str, now: u8, before: Option<u8>, lock: Lock, look: &Look) -> String {
        Standing { now, before, lock }.mark(Catalogue::builtin().get(key).unwrap(), look).into()
    }

    #[test]
    fn the_marks_of_a_switch_are_those_of_the_legend() {
        let look = look(EN);
        let marks = |lock| {
            [(1, None), (0, None), (1, Some(0)), (0, Some(1))]
                .map(|(now, before)| mark("web_access", now, before, lock, &look))
        };
        assert_eq!(marks(Lock::Free), ["[x]", "[ ]", "[+]", "[-]"]);
        assert_eq!(marks(Lock::Ask), ["<x>", "< >", "<+>", "<->"]);
        assert_eq!(marks(Lock::Locked)[..2], ["(x)", "( )"]);
    }

    #[test]
    fn three_values_are_told_apart_without_colour() {
        let look_en = look(EN);
        let marks = |lock| [0, 1, 2].map(|now| mark("users", now, None, lock, &look_en));
        assert_eq!(marks(Lock::Free), ["–", "view", "MANAGE"]);
        assert_eq!(marks(Lock::Locked), ["(–)", "(view)", "(MANAGE)"]);
        assert_eq!(marks(Lock::Ask), ["<–>", "<view>", "<MANAGE>"]);
        assert_eq!(mark("users", 2, Some(1), Lock::Free, &look_en), "view > MANAGE");
        assert_eq!(mark("users", 0, Some(2), Lock::Free, &look(ASCII)), "MANAGE > -");
        assert_eq!(mark("users", 1, Some(0), Lock::Free, &look(FR)), "– > voir");
        assert_eq!(mark("supervisor_level", 2, Some(1), Lock::Free, &look(FR)), "Rapports > Analytique");
        assert_eq!(mark("access_type", 1, None, Lock::Locked, &look_en), "(Essential)");
    }

    #[test]
    fn locked_is_dim_and_staged_is_bold() {
        assert_eq!(Standing { now: 1, before: None, lock: Lock::Locked }.tone(), Tone::Dim);
        assert_eq!(Standing { now: 1, before: Some(0), lock: Lock::Free }.tone(), Tone::Staged);
    }
}
