//! The editor of the communication orders: two lists, edited as a draft.

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::event::Event;
use super::super::place::{Place, digit};
use super::super::theme::Tone;
use super::scroll::Scroll;
use crate::domain::value::OrderList;
use crate::text::Shown;

/// One contact of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The number of the contact.
    pub contact: i64,
    /// Its name.
    pub name: Shown,
    /// Its telephone number.
    pub phone: Shown,
}

/// What stands before a name, and how wide it is said where a row stood.
const BEFORE: u16 = 7;
const WAS: u16 = 9;

/// The width of a telephone number.
const PHONE: u16 = 16;

#[derive(Clone, Debug, Default)]
struct List {
    rows: Vec<Ranked>,
    stored: Vec<i64>,
    scroll: Scroll,
}

/// The two orders.
#[derive(Clone, Debug)]
pub struct OrderEditor {
    lists: [List; 2],
    focus: usize,
    carry: Option<String>,
    /// The orders as they were before each change that was made here, the newest last.
    past: Vec<(usize, Vec<Ranked>)>,
}

/// What came of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordered {
    /// It was a move of the cursor, or nothing changed.
    Used,
    /// This order is another one now: stage it whole.
    Changed(OrderList),
    /// A contact is to be chosen for this order: answer with [`OrderEditor::add`].
    Add(OrderList),
    /// The event is for somebody else.
    Passed,
}

impl OrderEditor {
    /// Creates the editor; `rows` are the orders with the draft on top, `stored` those of the store.
    pub fn new(rows: [Vec<Ranked>; 2], stored: [Vec<i64>; 2]) -> Self {
        let [technical, financial] = rows;
        let [stored_technical, stored_financial] = stored;
        let list = |rows, stored| List { rows, stored, scroll: Scroll::default() };
        Self {
            lists: [list(technical, stored_technical), list(financial, stored_financial)],
            focus: 0,
            carry: None,
            past: Vec::new(),
        }
    }

    /// Puts the cursor on a contact of an order, or at its top.
    pub fn go_to(&mut self, list: OrderList, contact: Option<i64>) {
        self.focus = list as usize;
        let target = &mut self.lists[self.focus];
        target.scroll.row = target.rows.iter().position(|row| Some(row.contact) == contact).unwrap_or(0);
    }

    /// Returns where its keys are looked up: with a row picked up, digits are its rank.
    pub fn place(&self) -> Place {
        if self.carry.is_some() { Place::Carry } else { Place::Order }
    }

    /// Returns the order that has the focus.
    pub fn open(&self) -> OrderList {
        OrderList::ALL[self.focus]
    }

    /// Returns the whole order as it now is.
    pub fn contacts(&self, list: OrderList) -> Vec<i64> {
        self.lists[list as usize].rows.iter().map(|row| row.contact).collect()
    }

    /// Returns the contact that is selected.
    pub fn selected(&self) -> Option<&Ranked> {
        let list = &self.lists[self.focus];
        list.rows.get(list.scroll.row)
    }

    /// Adds a contact at the end; one that is there already is only selected (C-26).
    pub fn add(&mut self, list: OrderList, contact: Ranked) -> Ordered {
        let target = &mut self.lists[list as usize];
        if let Some(at) = target.rows.iter().position(|row| row.contact == contact.contact) {
            target.scroll.row = at;
            return Ordered::Used;
        }
        self.past.push((list as usize, target.rows.clone()));
        target.rows.push(contact);
        target.scroll.row = target.rows.len() - 1;
        Ordered::Changed(list)
    }

    /// Takes an event.
    pub fn on(&mut self, event: Event<'_>) -> Ordered {
        let open = self.open();
        let row = self.lists[self.focus].scroll.row;
        match event {
            Event::Type(character) => {
                if let (Some(rank), Some(digit)) = (&mut self.carry, digit(character)) {
                    rank.push(char::from(b'0' + digit));
                }
                Ordered::Used
            }
            Event::Action(Action::PickUp) => {
                self.carry = if self.carry.is_none() && self.selected().is_some() { Some(String::new()) } else { None };
                Ordered::Used
            }
            Event::Action(Action::Accept) if self.carry.is_some() => {
                let rank = self.carry.take().and_then(|rank| rank.parse::<usize>().ok());
                rank.map_or(Ordered::Used, |rank| self.send(row, rank.saturating_sub(1)))
            }
            Event::Action(Action::Back) if self.carry.is_some() => {
                self.carry = None;
                Ordered::Used
            }
            Event::Action(Action::MoveDown) => self.send(row, row + 1),
            Event::Action(Action::MoveUp) => self.send(row, row.saturating_sub(1)),
            Event::Action(Action::MoveLast) => self.send(row, usize::MAX),
            Event::Action(Action::MoveFirst) => self.send(row, 0),
            Event::Action(Action::TakeOut) if row < self.lists[self.focus].rows.len() => {
                self.past.push((self.focus, self.lists[self.focus].rows.clone()));
                self.lists[self.focus].rows.remove(row);
                Ordered::Changed(open)
            }
            Event::Action(Action::Undo) if !self.past.is_empty() => self.take_back(),
            Event::Action(Action::AddToOrder) => Ordered::Add(open),
            Event::Action(Action::NextColumn | Action::PreviousColumn) => {
                self.focus = 1 - self.focus;
                Ordered::Used
            }
            Event::Action(action) => self.walk(action, row),
            Event::Paste(_) => Ordered::Used,
            Event::Unknown(_) => Ordered::Passed,
        }
    }

    /// Moves the cursor, and with it the row that is picked up.
    fn walk(&mut self, action: Action, row: usize) -> Ordered {
        let carrying = self.carry.is_some();
        let list = &mut self.lists[self.focus];
        let mut scroll = list.scroll;
        if !scroll.on(action, list.rows.len()) {
            return Ordered::Passed;
        }
        if carrying {
            return self.send(row, scroll.row);
        }
        list.scroll = scroll;
        Ordered::Used
    }

    /// Sends a row to a rank, the last one where there is none so high; the cursor goes with it.
    fn send(&mut self, from: usize, to: usize) -> Ordered {
        let open = self.open();
        let list = &mut self.lists[self.focus];
        let to = to.min(list.rows.len().saturating_sub(1));
        list.scroll.row = to;
        if from == to || from >= list.rows.len() {
            return Ordered::Used;
        }
        self.past.push((self.focus, list.rows.clone()));
        let row = list.rows.remove(from);
        list.rows.insert(to, row);
        Ordered::Changed(open)
    }

    /// Takes the last change that was made here back.
    fn take_back(&mut self) -> Ordered {
        let Some((list, rows)) = self.past.pop() else { return Ordered::Passed };
        (self.focus, self.carry) = (list, None);
        let target = &mut self.lists[list];
        let moved = target.rows.iter().zip(&rows).position(|(now, before)| now.contact != before.contact);
        target.scroll.row = moved.unwrap_or(target.scroll.row).min(rows.len().saturating_sub(1));
        target.rows = rows;
        Ordered::Changed(self.open())
    }

    /// Draws both orders side by side; under 60 columns the open one alone.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        if canvas.width() < 60 {
            return self.list(canvas, self.focus);
        }
        let half = canvas.width() / 2;
        self.list(&mut canvas.part(0, 0, half.saturating_sub(1), u16::MAX), 0);
        canvas.part(half, 0, 1, u16::MAX).pillar(0);
        self.list(&mut canvas.part(half + 2, 0, u16::MAX, u16::MAX), 1);
    }

    fn list(&mut self, canvas: &mut Canvas<'_>, which: usize) {
        let focus = self.focus == which;
        let texts = &canvas.look.texts;
        let list = &mut self.lists[which];
        let tone = if focus { Tone::Chosen } else { Tone::Title };
        let title = texts.label(OrderList::ALL[which]);
        let edited = texts.get("order-edited");
        let carry = self.carry.as_ref().filter(|_| focus);
        let end = canvas.text(1, 0, &title, tone);
        if let Some(rank) = carry {
            let carrying = canvas.look.texts.with("order-carried", &[("rank", rank.into())]);
            canvas.text(end + 2, 0, &carrying, Tone::Warning);
        } else if !list.rows.iter().map(|row| row.contact).eq(list.stored.iter().copied()) {
            let start = canvas.width().saturating_sub(columns(&edited) + 1).max(end + 2);
            canvas.text(start, 0, &edited, Tone::Staged);
        }
        let mut rows = canvas.below(1);
        if list.rows.is_empty() {
            let key = rows.look.key(Action::AddToOrder, Place::Order);
            let empty = rows.look.texts.with("order-empty", &[("key", key.into())]);
            rows.part(1, 1, u16::MAX, u16::MAX).paragraph(0, &empty, Tone::Dim);
        }
        // Where room is short, whole names and where they stood matter more than numbers.
        let widest = list.rows.iter().map(|row| columns(&row.name)).max().unwrap_or(0);
        let phones = rows.width() >= BEFORE + widest.clamp(12, 20) + 2 + PHONE;
        let beside = BEFORE + 2 + if phones { PHONE } else { WAS };
        let name = widest.min(rows.width().saturating_sub(beside).max(12));
        let seen = list.scroll.seen(list.rows.len(), rows.height());
        for (y, index) in (0..).zip(seen) {
            let row = &list.rows[index];
            let selected = focus && index == list.scroll.row;
            let tone = if selected { Tone::Strong } else { Tone::Plain };
            if selected {
                rows.text(1, y, &Shown::fixed(if carry.is_some() { "=" } else { ">" }), Tone::Chosen);
            }
            let x = rows.cell_right(2, y, 3, &Shown::digits(index as i64 + 1), tone) + 2;
            let x = rows.cell(x, y, name, &row.name, tone) + 2;
            let was = match list.stored.iter().position(|contact| *contact == row.contact) {
                Some(at) if at == index => None,
                Some(at) => Some(rows.look.texts.with("order-was", &[("rank", (at + 1).into())])),
                None => Some(rows.look.texts.get("order-new")),
            };
            let narrow = !phones || x + PHONE + 2 + was.as_ref().map_or(0, columns) > rows.width();
            match was {
                Some(was) if narrow => drop(rows.text(x, y, &was, Tone::Staged)),
                None if !phones => {}
                was => {
                    let x = rows.cell(x, y, PHONE, &row.phone, Tone::Plain) + 2;
                    was.map(|was| rows.text(x, y, &was, Tone::Staged));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, press, screen};
    use super::*;
    use crate::text::show;

    fn row(contact: i64, name: &str) -> Ranked {
        Ranked { contact, name: show(name), phone: show(&format!("514 555 010{contact}")) }
    }

    fn editor() -> OrderEditor {
        let technical = vec![row(1, "Ana Tremblay"), row(3, "Bob Côté"), row(4, "Nadia Benali"), row(2, "Cléo Martin")];
        OrderEditor::new([technical, vec![row(3, "Bob Côté")]], [vec![1, 3, 4, 2], vec![3]])
    }

    fn keys(editor: &mut OrderEditor, keys: &str) -> Ordered {
        let mut last = Ordered::Passed;
        press(editor, keys, OrderEditor::place, |editor, event| last = editor.on(event));
        last
    }

    fn technical(editor: &OrderEditor) -> Vec<i64> {
        editor.contacts(OrderList::Technical)
    }

    #[test]
    fn c_27_rows_move_by_one_to_the_ends_and_to_a_rank() {
        let mut editor = editor();
        for (typed, order) in [
            ("J", [3, 1, 4, 2]),
            ("Alt-Down", [3, 4, 1, 2]),
            ("g K", [1, 3, 4, 2]),
            ("g J", [3, 4, 2, 1]),
            ("K", [3, 4, 1, 2]),
            ("m 1 Enter", [1, 3, 4, 2]),
            ("m k k j j m", [3, 4, 1, 2]),
            ("m 9 9 Enter", [3, 4, 2, 1]),
            ("m & Enter", [1, 3, 4, 2]),
        ] {
            keys(&mut editor, typed);
            assert_eq!(technical(&editor), order, "{typed}");
        }
        assert_eq!(keys(&mut editor, "K"), Ordered::Used, "the first stays the first");
        assert_eq!(keys(&mut editor, "x"), Ordered::Passed, "what it does not know is for the console");
    }

    #[test]
    fn what_was_changed_here_is_taken_back_step_by_step() {
        let mut editor = editor();
        assert_eq!(keys(&mut editor, "u"), Ordered::Passed, "nothing was changed yet");
        keys(&mut editor, "J d Right d");
        assert_eq!(keys(&mut editor, "u"), Ordered::Changed(OrderList::Financial));
        assert_eq!(editor.contacts(OrderList::Financial), [3]);
        assert_eq!(keys(&mut editor, "u"), Ordered::Changed(OrderList::Technical));
        assert_eq!((technical(&editor), editor.selected().map(|row| row.contact)), (vec![3, 1, 4, 2], Some(1)));
        keys(&mut editor, "u");
        assert_eq!(technical(&editor), [1, 3, 4, 2]);
        assert_eq!(keys(&mut editor, "u"), Ordered::Passed);
    }

    #[test]
    fn c_24_c_26_a_contact_is_added_once() {
        let mut editor = editor();
        assert_eq!(keys(&mut editor, "Right a"), Ordered::Add(OrderList::Financial));
        let ana = row(1, "Ana Tremblay");
        assert_eq!(editor.add(OrderList::Financial, ana.clone()), Ordered::Changed(OrderList::Financial));
        assert_eq!(editor.add(OrderList::Financial, ana), Ordered::Used);
        assert_eq!(editor.contacts(OrderList::Financial), [3, 1]);
        assert_eq!(keys(&mut editor, "d"), Ordered::Changed(OrderList::Financial));
        assert_eq!(keys(&mut editor, "d d"), Ordered::Passed, "nothing is left to take out");
        assert_eq!(technical(&editor), [1, 3, 4, 2], "the other order is untouched");
    }

    #[test]
    fn what_moved_says_where_it_was() {
        let mut editor = editor();
        keys(&mut editor, "G m 2 Enter");
        assert_eq!(
            screen(EN, 100, 5, |canvas| editor.draw(canvas)),
            [
                " Technical                   edited, not applied  │  Financial",
                "    1  Ana Tremblay  514 555 0101                 │     1  Bob Côté  514 555 0103",
                " >  2  Cléo Martin   514 555 0102      was 4      │",
                "    3  Bob Côté      514 555 0103      was 2      │",
                "    4  Nadia Benali  514 555 0104      was 3      │",
            ]
        );
    }

    #[test]
    fn a_row_picked_up_shows_the_rank_typed() {
        let mut editor = editor();
        keys(&mut editor, "m 1 2");
        let lines = screen(EN, 50, 3, |canvas| editor.draw(canvas));
        assert_eq!(lines[0], " Technical  picked up, to rank 12");
        assert!(lines[1].starts_with(" =  1  Ana Tremblay"));
    }
}
