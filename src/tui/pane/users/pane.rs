//! The tab of users: the users, and what is assigned to them by number, by device, by service, by user. Each is a list of
//! its own; only those are shown that the person may see.

use super::super::super::action::Action;
use super::super::super::canvas::Canvas;
use super::super::super::desk::Desk;
use super::super::super::layer::Event;
use super::super::super::place::Place;
use super::super::super::widget::table::Column;
use super::super::{Focus, ListPane, Pane};
use super::Users;
use super::assigned::{Assigned, ByDevice, ByNumber, ByService, ByUser};
use crate::domain::id::Subject;
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::view::{List, Query, Sort, Tally};
use crate::text::{Shown, Texts};

/// The tab.
pub struct UsersPane {
    lists: [(List, Box<dyn Pane>); 5],
    open: usize,
    /// Whether users themselves may be seen, as of the last reading.
    sees_users: bool,
}

impl Default for UsersPane {
    fn default() -> Self {
        Self {
            lists: [
                (List::Users, Box::<ListPane<Users>>::default()),
                (List::ByNumber, Box::<ListPane<Assigned<ByNumber>>>::default()),
                (List::ByDevice, Box::<ListPane<Assigned<ByDevice>>>::default()),
                (List::ByService, Box::<ListPane<Assigned<ByService>>>::default()),
                (List::ByUser, Box::<ListPane<Assigned<ByUser>>>::default()),
            ],
            open: 0,
            sees_users: false,
        }
    }
}

impl UsersPane {
    fn front(&self) -> &dyn Pane {
        self.lists[self.open].1.as_ref()
    }

    fn front_mut(&mut self) -> &mut dyn Pane {
        self.lists[self.open].1.as_mut()
    }
}

impl Pane for UsersPane {
    fn place(&self) -> Place {
        self.front().place()
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        self.front_mut().on(action, desk)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        self.front_mut().typed(event, desk);
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.sees_users = desk.sees("users");
        if !desk.may_list(self.lists[self.open].0) {
            self.open = self.lists.iter().position(|(list, _)| desk.may_list(*list)).unwrap_or(0);
        }
        self.front_mut().read(desk, size, rest)
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        self.front_mut().draw(canvas, desk);
    }

    fn spoil(&mut self) {
        self.lists.iter_mut().for_each(|(_, list)| list.spoil());
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        self.lists.iter_mut().for_each(|(_, list)| list.tallied(question, tally));
    }

    fn focus(&self) -> Focus {
        let focus = self.front().focus();
        // Who sees assignments alone has no user to do anything to.
        let subject = focus.subject.filter(|_| self.sees_users);
        Focus { subject, ..focus }
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.open = 0;
        self.front_mut().select(desk, number)
    }

    fn reveal(&mut self, desk: &mut Desk, subject: Subject) -> Result<()> {
        self.select(desk, subject.id)
    }

    fn has(&self, subject: Subject) -> bool {
        self.front().has(subject)
    }

    fn narrow(&mut self, filter: &str) {
        self.open = 0;
        self.front_mut().narrow(filter);
    }

    fn query(&self) -> Option<(Query, String)> {
        self.front().query()
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        self.front().columns(texts)
    }

    fn turn_to(&mut self, list: List) {
        self.open = self.lists.iter().position(|(own, _)| *own == list).unwrap_or(self.open);
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.front_mut().follow(desk, number)
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
