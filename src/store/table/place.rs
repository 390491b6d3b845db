//! Sites, groups, workspaces and applications.

use rusqlite::{Connection, Row, params};

use super::{Stamp, Stored};
use crate::domain::id::{ApplicationId, GroupId, SiteId, WorkspaceId};
use crate::domain::norm::{fold, sort_key};
use crate::domain::record::{Application, Group, Site, Workspace};
use crate::store::convert::{all, first, run};
use crate::store::error::Result;

impl Stored for Site {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        first(conn, "SELECT id, version, code, name, address, note FROM site WHERE id = ?1", [number], |row| {
            Ok(Self {
                id: SiteId(row.get(0)?),
                version: row.get(1)?,
                code: row.get(2)?,
                name: row.get(3)?,
                address: row.get(4)?,
                note: row.get(5)?,
            })
        })
    }

    fn insert(conn: &Connection, s: &Self, stamp: Stamp) -> Result<()> {
        let sql =
            "INSERT INTO site (id, version, code, name, name_fold, sort_key, address, note, created_at, modified_at)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)";
        let key = sort_key(&s.name);
        run(
            conn,
            sql,
            params![s.id.0, stamp.entry, s.code, s.name, fold(&s.name), key, s.address, s.note, stamp.now.0],
        )?;
        Ok(())
    }

    fn update(conn: &Connection, before: &Self, s: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "UPDATE site SET version = ?2, code = ?3, name = ?4, name_fold = ?5, sort_key = ?6, address = ?7,
                       note = ?8, modified_at = ?9 WHERE id = ?1 AND version = ?10";
        let key = sort_key(&s.name);
        let values = params![
            s.id.0,
            stamp.entry,
            s.code,
            s.name,
            fold(&s.name),
            key,
            s.address,
            s.note,
            stamp.now.0,
            before.version
        ];
        Ok(run(conn, sql, values)? == 1)
    }

    fn delete(conn: &Connection, s: &Self) -> Result<bool> {
        Ok(run(conn, "DELETE FROM site WHERE id = ?1 AND version = ?2", params![s.id.0, s.version])? == 1)
    }
}

macro_rules! named {
    ($type:ident, $id:ident, $table:literal) => {
        impl Stored for $type {
            fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
                let sql = concat!("SELECT id, version, name, note FROM ", $table, " WHERE id = ?1");
                first(conn, sql, [number], |row| {
                    Ok(Self { id: $id(row.get(0)?), version: row.get(1)?, name: row.get(2)?, note: row.get(3)? })
                })
            }

            fn insert(conn: &Connection, record: &Self, stamp: Stamp) -> Result<()> {
                let sql = concat!(
                    "INSERT INTO ",
                    $table,
                    " (id, version, name, name_fold, sort_key, note, created_at, modified_at)
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)"
                );
                let Self { id, name, note, .. } = record;
                run(conn, sql, params![id.0, stamp.entry, name, fold(name), sort_key(name), note, stamp.now.0])?;
                Ok(())
            }

            fn update(conn: &Connection, before: &Self, record: &Self, stamp: Stamp) -> Result<bool> {
                let sql = concat!(
                    "UPDATE ",
                    $table,
                    " SET version = ?2, name = ?3, name_fold = ?4, sort_key = ?5, note = ?6,
                      modified_at = ?7 WHERE id = ?1 AND version = ?8"
                );
                let Self { id, name, note, .. } = record;
                let key = sort_key(name);
                let values = params![id.0, stamp.entry, name, fold(name), key, note, stamp.now.0, before.version];
                Ok(run(conn, sql, values)? == 1)
            }

            fn delete(conn: &Connection, record: &Self) -> Result<bool> {
                let sql = concat!("DELETE FROM ", $table, " WHERE id = ?1 AND version = ?2");
                Ok(run(conn, sql, params![record.id.0, record.version])? == 1)
            }
        }
    };
}

named!(Group, GroupId, "user_group");
named!(Workspace, WorkspaceId, "workspace");

impl Stored for Application {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let plain = |row: &Row<'_>| {
            Ok(Self {
                id: ApplicationId(row.get(0)?),
                version: row.get(1)?,
                name: row.get(2)?,
                view_only: row.get(3)?,
                note: row.get(4)?,
                rights: Vec::new(),
            })
        };
        let sql = "SELECT id, version, name, view_only, note FROM application WHERE id = ?1";
        let Some(mut application) = first(conn, sql, [number], plain)? else { return Ok(None) };
        let sql = "SELECT name FROM application_right WHERE application_id = ?1 ORDER BY position";
        application.rights = all(conn, sql, [number], |row| Ok(row.get(0)?))?;
        Ok(Some(application))
    }

    fn insert(conn: &Connection, a: &Self, stamp: Stamp) -> Result<()> {
        let sql = "INSERT INTO application (id, version, name, name_fold, sort_key, view_only, note, created_at,
                       modified_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)";
        let key = sort_key(&a.name);
        run(conn, sql, params![a.id.0, stamp.entry, a.name, fold(&a.name), key, a.view_only, a.note, stamp.now.0])?;
        write_rights(conn, a)
    }

    fn update(conn: &Connection, before: &Self, a: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "UPDATE application SET version = ?2, name = ?3, name_fold = ?4, sort_key = ?5, view_only = ?6,
                       note = ?7, modified_at = ?8 WHERE id = ?1 AND version = ?9";
        let key = sort_key(&a.name);
        let values =
            params![a.id.0, stamp.entry, a.name, fold(&a.name), key, a.view_only, a.note, stamp.now.0, before.version];
        let done = run(conn, sql, values)? == 1;
        if before.rights != a.rights {
            run(conn, "DELETE FROM application_right WHERE application_id = ?1", [a.id.0])?;
            write_rights(conn, a)?;
        }
        Ok(done)
    }

    fn delete(conn: &Connection, a: &Self) -> Result<bool> {
        run(conn, "DELETE FROM application_right WHERE application_id = ?1", [a.id.0])?;
        Ok(run(conn, "DELETE FROM application WHERE id = ?1 AND version = ?2", params![a.id.0, a.version])? == 1)
    }
}

fn write_rights(conn: &Connection, application: &Application) -> Result<()> {
    for (at, right) in (0_i64..).zip(&application.rights) {
        run(conn, "INSERT INTO application_right VALUES (?1, ?2, ?3)", params![application.id.0, at, right])?;
    }
    Ok(())
}
