//! Housekeeping: drafts, sessions, sign-in state, and the journal records that are no change. It cannot write the tables
//! of the model.

mod tries;

pub use tries::{Name, Tries};

use rusqlite::{Connection, Row, Transaction, params};

use super::Tables;
use super::convert::{all, first, run};
use super::error::Result;
use super::journal::{EntryHead, Head, Recorder};
use crate::domain::id::AdminId;
use crate::domain::time::Time;

/// The value of the file about itself that says when the owner's password was last recovered.
pub const RECOVERED: &str = "recovered_at";

/// How an administrator signs in.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The PHC string.
    pub hash: String,
    /// Whether the password has to be changed first.
    pub temporary: bool,
    /// When a temporary password is void.
    pub expires_at: Option<Time>,
    /// Failures since the last success.
    pub failures: i64,
    /// Before this moment no try is looked at.
    pub next_try_at: Time,
    /// The first success.
    pub first_at: Option<Time>,
    /// The last success.
    pub last_at: Option<Time>,
    /// The newest entry of the journal at the last leaving, for "what changed since".
    pub seen_entry: i64,
}

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

/// The sign-in state of an administrator.
///
/// # Errors
/// Where SQLite refuses.
pub fn sign_in(tables: Tables<'_>, admin: AdminId) -> Result<Option<SignIn>> {
    first(tables.connection(), "SELECT * FROM sign_in WHERE admin_id = ?1", [admin.0], |row| {
        Ok(SignIn {
            hash: row.get("hash")?,
            temporary: row.get("temporary")?,
            expires_at: row.get::<_, Option<i64>>("expires_at")?.map(Time),
            failures: row.get("failures")?,
            next_try_at: Time(row.get("next_try_at")?),
            first_at: row.get::<_, Option<i64>>("first_at")?.map(Time),
            last_at: row.get::<_, Option<i64>>("last_at")?.map(Time),
            seen_entry: row.get("seen_entry")?,
        })
    })
}

/// Every administrator, with when the account was made and how they sign in.
///
/// # Errors
/// Where SQLite refuses.
pub fn sign_ins(tables: Tables<'_>) -> Result<Vec<(AdminId, Time, Option<SignIn>)>> {
    let sql = "SELECT id, created_at FROM admin ORDER BY id";
    let made = all(tables.connection(), sql, [], |row| Ok((AdminId(row.get(0)?), Time(row.get(1)?))))?;
    made.into_iter().map(|(id, at)| Ok((id, at, sign_in(tables, id)?))).collect()
}

/// The draft of an administrator, as JSON text.
///
/// # Errors
/// Where SQLite refuses.
pub fn draft(tables: Tables<'_>, admin: AdminId) -> Result<Option<String>> {
    first(tables.connection(), "SELECT commands FROM draft WHERE admin_id = ?1", [admin.0], |row| Ok(row.get(0)?))
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

/// An open housekeeping change.
pub struct Housekeeping<'a>(Transaction<'a>);

impl<'a> Housekeeping<'a> {
    pub(super) const fn new(tx: Transaction<'a>) -> Self {
        Self(tx)
    }

    fn conn(&self) -> &Connection {
        &self.0
    }

    /// The tables, with what was written so far.
    pub fn tables(&self) -> Tables<'_> {
        Tables::new(&self.0)
    }

    /// Sets a password's hash.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn set_password(&self, admin: AdminId, hash: &str, expires_at: Option<Time>, now: Time) -> Result<()> {
        set_password(self.conn(), admin, hash, expires_at, now)
    }

    /// Notes a success, which ends the failures before it.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn succeed(&self, admin: AdminId, now: Time) -> Result<()> {
        let sql = "UPDATE sign_in SET failures = 0, next_try_at = 0, first_at = ifnull(first_at, ?2), last_at = ?2
                   WHERE admin_id = ?1";
        run(self.conn(), sql, params![admin.0, now.0])?;
        Ok(())
    }

    /// Puts the failures back to a number, without a success.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn forgive(&self, admin: AdminId, failures: i64) -> Result<()> {
        forgive(self.conn(), admin, failures)
    }

    /// Notes the newest entry that an administrator has seen.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn saw(&self, admin: AdminId, entry: i64) -> Result<()> {
        run(self.conn(), "UPDATE sign_in SET seen_entry = ?2 WHERE admin_id = ?1", params![admin.0, entry])?;
        Ok(())
    }

    /// Keeps a draft, or drops it.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn keep_draft(&self, admin: AdminId, commands: Option<&str>, now: Time) -> Result<()> {
        keep_draft(self.conn(), admin, commands, now)
    }

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

    /// Writes a journal record that is no change: a sign-in, a refusal, an export.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn record(&self, head: EntryHead) -> Result<Head> {
        let admins = head.actor.iter().map(|(id, _)| *id).collect();
        Recorder::on(self.conn(), head)?.finish(&Default::default(), &admins)
    }

    /// Makes it durable.
    ///
    /// # Errors
    /// Where SQLite refuses; then nothing was written.
    pub fn commit(self) -> Result<()> {
        Ok(self.0.commit()?)
    }
}

/// Sets a password's hash within a change of the model: a temporary hash comes with its Command.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_temporary_password(
    change: &super::Change<'_>,
    admin: AdminId,
    hash: &str,
    expires_at: Time,
    now: Time,
) -> Result<()> {
    set_password(change.connection(), admin, hash, Some(expires_at), now)
}

/// Keeps what an applied draft leaves, within the change that applies it: never applied and still staged.
///
/// # Errors
/// Where SQLite refuses.
pub fn keep_rest_of_draft(change: &super::Change<'_>, admin: AdminId, commands: Option<&str>, now: Time) -> Result<()> {
    keep_draft(change.connection(), admin, commands, now)
}

/// Forgives failed tries within a change, which says so.
///
/// # Errors
/// Where SQLite refuses.
pub fn unlock(change: &super::Change<'_>, admin: AdminId) -> Result<()> {
    forgive(change.connection(), admin, 0)
}

/// Ends a session within a change, which says so.
///
/// # Errors
/// Where SQLite refuses.
pub fn close_session(change: &super::Change<'_>, id: &str, reason: &str, now: Time) -> Result<()> {
    end_session(change.connection(), id, reason, now)
}

/// Ends every session of an administrator within a change that locks them out (S-16).
///
/// # Errors
/// Where SQLite refuses.
pub fn close_sessions_of(change: &super::Change<'_>, admin: AdminId, reason: &str, now: Time) -> Result<()> {
    let sql = "UPDATE session SET ended_at = ?2, end_reason = ?3 WHERE admin_id = ?1 AND ended_at IS NULL";
    run(change.connection(), sql, params![admin.0, now.0, reason])?;
    Ok(())
}

/// Sets the owner's own password within the first change of a store.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_first_password(change: &super::Change<'_>, admin: AdminId, hash: &str, now: Time) -> Result<()> {
    set_password(change.connection(), admin, hash, None, now)
}

/// Writes a first sign-in of the past within the first change of a store: the demonstration has a history.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_first_sign_in(change: &super::Change<'_>, admin: AdminId, at: Time) -> Result<()> {
    let sql = "UPDATE sign_in SET first_at = ?2, last_at = ?2 WHERE admin_id = ?1";
    run(change.connection(), sql, params![admin.0, at.0])?;
    Ok(())
}

fn keep_draft(conn: &Connection, admin: AdminId, commands: Option<&str>, now: Time) -> Result<()> {
    match commands {
        Some(commands) => {
            let sql = "INSERT INTO draft (admin_id, commands, modified_at) VALUES (?1, ?2, ?3)
                       ON CONFLICT DO UPDATE SET commands = ?2, modified_at = ?3";
            run(conn, sql, params![admin.0, commands, now.0])?;
        }
        None => drop(run(conn, "DELETE FROM draft WHERE admin_id = ?1", [admin.0])?),
    }
    Ok(())
}

fn set_password(conn: &Connection, admin: AdminId, hash: &str, expires_at: Option<Time>, now: Time) -> Result<()> {
    let sql = "INSERT INTO sign_in (admin_id, hash, temporary, expires_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5)
               ON CONFLICT DO UPDATE SET hash = ?2, temporary = ?3, expires_at = ?4, changed_at = ?5, failures = 0,
                   next_try_at = 0";
    run(conn, sql, params![admin.0, hash, expires_at.is_some(), expires_at.map(|t| t.0), now.0])?;
    Ok(())
}

fn forgive(conn: &Connection, admin: AdminId, failures: i64) -> Result<()> {
    run(conn, "UPDATE sign_in SET failures = ?2, next_try_at = 0 WHERE admin_id = ?1", params![admin.0, failures])?;
    Ok(())
}

fn end_session(conn: &Connection, id: &str, reason: &str, now: Time) -> Result<()> {
    let sql = "UPDATE session SET ended_at = ?2, end_reason = ?3 WHERE id = ?1 AND ended_at IS NULL";
    run(conn, sql, params![id, now.0, reason])?;
    Ok(())
}
