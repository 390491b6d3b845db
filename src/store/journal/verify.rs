//! Verifies the chain: every entry in order, every row in its hash, every record's version with its entry (S-51).

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator as _;
use rusqlite::{Connection, Row as SqlRow, Rows, Statement};

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
    let [mut changes, mut sites, mut admins] = [conn.prepare(CHANGES)?, conn.prepare(SITES)?, conn.prepare(ADMINS)?];
    let mut parts = Parts {
        changes: Stream::after(&mut changes, head.number)?,
        sites: Stream::after(&mut sites, head.number)?,
        admins: Stream::after(&mut admins, head.number)?,
    };
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
        if parts.hash(head.hash, &entry)? != Some(entry.hash) {
            return fault(Fault::Row(number));
        }
        head = super::Head { number, hash: entry.hash };
        entries += 1;
        if !watch(number) {
            break;
        }
    }
    let fault = match orphan(conn)? {
        Some(number) => Some(Fault::Orphan(number)),
        None => version_without_entry(conn)?,
    };
    Ok(Verified { entries, head, fault })
}

/// What belongs to entries, in the order of its key: read beside the entries, not looked up for each.
const CHANGES: &str = "SELECT entry, kind, subject_id, name, field, before, after, cause, effect, reads
    FROM journal_change WHERE entry > ?1 ORDER BY entry, position";
const SITES: &str = "SELECT entry, site_id FROM journal_site WHERE entry > ?1 ORDER BY entry, site_id";
const ADMINS: &str = "SELECT entry, admin_id FROM journal_admin WHERE entry > ?1 ORDER BY entry, admin_id";

/// The rows that belong to entries, as they are read on.
struct Parts<'s> {
    changes: Stream<'s>,
    sites: Stream<'s>,
    admins: Stream<'s>,
}

impl Parts<'_> {
    /// Computes the hash of the next entry from its rows; none where a row is not of its kind.
    fn hash(&mut self, previous: Hash, entry: &super::Entry) -> Result<Option<Hash>> {
        let mut chain = Chain::after(previous);
        hash_head(&mut chain, entry.number, &entry.head);
        let (mut count, mut is_right) = (0, true);
        self.changes.each(entry.number, |row| {
            count += 1;
            match read(row) {
                Some(row) => row.hash(&mut chain),
                None => is_right = false,
            }
        })?;
        if !is_right || count != entry.changes {
            return Ok(None);
        }
        chain.number(count);
        let mut number = |chain: &mut Chain, row: &SqlRow<'_>| match row.get(1) {
            Ok(number) => chain.number(number),
            Err(_) => is_right = false,
        };
        self.sites.each(entry.number, |row| number(&mut chain, row))?;
        chain.text("admins");
        self.admins.each(entry.number, |row| number(&mut chain, row))?;
        Ok(is_right.then(|| chain.finish()))
    }
}

/// Rows in the order of their entries, one of them at hand.
struct Stream<'s>(Rows<'s>);

impl<'s> Stream<'s> {
    fn after(statement: &'s mut Statement<'_>, number: EntryNo) -> Result<Self> {
        let mut rows = statement.query([number])?;
        rows.advance()?;
        Ok(Self(rows))
    }

    /// Takes the rows of an entry.
    fn each(&mut self, number: EntryNo, mut take: impl FnMut(&SqlRow<'_>)) -> Result<()> {
        while let Some(row) = self.0.get() {
            if row.get::<_, EntryNo>(0)? != number {
                break;
            }
            take(row);
            self.0.advance()?;
        }
        Ok(())
    }
}

/// A change as it was hashed; none where a value is not of its kind.
fn read<'r>(row: &'r SqlRow<'_>) -> Option<Row<'r>> {
    let text = |at: usize| row.get_ref(at).ok()?.as_str().ok();
    let maybe = |at: usize| row.get_ref(at).ok()?.as_str_or_null().ok();
    Some(Row {
        kind: text(1)?,
        subject: row.get(2).ok()?,
        name: text(3)?,
        field: text(4)?,
        before: text(5)?,
        after: text(6)?,
        cause: maybe(7)?,
        effect: row.get(8).ok()?,
        reads: maybe(9)?,
    })
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
