//! The pane of most tabs: a list, the sections of the selected record, a filter, a sort.

mod advice;
mod drafted;
mod draw;
mod kind;
mod spoken;

pub(super) use drafted::{is_staged, with_draft};
pub use kind::{Kind, Opened};

use advice::advise;
use spoken::meant;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::place::Place;
use super::super::widget::field::TextField;
use super::super::widget::table::{Column, Table};
use super::layout::{Layout, layout, parts};
use super::{Focus, Inside, Item, Pane, Roster};
use crate::domain::id::Subject;
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::view::{List, Query, Sort, Tally, sorts_of};
use crate::text::{Shown, Texts};

/// A list and its record.
pub struct ListPane<K: Kind> {
    roster: Roster<K>,
    filter: Option<TextField>,
    inside: Inside<K>,
    size: (u16, u16),
}

impl<K: Kind> Default for ListPane<K> {
    fn default() -> Self {
        Self { roster: Roster::default(), filter: None, inside: Inside::default(), size: (0, 0) }
    }
}

impl<K: Kind> ListPane<K> {
    fn list_height(&self) -> u16 {
        let height = match layout(self.size) {
            Layout::Beside(_) | Layout::Over => self.size.1,
            Layout::Below(list) => list,
        };
        // The filter line stands above the list.
        Table::rows_in(height.saturating_sub(1))
    }

    fn record_is_seen(&self) -> bool {
        layout(self.size) != Layout::Over || self.inside.focus
    }

    /// Completes the word that is being typed, and says what it may go on as.
    fn complete(&mut self, desk: &mut Desk) -> Result<()> {
        let Some(field) = &mut self.filter else { return Ok(()) };
        let (text, offers) = desk.console.complete_filter(K::LIST, field.value())?;
        field.set(&text);
        self.roster.filter(&text);
        if offers.len() > 1 {
            let known = offers.join(", ");
            desk.say(desk.look.texts.with("filter-offers", &[("known", known.into())]));
        }
        Ok(())
    }

    /// Shows everything again; what was found stays selected.
    fn unfilter(&mut self, desk: &Desk) -> Result<()> {
        let found = self.roster.number();
        self.roster.filter("");
        found.map_or(Ok(()), |number| self.roster.select(desk, number))
    }
}

impl<K: Kind> Pane for ListPane<K> {
    fn place(&self) -> Place {
        match (self.filter.is_some() || self.inside.searches(), self.inside.focus) {
            (true, _) => Place::Filter,
            (false, true) => Place::Record(K::TAB),
            (false, false) => Place::List(K::TAB),
        }
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if self.filter.is_some() {
            match action {
                Action::Accept => {
                    self.filter = None;
                    // From here on it stands in words that every language and a saved filter have.
                    self.roster.typed = meant(desk, K::LIST, &self.roster.typed);
                }
                Action::Complete => self.complete(desk)?,
                Action::Back => {
                    self.filter = None;
                    self.unfilter(desk)?;
                }
                other => return self.roster.on(desk, other),
            }
            return Ok(true);
        }
        if self.inside.focus {
            let used = self.inside.on(action, desk, self.roster.record())?;
            // What is toggled in the record is staged, which the list shows too.
            self.roster.stale |= matches!(action, Action::Toggle | Action::Raise | Action::Lower);
            return Ok(used);
        }
        match action {
            Action::Open if self.roster.number().is_some() => self.inside.focus = true,
            Action::Mark | Action::MarkRange | Action::MarkAll if !K::MARKS => {
                desk.refuse(desk.look.texts.get("marks-not-here"));
            }
            Action::Mark | Action::MarkRange | Action::MarkAll if self.roster.number().is_none() => {
                desk.refuse(desk.look.texts.get("marks-no-row"));
            }
            Action::Back if !self.roster.marks.is_empty() || self.roster.is_ranging() => self.roster.unmark(),
            Action::Back if !self.roster.typed.is_empty() => self.unfilter(desk)?,
            Action::Filter => self.filter = Some(TextField::new(&self.roster.typed)),
            Action::ReverseSort => self.roster.reverse(),
            moved => return self.roster.on(desk, moved),
        }
        Ok(true)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        if let Some(field) = &mut self.filter
            && field.on(event)
            && field.value() != self.roster.typed
        {
            let value = field.value().to_owned();
            let meant = meant(desk, K::LIST, &value);
            self.roster.filter_by(&value, &meant);
            advise(desk, K::LIST, &meant);
        }
        if self.filter.is_none() {
            self.inside.typed(event);
        }
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
        // Not counted, and nobody was asked: what is selected again was read already.
        if (self.roster.stale || self.roster.tally.0 == 0) && self.roster.tally.1.is_none() {
            self.roster.tally.0 = desk.counter.ask(K::TAB, self.roster.query.clone());
        }
        let height = usize::from(self.list_height());
        self.roster.fit(desk, height)?;
        let number = self.roster.record();
        if self.record_is_seen() && rest && !self.inside.shows(number) {
            self.inside.read(desk, number)?;
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let number = self.roster.record();
        let (list, record) = parts(canvas, self.inside.focus);
        if let Some(area) = list {
            self.draw_list(&mut canvas.at(area), desk);
        }
        if let Some(area) = record {
            self.inside.draw(&mut canvas.at(area), desk, number);
        }
    }

    fn spoil(&mut self) {
        self.roster.stale = true;
        self.roster.tally = (0, None);
        self.inside.spoil();
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        if question == self.roster.tally.0 {
            self.roster.tally.1 = Some(tally);
        }
    }

    fn focus(&self) -> Focus {
        let (number, item) = (self.roster.record(), self.inside.item());
        let marks = K::MARKS && !self.inside.focus;
        match (K::LIST, &item) {
            // An entry is no record: what its selected change is about is.
            (List::Journal, Some(Item::Record(changed))) => {
                Focus { subject: Some(*changed), item, entry: number, ..Focus::default() }
            }
            (List::Journal, _) => Focus { entry: number, ..Focus::default() },
            _ => {
                Focus { subject: number.map(|number| Subject::new(K::RECORD, number)), item, marks, ..Focus::default() }
            }
        }
    }

    fn offers(&self, action: Action) -> bool {
        if self.inside.focus {
            return self.inside.offers(action);
        }
        let marked = !self.roster.marks.is_empty() || self.roster.is_ranging();
        match action {
            Action::Back => marked || !self.roster.typed.is_empty() || self.filter.is_some(),
            Action::MarkNone => marked,
            _ => true,
        }
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.filter("");
        self.roster.select(desk, number)
    }

    fn has(&self, subject: Subject) -> bool {
        subject.kind == K::RECORD
    }

    fn marked(&self) -> Option<Marked> {
        if self.inside.focus { None } else { self.roster.marks.of(&self.roster.query) }
    }

    fn unmark(&mut self) {
        self.roster.unmark();
    }

    fn query(&self) -> Option<(Query, String)> {
        Some((self.roster.query.clone(), self.roster.typed.clone()))
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        let columns: Vec<Column> = K::columns(texts).into_iter().filter(|column| !column.id.is_empty()).collect();
        (!self.inside.focus && !columns.is_empty()).then_some((K::LIST, columns))
    }

    fn narrow(&mut self, filter: &str) {
        self.inside.focus = false;
        self.roster.filter(filter);
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.select(desk, number)
    }

    fn walk(&mut self, action: Action, desk: &mut Desk) -> Result<()> {
        self.roster.on(desk, action).map(drop)
    }

    fn value(&self) -> Option<Shown> {
        self.inside.value()
    }

    fn sorts(&self) -> &'static [Sort] {
        sorts_of(K::LIST)
    }

    fn sort_by(&mut self, sort: Sort) {
        self.roster.sort(sort);
    }

    fn is_read(&self) -> bool {
        self.record_is_seen() && self.inside.is_at_first() && self.inside.draws(self.roster.record())
    }

    fn read_first(&mut self) {
        self.inside.focus |= !self.record_is_seen();
        self.inside.go_first();
    }

    fn remark(&self) -> Option<Shown> {
        self.inside.remark()
    }

    fn waits(&self) -> bool {
        let number = self.roster.record();
        self.record_is_seen() && number.is_some() && !self.inside.shows(number)
    }
}
