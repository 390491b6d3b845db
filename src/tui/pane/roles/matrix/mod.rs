//! All roles side by side: a row for each resource, a column for each role.

mod draw;

use super::super::super::action::Action;
use super::super::super::canvas::Canvas;
use super::super::super::desk::Desk;
use super::super::super::event::Event;
use super::super::super::place::Place;
use super::super::super::widget::scroll::Scroll;
use super::super::{Focus, Item, Pane};
use super::{Step, toggle};
use crate::domain::catalogue::{Family, Key};
use crate::domain::cell::{Cell, State};
use crate::domain::id::{Kind as RecordKind, RoleId, Subject};
use crate::domain::record::Role;
use crate::domain::value::{Level, Licence};
use crate::service::Result;
use crate::service::view::{Filter, From, List, Query, Sort, Tally};
use crate::text::Shown;

/// How many roles are read; there are few.
const ROLES: usize = 200;

/// A role, as the draft leaves it.
pub struct Column {
    /// The role.
    pub role: Role,
    /// The role as it is stored.
    pub stored: Role,
    /// Its cells; read as soon as the column is seen.
    pub cells: Vec<Cell>,
}

/// The matrix.
#[derive(Default)]
pub struct Matrix {
    pub(super) columns: Vec<Column>,
    pub(super) keys: Vec<Key>,
    pub(super) rows: Scroll,
    /// The selected column, and the first one seen.
    pub(super) at: (usize, usize),
    pub(super) differences: bool,
    /// What is said of the selected cell.
    said: Shown,
    wanted: Option<i64>,
    fresh: bool,
}

impl Matrix {
    fn role(&self) -> Option<&Role> {
        self.columns.get(self.at.0).map(|column| &column.role)
    }

    /// Reads the roles with the draft on top.
    fn read_roles(&mut self, desk: &Desk) -> Result<()> {
        let selected = self.wanted.take().or_else(|| self.role().map(|role| role.id.0));
        let query = Query { list: List::Roles, filter: Filter::default(), sort: Sort::Name, descending: false };
        let mut columns = Vec::new();
        for (_, number) in desk.console.ids(&query, &From::Start, ROLES)? {
            let stored: Role = desk.console.record(number)?;
            // A role that the draft deletes is still there.
            let role = desk.console.all_drafted(&[number], &desk.staged)?.pop().unwrap_or_else(|| stored.clone());
            columns.push(Column { role, stored, cells: Vec::new() });
        }
        // The highest licence first, as a hierarchy is read; then by name, as they came.
        columns.sort_by_key(|column| (std::cmp::Reverse(column.role.licence), !column.role.standard));
        self.at.0 = columns.iter().position(|column| Some(column.role.id.0) == selected).unwrap_or(0);
        self.columns = columns;
        self.fill(desk);
        self.fresh = true;
        Ok(())
    }

    /// The resources that are shown: all, or those in which the roles differ.
    fn fill(&mut self, desk: &Desk) {
        let keep = self.keys.get(self.rows.row).cloned();
        let differs = |key: &Key| {
            // The owner holds everything: compared with that, every resource would differ.
            let roles = self.columns.iter().map(|column| &column.role).filter(|role| role.licence != Licence::Owner);
            let mut levels = roles.map(|role| role.value(key.as_str()));
            let first = levels.next();
            levels.any(|level| Some(level) != first)
        };
        let resources = desk.catalogue.family(Family::Resource).map(|entry| &entry.key);
        let keys: Vec<Key> = resources.filter(|key| !self.differences || differs(key)).cloned().collect();
        self.rows.row = keep.and_then(|key| keys.iter().position(|other| *other == key)).unwrap_or(0);
        self.keys = keys;
    }

    /// Reads the cells of the columns that are seen.
    fn read_cells(&mut self, desk: &Desk, width: u16) -> Result<()> {
        let seen = draw::seen(self, desk, width);
        self.at.1 = seen.start;
        for at in seen {
            if self.columns[at].cells.is_empty() {
                let (_, cells) = desk.console.role_cells(RoleId(self.columns[at].role.id.0), &desk.staged)?;
                self.columns[at].cells = cells;
            }
        }
        self.said = self.reason(desk);
        Ok(())
    }

    /// Why the selected cell is locked; else what the resource is.
    fn reason(&self, desk: &Desk) -> Shown {
        let texts = &desk.look.texts;
        let cell = self.columns.get(self.at.0).and_then(|column| {
            let key = self.keys.get(self.rows.row)?;
            column.cells.iter().find(|cell| cell.key == *key)
        });
        match cell.map(|cell| (&cell.state, desk.catalogue.get(cell.key.as_str()))) {
            Some((State::Locked(reason) | State::Ask(reason), _)) => texts.reason(&desk.catalogue, reason),
            Some((State::Free, Some(entry))) => texts.entry_about(entry),
            _ => Shown::default(),
        }
    }

    fn set(&mut self, desk: &mut Desk, step: Step) -> Result<()> {
        let (Some(role), Some(key)) = (self.role(), self.keys.get(self.rows.row)) else { return Ok(()) };
        if let Some(command) = toggle(desk, role.id, key, step)? {
            desk.stage(vec![command]);
            self.fresh = false;
        }
        Ok(())
    }

    fn step(&mut self, by: isize) {
        let last = self.columns.len().saturating_sub(1);
        self.at.0 = self.at.0.saturating_add_signed(by).min(last);
    }
}

impl Pane for Matrix {
    fn place(&self) -> Place {
        Place::Matrix
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        match action {
            Action::NextColumn => self.step(1),
            Action::PreviousColumn => self.step(-1),
            Action::Toggle => self.set(desk, Step::Round)?,
            Action::Raise => self.set(desk, Step::By(1))?,
            Action::Lower => self.set(desk, Step::By(-1))?,
            Action::SetNone => self.set(desk, Step::To(Level::None))?,
            Action::SetView => self.set(desk, Step::To(Level::View))?,
            Action::SetManage => self.set(desk, Step::To(Level::Manage))?,
            Action::Compare => {
                self.differences = !self.differences;
                self.fill(desk);
            }
            moved => return Ok(self.rows.on(moved, self.keys.len())),
        }
        Ok(true)
    }

    fn typed(&mut self, _event: Event<'_>, _desk: &mut Desk) {}

    fn read(&mut self, desk: &mut Desk, (width, _): (u16, u16), _rest: bool) -> Result<()> {
        if !self.fresh {
            self.read_roles(desk)?;
        }
        self.read_cells(desk, width)
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        draw::draw(self, canvas, desk);
    }

    fn spoil(&mut self) {
        self.fresh = false;
    }

    fn tallied(&mut self, _question: u64, _tally: Tally) {}

    fn focus(&self) -> Focus {
        let subject = self.role().map(|role| Subject::new(RecordKind::Role, role.id.0));
        let item = self.keys.get(self.rows.row).cloned().map(Item::Cell);
        Focus { subject, item, ..Focus::default() }
    }

    fn select(&mut self, _desk: &mut Desk, number: i64) -> Result<()> {
        match self.columns.iter().position(|column| column.role.id.0 == number) {
            Some(at) => self.at.0 = at,
            None => self.wanted = Some(number),
        }
        Ok(())
    }

    fn remark(&self) -> Option<Shown> {
        Some(self.said.clone()).filter(|said| !said.is_empty())
    }

    fn waits(&self) -> bool {
        false
    }
}
