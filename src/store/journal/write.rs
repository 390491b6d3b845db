//! Writes an entry as a stream: its changes first, then the entry with the hash over them all.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::EntryHead;
use super::chain::{Chain, Hash};
use crate::domain::change::Change;
use crate::domain::id::{AdminId, EntryNo, SiteId, Subject};
use crate::store::convert::{first, run};
use crate::store::error::{Result, StoreError};

/// The newest entry: its number and hash; number 0 where there is none yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number.
    pub number: EntryNo,
    /// Its hash.
    pub hash: Hash,
}

/// As an anchor is written down: `number:hash` (S-52).
impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}", self.number, self.hash)
    }
}

/// The newest entry.
///
/// # Errors
/// Where SQLite refuses.
pub fn head(tables: crate::store::Tables<'_>) -> Result<Head> {
    head_of(tables.connection())
}

fn head_of(conn: &Connection) -> Result<Head> {
    let sql = "SELECT number, hash FROM journal_entry ORDER BY number DESC LIMIT 1";
    let found = first(conn, sql, [], |row| {
        let hash = row.get_ref(1)?.as_blob().ok().and_then(Hash::from_slice);
        Ok(Head { number: row.get(0)?, hash: hash.ok_or(StoreError::Value { column: "hash" })? })
    })?;
    Ok(found.unwrap_or(Head { number: 0, hash: Hash::START }))
}

/// An entry under way.
pub struct Recorder<'a> {
    conn: &'a Connection,
    before: Head,
    chain: Chain,
    position: i64,
    head: EntryHead,
}

impl<'a> Recorder<'a> {
    /// Begins the next entry of a change.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn begin(change: &'a crate::store::Change<'_>, head: EntryHead) -> Result<Self> {
        Self::on(change.connection(), head)
    }

    pub(in crate::store) fn on(conn: &'a Connection, head: EntryHead) -> Result<Self> {
        let before = head_of(conn)?;
        let mut chain = Chain::after(before.hash);
        hash_head(&mut chain, before.number + 1, &head);
        Ok(Self { conn, before, chain, position: 0, head })
    }

    /// The number of the entry.
    pub const fn number(&self) -> EntryNo {
        self.before.number + 1
    }

    /// Writes one change.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn change(&mut self, change: &Change) -> Result<()> {
        let (before, after) = (change.before.to_string(), change.after.to_string());
        let reads = super::named::written(change)?;
        self.row(&Row {
            kind: change.subject.kind.as_str(),
            subject: change.subject.id,
            name: &change.name,
            field: &change.field,
            before: &before,
            after: &after,
            cause: change.cause.as_ref().map(crate::domain::change::Cause::as_str),
            effect: change.effect,
            reads: reads.as_deref(),
        })
    }

    /// Writes the making of a record from JSON text: its fields, and those that people read otherwise.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn made(&mut self, subject: Subject, name: &str, fields: &str, reads: &str) -> Result<()> {
        self.making_of(subject, name, fields, Some(reads))
    }

    /// Writes the making of a record whose fields are JSON text already, as when a great many are made.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn making(&mut self, subject: Subject, name: &str, fields: &str) -> Result<()> {
        self.making_of(subject, name, fields, None)
    }

    fn making_of(&mut self, subject: Subject, name: &str, fields: &str, reads: Option<&str>) -> Result<()> {
        self.row(&Row {
            kind: subject.kind.as_str(),
            subject: subject.id,
            name,
            field: "",
            before: "null",
            after: fields,
            cause: None,
            effect: false,
            reads,
        })
    }

    fn row(&mut self, row: &Row<'_>) -> Result<()> {
        row.hash(&mut self.chain);
        let sql = "INSERT INTO journal_change VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let values = params![
            self.number(),
            self.position,
            row.kind,
            row.subject,
            row.name,
            row.field,
            row.before,
            row.after,
            row.cause,
            row.effect,
            row.reads
        ];
        run(self.conn, sql, values)?;
        self.position += 1;
        Ok(())
    }

    /// Ends the entry with the sites and administrators that it touched.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn finish(mut self, sites: &BTreeSet<Option<SiteId>>, admins: &BTreeSet<AdminId>) -> Result<Head> {
        let number = self.number();
        self.chain.number(self.position);
        let sites: BTreeSet<i64> = sites.iter().map(|site| site.map_or(0, |s| s.0)).collect();
        for site in &sites {
            self.chain.number(*site);
            run(self.conn, "INSERT INTO journal_site VALUES (?1, ?2)", params![number, site])?;
        }
        self.chain.text("admins");
        for admin in admins {
            self.chain.number(admin.0);
            run(self.conn, "INSERT INTO journal_admin VALUES (?1, ?2)", params![number, admin.0])?;
        }
        let hash = self.chain.finish();
        let sql = "INSERT INTO journal_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
        let head = &self.head;
        let values = params![
            number,
            head.at.0,
            head.kind,
            head.actor.as_ref().map(|(id, _)| id.0),
            head.actor.as_ref().map(|(_, name)| name),
            head.session,
            head.peer,
            head.ticket,
            head.commands,
            self.position,
            head.result,
            head.reverses,
            self.before.hash.0,
            hash.0
        ];
        run(self.conn, sql, values)?;
        Ok(Head { number, hash })
    }
}

/// One change row, as it is hashed and written.
pub struct Row<'a> {
    /// The kind of record.
    pub kind: &'a str,
    /// Its number.
    pub subject: i64,
    /// Its name.
    pub name: &'a str,
    /// The field.
    pub field: &'a str,
    /// JSON text.
    pub before: &'a str,
    /// JSON text.
    pub after: &'a str,
    /// Why it comes by itself.
    pub cause: Option<&'a str>,
    /// Whether it is computed.
    pub effect: bool,
    /// JSON text of the readable form.
    pub reads: Option<&'a str>,
}

impl Row<'_> {
    /// Adds the row to the chain.
    pub fn hash(&self, chain: &mut Chain) {
        chain.text(self.kind);
        chain.number(self.subject);
        chain.text(self.name);
        chain.text(self.field);
        chain.text(self.before);
        chain.text(self.after);
        chain.maybe_text(self.cause);
        chain.number(i64::from(self.effect));
        chain.maybe_text(self.reads);
    }
}

/// Adds the head of an entry to the chain.
pub fn hash_head(chain: &mut Chain, number: EntryNo, head: &EntryHead) {
    chain.number(number);
    chain.number(head.at.0);
    chain.text(&head.kind);
    chain.maybe_number(head.actor.as_ref().map(|(id, _)| id.0));
    chain.maybe_text(head.actor.as_ref().map(|(_, name)| name.as_str()));
    chain.maybe_text(head.session.as_deref());
    chain.maybe_text(head.peer.as_deref());
    chain.maybe_number(head.ticket);
    chain.text(&head.commands);
    chain.text(&head.result);
    chain.maybe_number(head.reverses);
}
