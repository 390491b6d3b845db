//! A tab with several views, one of them in front: its first list, other lists of the tab, other views of the records of
//! the first list, such as the tree of administrators or all roles side by side.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::place::Place;
use super::super::widget::table::Column;
use super::{Focus, Pane};
use crate::domain::id::Subject;
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::view::{List, Query, Sort, Tally};
use crate::text::{Shown, Texts};

/// How one comes to a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It is a list of the tab, shown to who may see that.
    List(List),
    /// An action goes there, and back; it shows the records of the first list.
    Action(Action),
}

/// The views of a tab, the first list first.
pub struct Views {
    views: Vec<(Way, Box<dyn Pane>)>,
    open: usize,
    /// Whether the first list may be seen, as of the last reading: who may not has none of its records to act on.
    sees_first: bool,
}

impl Views {
    /// Shows that list first.
    pub fn of(list: List, pane: impl Pane + 'static) -> Self {
        Self { views: vec![(Way::List(list), Box::new(pane))], open: 0, sees_first: false }
    }

    /// Adds another list of the tab.
    #[must_use]
    pub fn with_list(mut self, list: List, pane: impl Pane + 'static) -> Self {
        self.views.push((Way::List(list), Box::new(pane)));
        self
    }

    /// Adds a view of the first list's records that this action goes to, and back from.
    #[must_use]
    pub fn and(mut self, turns: Action, view: impl Pane + 'static) -> Self {
        self.views.push((Way::Action(turns), Box::new(view)));
        self
    }

    fn way(&self) -> Way {
        self.views[self.open].0
    }

    fn front(&self) -> &dyn Pane {
        self.views[self.open].1.as_ref()
    }

    fn front_mut(&mut self) -> &mut dyn Pane {
        self.views[self.open].1.as_mut()
    }

    fn find(&self, way: Way) -> Option<usize> {
        self.views.iter().position(|(own, _)| *own == way)
    }

    /// Shows another view of the same records, with the same one selected if it has that.
    fn turn(&mut self, desk: &mut Desk, to: usize) -> Result<()> {
        let subject = self.front().focus().subject;
        self.open = to;
        match subject {
            Some(subject) if self.front().has(subject) => self.front_mut().select(desk, subject.id),
            _ => Ok(()),
        }
    }
}

impl Pane for Views {
    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if let Some(at) = self.find(Way::Action(action)) {
            self.turn(desk, if self.open == at { 0 } else { at })?;
            return Ok(true);
        }
        let used = self.front_mut().on(action, desk)?;
        if !used && action == Action::Back && matches!(self.way(), Way::Action(_)) {
            self.turn(desk, 0)?;
            return Ok(true);
        }
        Ok(used)
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        let seen = |way: &Way| matches!(way, Way::List(list) if desk.may_list(*list));
        let lists: Vec<bool> = self.views.iter().map(|(way, _)| seen(way)).collect();
        self.sees_first = lists[0];
        // Who may not see the open list any more is shown the first that they may.
        if matches!(self.way(), Way::List(_)) && !lists[self.open] {
            self.open = lists.iter().position(|seen| *seen).unwrap_or(0);
        }
        self.front_mut().read(desk, size, rest)
    }

    fn spoil(&mut self) {
        self.views.iter_mut().for_each(|(_, view)| view.spoil());
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        self.views.iter_mut().for_each(|(_, view)| view.tallied(question, tally));
    }

    fn focus(&self) -> Focus {
        let focus = self.front().focus();
        let subject = focus.subject.filter(|_| self.sees_first);
        Focus { subject, ..focus }
    }

    fn offers(&self, action: Action) -> bool {
        (action == Action::Back && matches!(self.way(), Way::Action(_))) || self.front().offers(action)
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        if matches!(self.way(), Way::List(_)) {
            self.open = 0;
        }
        self.front_mut().select(desk, number)
    }

    fn reveal(&mut self, desk: &mut Desk, subject: Subject) -> Result<()> {
        // Another list gives way to the first, and so does a view of some records for one that it does not have.
        if matches!(self.way(), Way::List(_)) || !self.front().has(subject) {
            self.open = 0;
        }
        self.front_mut().reveal(desk, subject)
    }

    fn narrow(&mut self, filter: &str) {
        self.open = 0;
        self.front_mut().narrow(filter);
    }

    fn query(&self) -> Option<(Query, String)> {
        match self.way() {
            Way::List(_) => self.front().query(),
            Way::Action(_) => self.views[0].1.query(),
        }
    }

    fn turn_to(&mut self, list: List) {
        self.open = self.find(Way::List(list)).unwrap_or(self.open);
    }

    // All else is what the view in front says.

    fn place(&self) -> Place {
        self.front().place()
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        self.front_mut().typed(event, desk);
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        self.front_mut().draw(canvas, desk);
    }

    fn has(&self, subject: Subject) -> bool {
        self.front().has(subject)
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        self.front().columns(texts)
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.front_mut().follow(desk, number)
    }

    fn walk(&mut self, action: Action, desk: &mut Desk) -> Result<()> {
        self.front_mut().walk(action, desk)
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

    fn marked(&self) -> Option<Marked> {
        self.front().marked()
    }

    fn unmark(&mut self) {
        self.front_mut().unmark();
    }

    fn waits(&self) -> bool {
        self.front().waits()
    }
}
