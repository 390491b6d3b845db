//! What is one's own: the draft, the columns that were chosen, the filters that were saved.

use rusqlite::{Connection, params};

use super::Housekeeping;
use crate::domain::id::AdminId;
use crate::domain::time::Time;
use crate::store::convert::{all, first, run};
use crate::store::error::Result;
use crate::store::{Change, Tables};

/// The draft of an administrator, as JSON text.
///
/// # Errors
/// Where SQLite refuses.
pub fn draft(tables: Tables<'_>, admin: AdminId) -> Result<Option<String>> {
    first(tables.connection(), "SELECT commands FROM draft WHERE admin_id = ?1", [admin.0], |row| Ok(row.get(0)?))
}

/// The columns that an administrator chose: a list, and the ids of its columns with blanks between them.
///
/// # Errors
/// Where SQLite refuses.
pub fn chosen_columns(tables: Tables<'_>, admin: AdminId) -> Result<Vec<(String, String)>> {
    let sql = "SELECT list, columns FROM chosen_column WHERE admin_id = ?1";
    all(tables.connection(), sql, [admin.0], |row| Ok((row.get(0)?, row.get(1)?)))
}

/// The filters that an administrator saved, by list and name: the list, the name and what is typed.
///
/// # Errors
/// Where SQLite refuses.
pub fn saved_views(tables: Tables<'_>, admin: AdminId) -> Result<Vec<(String, String, String)>> {
    let sql = "SELECT place, name, filter FROM saved_view WHERE admin_id = ?1 ORDER BY place, name";
    all(tables.connection(), sql, [admin.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

impl Housekeeping<'_> {
    /// Saves a filter of a list under a name, in place of the one of that name; none: it is forgotten.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn save_view(&self, admin: AdminId, list: &str, name: &str, filter: Option<&str>) -> Result<()> {
        let sql = "DELETE FROM saved_view WHERE admin_id = ?1 AND place = ?2 AND name = ?3";
        run(self.conn(), sql, params![admin.0, list, name])?;
        if let Some(filter) = filter {
            run(self.conn(), "INSERT INTO saved_view VALUES (?1, ?2, ?3, ?4)", params![admin.0, list, name, filter])?;
        }
        Ok(())
    }

    /// Keeps a draft, or drops it.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn keep_draft(&self, admin: AdminId, commands: Option<&str>, now: Time) -> Result<()> {
        keep_draft(self.conn(), admin, commands, now)
    }

    /// Keeps the columns that an administrator chose for a list; none: the usual ones again.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn choose_columns(&self, admin: AdminId, list: &str, columns: Option<&str>) -> Result<()> {
        let sql = "DELETE FROM chosen_column WHERE admin_id = ?1 AND list = ?2";
        run(self.conn(), sql, params![admin.0, list])?;
        if let Some(columns) = columns {
            run(self.conn(), "INSERT INTO chosen_column VALUES (?1, ?2, ?3)", params![admin.0, list, columns])?;
        }
        Ok(())
    }
}

/// Keeps what an applied draft leaves, within the change that applies it: never applied and still staged.
///
/// # Errors
/// Where SQLite refuses.
pub fn keep_rest_of_draft(change: &Change<'_>, admin: AdminId, commands: Option<&str>, now: Time) -> Result<()> {
    keep_draft(change.connection(), admin, commands, now)
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
