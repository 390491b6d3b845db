//! One form for every cell, so that two cells that look the same are equal.

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthChar;

/// Which attributes reach the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Palette {
    /// The 16 ANSI colours, which every terminal has and every person can choose for themselves.
    #[default]
    Ansi,
    /// No colour at all; bold, dim, reverse and underline stay.
    Mono,
}

impl Palette {
    /// Returns [`Palette::Mono`] when `NO_COLOR` is set to anything but the empty text.
    #[must_use]
    pub fn from_env() -> Self {
        match std::env::var_os("NO_COLOR") {
            Some(value) if !value.is_empty() => Self::Mono,
            _ => Self::Ansi,
        }
    }
}

/// The symbol of a cell hidden under the wide character on its left.
pub(super) const HIDDEN: &str = "";

/// Attributes that show on a blank cell.
pub(super) const ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Attributes that are sent; the others (blinking, hiding) are not.
const SENT: Modifier = ON_BLANKS.union(Modifier::BOLD).union(Modifier::DIM).union(Modifier::ITALIC);

/// Brings every cell of `buffer` to the one form that the painter compares and writes.
///
/// Cells hidden under a wide character get an empty symbol and its style; a wide character with no room, a symbol
/// without width and a control character cannot reach the terminal; a blank carries no attribute that does not show.
pub(super) fn normalise(buffer: &mut Buffer, palette: Palette) {
    let width = usize::from(buffer.area.width);
    if width == 0 {
        return;
    }
    for row in buffer.content.chunks_mut(width) {
        let mut x = 0;
        while x < width {
            let columns = normalise_cell(&mut row[x], palette, width - x);
            let (lead, rest) = row[x..].split_at_mut(1);
            for hidden in &mut rest[..columns - 1] {
                hidden.clone_from(&lead[0]);
                hidden.set_symbol(HIDDEN);
            }
            x += columns;
        }
    }
}

/// Normalises one cell and returns the columns it takes: at least 1, at most `room`.
fn normalise_cell(cell: &mut Cell, palette: Palette, room: usize) -> usize {
    cell.fg = colour(cell.fg, palette);
    cell.bg = colour(cell.bg, palette);
    cell.underline_color = Color::Reset;
    cell.set_diff_option(ratatui::buffer::CellDiffOption::None);
    let hidden = cell.modifier.contains(Modifier::HIDDEN);
    cell.modifier &= SENT;

    let columns = match cell.symbol().as_bytes() {
        _ if hidden => blank(cell),
        [b' '..=b'~'] => 1,
        [] => blank(cell),
        _ if cell.symbol().chars().any(breaks_the_screen) => {
            cell.set_symbol("\u{fffd}");
            1
        }
        _ => match usize::from(cell.symbol().cell_width()) {
            0 => blank(cell),
            columns if columns > room => blank(cell),
            columns => columns,
        },
    };
    if is_blank(cell) && !cell.modifier.intersects(ON_BLANKS) {
        cell.fg = Color::Reset;
        cell.modifier = Modifier::empty();
    }
    columns
}

fn blank(cell: &mut Cell) -> usize {
    cell.set_symbol(" ");
    1
}

/// Says whether the cell shows nothing but its background and its decorations.
pub(super) fn is_blank(cell: &Cell) -> bool {
    cell.symbol() == " "
}

/// Says whether the cell is what an erased cell is: blank, on the background of the terminal.
pub(super) fn is_erased(cell: &Cell) -> bool {
    is_blank(cell) && cell.bg == Color::Reset && cell.modifier.is_empty()
}

/// Says whether terminals disagree about the columns of this symbol, so that the cursor is not known after it.
pub(super) fn is_unsure(symbol: &str) -> bool {
    if symbol.len() <= 1 {
        return false;
    }
    let each: usize = symbol.chars().map(|c| c.width().unwrap_or(0)).sum();
    each != usize::from(symbol.cell_width()) || symbol.contains(['\u{200d}', '\u{fe0f}'])
}

/// The last line of defence: display text is cleaned long before it comes here.
fn breaks_the_screen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn colour(colour: Color, palette: Palette) -> Color {
    const ANSI: [Color; 16] = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    match (palette, colour) {
        (Palette::Mono, _) | (_, Color::Rgb(..)) => Color::Reset,
        (_, Color::Indexed(i)) => ANSI.get(usize::from(i)).copied().unwrap_or(Color::Reset),
        (_, named) => named,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn row(width: u16) -> Buffer {
        Buffer::empty(Rect::new(0, 0, width, 1))
    }

    #[test]
    fn a_wide_character_hides_its_second_cell_and_needs_room() {
        let mut buffer = row(4);
        buffer[(0, 0)].set_symbol("界");
        buffer[(1, 0)].set_symbol("x");
        buffer[(3, 0)].set_symbol("界");
        normalise(&mut buffer, Palette::Ansi);
        let symbols: Vec<_> = buffer.content.iter().map(Cell::symbol).collect();
        assert_eq!(symbols, ["界", "", " ", " "]);
    }

    /// S-80: `set_symbol` lets everything through; the painter does not.
    #[test]
    fn a_control_character_never_reaches_the_terminal() {
        for bad in ["\u{1b}[2J", "\u{7}", "\u{9b}", "a\u{2028}"] {
            let mut buffer = row(2);
            buffer[(0, 0)].set_symbol(bad);
            normalise(&mut buffer, Palette::Ansi);
            assert_eq!(buffer[(0, 0)].symbol(), "\u{fffd}", "{bad:?}");
        }
    }

    #[test]
    fn only_the_sixteen_colours_stay_and_none_in_mono() {
        let style = Style::new().fg(Color::Indexed(9)).bg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD);
        let mut buffer = row(1);
        buffer.set_string(0, 0, "a", style);
        normalise(&mut buffer, Palette::Ansi);
        assert_eq!((buffer[(0, 0)].fg, buffer[(0, 0)].bg), (Color::LightRed, Color::Reset));
        normalise(&mut buffer, Palette::Mono);
        assert_eq!((buffer[(0, 0)].fg, buffer[(0, 0)].modifier), (Color::Reset, Modifier::BOLD));
    }

    #[test]
    fn joined_emoji_are_unsure_and_plain_letters_are_not() {
        assert!(is_unsure("👩‍👩‍👧") && is_unsure("❤\u{fe0f}"));
        assert!(!is_unsure("a") && !is_unsure("é") && !is_unsure("e\u{301}") && !is_unsure("界"));
    }
}
