//! The places of users: numbers in the order of names, with room between them.

use rusqlite::Connection;

use crate::store::convert::first;
use crate::store::error::{Result, StoreError};

/// The room left between two places where there is plenty.
pub const STEP: i64 = 256;
/// How many neighbours give up their places first when there is no room left; twice as many each time.
const FIRST_TO_MOVE: usize = 32;
/// The room that has to be there after neighbours moved.
const ROOM: i64 = 8;

/// Somebody in the order of names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// The key of the name.
    pub sort_key: Vec<u8>,
    /// The user's number.
    pub user: i64,
}

/// Finds a place for each of these users, who have none, and takes away the places of neighbours who have to move:
/// they are among those returned. `go_on` is asked for each.
///
/// # Errors
/// Where SQLite refuses, and those of `go_on`.
pub fn find<E: From<StoreError>>(
    conn: &Connection,
    mut waiting: Vec<Standing>,
    go_on: &impl Fn() -> std::result::Result<(), E>,
) -> std::result::Result<Vec<(i64, i64)>, E> {
    waiting.sort_unstable();
    let mut found = Vec::with_capacity(waiting.len());
    let mut waiting = waiting.into_iter().peekable();
    while let Some(next) = waiting.next() {
        go_on()?;
        // All who wait for a place between the same two.
        let low = placed(conn, BEFORE, &next)?.map(|(place, _)| place);
        let mut high = placed(conn, AFTER, &next)?;
        let mut run = vec![next];
        let mut to_move = 0;
        loop {
            while let Some(next) = waiting.next_if(|w| high.as_ref().is_none_or(|(_, h)| w < h)) {
                run.push(next);
            }
            let count = i64::try_from(run.len()).unwrap_or(i64::MAX);
            let room = if to_move == 0 { 1 } else { ROOM };
            let Some((_, standing)) = high.take_if(|(high, _)| low.is_some_and(|low| *high - low <= count * room))
            else {
                break;
            };
            to_move = if to_move == 0 { FIRST_TO_MOVE } else { to_move * 2 };
            high = make_room(conn, standing, to_move, &mut run)?;
        }
        run.sort_unstable();
        let high = high.map(|(place, _)| place);
        found.extend(between(low, high, run.len()).zip(run).map(|(place, standing)| (place, standing.user)));
    }
    Ok(found)
}

/// Places for so many, spread over the room between two others.
fn between(low: Option<i64>, high: Option<i64>, count: usize) -> impl Iterator<Item = i64> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let (from, span) = match (low, high) {
        (Some(low), Some(high)) => (low, high - low),
        (None, Some(high)) => (high - (count + 1) * STEP, (count + 1) * STEP),
        (low, None) => (low.unwrap_or(0), (count + 1) * STEP),
    };
    // Wide, because a million times the span of a million places is near the limit.
    let place =
        move |at: i64| from + i64::try_from(i128::from(span) * i128::from(at) / i128::from(count + 1)).unwrap_or(0);
    (1..=count).map(place)
}

const AFTER: &str = "SELECT p.place, t.sort_key, t.id FROM user t CROSS JOIN user_place p ON p.user_id = t.id
    WHERE (t.sort_key, t.id) > (?1, ?2) ORDER BY t.sort_key, t.id LIMIT 1";
const BEFORE: &str = "SELECT p.place, t.sort_key, t.id FROM user t CROSS JOIN user_place p ON p.user_id = t.id
    WHERE (t.sort_key, t.id) < (?1, ?2) ORDER BY t.sort_key DESC, t.id DESC LIMIT 1";

/// The nearest in the order of names who has a place.
fn placed(conn: &Connection, sql: &str, of: &Standing) -> Result<Option<(i64, Standing)>> {
    first(conn, sql, rusqlite::params![of.sort_key, of.user], |row| {
        Ok((row.get(0)?, Standing { sort_key: row.get(1)?, user: row.get(2)? }))
    })
}

/// Takes the place of one and of those who follow away, and lets them wait with the others; returns who follows then.
fn make_room(
    conn: &Connection,
    mut next: Standing,
    count: usize,
    run: &mut Vec<Standing>,
) -> Result<Option<(i64, Standing)>> {
    for _ in 0..count {
        let after = placed(conn, AFTER, &next)?;
        super::remove(conn, &[next.user])?;
        run.push(next);
        match after {
            Some((_, standing)) => next = standing,
            None => return Ok(None),
        }
    }
    let place = first(conn, "SELECT place FROM user_place WHERE user_id = ?1", [next.user], |row| Ok(row.get(0)?))?;
    Ok(place.map(|place| (place, next)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store(names: &[&str]) -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        crate::store::migrate::migrate(&conn, 0).unwrap();
        for name in names {
            add(&conn, name);
        }
        conn
    }

    fn add(conn: &Connection, name: &str) -> i64 {
        conn.execute(
            "INSERT INTO user (version, display_name, name_fold, sort_key, extension_key, source, status, was_active,
                access_type, agent_addon, supervisor_level, uc_client, crm_addon, search, created_at, modified_at)
             VALUES (0, ?1, ?1, CAST(?1 AS BLOB), '~', 'manual', 'active', 1, 'none', 0, 'none', 0, 0, ?1, 0, 0)",
            [name],
        )
        .unwrap();
        conn.last_insert_rowid()
    }

    fn insert(conn: &Connection, users: &[i64]) {
        super::super::insert(conn, users, || Ok::<_, crate::store::StoreError>(())).unwrap();
    }

    fn found(conn: &Connection, word: &str) -> Vec<String> {
        let sql = "SELECT t.display_name FROM user_search f CROSS JOIN user_place p ON p.place = f.rowid
            CROSS JOIN user t ON t.id = p.user_id WHERE user_search MATCH ?1 ORDER BY f.rowid";
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([word], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    /// Those without a place, and those who stand before somebody whose name comes first.
    fn misplaced(conn: &Connection) -> Vec<i64> {
        let sql = "SELECT id FROM (SELECT t.id, p.place, lag(p.place) OVER (ORDER BY t.sort_key, t.id) AS before
            FROM user t LEFT JOIN user_place p ON p.user_id = t.id) WHERE place IS NULL OR place <= before";
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn places_follow_the_order_of_names() {
        let conn = store(&["dora", "anna", "carl", "bill"]);
        insert(&conn, &[1, 2, 3, 4]);
        assert_eq!(found(&conn, "dor OR ann OR car OR bil"), ["anna", "bill", "carl", "dora"]);
        assert_eq!(misplaced(&conn), Vec::<i64>::new());
    }

    #[test]
    fn whoever_comes_between_two_makes_room_when_there_is_none() {
        let conn = store(&["a", "z"]);
        insert(&conn, &[1, 2]);
        // Each just before the one before: the room between two halves until neighbours have to move.
        for at in (0..200).rev() {
            let user = add(&conn, &format!("m{at:03}"));
            insert(&conn, &[user]);
            assert_eq!(misplaced(&conn), Vec::<i64>::new(), "{at}");
        }
        assert_eq!(found(&conn, "m").len(), 200);
    }

    #[test]
    fn a_thousand_between_two_at_once() {
        let conn = store(&["a", "z"]);
        insert(&conn, &[1, 2]);
        let users: Vec<i64> = (0..1000).map(|at| add(&conn, &format!("m{:03}", (at * 7) % 1000))).collect();
        insert(&conn, &users);
        assert_eq!(misplaced(&conn), Vec::<i64>::new());
        let names = found(&conn, "m");
        assert!(names.is_sorted() && names.len() == 1000);
    }

    #[test]
    fn one_who_is_removed_is_found_no_more() {
        let conn = store(&["anna", "bill"]);
        insert(&conn, &[1, 2]);
        super::super::remove(&conn, &[1]).unwrap();
        assert_eq!(found(&conn, "a"), Vec::<String>::new());
        assert_eq!(misplaced(&conn), [1]);
    }
}
