//! The tree of administrators, with what each passes on; only what is unfolded is read.

use super::super::super::action::Action;
use super::super::super::canvas::Canvas;
use super::super::super::desk::Desk;
use super::super::super::layer::Event;
use super::super::super::place::Place;
use super::super::super::widget::scroll::Scroll;
use super::super::list::{Layout, layout};
use super::super::{Focus, Inside, Pane};
use super::branches::Branches;
use super::{Admins, draw_tree};
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::service::Result;
use crate::service::view::Tally;
use crate::text::Shown;

/// The tree and the record of the selected administrator.
#[derive(Default)]
pub struct Tree {
    pub(super) branches: Branches,
    pub(super) rows: Scroll,
    inside: Inside<Admins>,
    wanted: Option<i64>,
    fresh: bool,
    size: (u16, u16),
}

impl Tree {
    fn number(&self) -> Option<i64> {
        self.branches.at(self.rows.row)
    }

    /// Goes to the line of that administrator, once it is unfolded that far.
    fn go(&mut self, number: i64) {
        if let Some(row) = self.branches.line_of(number) {
            self.rows.row = row;
        }
    }

    fn in_tree(&mut self, action: Action, desk: &Desk) -> Result<bool> {
        match action {
            Action::Open if self.number().is_some() => self.inside.focus = true,
            Action::Unfold => self.branches.turn(desk, self.rows.row)?,
            Action::ToParent => {
                if let Some(parent) = self.branches.parent_line(self.rows.row) {
                    self.rows.row = parent;
                }
            }
            moved => return Ok(self.rows.on(moved, self.branches.len())),
        }
        Ok(true)
    }

    fn record_is_seen(&self) -> bool {
        layout(self.size) != Layout::Over || self.inside.focus
    }
}

impl Pane for Tree {
    fn place(&self) -> Place {
        match (self.inside.searches(), self.inside.focus) {
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

    fn typed(&mut self, event: Event<'_>, _desk: &mut Desk) {
        self.inside.typed(event);
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
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
        self.branches.more(desk, self.rows.row)?;
        let number = self.number();
        if self.record_is_seen() && rest && !self.inside.shows(number) {
            self.inside.read(desk, number)?;
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let (width, height) = (canvas.width(), canvas.height());
        let number = self.number();
        match layout((width, height)) {
            Layout::Beside(list) => {
                draw_tree::draw(self, &mut canvas.part(0, 0, list.saturating_sub(1), height), desk);
                canvas.part(list, 0, 1, height).pillar(0);
                let mut record = canvas.part(list + 2, 0, width.saturating_sub(list + 2), height);
                self.inside.draw(&mut record, desk, number);
            }
            Layout::Below(list) => {
                draw_tree::draw(self, &mut canvas.part(0, 0, width, list), desk);
                canvas.rule(list);
                let mut record = canvas.part(1, list + 1, width.saturating_sub(2), height - list - 1);
                self.inside.draw(&mut record, desk, number);
            }
            Layout::Over if self.inside.focus => {
                self.inside.draw(&mut canvas.part(1, 0, width.saturating_sub(2), height), desk, number);
            }
            Layout::Over => draw_tree::draw(self, canvas, desk),
        }
    }

    fn spoil(&mut self) {
        self.fresh = false;
        self.inside.spoil();
    }

    fn tallied(&mut self, _question: u64, _tally: Tally) {}

    fn focus(&self) -> Focus {
        let subject = self.number().map(|number| Subject::new(RecordKind::Admin, number));
        Focus { subject, item: self.inside.item(), kind: None, marks: false }
    }

    fn select(&mut self, _desk: &mut Desk, number: i64) -> Result<()> {
        self.inside.focus = false;
        self.wanted = Some(number);
        self.fresh = false;
        Ok(())
    }

    fn remark(&self) -> Option<Shown> {
        self.inside.remark()
    }

    fn waits(&self) -> bool {
        let number = self.number();
        self.record_is_seen() && number.is_some() && !self.inside.shows(number)
    }
}
