//! What the tests of the console share: keys in, screen out.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::action::{Keymap, Resolved};
use super::canvas::Canvas;
use super::event::Event;
use super::key::Key;
use super::place::Place;
use super::theme::{Look, Theme};
use crate::text::{Glyphs, Lang};

/// English, Unicode.
pub const EN: (Lang, Glyphs) = (Lang::En, Glyphs::Unicode);
/// French, Unicode.
pub const FR: (Lang, Glyphs) = (Lang::Fr, Glyphs::Unicode);
/// English, ASCII.
pub const ASCII: (Lang, Glyphs) = (Lang::En, Glyphs::Ascii);

/// Returns looks without colour.
pub fn look((lang, glyphs): (Lang, Glyphs)) -> Look {
    Look::new(lang, Theme::new(false, glyphs), Keymap::default())
}

/// Draws and returns the lines of the screen, without the blanks at their ends.
pub fn screen(kind: (Lang, Glyphs), width: u16, height: u16, draw: impl FnOnce(&mut Canvas<'_>)) -> Vec<String> {
    drawn(kind, width, height, draw).0
}

/// Draws and returns the lines, and where the cursor is.
pub fn drawn(
    kind: (Lang, Glyphs),
    width: u16,
    height: u16,
    draw: impl FnOnce(&mut Canvas<'_>),
) -> (Vec<String>, Option<(u16, u16)>) {
    let look = look(kind);
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let mut cursor: Option<Position> = None;
    draw(&mut Canvas::new(&mut buffer, &mut cursor, &look));
    (lines(&buffer), cursor.map(|cursor| (cursor.x, cursor.y)))
}

/// Returns the text of a buffer, line by line.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let row = |y| {
        let mut line = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            line.push_str(symbol);
            x += u16::try_from(ratatui::text::Span::raw(symbol).width().max(1)).unwrap_or(1);
        }
        line.trim_end().to_owned()
    };
    (0..buffer.area.height).map(row).collect()
}

/// Turns names of keys, with blanks between them, into events at a place: `press("j j Enter", place, |event| …)`.
///
/// `place` is asked before each key, as the console does.
pub fn press<T>(target: &mut T, keys: &str, place: impl Fn(&T) -> Place, mut on: impl FnMut(&mut T, Event<'_>)) {
    let keymap = Keymap::default();
    let mut prefix = None;
    for name in keys.split_whitespace() {
        let key: Key = name.parse().unwrap_or_else(|_| panic!("{name} is no key"));
        match keymap.resolve(prefix.take(), key, place(target)) {
            Resolved::Action(action) => on(target, Event::Action(action)),
            Resolved::Text(character) => on(target, Event::Type(character)),
            Resolved::Prefix => prefix = Some(key),
            Resolved::Unknown => on(target, Event::Unknown(key)),
        }
    }
}
