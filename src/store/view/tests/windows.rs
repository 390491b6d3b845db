//! Windows of every size and from everywhere tell of the same list.

use super::super::cursor::Cursor;
use super::super::{From, Query, Scope, Tally, count, ids};
use super::{questions, store};
use crate::store::Tables;
use crate::store::search::token;

fn whole(tables: Tables<'_>, scope: &Scope, query: &Query) -> Vec<(Cursor, i64)> {
    ids(tables, scope, query, &From::Start, usize::MAX).unwrap()
}

#[test]
fn every_list_is_in_the_order_of_its_keys_and_turned_round() {
    let conn = store();
    for (scope, query) in questions() {
        let rows = whole(Tables::new(&conn), &scope, &query);
        let mut sorted = rows.clone();
        sorted.sort();
        sorted.dedup();
        if query.descending {
            sorted.reverse();
        }
        assert_eq!(rows, sorted, "{query:?} {scope:?}");
    }
}

#[test]
fn windows_forwards_and_backwards_make_up_the_whole() {
    let conn = store();
    let tables = Tables::new(&conn);
    for (scope, query) in questions() {
        let rows = whole(tables, &scope, &query);
        {
            let size = 17;
            let (mut from, mut forwards) = (From::Start, Vec::new());
            loop {
                let page = ids(tables, &scope, &query, &from, size).unwrap();
                let Some((last, _)) = page.last() else { break };
                from = From::After(last.clone());
                forwards.extend(page);
            }
            assert_eq!(forwards, rows, "forwards by {size} {query:?} {scope:?}");
            let (mut from, mut backwards) = (From::End, Vec::new());
            loop {
                let page = ids(tables, &scope, &query, &from, size).unwrap();
                let Some((first, _)) = page.first() else { break };
                from = From::Before(first.clone());
                backwards.splice(0..0, page);
            }
            assert_eq!(backwards, rows, "backwards by {size} {query:?} {scope:?}");
        }
        if let Some((middle, _)) = rows.get(rows.len() / 2) {
            let page = ids(tables, &scope, &query, &From::At(middle.clone()), 5).unwrap();
            assert_eq!(page, rows[rows.len() / 2..(rows.len() / 2 + 5).min(rows.len())], "at {query:?} {scope:?}");
        }
    }
}

#[test]
fn counts_are_those_of_the_whole() {
    let conn = store();
    let tables = Tables::new(&conn);
    for (scope, query) in questions() {
        let rows = whole(tables, &scope, &query).len() as u64;
        assert_eq!(count(tables, &scope, &query, 10_000).unwrap(), Tally::Exactly(rows), "{query:?} {scope:?}");
        if rows > 5 && !query.filter.words.is_empty() {
            assert_eq!(count(tables, &scope, &query, 5).unwrap(), Tally::AtLeast(5), "{query:?} {scope:?}");
        }
    }
}

#[test]
fn users_found_are_those_whose_text_has_the_words() {
    let conn = store();
    let tables = Tables::new(&conn);
    for (scope, query) in questions() {
        if query.list != super::List::Users || query.filter.terms.iter().any(|_| true) {
            continue;
        }
        let all = Query { filter: super::Filter::default(), ..query.clone() };
        let mut expected = whole(tables, &scope, &all);
        expected.retain(|(_, user)| {
            let sql = "SELECT search FROM user WHERE id = ?1";
            let text: String = conn.query_row(sql, [user], |row| row.get(0)).unwrap();
            query.filter.words.iter().all(|word| token::has(&text, word))
        });
        assert_eq!(whole(tables, &scope, &query), expected, "{query:?} {scope:?}");
    }
}
