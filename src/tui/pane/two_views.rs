//! A tab with a second view of its records: the tree of administrators, all roles side by side.

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

/// A list and another view of the same records; one action goes from each to the other.
pub struct TwoViews<L, V> {
    list: L,
    other: V,
    turns: Action,
    turned: bool,
}

impl<L: Pane + Default, V: Pane + Default> TwoViews<L, V> {
    /// Shows the list first; `turns` goes to the other view and back.
    pub fn new(turns: Action) -> Self {
        Self { list: L::default(), other: V::default(), turns, turned: false }
    }

    fn front(&self) -> &dyn Pane {
        if self.turned { &self.other } else { &self.list }
    }

    fn front_mut(&mut self) -> &mut dyn Pane {
        if self.turned { &mut self.other } else { &mut self.list }
    }

    /// Shows the other view, the same record selected.
    fn turn(&mut self, desk: &mut Desk) -> Result<()> {
        let subject = self.front().focus().subject;
        self.turned = !self.turned;
        match subject {
            Some(subject) => self.front_mut().select(desk, subject.id),
            None => Ok(()),
        }
    }
}

impl<L: Pane + Default, V: Pane + Default> Pane for TwoViews<L, V> {
    fn place(&self) -> Place {
        self.front().place()
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if action == self.turns {
            self.turn(desk)?;
            return Ok(true);
        }
        let used = self.front_mut().on(action, desk)?;
        if !used && self.turned && action == Action::Back {
            self.turn(desk)?;
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
        self.other.spoil();
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

    fn marked(&self) -> Option<Marked> {
        self.front().marked()
    }

    fn unmark(&mut self) {
        self.front_mut().unmark();
    }

    fn order(&self) -> Option<(List, Sort)> {
        self.front().order()
    }

    fn sort(&mut self, sort: Sort) {
        self.front_mut().sort(sort);
    }

    fn query(&self) -> Option<(Query, String)> {
        self.list.query()
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        self.front().columns(texts)
    }

    fn remark(&self) -> Option<Shown> {
        self.front().remark()
    }

    fn waits(&self) -> bool {
        self.front().waits()
    }
}
