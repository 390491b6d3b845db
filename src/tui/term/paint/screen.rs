//! What the terminal shows, and the next frame.

use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::glyph::{Clusters, Glyph};
use super::output::Output;
use super::painter::{Painter, Row};
use super::pen::Palette;
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
    frame: Buffer,
    clusters: Clusters,
    shown: Vec<Glyph>,
    next: Vec<Glyph>,
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
            frame: Buffer::empty(area),
            clusters: Clusters::default(),
            shown: Vec::new(),
            next: Vec::new(),
            painter: Painter::new(width),
            cursor: None,
            stale: true,
            out: Vec::new(),
        }
    }

    /// Returns the area frames are drawn in.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.frame.area
    }

    /// Takes the new size of the terminal; the next frame is drawn whole.
    pub fn resize(&mut self, (width, height): (u16, u16)) {
        self.frame = Buffer::empty(Rect::new(0, 0, width, height));
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
        self.frame.reset();
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
        self.present(paint)
    }

    /// Asks the terminal to keep a text for pasting (OSC 52), as base64: whatever it says, it is no escape sequence (S-81).
    ///
    /// # Errors
    /// Those of the write.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        let sequence = ["\x1b]52;c;", &STANDARD.encode(text), "\x07"].concat();
        self.output.write_all(sequence.as_bytes())
    }

    /// Empties the screen and what the terminal keeps above it, at once: for the lock (S-30).
    ///
    /// # Errors
    ///
    /// Returns the error of the write; the terminal is then gone.
    pub fn wipe(&mut self) -> io::Result<()> {
        self.frame.reset();
        self.stale = true;
        self.output.write_all(b"\x1b[m\x1b[H\x1b[2J\x1b[3J")
    }

    fn present(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<Drawn> {
        let area = self.frame.area;
        let cursor = paint(&mut self.frame).filter(|position| area.contains(*position));
        self.stale |= self.clusters.forget_when_many();
        self.clusters.read(&self.frame, self.palette, &mut self.next);
        self.out.clear();
        if self.stale {
            self.shown.clear();
            self.shown.resize(self.next.len(), Glyph::ERASED);
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
        let Self { shown, next, painter, clusters, out, stale, .. } = self;
        if !*stale && let Some(shift) = scroll::find(shown, next, width) {
            shift.apply(painter, out, shown, width);
        }
        for (y, (shown, glyphs)) in (0..).zip(shown.chunks_exact(width).zip(next.chunks_exact(width))) {
            painter.row(out, y, shown, Row { glyphs, clusters });
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
