//! Tries at signing in, counted alike for names that somebody has and for those that nobody has (S-12, S-13).

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};

use super::Housekeeping;
use crate::domain::id::AdminId;
use crate::domain::time::Time;
use crate::store::convert::{first, run};
use crate::store::error::Result;

/// Whose sign-in is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// An administrator's.
    Known(AdminId),
    /// Nobody's: the count that such a name has part in. Names themselves are not kept, people type passwords there (S-14).
    Unknown(u16),
}

/// The failures of a name, and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tries {
    /// Failures since the last success.
    pub failures: i64,
    /// Before this moment no try is looked at.
    pub next_at: Time,
}

impl Housekeeping<'_> {
    /// The count of a name that nobody has: the same one each time, and which one only this store can tell.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn unknown_name(&self, folded: &str) -> Result<Name> {
        const KEY: &str = "SELECT value FROM meta WHERE key = 'unknown_names'";
        let key = |conn: &Connection| first(conn, KEY, [], |row| Ok(row.get::<_, String>(0)?));
        let key = match key(self.conn())? {
            Some(key) => key,
            None => {
                let sql = "INSERT INTO meta (key, value) VALUES ('unknown_names', lower(hex(randomblob(32))))";
                run(self.conn(), sql, [])?;
                key(self.conn())?.unwrap_or_default()
            }
        };
        let hash = Sha256::new().chain_update(key).chain_update(folded).finalize();
        Ok(Name::Unknown(u16::from_be_bytes([hash[0], hash[1]])))
    }

    /// What is counted of a name.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn tries(&self, name: Name) -> Result<Tries> {
        let (sql, id) = match name {
            Name::Known(admin) => ("SELECT failures, next_try_at FROM sign_in WHERE admin_id = ?1", admin.0),
            Name::Unknown(count) => ("SELECT failures, next_try_at FROM unknown_sign_in WHERE id = ?1", count.into()),
        };
        let found =
            first(self.conn(), sql, [id], |row| Ok(Tries { failures: row.get(0)?, next_at: Time(row.get(1)?) }))?;
        Ok(found.unwrap_or_default())
    }

    /// Counts a try before its hash is computed (S-13).
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn count(&self, name: Name, tries: Tries) -> Result<()> {
        let (sql, id) = match name {
            Name::Known(admin) => ("UPDATE sign_in SET failures = ?2, next_try_at = ?3 WHERE admin_id = ?1", admin.0),
            Name::Unknown(count) => (
                "INSERT INTO unknown_sign_in (id, failures, next_try_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET failures = ?2, next_try_at = ?3",
                count.into(),
            ),
        };
        run(self.conn(), sql, params![id, tries.failures, tries.next_at.0])?;
        Ok(())
    }

    /// Notes that a counted try has failed: something is written for every name, which takes the same time (S-12).
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn failed(&self, name: Name, now: Time) -> Result<()> {
        let (sql, id) = match name {
            Name::Known(admin) => ("UPDATE sign_in SET last_failure_at = ?2 WHERE admin_id = ?1", admin.0),
            Name::Unknown(count) => ("UPDATE unknown_sign_in SET last_failure_at = ?2 WHERE id = ?1", count.into()),
        };
        run(self.conn(), sql, params![id, now.0])?;
        Ok(())
    }
}
