//! What a cell shows, in eight bytes: two cells that look the same are equal.

use std::collections::HashMap;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthChar;

use super::pen::{Palette, Pen};

/// One column of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) symbol: Symbol,
    pub(super) pen: Pen,
}

/// What a column shows: a character, a cluster of several, or nothing because the one on its left is wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Symbol(u32);

/// Set on an index into [`Clusters`]; a character alone is its own number.
const CLUSTER: u32 = 1 << 31;

/// Set where terminals disagree about the columns, so that the cursor is not known after the symbol.
const UNSURE: u32 = 1 << 30;

impl Symbol {
    const BLANK: Self = Self(' ' as u32);
    const HIDDEN: Self = Self(u32::MAX);
    const REPLACEMENT: Self = Self(char::REPLACEMENT_CHARACTER as u32);

    pub(super) fn is_blank(self) -> bool {
        self == Self::BLANK
    }

    /// Says whether the column is covered by a wide symbol on its left.
    pub(super) fn is_hidden(self) -> bool {
        self == Self::HIDDEN
    }

    pub(super) fn is_unsure(self) -> bool {
        self.0 & UNSURE != 0 && !self.is_hidden()
    }

    /// Returns a number that is the same for the same symbol.
    pub(super) fn number(self) -> u32 {
        self.0
    }
}

impl Glyph {
    /// What an erased column is: blank, on the background of the terminal.
    pub(super) const ERASED: Self = Self { symbol: Symbol::BLANK, pen: Pen::PLAIN };

    /// Says whether writing it with `pen` gives what was asked; the colour of a blank does not show.
    pub(super) fn is_written_by(self, pen: Pen) -> bool {
        if self.symbol.is_blank() && !self.pen.shows_on_blanks() {
            pen.is_as_blank_as(self.pen)
        } else {
            self.pen == pen
        }
    }
}

/// Symbols of more than one character, each kept once.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    texts: Vec<String>,
    indices: HashMap<String, u32>,
}

impl Clusters {
    /// More than this many are forgotten before the next frame.
    const MANY: usize = 4096;

    /// Forgets all symbols when there are many; the screen must then be drawn whole.
    pub(super) fn forget_when_many(&mut self) -> bool {
        let many = self.texts.len() > Self::MANY;
        if many {
            *self = Self::default();
        }
        many
    }

    fn index(&mut self, text: &str) -> u32 {
        if let Some(index) = self.indices.get(text) {
            return *index;
        }
        // A frame adds at most its own cells, so the index stays far below the flags.
        let index = self.texts.len() as u32;
        self.texts.push(text.to_owned());
        self.indices.insert(text.to_owned(), index);
        index
    }

    /// Appends the symbol as the terminal reads it.
    pub(super) fn write(&self, symbol: Symbol, out: &mut Vec<u8>) {
        if symbol.is_hidden() {
            return;
        }
        let number = symbol.0 & !(CLUSTER | UNSURE);
        if symbol.0 & CLUSTER != 0 {
            out.extend_from_slice(self.texts[number as usize].as_bytes());
        } else if let Ok(ascii @ 0..=0x7f) = u8::try_from(number) {
            out.push(ascii);
        } else if let Some(c) = char::from_u32(number) {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    /// Reads the cells of `buffer` into `glyphs`, row by row.
    ///
    /// A wide symbol with no room, one without width, and a control character do not reach the terminal.
    pub(super) fn read(&mut self, buffer: &Buffer, palette: Palette, glyphs: &mut Vec<Glyph>) {
        glyphs.clear();
        let width = usize::from(buffer.area.width).max(1);
        for row in buffer.content.chunks(width) {
            let end = glyphs.len() + row.len();
            while glyphs.len() < end {
                let room = end - glyphs.len();
                let cell = &row[row.len() - room];
                let (symbol, columns) = self.symbol(cell, room);
                let pen = Pen::of(cell, palette);
                if symbol.is_blank() && !pen.shows_on_blanks() {
                    glyphs.push(Glyph { symbol, pen: pen.for_blanks() });
                    continue;
                }
                glyphs.push(Glyph { symbol, pen });
                glyphs.extend((1..columns).map(|_| Glyph { symbol: Symbol::HIDDEN, pen }));
            }
        }
    }

    /// Returns what the cell shows and the columns it takes, at most `room`.
    fn symbol(&mut self, cell: &Cell, room: usize) -> (Symbol, usize) {
        let text = cell.symbol();
        if cell.modifier.contains(Modifier::HIDDEN) || text.is_empty() {
            return (Symbol::BLANK, 1);
        }
        if let [ascii @ b' '..=b'~'] = text.as_bytes() {
            return (Symbol(u32::from(*ascii)), 1);
        }
        if text.chars().any(breaks_the_screen) {
            return (Symbol::REPLACEMENT, 1);
        }
        let columns = usize::from(text.cell_width());
        if columns == 0 || columns > room {
            return (Symbol::BLANK, 1);
        }
        let mut chars = text.chars();
        let (first, rest) = (chars.next().unwrap_or(' '), chars.next());
        let number = if rest.is_none() { first as u32 } else { self.index(text) | CLUSTER };
        let unsure = if is_unsure(text, columns) { UNSURE } else { 0 };
        (Symbol(number | unsure), columns)
    }
}

fn is_unsure(text: &str, columns: usize) -> bool {
    let each: usize = text.chars().map(|c| c.width().unwrap_or(0)).sum();
    each != columns || text.contains(['\u{200d}', '\u{fe0f}'])
}

/// The last line of defence: display text is cleaned long before it comes here.
fn breaks_the_screen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    /// Reads one row with these symbols and gives back what is written for each column.
    fn written(symbols: &[&str]) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, symbols.len() as u16, 1));
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        let (mut clusters, mut glyphs) = (Clusters::default(), Vec::new());
        clusters.read(&buffer, Palette::Ansi, &mut glyphs);
        let text = |glyph: &Glyph| {
            let mut out = Vec::new();
            clusters.write(glyph.symbol, &mut out);
            String::from_utf8(out).unwrap()
        };
        glyphs.iter().map(text).collect()
    }

    #[test]
    fn a_wide_symbol_covers_the_next_column_and_needs_room() {
        assert_eq!(written(&["界", "x", "e\u{301}", "界"]), ["界", "", "e\u{301}", " "]);
        assert_eq!(written(&["", "\u{301}", "é"]), [" ", " ", "é"]);
    }

    /// S-80: `set_symbol` lets everything through; this does not.
    #[test]
    fn a_control_character_never_reaches_the_terminal() {
        for bad in ["\u{1b}[2J", "\u{7}", "\u{9b}", "a\u{2028}"] {
            assert_eq!(written(&[bad]), ["\u{fffd}"], "{bad:?}");
        }
    }

    #[test]
    fn joined_emoji_are_unsure_and_plain_letters_are_not() {
        assert!(is_unsure("👩‍👩‍👧", 2) && is_unsure("❤\u{fe0f}", 2));
        assert!(!is_unsure("é", 1) && !is_unsure("e\u{301}", 1) && !is_unsure("界", 2));
    }

    #[test]
    fn many_clusters_are_forgotten() {
        let mut clusters = Clusters::default();
        for number in 0..=Clusters::MANY {
            clusters.index(&format!("{number}\u{301}"));
        }
        assert!(clusters.forget_when_many() && !clusters.forget_when_many());
    }
}
