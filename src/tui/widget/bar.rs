//! A bar of titles with one of them open: the tabs, the sections of a record.

use super::super::canvas::{Canvas, columns};
use super::super::theme::Tone;
use crate::text::Shown;

/// The fewest columns that a title is cut to.
const LEAST: u16 = 7;

/// Draws titles on one row; the open one stands in brackets, so that nothing moves when another is opened.
///
/// Where they do not all fit, the longest are cut; where that is not enough, those around the open one are drawn, with
/// `<` and `>` where there are more.
pub fn draw(canvas: &mut Canvas<'_>, titles: &[Shown], open: usize) {
    let cut = cut(canvas, titles);
    let titles = cut.as_deref().unwrap_or(titles);
    let width = |title: &Shown| columns(title).saturating_add(2);
    let all = titles.iter().map(width).fold(0, u16::saturating_add);
    let room = canvas.width().saturating_sub(if all > canvas.width() { 2 } else { 0 });
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

/// The titles, the longest cut until they all fit; none where they cannot, or need no cut.
fn cut(canvas: &Canvas<'_>, titles: &[Shown]) -> Option<Vec<Shown>> {
    let mut widths: Vec<u16> = titles.iter().map(columns).collect();
    let blanks = u16::try_from(titles.len() * 2).unwrap_or(u16::MAX);
    let room = canvas.width().saturating_sub(blanks);
    let sum = |widths: &[u16]| widths.iter().copied().fold(0, u16::saturating_add);
    if sum(&widths) <= room {
        return None;
    }
    while sum(&widths) > room {
        let widest = widths.iter_mut().max_by_key(|width| **width).filter(|width| **width > LEAST)?;
        *widest -= 1;
    }
    Some(titles.iter().zip(widths).map(|(title, width)| canvas.look.fit(title, width)).collect())
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
        let long = ["Details", "Supervisor", "Applications"].map(show);
        let cut = |open| screen(EN, 33, 1, |canvas| draw(canvas, &long, open)).remove(0);
        assert_eq!(cut(0), "[Details] Supervisor  Applicati…");
        assert_eq!(cut(2), " Details  Supervisor [Applicati…]", "nothing moves here either");
        assert_eq!(bar(22, 0), "[Details] Access     >");
        assert_eq!(bar(22, 2), "< Access [Clients]   >");
        assert_eq!(bar(22, 3), "< Clients [Groups]");
    }
}
