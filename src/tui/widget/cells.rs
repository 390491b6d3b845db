//! The toggles of a record: cells of the catalogue as rows of a sheet, the same for every family.

use super::super::theme::Look;
use super::mark::{Standing, value_word};
use super::sheet::SheetRow;
use crate::domain::catalogue::{Catalogue, Entry, Key};
use crate::domain::cell::{Cell, Origin, State};
use crate::domain::value::Level;
use crate::text::Shown;

/// A cell of the store plus the draft, and the rank that the store alone has.
#[derive(Clone, Debug)]
pub struct Held {
    /// The cell, computed on the store plus the draft.
    pub cell: Cell,
    /// The rank in the store.
    pub stored: u8,
}

/// Makes one row for each cell.
pub fn rows(held: &[Held], catalogue: &Catalogue, look: &Look) -> Vec<SheetRow<Key>> {
    let row = |held: &Held| {
        let entry = catalogue.get(held.cell.key.as_str())?;
        let standing = Standing::of(&held.cell, held.stored);
        let mark = (standing.mark(entry, look), standing.tone());
        let remark = remark(held, entry, catalogue, look);
        Some(SheetRow::toggle(entry.key.clone(), mark, look.texts.entry_label(entry), remark))
    };
    held.iter().filter_map(row).collect()
}

/// Says why a cell is as it is, in a few words: what is locked says its reason, what is staged that it is.
pub fn remark(held: &Held, entry: &Entry, catalogue: &Catalogue, look: &Look) -> Shown {
    let texts = &look.texts;
    let staged = held.cell.rank != held.stored;
    match &held.cell.state {
        State::Locked(reason) => texts.reason_beside(catalogue, entry, reason),
        _ if staged => texts.get("cell-staged"),
        State::Ask(reason) => texts.reason_beside(catalogue, entry, reason),
        State::Free => held.cell.origin.map_or_else(Shown::default, |origin| came_from(origin, entry, look)),
    }
}

fn came_from(origin: Origin, entry: &Entry, look: &Look) -> Shown {
    let texts = &look.texts;
    let word = |level: Level| value_word(entry, level as u8, look);
    let own = origin.by_hand.unwrap_or(origin.role);
    if origin.effective < own {
        return texts.with("cell-held-back", &[("own", word(own).into())]);
    }
    match origin.by_hand {
        Some(_) => texts.with("cell-by-hand", &[("role", word(origin.role).into())]),
        None if origin.role > Level::None => texts.get("cell-from-role"),
        None => Shown::default(),
    }
}

/// Returns the rank that a toggle goes to: the other one, or round; `step` goes up or down by so much and stops.
pub fn next_rank(entry: &Entry, now: u8, step: Option<i8>) -> u8 {
    match step {
        None if now >= entry.top() => 0,
        None => now + 1,
        Some(step) => now.saturating_add_signed(step).min(entry.top()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, FR, look, screen};
    use super::super::sheet::Sheet;
    use super::*;
    use crate::domain::refusal::{Code, Refusal};
    use crate::text::{Glyphs, Lang};

    fn held(key: &str, rank: u8, stored: u8, state: State) -> Held {
        Held { cell: Cell { key: Key::new(key), rank, state, origin: None }, stored }
    }

    fn drawn(held: &[Held], kind: (Lang, Glyphs)) -> Vec<String> {
        let rows = rows(held, Catalogue::builtin(), &look(kind));
        screen(kind, 72, u16::try_from(held.len()).unwrap(), |canvas| Sheet::new(rows).draw(canvas, true))
    }

    #[test]
    fn one_widget_draws_the_toggles_of_a_user() {
        let held = [
            held("web_access", 1, 1, State::Locked(Refusal::new(Code::EssentialLocked))),
            held("manage_users", 0, 0, State::Free),
            held("manage_billable_items", 0, 0, State::Ask(Refusal::new(Code::OwnerOnly))),
            held("rest_api_administrator", 1, 0, State::Free),
        ];
        assert_eq!(
            drawn(&held, EN),
            [
                "> (x) Web access              Every user of the phone system has Essent…",
                "  [ ] Manage users",
                "  < > Manage billable items   Only the owner may do this. Ask the owner.",
                "  [+] REST API administrator  staged",
            ]
        );
        assert!(drawn(&held, FR)[3].starts_with("  [+] Administrateur de l’API REST"));
    }

    #[test]
    fn a_value_of_an_administrator_says_where_it_comes_from() {
        let origin = |role, by_hand, effective| Some(Origin { role, by_hand, effective });
        let mut cells =
            vec![held("users", 2, 2, State::Free), held("roles", 1, 1, State::Free), held("notes", 0, 0, State::Free)];
        cells[0].cell.origin = origin(Level::Manage, None, Level::Manage);
        cells[1].cell.origin = origin(Level::None, Some(Level::Manage), Level::View);
        cells[2].cell.origin = origin(Level::View, Some(Level::None), Level::None);
        assert_eq!(
            drawn(&cells, EN),
            [
                "> MANAGE  Users  from the role",
                "  view    Roles  held back by the parent: MANAGE without it",
                "  –       Notes  set by hand; the role gives view",
            ]
        );
    }

    #[test]
    fn space_goes_round_and_plus_and_minus_stop() {
        let catalogue = Catalogue::builtin();
        let (switch, three) = (catalogue.get("web_access").unwrap(), catalogue.get("users").unwrap());
        assert_eq!([0, 1].map(|now| next_rank(switch, now, None)), [1, 0]);
        assert_eq!([0, 1, 2].map(|now| next_rank(three, now, None)), [1, 2, 0]);
        assert_eq!([0, 1, 2].map(|now| next_rank(three, now, Some(1))), [1, 2, 2]);
        assert_eq!([0, 1, 2].map(|now| next_rank(three, now, Some(-1))), [0, 0, 1]);
    }

    /// A permission that only the catalogue knows is drawn like the others.
    #[test]
    fn a_new_entry_needs_no_code() {
        let catalogue = Catalogue::parse(
            "[[entry]]\nkey='fax'\nfamily='portal'\nlabel={en='Fax',fr='Télécopie'}\nabout={en='a',fr='b'}",
        )
        .unwrap();
        let rows = rows(&[held("fax", 1, 1, State::Free)], &catalogue, &look(FR));
        assert_eq!(screen(FR, 30, 1, |canvas| Sheet::new(rows).draw(canvas, false)), ["  [x] Télécopie"]);
    }
}
