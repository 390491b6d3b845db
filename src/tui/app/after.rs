//! Keys that wait for one more: the mark of a permission, the column of a sort. What may follow is on screen.

use std::sync::Arc;

use super::super::action::{Action, Resolved, key_name};
use super::super::key::Key;
use super::App;
use crate::domain::catalogue::Family;
use crate::domain::cell::contact_command;
use crate::domain::id::{ContactId, Kind, Subject};
use crate::domain::norm::fold;
use crate::service::view::Sort;
use crate::text::{Shown, Texts, show};

/// What the next key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Awaited {
    /// The mark of a permission of this contact (C-17).
    Mark(ContactId),
    /// The column to sort by.
    Column,
}

impl App {
    /// Waits for the mark of a permission of the selected contact.
    pub(super) fn await_mark(&mut self) {
        match self.subject(Action::ToggleFromList) {
            Some(Subject { kind: Kind::Contact, id }) => self.awaited = Some(Awaited::Mark(ContactId(id))),
            Some(_) => self.not_here(Action::ToggleFromList),
            None => {}
        }
    }

    /// Waits for the column to sort by, where there is more than one.
    pub(super) fn await_column(&mut self) {
        let sorts = self.tabs.pane().map_or(&[][..], |pane| pane.sorts());
        if sorts.len() > 1 {
            self.awaited = Some(Awaited::Column);
            return;
        }
        let texts = &self.desk.look.texts;
        let text = match sorts.first() {
            Some(only) => texts.with("sort-only", &[("by", texts.word("sort", only.as_str()).into())]),
            None => texts.get("sort-none"),
        };
        self.desk.refuse(text);
    }

    /// Takes the key that was waited for; one that goes back ends the waiting.
    pub(super) fn follow_up(&mut self, what: Awaited, key: Key) {
        self.desk.say(Shown::default());
        if self.desk.look.keymap.resolve(None, key, self.place()) == Resolved::Action(Action::Back) {
            return;
        }
        let texts = &self.desk.look.texts;
        let typed = key.typed().map(|typed| fold(&typed.to_string()));
        let follows = self.may_follow(what);
        let Some(at) = follows.iter().position(|(letter, _)| Some(fold(&letter.to_string())) == typed) else {
            let known: Vec<String> = follows.iter().map(|(letter, _)| letter.to_string()).collect();
            let args = [("key", key_name(key, texts).into()), ("known", known.join(" ").into())];
            let text = texts.with("after-unknown", &args);
            self.desk.refuse(text);
            return;
        };
        match what {
            Awaited::Mark(contact) => self.toggle_mark(contact, at),
            Awaited::Column => {
                let Some(pane) = self.tabs.pane_mut() else { return };
                if let Some(sort) = pane.sorts().get(at) {
                    pane.sort_by(*sort);
                    let name = texts.word("sort", sort.as_str());
                    let text = texts.with("pane-sorted", &[("by", name.into())]);
                    self.desk.say(text);
                }
            }
        }
    }

    /// What may follow, each with its letter.
    pub(super) fn may_follow(&self, what: Awaited) -> Vec<(char, Shown)> {
        let texts = &self.desk.look.texts;
        match what {
            Awaited::Mark(_) => {
                let marked = self.desk.catalogue.family(Family::Contact);
                marked.filter_map(|entry| Some((entry.mark?.to_ascii_lowercase(), texts.entry_label(entry)))).collect()
            }
            Awaited::Column => lettered(self.tabs.pane().map_or(&[][..], |pane| pane.sorts()), texts),
        }
    }

    /// The same as keys and labels, for the hint line.
    pub(super) fn continuations(&self, what: Awaited) -> Vec<(Shown, Shown)> {
        let follows = self.may_follow(what);
        follows.into_iter().map(|(letter, label)| (show(&letter.to_string()), label)).collect()
    }

    /// C-17: `p` and the mark of a permission toggles it from the list.
    fn toggle_mark(&mut self, contact: ContactId, at: usize) {
        let catalogue = Arc::clone(&self.desk.catalogue);
        let Some(entry) = catalogue.family(Family::Contact).filter(|entry| entry.mark.is_some()).nth(at) else {
            return;
        };
        match self.desk.console.contact_cells(contact, &self.desk.staged) {
            Ok((contact, _)) => {
                let on = contact.rank(entry.key.as_str()) == 0;
                self.stage(vec![contact_command(&contact, &entry.key, on)], false);
            }
            Err(error) => drop(self.failed(&error)),
        }
    }
}

/// Gives each sort a letter of its name that no sort before it has.
fn lettered(sorts: &[Sort], texts: &Texts) -> Vec<(char, Shown)> {
    let mut taken: Vec<(char, Shown)> = Vec::new();
    for sort in sorts {
        let label = texts.word("sort", sort.as_str());
        let folded = fold(label.as_str());
        let mut free = folded.chars().chain('1'..='9').filter(|c| c.is_ascii_alphanumeric());
        let letter = free.find(|letter| taken.iter().all(|(other, _)| other != letter)).unwrap_or('0');
        taken.push((letter, label));
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::view::{List, sorts_of};
    use crate::text::Lang;

    #[test]
    fn each_column_has_a_letter_of_its_own() {
        for lang in Lang::ALL {
            let letters: Vec<char> =
                lettered(sorts_of(List::Tickets), &Texts::new(lang)).into_iter().map(|(letter, _)| letter).collect();
            let mut once = letters.clone();
            once.sort_unstable();
            once.dedup();
            assert_eq!((once.len(), letters.contains(&'0')), (letters.len(), false), "{lang}: {letters:?}");
        }
        let users: String =
            lettered(sorts_of(List::Users), &Texts::new(Lang::En)).into_iter().map(|(letter, _)| letter).collect();
        assert_eq!(users, "nesl");
    }
}
