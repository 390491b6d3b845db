//! The schema: one SQL file a step, never edited once released, applied in order.

use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};

use super::error::{Result, StoreError};

/// Every step, in order; the number of steps is the schema's version.
const STEPS: &[&str] = &[include_str!("../../migrations/0001_base.sql")];

/// The version of the schema that this program knows.
#[expect(clippy::cast_possible_wrap, reason = "a handful of steps")]
pub const SCHEMA_VERSION: i64 = STEPS.len() as i64;

/// The SHA-256 of the schema that the steps make, as [`digest`] computes it: what is compared at each opening, for making
/// the schema in memory takes longer than everything else there. A test says the right one.
const DIGEST: &str = "480fb64050702311de4560f104d68868c15a589ea9fded61a01255adf1c5c846";

/// The number by which the file says that it is a store of guichet ("guic").
pub const APPLICATION_ID: i64 = 0x6775_6963;

/// Applies the steps after `from`; call it in a transaction.
///
/// # Errors
/// Where SQLite refuses one.
pub fn migrate(conn: &Connection, from: i64) -> Result<()> {
    for step in STEPS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        conn.execute_batch(step)?;
    }
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", SCHEMA_VERSION)?;
    Ok(())
}

/// Compares the file's schema with the one built in: nothing more, nothing less (S-46).
///
/// # Errors
/// The first object that differs.
pub fn check_schema(conn: &Connection) -> Result<()> {
    let found = objects(conn)?;
    if digest(&found) == DIGEST {
        return Ok(());
    }
    let expected = expected()?;
    let differs = found.iter().find(|o| !expected.contains(o)).or_else(|| expected.iter().find(|o| !found.contains(o)));
    match differs {
        Some(object) => Err(StoreError::Schema { object: object.name.clone() }),
        None => Ok(()),
    }
}

/// A table, an index or a trigger, with the text that made it.
#[derive(PartialEq, Eq)]
struct Object {
    name: String,
    sql: String,
}

fn objects(conn: &Connection) -> Result<Vec<Object>> {
    let list = "SELECT name, ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
    let mut statement = conn.prepare(list)?;
    let rows = statement.query_map([], |row| Ok(Object { name: row.get(0)?, sql: row.get(1)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the steps make.
fn expected() -> Result<Vec<Object>> {
    let fresh = Connection::open_in_memory()?;
    migrate(&fresh, 0)?;
    objects(&fresh)
}

/// The SHA-256 of a schema, each text with its length.
fn digest(objects: &[Object]) -> String {
    let mut hash = Sha256::new();
    for text in objects.iter().flat_map(|object| [&object.name, &object.sql]) {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    super::journal::Hash(hash.finalize().into()).to_string()
}

/// Reads a value of the file about itself.
///
/// # Errors
/// Where SQLite refuses.
pub fn meta(conn: &Connection, key: &str) -> Result<Option<String>> {
    Ok(conn.query_row("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get(0)).optional()?)
}

/// Writes a value of the file about itself.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_meta(conn: &Connection, key: &str, value: &str) -> Result<()> {
    conn.execute("INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", [key, value])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_the_folder_is_listed() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), STEPS.len());
    }

    #[test]
    fn s_46_the_digest_is_that_of_the_steps() {
        assert_eq!(digest(&expected().unwrap()), DIGEST, "write the one on the left into DIGEST");
    }

    #[test]
    fn s_46_any_other_schema_is_refused() {
        let changes = [
            "DROP INDEX user_by_role",
            "DROP TRIGGER journal_entry_delete",
            "CREATE TABLE zz (a INTEGER) STRICT",
            "DROP INDEX user_by_change; CREATE INDEX user_by_change ON user (modified_at)",
        ];
        for change in changes {
            let conn = Connection::open_in_memory().unwrap();
            migrate(&conn, 0).unwrap();
            conn.execute_batch(change).unwrap();
            assert!(matches!(check_schema(&conn), Err(StoreError::Schema { .. })), "{change}");
        }
    }

    #[test]
    fn s_46_a_stranger_in_the_schema_is_named() {
        let conn = Connection::open_in_memory().unwrap();
        migrate(&conn, 0).unwrap();
        check_schema(&conn).unwrap();
        conn.execute_batch("CREATE TRIGGER evil AFTER INSERT ON saved_view BEGIN DELETE FROM draft; END").unwrap();
        assert!(matches!(check_schema(&conn), Err(StoreError::Schema { object }) if object == "evil"));
    }

    #[test]
    fn the_journal_refuses_update_and_delete() {
        let conn = Connection::open_in_memory().unwrap();
        migrate(&conn, 0).unwrap();
        conn.execute_batch(
            "INSERT INTO journal_site VALUES (1, 1); INSERT INTO journal_admin VALUES (1, 1);
             INSERT INTO journal_entry VALUES (1, 0, 'apply', NULL, NULL, NULL, NULL, NULL, '', 0, '', NULL,
                 zeroblob(32), zeroblob(32));
             INSERT INTO journal_change VALUES (1, 0, 'user', 1, '', '', '', '', NULL, 0, NULL);",
        )
        .unwrap();
        for table in ["journal_entry", "journal_change", "journal_site", "journal_admin"] {
            assert!(conn.execute(&["DELETE FROM ", table].concat(), []).is_err(), "{table}");
            let column = if table == "journal_entry" { "actor" } else { "entry" };
            assert!(conn.execute(&["UPDATE ", table, " SET ", column, " = 9"].concat(), []).is_err(), "{table}");
        }
    }

    #[test]
    fn s_43_the_sqlite_inside_has_the_wal_reset_fix() {
        assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    }
}
