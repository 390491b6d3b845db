//! The note of a record, as rows of its details.

use super::super::desk::Desk;
use super::super::widget::sheet::SheetRow;
use super::Item;
use crate::text::{Shown, show};

/// One row for each line of the note; none for who may not read notes, a dash where there is none.
pub fn row(desk: &Desk, note: Option<&str>) -> Vec<SheetRow<Item>> {
    if !desk.sees("notes") {
        return Vec::new();
    }
    let texts = &desk.look.texts;
    let Some(note) = note else { return vec![SheetRow::detail(None, texts.field("note"), texts.nothing())] };
    let label = |at: usize| if at == 0 { texts.field("note") } else { Shown::default() };
    note.lines().enumerate().map(|(at, line)| SheetRow::detail(None, label(at), show(line))).collect()
}
