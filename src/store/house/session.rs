//! Sessions: each console that runs has a row.

use rusqlite::{Connection, Row, params};

use super::Housekeeping;
use crate::domain::id::AdminId;
use crate::domain::time::Time;
use crate::store::convert::{all, first, run};
use crate::store::error::Result;
use crate::store::{Change, Tables};

/// A running console or command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: String,
    /// Whose.
    pub admin: AdminId,
    /// The boot of the machine, the process and when it started: by these a dead one is known.
    pub boot: String,
    /// The process.
    pub process: i64,
    /// Its start, in the kernel's ticks.
    pub process_started: i64,
    /// From where.
    pub peer: Option<String>,
    /// Since when.
    pub started_at: Time,
    /// Last seen.
    pub last_seen_at: Time,
}

fn session(row: &Row<'_>) -> Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        admin: AdminId(row.get("admin_id")?),
        boot: row.get("boot")?,
        process: row.get("process")?,
        process_started: row.get("process_started")?,
        peer: row.get("peer")?,
        started_at: Time(row.get("started_at")?),
        last_seen_at: Time(row.get("last_seen_at")?),
    })
}

/// The sessions that have not ended; dead ones among them until somebody closes them.
///
/// # Errors
/// Where SQLite refuses.
pub fn open_sessions(tables: Tables<'_>) -> Result<Vec<Session>> {
    all(tables.connection(), "SELECT * FROM session WHERE ended_at IS NULL ORDER BY started_at", [], session)
}

/// Why a session ended, if it has.
///
/// # Errors
/// Where SQLite refuses.
pub fn session_end(tables: Tables<'_>, id: &str) -> Result<Option<String>> {
    let sql = "SELECT ifnull(end_reason, '') FROM session WHERE id = ?1 AND ended_at IS NOT NULL";
    first(tables.connection(), sql, [id], |row| Ok(row.get(0)?))
}

impl Housekeeping<'_> {
    /// Begins a session.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn begin_session(&self, session: &Session) -> Result<()> {
        let sql = "INSERT INTO session (id, admin_id, boot, process, process_started, peer, started_at, last_seen_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let values = params![
            session.id,
            session.admin.0,
            session.boot,
            session.process,
            session.process_started,
            session.peer,
            session.started_at.0,
            session.last_seen_at.0
        ];
        run(self.conn(), sql, values)?;
        Ok(())
    }

    /// Notes that a session is in use.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn saw_session(&self, id: &str, now: Time) -> Result<()> {
        let sql = "UPDATE session SET last_seen_at = ?2 WHERE id = ?1 AND ended_at IS NULL";
        run(self.conn(), sql, params![id, now.0])?;
        Ok(())
    }

    /// Ends the sessions of an administrator but that one, and says how many they were.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn end_other_sessions(&self, admin: AdminId, but: Option<&str>, reason: &str, now: Time) -> Result<usize> {
        let sql = "UPDATE session SET ended_at = ?3, end_reason = ?4
                   WHERE admin_id = ?1 AND ended_at IS NULL AND id IS NOT ?2";
        run(self.conn(), sql, params![admin.0, but, now.0, reason])
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn end_session(&self, id: &str, reason: &str, now: Time) -> Result<()> {
        end_session(self.conn(), id, reason, now)
    }

    /// Ends every session: a store that was put in place has none.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn end_all_sessions(&self, reason: &str, now: Time) -> Result<()> {
        run(
            self.conn(),
            "UPDATE session SET ended_at = ?1, end_reason = ?2 WHERE ended_at IS NULL",
            params![now.0, reason],
        )?;
        Ok(())
    }
}

/// Ends a session within a change, which says so.
///
/// # Errors
/// Where SQLite refuses.
pub fn close_session(change: &Change<'_>, id: &str, reason: &str, now: Time) -> Result<()> {
    end_session(change.connection(), id, reason, now)
}

/// Ends every session of an administrator within a change that locks them out (S-16).
///
/// # Errors
/// Where SQLite refuses.
pub fn close_sessions_of(change: &Change<'_>, admin: AdminId, reason: &str, now: Time) -> Result<()> {
    let sql = "UPDATE session SET ended_at = ?2, end_reason = ?3 WHERE admin_id = ?1 AND ended_at IS NULL";
    run(change.connection(), sql, params![admin.0, now.0, reason])?;
    Ok(())
}

fn end_session(conn: &Connection, id: &str, reason: &str, now: Time) -> Result<()> {
    let sql = "UPDATE session SET ended_at = ?2, end_reason = ?3 WHERE id = ?1 AND ended_at IS NULL";
    run(conn, sql, params![id, now.0, reason])?;
    Ok(())
}
