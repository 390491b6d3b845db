//! Reads entries and their changes.

use rusqlite::{Row, params};

use super::EntryHead;
use super::chain::Hash;
use crate::domain::change::{Cause, Change};
use crate::domain::id::{AdminId, EntryNo, Kind, Subject};
use crate::domain::time::Time;
use crate::store::Tables;
use crate::store::convert::{all, first};
use crate::store::error::{Result, StoreError};

/// One entry of the journal.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number.
    pub number: EntryNo,
    /// Who, when, what.
    pub head: EntryHead,
    /// How many change rows it has.
    pub changes: i64,
    /// The hash of the entry before.
    pub previous_hash: Hash,
    /// Its hash.
    pub hash: Hash,
}

/// The columns of an entry, in the order in which [`from_row`] takes them: by number, for names are looked up row by row.
pub(super) const COLUMNS: &str =
    "number, at, kind, actor_id, actor, session, peer, ticket, commands, changes, result, reverses,
    previous_hash, hash";

/// Reads an entry from a row of the columns above.
pub(super) fn from_row(row: &Row<'_>) -> Result<Entry> {
    let hash = |at: usize, column: &'static str| -> Result<Hash> {
        let bytes = row.get_ref(at)?.as_blob().map_err(|_| StoreError::Value { column })?;
        Hash::from_slice(bytes).ok_or(StoreError::Value { column })
    };
    let actor: Option<i64> = row.get(3)?;
    let name: Option<String> = row.get(4)?;
    Ok(Entry {
        number: row.get(0)?,
        head: EntryHead {
            at: Time(row.get(1)?),
            kind: row.get(2)?,
            actor: actor.map(|id| (AdminId(id), name.unwrap_or_default())),
            session: row.get(5)?,
            peer: row.get(6)?,
            ticket: row.get(7)?,
            commands: row.get(8)?,
            result: row.get(10)?,
            reverses: row.get(11)?,
        },
        changes: row.get(9)?,
        previous_hash: hash(12, "previous_hash")?,
        hash: hash(13, "hash")?,
    })
}

/// The entry of that number.
///
/// # Errors
/// Where SQLite refuses.
pub fn entry(tables: Tables<'_>, number: EntryNo) -> Result<Option<Entry>> {
    let sql = ["SELECT ", COLUMNS, " FROM journal_entry WHERE number = ?1"].concat();
    first(tables.connection(), &sql, [number], from_row)
}

fn change(row: &Row<'_>) -> Result<Change> {
    let kind: String = row.get("kind")?;
    let kind = Kind::ALL.into_iter().find(|k| k.as_str() == kind).ok_or(StoreError::Value { column: "kind" })?;
    let value = |column: &'static str| -> Result<serde_json::Value> { crate::store::convert::json(row, column) };
    let (field, before, after): (String, _, _) = (row.get("field")?, value("before")?, value("after")?);
    let reads: Option<String> = row.get("reads")?;
    let reads = reads.map(|text| super::named::read(&text, &field, &before, &after)).transpose()?;
    Ok(Change {
        subject: Subject::new(kind, row.get("subject_id")?),
        name: row.get("name")?,
        field,
        before,
        after,
        cause: row.get::<_, Option<String>>("cause")?.map(Cause::from),
        effect: row.get("effect")?,
        reads,
    })
}

/// A window of the changes of an entry, from a position.
///
/// # Errors
/// Where SQLite refuses.
pub fn changes_of(tables: Tables<'_>, number: EntryNo, from: i64, limit: i64) -> Result<Vec<Change>> {
    let sql = "SELECT * FROM journal_change WHERE entry = ?1 AND position >= ?2 ORDER BY position LIMIT ?3";
    all(tables.connection(), sql, params![number, from, limit], change)
}

/// The newest entries that changed a record, with what they changed of it.
///
/// # Errors
/// Where SQLite refuses.
pub fn history(tables: Tables<'_>, subject: Subject, limit: i64) -> Result<Vec<(EntryNo, Change)>> {
    let sql = "SELECT * FROM journal_change WHERE kind = ?1 AND subject_id = ?2 ORDER BY entry DESC, position LIMIT ?3";
    all(tables.connection(), sql, params![subject.kind.as_str(), subject.id, limit], |row| {
        Ok((row.get("entry")?, change(row)?))
    })
}

/// The newest entry that set a field of a record, or made the record.
///
/// # Errors
/// Where SQLite refuses.
pub fn last_set(tables: Tables<'_>, subject: Subject, field: &str) -> Result<Option<EntryNo>> {
    let sql =
        "SELECT entry FROM journal_change WHERE kind = ?1 AND subject_id = ?2 AND field IN (?3, '') AND effect = 0
               ORDER BY entry DESC LIMIT 1";
    first(tables.connection(), sql, params![subject.kind.as_str(), subject.id, field], |row| Ok(row.get(0)?))
}

/// The newest entry of an administrator of one of the kinds, not undone yet, for undo without a number.
///
/// # Errors
/// Where SQLite refuses.
pub fn newest_of(tables: Tables<'_>, admin: AdminId, undone: bool) -> Result<Option<EntryNo>> {
    let sql = if undone {
        "SELECT number FROM journal_entry e WHERE actor_id = ?1 AND kind = 'undo' AND result = 'done' AND NOT EXISTS
            (SELECT 1 FROM journal_entry r WHERE r.reverses = e.number AND r.result = 'done')
         ORDER BY number DESC LIMIT 1"
    } else {
        "SELECT number FROM journal_entry e WHERE actor_id = ?1 AND kind IN ('apply', 'redo', 'import')
            AND result = 'done' AND changes > 0 AND NOT EXISTS
            (SELECT 1 FROM journal_entry r WHERE r.reverses = e.number AND r.result = 'done')
         ORDER BY number DESC LIMIT 1"
    };
    first(tables.connection(), sql, [admin.0], |row| Ok(row.get(0)?))
}

/// How many plans others than that administrator applied after an entry, up to a number.
///
/// # Errors
/// Where SQLite refuses.
pub fn applied_by_others(tables: Tables<'_>, after: EntryNo, admin: AdminId, most: u64) -> Result<u64> {
    // A bounded walk from the newest entry backwards: who was away for years is told of "many".
    let sql = "SELECT count(*) FROM (SELECT 1 FROM (SELECT actor_id, changes, result FROM journal_entry
                   WHERE number > ?1 ORDER BY number DESC LIMIT 20000)
               WHERE changes > 0 AND result = 'done' AND ifnull(actor_id, 0) <> ?2 LIMIT ?3)";
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let count = first(tables.connection(), sql, params![after, admin.0, most], |row| Ok(row.get::<_, u32>(0)?))?;
    Ok(count.map_or(0, u64::from))
}

/// The applied entry that turned another round, if one did.
///
/// # Errors
/// Where SQLite refuses.
pub fn reversed_by(tables: Tables<'_>, number: EntryNo) -> Result<Option<EntryNo>> {
    let sql = "SELECT number FROM journal_entry WHERE reverses = ?1 AND result = 'done' ORDER BY number DESC LIMIT 1";
    first(tables.connection(), sql, [number], |row| Ok(row.get(0)?))
}

/// The number of the newest entry; 0 where there is none.
///
/// # Errors
/// Where SQLite refuses.
pub fn last_number(tables: Tables<'_>) -> Result<EntryNo> {
    let sql = "SELECT ifnull(max(number), 0) FROM journal_entry";
    Ok(first(tables.connection(), sql, [], |row| Ok(row.get(0)?))?.unwrap_or(0))
}
