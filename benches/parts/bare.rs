//! What the disk and SQLite alone take for what the program does: the same rows, as bare statements in one transaction.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, Row, Transaction, params_from_iter};

/// The tables that an import of users writes, their columns, and which of their rows are new; `?1` is the last user before it, `?2` the
/// last entry.
const TABLES: [(&str, &str, &str); 5] = [
    ("user", "*", "id > ?1"),
    ("user_feed", "*", "user_id > ?1"),
    ("user_device", "*", "user_id > ?1"),
    // Beyond all places: those who were there may have made room.
    ("user_place", "place + (1 << 48), user_id, search", "user_id > ?1"),
    ("journal_change", "*", "entry > ?2"),
];
/// The tokens of a user are in no table: the text that they begin with, and as many terms as a newcomer has.
const SEARCH: &str =
    "SELECT place + (1 << 48), search || ' site1 stactive sopbx acessential lenone haaccess_type' FROM user_place
    WHERE user_id > ?1";
/// As the program writes while a great deal is changed.
const PRAGMAS: &str = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
    PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;";

/// The rows that an import wrote, as they were bound.
pub struct Rows(Vec<(String, Vec<Vec<Value>>)>);

impl Rows {
    /// Those of `imported` that are not in `before`.
    pub fn between(before: &Path, imported: &Path) -> Self {
        let last = |sql: &str| -> i64 {
            let before = Connection::open(before).expect("the store");
            before.query_row(sql, [], |row| row.get(0)).expect("a number")
        };
        let (user, entry) = (last("SELECT max(id) FROM user"), last("SELECT max(number) FROM journal_entry"));
        let imported = Connection::open(imported).expect("the store");
        let read = |sql: &str| -> Vec<Vec<Value>> {
            let mut statement = imported.prepare(sql).expect("a statement");
            let count = statement.column_count();
            let numbers = [user, entry];
            let values = numbers.into_iter().take(statement.parameter_count());
            let row = |row: &Row<'_>| (0..count).map(|at| row.get(at)).collect();
            let rows = statement.query_map(params_from_iter(values), row).expect("the rows");
            rows.collect::<rusqlite::Result<_>>().expect("the rows")
        };
        let mut tables: Vec<_> = TABLES
            .into_iter()
            .map(|(table, columns, new)| {
                // Both numbers stand in the text, so that both are bound.
                let sql = format!("SELECT {columns} FROM {table} WHERE {new} AND ?1 IS NOT NULL AND ?2 IS NOT NULL");
                let rows = read(&sql);
                let marks = vec!["?"; rows.first().map_or(0, Vec::len)].join(", ");
                (format!("INSERT INTO {table} VALUES ({marks})"), rows)
            })
            .collect();
        tables.push(("INSERT INTO user_search (rowid, tokens) VALUES (?, ?)".to_owned(), read(SEARCH)));
        Self(tables)
    }

    /// Writes them, durably, into a store that lacks them.
    pub fn insert(&self, store: &Path) -> Duration {
        let mut conn = Connection::open(store).expect("the store");
        conn.execute_batch(PRAGMAS).expect("the pragmas");
        let start = Instant::now();
        let change = conn.transaction().expect("a transaction");
        for (sql, rows) in &self.0 {
            let mut statement = change.prepare(sql).expect("a statement");
            for row in rows {
                statement.execute(params_from_iter(row)).expect("a row");
            }
        }
        entries(&change);
        change.commit().expect("the commit");
        start.elapsed()
    }
}

/// Makes the entries that the changes belong to, as long as those before them.
fn entries(change: &Transaction<'_>) {
    let number = |sql: &str| -> i64 { change.query_row(sql, [], |row| row.get(0)).expect("a number") };
    let last = number("SELECT max(entry) FROM journal_change");
    while number("SELECT max(number) FROM journal_entry") < last {
        let entry = "INSERT INTO journal_entry SELECT number + 1, at, kind, actor_id, actor, session, peer, ticket,
            commands, changes, result, NULL, previous_hash, hash FROM journal_entry ORDER BY number DESC LIMIT 1";
        change.execute(entry, []).expect("an entry");
    }
}

/// The changes of permissions that the newest entry of a store made.
pub struct Changes(Vec<Vec<Value>>);

impl Changes {
    /// Reads them.
    pub fn of(store: &Path) -> Self {
        let conn = Connection::open(store).expect("the store");
        let sql = "SELECT * FROM journal_change WHERE entry = (SELECT max(entry) FROM journal_change)";
        let mut statement = conn.prepare(sql).expect("a statement");
        let row = |row: &Row<'_>| (0..11).map(|at| row.get(at)).collect();
        let rows = statement.query_map([], row).expect("the rows");
        Self(rows.collect::<rusqlite::Result<_>>().expect("the rows"))
    }

    /// Writes the same, durably, into a store that lacks them.
    pub fn write(&self, store: &Path) -> Duration {
        const USER: usize = 3;
        const AFTER: usize = 7;
        let mut conn = Connection::open(store).expect("the store");
        conn.execute_batch(PRAGMAS).expect("the pragmas");
        let start = Instant::now();
        let change = conn.transaction().expect("a transaction");
        let prepare = |sql: &str| change.prepare_cached(sql).expect("a statement");
        for row in &self.0 {
            let sql = match row.get(AFTER) {
                Some(Value::Text(text)) if text == "true" => {
                    "INSERT INTO user_permission VALUES (?1, 'client_settings')"
                }
                _ => "DELETE FROM user_permission WHERE user_id = ?1 AND permission = 'client_settings'",
            };
            prepare(sql).execute([&row[USER]]).expect("a permission");
            let sql = "UPDATE user SET version = ?2, modified_at = ?2 WHERE id = ?1";
            prepare(sql).execute([&row[USER], &row[0]]).expect("a user");
            let sql = "INSERT INTO journal_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
            prepare(sql).execute(params_from_iter(row)).expect("a change");
        }
        entries(&change);
        change.commit().expect("the commit");
        start.elapsed()
    }
}
