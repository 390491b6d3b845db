//! The journal: what was changed, by whom, and what an entry did field by field.

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::theme::Tone;
use super::super::widget::sheet::SheetRow;
use super::super::widget::table::Column;
use super::{Item, Kind, Opened, Source};
use crate::domain::id::Kind as RecordKind;
use crate::service::Result;
use crate::service::view::{Cursor, EntryRow, From, List, Query, Sort};
use crate::text::{Shown, Texts, show};

/// The tab of the journal.
pub struct Journal;

/// How many changes of an entry are shown; an import has a great many.
const CHANGES: i64 = 200;

impl Source for Journal {
    type Row = EntryRow;
    const LIST: List = List::Journal;

    fn fetch(desk: &Desk, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, EntryRow)>> {
        desk.console.window(query, from, limit)
    }

    fn number(row: &EntryRow) -> i64 {
        row.number
    }
}

impl Kind for Journal {
    const TAB: Tab = Tab::Journal;
    // An entry is no record; nothing is staged on it.
    const RECORD: RecordKind = RecordKind::Organisation;

    fn columns(texts: &Texts) -> Vec<Column> {
        vec![
            Column::numbers(texts.get("col-number"), 5, 0),
            Column::words(texts.get("col-when"), 16, 16, 1),
            Column::words(texts.get("col-who"), 6, 14, 2),
            Column::words(texts.get("col-what"), 8, 12, 3),
            Column::words(texts.get("col-record"), 10, 30, 4),
            Column::numbers(texts.get("col-changes"), 7, 5),
        ]
    }

    fn sorted(sort: Sort) -> Option<usize> {
        (sort != Sort::Changed).then_some(0)
    }

    fn cells(desk: &Desk, row: &EntryRow) -> Vec<(Shown, Tone)> {
        let texts = &desk.look.texts;
        let tone = if row.result == "done" { Tone::Plain } else { Tone::Dim };
        [
            texts.number(row.number),
            crate::text::minute(row.at, &crate::text::Here),
            row.actor.as_deref().map_or_else(|| texts.nothing(), show),
            texts.word("entry", &row.kind),
            row.first_name.as_deref().map_or_else(|| texts.nothing(), show),
            texts.number(row.changes),
        ]
        .map(|text| (text, tone))
        .into()
    }

    fn sections(texts: &Texts) -> Vec<Shown> {
        vec![texts.get("section-changes"), texts.get("section-proof")]
    }

    fn open(desk: &Desk, number: i64, at: usize) -> Result<Opened> {
        let texts = &desk.look.texts;
        let (entry, changes) = desk.console.entry(number, 0, CHANGES)?;
        let mut rows = Vec::new();
        if at == 0 {
            for change in &changes {
                let read = texts.change(&desk.catalogue, change);
                let value = texts.with("change-arrow", &[("before", read.before.into()), ("after", read.after.into())]);
                let label = Shown::join(&[read.who, read.what], &Shown::fixed("  "));
                let mut row = SheetRow::detail(Some(Item::Record(change.subject)), label, value);
                row.remark = read.because.unwrap_or_default();
                rows.push(row);
            }
            let left = entry.changes - i64::try_from(changes.len()).unwrap_or(0);
            if left > 0 {
                rows.push(SheetRow::heading(texts.with("journal-more", &[("count", left.into())])));
            }
            if entry.head.result != "done" {
                rows.push(SheetRow::heading(texts.with("journal-refused", &[("code", (&entry.head.result).into())])));
            }
        } else {
            let row = |label: Shown, value: Shown| SheetRow::detail(None, label, value);
            rows.push(row(texts.get("proof-hash"), show(&entry.hash.to_string())));
            rows.push(row(texts.get("proof-previous"), show(&entry.previous_hash.to_string())));
            rows.push(row(texts.get("proof-commands"), show(&entry.head.commands)));
            for (label, number) in
                [(texts.get("proof-reverses"), entry.head.reverses), (texts.get("proof-ticket"), entry.head.ticket)]
            {
                if let Some(number) = number {
                    rows.push(row(label, texts.number(number)));
                }
            }
            if let Some(peer) = &entry.head.peer {
                rows.push(row(texts.get("proof-peer"), show(peer)));
            }
        }
        let title = texts.with("journal-entry", &[("number", number.into())]);
        let who = entry.head.actor.map_or_else(|| texts.nothing(), |(_, name)| show(&name));
        let remark = Shown::join(&[who, crate::text::second(entry.head.at, &crate::text::Here)], &Shown::fixed("  "));
        Ok(Opened { title, remark, rows })
    }

    fn empty(texts: &Texts) -> Shown {
        texts.get("empty-journal")
    }
}
