//! Users and everything they hold.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row, params};

use super::{Derived, Stamp, Stored, user_row};
use crate::domain::catalogue::Key;
use crate::domain::id::{ApplicationId, GroupId, RoleId, SiteId, UserId, WorkspaceId};
use crate::domain::record::{AppRight, Device, FeedLink, SoftphoneClient, User};
use crate::domain::time::Time;
use crate::store::convert::{all, first, run, to_json, word, word_at};
use crate::store::error::{Result, StoreError};

const SELECT: &str =
    "SELECT id, version, display_name, first_name, last_name, position, email, login, extension, mobile,
    department, language, site_id, source, status, was_active, absent_since, role_id, access_type, agent_addon,
    supervisor_level, uc_client, crm_addon, primary_group_id, note FROM user WHERE id = ?1";

/// By number: looking the names up for each row costs more than reading it.
fn plain(row: &Row<'_>) -> Result<User> {
    Ok(User {
        id: UserId(row.get(0)?),
        version: row.get(1)?,
        display_name: row.get(2)?,
        first_name: row.get(3)?,
        last_name: row.get(4)?,
        position: row.get(5)?,
        email: row.get(6)?,
        login: row.get(7)?,
        extension: row.get(8)?,
        mobile: row.get(9)?,
        department: row.get(10)?,
        language: row.get(11)?,
        site: row.get::<_, Option<i64>>(12)?.map(SiteId),
        source: word_at(row, 13, "source")?,
        status: word_at(row, 14, "status")?,
        was_active: row.get(15)?,
        absent_since: row.get::<_, Option<i64>>(16)?.map(Time),
        role: row.get::<_, Option<i64>>(17)?.map(RoleId),
        access_type: word_at(row, 18, "access_type")?,
        agent_addon: row.get(19)?,
        supervisor_level: word_at(row, 20, "supervisor_level")?,
        uc_client: row.get(21)?,
        crm_addon: row.get(22)?,
        primary_group: row.get::<_, Option<i64>>(23)?.map(GroupId),
        note: row.get(24)?,
        ..User::default()
    })
}

impl Stored for User {
    fn read(conn: &Connection, number: i64) -> Result<Option<Self>> {
        let Some(mut user) = first(conn, SELECT, [number], plain)? else { return Ok(None) };
        let key = |row: &Row<'_>| {
            Ok(Key::new(row.get_ref(0)?.as_str().map_err(|_| StoreError::Value { column: "permission" })?))
        };
        user.permissions = all(conn, "SELECT permission FROM user_permission WHERE user_id = ?1", [number], key)?
            .into_iter()
            .collect();
        user.workspaces = pairs(conn, number)?;
        user.applications = rights(conn, number)?;
        user.groups =
            all(conn, "SELECT group_id FROM user_member WHERE user_id = ?1", [number], |row| Ok(GroupId(row.get(0)?)))?
                .into_iter()
                .collect();
        user.devices = all(
            conn,
            "SELECT device, model, webrtc FROM user_device WHERE user_id = ?1 ORDER BY position",
            [number],
            |row| Ok(Device { id: row.get(0)?, model: row.get(1)?, webrtc: row.get(2)? }),
        )?;
        user.softphone = all(conn, "SELECT client, device FROM user_softphone WHERE user_id = ?1", [number], |row| {
            Ok((word(row, "client")?, SoftphoneClient { device: row.get("device")? }))
        })?
        .into_iter()
        .collect();
        user.queues =
            all(conn, "SELECT queue FROM user_queue WHERE user_id = ?1 ORDER BY position", [number], |row| {
                Ok(row.get(0)?)
            })?;
        user.feed = feeds(conn, number)?;
        Ok(Some(user))
    }

    fn insert(conn: &Connection, user: &Self, stamp: Stamp) -> Result<()> {
        insert(conn, user, &Derived::of(user), stamp)
    }

    fn update(conn: &Connection, before: &Self, after: &Self, stamp: Stamp) -> Result<bool> {
        let current: Option<i64> =
            first(conn, "SELECT version FROM user WHERE id = ?1", [after.id.0], |row| Ok(row.get(0)?))?;
        if current != Some(before.version) {
            return Ok(false);
        }
        user_row::update(conn, before, after, stamp)?;
        write_members(conn, before, after)?;
        Ok(true)
    }

    fn delete(conn: &Connection, user: &Self) -> Result<bool> {
        write_members(conn, user, &Self { id: user.id, ..Self::default() })?;
        Ok(run(conn, "DELETE FROM user WHERE id = ?1 AND version = ?2", params![user.id.0, user.version])? == 1)
    }
}

/// Makes a user of whom all that is derived is known already. Rows alone: what a filter finds is written by
/// [`crate::store::search`] once all users of a plan are written, because an update of a row makes the full-text table
/// write out what it has gathered.
///
/// # Errors
/// Where SQLite or a constraint refuses.
pub fn insert(conn: &Connection, user: &User, derived: &Derived, stamp: Stamp) -> Result<()> {
    user_row::insert(conn, user, derived, stamp)?;
    write_members(conn, &User::default(), user)
}

/// Frees the keys that a user gives up, so that another user of the same plan can take them.
pub fn give_up_keys(conn: &Connection, before: &User, after: Option<&User>) -> Result<()> {
    let stays = |feed: &String, key: &String| after.and_then(|a| a.feed.get(feed)).is_some_and(|link| link.key == *key);
    for (feed, link) in before.feed.iter().filter(|(feed, link)| !stays(feed, &link.key)) {
        let sql = "DELETE FROM user_feed WHERE feed = ?1 AND key = ?2 AND user_id = ?3";
        run(conn, sql, params![feed, link.key, before.id.0])?;
    }
    Ok(())
}

/// Writes what differs in the tables around a user. No `OR REPLACE`: it opens a savepoint for each row, and the search
/// indexes write all they hold at each savepoint.
fn write_members(conn: &Connection, before: &User, after: &User) -> Result<()> {
    let id = after.id.0;
    for gone in before.permissions.difference(&after.permissions) {
        run(conn, "DELETE FROM user_permission WHERE user_id = ?1 AND permission = ?2", params![id, gone.as_str()])?;
    }
    for new in after.permissions.difference(&before.permissions) {
        run(conn, "INSERT INTO user_permission VALUES (?1, ?2)", params![id, new.as_str()])?;
    }
    for gone in before.workspaces.keys().filter(|w| !after.workspaces.contains_key(w)) {
        run(conn, "DELETE FROM user_workspace WHERE user_id = ?1 AND workspace_id = ?2", params![id, gone.0])?;
    }
    for (workspace, level) in after.workspaces.iter().filter(|(w, l)| before.workspaces.get(w) != Some(l)) {
        let sql = if before.workspaces.contains_key(workspace) {
            "UPDATE user_workspace SET level = ?3 WHERE user_id = ?1 AND workspace_id = ?2"
        } else {
            "INSERT INTO user_workspace VALUES (?1, ?2, ?3)"
        };
        run(conn, sql, params![id, workspace.0, level.as_str()])?;
    }
    for gone in before.applications.difference(&after.applications) {
        let sql = "DELETE FROM user_right WHERE user_id = ?1 AND application_id = ?2 AND right_name = ?3";
        run(conn, sql, params![id, gone.application.0, gone.right])?;
    }
    for new in after.applications.difference(&before.applications) {
        run(conn, "INSERT INTO user_right VALUES (?1, ?2, ?3)", params![id, new.application.0, new.right])?;
    }
    for gone in before.groups.difference(&after.groups) {
        run(conn, "DELETE FROM user_member WHERE user_id = ?1 AND group_id = ?2", params![id, gone.0])?;
    }
    for new in after.groups.difference(&before.groups) {
        run(conn, "INSERT INTO user_member VALUES (?1, ?2)", params![id, new.0])?;
    }
    for (client, held) in after.softphone.iter().filter(|(c, h)| before.softphone.get(c) != Some(h)) {
        let sql = if before.softphone.contains_key(client) {
            "UPDATE user_softphone SET device = ?3 WHERE user_id = ?1 AND client = ?2"
        } else {
            "INSERT INTO user_softphone VALUES (?1, ?2, ?3)"
        };
        run(conn, sql, params![id, client.as_str(), held.device])?;
    }
    for gone in before.softphone.keys().filter(|c| !after.softphone.contains_key(c)) {
        run(conn, "DELETE FROM user_softphone WHERE user_id = ?1 AND client = ?2", params![id, gone.as_str()])?;
    }
    if before.devices != after.devices {
        if !before.devices.is_empty() {
            run(conn, "DELETE FROM user_device WHERE user_id = ?1", [id])?;
        }
        for (at, device) in (0_i64..).zip(&after.devices) {
            let sql = "INSERT INTO user_device VALUES (?1, ?2, ?3, ?4, ?5)";
            run(conn, sql, params![id, at, device.id, device.model, device.webrtc])?;
        }
    }
    if before.queues != after.queues {
        if !before.queues.is_empty() {
            run(conn, "DELETE FROM user_queue WHERE user_id = ?1", [id])?;
        }
        for (at, queue) in (0_i64..).zip(&after.queues) {
            run(conn, "INSERT INTO user_queue VALUES (?1, ?2, ?3)", params![id, at, queue])?;
        }
    }
    for (feed, link) in before.feed.iter().filter(|(f, l)| after.feed.get(*f) != Some(*l)) {
        // By now the key may be another user's.
        let sql = "DELETE FROM user_feed WHERE feed = ?1 AND key = ?2 AND user_id = ?3";
        run(conn, sql, params![feed, link.key, id])?;
    }
    for (feed, link) in after.feed.iter().filter(|(f, l)| before.feed.get(*f) != Some(*l)) {
        run(conn, "INSERT INTO user_feed VALUES (?1, ?2, ?3, ?4)", params![feed, link.key, id, to_json(&link.last)?])?;
    }
    Ok(())
}

fn pairs(conn: &Connection, number: i64) -> Result<BTreeMap<WorkspaceId, crate::domain::value::Level>> {
    let sql = "SELECT workspace_id, level FROM user_workspace WHERE user_id = ?1";
    let rows = all(conn, sql, [number], |row| Ok((WorkspaceId(row.get(0)?), word(row, "level")?)))?;
    Ok(rows.into_iter().collect())
}

fn rights(conn: &Connection, number: i64) -> Result<BTreeSet<AppRight>> {
    let sql = "SELECT application_id, right_name FROM user_right WHERE user_id = ?1";
    let right = |row: &Row<'_>| Ok(AppRight { application: ApplicationId(row.get(0)?), right: row.get(1)? });
    Ok(all(conn, sql, [number], right)?.into_iter().collect())
}

fn feeds(conn: &Connection, number: i64) -> Result<BTreeMap<String, FeedLink>> {
    let sql = "SELECT feed, key, last FROM user_feed WHERE user_id = ?1";
    let link = |row: &Row<'_>| {
        let last = crate::store::convert::json(row, "last")?;
        Ok((row.get(0)?, FeedLink { key: row.get(1)?, last }))
    };
    Ok(all(conn, sql, [number], link)?.into_iter().collect())
}
