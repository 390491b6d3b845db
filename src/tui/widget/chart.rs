//! Bars of figures: how long they are says it, and letters say of what, so that they read without colour.

use super::super::theme::Look;
use crate::text::Shown;

/// How many cells stand for a number where `most` fills them all; what is there at all has one.
fn cells(number: u64, most: u64, width: usize) -> usize {
    if number == 0 || width == 0 {
        return 0;
    }
    let width = width as u64;
    let scaled = if most <= width { number } else { number.saturating_mul(width) / most };
    usize::try_from(scaled.clamp(1, width)).unwrap_or(1)
}

/// Draws a number as a bar: a cell each while the longest bar has room for that, in proportion beyond.
pub fn bar(look: &Look, number: u64, most: u64, width: usize) -> Shown {
    look.pick("█", "#").repeat(cells(number, most, width))
}

/// Draws a number as a bar that consists of parts, each drawn with a letter of its own.
pub fn parts(parts: &[(Shown, u64)], most: u64, width: usize) -> Shown {
    let there = parts.iter().filter(|(_, number)| *number > 0).count();
    let whole: u64 = parts.iter().map(|(_, number)| number).sum();
    let length = cells(whole, most, width).max(there);
    // Each part that is there has a cell; the others are shared out by what is beyond the first of each.
    let (beyond, more) = (whole - there as u64, length.saturating_sub(there) as u64);
    let mut drawn = Shown::default();
    let (mut seen, mut given) = (0, 0);
    for (letter, number) in parts.iter().filter(|(_, number)| *number > 0) {
        seen += number - 1;
        let upto = seen.saturating_mul(more).checked_div(beyond).unwrap_or(0);
        drawn.push(&letter.repeat(1 + usize::try_from(upto - given).unwrap_or(0)));
        given = upto;
    }
    drawn
}

/// Draws how much of something is used; what is used beyond it stands out behind the bar.
pub fn gauge(look: &Look, used: u64, whole: u64, width: usize) -> Shown {
    let share = used.saturating_mul(width as u64) / whole.max(1);
    let filled = usize::try_from(share.max(used.min(1))).map_or(width, |share| share.min(width));
    let mut drawn = look.pick("█", "#").repeat(filled);
    drawn.push(&look.pick("░", ".").repeat(width - filled));
    if used > whole {
        drawn.push(&Shown::fixed("!"));
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{ASCII, look};
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_number_and_what_is_there_is_seen() {
        let drawn = |number, most| bar(&look(ASCII), number, most, 10).to_string();
        assert_eq!([drawn(0, 4), drawn(3, 4), drawn(4, 4)], ["", "###", "####"]);
        assert_eq!([drawn(1, 1_000), drawn(500, 1_000), drawn(1_000, 1_000)], ["#", "#####", "##########"]);
    }

    #[test]
    fn parts_are_letters_in_proportion_and_none_is_lost() {
        let drawn = |new, rights, off, most, width| {
            let letters = [("N", new), ("R", rights), ("D", off)].map(|(letter, n)| (Shown::fixed(letter), n));
            parts(&letters, most, width).to_string()
        };
        assert_eq!(drawn(1, 3, 0, 4, 10), "NRRR");
        assert_eq!(drawn(0, 0, 0, 4, 10), "");
        assert_eq!(drawn(1, 198, 1, 200, 10), "NRRRRRRRRD");
        assert_eq!(drawn(100, 100, 0, 200, 10), "NNNNNRRRRR");
        assert_eq!(drawn(1, 1, 1, 1_000, 10), "NRD", "each is there, however few they are");
        assert_eq!(drawn(5, 5, 5, 15, 2), "NRD", "also where there is hardly room");
    }

    #[test]
    fn a_gauge_is_full_only_when_nothing_is_left() {
        let drawn = |used, whole| gauge(&look(ASCII), used, whole, 10).to_string();
        assert_eq!(drawn(0, 100), "..........");
        assert_eq!(drawn(1, 100), "#.........");
        assert_eq!(drawn(99, 100), "#########.");
        assert_eq!(drawn(100, 100), "##########");
        assert_eq!(drawn(101, 100), "##########!");
        assert_eq!(drawn(2, 4), "#####.....", "in proportion to what was bought, also where that is little");
        assert_eq!(drawn(3, 0), "##########!");
    }
}
