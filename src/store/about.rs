//! What the store keeps of a record besides its fields: when it was made and changed.

use super::Tables;
use super::convert::first;
use super::error::Result;
use crate::domain::id::{Kind, Subject};
use crate::domain::time::Time;

/// When a record was made and last changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// Made; a ticket is made when it is sent.
    pub created: Time,
    /// Last changed.
    pub modified: Time,
}

/// When a record was made and last changed, where the store keeps that.
///
/// # Errors
/// Where SQLite refuses.
pub fn dates(tables: Tables<'_>, subject: Subject) -> Result<Option<Dates>> {
    let sql = match subject.kind {
        Kind::Admin => "SELECT created_at, modified_at FROM admin WHERE id = ?1",
        Kind::Role => "SELECT created_at, modified_at FROM role WHERE id = ?1",
        Kind::User => "SELECT created_at, modified_at FROM user WHERE id = ?1",
        Kind::Contact => "SELECT created_at, modified_at FROM contact WHERE id = ?1",
        Kind::Ticket => "SELECT opened_at, modified_at FROM ticket WHERE id = ?1",
        Kind::Organisation | Kind::Site | Kind::Group | Kind::Workspace | Kind::Application | Kind::Order => {
            return Ok(None);
        }
    };
    first(tables.connection(), sql, [subject.id], |row| {
        Ok(Dates { created: Time(row.get(0)?), modified: Time(row.get(1)?) })
    })
}
