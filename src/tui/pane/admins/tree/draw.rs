//! How the tree of administrators is drawn.

use super::super::super::super::canvas::Canvas;
use super::super::super::super::desk::Desk;
use super::super::super::super::theme::{Look, Tone};
use super::super::super::super::widget::table::{Column, Row, Table};
use super::super::super::list::is_staged;
use super::super::branches::{Line, Node};
use super::super::state;
use super::Tree;
use crate::service::view::{Filter, List, terms_of};
use crate::text::{Shown, show};

/// Draws the tree under a line that says how it is read.
pub fn draw(tree: &mut Tree, canvas: &mut Canvas<'_>, desk: &Desk) {
    let texts = &desk.look.texts;
    let width = canvas.width();
    let found = tree.count().map(|(count, more)| {
        let number = texts.number(i64::try_from(count).unwrap_or(i64::MAX));
        match more {
            true => texts.with("pane-count-more", &[("count", number.into())]),
            false => texts.with("pane-count", &[("count", number.into())]),
        }
    });
    tree.search.draw(&mut canvas.row(0), &texts.get("tree-intro"), &found.unwrap_or_default());
    let columns = [
        Column::words(texts.get("col-username"), 20, 34, 0),
        Column::words(texts.get("col-role"), 10, 20, 3),
        Column::words(texts.get("col-status"), 9, 12, 2),
        Column::numbers(texts.get("col-sites"), 5, 1),
        Column::numbers(texts.get("col-resources"), 6, 1),
    ];
    let height = canvas.height().saturating_sub(1);
    let count = tree.shown().len();
    let seen = tree.rows.seen(count, Table::rows_in(height));
    let rows: Vec<Row> = tree.shown().lines()[seen.clone()].iter().map(|line| row(desk, line)).collect();
    let words = Filter::parse(tree.search.words(), terms_of(List::Admins)).words;
    let table = Table {
        columns: &columns,
        sorted: None,
        rows: &rows,
        selected: tree.rows.row.checked_sub(seen.start),
        words: &words,
        empty: &texts.get("pane-no-match"),
    };
    table.draw(&mut canvas.part(0, 1, width, height));
}

fn row(desk: &Desk, line: &Line) -> Row {
    let texts = &desk.look.texts;
    let node = match line {
        Line::Node(node) => node,
        Line::More(left, level) => {
            let mut text = Shown::fixed("  ").repeat(level.saturating_sub(1));
            let count = i64::try_from(*left).unwrap_or(i64::MAX);
            text.push(&texts.with("tree-more", &[("count", count.into())]));
            return Row { cells: vec![(text, Tone::Dim)], ..Row::default() };
        }
    };
    let of = &node.row;
    let (state, tone) = state(desk, of);
    let role = of.role.as_deref().map_or_else(|| texts.nothing(), show);
    let count = |n: usize| texts.number(i64::try_from(n).unwrap_or(i64::MAX));
    let sites = of.sites.map_or_else(|| texts.get("all"), count);
    let name = branch(node, &desk.look);
    let cells = [name, role, state, sites, count(of.resources)].map(|text| (text, tone)).into();
    Row { cells, marked: false, staged: is_staged(desk, of.id.subject()) }
}

/// The lines from the root, a sign whether there is something to unfold, and the name.
fn branch(node: &Node, look: &Look) -> Shown {
    let mut text = Shown::default();
    let last = node.follows.len().saturating_sub(1);
    // The root hangs on nothing.
    for (level, follows) in node.follows.iter().enumerate().skip(1) {
        text.push(&match (level == last, *follows) {
            (true, true) => look.pick("├ ", "|-"),
            (true, false) => look.pick("└ ", "`-"),
            (false, true) => look.pick("│ ", "| "),
            (false, false) => Shown::fixed("  "),
        });
    }
    text.push(&match (node.below, node.open) {
        (0, _) => Shown::fixed("  "),
        (_, true) => look.pick("▾ ", "- "),
        (_, false) => look.pick("▸ ", "+ "),
    });
    text.push(&show(&node.row.username));
    if node.below > 0 {
        text.push(&Shown::fixed("  "));
        text.push(&look.texts.with("tree-below", &[("count", i64::try_from(node.below).unwrap_or(0).into())]));
    }
    text
}
