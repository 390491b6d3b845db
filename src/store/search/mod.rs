//! The search index of users: one full-text table whose rows stand in the order of names, so that a filter reads its
//! matches already sorted, from any place on and in either direction.
//!
//! A user's row there is numbered by the user's *place*, a number that grows with the name ([`place`]); its text is the
//! list of tokens that a filter may ask for ([`token`]).

pub mod place;
pub mod token;

use rusqlite::{Connection, Row};

use self::token::Tokens;
use super::convert::{first, run};
use super::error::{Result, StoreError};

/// All that a filter may ask of a user.
const READ: &str = "SELECT t.id, t.search, ifnull(t.site_id, 0), t.status, t.source, t.access_type, t.supervisor_level,
    t.access_type <> 'none', t.supervisor_level <> 'none', t.agent_addon, t.uc_client, t.crm_addon,
    EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id),
    EXISTS (SELECT 1 FROM user_right p WHERE p.user_id = t.id) FROM user t ";
/// The columns of it that are words, and those that say whether something is held.
const WORDS: [&str; 4] = ["status", "source", "access", "level"];
const HELD: [&str; 7] =
    ["access_type", "supervisor_level", "agent_addon", "uc_client", "crm_addon", "softphone", "application"];

fn tokens(row: &Row<'_>) -> Result<String> {
    let word = |at: usize| row.get_ref(at)?.as_str().map_err(|_| StoreError::Value { column: "search" });
    let mut tokens = Tokens::default();
    tokens.text(word(1)?);
    tokens.term("site", &row.get::<_, i64>(2)?.to_string());
    for (at, field) in (3..).zip(WORDS) {
        tokens.term(field, word(at)?);
    }
    for (at, held) in (3 + WORDS.len()..).zip(HELD) {
        if row.get(at)? {
            tokens.term("has", held);
        }
    }
    Ok(tokens.finish())
}

fn write(conn: &Connection, place: i64, tokens: &str) -> Result<()> {
    run(conn, "INSERT INTO user_search (rowid, tokens) VALUES (?1, ?2)", rusqlite::params![place, tokens])?;
    Ok(())
}

/// Takes users out of the index.
///
/// # Errors
/// Where SQLite refuses.
pub fn remove(conn: &Connection, users: &[i64]) -> Result<()> {
    for user in users {
        let place =
            first(conn, "SELECT place FROM user_place WHERE user_id = ?1", [user], |row| Ok(row.get::<_, i64>(0)?))?;
        if let Some(place) = place {
            run(conn, "DELETE FROM user_search WHERE rowid = ?1", [place])?;
        }
    }
    for user in users {
        run(conn, "DELETE FROM user_place WHERE user_id = ?1", [user])?;
    }
    Ok(())
}

/// Puts users into the index who are not in it: each at their place, some neighbours moved where there was no room
/// between two of them. `go_on` is asked before each.
///
/// # Errors
/// Where SQLite refuses, and those of `go_on`.
pub fn insert<E: From<super::StoreError>>(
    conn: &Connection,
    users: &[i64],
    go_on: impl Fn() -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let found = place::find(conn, users, &go_on)?;
    // All places first: a write between two rows of the full-text table may make it write out what it has gathered.
    for (place, user) in &found {
        go_on()?;
        run(conn, "INSERT INTO user_place (place, user_id) VALUES (?1, ?2)", [place, user])?;
    }
    let sql = [READ, "WHERE t.id = ?1"].concat();
    for (place, user) in &found {
        go_on()?;
        if let Some(tokens) = first(conn, &sql, [user], tokens)? {
            write(conn, *place, &tokens)?;
        }
    }
    Ok(())
}

/// Fills an empty index with every user; `step` is told now and then, and stops it by answering `false`.
///
/// # Errors
/// Where SQLite refuses.
pub fn fill(conn: &Connection, step: &mut dyn FnMut() -> bool) -> Result<bool> {
    /// After so many users `step` is told.
    const NOW_AND_THEN: i64 = 4096;
    let places = "INSERT INTO user_place (place, user_id) SELECT ?1 * row_number() OVER (), id
        FROM (SELECT id FROM user ORDER BY sort_key, id)";
    run(conn, places, [place::STEP])?;
    let mut statement = conn.prepare(&[READ, "ORDER BY t.sort_key, t.id"].concat())?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        write(conn, count * place::STEP, &tokens(row)?)?;
        if count % NOW_AND_THEN == 0 && !step() {
            return Ok(false);
        }
    }
    Ok(true)
}
