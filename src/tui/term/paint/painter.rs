//! Writes the difference between two rows.

use super::glyph::{Clusters, Glyph};
use super::motion;
use super::pen::Pen;

/// Fewer changed cells than this are never worth erasing the row first.
const WORTH_ERASING: usize = 16;

/// A row to show.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) glyphs: &'a [Glyph],
    /// Where its symbols of several characters are.
    pub(super) clusters: &'a Clusters,
}

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
    pub(super) fn row(&mut self, out: &mut Vec<u8>, y: u16, shown: &[Glyph], wanted: Row<'_>) {
        let Some(first) = shown.iter().zip(wanted.glyphs).position(|(shown, wanted)| shown != wanted) else { return };
        let before = *self;
        let start = out.len();
        let unsure = wanted.glyphs.iter().chain(shown).any(|glyph| glyph.symbol.is_unsure());
        self.glyphs(out, y, wanted, |x| !unsure && shown[x] == wanted.glyphs[x]);
        if unsure || changed_cells(shown, wanted.glyphs) < WORTH_ERASING {
            return;
        }
        let plain = out.len() - start;
        let mut erasing = before;
        erasing.erase_from(out, y, first);
        erasing.glyphs(out, y, wanted, |x| x < first || wanted.glyphs[x] == Glyph::ERASED);
        if out.len() - start - plain < plain {
            out.drain(start..start + plain);
            *self = erasing;
        } else {
            out.truncate(start + plain);
        }
    }

    /// Writes the columns of `wanted` that `is_shown` does not already have on the screen.
    fn glyphs(&mut self, out: &mut Vec<u8>, y: u16, wanted: Row<'_>, is_shown: impl Fn(usize) -> bool) {
        let glyphs = wanted.glyphs;
        let blank_from = glyphs.iter().rposition(|glyph| *glyph != Glyph::ERASED).map_or(0, |x| x + 1);
        let mut x = 0;
        while x < glyphs.len() {
            let glyph = glyphs[x];
            if is_shown(x) || glyph.symbol.is_hidden() {
                x += 1;
                continue;
            }
            if x >= blank_from {
                let last = (x..glyphs.len()).rev().find(|x| !is_shown(*x)).unwrap_or(x);
                // "CSI K" is three bytes.
                if last - x >= 3 {
                    self.erase_from(out, y, x);
                    return;
                }
            }
            self.reach(out, (x, y), wanted);
            if !self.pen.is_some_and(|pen| glyph.is_written_by(pen)) {
                self.set_pen(out, glyph.pen);
            }
            wanted.clusters.write(glyph.symbol, out);
            x += 1 + glyphs[x + 1..].iter().take_while(|glyph| glyph.symbol.is_hidden()).count();
            // Lossless: a row is at most 65 535 columns.
            self.cursor = if glyph.symbol.is_unsure() { None } else { Some((x as u16, y)) };
        }
    }

    /// Brings the cursor to a column, over a short gap by writing what is between again.
    fn reach(&mut self, out: &mut Vec<u8>, (x, y): (usize, u16), wanted: Row<'_>) {
        let to = (x as u16, y);
        if self.cursor == Some(to) {
            return;
        }
        let start = out.len();
        motion::go(out, self.cursor, to, self.width);
        let moving = out.len() - start;
        if let Some((from, row)) = self.cursor
            && row == y
            && (1..=moving).contains(&x.saturating_sub(usize::from(from)))
        {
            let moved = out.len();
            self.rewrite(out, &wanted.glyphs[usize::from(from)..x], wanted.clusters);
            if out.len() > moved && out.len() - moved <= moving {
                out.drain(start..moved);
            } else {
                out.truncate(moved);
            }
        }
        self.cursor = Some(to);
    }

    /// Appends the symbols of a gap when the pen writes all of it.
    fn rewrite(&self, out: &mut Vec<u8>, gap: &[Glyph], clusters: &Clusters) {
        let writes = |pen: Pen| gap.iter().all(|glyph| glyph.is_written_by(pen));
        let known = gap.iter().all(|glyph| !glyph.symbol.is_hidden() && !glyph.symbol.is_unsure());
        if known && self.pen.is_some_and(writes) {
            gap.iter().for_each(|glyph| clusters.write(glyph.symbol, out));
        }
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

/// Counts the columns that differ between two rows.
pub(super) fn changed_cells(shown: &[Glyph], wanted: &[Glyph]) -> usize {
    shown.iter().zip(wanted).filter(|(shown, wanted)| shown != wanted).count()
}
