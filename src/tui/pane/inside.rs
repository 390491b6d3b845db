//! The record beside a list: its sections, one of them open, searched and paged.

use std::marker::PhantomData;

use super::super::action::Action;
use super::super::canvas::{Canvas, columns};
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::theme::Tone;
use super::super::widget::bar;
use super::super::widget::field::TextField;
use super::super::widget::sheet::Sheet;
use super::list::is_staged;
use super::{Item, Kind, Opened};
use crate::domain::id::Subject;
use crate::domain::norm::fold;
use crate::service::Result;
use crate::text::{Shown, show};

/// Rows above the section: the name, the titles of the sections, what is searched for.
const ABOVE: u16 = 3;

/// The record of a list.
pub struct Inside<K: Kind> {
    /// Whether it has the focus.
    pub focus: bool,
    section: usize,
    /// How many sections there are; none before the first reading.
    sections: usize,
    opened: Option<(i64, usize, Opened)>,
    sheet: Sheet<Item>,
    search: Option<TextField>,
    words: String,
    stale: bool,
    kind: PhantomData<K>,
}

impl<K: Kind> Default for Inside<K> {
    fn default() -> Self {
        Self {
            focus: false,
            section: K::FIRST_SECTION,
            sections: 0,
            opened: None,
            sheet: Sheet::default(),
            search: None,
            words: String::new(),
            stale: true,
            kind: PhantomData,
        }
    }
}

impl<K: Kind> Inside<K> {
    /// Whether something is being typed into the search of the section.
    pub const fn searches(&self) -> bool {
        self.search.is_some()
    }

    /// Whether an action does something here and now.
    pub const fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::NextSection) || self.section + 1 < self.sections
    }

    /// Whether the first section is open.
    pub const fn is_at_first(&self) -> bool {
        self.section == 0
    }

    /// Opens the first section.
    pub fn go_first(&mut self) {
        if self.section > 0 {
            self.section = 0;
            self.sheet.select(0);
        }
    }

    /// What was read may have changed.
    pub const fn spoil(&mut self) {
        self.stale = true;
    }

    /// What the selected row stands for, where the record has the focus.
    pub fn item(&self) -> Option<Item> {
        if self.focus { self.sheet.selected().and_then(|row| row.of.clone()) } else { None }
    }

    /// The value of the selected row, or its label where it has none; none where the list has the focus.
    pub fn value(&self) -> Option<Shown> {
        let row = if self.focus { self.sheet.selected() } else { None };
        row.map(|row| if row.value.is_empty() { row.label.clone() } else { row.value.clone() })
    }

    /// What the selected row says, whole.
    pub fn remark(&self) -> Option<Shown> {
        let row = if self.focus { self.sheet.selected() } else { None };
        row.map(|row| row.remark.clone()).filter(|remark| !remark.is_empty())
    }

    /// Whether the record of that number is what is shown, and as it is now.
    pub fn shows(&self, number: Option<i64>) -> bool {
        !self.stale && self.draws(number)
    }

    /// Whether the record of that number is on screen; it may have changed since.
    pub fn draws(&self, number: Option<i64>) -> bool {
        let drawn = self.opened.as_ref().map(|(number, section, _)| (*number, *section));
        drawn == number.map(|number| (number, self.section))
    }

    /// Reads the open section of that record.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn read(&mut self, desk: &Desk, number: Option<i64>) -> Result<()> {
        let Some(number) = number else {
            self.opened = None;
            self.focus = false;
            return Ok(());
        };
        self.sections = K::sections(&desk.look.texts).len();
        let opened = K::open(desk, number, self.section)?;
        let same = self.opened.as_ref().is_some_and(|(n, s, _)| (*n, *s) == (number, self.section));
        if !same {
            self.search = None;
            self.words.clear();
        }
        self.opened = Some((number, self.section, opened));
        self.fill();
        if !same {
            self.sheet.select(0);
        }
        self.stale = false;
        Ok(())
    }

    /// Shows the rows that fit what is searched for.
    fn fill(&mut self) {
        let Some((_, _, opened)) = &self.opened else { return };
        let folded = fold(&self.words);
        let fits = |label: &Shown| folded.split(' ').all(|word| fold(label.as_str()).contains(word));
        self.sheet.set(opened.rows.iter().filter(|row| fits(&row.label)).cloned().collect());
    }

    fn search_for(&mut self, words: &str) {
        let selected = self.sheet.selected().map(|row| row.label.clone());
        words.clone_into(&mut self.words);
        self.fill();
        let at = self.sheet.rows().iter().position(|row| Some(&row.label) == selected.as_ref());
        self.sheet.select(at.unwrap_or(0));
    }

    /// Takes an action in the record of that number; says whether it was one of its own.
    ///
    /// # Errors
    /// The refusal, signed out, or the store.
    pub fn on(&mut self, action: Action, desk: &mut Desk, number: Option<i64>) -> Result<bool> {
        if self.search.is_some() {
            match action {
                Action::Accept => self.search = None,
                Action::Back => {
                    self.search = None;
                    self.search_for("");
                }
                moved => return Ok(self.sheet.on(moved)),
            }
            return Ok(true);
        }
        match action {
            Action::NextSection => self.step(1, desk),
            Action::PreviousSection => self.step(-1, desk),
            Action::Back if !self.words.is_empty() => self.search_for(""),
            Action::Back => self.focus = false,
            Action::Search => self.search = Some(TextField::new(&self.words)),
            Action::Toggle | Action::Raise | Action::Lower if is_to_go::<K>(desk, number) => {
                desk.refuse(desk.look.texts.get("removed-already"));
            }
            Action::Toggle => self.toggle(desk, number, None)?,
            Action::Raise => self.toggle(desk, number, Some(1))?,
            Action::Lower => self.toggle(desk, number, Some(-1))?,
            moved => return Ok(self.sheet.on(moved)),
        }
        Ok(true)
    }

    /// Takes what is typed into the search.
    pub fn typed(&mut self, event: Event<'_>) {
        let Some(field) = &mut self.search else { return };
        if field.on(event) && field.value() != self.words {
            let words = field.value().to_owned();
            self.search_for(&words);
        }
    }

    fn step(&mut self, by: isize, desk: &mut Desk) {
        let next = self.section.saturating_add_signed(by);
        if by < 0 && self.section == 0 {
            self.focus = false;
        } else if next < K::sections(&desk.look.texts).len() {
            self.section = next;
            self.sheet.select(0);
        } else {
            desk.refuse(desk.look.texts.get("section-last"));
        }
    }

    fn toggle(&mut self, desk: &mut Desk, number: Option<i64>, step: Option<i8>) -> Result<()> {
        let commands = match (number, self.item()) {
            (Some(number), Some(item)) => K::toggle(desk, number, &item, step)?,
            _ => None,
        };
        match commands {
            Some(commands) => {
                desk.stage(commands);
                self.stale = true;
            }
            None => desk.refuse(desk.look.texts.get("pane-no-toggle")),
        }
        Ok(())
    }

    /// Draws the record of that number, once it was read.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk, number: Option<i64>) {
        let Some((shown, _, opened)) = &self.opened else { return };
        if Some(*shown) != number {
            return;
        }
        let width = canvas.width();
        let goes = is_to_go::<K>(desk, number);
        let staged = goes || number.is_some_and(|number| is_staged(desk, Subject::new(K::RECORD, number)));
        let said = if goes { desk.look.texts.get("removed-staged") } else { opened.remark.clone() };
        // The same mark as in the list.
        let before = if staged { canvas.text(0, 0, &Shown::fixed("~"), Tone::Staged) } else { 0 };
        let room = width.saturating_sub(columns(&said) + 1 + before);
        canvas.cell(before, 0, room, &opened.title, Tone::Strong);
        canvas.cell_right(0, 0, width, &said, if staged { Tone::Staged } else { Tone::Dim });
        bar::draw(&mut canvas.row(1), &K::sections(&desk.look.texts), self.section);
        let height = canvas.height().saturating_sub(ABOVE);
        let all = opened.rows.len();
        self.line(&mut canvas.row(2), desk, all, usize::from(height.max(1)));
        self.sheet.draw(&mut canvas.part(0, ABOVE, width, height), self.focus);
    }

    /// The line above the section: what is searched for or what the selected row is, and which page is seen.
    fn line(&self, canvas: &mut Canvas<'_>, desk: &Desk, all: usize, height: usize) {
        let texts = &desk.look.texts;
        let rows = self.sheet.rows().len();
        let count = |n: usize| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
        let mut right = Vec::new();
        if self.search.is_some() || !self.words.is_empty() {
            right.push(texts.with("section-found", &[("found", count(rows).into()), ("all", count(all).into())]));
        }
        if rows > height {
            let (at, of) = (self.sheet.at() / height + 1, rows.div_ceil(height));
            let args = [("at", count(at).into()), ("of", count(of).into()), ("all", count(rows).into())];
            right.push(texts.with("section-page", &args));
        }
        let right = Shown::join(&right, &Shown::fixed("   "));
        let room = canvas.width().saturating_sub(if right.is_empty() { 0 } else { columns(&right) + 2 });
        let width = canvas.width();
        canvas.cell_right(0, 0, width, &right, Tone::Dim);
        let mut left = canvas.part(0, 0, room, 1);
        match &self.search {
            Some(field) => {
                left.text(0, 0, &Shown::fixed("/"), Tone::Chosen);
                field.draw(&mut left.part(2, 0, room.saturating_sub(2), 1), true);
            }
            None if !self.words.is_empty() => {
                left.text(0, 0, &Shown::fixed("/"), Tone::Dim);
                left.cell(2, 0, room.saturating_sub(2), &show(&self.words), Tone::Plain);
            }
            None => _ = left.cell(0, 0, room, &self.about(desk), Tone::Dim),
        }
    }

    /// What the selected row is, in one line.
    fn about(&self, desk: &Desk) -> Shown {
        match self.item() {
            Some(Item::Cell(key)) => {
                let entry = desk.catalogue.get(key.as_str());
                entry.map(|entry| desk.look.texts.entry_about(entry)).unwrap_or_default()
            }
            _ => Shown::default(),
        }
    }
}

/// Whether the record of that number goes once the draft is applied.
fn is_to_go<K: Kind>(desk: &Desk, number: Option<i64>) -> bool {
    number.is_some_and(|number| desk.removes(Subject::new(K::RECORD, number)))
}
