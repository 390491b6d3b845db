//! Filling a new store: a great many rows in one change, before anybody else has opened it.

use std::path::Path;

use rusqlite::Connection;

use super::error::Result;
use super::writer::{Change, Writer};
use super::{migrate, search};

/// The tables whose indexes are made once their rows are there: an index built in one go is sorted, one that grows row
/// by row touches a page for each. That of the journal grows in its order, from rows that are long to read again.
const FILLED: &str = "'user', 'user_permission', 'user_workspace', 'user_right', 'user_member', 'user_device',
    'user_place'";

/// The index of those that is made before the search is filled, which asks for each user who shares the e-mail.
const ASKED: &str = "user_by_email";

/// How a store is filled: a large cache while rows arrive, and no log beside the file. What refers to what is made up
/// with it, and not looked up row by row (a test looks all of it up). Sorts keep what they cannot hold in unnamed files,
/// which lets a second thread share them; nothing in there is anybody's but invented.
const FILLING: &str = "PRAGMA journal_mode = TRUNCATE; PRAGMA secure_delete = OFF; PRAGMA cache_size = -64000;
    PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE; PRAGMA threads = 1;";
/// How it is read through and sorted: the cache says also how much is sorted at a time, and less is sorted sooner.
const SORTING: &str = "PRAGMA cache_size = -2000;";

/// Terms that a search index keeps in memory before it writes a segment, in bytes; and SQLite's own value.
const HASH_BYTES: (i64, i64) = (64 << 20, 1 << 20);
/// Segments of one level that are merged as rows arrive: none, and FTS5's own value.
const MERGE: (i64, i64) = (0, 4);

/// The indexes that wait for their rows, by name, and how each is made.
#[must_use = "the store is not whole before they are made"]
pub struct Awaited(Vec<(String, String)>);

impl Awaited {
    /// How many steps [`Change::index`] takes for so many users.
    pub fn steps(&self, users: u64) -> u64 {
        users / search::NOW_AND_THEN.unsigned_abs() + self.0.len() as u64
    }
}

impl Writer {
    /// Opens a store that nobody else has opened yet, to fill it: each new page is written once, into the file itself.
    /// Open it with [`Writer::open`] for anything else.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn open_to_fill(path: &Path, opening: super::Opening) -> Result<Self> {
        let writer = Self::open(path, opening)?;
        writer.connection().execute_batch(FILLING)?;
        Ok(writer)
    }

    /// Ends the filling: from here on there is a log beside the file.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn filled(self) -> Result<()> {
        Ok(self.connection().query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?)
    }
}

impl Change<'_> {
    /// Writes a value of the file about itself.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn set_meta(&self, key: &str, value: &str) -> Result<()> {
        migrate::set_meta(self.connection(), key, value)
    }

    /// Takes the indexes of users away until [`Self::index`] makes them again, word for word, and lets
    /// filters find everybody.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn await_rows(&self) -> Result<Awaited> {
        let conn = self.connection();
        let awaited = take_away(conn)?;
        configure_search(conn, HASH_BYTES.0, MERGE.0)?;
        Ok(awaited)
    }

    /// Makes the indexes that were awaited; `step` is told after each, and stops it by answering `false`.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn index(&self, awaited: Awaited, step: &mut dyn FnMut() -> bool) -> Result<bool> {
        let conn = self.connection();
        conn.execute_batch(SORTING)?;
        let (asked, rest): (Vec<_>, Vec<_>) = awaited.0.into_iter().partition(|(name, _)| name == ASKED);
        for (_, sql) in asked {
            conn.execute_batch(&sql)?;
            if !step() {
                return Ok(false);
            }
        }
        if !search::fill(conn, step)? {
            return Ok(false);
        }
        for (_, sql) in rest {
            conn.execute_batch(&sql)?;
            if !step() {
                return Ok(false);
            }
        }
        command(conn, "optimize", None)?;
        configure_search(conn, HASH_BYTES.1, MERGE.1)?;
        Ok(true)
    }
}

/// Drops the indexes of the tables that are filled.
fn take_away(conn: &Connection) -> Result<Awaited> {
    let list = [
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (",
        FILLED,
        ") ORDER BY rowid",
    ];
    let mut statement = conn.prepare(&list.concat())?;
    let found = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    let found = found.collect::<rusqlite::Result<Vec<_>>>()?;
    for (name, _) in &found {
        conn.execute_batch(&["DROP INDEX ", name].concat())?;
    }
    Ok(Awaited(found))
}

fn configure_search(conn: &Connection, hash_bytes: i64, merge: i64) -> Result<()> {
    command(conn, "hashsize", Some(hash_bytes))?;
    command(conn, "automerge", Some(merge))
}

/// A command to the search index is an insert into the column that has its name.
fn command(conn: &Connection, word: &str, value: Option<i64>) -> Result<()> {
    let sql = "INSERT INTO user_search (user_search, rank) VALUES (?1, ?2)";
    conn.execute(sql, rusqlite::params![word, value])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::convert::all;

    #[test]
    fn filling_the_search_reads_the_users_once() {
        let conn = Connection::open_in_memory().unwrap();
        migrate::migrate(&conn, 0).unwrap();
        let awaited = take_away(&conn).unwrap();
        let plan = || -> Vec<String> {
            let sql = ["EXPLAIN QUERY PLAN ", &search::everybody()].concat();
            all(&conn, &sql, [], |row| Ok(row.get(3)?)).unwrap()
        };
        let asked: Vec<_> = awaited.0.iter().filter(|(name, _)| name == ASKED).collect();
        assert_eq!(asked.len(), 1, "the schema has no index of that name");
        conn.execute_batch(&asked[0].1).unwrap();
        let read: Vec<String> = plan().into_iter().filter(|line| line.starts_with("SCAN")).collect();
        assert_eq!(read, ["SCAN t"], "whatever else is asked of a user is found by an index: {:?}", plan());
    }
}
