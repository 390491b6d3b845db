//! How each administrator signs in: the hash of the password, what failed, the first and the last time.

use rusqlite::{Connection, params};

use super::Housekeeping;
use crate::domain::id::AdminId;
use crate::domain::time::Time;
use crate::store::convert::{all, first, run};
use crate::store::error::Result;
use crate::store::{Change, Tables};

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

impl Housekeeping<'_> {
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
}

/// Sets a password's hash within a change of the model: a temporary hash comes with its Command.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_temporary_password(
    change: &Change<'_>,
    admin: AdminId,
    hash: &str,
    expires_at: Time,
    now: Time,
) -> Result<()> {
    set_password(change.connection(), admin, hash, Some(expires_at), now)
}

/// Forgives failed tries within a change, which says so.
///
/// # Errors
/// Where SQLite refuses.
pub fn unlock(change: &Change<'_>, admin: AdminId) -> Result<()> {
    forgive(change.connection(), admin, 0)
}

/// Sets the owner's own password within the first change of a store.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_first_password(change: &Change<'_>, admin: AdminId, hash: &str, now: Time) -> Result<()> {
    set_password(change.connection(), admin, hash, None, now)
}

/// Writes a first sign-in of the past within the first change of a store: the demonstration has a history.
///
/// # Errors
/// Where SQLite refuses.
pub fn set_first_sign_in(change: &Change<'_>, admin: AdminId, at: Time) -> Result<()> {
    let sql = "UPDATE sign_in SET first_at = ?2, last_at = ?2 WHERE admin_id = ?1";
    run(change.connection(), sql, params![admin.0, at.0])?;
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
