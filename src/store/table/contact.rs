//! Contacts and the communication orders.

use rusqlite::{Connection, Row, params};

use super::{Stamp, Stored};
use crate::domain::catalogue::Key;
use crate::domain::id::{ContactId, SiteId};
use crate::domain::norm::{email_key, fold, sort_key};
use crate::domain::record::{CommunicationOrder, Contact, Phone, PostalAddress};
use crate::domain::value::OrderList;
use crate::store::convert::{all, first, json, run, to_json, word};
use crate::store::error::Result;

fn search_text(contact: &Contact) -> String {
    let mut text = fold(&contact.name);
    let parts = contact.organisation.iter().chain(&contact.emails).chain(contact.phones.iter().map(|p| &p.number));
    for part in parts {
        text.push(' ');
        text.push_str(&fold(part));
    }
    text
}

fn plain(row: &Row<'_>) -> Result<Contact> {
    Ok(Contact {
        id: ContactId(row.get("id")?),
        version: row.get("version")?,
        name: row.get("name")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        organisation: row.get("organisation")?,
        position: row.get("position")?,
        note: row.get("note")?,
        site: row.get::<_, Option<i64>>("site_id")?.map(SiteId),
        feed_key: row.get("feed_key")?,
        feed_last: json(row, "feed_last")?,
        ..Contact::default()
    })
}

impl Stored for Contact {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let Some(mut contact) = first(conn, "SELECT * FROM contact WHERE id = ?1", [number], plain)? else {
            return Ok(None);
        };
        let sql = "SELECT email FROM contact_email WHERE contact_id = ?1 ORDER BY position";
        contact.emails = all(conn, sql, [number], |row| Ok(row.get(0)?))?;
        let sql = "SELECT kind, number FROM contact_phone WHERE contact_id = ?1 ORDER BY position";
        contact.phones = all(conn, sql, [number], |row| Ok(Phone { kind: row.get(0)?, number: row.get(1)? }))?;
        let sql = "SELECT street, town, region, postcode, country FROM contact_address WHERE contact_id = ?1
                   ORDER BY position";
        contact.addresses = all(conn, sql, [number], |row| {
            Ok(PostalAddress {
                street: row.get(0)?,
                town: row.get(1)?,
                region: row.get(2)?,
                postcode: row.get(3)?,
                country: row.get(4)?,
            })
        })?;
        let sql = "SELECT permission FROM contact_permission WHERE contact_id = ?1";
        let key = |row: &Row<'_>| Ok(Key::new(&row.get::<_, String>(0)?));
        contact.permissions = all(conn, sql, [number], key)?.into_iter().collect();
        let sql = "SELECT list FROM contact_communication WHERE contact_id = ?1";
        contact.communications = all(conn, sql, [number], |row| word::<OrderList>(row, "list"))?.into_iter().collect();
        Ok(Some(contact))
    }

    fn insert(conn: &Connection, c: &Self, stamp: Stamp) -> Result<()> {
        let sql = "INSERT INTO contact (id, version, name, name_fold, sort_key, first_name, last_name, organisation,
                       position, note, site_id, feed_key, feed_last, search, created_at, modified_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15)";
        write_row(conn, sql, c, stamp)?;
        write_members(conn, &Self::default(), c)
    }

    fn update(conn: &Connection, before: &Self, c: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "SELECT version FROM contact WHERE id = ?1";
        if first(conn, sql, [c.id.0], |row| Ok(row.get::<_, i64>(0)?))? != Some(before.version) {
            return Ok(false);
        }
        let sql = "UPDATE contact SET version = ?2, name = ?3, name_fold = ?4, sort_key = ?5, first_name = ?6,
                       last_name = ?7, organisation = ?8, position = ?9, note = ?10, site_id = ?11, feed_key = ?12,
                       feed_last = ?13, search = ?14, modified_at = ?15 WHERE id = ?1";
        write_row(conn, sql, c, stamp)?;
        write_members(conn, before, c)?;
        Ok(true)
    }

    fn delete(conn: &Connection, c: &Self) -> Result<bool> {
        write_members(conn, c, &Self { id: c.id, ..Self::default() })?;
        Ok(run(conn, "DELETE FROM contact WHERE id = ?1 AND version = ?2", params![c.id.0, c.version])? == 1)
    }
}

fn write_row(conn: &Connection, sql: &str, c: &Contact, stamp: Stamp) -> Result<()> {
    let values = params![
        c.id.0,
        stamp.entry,
        c.name,
        fold(&c.name),
        sort_key(&c.name),
        c.first_name,
        c.last_name,
        c.organisation,
        c.position,
        c.note,
        c.site.map(|s| s.0),
        c.feed_key,
        to_json(&c.feed_last)?,
        search_text(c),
        stamp.now.0
    ];
    run(conn, sql, values)?;
    Ok(())
}

fn write_members(conn: &Connection, before: &Contact, after: &Contact) -> Result<()> {
    let id = after.id.0;
    if before.emails != after.emails {
        run(conn, "DELETE FROM contact_email WHERE contact_id = ?1", [id])?;
        for (at, email) in (0_i64..).zip(&after.emails) {
            run(conn, "INSERT INTO contact_email VALUES (?1, ?2, ?3, ?4)", params![id, at, email, email_key(email)])?;
        }
    }
    if before.phones != after.phones {
        run(conn, "DELETE FROM contact_phone WHERE contact_id = ?1", [id])?;
        for (at, phone) in (0_i64..).zip(&after.phones) {
            run(conn, "INSERT INTO contact_phone VALUES (?1, ?2, ?3, ?4)", params![id, at, phone.kind, phone.number])?;
        }
    }
    if before.addresses != after.addresses {
        run(conn, "DELETE FROM contact_address WHERE contact_id = ?1", [id])?;
        for (at, a) in (0_i64..).zip(&after.addresses) {
            let sql = "INSERT INTO contact_address VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
            run(conn, sql, params![id, at, a.street, a.town, a.region, a.postcode, a.country])?;
        }
    }
    for gone in before.permissions.difference(&after.permissions) {
        run(
            conn,
            "DELETE FROM contact_permission WHERE contact_id = ?1 AND permission = ?2",
            params![id, gone.as_str()],
        )?;
    }
    for new in after.permissions.difference(&before.permissions) {
        run(conn, "INSERT INTO contact_permission VALUES (?1, ?2)", params![id, new.as_str()])?;
    }
    for gone in before.communications.difference(&after.communications) {
        run(conn, "DELETE FROM contact_communication WHERE contact_id = ?1 AND list = ?2", params![id, gone.as_str()])?;
    }
    for new in after.communications.difference(&before.communications) {
        run(conn, "INSERT INTO contact_communication VALUES (?1, ?2)", params![id, new.as_str()])?;
    }
    Ok(())
}

impl Stored for CommunicationOrder {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let Some(list) = OrderList::from_id(number) else { return Ok(None) };
        let sql = "SELECT version FROM communication_order WHERE id = ?1";
        let Some(version) = first(conn, sql, [number], |row| Ok(row.get(0)?))? else { return Ok(None) };
        let sql = "SELECT contact_id FROM order_member WHERE order_id = ?1 ORDER BY position";
        let contacts = all(conn, sql, [number], |row| Ok(ContactId(row.get(0)?)))?;
        Ok(Some(Self { list, version, contacts }))
    }

    fn insert(conn: &Connection, order: &Self, stamp: Stamp) -> Result<()> {
        let sql = "INSERT INTO communication_order (id, version, modified_at) VALUES (?1, ?2, ?3)";
        run(conn, sql, params![order.list.id(), stamp.entry, stamp.now.0])?;
        write_contacts(conn, order)
    }

    fn update(conn: &Connection, before: &Self, order: &Self, stamp: Stamp) -> Result<bool> {
        let id = order.list.id();
        let sql = "UPDATE communication_order SET version = ?2, modified_at = ?3 WHERE id = ?1 AND version = ?4";
        let done = run(conn, sql, params![id, stamp.entry, stamp.now.0, before.version])? == 1;
        run(conn, "DELETE FROM order_member WHERE order_id = ?1", [id])?;
        write_contacts(conn, order)?;
        Ok(done)
    }

    fn delete(_conn: &Connection, _order: &Self) -> Result<bool> {
        Ok(false)
    }
}

fn write_contacts(conn: &Connection, order: &CommunicationOrder) -> Result<()> {
    for (at, contact) in (0_i64..).zip(&order.contacts) {
        run(conn, "INSERT INTO order_member VALUES (?1, ?2, ?3)", params![order.list.id(), at + 1, contact.0])?;
    }
    Ok(())
}
