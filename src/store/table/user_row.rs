//! The row of a user.

use rusqlite::{Connection, params};

use super::{Derived, Stamp};
use crate::domain::record::User;
use crate::store::error::Result;

const INSERT: &str =
    "INSERT INTO user (id, version, display_name, name_fold, sort_key, first_name, last_name, position,
        email, email_key, login, login_fold, extension, extension_key, mobile, department, language, site_id, source,
        status, absent_since, role_id, access_type, agent_addon, supervisor_level, uc_client, crm_addon,
        primary_group_id, search, was_active, note, created_at, modified_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22,
        ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?32)";
const UPDATE: &str = "UPDATE user SET version = ?2, display_name = ?3, name_fold = ?4, sort_key = ?5, first_name = ?6,
        last_name = ?7, position = ?8, email = ?9, email_key = ?10, login = ?11, login_fold = ?12, extension = ?13,
        extension_key = ?14, mobile = ?15, department = ?16, language = ?17, site_id = ?18, source = ?19, status = ?20,
        absent_since = ?21, role_id = ?22, access_type = ?23, agent_addon = ?24, supervisor_level = ?25,
        uc_client = ?26, crm_addon = ?27, primary_group_id = ?28, search = ?29, was_active = ?30, note = ?31,
        modified_at = ?32
    WHERE id = ?1";
/// Every column in no index but those of the last change: SQLite writes each index anew of which a column is set, even
/// to what it was.
const UPDATE_UNLISTED: &str = "UPDATE user SET version = ?2, first_name = ?3, last_name = ?4, position = ?5,
        department = ?6, language = ?7, source = ?8, absent_since = ?9, access_type = ?10, agent_addon = ?11,
        supervisor_level = ?12, uc_client = ?13, crm_addon = ?14, was_active = ?15, note = ?16, modified_at = ?17
    WHERE id = ?1";

/// Makes it.
pub(super) fn insert(conn: &Connection, user: &User, derived: &Derived, stamp: Stamp) -> Result<()> {
    write(conn, INSERT, user, derived, stamp)
}

/// Changes it.
pub(super) fn update(conn: &Connection, before: &User, after: &User, stamp: Stamp) -> Result<()> {
    if !is_listed_alike(before, after) {
        return write(conn, UPDATE, after, &Derived::of(after), stamp);
    }
    conn.prepare_cached(UPDATE_UNLISTED)?.execute(params![
        after.id.0,
        stamp.entry,
        after.first_name,
        after.last_name,
        after.position,
        after.department,
        after.language,
        after.source.as_str(),
        after.absent_since.map(|t| t.0),
        after.access_type.as_str(),
        after.agent_addon,
        after.supervisor_level.as_str(),
        after.uc_client,
        after.crm_addon,
        after.was_active,
        after.note,
        stamp.now.0,
    ])?;
    Ok(())
}

/// Whether no column differs that an index holds, or that is derived.
fn is_listed_alike(before: &User, after: &User) -> bool {
    fn listed(user: &User) -> impl PartialEq {
        let User { display_name, email, login, extension, mobile, .. } = user;
        let texts = (display_name, email, login, extension, mobile);
        (texts, user.site, user.status, user.role, user.primary_group)
    }
    listed(before) == listed(after)
}

fn write(conn: &Connection, sql: &str, user: &User, derived: &Derived, stamp: Stamp) -> Result<()> {
    // By number: looking thirty names up at each row costs more than binding them.
    conn.prepare_cached(sql)?.execute(params![
        user.id.0,
        stamp.entry,
        user.display_name,
        derived.name_fold,
        derived.sort_key,
        user.first_name,
        user.last_name,
        user.position,
        user.email,
        derived.email_key,
        user.login,
        derived.login_fold,
        user.extension,
        derived.extension_key,
        user.mobile,
        user.department,
        user.language,
        user.site.map(|s| s.0),
        user.source.as_str(),
        user.status.as_str(),
        user.absent_since.map(|t| t.0),
        user.role.map(|r| r.0),
        user.access_type.as_str(),
        user.agent_addon,
        user.supervisor_level.as_str(),
        user.uc_client,
        user.crm_addon,
        user.primary_group.map(|g| g.0),
        derived.search,
        user.was_active,
        user.note,
        stamp.now.0,
    ])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{GroupId, RoleId, SiteId, UserId};
    use crate::domain::time::Time;
    use crate::domain::value::{AccessType, Source, Status, SupervisorLevel};
    use crate::store::table::Stored;

    fn store() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        crate::store::migrate::migrate(&conn, 0).unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        conn
    }

    fn stamp(entry: i64) -> Stamp {
        Stamp { now: Time(entry * 1000), entry }
    }

    /// How many indexes a statement writes.
    fn indexes(conn: &Connection, sql: &str) -> usize {
        let mut statement = conn.prepare(&["EXPLAIN ", sql].concat()).unwrap();
        let values = statement.parameter_count();
        let rows = statement.query_map(rusqlite::params_from_iter(vec![1; values]), |row| row.get::<_, String>(1));
        rows.unwrap().filter(|code| code.as_deref() == Ok("IdxInsert")).count()
    }

    #[test]
    fn a_change_of_what_no_list_shows_writes_the_indexes_of_the_last_change_alone() {
        let conn = store();
        assert_eq!(indexes(&conn, UPDATE_UNLISTED), 2);
        assert!(indexes(&conn, UPDATE) > 10);
    }

    #[test]
    fn every_field_is_written_whichever_way_it_is_changed() {
        let text = || Some("new".to_owned());
        let changes: [fn(&mut User, Option<String>); 21] = [
            |u, _| u.display_name = "Zoé".into(),
            |u, t| u.first_name = t,
            |u, t| u.last_name = t,
            |u, t| u.position = t,
            |u, t| u.email = t,
            |u, t| u.login = t,
            |u, t| u.extension = t,
            |u, t| u.mobile = t,
            |u, t| u.department = t,
            |u, t| u.language = t,
            |u, _| u.site = Some(SiteId(2)),
            |u, _| (u.source, u.access_type) = (Source::Pbx, AccessType::Professional),
            |u, _| u.status = Status::Disabled,
            |u, _| u.absent_since = Some(Time(7)),
            |u, _| u.role = Some(RoleId(3)),
            |u, _| u.agent_addon = true,
            |u, _| u.supervisor_level = SupervisorLevel::Reports,
            |u, _| (u.uc_client, u.crm_addon) = (true, true),
            |u, _| u.primary_group = Some(GroupId(1)),
            |u, _| u.was_active = true,
            |u, t| u.note = t,
        ];
        for (number, change) in (1..).zip(changes) {
            let conn = store();
            let before = User { id: UserId(number), version: 1, display_name: "Ada".into(), ..User::default() };
            User::insert(&conn, &before, stamp(1)).unwrap();
            let mut after = before.clone();
            change(&mut after, text());
            assert_ne!(before, after, "{number}");
            assert!(User::update(&conn, &before, &after, stamp(2)).unwrap());
            after.version = 2;
            assert_eq!(User::read(&conn, number).unwrap(), Some(after), "{number}");
            let now: i64 = conn.query_row("SELECT modified_at FROM user", [], |row| row.get(0)).unwrap();
            assert_eq!(now, 2000);
        }
    }
}
