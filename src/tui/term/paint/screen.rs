//! What the terminal shows, and the next frame.

use std::io;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::cells::{Palette, normalise};
use super::output::Output;
use super::painter::Painter;
use super::scroll;

/// A frame longer than this hides the cursor while it is drawn, so that nobody sees it run.
const CURSOR_RUNS: usize = 256;

/// What became of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// The terminal now shows the frame; so many bytes were sent, none when nothing changed.
    Shown(usize),
    /// The terminal takes nothing now: the frame was not even built. Draw the newest state once it is writable.
    Busy,
}

/// The drawing surface: give it whole frames, it sends the difference in one write.
#[derive(Debug)]
pub struct Screen<O> {
    output: O,
    palette: Palette,
    shown: Buffer,
    next: Buffer,
    painter: Painter,
    cursor: Option<Position>,
    stale: bool,
    out: Vec<u8>,
}

impl<O: Output> Screen<O> {
    /// Creates the surface of `width` columns and `height` rows; the first frame clears the terminal.
    ///
    /// The cursor is taken to be hidden, as [`Terminal::enter`](crate::tui::term::Terminal::enter) leaves it.
    pub fn new(output: O, (width, height): (u16, u16), palette: Palette) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            output,
            palette,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            painter: Painter::new(width),
            cursor: None,
            stale: true,
            out: Vec::new(),
        }
    }

    /// Returns the area frames are drawn in.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.shown.area
    }

    /// Takes the new size of the terminal; the next frame is drawn whole.
    pub fn resize(&mut self, (width, height): (u16, u16)) {
        let area = Rect::new(0, 0, width, height);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.stale = true;
    }

    /// Forgets what the terminal shows: the next frame is drawn whole. For Ctrl-l, and after the program was stopped.
    pub fn invalidate(&mut self) {
        self.stale = true;
    }

    /// Draws a frame from blank.
    ///
    /// `paint` fills the buffer and says where the cursor is, if it shows.
    ///
    /// # Errors
    ///
    /// Returns the error of the write; the terminal is then gone.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Drawn> {
        if !self.output.ready() {
            return Ok(Drawn::Busy);
        }
        self.next.content.fill(Cell::EMPTY);
        self.present(paint)
    }

    /// Draws a frame from the one that is shown: `paint` changes only what it must.
    ///
    /// # Errors
    ///
    /// Returns the error of the write; the terminal is then gone.
    pub fn amend(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Drawn> {
        if !self.output.ready() {
            return Ok(Drawn::Busy);
        }
        self.next.content.clone_from(&self.shown.content);
        self.present(paint)
    }

    /// Empties the screen and what the terminal keeps above it, at once: for the lock (S-30).
    ///
    /// # Errors
    ///
    /// Returns the error of the write; the terminal is then gone.
    pub fn wipe(&mut self) -> io::Result<()> {
        self.shown.content.fill(Cell::EMPTY);
        self.next.content.fill(Cell::EMPTY);
        self.stale = true;
        self.output.write_all(b"\x1b[m\x1b[H\x1b[2J\x1b[3J")
    }

    fn present(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Drawn> {
        let area = self.shown.area;
        let cursor = paint(&mut self.next).filter(|position| area.contains(*position));
        normalise(&mut self.next, self.palette);
        self.out.clear();
        if self.stale {
            self.shown.content.fill(Cell::EMPTY);
            self.painter = Painter::new(area.width);
            self.painter.clear(&mut self.out);
        }
        self.paint_rows(usize::from(area.width));
        self.place_cursor(cursor);
        // Kept whole after a failed write: half a frame may have gone out.
        self.stale = true;
        if !self.out.is_empty() {
            self.output.write_all(&self.out)?;
        }
        self.stale = false;
        self.cursor = cursor;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(Drawn::Shown(self.out.len()))
    }

    fn paint_rows(&mut self, width: usize) {
        if width == 0 {
            return;
        }
        let Self { shown, next, painter, out, stale, .. } = self;
        if !*stale && let Some(shift) = scroll::find(&shown.content, &next.content, width) {
            shift.apply(painter, out, &mut shown.content, width);
        }
        let rows = shown.content.chunks_exact(width).zip(next.content.chunks_exact(width));
        for (y, (shown, wanted)) in (0..).zip(rows) {
            painter.row(out, y, shown, wanted);
        }
    }

    /// Shows, hides or moves the cursor; what was painted is already in `out`.
    fn place_cursor(&mut self, wanted: Option<Position>) {
        let was_shown = self.cursor.is_some() && !self.stale;
        let runs = was_shown && self.out.len() > CURSOR_RUNS;
        if runs || (self.cursor.is_some() && wanted.is_none()) {
            self.out.splice(0..0, *b"\x1b[?25l");
        }
        if let Some(Position { x, y }) = wanted {
            self.painter.go(&mut self.out, (x, y));
            if runs || !was_shown {
                self.out.extend_from_slice(b"\x1b[?25h");
            }
        }
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
