//! The search index of users: one full-text table whose rows stand in the order of names, so that a filter reads its
//! matches already sorted, from any place on and in either direction.
//!
//! A user's row there is numbered by the user's *place*, a number that grows with the name ([`place`]); its text is the
//! list of tokens that a filter may ask for ([`token`]).

pub mod place;
pub mod token;

use std::collections::{BTreeSet, HashMap};

use rusqlite::{CachedStatement, Connection, Row, params};

use self::place::Standing;
use self::token::Tokens;
use super::convert::{first, run};
use super::error::{Result, StoreError};

/// All that a filter may ask of a user.
const READ: &str = "SELECT t.id, t.search, ifnull(t.site_id, 0), t.status, t.source, t.access_type, t.supervisor_level,
    t.access_type <> 'none', t.supervisor_level <> 'none', t.agent_addon, t.uc_client, t.crm_addon,
    EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id),
    EXISTS (SELECT 1 FROM user_right p WHERE p.user_id = t.id),
    t.site_id IS NULL,
    EXISTS (SELECT 1 FROM user_softphone p WHERE p.user_id = t.id AND p.device IS NULL),
    EXISTS (SELECT 1 FROM user o WHERE o.email_key = t.email_key AND o.id <> t.id), t.email_key, t.sort_key FROM user t ";
/// The columns of it that are words, and those that say whether something is held.
const WORDS: [&str; 4] = ["status", "source", "access", "level"];
const HELD: [&str; 7] =
    ["access_type", "supervisor_level", "agent_addon", "uc_client", "crm_addon", "softphone", "application"];
/// What is missing, as the filter `is:` names it; `is:incomplete` where any is.
const MISSING: [&str; 3] = ["without-site", "without-device", "shared-email"];

fn text<'a>(row: &'a Row<'_>) -> Result<&'a str> {
    row.get_ref(1)?.as_str().map_err(|_| StoreError::Value { column: "search" })
}

/// Makes the tokens of a user, in place of those that are there.
fn tokenise(row: &Row<'_>, tokens: &mut Tokens) -> Result<()> {
    tokens.clear();
    tokens.text(text(row)?);
    terms(row, tokens)
}

/// Adds the tokens of a user that are no parts of words.
fn terms(row: &Row<'_>, tokens: &mut Tokens) -> Result<()> {
    let word = |at: usize| row.get_ref(at)?.as_str().map_err(|_| StoreError::Value { column: "search" });
    tokens.term("site", &row.get::<_, i64>(2)?.to_string());
    for (at, field) in (3..).zip(WORDS) {
        tokens.term(field, word(at)?);
    }
    for (at, held) in (3 + WORDS.len()..).zip(HELD) {
        if row.get(at)? {
            tokens.term("has", held);
        }
    }
    let mut complete = true;
    for (at, missing) in (3 + WORDS.len() + HELD.len()..).zip(MISSING) {
        if row.get(at)? {
            tokens.term("is", missing);
            complete = false;
        }
    }
    if !complete {
        tokens.term("is", "incomplete");
    }
    Ok(())
}

/// Where the key of the name stands in a row.
const SORT_KEY: usize = 4 + WORDS.len() + HELD.len() + MISSING.len();

/// The key of an e-mail that somebody else has too.
fn shared_email(row: &Row<'_>) -> Result<Option<String>> {
    let at = 3 + WORDS.len() + HELD.len() + MISSING.len();
    Ok(if row.get(at - 1)? { row.get(at)? } else { None })
}

const PLACE: &str = "INSERT INTO user_place (place, user_id, search) VALUES (?1, ?2, ?3)";
const WRITE: &str = "INSERT INTO user_search (rowid, tokens) VALUES (?1, ?2)";

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

/// What the index is to have of a user.
struct Entry {
    text: String,
    terms: String,
    /// The key of an e-mail that somebody else has too.
    shared: Option<String>,
}

/// Reads the entries of users, one at a time.
struct Entries<'c> {
    statement: CachedStatement<'c>,
    tokens: Tokens,
}

impl<'c> Entries<'c> {
    fn of(conn: &'c Connection) -> Result<Self> {
        let statement = conn.prepare_cached(&[READ, "WHERE t.id = ?1"].concat())?;
        Ok(Self { statement, tokens: Tokens::default() })
    }

    /// The entry of a user, and where they stand.
    fn read(&mut self, user: i64) -> Result<Option<(Standing, Entry)>> {
        let mut rows = self.statement.query([user])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        self.tokens.clear();
        terms(row, &mut self.tokens)?;
        let terms = self.tokens.as_str().to_owned();
        let standing = Standing { sort_key: row.get(SORT_KEY)?, user };
        Ok(Some((standing, Entry { text: text(row)?.to_owned(), terms, shared: shared_email(row)? })))
    }
}

/// Puts users into the index who are not in it: each at their place, some neighbours moved where there was no room
/// between two of them. What is to be written of them is held meanwhile. `go_on` is asked before each.
///
/// # Errors
/// Where SQLite refuses, and those of `go_on`.
pub fn insert<E: From<super::StoreError>>(
    conn: &Connection,
    users: &[i64],
    go_on: impl Fn() -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let users: BTreeSet<i64> = users.iter().copied().collect();
    let mut reading = Entries::of(conn)?;
    let (mut waiting, mut entries) = (Vec::with_capacity(users.len()), HashMap::with_capacity(users.len()));
    // In the order of their rows, which those of the names are not.
    for user in &users {
        go_on()?;
        if let Some((standing, entry)) = reading.read(*user)? {
            waiting.push(standing);
            entries.insert(*user, entry);
        }
    }
    let found = place::find(conn, waiting, &go_on)?;
    // All places first: a write between two rows of the full-text table may make it write out what it has gathered.
    for (place, user) in &found {
        go_on()?;
        if !entries.contains_key(user) {
            // Somebody who had to make room.
            entries.extend(reading.read(*user)?.map(|(_, entry)| (*user, entry)));
        }
        let text = entries.get(user).map(|entry| &entry.text);
        run(conn, PLACE, params![place, user, text])?;
    }
    let (mut tokens, mut shared) = (Tokens::default(), BTreeSet::new());
    for (place, user) in &found {
        go_on()?;
        if let Some(entry) = entries.remove(user) {
            tokens.clear();
            tokens.text(&entry.text);
            tokens.list(&entry.terms);
            run(conn, WRITE, params![place, tokens.as_str()])?;
            shared.extend(entry.shared);
        }
    }
    Ok(refresh_sharers(conn, shared.iter().map(String::as_str), |user| users.contains(&user))?)
}

/// Writes anew what filters find of the one other user who has one of these e-mail keys, besides those that are written
/// now: that user begins to share it, or no longer does. Where there are more, they share it anyhow.
///
/// # Errors
/// Where SQLite refuses.
pub fn refresh_sharers<'k>(
    conn: &Connection,
    keys: impl IntoIterator<Item = &'k str>,
    is_written: impl Fn(i64) -> bool,
) -> Result<()> {
    let mut others = conn.prepare_cached(
        "SELECT u.id, p.place FROM user u CROSS JOIN user_place p ON p.user_id = u.id WHERE u.email_key = ?1",
    )?;
    let sql = [READ, "WHERE t.id = ?1"].concat();
    let mut tokens = Tokens::default();
    for key in keys {
        let mut rows = others.query([key])?;
        let mut found = Vec::new();
        while found.len() < 2
            && let Some(row) = rows.next()?
        {
            let other: (i64, i64) = (row.get(0)?, row.get(1)?);
            found.extend((!is_written(other.0)).then_some(other));
        }
        let [(user, place)] = found[..] else { continue };
        run(conn, "DELETE FROM user_search WHERE rowid = ?1", [place])?;
        if first(conn, &sql, [user], |row| tokenise(row, &mut tokens))?.is_some() {
            run(conn, WRITE, params![place, tokens.as_str()])?;
        }
    }
    Ok(())
}

/// Reads what a filter may ask of every user. The table is read through and sorted: its rows in the order of an index lie
/// anywhere in the file.
pub(super) fn everybody() -> String {
    [READ, "NOT INDEXED ORDER BY t.sort_key, t.id"].concat()
}

/// After so many users who fill the index somebody is told.
pub const NOW_AND_THEN: i64 = 4096;

/// Fills an empty index with every user; `step` is told now and then, and stops it by answering `false`.
///
/// # Errors
/// Where SQLite refuses.
pub fn fill(conn: &Connection, step: &mut dyn FnMut() -> bool) -> Result<bool> {
    let mut statement = conn.prepare(&everybody())?;
    let (mut place, mut write) = (conn.prepare_cached(PLACE)?, conn.prepare_cached(WRITE)?);
    let mut rows = statement.query([])?;
    let (mut count, mut tokens) = (0, Tokens::default());
    while let Some(row) = rows.next()? {
        count += 1;
        let at = count * place::STEP;
        tokenise(row, &mut tokens)?;
        place.execute(params![at, row.get::<_, i64>(0)?, text(row)?])?;
        write.execute(params![at, tokens.as_str()])?;
        if count % NOW_AND_THEN == 0 && !step() {
            return Ok(false);
        }
    }
    Ok(true)
}
