//! The hint line: the keys of a place, from the table, the most useful first.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use crate::text::Shown;

/// Blanks between two hints.
const GAP: u16 = 3;

/// Returns the actions of a place that are hinted at, the most useful first.
///
/// `live` says whether an action can do anything here and now, so that the line is always true.
pub fn actions(look: &Look, place: Place, live: impl Fn(Action) -> bool) -> Vec<Action> {
    let mut hinted: Vec<(u8, Action)> = Action::table()
        .iter()
        .filter(|entry| entry.scope.has(place) && live(entry.action))
        .filter(|entry| look.keymap.keys(entry.action, place).next().is_some())
        .filter_map(|entry| Some((entry.hint?, entry.action)))
        .collect();
    hinted.sort_by_key(|(rank, _)| *rank);
    hinted.into_iter().map(|(_, action)| action).collect()
}

/// Draws the hints on one row; where they do not all fit, back and help stay.
pub fn draw(canvas: &mut Canvas<'_>, place: Place, live: impl Fn(Action) -> bool) {
    let actions = actions(canvas.look, place, live);
    let stay = actions.iter().filter(|action| matches!(action, Action::Back | Action::Help)).count();
    let hint = |action: Action| (canvas.look.key(action, place), action.label(&canvas.look.texts));
    let hints: Vec<(Shown, Shown)> = actions.into_iter().map(hint).collect();
    line(canvas, &hints, stay);
}

/// Draws keys with what they do on one row; where they do not all fit, so many of the last ones stay.
pub fn line(canvas: &mut Canvas<'_>, hints: &[(Shown, Shown)], stay: usize) {
    let width = |(key, label): &(Shown, Shown)| columns(key) + 1 + columns(label) + GAP;
    let kept = hints.len().saturating_sub(stay);
    let tail: u16 = hints[kept..].iter().map(width).sum();
    let mut x = 0;
    let mut full = false;
    for (index, hint) in hints.iter().enumerate() {
        let reserved = if index < kept { tail } else { 0 };
        full = (full && index < kept) || x + width(hint) + reserved > canvas.width() + GAP;
        if full {
            continue;
        }
        x = canvas.text(x, 0, &hint.0, Tone::Key) + 1;
        x = canvas.text(x, 0, &hint.1, Tone::Plain) + GAP;
    }
}

/// Draws keys with what they do over as many rows as there are.
pub fn flow(canvas: &mut Canvas<'_>, hints: &[(Shown, Shown)]) {
    canvas.clear();
    flow_from(canvas, 0, hints);
}

/// Draws keys with what they do over as many rows as it takes, from a row on, and returns the row after it. A key is never
/// parted from what it does.
pub fn flow_from(canvas: &mut Canvas<'_>, y: u16, hints: &[(Shown, Shown)]) -> u16 {
    let (mut x, mut y) = (0, y);
    for (key, label) in hints {
        if x > 0 && x + columns(key) + 1 + columns(label) > canvas.width() {
            (x, y) = (0, y + 1);
        }
        x = canvas.text(x, y, key, Tone::Key) + 1;
        x = canvas.text(x, y, label, Tone::Plain) + GAP;
    }
    if x > 0 { y + 1 } else { y }
}

/// Draws what may follow a prefix, in place of the hints.
pub fn continuations(canvas: &mut Canvas<'_>, prefix: super::super::key::Key, place: Place) {
    let look = canvas.look;
    let follow: Vec<_> = look.keymap.continuations(prefix, place).collect();
    let mut x = canvas.text(0, 0, &super::super::action::key_name(prefix, &look.texts), Tone::Key) + GAP;
    for (key, action) in follow {
        let (key, label) = (super::super::action::key_name(key, &look.texts), action.label(&look.texts));
        if x + columns(&key) + 1 + columns(&label) > canvas.width() {
            return;
        }
        x = canvas.text(x, 0, &key, Tone::Key) + 1;
        x = canvas.text(x, 0, &label, Tone::Plain) + GAP;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::key::Key;
    use super::super::super::place::Tab;
    use super::super::super::testing::{EN, FR, screen};
    use super::*;

    fn hints(kind: (crate::text::Lang, crate::text::Glyphs), width: u16, place: Place) -> String {
        screen(kind, width, 1, |canvas| draw(canvas, place, |_| true)).remove(0)
    }

    #[test]
    fn hints_come_from_the_table_and_fit() {
        assert_eq!(
            hints(EN, 80, Place::Record(Tab::Users)),
            "Enter open it   Space toggle   w review   x why   X who can   Esc back   ? help"
        );
        assert_eq!(hints(FR, 60, Place::Matrix), "Espace basculer   Échap retour   ? aide");
        assert_eq!(hints(EN, 60, Place::Form), "Tab next field   Enter accept   F2 save   Esc back   F1 help");
        assert!(hints(EN, 120, Place::List(Tab::Tickets)).starts_with("t take   a approve   r reject   c comment"));
    }

    #[test]
    fn what_cannot_be_done_is_not_hinted_at() {
        let line = screen(EN, 80, 1, |canvas| draw(canvas, Place::List(Tab::Users), |action| action != Action::New));
        assert!(!line[0].contains("new"), "{}", line[0]);
    }

    #[test]
    fn a_prefix_shows_what_may_follow() {
        let line = screen(EN, 60, 1, |canvas| continuations(canvas, Key::char('g'), Place::Order));
        assert_eq!(line[0], "g   g first row   J to the end   K to the top");
    }
}
