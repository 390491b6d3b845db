//! A bar of titles with one of them open: the tabs, the sections of a record.

use super::super::canvas::{Canvas, columns};
use super::super::theme::Tone;
use crate::text::Shown;

/// Draws titles on one row; the open one stands in brackets, so that nothing moves when another is opened.
///
/// Where they do not all fit, those around the open one are drawn, with `<` and `>` where there are more.
pub fn draw(canvas: &mut Canvas<'_>, titles: &[Shown], open: usize) {
    let width = |title: &Shown| columns(title).saturating_add(2);
    let room = canvas.width().saturating_sub(2);
    let mut first = 0;
    let upto = |first: usize| titles.iter().take(open + 1).skip(first).map(width).fold(0, u16::saturating_add);
    while first < open && upto(first) > room {
        first += 1;
    }
    let mut x = if first > 0 { canvas.text(0, 0, &Shown::fixed("<"), Tone::Dim) } else { 0 };
    for (index, title) in titles.iter().enumerate().skip(first) {
        let last = index + 1 == titles.len();
        if index > first && x.saturating_add(width(title)) > canvas.width().saturating_sub(u16::from(!last)) {
            canvas.text(canvas.width().saturating_sub(1), 0, &Shown::fixed(">"), Tone::Dim);
            return;
        }
        let (left, right, tone) = if index == open { ("[", "]", Tone::Chosen) } else { (" ", " ", Tone::Plain) };
        for (part, tone) in [(&Shown::fixed(left), tone), (title, tone), (&Shown::fixed(right), tone)] {
            x = canvas.text(x, 0, part, tone);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::{EN, screen};
    use super::*;
    use crate::text::show;

    #[test]
    fn the_open_one_stands_in_brackets_and_nothing_moves() {
        let titles = ["Details", "Access", "Clients", "Groups"].map(show);
        let bar = |width, open| screen(EN, width, 1, |canvas| draw(canvas, &titles, open)).remove(0);
        assert_eq!(bar(60, 0), "[Details] Access  Clients  Groups");
        assert_eq!(bar(60, 1), " Details [Access] Clients  Groups");
        assert_eq!(bar(22, 0), "[Details] Access     >");
        assert_eq!(bar(22, 2), "< Access [Clients]   >");
        assert_eq!(bar(22, 3), "< Clients [Groups]");
    }
}
