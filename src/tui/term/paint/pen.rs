//! The attributes the terminal writes with, and the shortest way from one set to another.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

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

/// The code that means the terminal's own colour.
const OWN: u8 = 39;

/// Attributes that show on a blank cell.
pub(super) const ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Attributes that are sent; the others (blinking, hiding) are not.
const SENT: Modifier = ON_BLANKS.union(Modifier::BOLD).union(Modifier::DIM).union(Modifier::ITALIC);

/// Foreground, background and attributes that the terminal gives to the next character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pen {
    /// Both colours as foreground codes; ten more is the code of the background.
    fg: u8,
    bg: u8,
    modifier: Modifier,
}

impl Pen {
    /// The terminal's own colours, no attribute: what `CSI m` sets.
    pub(super) const PLAIN: Self = Self { fg: OWN, bg: OWN, modifier: Modifier::empty() };

    /// Returns the pen that writes `cell`.
    pub(super) fn of(cell: &Cell, palette: Palette) -> Self {
        let (fg, bg) = match palette {
            Palette::Ansi => (code(cell.fg), code(cell.bg)),
            Palette::Mono => (OWN, OWN),
        };
        Self { fg, bg, modifier: cell.modifier.intersection(SENT) }
    }

    /// Says whether more than the background of this pen shows on a blank.
    pub(super) fn shows_on_blanks(self) -> bool {
        self.modifier.intersects(ON_BLANKS)
    }

    /// Returns the pen without what does not show on a blank.
    pub(super) fn for_blanks(self) -> Self {
        Self { bg: self.bg, ..Self::PLAIN }
    }

    /// Says whether a blank that only shows its background looks the same with this pen as with `other`.
    pub(super) fn is_as_blank_as(self, other: Self) -> bool {
        self.bg == other.bg && !self.shows_on_blanks()
    }

    /// Says whether erasing with this pen leaves the terminal's own background, on every kind of terminal.
    pub(super) fn erases_clean(self) -> bool {
        self.bg == OWN && !self.shows_on_blanks()
    }

    /// Returns a pen that erases clean and differs as little as possible from this one.
    pub(super) fn cleaned(self) -> Self {
        Self { bg: OWN, modifier: self.modifier.difference(ON_BLANKS), ..self }
    }

    /// Appends the sequence that turns this pen into `wanted`.
    pub(super) fn change(self, wanted: Self, out: &mut Vec<u8>) {
        if self == wanted {
            return;
        }
        let step = self.stepwise(wanted);
        let anew = Self::PLAIN.stepwise(wanted);
        out.extend_from_slice(b"\x1b[");
        // An empty first parameter is a reset.
        let reset: &[u8] = if anew.len > 0 { b";" } else { b"" };
        if reset.len() + anew.len < step.len {
            out.extend_from_slice(reset);
            out.extend_from_slice(anew.as_bytes());
        } else {
            out.extend_from_slice(step.as_bytes());
        }
        out.push(b'm');
    }

    /// Returns the parameters that lead from here to `wanted` without a reset.
    fn stepwise(self, wanted: Self) -> Parameters {
        let mut list = Parameters::default();
        let mut lost = self.modifier.difference(wanted.modifier);
        let mut gained = wanted.modifier.difference(self.modifier);
        let weight = Modifier::BOLD | Modifier::DIM;
        if lost.intersects(weight) {
            // One code ends both, so the one that stays must be set again.
            list.push(22);
            gained |= wanted.modifier & weight;
            lost -= weight;
        }
        for (modifier, on, off) in [
            (Modifier::BOLD, 1, 22),
            (Modifier::DIM, 2, 22),
            (Modifier::ITALIC, 3, 23),
            (Modifier::UNDERLINED, 4, 24),
            (Modifier::REVERSED, 7, 27),
            (Modifier::CROSSED_OUT, 9, 29),
        ] {
            if lost.contains(modifier) {
                list.push(off);
            }
            if gained.contains(modifier) {
                list.push(on);
            }
        }
        if self.fg != wanted.fg {
            list.push(wanted.fg);
        }
        if self.bg != wanted.bg {
            list.push(wanted.bg + 10);
        }
        list
    }
}

/// The foreground code of one of the 16 colours, and of the terminal's own for all others.
fn code(colour: Color) -> u8 {
    match colour {
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
        Color::Indexed(index @ 0..=7) => 30 + index,
        Color::Indexed(index @ 8..=15) => 90 + index - 8,
        Color::Reset | Color::Rgb(..) | Color::Indexed(_) => OWN,
    }
}

/// SGR parameters, joined by semicolons: at most eight of two digits and one of three.
#[derive(Default)]
struct Parameters {
    bytes: [u8; 32],
    len: usize,
}

impl Parameters {
    fn push(&mut self, parameter: u8) {
        if self.len > 0 {
            self.byte(b';');
        }
        if parameter >= 100 {
            self.byte(b'0' + parameter / 100);
        }
        if parameter >= 10 {
            self.byte(b'0' + parameter / 10 % 10);
        }
        self.byte(b'0' + parameter % 10);
    }

    fn byte(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "")
    }

    fn pen(fg: Color, bg: Color, modifier: Modifier) -> Pen {
        Pen { fg: code(fg), bg: code(bg), modifier }
    }

    #[test]
    fn only_the_sixteen_colours_are_sent_and_none_in_mono() {
        let mut cell = Cell::new("a");
        cell.set_style((Color::Indexed(9), Color::Rgb(1, 2, 3), Modifier::BOLD | Modifier::SLOW_BLINK));
        assert_eq!(Pen::of(&cell, Palette::Ansi), pen(Color::LightRed, Color::Reset, Modifier::BOLD));
        assert_eq!(Pen::of(&cell, Palette::Mono), pen(Color::Reset, Color::Reset, Modifier::BOLD));
    }

    #[test]
    fn only_what_differs_is_sent() {
        let bold_red = pen(Color::Red, Color::Reset, Modifier::BOLD);
        assert_eq!(change(Pen::PLAIN, Pen::PLAIN), "");
        assert_eq!(change(Pen::PLAIN, bold_red), "[1;31m");
        assert_eq!(change(bold_red, pen(Color::Blue, Color::Reset, Modifier::BOLD)), "[34m");
        assert_eq!(change(bold_red, Pen::PLAIN), "[m");
        assert_eq!(change(bold_red, pen(Color::Red, Color::White, Modifier::BOLD)), "[107m");
    }

    #[test]
    fn ending_bold_keeps_dim() {
        let both = pen(Color::Red, Color::Blue, Modifier::BOLD | Modifier::DIM);
        assert_eq!(change(both, pen(Color::Red, Color::Blue, Modifier::DIM)), "[22;2m");
    }

    #[test]
    fn a_reset_is_used_when_it_is_shorter() {
        let much = pen(Color::Red, Color::Blue, Modifier::UNDERLINED | Modifier::REVERSED);
        assert_eq!(change(much, pen(Color::Reset, Color::Reset, Modifier::BOLD)), "[;1m");
    }
}
