//! Opening: handles that read, and the one that writes.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, InterruptHandle, OpenFlags, TransactionBehavior};

use super::error::{Result, StoreError};
use super::facts::Tables;
use super::{folding, migrate, safety};
use crate::domain::norm::COLLATION_VERSION;
use crate::domain::time::Time;

/// The version of SQLite inside.
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}

/// How long a connection waits for somebody else who is saving (S-42, S-44).
pub(super) const PATIENCE: Duration = Duration::from_secs(10);
/// How much of the file a handle holds, in KiB.
pub(super) const CACHE: i64 = 4_000;

/// How a store is opened.
#[derive(Clone, Copy, Debug, Default)]
pub struct Opening {
    /// Skips the checks of S-40 on owner and mode: for stores in memory-backed test directories only.
    pub trusted_place: bool,
}

/// Makes a new store, empty but for its schema, and leaves it closed.
///
/// # Errors
/// Where there is a file already, or the system refuses.
pub fn create(path: &Path, now: Time) -> Result<()> {
    safety::make_directory(path)?;
    safety::make_file(path)?;
    let outcome = fill(path, now);
    if outcome.is_err() {
        discard(path);
    }
    outcome
}

/// Takes away a store that could not be made whole, with what stands beside it; nobody else may have it open. Best
/// effort: the error that stopped its making is the one to report.
pub fn discard(path: &Path) {
    for beside in ["", "-wal", "-shm", "-journal", "-reserve"] {
        let mut name = path.as_os_str().to_owned();
        name.push(beside);
        let _ = std::fs::remove_file(name);
    }
}

fn fill(path: &Path, now: Time) -> Result<()> {
    let mut conn = Connection::open_with_flags(path, flags(true))?;
    configure(&conn, true)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    migrate::migrate(&tx, 0)?;
    migrate::set_meta(&tx, "collation", COLLATION_VERSION)?;
    migrate::set_meta(&tx, "created_at", &now.to_string())?;
    migrate::set_meta(&tx, "checked_at", &now.0.to_string())?;
    tx.execute("INSERT INTO communication_order (id, version, modified_at) VALUES (1, 0, ?1), (2, 0, ?1)", [now.0])?;
    tx.commit()?;
    Ok(())
}

fn flags(write: bool) -> OpenFlags {
    let mode = if write { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW
}

/// S-42, on every connection.
fn configure(conn: &Connection, write: bool) -> Result<()> {
    if rusqlite::version_number() < 3_051_003 {
        return Err(StoreError::SqliteVersion);
    }
    conn.busy_timeout(PATIENCE)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // A plan that depends on the values bound is made anew at each question, which costs more than the question.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    if write {
        let mode: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(StoreError::ReadOnly);
        }
    }
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA mmap_size = 0; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
    )?;
    conn.pragma_update(None, "cache_size", -CACHE)?;
    if !write {
        conn.pragma_update(None, "query_only", true)?;
    }
    conn.set_prepared_statement_cache_capacity(160);
    folding::lend(conn)
}

pub(super) fn open(path: &Path, write: bool, opening: Opening) -> Result<Connection> {
    if !opening.trusted_place {
        safety::check_place(path)?;
    }
    safety::check_header(path)?;
    let conn = Connection::open_with_flags(path, flags(write))?;
    configure(&conn, write)?;
    Ok(conn)
}

/// Makes a store one file again, without the log of changes beside it; only where nobody else has it open.
pub(super) fn fold(path: &Path) -> Result<()> {
    let conn = Connection::open_with_flags(path, flags(true))?;
    conn.busy_timeout(Duration::from_secs(2))?;
    let mode: String = conn.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
    if mode == "delete" { Ok(()) } else { Err(StoreError::Busy) }
}

/// A handle that cannot write.
pub struct Reader {
    conn: Connection,
    path: PathBuf,
    opening: Opening,
}

impl Reader {
    /// Opens a store for reading, after the checks of S-40 and S-46.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn open(path: &Path, opening: Opening) -> Result<Self> {
        // SQLite needs to write the -shm of a WAL file even to read it, so the handle is opened for both and told to
        // query only.
        let conn = open(path, true, opening)?;
        migrate::check_schema(&conn)?;
        conn.pragma_update(None, "query_only", true)?;
        Ok(Self { conn, path: path.to_path_buf(), opening })
    }

    /// Another handle on the same store, for another thread; the schema was checked by the first.
    ///
    /// # Errors
    /// Why it cannot be used.
    pub fn again(&self) -> Result<Self> {
        let conn = open(&self.path, true, self.opening)?;
        conn.pragma_update(None, "query_only", true)?;
        Ok(Self { conn, path: self.path.clone(), opening: self.opening })
    }

    /// Where the store is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The tables as they are now; two questions may see two states.
    pub fn tables(&self) -> Tables<'_> {
        Tables::new(&self.conn)
    }

    /// Answers with all questions seeing one state.
    ///
    /// # Errors
    /// Those of the answer, and of SQLite.
    pub fn snapshot<T, E: From<StoreError>>(
        &self,
        answer: impl FnOnce(Tables<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let tx = self.conn.unchecked_transaction().map_err(|e| E::from(e.into()))?;
        let result = answer(Tables::new(&tx));
        drop(tx);
        result
    }

    /// Stops the question that runs on this handle, from another thread.
    pub fn interrupt_handle(&self) -> Interrupt {
        Interrupt(self.conn.get_interrupt_handle())
    }

    /// A number that moves when another connection has changed the file.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.conn.query_row("PRAGMA data_version", [], |row| row.get(0))?)
    }

    /// A value of the file about itself.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn meta(&self, key: &str) -> Result<Option<String>> {
        migrate::meta(&self.conn, key)
    }
}

/// Stops the question that runs on a handle, from another thread.
pub struct Interrupt(InterruptHandle);

impl Interrupt {
    /// Stops it; nothing happens where none runs.
    pub fn stop(&self) {
        self.0.interrupt();
    }
}

#[cfg(test)]
mod tests;
