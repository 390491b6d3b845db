//! The editor of the communication orders as a layer: every change of an order is staged whole, in place of the last.

use std::rc::Rc;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use super::super::widget::choice::{Choice, Chosen, Item};
use super::super::widget::order::{OrderEditor, Ordered, Ranked};
use super::Message;
use crate::domain::command::{Command, Ref, SetCommunicationOrder};
use crate::domain::id::ContactId;
use crate::domain::record::Contact;
use crate::domain::value::OrderList;
use crate::service::view::{ContactRow, Filter, From, List, Query, Sort, terms_of};
use crate::service::{Console, Result};
use crate::text::{Shown, show};

/// How many contacts are offered at once.
const OFFERED: usize = 20;

/// The least rows and columns around the two lists.
const ROOM: (u16, u16) = (116, 24);

/// Both orders, and the picker of a contact over them.
pub struct OrderLayer {
    editor: OrderEditor,
    names: Vec<(i64, String)>,
    console: Rc<Console>,
    adding: Option<(OrderList, Choice<Ranked>)>,
    refusal: Option<Shown>,
}

/// Opens the editor with the orders of the store, the draft on top.
///
/// # Errors
/// Not allowed (the orders are for holders of all sites), signed out, or the store.
pub fn open(desk: &Desk) -> Result<OrderLayer> {
    let console = Rc::new(desk.console.again()?);
    let mut names = Vec::new();
    let mut read = |list: OrderList, staged: &[Command]| -> Result<Vec<Ranked>> {
        let contacts = console.order(list, staged)?;
        names.extend(contacts.iter().map(|contact| (contact.id.0, contact.name.clone())));
        Ok(contacts.iter().map(ranked).collect())
    };
    let stored = [read(OrderList::Technical, &[])?, read(OrderList::Financial, &[])?];
    let mut rows = stored.clone();
    for (list, rows) in [OrderList::Technical, OrderList::Financial].into_iter().zip(&mut rows) {
        if let Some(staged) = staged(desk, &console, list)? {
            *rows = staged.iter().map(ranked).collect();
            names.extend(staged.into_iter().map(|contact| (contact.id.0, contact.name)));
        }
    }
    let stored = stored.map(|rows| rows.iter().map(|row| row.contact).collect());
    Ok(OrderLayer { editor: OrderEditor::new(rows, stored), names, console, adding: None, refusal: None })
}

/// An order as it is staged, of those contacts that are still there; none where it is not staged.
fn staged(desk: &Desk, console: &Console, list: OrderList) -> Result<Option<Vec<Contact>>> {
    let order = desk.staged.iter().rev().find_map(|command| match command {
        Command::SetCommunicationOrder(order) if order.list == list => Some(order),
        _ => None,
    });
    let Some(order) = order else { return Ok(None) };
    let numbers: Vec<i64> = order.contacts.iter().filter_map(Ref::number).collect();
    Ok(Some(console.all_drafted(&numbers, &desk.staged)?))
}

fn ranked(contact: &Contact) -> Ranked {
    let phone = contact.phones.first().map(|phone| show(&phone.number)).unwrap_or_default();
    Ranked { contact: contact.id.0, name: show(&contact.name), phone }
}

impl OrderLayer {
    /// Puts the cursor on a contact of an order, or at its top.
    #[must_use]
    pub fn at(mut self, list: OrderList, contact: Option<ContactId>) -> Self {
        self.editor.go_to(list, contact.map(|contact| contact.0));
        self
    }

    /// The whole order as it now is, to be staged in place of the one staged before.
    fn changed(&mut self, list: OrderList) -> Answer<Message> {
        let name = |number: i64| self.names.iter().find(|(n, _)| *n == number).map(|(_, name)| name.clone());
        let reference = |number: i64| Ref::pinned(name(number).unwrap_or_default(), number);
        let contacts = self.editor.contacts(list).into_iter().map(reference).collect();
        Answer::Say(Message::Replace { commands: vec![SetCommunicationOrder { list, contacts }.into()] })
    }

    fn heed(&mut self, ordered: Ordered) -> Answer<Message> {
        match ordered {
            Ordered::Used => Answer::Used,
            Ordered::Changed(list) => self.changed(list),
            Ordered::Add(list) => {
                let console = Rc::clone(&self.console);
                let lookup = Box::new(move |typed: &str| offered(&console, typed));
                self.adding = Some((list, Choice::with_lookup(Vec::new(), Some(lookup))));
                Answer::Used
            }
            Ordered::Passed => Answer::Passed,
        }
    }

    fn on_choice(&mut self, list: OrderList, mut choice: Choice<Ranked>, event: Event<'_>) -> Answer<Message> {
        match choice.on(event) {
            Chosen::Picked(contact) => {
                self.names.push((contact.contact, contact.name.to_string()));
                let ordered = self.editor.add(list, contact);
                self.heed(ordered)
            }
            Chosen::Closed => Answer::Used,
            Chosen::Used | Chosen::Passed => {
                self.adding = Some((list, choice));
                Answer::Used
            }
        }
    }
}

/// What the orders are for (C-20), and the keys that move a row.
fn foot(look: &Look) -> Shown {
    let key = |action| look.key(action, Place::Order).into();
    let keys = [
        ("down", key(Action::MoveDown)),
        ("up", key(Action::MoveUp)),
        ("last", key(Action::MoveLast)),
        ("first", key(Action::MoveFirst)),
        ("pick", key(Action::PickUp)),
    ];
    Shown::join(&[look.texts.get("orders-foot"), look.texts.with("orders-keys", &keys)], &Shown::fixed("\n"))
}

/// The contacts that fit what is typed (C-25: only those of the main list).
fn offered(console: &Console, typed: &str) -> Vec<Item<Ranked>> {
    let filter = Filter::parse(typed, terms_of(List::Contacts));
    let query = Query { list: List::Contacts, filter, sort: Sort::Name, descending: false };
    let rows = console.window::<ContactRow>(&query, &From::Start, OFFERED).unwrap_or_default();
    let item = |row: ContactRow| {
        let phone = row.phone.as_deref().map(show).unwrap_or_default();
        let contact = Ranked { contact: row.id.0, name: show(&row.name), phone: phone.clone() };
        let more = [Some(phone), row.email.as_deref().map(show)];
        let remark = Shown::join(more.iter().flatten().filter(|text| !text.is_empty()), &Shown::fixed("  "));
        Item::new(contact, show(&row.name)).remark(remark)
    };
    rows.into_iter().map(|(_, row)| item(row)).collect()
}

impl Layer<Message> for OrderLayer {
    fn place(&self) -> Place {
        if self.adding.is_some() { Place::Choice } else { self.editor.place() }
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.refusal = None;
        if let Some((list, choice)) = self.adding.take() {
            return self.on_choice(list, choice, event);
        }
        match (self.editor.on(event), event) {
            (Ordered::Passed, Event::Action(Action::Back)) => Answer::Close,
            (Ordered::Passed, Event::Action(Action::Review)) => Answer::CloseWith(Message::Act(Action::Review)),
            (ordered, _) => self.heed(ordered),
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let texts = &canvas.look.texts;
        let (title, foot) = (texts.get("order-title"), foot(canvas.look));
        let (add, none) = (self.adding.as_ref().map(|(list, _)| *list), texts.get("orders-none"));
        let add = add.map(|list| texts.with("orders-add", &[("list", texts.label(list).into())]));
        let (width, height) = (ROOM.0.min(canvas.width().saturating_sub(4)), ROOM.1);
        let mut popup = canvas.popup(width, height, &title);
        let (text, tone) = self.refusal.as_ref().map_or((&foot, Tone::Dim), |why| (why, Tone::Refused));
        let lines: Vec<Shown> = text.lines().flat_map(|line| line.wrap(usize::from(popup.width()))).collect();
        let rows = popup.height().saturating_sub(u16::try_from(lines.len()).unwrap_or(1));
        for (y, line) in (rows..).zip(&lines) {
            popup.text(0, y, line, tone);
        }
        self.editor.draw(&mut popup.part(0, 0, width, rows.saturating_sub(1)));
        if let (Some((_, choice)), Some(title)) = (&mut self.adding, add) {
            let (width, height) = (canvas.width().saturating_sub(12).min(70), canvas.height().saturating_sub(6));
            choice.draw(&mut canvas.popup(width, height.min(16), &title), &none);
        }
    }

    fn refused(&mut self, _field: Option<&str>, why: Shown) {
        self.refusal = Some(why);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, FR, screen};
    use super::super::testing::{desk, keys, run, typed};
    use super::*;

    const CONTACTS: &str = r#"[
        {"do":"create_contact","name":"Ana Tremblay","phones":[{"kind":"work","number":"514 555 0101"}]},
        {"do":"create_contact","name":"Bob Côté"},
        {"do":"create_contact","name":"Cléo Martin"},
        {"do":"set_communication_order","list":"technical","contacts":["contact:1","contact:2"]}
    ]"#;

    fn said(answer: Answer<Message>) -> Vec<(OrderList, Vec<i64>)> {
        let Answer::Say(Message::Replace { commands }) = answer else { panic!("{answer:?}") };
        let read = |command: Command| match command {
            Command::SetCommunicationOrder(c) => (c.list, c.contacts.iter().filter_map(Ref::number).collect()),
            other => panic!("{other:?}"),
        };
        commands.into_iter().map(read).collect()
    }

    #[test]
    fn c_27_every_move_says_the_whole_order() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, CONTACTS);
        let mut layer = open(&desk).unwrap();
        assert_eq!(said(keys(&mut layer, "J")), [(OrderList::Technical, vec![2, 1])]);
        assert_eq!(said(keys(&mut layer, "g K")), [(OrderList::Technical, vec![1, 2])]);
        assert_eq!(said(keys(&mut layer, "m 2 Enter")), [(OrderList::Technical, vec![2, 1])]);
        let lines = screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n");
        assert!(lines.contains("edited, not applied") && lines.contains("was 1"), "{lines}");
        assert_eq!(keys(&mut layer, "w"), Answer::CloseWith(Message::Act(Action::Review)));
        assert_eq!(keys(&mut layer, "Esc"), Answer::Close);
    }

    #[test]
    fn c_24_a_contact_is_found_by_typing_and_comes_last() {
        let (_dir, mut desk) = desk(FR);
        run(&mut desk, CONTACTS);
        let mut layer = open(&desk).unwrap();
        assert_eq!(keys(&mut layer, "a"), Answer::Used);
        assert_eq!(layer.place(), Place::Choice);
        keys(&mut layer, &typed("cleo"));
        let lines = screen(FR, 80, 24, |canvas| layer.draw(canvas)).join("\n");
        assert!(lines.contains("> Cléo Martin") && !lines.contains("> Ana"), "{lines}");
        assert_eq!(said(keys(&mut layer, "Enter")), [(OrderList::Technical, vec![1, 2, 3])]);
        assert_eq!(keys(&mut layer, &format!("a {} Enter", typed("cleo"))), Answer::Used, "C-26: once");
        assert_eq!(said(keys(&mut layer, "d")), [(OrderList::Technical, vec![1, 2])]);
    }

    #[test]
    fn what_is_staged_is_on_top() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, CONTACTS);
        let contacts = vec![Ref::pinned("Cléo Martin", 3)];
        desk.stage(vec![SetCommunicationOrder { list: OrderList::Financial, contacts }.into()]);
        let mut layer = open(&desk).unwrap();
        let lines = screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n");
        assert!(lines.contains("Cléo Martin") && lines.contains("new"), "{lines}");
        layer.refused(None, show("Somebody else was quicker."));
        assert!(screen(EN, 80, 24, |canvas| layer.draw(canvas)).join("\n").contains("Somebody else was quicker."));
    }
}
