//! Verifies the chain: every entry in order, every row in its hash, every record's version with its entry (S-51).

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::chain::{Chain, Hash};
use super::read::{COLUMNS, from_row};
use super::write::{Row, hash_head};
use crate::domain::id::EntryNo;
use crate::store::Tables;
use crate::store::convert::all;
use crate::store::error::{Result, StoreError};

/// What was found wrong first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An entry is missing or stands out of order; the number that was expected.
    Gap(EntryNo),
    /// An entry does not chain to the one before.
    Link(EntryNo),
    /// An entry or one of its rows is not what was hashed.
    Row(EntryNo),
    /// Rows stand under an entry that does not exist.
    Orphan(EntryNo),
    /// A record has a version of which the journal has no change.
    Version {
        /// The table.
        table: &'static str,
        /// The record's number.
        id: i64,
    },
}

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    /// How many entries were read.
    pub entries: i64,
    /// The number and hash of the newest entry that is right.
    pub head: super::Head,
    /// The first fault.
    pub fault: Option<Fault>,
}

/// Verifies the journal after a head that is known to be right (`None`: from the start). `watch` is called with the
/// number of each entry, and stops the verification by answering `false`.
///
/// # Errors
/// Where SQLite refuses.
pub fn verify(
    tables: Tables<'_>,
    since: Option<super::Head>,
    watch: &mut dyn FnMut(EntryNo) -> bool,
) -> Result<Verified> {
    let conn = tables.connection();
    let mut head = since.unwrap_or(super::Head { number: 0, hash: Hash::START });
    let mut entries = 0;
    if let Some(since) = since.filter(|s| s.number > 0) {
        let known = super::entry(tables, since.number)?;
        if known.is_none_or(|entry| entry.hash != since.hash) {
            return Ok(Verified { entries, head, fault: Some(Fault::Link(since.number)) });
        }
    }
    let sql = ["SELECT ", COLUMNS, " FROM journal_entry WHERE number > ?1 ORDER BY number"].concat();
    let mut statement = conn.prepare(&sql)?;
    let mut rows = statement.query([head.number])?;
    while let Some(row) = rows.next()? {
        let number: EntryNo = row.get(0)?;
        let fault = |fault| Ok(Verified { entries, head, fault: Some(fault) });
        let entry = match from_row(row) {
            Ok(entry) => entry,
            Err(StoreError::Value { .. } | StoreError::Sql(_)) => return fault(Fault::Row(number)),
            Err(other) => return Err(other),
        };
        if number != head.number + 1 {
            return fault(Fault::Gap(head.number + 1));
        }
        if entry.previous_hash != head.hash {
            return fault(Fault::Link(number));
        }
        if entry_hash(conn, head.hash, &entry)? != Some(entry.hash) {
            return fault(Fault::Row(number));
        }
        head = super::Head { number, hash: entry.hash };
        entries += 1;
        if !watch(number) {
            break;
        }
    }
    drop(rows);
    let fault = match orphan(conn)? {
        Some(number) => Some(Fault::Orphan(number)),
        None => version_without_entry(conn)?,
    };
    Ok(Verified { entries, head, fault })
}

/// Computes the hash of an entry from its rows; none where a row is not of its kind.
fn entry_hash(conn: &Connection, previous: Hash, entry: &super::Entry) -> Result<Option<Hash>> {
    let mut chain = Chain::after(previous);
    hash_head(&mut chain, entry.number, &entry.head);
    let sql = "SELECT kind, subject_id, name, field, before, after, cause, effect, reads FROM journal_change
               WHERE entry = ?1 ORDER BY position";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([entry.number])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        let text = |at: usize| row.get_ref(at).ok().and_then(|v| v.as_str().ok().map(str::to_owned));
        let maybe =
            |at: usize| row.get_ref(at).ok().and_then(|v| v.as_str_or_null().ok().map(|t| t.map(str::to_owned)));
        let (Some(kind), Some(name), Some(field), Some(before), Some(after), Some(cause), Some(reads)) =
            (text(0), text(2), text(3), text(4), text(5), maybe(6), maybe(8))
        else {
            return Ok(None);
        };
        let row = Row {
            kind: &kind,
            subject: row.get(1)?,
            name: &name,
            field: &field,
            before: &before,
            after: &after,
            cause: cause.as_deref(),
            effect: row.get(7)?,
            reads: reads.as_deref(),
        };
        row.hash(&mut chain);
        count += 1;
    }
    if count != entry.changes {
        return Ok(None);
    }
    chain.number(count);
    let ids = |sql: &str| -> Result<BTreeSet<i64>> {
        Ok(all(conn, sql, params![entry.number], |row| Ok(row.get(0)?))?.into_iter().collect())
    };
    for site in ids("SELECT site_id FROM journal_site WHERE entry = ?1 ORDER BY site_id")? {
        chain.number(site);
    }
    chain.text("admins");
    for admin in ids("SELECT admin_id FROM journal_admin WHERE entry = ?1 ORDER BY admin_id")? {
        chain.number(admin);
    }
    Ok(Some(chain.finish()))
}

fn orphan(conn: &Connection) -> Result<Option<EntryNo>> {
    let sql = "SELECT max(entry) FROM (SELECT max(entry) AS entry FROM journal_change
                   UNION ALL SELECT max(entry) FROM journal_site UNION ALL SELECT max(entry) FROM journal_admin)
               WHERE entry > (SELECT ifnull(max(number), 0) FROM journal_entry)";
    let found = all(conn, sql, [], |row| Ok(row.get::<_, Option<i64>>(0)?))?;
    Ok(found.into_iter().flatten().next())
}

/// The tables whose rows have a version, with the kind that the journal calls them.
const VERSIONED: [(&str, &str); 10] = [
    ("organisation", "organisation"),
    ("site", "site"),
    ("user_group", "group"),
    ("workspace", "workspace"),
    ("application", "application"),
    ("role", "role"),
    ("admin", "admin"),
    ("user", "user"),
    ("contact", "contact"),
    ("ticket", "ticket"),
];

fn version_without_entry(conn: &Connection) -> Result<Option<Fault>> {
    for (table, kind) in VERSIONED {
        let sql = [
            "SELECT t.id FROM ",
            table,
            " t WHERE NOT EXISTS (SELECT 1 FROM journal_change c WHERE c.kind = ?1 AND c.subject_id = t.id
                AND c.entry = t.version) LIMIT 1",
        ]
        .concat();
        if let Some(id) = all(conn, &sql, [kind], |row| Ok(row.get(0)?))?.into_iter().next() {
            return Ok(Some(Fault::Version { table, id }));
        }
    }
    Ok(None)
}
