//! What a term names, looked up before the question is asked: a right as it is spelled, the records of the journal.

use rusqlite::types::Value;
use rusqlite::{Connection, params};

use super::part::{Part, array};
use super::terms::ticket_number;
use crate::domain::facts::Lookup;
use crate::domain::id::Kind;
use crate::domain::norm::fold;
use crate::store::convert::all;
use crate::store::error::Result;
use crate::store::facts::looked_up;

/// By what the records of a kind are looked up.
const fn ways(kind: Kind) -> &'static [Lookup] {
    match kind {
        Kind::User => &[Lookup::Extension, Lookup::Email, Lookup::Login, Lookup::Name],
        Kind::Admin => &[Lookup::Username],
        Kind::Contact => &[Lookup::Email, Lookup::Name],
        Kind::Site => &[Lookup::Code, Lookup::Name],
        _ => &[Lookup::Name],
    }
}

/// The users who have `application/right`, both folded: the rights of an application are few, and spelled as they like.
pub(super) fn holders(conn: &Connection, value: &str) -> Result<Part> {
    let (application, right) = value.split_once('/').unwrap_or((value, ""));
    let sql = "SELECT a.id, r.name FROM application a JOIN application_right r ON r.application_id = a.id
        WHERE a.name_fold = ?1";
    let rights: Vec<(i64, String)> = all(conn, sql, params![application], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (application, name) = rights.into_iter().find(|(_, name)| fold(name) == right).unwrap_or_default();
    let sql = "SELECT x.user_id FROM user_right x WHERE x.application_id = ? AND x.right_name = ?";
    Ok(Part::new(sql, [Value::Integer(application), Value::Text(name)]))
}

/// The entries that changed a record: `user:57` by its number, `#26` and `26` a ticket, else by what it is called now.
pub(super) fn entries_about(conn: &Connection, kind: Kind, value: &str) -> Result<Part> {
    let numbered = match kind {
        // A ticket is called by its number; one entry may decide several of them.
        Kind::Ticket => ticket_number(value, true).or(Some(0)),
        _ => value.strip_prefix(kind.as_str()).and_then(|rest| rest.strip_prefix(':')?.parse().ok()),
    };
    let mut subjects: Vec<i64> = numbered.into_iter().collect();
    for by in ways(kind).iter().filter(|_| numbered.is_none()) {
        subjects.extend(looked_up(conn, kind, *by, value)?);
    }
    let sql = "t.number IN (SELECT c.entry FROM json_each(?) s CROSS JOIN journal_change c
        ON c.kind = ? AND c.subject_id = s.value)";
    Ok(Part::new(sql, [array(&subjects), Value::Text(kind.as_str().to_owned())]))
}
