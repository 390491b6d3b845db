//! Tickets and their comments.

use rusqlite::{Connection, Row, named_params, params};

use super::{Stamp, Stored};
use crate::domain::id::{AdminId, SiteId, TicketId, UserId};
use crate::domain::norm::{fold, sort_key};
use crate::domain::record::{Comment, Ticket};
use crate::domain::time::Time;
use crate::domain::value::Priority;
use crate::store::convert::{all, first, json, run, to_json, word};
use crate::store::error::{Result, StoreError};

/// The key of the queue: waiting first, then the most urgent, then the oldest.
fn queue_key(ticket: &Ticket) -> String {
    let decided = u8::from(!ticket.status.is_waiting());
    format!("{decided}{}{:016}", 3 - ticket.priority as u8, ticket.opened_at.0)
}

fn plain(row: &Row<'_>) -> Result<Ticket> {
    let priority: u32 = row.get("priority")?;
    Ok(Ticket {
        id: TicketId(row.get("id")?),
        version: row.get("version")?,
        kind: word(row, "kind")?,
        title: row.get("title")?,
        status: word(row, "status")?,
        user: row.get::<_, Option<i64>>("user_id")?.map(UserId),
        site: row.get::<_, Option<i64>>("site_id")?.map(SiteId),
        reason: row.get("reason")?,
        note: row.get("note")?,
        priority: Priority::ALL.get(priority as usize).copied().ok_or(StoreError::Value { column: "priority" })?,
        requester: row.get::<_, Option<i64>>("requester_id")?.map(AdminId),
        assignee: row.get::<_, Option<i64>>("assignee_id")?.map(AdminId),
        opened_at: Time(row.get("opened_at")?),
        commands: json(row, "commands")?,
        asked: json(row, "asked")?,
        comments: Vec::new(),
        origin: row.get::<_, Option<String>>("origin")?.and_then(|text| serde_json::from_str(&text).ok()),
    })
}

impl Stored for Ticket {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let Some(mut ticket) = first(conn, "SELECT * FROM ticket WHERE id = ?1", [number], plain)? else {
            return Ok(None);
        };
        let sql = "SELECT at, author, body FROM ticket_comment WHERE ticket_id = ?1 ORDER BY position";
        ticket.comments =
            all(conn, sql, [number], |row| Ok(Comment { at: Time(row.get(0)?), by: row.get(1)?, text: row.get(2)? }))?;
        Ok(Some(ticket))
    }

    fn insert(conn: &Connection, ticket: &Self, stamp: Stamp) -> Result<()> {
        write_row(
            conn,
            "INSERT INTO ticket (id, version, kind, title, status, waiting, queue_key, sort_key,
                requester_name, assignee_name, user_id, site_id, reason, note,
                priority, requester_id, assignee_id, opened_at, modified_at, commands, asked, email_asked,
                origin, search)
             VALUES (:id, :version, :kind, :title, :status, :waiting, :queue_key, :sort_key,
                ifnull((SELECT username FROM admin WHERE id = :requester_id), ''),
                ifnull((SELECT username FROM admin WHERE id = :assignee_id), ''), :user_id, :site_id, :reason, :note,
                :priority, :requester_id, :assignee_id, :opened_at, :now, :commands, :asked, :email_asked, :origin, :search)",
            ticket,
            stamp,
        )?;
        write_comments(conn, ticket)
    }

    fn update(conn: &Connection, before: &Self, ticket: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "SELECT version FROM ticket WHERE id = ?1";
        if first(conn, sql, [ticket.id.0], |row| Ok(row.get::<_, i64>(0)?))? != Some(before.version) {
            return Ok(false);
        }
        write_row(
            conn,
            "UPDATE ticket SET version = :version, kind = :kind, title = :title, status = :status, waiting = :waiting,
                queue_key = :queue_key, sort_key = :sort_key,
                requester_name = ifnull((SELECT username FROM admin WHERE id = :requester_id), ''),
                assignee_name = ifnull((SELECT username FROM admin WHERE id = :assignee_id), ''), user_id = :user_id, site_id = :site_id, reason = :reason, note = :note,
                priority = :priority, requester_id = :requester_id, assignee_id = :assignee_id,
                opened_at = :opened_at, modified_at = :now, commands = :commands, asked = :asked, email_asked = :email_asked,
                decided_at = CASE WHEN :waiting THEN NULL WHEN waiting THEN :now ELSE decided_at END,
                origin = :origin,
                search = :search WHERE id = :id",
            ticket,
            stamp,
        )?;
        if before.comments != ticket.comments {
            run(conn, "DELETE FROM ticket_comment WHERE ticket_id = ?1", [ticket.id.0])?;
            write_comments(conn, ticket)?;
        }
        Ok(true)
    }

    fn delete(conn: &Connection, ticket: &Self) -> Result<bool> {
        run(conn, "DELETE FROM ticket_comment WHERE ticket_id = ?1", [ticket.id.0])?;
        Ok(run(conn, "DELETE FROM ticket WHERE id = ?1 AND version = ?2", params![ticket.id.0, ticket.version])? == 1)
    }
}

fn write_row(conn: &Connection, sql: &str, t: &Ticket, stamp: Stamp) -> Result<()> {
    let origin = t.origin.as_ref().map(to_json).transpose()?;
    conn.prepare_cached(sql)?.execute(named_params! {
        ":id": t.id.0,
        ":version": stamp.entry,
        ":kind": t.kind.as_str(),
        ":title": t.title,
        ":status": t.status.as_str(),
        ":waiting": t.status.is_waiting(),
        ":queue_key": queue_key(t),
        ":sort_key": sort_key(&t.title),
        ":user_id": t.user.map(|u| u.0),
        ":site_id": t.site.map(|s| s.0),
        ":reason": t.reason,
        ":note": t.note,
        ":priority": t.priority as u8,
        ":requester_id": t.requester.map(|a| a.0),
        ":assignee_id": t.assignee.map(|a| a.0),
        ":opened_at": t.opened_at.0,
        ":now": stamp.now.0,
        ":commands": to_json(&t.commands)?,
        ":asked": to_json(&t.asked)?,
        ":email_asked": t.emails_asked().first(),
        ":origin": origin,
        ":search": fold(&t.title),
    })?;
    Ok(())
}

/// Carries a new user name to the tickets that are sorted by it.
pub(super) fn rename(conn: &Connection, admin: AdminId, before: &str, after: &str) -> Result<()> {
    if before != after {
        let sql = "UPDATE ticket SET requester_name = ?3 WHERE requester_name = ?2 AND requester_id = ?1";
        run(conn, sql, params![admin.0, before, after])?;
        let sql = "UPDATE ticket SET assignee_name = ?3 WHERE assignee_name = ?2 AND assignee_id = ?1";
        run(conn, sql, params![admin.0, before, after])?;
    }
    Ok(())
}

fn write_comments(conn: &Connection, ticket: &Ticket) -> Result<()> {
    for (at, comment) in (0_i64..).zip(&ticket.comments) {
        let sql = "INSERT INTO ticket_comment VALUES (?1, ?2, ?3, ?4, ?5)";
        run(conn, sql, params![ticket.id.0, at, comment.at.0, comment.by, comment.text])?;
    }
    Ok(())
}
