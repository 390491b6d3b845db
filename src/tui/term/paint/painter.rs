//! Writes the difference between two rows.

use ratatui::buffer::Cell;

use super::cells::{HIDDEN, is_erased, is_unsure};
use super::motion;
use super::pen::Pen;

/// Fewer changed cells than this are never worth erasing the row first.
const WORTH_ERASING: usize = 16;

/// What is known of the terminal between two writes: it is what makes the next write short.
#[derive(Clone, Copy, Debug)]
pub(super) struct Painter {
    pen: Option<Pen>,
    cursor: Option<(u16, u16)>,
    width: u16,
}

impl Painter {
    /// Creates a painter that knows nothing of the terminal yet, for rows of `width` columns.
    pub(super) fn new(width: u16) -> Self {
        Self { pen: None, cursor: None, width }
    }

    /// Empties the screen.
    pub(super) fn clear(&mut self, out: &mut Vec<u8>) {
        self.set_pen(out, Pen::PLAIN);
        out.extend_from_slice(b"\x1b[2J");
    }

    /// Moves the cursor.
    pub(super) fn go(&mut self, out: &mut Vec<u8>, to: (u16, u16)) {
        motion::go(out, self.cursor, to, self.width);
        self.cursor = Some(to);
    }

    /// Inserts (`b'L'`) or deletes (`b'M'`) `count` whole lines at row `y`.
    pub(super) fn lines(&mut self, out: &mut Vec<u8>, y: u16, count: u16, operation: u8) {
        // Terminals fill with the background of the pen, or with their own: make them the same.
        self.clean_pen(out);
        self.go(out, (0, y));
        out.extend_from_slice(b"\x1b[");
        if count > 1 {
            out.extend_from_slice(count.to_string().as_bytes());
        }
        out.push(operation);
    }

    /// Turns row `y` from `shown` into `wanted`, erasing it first when that is shorter.
    pub(super) fn row(&mut self, out: &mut Vec<u8>, y: u16, shown: &[Cell], wanted: &[Cell]) {
        let changed = changed_cells(shown, wanted);
        if changed == 0 {
            return;
        }
        let before = *self;
        let start = out.len();
        let unsure = wanted.iter().chain(shown).any(|cell| is_unsure(cell.symbol()));
        self.cells(out, y, |x| !unsure && shown[x] == wanted[x], wanted);
        if changed < WORTH_ERASING || unsure {
            return;
        }
        let plain = out.len() - start;
        let mut erasing = before;
        erasing.erase_from(out, y, first_change(shown, wanted));
        let first = first_change(shown, wanted);
        erasing.cells(out, y, |x| x < first || is_erased(&wanted[x]), wanted);
        if out.len() - start - plain < plain {
            out.drain(start..start + plain);
            *self = erasing;
        } else {
            out.truncate(start + plain);
        }
    }

    /// Writes the cells of `wanted` that `is_shown` does not already have on the screen.
    fn cells(&mut self, out: &mut Vec<u8>, y: u16, is_shown: impl Fn(usize) -> bool, wanted: &[Cell]) {
        let blank_from = wanted.iter().rposition(|cell| !is_erased(cell)).map_or(0, |x| x + 1);
        let mut x = 0;
        while x < wanted.len() {
            let cell = &wanted[x];
            if is_shown(x) || cell.symbol() == HIDDEN {
                x += 1;
                continue;
            }
            if x >= blank_from {
                let last = (x..wanted.len()).rev().find(|x| !is_shown(*x)).unwrap_or(x);
                // "CSI K" is three bytes.
                if last - x >= 3 {
                    self.erase_from(out, y, x);
                    return;
                }
            }
            self.reach(out, (x, y), wanted);
            self.put(out, cell);
            let columns = 1 + wanted[x + 1..].iter().take_while(|cell| cell.symbol() == HIDDEN).count();
            x += columns;
            // Lossless: a row is at most 65 535 columns.
            self.cursor = if is_unsure(cell.symbol()) { None } else { Some((x as u16, y)) };
        }
    }

    /// Brings the cursor to a cell, over a short gap by writing the cells between again.
    fn reach(&mut self, out: &mut Vec<u8>, (x, y): (usize, u16), wanted: &[Cell]) {
        let to = (x as u16, y);
        let start = out.len();
        motion::go(out, self.cursor, to, self.width);
        if let Some((from, row)) = self.cursor
            && row == y
            && from < to.0
        {
            let moving = out.len() - start;
            let gap = &wanted[usize::from(from)..x];
            let bytes: usize = gap.iter().map(|cell| cell.symbol().len()).sum();
            let target = Pen::of(&wanted[x]);
            let pen = self.pen.filter(|pen| gap.iter().all(|cell| pen.fits(cell)));
            let pen = pen.or(Some(target).filter(|pen| gap.iter().all(|cell| pen.fits(cell))));
            if let Some(pen) = pen
                && bytes <= moving
                && gap.iter().all(|cell| cell.symbol() != HIDDEN && !is_unsure(cell.symbol()))
            {
                out.truncate(start);
                self.set_pen(out, pen);
                gap.iter().for_each(|cell| out.extend_from_slice(cell.symbol().as_bytes()));
            }
        }
        self.cursor = Some(to);
    }

    fn put(&mut self, out: &mut Vec<u8>, cell: &Cell) {
        if !self.pen.is_some_and(|pen| pen.fits(cell)) {
            self.set_pen(out, Pen::of(cell));
        }
        out.extend_from_slice(cell.symbol().as_bytes());
    }

    fn erase_from(&mut self, out: &mut Vec<u8>, y: u16, x: usize) {
        self.go(out, (x as u16, y));
        self.clean_pen(out);
        out.extend_from_slice(b"\x1b[K");
    }

    fn clean_pen(&mut self, out: &mut Vec<u8>) {
        match self.pen {
            Some(pen) if pen.erases_clean() => {}
            Some(pen) => self.set_pen(out, pen.cleaned()),
            None => self.set_pen(out, Pen::PLAIN),
        }
    }

    fn set_pen(&mut self, out: &mut Vec<u8>, wanted: Pen) {
        match self.pen {
            Some(pen) => pen.change(wanted, out),
            None => {
                out.extend_from_slice(b"\x1b[m");
                Pen::PLAIN.change(wanted, out);
            }
        }
        self.pen = Some(wanted);
    }
}

/// Counts the cells that differ between two rows.
pub(super) fn changed_cells(shown: &[Cell], wanted: &[Cell]) -> usize {
    shown.iter().zip(wanted).filter(|(shown, wanted)| shown != wanted).count()
}

fn first_change(shown: &[Cell], wanted: &[Cell]) -> usize {
    shown.iter().zip(wanted).position(|(shown, wanted)| shown != wanted).unwrap_or(0)
}
