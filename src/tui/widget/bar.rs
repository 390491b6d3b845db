//! A bar of titles with one of them open: the tabs, the sections of a record.

use super::super::canvas::{Canvas, columns};
use super::super::theme::Tone;
use crate::text::Shown;

/// The fewest columns that a title is cut to.
const LEAST: u16 = 7;

/// Draws titles on one row; the open one stands in brackets, so that nothing moves when another is opened.
///
/// Where they do not fit, one blank stands between two in place of two; then the longest are cut; where that is not
/// enough, those around the open one are drawn, with `<` and `>` where there are more.
pub fn draw(canvas: &mut Canvas<'_>, titles: &[Shown], open: usize) {
    let all: u16 = titles.iter().map(columns).fold(0, u16::saturating_add);
    let count = u16::try_from(titles.len()).unwrap_or(u16::MAX);
    // Each has a bracket or a blank on both sides; close together, two share the one between them.
    let shared = u16::from(all.saturating_add(count.saturating_mul(2)) > canvas.width());
    let brackets = count.saturating_mul(2).saturating_sub(shared * count.saturating_sub(1));
    let cut = cut(canvas, titles, canvas.width().saturating_sub(brackets));
    let titles = cut.as_deref().unwrap_or(titles);
    let width = |title: &Shown| columns(title).saturating_add(2 - shared);
    let all = titles.iter().map(width).fold(shared, u16::saturating_add);
    let room = canvas.width().saturating_sub(if all > canvas.width() { 2 } else { 0 });
    let mut first = 0;
    let upto = |first: usize| titles.iter().take(open + 1).skip(first).map(width).fold(shared, u16::saturating_add);
    while first < open && upto(first) > room {
        first += 1;
    }
    let mut x = if first > 0 { canvas.text(0, 0, &Shown::fixed("<"), Tone::Dim) } else { 0 };
    for (index, title) in titles.iter().enumerate().skip(first) {
        let last = index + 1 == titles.len();
        let end = x.saturating_add(width(title)).saturating_add(shared);
        if index > first && end > canvas.width().saturating_sub(u16::from(!last)) {
            canvas.text(canvas.width().saturating_sub(1), 0, &Shown::fixed(">"), Tone::Dim);
            return;
        }
        let (left, right, tone) = if index == open { ("[", "]", Tone::Chosen) } else { (" ", " ", Tone::Plain) };
        if index == first || index == open || shared == 0 {
            canvas.text(x, 0, &Shown::fixed(left), tone);
        }
        let after = canvas.text(x + 1, 0, title, tone);
        canvas.text(after, 0, &Shown::fixed(right), tone);
        x = after + 1 - shared;
    }
}

/// The titles, the longest cut until they all fit into so many columns; none where they cannot, or need no cut.
fn cut(canvas: &Canvas<'_>, titles: &[Shown], room: u16) -> Option<Vec<Shown>> {
    let mut widths: Vec<u16> = titles.iter().map(columns).collect();
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
        let long = |width, open| screen(EN, width, 1, |canvas| draw(canvas, &long, open)).remove(0);
        assert_eq!(long(35, 0), "[Details] Supervisor  Applications");
        assert_eq!(long(33, 0), "[Details]Supervisor Applications", "closer together where that is enough");
        assert_eq!(long(33, 1), " Details[Supervisor]Applications", "nothing moves here either");
        assert_eq!(long(33, 2), " Details Supervisor[Applications]");
        assert_eq!(long(30, 0), "[Details]Supervisor Applicat…", "then cut");
        assert_eq!(long(30, 2), " Details Supervisor[Applicat…]");
        assert_eq!(bar(22, 0), "[Details]Access      >");
        assert_eq!(bar(22, 2), "< Access[Clients]    >");
        assert_eq!(bar(22, 3), "< Clients[Groups]");
    }
}
