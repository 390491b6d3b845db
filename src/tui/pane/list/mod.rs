//! The pane of most tabs: a list, the sections of the selected record, a filter, a sort.

mod draw;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::layer::Event;
use super::super::place::{Place, Tab};
use super::super::theme::Tone;
use super::super::widget::field::TextField;
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::{Column, Table};
use super::layout::{Layout, layout, parts};
use super::{Focus, Inside, Item, Pane, Roster, Source};
use crate::domain::command::Command;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{Kind as RecordKind, Subject};
use crate::domain::record::Record;
use crate::service::Result;
use crate::service::bulk::Marked;
use crate::service::terms::Advice;
use crate::service::view::{Cursor, Filter, List, Query, Sort, Tally, sorts_of};
use crate::text::{Shown, Texts};

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

    /// Which column a sort goes by, if one does.
    fn sorted(sort: Sort) -> Option<usize>;

    /// What the view of the list is called that a filter shows; nothing where the list has no views.
    fn view(_desk: &Desk, _filter: &Filter) -> Shown {
        Shown::default()
    }

    /// The columns that a filter wants to be seen, chosen or not.
    fn wanted(_filter: &Filter) -> &'static [&'static str] {
        &[]
    }

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

    /// Whether rows can be marked: there is something to be done to many of them.
    const MARKS: bool = false;

    /// The section to open first.
    const FIRST_SECTION: usize = 0;
}

/// A list and its record.
pub struct ListPane<K: Kind> {
    roster: Roster<K>,
    filter: Option<TextField>,
    inside: Inside<K>,
    size: (u16, u16),
}

impl<K: Kind> Default for ListPane<K> {
    fn default() -> Self {
        Self { roster: Roster::default(), filter: None, inside: Inside::default(), size: (0, 0) }
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
        layout(self.size) != Layout::Over || self.inside.focus
    }

    /// Completes the word that is being typed, and says what it may go on as.
    fn complete(&mut self, desk: &mut Desk) -> Result<()> {
        let Some(field) = &mut self.filter else { return Ok(()) };
        let (text, offers) = desk.console.complete_filter(K::LIST, field.value())?;
        field.set(&text);
        self.roster.filter(&text);
        if offers.len() > 1 {
            let known = offers.join(", ");
            desk.say(desk.look.texts.with("filter-offers", &[("known", known.into())]));
        }
        Ok(())
    }

    /// Shows everything again; what was found stays selected.
    fn unfilter(&mut self, desk: &Desk) -> Result<()> {
        let found = self.roster.number();
        self.roster.filter("");
        found.map_or(Ok(()), |number| self.roster.select(desk, number))
    }
}

/// Says what is not understood in a filter, and what the term at its end may go on as.
fn advise(desk: &mut Desk, list: List, typed: &str) {
    let texts = &desk.look.texts;
    let join = |known: &[String]| known.join(", ");
    match desk.console.filter_advice(list, typed) {
        Ok(Some(Advice::Field { field, known })) => {
            let args = [("field", field.into()), ("known", join(&known).into())];
            desk.refuse(texts.with("filter-no-field", &args));
        }
        Ok(Some(Advice::Value { field, value, known })) => {
            let args = [("field", field.into()), ("value", value.into()), ("known", join(&known).into())];
            desk.refuse(texts.with("filter-no-value", &args));
        }
        Ok(Some(Advice::Offers { known, .. })) => {
            desk.say(texts.with("filter-offers", &[("known", join(&known).into())]));
        }
        Ok(None) => desk.say(Shown::default()),
        Err(error) => desk.fail(&error),
    }
}

/// Puts what is staged into the rows that it is staged on, so that a list says what its records say.
pub(super) fn with_draft<R, T: Record>(
    desk: &Desk,
    mut rows: Vec<(Cursor, R)>,
    number: impl Fn(&R) -> i64,
    put: impl Fn(&mut R, T),
) -> Result<Vec<(Cursor, R)>>
where
    for<'a> dyn Facts + 'a: Get<T>,
{
    let named = |row: &R| is_staged(desk, Subject::new(T::KIND, number(row)));
    let staged: Vec<i64> = rows.iter().filter(|(_, row)| named(row)).map(|(_, row)| number(row)).collect();
    if staged.is_empty() {
        return Ok(rows);
    }
    for record in desk.console.all_drafted::<T>(&staged, &desk.staged)? {
        let of = record.subject().id;
        if let Some((_, row)) = rows.iter_mut().find(|(_, row)| number(row) == of) {
            put(row, record);
        }
    }
    Ok(rows)
}

/// Whether a staged Command names the record.
pub(super) fn is_staged(desk: &Desk, subject: Subject) -> bool {
    let name = subject.to_string();
    desk.draft.staged.iter().any(|staged| staged.versions.iter().any(|(named, _)| *named == name))
}

impl<K: Kind> Pane for ListPane<K> {
    fn place(&self) -> Place {
        match (self.filter.is_some() || self.inside.searches(), self.inside.focus) {
            (true, _) => Place::Filter,
            (false, true) => Place::Record(K::TAB),
            (false, false) => Place::List(K::TAB),
        }
    }

    fn on(&mut self, action: Action, desk: &mut Desk) -> Result<bool> {
        if self.filter.is_some() {
            match action {
                Action::Accept => self.filter = None,
                Action::Complete => self.complete(desk)?,
                Action::Back => {
                    self.filter = None;
                    self.unfilter(desk)?;
                }
                other => return self.roster.on(desk, other),
            }
            return Ok(true);
        }
        if self.inside.focus {
            let used = self.inside.on(action, desk, self.roster.record())?;
            // What is toggled in the record is staged, which the list shows too.
            self.roster.stale |= matches!(action, Action::Toggle | Action::Raise | Action::Lower);
            return Ok(used);
        }
        match action {
            Action::Open if self.roster.number().is_some() => self.inside.focus = true,
            Action::Mark | Action::MarkRange | Action::MarkAll if !K::MARKS => {
                desk.refuse(desk.look.texts.get("marks-not-here"));
            }
            Action::Back if !self.roster.marks.is_empty() || self.roster.is_ranging() => self.roster.unmark(),
            Action::Back if !self.roster.typed.is_empty() => self.unfilter(desk)?,
            Action::Filter => self.filter = Some(TextField::new(&self.roster.typed)),
            Action::ReverseSort => self.roster.reverse(),
            moved => return self.roster.on(desk, moved),
        }
        Ok(true)
    }

    fn typed(&mut self, event: Event<'_>, desk: &mut Desk) {
        if let Some(field) = &mut self.filter
            && field.on(event)
            && field.value() != self.roster.typed
        {
            let value = field.value().to_owned();
            self.roster.filter(&value);
            advise(desk, K::LIST, &value);
        }
        if self.filter.is_none() {
            self.inside.typed(event);
        }
    }

    fn read(&mut self, desk: &mut Desk, size: (u16, u16), rest: bool) -> Result<()> {
        self.size = size;
        // Not counted, and nobody was asked: what is selected again was read already.
        if (self.roster.stale || self.roster.tally.0 == 0) && self.roster.tally.1.is_none() {
            self.roster.tally.0 = desk.counter.ask(K::TAB, self.roster.query.clone());
        }
        let height = usize::from(self.list_height());
        self.roster.fit(desk, height)?;
        let number = self.roster.record();
        if self.record_is_seen() && rest && !self.inside.shows(number) {
            self.inside.read(desk, number)?;
        }
        Ok(())
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>, desk: &Desk) {
        let number = self.roster.record();
        let (list, record) = parts(canvas, self.inside.focus);
        if let Some(area) = list {
            self.draw_list(&mut canvas.at(area), desk);
        }
        if let Some(area) = record {
            self.inside.draw(&mut canvas.at(area), desk, number);
        }
    }

    fn spoil(&mut self) {
        self.roster.stale = true;
        self.roster.tally = (0, None);
        self.inside.spoil();
    }

    fn tallied(&mut self, question: u64, tally: Tally) {
        if question == self.roster.tally.0 {
            self.roster.tally.1 = Some(tally);
        }
    }

    fn focus(&self) -> Focus {
        let (number, item) = (self.roster.record(), self.inside.item());
        let marks = K::MARKS && !self.inside.focus;
        match (K::LIST, &item) {
            // An entry is no record: what its selected change is about is.
            (List::Journal, Some(Item::Record(changed))) => {
                Focus { subject: Some(*changed), item, entry: number, ..Focus::default() }
            }
            (List::Journal, _) => Focus { entry: number, ..Focus::default() },
            _ => {
                Focus { subject: number.map(|number| Subject::new(K::RECORD, number)), item, marks, ..Focus::default() }
            }
        }
    }

    fn select(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.filter("");
        self.roster.select(desk, number)
    }

    fn has(&self, subject: Subject) -> bool {
        subject.kind == K::RECORD
    }

    fn marked(&self) -> Option<Marked> {
        if self.inside.focus { None } else { self.roster.marks.of(&self.roster.query) }
    }

    fn unmark(&mut self) {
        self.roster.unmark();
    }

    fn query(&self) -> Option<(Query, String)> {
        Some((self.roster.query.clone(), self.roster.typed.clone()))
    }

    fn columns(&self, texts: &Texts) -> Option<(List, Vec<Column>)> {
        let columns: Vec<Column> = K::columns(texts).into_iter().filter(|column| !column.id.is_empty()).collect();
        (!self.inside.focus && !columns.is_empty()).then_some((K::LIST, columns))
    }

    fn narrow(&mut self, filter: &str) {
        self.inside.focus = false;
        self.roster.filter(filter);
    }

    fn follow(&mut self, desk: &mut Desk, number: i64) -> Result<()> {
        self.roster.select(desk, number)
    }

    fn walk(&mut self, action: Action, desk: &mut Desk) -> Result<()> {
        self.roster.on(desk, action).map(drop)
    }

    fn value(&self) -> Option<Shown> {
        self.inside.value()
    }

    fn sorts(&self) -> &'static [Sort] {
        sorts_of(K::LIST)
    }

    fn sort_by(&mut self, sort: Sort) {
        self.roster.sort(sort);
    }

    fn is_read(&self) -> bool {
        self.record_is_seen() && self.inside.is_at_first() && self.inside.draws(self.roster.record())
    }

    fn read_first(&mut self) {
        self.inside.focus |= !self.record_is_seen();
        self.inside.go_first();
    }

    fn remark(&self) -> Option<Shown> {
        self.inside.remark()
    }

    fn waits(&self) -> bool {
        let number = self.roster.record();
        self.record_is_seen() && number.is_some() && !self.inside.shows(number)
    }
}
