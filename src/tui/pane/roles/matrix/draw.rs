//! How the matrix of all roles is drawn.

use std::ops::Range;

use super::super::super::super::canvas::{Canvas, columns};
use super::super::super::super::desk::Desk;
use super::super::super::super::theme::Tone;
use super::super::super::super::widget::mark::{Lock, value_word};
use super::{Column, Matrix};
use crate::domain::catalogue::{Entry, Family};
use crate::text::{Shown, show};

/// The narrowest column of a role.
const NARROW: u16 = 8;

/// The widest, on a small screen and on one with room.
const WIDE: [u16; 2] = [12, 22];

/// Blanks between two columns.
const GAP: u16 = 2;

/// Rows above the first resource: what it is, the names, the licences.
const ABOVE: u16 = 3;

/// The width of the names of the resources, with the marker before them.
fn label(desk: &Desk) -> u16 {
    let entries = desk.catalogue.family(Family::Resource);
    entries.map(|entry| columns(&desk.look.texts.entry_label(entry))).max().unwrap_or(0) + 3 + GAP
}

fn name(column: &Column) -> Shown {
    let mut name = show(&column.role.name);
    if !column.role.standard {
        name.push(&Shown::fixed("*"));
    }
    name
}

fn width(desk: &Desk, column: &Column, room: u16) -> u16 {
    let licence = columns(&desk.look.texts.label(column.role.licence));
    // The name of the selected one stands in brackets.
    (columns(&name(column)) + 2).max(licence).clamp(NARROW, WIDE[usize::from(room >= 100)])
}

/// Which columns fit, the selected one among them.
pub fn seen(matrix: &Matrix, desk: &Desk, room: u16) -> Range<usize> {
    let all = room;
    let room = room.saturating_sub(label(desk));
    let widths: Vec<u16> = matrix.columns.iter().map(|column| width(desk, column, all) + GAP).collect();
    let upto = |first: usize| {
        let mut used = 0;
        let fits = |wide: &&u16| {
            used += **wide;
            used <= room + GAP
        };
        first + widths.iter().skip(first).take_while(fits).count().max(1)
    };
    let (selected, mut first) = matrix.at;
    first = first.min(selected);
    while upto(first) <= selected {
        first += 1;
    }
    first..upto(first).min(widths.len())
}

/// Draws the matrix.
pub fn draw(matrix: &mut Matrix, canvas: &mut Canvas<'_>, desk: &Desk) {
    head(matrix, &mut canvas.row(0), desk);
    let seen = seen(matrix, desk, canvas.width());
    let start = label(desk);
    let mut x = start;
    for at in seen.clone() {
        let column = &matrix.columns[at];
        let (wide, selected) = (width(desk, column, canvas.width()), at == matrix.at.0);
        if selected {
            canvas.text(x, 1, &Shown::fixed("["), Tone::Chosen);
            let end = x + 1 + columns(&canvas.look.fit(&name(column), wide.saturating_sub(2)));
            canvas.cell(x + 1, 1, wide.saturating_sub(2), &name(column), Tone::Chosen);
            canvas.text(end, 1, &Shown::fixed("]"), Tone::Chosen);
        } else {
            canvas.cell(x + 1, 1, wide.saturating_sub(1), &name(column), Tone::Strong);
        }
        canvas.cell(x + 1, 2, wide.saturating_sub(1), &desk.look.texts.label(column.role.licence), Tone::Dim);
        x += wide + GAP;
    }
    if seen.start > 0 {
        canvas.text(start.saturating_sub(GAP), 1, &Shown::fixed("<"), Tone::Dim);
    }
    if seen.end < matrix.columns.len() {
        canvas.text(canvas.width().saturating_sub(1), 1, &Shown::fixed(">"), Tone::Dim);
    }
    let height = canvas.height().saturating_sub(ABOVE);
    let rows = matrix.rows.seen(matrix.keys.len(), height);
    if matrix.keys.is_empty() {
        canvas.below(ABOVE).paragraph(0, &desk.look.texts.get("matrix-same"), Tone::Dim);
    }
    for (y, row) in (ABOVE..).zip(rows) {
        let Some(entry) = desk.catalogue.get(matrix.keys[row].as_str()) else { continue };
        let selected = row == matrix.rows.row;
        if selected {
            canvas.text(0, y, &Shown::fixed(">"), Tone::Chosen);
        }
        let tone = if selected { Tone::Strong } else { Tone::Plain };
        canvas.cell(2, y, start.saturating_sub(2 + GAP), &desk.look.texts.entry_label(entry), tone);
        let mut x = start;
        for at in seen.clone() {
            let column = &matrix.columns[at];
            let wide = width(desk, column, canvas.width());
            cell(&mut canvas.part(x, y, wide, 1), desk, column, entry, selected && at == matrix.at.0);
            x += wide + GAP;
        }
    }
}

fn head(matrix: &Matrix, canvas: &mut Canvas<'_>, desk: &Desk) {
    let texts = &desk.look.texts;
    let on = texts.on_off(matrix.differences);
    let right = texts.with("matrix-differences", &[("on", on.into())]);
    let width = canvas.width();
    let room = width.saturating_sub(columns(&right) + 3);
    canvas.cell(1, 0, room, &texts.get("matrix-title"), Tone::Title);
    canvas.cell_right(0, 0, width.saturating_sub(1), &right, Tone::Dim);
}

/// A value: in parentheses where it is locked, with `~` where the draft changes it.
fn cell(canvas: &mut Canvas<'_>, desk: &Desk, column: &Column, entry: &Entry, selected: bool) {
    let key = entry.key.as_str();
    let (now, before) = (column.role.value(key), column.stored.value(key));
    let lock = column.cells.iter().find(|cell| cell.key == entry.key).map(|cell| Lock::from(&cell.state));
    let word = value_word(entry, now as u8, &desk.look);
    let around = |left, right| [Shown::fixed(left), word.clone(), Shown::fixed(right)].into_iter().collect::<Shown>();
    let (text, tone) = match lock {
        _ if now != before => (around("~", ""), Tone::Staged),
        Some(Lock::Locked) => (around("(", ")"), Tone::Dim),
        Some(Lock::Ask) => (around("<", ">"), Tone::Plain),
        Some(Lock::Free) | None => (around(" ", ""), Tone::Plain),
    };
    let tone = if selected { Tone::Chosen } else { tone };
    canvas.cell(0, 0, canvas.width(), &text, tone);
    if selected {
        // Seen without colour as well: the cell stands between arrows.
        let end = columns(&canvas.look.fit(&text, canvas.width().saturating_sub(2)));
        canvas.text(end + 1, 0, &Shown::fixed("<"), Tone::Chosen);
    }
}
