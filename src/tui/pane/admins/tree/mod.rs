//! The tree of administrators, with what each passes on; only what is unfolded is read.

mod draw;

use super::super::super::action::Action;
use super::super::super::canvas::Canvas;
use super::super::super::desk::Desk;
use super::super::super::event::Event;
use super::super::super::place::Place;
use super::super::super::widget::scroll::Scroll;
use super::super::layout::{Layout, layout, parts};
use super::super::search::Searched;
use super::super::{Focus, Inside, Pane, Search};
use super::Admins;
use super::branches::{Branches, FOUND};
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::service::Result;
use crate::service::view::{Filter, List, Tally, terms_of};
use crate::text::Shown;

/// The tree and the record of the selected administrator.
#[derive(Default)]
pub struct Tree {
    branches: Branches,
    /// What a search found, with those above it, and the numbers of what was found.
    found: Option<(Branches, Vec<i64>)>,
    pub(super) search: Search,
    pub(super) rows: Scroll,
    inside: Inside<Admins>,
    wanted: Option<i64>,
    fresh: bool,
    size: (u16, u16),
}

impl Tree {
    /// What is shown of the tree.
    pub(super) fn shown(&self) -> &Branches {
        self.found.as_ref().map_or(&self.branches, |(found, _)| found)
    }

    fn shown_mut(&mut self) -> &mut Branches {
        self.found.as_mut().map_or(&mut self.branches, |(found, _)| found)
    }

    /// How many a search found, and whether there are more.
    pub(super) fn count(&self) -> Option<(usize, bool)> {
        self.found.as_ref().map(|(_, found)| (found.len().min(FOUND), found.len() > FOUND))
    }

    fn number(&self) -> Option<i64> {
        self.shown().at(self.rows.row)
    }

    /// Goes to the line of that administrator, once it is unfolded that far.
    fn go(&mut self, number: i64) {
        if let Some(row) = self.shown().line_of(number) {
            self.rows.row = row;
        }
    }

    /// Shows what fits the words, the first match selected unless the one that was selected fits too.
    fn look_for(&mut self, desk: &Desk) -> Result<()> {
        let selected = self.number();
        let filter = Filter::parse(self.search.words(), terms_of(List::Admins));
        if filter.is_empty() {
            self.found = None;
            self.wanted = selected;
            self.fresh = false;
            return Ok(());
        }
        let (branches, found) = Branches::found(desk, filter)?;
        let kept = selected.filter(|number| found.contains(number)).or_else(|| found.first().copied());
        self.found = Some((branches, found));
        self.rows.row = 0;
        kept.into_iter().for_each(|number| self.go(number));
        Ok(())
    }

    fn in_tree(&mut self, action: Action, desk: &Desk) -> Result<bool> {
        match self.search.on(action) {
            Searched::Used => return Ok(true),
            Searched::Changed => {
                self.look_for(desk)?;
                return Ok(true);
            }
            Searched::Passed => {}
        }
        let row = self.rows.row;
        match action {
            Action::Open if self.number().is_some() => self.inside.focus = true,
            Action::Unfold => self.shown_mut().turn(desk, row)?,
            Action::ToParent => {
                if let Some(parent) = self.shown().parent_line(row) {
                    self.rows.row = parent;
                }
            }
            moved => {
                let count = self.shown().len();
                return Ok(self.rows.on(moved, count));
            }
        }
        Ok(true)
    }

    fn record_is_seen(&self) -> bool {
        layout(self.size) != Layout::Over || self.inside.focus
    }
}

impl Pane for Tree {
    fn place(&self) -> Place {
        match (self.search.types() || self.inside.searches(), self.inside.focus) {
            (true, _) => Place::Filter,
            (false, true) => Place::Record(super::super::super::place::Tab::Admins),
            (false, false) => Place::Tree,
        }
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if self.inside.focus {
            return self.inside.on(action, desk, self.number());
        }
        self.in_tree(action, desk)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        if self.inside.focus {
            self.inside.typed(event);
        } else if self.search.typed(event) == Searched::Changed
            && let Err(error) = self.look_for(desk)
        {
            desk.fail(&error);
        }
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
        if !self.fresh && self.found.is_some() {
            self.look_for(desk)?;
            self.fresh = true;
        }
        if !self.fresh {
            let selected = self.wanted.or_else(|| self.number());
            self.branches.read(desk)?;
            if let Some(number) = self.wanted.take() {
                self.branches.unfold_to(desk, number)?;
            }
            if let Some(number) = selected {
                self.go(number);
            }
            self.fresh = true;
        }
        // The line that stands for those not read yet is read as soon as it is reached.
        let row = self.rows.row;
        self.shown_mut().more(desk, row)?;
        let number = self.number();
        if self.record_is_seen() && rest && !self.inside.shows(number) {
            self.inside.read(desk, number)?;
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let number = self.number();
        let (list, record) = parts(canvas, self.inside.focus);
        if let Some(area) = list {
            draw::draw(self, &mut canvas.at(area), desk);
        }
        if let Some(area) = record {
            self.inside.draw(&mut canvas.at(area), desk, number);
        }
    }

    fn spoil(&mut self) {
        self.fresh = false;
        self.inside.spoil();
    }

    fn tallied(&mut self, _question: u64, _tally: Tally) {}

    fn focus(&self) -> Focus {
        let subject = self.number().map(|number| Subject::new(RecordKind::Admin, number));
        Focus { subject, item: self.inside.item(), ..Focus::default() }
    }

    fn select(&mut self, _desk: &mut Desk, number: i64) -> Result<()> {
        self.inside.focus = false;
        self.search.clear();
        self.found = None;
        self.wanted = Some(number);
        self.fresh = false;
        Ok(())
    }

    fn has(&self, subject: Subject) -> bool {
        subject.kind == RecordKind::Admin
    }

    fn remark(&self) -> Option<Shown> {
        self.inside.remark()
    }

    fn waits(&self) -> bool {
        let number = self.number();
        self.record_is_seen() && number.is_some() && !self.inside.shows(number)
    }
}
