//! A communication order in a plan: not the whole list before and after, but who comes, goes and moves.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::theme::Look;
use super::review::ReviewRow;
use crate::domain::change::Change;
use crate::domain::id::Kind;
use crate::domain::value::OrderList;
use crate::text::{Shown, show};

/// The longest order whose moves are told apart; a longer one is told whole.
const LONGEST: usize = 400;

/// The rows of a change of an order; none where it is another change, or a list too long to compare.
pub(super) fn rows(change: &Change, look: &Look, command: Option<usize>) -> Option<Vec<ReviewRow>> {
    let list = OrderList::from_id(change.subject.id).filter(|_| change.subject.kind == Kind::Order)?;
    if change.field != "contacts" {
        return None;
    }
    let (before, after) = (ids(&change.before)?, ids(&change.after)?);
    let mut names: BTreeMap<i64, &str> = BTreeMap::new();
    for (ids, read) in [(&before, change.before_read()), (&after, change.after_read())] {
        let read = read.as_array().into_iter().flatten().filter_map(Value::as_str);
        names.extend(ids.iter().copied().zip(read));
    }
    let texts = &look.texts;
    let who = texts.with("plan-order", &[("list", texts.label(list).into())]);
    let rank = |at: Option<usize>| match at {
        Some(at) => texts.with("plan-rank", &[("rank", (at + 1).into())]),
        None => texts.nothing(),
    };
    let place = |ids: &[i64], id: i64| ids.iter().position(|other| *other == id);
    let kept = kept(&before, &after);
    let moved = after.iter().chain(before.iter().filter(|id| !after.contains(id))).filter(|id| !kept.contains(id));
    let row = |id: &i64| ReviewRow {
        command,
        who: who.clone(),
        what: names.get(id).map_or_else(Shown::default, |name| show(name)),
        before: rank(place(&before, *id)),
        after: rank(place(&after, *id)),
        ..ReviewRow::default()
    };
    Some(moved.map(row).collect())
}

fn ids(value: &Value) -> Option<Vec<i64>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::Array(items) if items.len() <= LONGEST => items.iter().map(Value::as_i64).collect(),
        _ => None,
    }
}

/// Those that stay as they stand to each other: the longest such part of both lists. All others moved.
fn kept(before: &[i64], after: &[i64]) -> Vec<i64> {
    let mut longest = vec![vec![0_usize; after.len() + 1]; before.len() + 1];
    for (i, one) in before.iter().enumerate().rev() {
        for (j, other) in after.iter().enumerate().rev() {
            longest[i][j] =
                if one == other { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut kept) = (0, 0, Vec::new());
    while i < before.len() && j < after.len() {
        if before[i] == after[j] {
            kept.push(before[i]);
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::super::testing::{EN, FR, look};
    use super::*;
    use crate::domain::change::Reads;
    use crate::domain::id::Subject;
    use crate::text::{Glyphs, Lang};

    fn told(before: &[i64], after: &[i64], kind: (Lang, Glyphs)) -> Vec<String> {
        let named = |ids: &[i64]| {
            Value::from(ids.iter().map(|id| ["Ana", "Bob", "Cleo", "Dora", "Eve"][*id as usize]).collect::<Vec<_>>())
        };
        let reads = Reads { field: "contacts".into(), before: named(before), after: named(after) };
        let change = Change {
            subject: Subject::new(Kind::Order, 1),
            name: "technical".into(),
            field: "contacts".into(),
            before: json!(before),
            after: json!(after),
            cause: None,
            effect: false,
            reads: Some(reads),
        };
        let rows = rows(&change, &look(kind), None).unwrap();
        rows.iter().map(|row| format!("{}: {} {} > {}", row.who, row.what, row.before, row.after)).collect()
    }

    #[test]
    fn who_moves_comes_and_goes_is_told_and_nobody_else() {
        assert_eq!(told(&[0, 1, 2, 3], &[1, 2, 3, 0], EN), ["Order: Technical: Ana rank 1 > rank 4"]);
        assert_eq!(
            told(&[0, 1, 2], &[0, 4, 2], EN),
            ["Order: Technical: Eve – > rank 2", "Order: Technical: Bob rank 2 > –"]
        );
        assert_eq!(told(&[0, 1], &[1, 0], FR).len(), 1);
        assert_eq!(told(&[], &[2], FR), ["Ordre : Technique: Cleo – > rang 1"]);
    }
}
