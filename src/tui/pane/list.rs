//! The pane of most tabs: a list, the sections of the selected record, a filter, a sort.

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::layer::Event;
use super::super::place::{Place, Tab};
use super::super::theme::Tone;
use super::super::widget::bar;
use super::super::widget::field::TextField;
use super::super::widget::sheet::{Sheet, SheetRow};
use super::super::widget::table::{Column, Direction, Row, Table};
use super::{Focus, Item, Pane, Roster, Source};
use crate::domain::command::Command;
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::service::Result;
use crate::service::view::{Sort, Tally, sorts_of};
use crate::text::{Shown, Texts, show};

/// Columns from which the record stands beside the list.
const WIDE: u16 = 100;
/// Rows from which, on a narrow screen, it stands below it.
const TALL: u16 = 40;

/// A record, as a section of it is shown.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// Its name.
    pub title: Shown,
    /// What stands beside the name.
    pub remark: Shown,
    /// The rows of the section.
    pub rows: Vec<SheetRow<Item>>,
}

/// What a tab is made of.
pub trait Kind: Source {
    /// The tab.
    const TAB: Tab;
    /// What its records are.
    const RECORD: RecordKind;

    /// The columns of the list.
    fn columns(texts: &Texts) -> Vec<Column>;

    /// Which column a sort goes by.
    fn sorted(sort: Sort) -> usize;

    /// A row's texts, one for each column.
    fn cells(desk: &Desk, row: &Self::Row) -> Vec<(Shown, Tone)>;

    /// The titles of the record's sections.
    fn sections(texts: &Texts) -> Vec<Shown>;

    /// A section of a record.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    fn open(desk: &Desk, number: i64, section: usize) -> Result<Opened>;

    /// The Commands that toggle a row of a record: round, or by a step; none where the row is no toggle.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    fn toggle(_desk: &Desk, _number: i64, _item: &Item, _step: Option<i8>) -> Result<Option<Vec<Command>>> {
        Ok(None)
    }

    /// What is said where the list is empty.
    fn empty(texts: &Texts) -> Shown;

    /// The section to open first.
    const FIRST_SECTION: usize = 0;
}

/// A list and its record.
pub struct ListPane<K: Kind> {
    roster: Roster<K>,
    filter: Option<TextField>,
    record: bool,
    section: usize,
    opened: Option<(i64, usize, Opened)>,
    sheet: Sheet<Item>,
    stale: bool,
    size: (u16, u16),
}

impl<K: Kind> Default for ListPane<K> {
    fn default() -> Self {
        Self {
            roster: Roster::default(),
            filter: None,
            record: false,
            section: K::FIRST_SECTION,
            opened: None,
            sheet: Sheet::default(),
            stale: true,
            size: (0, 0),
        }
    }
}

/// Where list and record stand: the record has no room of its own on a small screen, and opens over the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Beside(u16),
    Below(u16),
    Over,
}

fn layout((width, height): (u16, u16)) -> Layout {
    if width >= WIDE {
        Layout::Beside((width * 11 / 20).min(width.saturating_sub(54)))
    } else if height >= TALL - 6 {
        Layout::Below(height / 2)
    } else {
        Layout::Over
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
        layout(self.size) != Layout::Over || self.record
    }

    /// Which record and section should be shown.
    fn wanted(&self) -> Option<(i64, usize)> {
        self.roster.number().map(|number| (number, self.section))
    }

    fn shows_wanted(&self) -> bool {
        !self.stale && self.opened.as_ref().map(|(number, section, _)| (*number, *section)) == self.wanted()
    }

    fn step(&mut self, by: isize, texts: &Texts) {
        let sections = K::sections(texts).len();
        let next = self.section.saturating_add_signed(by);
        if by < 0 && self.section == 0 {
            self.record = false;
        } else if next < sections {
            self.section = next;
            self.sheet.select(0);
        }
    }

    fn toggle(&mut self, desk: &mut Desk, step: Option<i8>) -> Result<()> {
        let item = self.sheet.selected().and_then(|row| row.of.clone());
        let (Some(number), Some(item)) = (self.roster.number(), item) else {
            desk.refuse(desk.look.texts.get("pane-no-toggle"));
            return Ok(());
        };
        match K::toggle(desk, number, &item, step)? {
            Some(commands) => {
                desk.stage(commands);
                self.spoil();
            }
            None => desk.refuse(desk.look.texts.get("pane-no-toggle")),
        }
        Ok(())
    }

    fn sort(&mut self, desk: &mut Desk) {
        let sorts = sorts_of(K::LIST);
        let at = sorts.iter().position(|sort| *sort == self.roster.query.sort).unwrap_or(0);
        let sort = sorts[(at + 1) % sorts.len()];
        self.roster.sort(sort);
        let name = desk.look.texts.word("sort", sort.as_str());
        desk.say(desk.look.texts.with("pane-sorted", &[("by", name.into())]));
    }

    fn heading(&self, desk: &Desk) -> Shown {
        let texts = &desk.look.texts;
        let number = |n: u64| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
        match self.roster.tally.1 {
            Some(Tally::Exactly(n)) => texts.with("pane-count", &[("count", number(n).into())]),
            Some(Tally::AtLeast(n)) => texts.with("pane-count-more", &[("count", number(n).into())]),
            None => Shown::default(),
        }
    }

    fn draw_list(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let texts = &desk.look.texts;
        let count = self.heading(desk);
        let width = canvas.width();
        let mut line = canvas.row(0);
        line.text(0, 0, &Shown::fixed("/"), if self.filter.is_some() { Tone::Chosen } else { Tone::Dim });
        let room = width.saturating_sub(super::super::canvas::columns(&count) + 3);
        match &self.filter {
            Some(field) => field.draw(&mut line.part(2, 0, room.saturating_sub(2), 1), true),
            None => {
                let typed = show(&self.roster.typed);
                line.cell(2, 0, room.saturating_sub(2), &typed, Tone::Plain);
            }
        }
        line.cell_right(0, 0, width.saturating_sub(1), &count, Tone::Dim);
        let rows: Vec<Row> = self
            .roster
            .rows()
            .map(|row| {
                let subject = Subject::new(K::RECORD, K::number(row));
                Row { cells: K::cells(desk, row), marked: false, staged: is_staged(desk, subject) }
            })
            .collect();
        let columns = K::columns(texts);
        let direction = if self.roster.query.descending { Direction::Down } else { Direction::Up };
        let empty = if self.roster.query.filter.is_empty() { K::empty(texts) } else { texts.get("pane-no-match") };
        let table = Table {
            columns: &columns,
            sorted: Some((K::sorted(self.roster.query.sort), direction)),
            rows: &rows,
            selected: self.roster.selected_at(),
            words: &self.roster.query.filter.words,
            empty: &empty,
        };
        let height = canvas.height().saturating_sub(1);
        table.draw(&mut canvas.part(0, 1, width, height));
    }

    fn draw_record(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let Some((number, _, opened)) = &self.opened else { return };
        if Some(*number) != self.roster.number() {
            return;
        }
        let width = canvas.width();
        let remark = super::super::canvas::columns(&opened.remark);
        canvas.cell(0, 0, width.saturating_sub(remark + 1), &opened.title, Tone::Strong);
        canvas.cell_right(0, 0, width, &opened.remark, Tone::Dim);
        bar::draw(&mut canvas.row(1), &K::sections(&desk.look.texts), self.section);
        let height = canvas.height().saturating_sub(3);
        self.sheet.draw(&mut canvas.part(0, 3, width, height), self.record);
    }
}

/// Whether a staged Command names the record.
fn is_staged(desk: &Desk, subject: Subject) -> bool {
    let name = subject.to_string();
    desk.draft.staged.iter().any(|staged| staged.versions.iter().any(|(named, _)| *named == name))
}

impl<K: Kind> Pane for ListPane<K> {
    fn place(&self) -> Place {
        match (&self.filter, self.record) {
            (Some(_), _) => Place::Filter,
            (None, true) => Place::Record(K::TAB),
            (None, false) => Place::List(K::TAB),
        }
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if self.filter.is_some() {
            match action {
                Action::Accept => self.filter = None,
                Action::Back => {
                    self.filter = None;
                    self.roster.filter("");
                }
                other => return self.roster.on(desk, other),
            }
            return Ok(true);
        }
        match action {
            Action::Open if self.roster.number().is_some() => self.record = true,
            Action::NextSection => self.step(1, &desk.look.texts),
            Action::PreviousSection => self.step(-1, &desk.look.texts),
            Action::Back if self.record => self.record = false,
            Action::Back if !self.roster.typed.is_empty() => self.roster.filter(""),
            Action::Filter => self.filter = Some(TextField::new(&self.roster.typed)),
            Action::Sort => self.sort(desk),
            Action::ReverseSort => self.roster.reverse(),
            Action::Toggle => self.toggle(desk, None)?,
            Action::Raise => self.toggle(desk, Some(1))?,
            Action::Lower => self.toggle(desk, Some(-1))?,
            moved if self.record => return Ok(self.sheet.on(moved)),
            moved => return self.roster.on(desk, moved),
        }
        Ok(true)
    }

    fn typed(&mut self, event: Event<'_>, _desk: &mut Desk) {
        if let Some(field) = &mut self.filter
            && field.on(event)
            && field.value() != self.roster.typed
        {
            let value = field.value().to_owned();
            self.roster.filter(&value);
        }
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
        if self.roster.stale && self.roster.tally.1.is_none() {
            self.roster.tally.0 = desk.counter.ask(K::TAB, self.roster.query.clone());
        }
        let height = usize::from(self.list_height());
        self.roster.fit(desk, height)?;
        if !self.record_is_seen() || self.shows_wanted() || !rest {
            return Ok(());
        }
        let Some((number, section)) = self.wanted() else {
            self.opened = None;
            self.record = false;
            return Ok(());
        };
        let opened = K::open(desk, number, section)?;
        let same = self.opened.as_ref().is_some_and(|(n, s, _)| (*n, *s) == (number, section));
        self.sheet.set(opened.rows.clone());
        if !same {
            self.sheet.select(0);
        }
        self.opened = Some((number, section, opened));
        self.stale = false;
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let (width, height) = (canvas.width(), canvas.height());
        match layout((width, height)) {
            Layout::Beside(list) => {
                self.draw_list(&mut canvas.part(0, 0, list.saturating_sub(1), height), desk);
                canvas.part(list, 0, 1, height).pillar(0);
                self.draw_record(&mut canvas.part(list + 2, 0, width.saturating_sub(list + 2), height), desk);
            }
            Layout::Below(list) => {
                self.draw_list(&mut canvas.part(0, 0, width, list), desk);
                canvas.rule(list);
                self.draw_record(&mut canvas.part(1, list + 1, width.saturating_sub(2), height - list - 1), desk);
            }
            Layout::Over if self.record => {
                self.draw_record(&mut canvas.part(1, 0, width.saturating_sub(2), height), desk);
            }
            Layout::Over => self.draw_list(canvas, desk),
        }
    }

    fn spoil(&mut self) {
        self.roster.stale = true;
        self.roster.tally.1 = None;
        self.stale = true;
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        if question == self.roster.tally.0 {
            self.roster.tally.1 = Some(tally);
        }
    }

    fn focus(&self) -> Focus {
        let subject = self.roster.number().map(|number| Subject::new(K::RECORD, number));
        let item = if self.record { self.sheet.selected().and_then(|row| row.of.clone()) } else { None };
        Focus { subject, item, kind: None }
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.filter("");
        self.roster.select(desk, number)
    }

    fn narrow(&mut self, filter: &str) {
        self.record = false;
        self.roster.filter(filter);
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.select(desk, number)
    }

    fn remark(&self) -> Option<Shown> {
        let row = if self.record { self.sheet.selected() } else { None };
        row.map(|row| row.remark.clone()).filter(|remark| !remark.is_empty())
    }

    fn waits(&self) -> bool {
        self.record_is_seen() && !self.shows_wanted() && self.wanted().is_some()
    }
}
