//! How the console is drawn: head, tabs, the open pane, status, hints, and the layers over it.

use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::overlay;
use super::super::pane::Focus;
use super::super::place::Place;
use super::super::theme::Tone;
use super::super::widget::{frame, hints};
use super::{App, useful};
use crate::domain::catalogue::Family;
use crate::text::{Shown, show};

/// Rows around the pane: head, tabs, two rules, status, hints.
pub(super) const CHROME: u16 = 6;

/// The most lines that the status takes.
const STATUS: usize = 3;

impl App {
    /// Draws itself with its own looks.
    pub fn paint(&mut self, buffer: &mut Buffer, cursor: &mut Option<Position>) {
        let look = Rc::clone(&self.desk.look);
        self.draw(&mut Canvas::new(buffer, cursor, &look));
    }

    /// Draws what was said last, else what the selected row says; what is longer than the line goes on above it.
    fn draw_status(&self, canvas: &mut Canvas<'_>) {
        let (width, height) = (canvas.width(), canvas.height());
        let (status, tone) = &self.desk.status;
        let remark = self.tabs.pane().and_then(|pane| pane.remark()).filter(|_| status.is_empty());
        let mut lines = remark.as_ref().unwrap_or(status).wrap(usize::from(width.saturating_sub(2)));
        lines.truncate(STATUS);
        let rows = u16::try_from(lines.len()).unwrap_or(1);
        let mut area = canvas.below((height + 1).saturating_sub(2 + rows));
        for (y, line) in (0..).zip(&lines) {
            area.row(y).clear();
            area.text(1, y, line, *tone);
        }
    }

    /// Whether an action does something here and now: only those are hinted at.
    fn is_live(&self, action: Action, place: Place, focus: &Focus) -> bool {
        let covered = !self.stack.is_empty();
        self.stack.offers(action)
            && (!self.desk.staged.is_empty() || !useful::needs_draft(action))
            && useful::here(action, place, focus)
            && (covered || self.tabs.pane().is_none_or(|pane| pane.offers(action)))
    }

    /// Shows the keys that do something here.
    pub(super) fn help(&mut self) {
        let (place, focus) = (self.place(), self.focus());
        let layer = overlay::palette::help(&self.desk, place, |action| self.is_live(action, place, &focus));
        self.stack.push(layer);
    }

    /// What is said to who may see no tab at all.
    fn without_tab(&self) -> Shown {
        let texts = &self.desk.look.texts;
        let held = self.desk.catalogue.family(Family::Resource).filter(|entry| self.desk.sees(entry.key.as_str()));
        let held: Vec<Shown> = held.map(|entry| texts.entry_label(entry)).collect();
        if held.is_empty() {
            return texts.get("tabs-none");
        }
        texts.with("tabs-none-for", &[("list", Shown::join(&held, &Shown::fixed(", ")).into())])
    }

    /// Draws the console.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let look = canvas.look;
        let leaving = [look.key(Action::Quit, Place::Notice), Action::Quit.label(&look.texts)];
        if frame::too_small(canvas, &Shown::join(&leaving, &Shown::fixed(" "))) {
            return;
        }
        let (width, height) = (canvas.width(), canvas.height());
        let texts = &self.desk.look.texts;
        let level = if self.desk.actor.owner {
            texts.get("admin-owner")
        } else {
            self.desk.console.admin().map_or_else(Shown::default, |_| texts.get("tab-person"))
        };
        let mut person = vec![show(&self.desk.actor.username)];
        person.extend((!level.is_empty()).then_some(level));
        let head = frame::Head {
            organisation: show(&self.desk.organisation),
            person: Shown::join(&person, &Shown::fixed(", ")),
            requests: self.desk.sees("tickets").then_some(self.waiting),
            draft: self.desk.staged.len(),
        };
        head.draw(&mut canvas.row(0));
        let tabs = self.tabs.all();
        if let Some(open) = self.tab() {
            frame::tabs(&mut canvas.row(1), &tabs, open, self.waiting);
        }
        canvas.rule(2);
        let place = self.place();
        let focus = self.tabs.pane().map(|pane| pane.focus()).unwrap_or_default();
        let body = height.saturating_sub(CHROME);
        if let Some(pane) = self.tabs.pane_mut() {
            pane.draw(&mut canvas.part(0, 3, width, body), &self.desk);
        } else {
            let said = self.without_tab();
            canvas.part(1, 4, width.saturating_sub(2), body).paragraph(0, &said, Tone::Plain);
        }
        canvas.rule(height.saturating_sub(3));
        self.draw_status(canvas);
        if let Some(what) = self.awaited {
            let follows = self.continuations(what);
            hints::flow(&mut canvas.part(1, height.saturating_sub(2), width.saturating_sub(2), 2), &follows);
            return;
        }
        let mut hint = canvas.part(1, height.saturating_sub(1), width.saturating_sub(2), 1);
        match self.prefix {
            Some(prefix) => hints::continuations(&mut hint, prefix, place),
            None => hints::draw(&mut hint, place, |action| self.is_live(action, place, &focus)),
        }
        self.stack.draw(&mut canvas.part(0, 1, width, height.saturating_sub(2)));
    }
}
