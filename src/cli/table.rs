//! Aligned columns, measured in columns of the terminal.

use super::failure::Done;
use super::out::Out;
use crate::text::Shown;

/// What is wider than this pushes the rest of its row, and not every row.
const WIDEST: usize = 40;

/// Columns whose widths come from the first rows: what follows is written as it comes.
pub struct Table {
    widths: Vec<usize>,
}

impl Table {
    /// Takes the widths from a header and the first rows.
    pub fn sized(header: &[Shown], rows: &[Vec<Shown>]) -> Self {
        let widest = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(Shown::width).filter(|w| *w <= WIDEST);
            cells.max().unwrap_or(0).max(header[column].width())
        };
        Self { widths: (0..header.len()).map(widest).collect() }
    }

    /// Writes a row.
    pub fn row(&self, out: &mut Out, cells: &[Shown]) -> Done {
        let last = cells.len().saturating_sub(1);
        for (at, (cell, width)) in cells.iter().zip(&self.widths).enumerate() {
            if at == last {
                out.part(cell)?;
            } else {
                out.part(&cell.pad_right(*width))?;
                out.part(&Shown::fixed("  "))?;
            }
        }
        out.line(&Shown::default())
    }
}

/// Writes pairs of a label and a text of one or several lines, the texts under each other.
pub fn pairs(out: &mut Out, pairs: &[(Shown, Shown)]) -> Done {
    let width = pairs.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    for (label, text) in pairs {
        for (at, line) in text.lines().enumerate() {
            let label = if at == 0 { label.pad_right(width) } else { Shown::fixed(" ").repeat(width) };
            out.part(&label)?;
            out.part(&Shown::fixed("  "))?;
            out.line(&line)?;
        }
    }
    Ok(())
}
