//! Roles.

use rusqlite::{Connection, Row, params};

use super::{Stamp, Stored};
use crate::domain::catalogue::Key;
use crate::domain::id::RoleId;
use crate::domain::norm::{fold, sort_key};
use crate::domain::record::Role;
use crate::store::convert::{all, first, run, word};
use crate::store::error::Result;

impl Stored for Role {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let plain = |row: &Row<'_>| {
            Ok(Self {
                id: RoleId(row.get("id")?),
                version: row.get("version")?,
                name: row.get("name")?,
                standard: row.get("standard")?,
                licence: word(row, "licence")?,
                description: row.get("description")?,
                note: row.get("note")?,
                ..Self::default()
            })
        };
        let Some(mut role) = first(conn, "SELECT * FROM role WHERE id = ?1", [number], plain)? else {
            return Ok(None);
        };
        let sql = "SELECT resource, level FROM role_resource WHERE role_id = ?1";
        let pair = |row: &Row<'_>| Ok((Key::new(&row.get::<_, String>(0)?), word(row, "level")?));
        role.added = all(conn, sql, [number], pair)?.into_iter().collect();
        Ok(Some(role))
    }

    fn insert(conn: &Connection, r: &Self, stamp: Stamp) -> Result<()> {
        let sql = "INSERT INTO role (id, version, name, name_fold, sort_key, standard, licence, description, note,
                       created_at, modified_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?10)";
        let (key, licence) = (sort_key(&r.name), r.licence.as_str());
        let values = params![
            r.id.0,
            stamp.entry,
            r.name,
            fold(&r.name),
            key,
            r.standard,
            licence,
            r.description,
            r.note,
            stamp.now.0
        ];
        run(conn, sql, values)?;
        write_resources(conn, r)
    }

    fn update(conn: &Connection, before: &Self, r: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "UPDATE role SET version = ?2, name = ?3, name_fold = ?4, sort_key = ?5, licence = ?6,
                       description = ?7, note = ?8, modified_at = ?9 WHERE id = ?1 AND version = ?10";
        let key = sort_key(&r.name);
        let values = params![
            r.id.0,
            stamp.entry,
            r.name,
            fold(&r.name),
            key,
            r.licence.as_str(),
            r.description,
            r.note,
            stamp.now.0,
            before.version
        ];
        let done = run(conn, sql, values)? == 1;
        if before.added != r.added {
            run(conn, "DELETE FROM role_resource WHERE role_id = ?1", [r.id.0])?;
            write_resources(conn, r)?;
        }
        Ok(done)
    }

    fn delete(conn: &Connection, r: &Self) -> Result<bool> {
        run(conn, "DELETE FROM role_resource WHERE role_id = ?1", [r.id.0])?;
        Ok(run(conn, "DELETE FROM role WHERE id = ?1 AND version = ?2", params![r.id.0, r.version])? == 1)
    }
}

fn write_resources(conn: &Connection, role: &Role) -> Result<()> {
    for (resource, level) in &role.added {
        let sql = "INSERT INTO role_resource VALUES (?1, ?2, ?3)";
        run(conn, sql, params![role.id.0, resource.as_str(), level.as_str()])?;
    }
    Ok(())
}
