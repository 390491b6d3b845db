//! Administrators, with their overrides and sites.

use rusqlite::{Connection, Row, named_params, params};

use super::{Stamp, Stored};
use crate::domain::catalogue::Key;
use crate::domain::id::{AdminId, RoleId, SiteId};
use crate::domain::norm::{fold, sort_key};
use crate::domain::record::{Admin, PostalAddress};
use crate::store::convert::{all, first, run, word};
use crate::store::error::Result;

fn plain(row: &Row<'_>) -> Result<Admin> {
    Ok(Admin {
        id: AdminId(row.get("id")?),
        version: row.get("version")?,
        username: row.get("username")?,
        parent: row.get::<_, Option<i64>>("parent_id")?.map(AdminId),
        status: word(row, "status")?,
        role: row.get::<_, Option<i64>>("role_id")?.map(RoleId),
        all_sites: row.get("all_sites")?,
        first_name: row.get("first_name")?,
        middle_name: row.get("middle_name")?,
        last_name: row.get("last_name")?,
        email: row.get("email")?,
        work_phone: row.get("work_phone")?,
        fax: row.get("fax")?,
        mobile: row.get("mobile")?,
        landline: row.get("landline")?,
        address: PostalAddress {
            street: row.get("address_street")?,
            town: row.get("address_town")?,
            region: row.get("address_region")?,
            postcode: row.get("address_postcode")?,
            country: row.get("address_country")?,
        },
        note: row.get("note")?,
        ..Admin::default()
    })
}

impl Stored for Admin {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let Some(mut admin) = first(conn, "SELECT * FROM admin WHERE id = ?1", [number], plain)? else {
            return Ok(None);
        };
        let sql = "SELECT resource, level FROM admin_override WHERE admin_id = ?1";
        let pair = |row: &Row<'_>| Ok((Key::new(&row.get::<_, String>(0)?), word(row, "level")?));
        admin.overrides = all(conn, sql, [number], pair)?.into_iter().collect();
        let sql = "SELECT site_id FROM admin_site WHERE admin_id = ?1";
        admin.sites = all(conn, sql, [number], |row| Ok(SiteId(row.get(0)?)))?.into_iter().collect();
        Ok(Some(admin))
    }

    fn insert(conn: &Connection, admin: &Self, stamp: Stamp) -> Result<()> {
        write_row(
            conn,
            "INSERT INTO admin (id, version, username, parent_id, status, role_id, all_sites, first_name, middle_name,
                last_name, email, work_phone, fax, mobile, landline, address_street, address_town, address_region,
                address_postcode, address_country, note, sort_key, search, created_at, modified_at)
             VALUES (:id, :version, :username, :parent_id, :status, :role_id, :all_sites, :first_name, :middle_name,
                :last_name, :email, :work_phone, :fax, :mobile, :landline, :street, :town, :region, :postcode, :country,
                :note, :sort_key, :search, :now, :now)",
            admin,
            stamp,
        )?;
        write_members(conn, &Self::default(), admin)
    }

    fn update(conn: &Connection, before: &Self, after: &Self, stamp: Stamp) -> Result<bool> {
        let sql = "SELECT version FROM admin WHERE id = ?1";
        if first(conn, sql, [after.id.0], |row| Ok(row.get::<_, i64>(0)?))? != Some(before.version) {
            return Ok(false);
        }
        write_row(
            conn,
            "UPDATE admin SET version = :version, username = :username, parent_id = :parent_id, status = :status,
                role_id = :role_id, all_sites = :all_sites, first_name = :first_name, middle_name = :middle_name,
                last_name = :last_name, email = :email, work_phone = :work_phone, fax = :fax, mobile = :mobile,
                landline = :landline, address_street = :street, address_town = :town, address_region = :region,
                address_postcode = :postcode, address_country = :country, note = :note, sort_key = :sort_key,
                search = :search, modified_at = :now WHERE id = :id",
            after,
            stamp,
        )?;
        super::ticket::rename(conn, after.id, &before.username, &after.username)?;
        write_members(conn, before, after)?;
        Ok(true)
    }

    fn delete(conn: &Connection, admin: &Self) -> Result<bool> {
        write_members(conn, admin, &Self { id: admin.id, ..Self::default() })?;
        Ok(run(conn, "DELETE FROM admin WHERE id = ?1 AND version = ?2", params![admin.id.0, admin.version])? == 1)
    }
}

fn write_row(conn: &Connection, sql: &str, a: &Admin, stamp: Stamp) -> Result<()> {
    let search = fold(&format!("{} {} {} {}", a.username, a.first_name, a.last_name, a.email));
    conn.prepare_cached(sql)?.execute(named_params! {
        ":id": a.id.0,
        ":version": stamp.entry,
        ":username": a.username,
        ":parent_id": a.parent.map(|p| p.0),
        ":status": a.status.as_str(),
        ":role_id": a.role.map(|r| r.0),
        ":all_sites": a.all_sites,
        ":first_name": a.first_name,
        ":middle_name": a.middle_name,
        ":last_name": a.last_name,
        ":email": a.email,
        ":work_phone": a.work_phone,
        ":fax": a.fax,
        ":mobile": a.mobile,
        ":landline": a.landline,
        ":street": a.address.street,
        ":town": a.address.town,
        ":region": a.address.region,
        ":postcode": a.address.postcode,
        ":country": a.address.country,
        ":note": a.note,
        ":sort_key": sort_key(&a.username),
        ":search": search,
        ":now": stamp.now.0,
    })?;
    Ok(())
}

fn write_members(conn: &Connection, before: &Admin, after: &Admin) -> Result<()> {
    let id = after.id.0;
    for gone in before.overrides.keys().filter(|k| !after.overrides.contains_key(*k)) {
        run(conn, "DELETE FROM admin_override WHERE admin_id = ?1 AND resource = ?2", params![id, gone.as_str()])?;
    }
    for (resource, level) in after.overrides.iter().filter(|(k, l)| before.overrides.get(*k) != Some(l)) {
        let sql = "INSERT OR REPLACE INTO admin_override VALUES (?1, ?2, ?3)";
        run(conn, sql, params![id, resource.as_str(), level.as_str()])?;
    }
    for gone in before.sites.difference(&after.sites) {
        run(conn, "DELETE FROM admin_site WHERE admin_id = ?1 AND site_id = ?2", params![id, gone.0])?;
    }
    for new in after.sites.difference(&before.sites) {
        run(conn, "INSERT INTO admin_site VALUES (?1, ?2)", params![id, new.0])?;
    }
    Ok(())
}
