//! A tab with other views of its records: the tree of administrators and what to look at, all roles side by side.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::layer::Event;
use super::super::place::Place;
use super::super::widget::table::Column;
use super::{Focus, Pane};
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::view::{List, Query, Sort, Tally};
use crate::text::{Shown, Texts};

/// A list, and other views of the same records; each has an action that goes there and back.
pub struct Views {
    list: Box<dyn Pane>,
    others: Vec<(Action, Box<dyn Pane>)>,
    open: Option<usize>,
}

impl Views {
    /// Shows the list first.
    pub fn of(list: impl Pane + 'static) -> Self {
        Self { list: Box::new(list), others: Vec::new(), open: None }
    }

    /// Adds a view that this action goes to, and back from.
    #[must_use]
    pub fn and(mut self, turns: Action, view: impl Pane + 'static) -> Self {
        self.others.push((turns, Box::new(view)));
        self
    }

    fn front(&self) -> &dyn Pane {
        let other = self.open.and_then(|at| self.others.get(at));
        other.map_or(self.list.as_ref(), |(_, view)| view.as_ref())
    }

    fn front_mut(&mut self) -> &mut dyn Pane {
        let other = self.open.and_then(|at| self.others.get_mut(at));
        other.map_or(self.list.as_mut(), |(_, view)| view.as_mut())
    }

    /// Shows another view, or the list, with the same record selected if it has it.
    fn turn(&mut self, desk: &mut Desk, to: Option<usize>) -> Result<()> {
        let subject = self.front().focus().subject;
        self.open = to;
        match subject {
            Some(subject) if self.front().has(subject) => self.front_mut().select(desk, subject.id),
            _ => Ok(()),
        }
    }
}

impl Pane for Views {
    fn place(&self) -> Place {
        self.front().place()
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if let Some(at) = self.others.iter().position(|(turns, _)| *turns == action) {
            self.turn(desk, (self.open != Some(at)).then_some(at))?;
            return Ok(true);
        }
        let used = self.front_mut().on(action, desk)?;
        if !used && self.open.is_some() && action == Action::Back {
            self.turn(desk, None)?;
            return Ok(true);
        }
        Ok(used)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        self.front_mut().typed(event, desk);
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.front_mut().read(desk, size, rest)
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        self.front_mut().draw(canvas, desk);
    }

    fn spoil(&mut self) {
        self.list.spoil();
        self.others.iter_mut().for_each(|(_, view)| view.spoil());
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        self.list.tallied(question, tally);
    }

    fn focus(&self) -> Focus {
        self.front().focus()
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.front_mut().select(desk, number)
    }

    fn reveal(&mut self, desk: &mut Desk, subject: crate::domain::id::Subject) -> Result<()> {
        // A view of some records only gives way to the list for another one.
        if !self.front().has(subject) {
            self.open = None;
        }
        self.front_mut().reveal(desk, subject)
    }

    fn query(&self) -> Option<(Query, String)> {
        self.list.query()
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        self.front().columns(texts)
    }

    fn narrow(&mut self, filter: &str) {
        self.open = None;
        self.list.narrow(filter);
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.front_mut().follow(desk, number)
    }

    fn marked(&self) -> Option<Marked> {
        self.front().marked()
    }

    fn unmark(&mut self) {
        self.front_mut().unmark();
    }

    fn value(&self) -> Option<Shown> {
        self.front().value()
    }

    fn sorts(&self) -> &'static [Sort] {
        self.front().sorts()
    }

    fn sort_by(&mut self, sort: Sort) {
        self.front_mut().sort_by(sort);
    }

    fn is_read(&self) -> bool {
        self.front().is_read()
    }

    fn read_first(&mut self) {
        self.front_mut().read_first();
    }

    fn remark(&self) -> Option<Shown> {
        self.front().remark()
    }

    fn waits(&self) -> bool {
        self.front().waits()
    }
}
