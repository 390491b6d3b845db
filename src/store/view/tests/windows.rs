//! Windows of every size and from everywhere tell of the same list.

use std::collections::BTreeMap;

use super::super::cursor::Cursor;
use super::super::{From, List, Query, Scope, Tally, count, count_users, ids};
use super::{questions, scopes, store};
use crate::store::Tables;
use crate::store::convert::all;
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
fn s_22_the_users_of_a_place_are_counted_within_reach() {
    let conn = store();
    let tables = Tables::new(&conn);
    let members = |list| match list {
        List::Sites => "SELECT id, site_id FROM user WHERE site_id IS NOT NULL",
        List::Groups => "SELECT user_id, group_id FROM user_member",
        List::Workspaces => "SELECT user_id, workspace_id FROM user_workspace",
        _ => "SELECT DISTINCT user_id, application_id FROM user_right",
    };
    let mut counted = 0;
    for list in [List::Sites, List::Groups, List::Workspaces, List::Applications] {
        let pairs: Vec<(i64, i64)> = all(&conn, members(list), [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        let homes: BTreeMap<i64, Option<i64>> =
            all(&conn, "SELECT id, site_id FROM user", [], |row| Ok((row.get(0)?, row.get(1)?)))
                .unwrap()
                .into_iter()
                .collect();
        for scope in scopes() {
            let reached = |user: &i64| match &scope.sites {
                None => true,
                Some(sites) => homes[user].is_some_and(|site| sites.contains(&site)),
            };
            for place in 1..=5 {
                let brute = pairs.iter().filter(|(user, of)| *of == place && reached(user)).count() as u64;
                counted += brute;
                let count = |up_to| count_users(tables, &scope, list, place, up_to).unwrap();
                assert_eq!(count(10_000), Tally::Exactly(brute), "{list:?} {place} {scope:?}");
                if brute > 3 {
                    assert_eq!(count(3), Tally::AtLeast(3), "{list:?} {place} {scope:?}");
                }
            }
        }
    }
    assert!(counted > 500, "{counted}");
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
