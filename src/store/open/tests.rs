//! Every connection as S-42 wants it, read back; and a second writer that waits or is told at once.

use std::time::Instant;

use super::super::StoreError;
use super::super::writer::Writer;
use super::*;

fn store() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.guichet");
    create(&path, Time(1_700_000_000_000)).unwrap();
    (folder, path)
}

fn pragma(conn: &Connection, name: &str) -> String {
    let value: rusqlite::types::Value = conn.pragma_query_value(None, name, |row| row.get(0)).unwrap();
    match value {
        rusqlite::types::Value::Integer(number) => number.to_string(),
        rusqlite::types::Value::Text(text) => text,
        other => panic!("{name}: {other:?}"),
    }
}

#[track_caller]
fn is_careful(conn: &Connection) {
    for (name, expected) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
        ("trusted_schema", "0"),
        ("cell_size_check", "1"),
        ("mmap_size", "0"),
        ("secure_delete", "1"),
        ("temp_store", "2"),
        ("application_id", &migrate::APPLICATION_ID.to_string()),
        ("user_version", &migrate::SCHEMA_VERSION.to_string()),
    ] {
        assert_eq!(pragma(conn, name), expected, "{name}");
    }
    assert!(pragma(conn, "busy_timeout").parse::<i64>().unwrap() >= 5_000);
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
        assert_eq!(conn.db_config(config).unwrap(), on, "{config:?}");
    }
    assert_eq!(conn.limit(Limit::SQLITE_LIMIT_LENGTH).unwrap(), 16 * 1024 * 1024);
    assert!(conn.execute("ATTACH ':memory:' AS other", []).is_err(), "no second file");
    assert!(conn.query_row("SELECT load_extension('x')", [], |_| Ok(())).is_err(), "no extension");
    assert!(conn.query_row("SELECT \"no such column\"", [], |_| Ok(())).is_err(), "no text in double quotes");
}

#[test]
fn s_42_every_connection_is_careful() {
    let (_folder, path) = store();
    let reader = Reader::open(&path, Opening::default()).unwrap();
    is_careful(&reader.conn);
    is_careful(&reader.again().unwrap().conn);
    let writer = Writer::open(&path, Opening::default()).unwrap();
    is_careful(writer.connection());
    for reader in [&reader, &reader.again().unwrap()] {
        assert!(reader.conn.execute("DELETE FROM draft", []).is_err(), "what reads cannot write");
    }
}

#[test]
fn s_42_every_table_is_strict_and_limits_its_texts() {
    let (_folder, path) = store();
    let reader = Reader::open(&path, Opening::default()).unwrap();
    let mut statement =
        reader.conn.prepare("SELECT name, strict, type FROM pragma_table_list WHERE schema = 'main'").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    let rows: Vec<(String, bool, String)> = rows.map(rusqlite::Result::unwrap).collect();
    let own: Vec<_> = rows.iter().filter(|(name, _, kind)| kind == "table" && !name.starts_with("sqlite_")).collect();
    assert!(own.len() > 30, "{own:?}");
    assert!(own.iter().all(|(_, strict, _)| *strict), "{own:?}");
    let writer = Writer::open(&path, Opening::default()).unwrap();
    let long = "x".repeat(100_000);
    let site = "INSERT INTO site (version, code, name, name_fold, sort_key, created_at, modified_at)
        VALUES (0, 'x', ?1, '', x'00', 0, 0)";
    let refused = writer.connection().execute(site, [&long]).unwrap_err();
    assert!(refused.to_string().contains("CHECK"), "{refused}");
    writer.connection().execute(site, ["Laval"]).unwrap();
}

/// S-44: one at a time; who does not wait is told at once, and both connections go on waiting as long as before.
#[test]
fn s_44_a_second_writer_is_busy_at_once_where_it_does_not_wait() {
    let (_folder, path) = store();
    let open = || Writer::open(&path, Opening::default()).unwrap();
    let (mut one, mut other) = (open(), open());
    other.set_waiting(false);
    let change = one.begin_change().unwrap();
    let begun = Instant::now();
    assert!(matches!(other.begin_change().err(), Some(StoreError::Busy)));
    assert!(matches!(other.begin_housekeeping().err(), Some(StoreError::Busy)));
    assert!(begun.elapsed() < std::time::Duration::from_secs(2), "{:?}", begun.elapsed());
    change.commit().unwrap();
    other.begin_change().unwrap().commit().unwrap();
    is_careful(other.connection());
}
