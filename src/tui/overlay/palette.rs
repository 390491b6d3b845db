//! The palette and the help as layers: actions by name, records by name, and the keys of a place.

use std::rc::Rc;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::Look;
use super::super::widget::choice::{Chosen, Item, Lookup};
use super::super::widget::palette::{Palette, Target};
use super::Message;
use crate::domain::id::{Kind, Subject};
use crate::service::Console;
use crate::service::view::{
    AdminRow, ContactRow, Filter, From, List, Query, RoleRow, Row, TicketRow, UserRow, sorts_of,
};
use crate::text::{Shown, show};

/// How many records of each kind are found.
const EACH: usize = 8;

/// From how many letters on records are looked for.
const LETTERS: usize = 2;

/// The palette or the help, over whatever is there.
pub struct PaletteLayer(Palette);

/// Opens the palette for whoever is at `place`: the actions that are `live`, then the records within reach.
pub fn palette(desk: &Desk, place: Place, live: impl Fn(Action) -> bool) -> PaletteLayer {
    PaletteLayer(Palette::new(&desk.look, place, live, records(desk)))
}

/// Opens the help of a place.
pub fn help(desk: &Desk, place: Place, live: impl Fn(Action) -> bool) -> PaletteLayer {
    PaletteLayer(Palette::help(&desk.look, place, live))
}

impl Layer<Message> for PaletteLayer {
    fn place(&self) -> Place {
        Place::Choice
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        match self.0.on(event) {
            Chosen::Picked(Target::Action(action)) => Answer::CloseWith(Message::Act(action)),
            Chosen::Picked(Target::Record(subject)) => Answer::CloseWith(Message::Show(subject)),
            Chosen::Closed => Answer::Close,
            Chosen::Used | Chosen::Passed => Answer::Used,
        }
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.0.draw(canvas);
    }
}

/// Looks records up on a handle of its own; none where the store cannot be opened again.
fn records(desk: &Desk) -> Option<Lookup<Target>> {
    let console = desk.console.again().ok()?;
    let look = Rc::clone(&desk.look);
    Some(Box::new(move |typed| {
        if typed.trim().chars().count() < LETTERS {
            return Vec::new();
        }
        let find = Find { console: &console, look: &look, typed };
        let mut found = find.each(List::Users, |row: &UserRow| {
            (row.id.subject(), show(&row.display_name), row.extension.as_deref().map(show))
        });
        found.extend(find.each(List::Contacts, |row: &ContactRow| {
            (row.id.subject(), show(&row.name), row.phone.as_deref().map(show))
        }));
        found.extend(find.each(List::Admins, |row: &AdminRow| {
            let name = format!("{} {}", row.first_name, row.last_name);
            (row.id.subject(), show(&row.username), Some(show(name.trim())))
        }));
        found.extend(find.each(List::Roles, |row: &RoleRow| (row.id.subject(), show(&row.name), None)));
        found.extend(find.each(List::Tickets, |row: &TicketRow| {
            let subject = row.id.subject();
            (subject, show(&format!("#{} {}", subject.id, row.title)), Some(look.texts.label(row.status)))
        }));
        found.extend(find.ticket());
        found
    }))
}

/// What is looked for, and where.
struct Find<'a> {
    console: &'a Console,
    look: &'a Look,
    typed: &'a str,
}

impl Find<'_> {
    /// The first few of a list; none of a list that may not be seen.
    fn each<R: Row>(&self, list: List, named: impl Fn(&R) -> (Subject, Shown, Option<Shown>)) -> Vec<Item<Target>> {
        let Some(sort) = sorts_of(list).first().copied() else { return Vec::new() };
        let query = Query { list, filter: Filter::parse(self.typed, &[]), sort, descending: false };
        let rows = self.console.window::<R>(&query, &From::Start, EACH).unwrap_or_default();
        rows.iter().map(|(_, row)| named(row)).map(|(subject, label, more)| self.item(subject, label, more)).collect()
    }

    /// The ticket of that number: `#418`.
    fn ticket(&self) -> Option<Item<Target>> {
        let subject = self.console.find(Kind::Ticket, self.typed.trim().strip_prefix('#')?).ok()?;
        Some(self.item(subject, show(&format!("#{}", subject.id)), None))
    }

    fn item(&self, subject: Subject, label: Shown, more: Option<Shown>) -> Item<Target> {
        let kind = self.look.texts.label(subject.kind);
        let remark = Shown::join([Some(kind), more].iter().flatten(), &Shown::fixed("  "));
        Item::new(Target::Record(subject), label).remark(remark)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::place::Tab;
    use super::super::super::testing::{EN, FR, screen};
    use super::super::testing::{desk, keys, run, typed};
    use super::*;

    const LIST: Place = Place::List(Tab::Users);

    #[test]
    fn records_are_found_by_name_without_accents() {
        let (_dir, mut desk) = desk(EN);
        run(&mut desk, r#"[{"do":"create_user","display_name":"Amélie Roy","site":"mtl"}]"#);
        let mut layer = palette(&desk, LIST, |_| true);
        keys(&mut layer, &typed("amelie r"));
        let lines = screen(EN, 80, 24, |canvas| layer.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("> Amélie Roy ") && line.contains("user")), "{lines:#?}");
        let amelie = Subject::new(Kind::User, 1);
        assert_eq!(keys(&mut layer, "Enter"), Answer::CloseWith(Message::Show(amelie)));
    }

    #[test]
    fn q_and_w_typed_whole_leave_and_review() {
        let (_dir, desk) = desk(FR);
        let open = || palette(&desk, LIST, |_| true);
        assert_eq!(keys(&mut open(), "q Enter"), Answer::CloseWith(Message::Act(Action::Quit)));
        assert_eq!(keys(&mut open(), "w Enter"), Answer::CloseWith(Message::Act(Action::Review)));
        assert_eq!(keys(&mut open(), "Esc"), Answer::Close);
    }

    #[test]
    fn help_runs_the_key_that_is_chosen() {
        let (_dir, desk) = desk(FR);
        let mut layer = help(&desk, LIST, |action| action == Action::New);
        let lines = screen(FR, 80, 24, |canvas| layer.draw(canvas));
        assert!(lines.iter().any(|line| line.contains("> n ")), "{lines:#?}");
        assert_eq!(keys(&mut layer, "Enter"), Answer::CloseWith(Message::Act(Action::New)));
    }
}
