//! What a tab is made of: its columns, its sections, and what its rows say.

use super::super::super::desk::Desk;
use super::super::super::place::Tab;
use super::super::super::theme::Tone;
use super::super::super::widget::sheet::SheetRow;
use super::super::super::widget::table::Column;
use super::super::{Item, Source};
use crate::domain::command::Command;
use crate::domain::id::Kind as RecordKind;
use crate::service::Result;
use crate::service::view::{Filter, Sort};
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
