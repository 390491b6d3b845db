//! What belongs to a record, counted and named within reach only (S-22).

use rusqlite::types::Value;
use rusqlite::{Connection, params, params_from_iter};

use super::{List, Scope, Tally};
use crate::domain::facts::Holders;
use crate::domain::id::{GroupId, RoleId};
use crate::store::Tables;
use crate::store::convert::{all, first};
use crate::store::error::Result;

/// The administrators below one, and that one.
const BELOW: &str =
    "WITH RECURSIVE below (id) AS (SELECT ?2 UNION SELECT a.id FROM admin a JOIN below b ON a.parent_id = b.id)
    SELECT status FROM admin WHERE role_id = ?1 AND id IN (SELECT id FROM below)";

/// How many hold a role, of those within reach.
///
/// # Errors
/// Where SQLite refuses.
pub fn holders(tables: Tables<'_>, scope: &Scope, role: RoleId) -> Result<Holders> {
    let conn = tables.connection();
    if scope.sites.is_none() && scope.whole_tree {
        // All of them: these are kept.
        let kept = first(conn, "SELECT active_holders, invited_holders FROM role WHERE id = ?1", [role.0], |row| {
            Ok(Holders { active: number(row.get(0)?), invited: number(row.get(1)?) })
        });
        return Ok(kept?.unwrap_or_default());
    }
    let mut statuses: Vec<String> = match scope.admin {
        Some(admin) if !scope.whole_tree => all(conn, BELOW, params![role.0, admin.0], |row| Ok(row.get(0)?))?,
        _ => all(conn, "SELECT status FROM admin WHERE role_id = ?1", [role.0], |row| Ok(row.get(0)?))?,
    };
    let sql = ["SELECT status FROM user t WHERE role_id = ?1", of_sites(scope)].concat();
    statuses.extend(by_sites(conn, &sql, scope, role.0)?);
    let invited = statuses.iter().filter(|status| *status == "invited").count() as u64;
    Ok(Holders { active: statuses.len() as u64 - invited, invited })
}

/// The names of a group's members, of those within reach, in the order of the list.
///
/// # Errors
/// Where SQLite refuses.
pub fn members(tables: Tables<'_>, scope: &Scope, group: GroupId) -> Result<Vec<String>> {
    let members = "SELECT t.display_name FROM user_member m JOIN user t ON t.id = m.user_id WHERE m.group_id = ?1";
    let sql = [members, of_sites(scope), " ORDER BY t.sort_key, t.id"].concat();
    by_sites(tables.connection(), &sql, scope, group.0)
}

/// The users of a site, group, workspace or application, as numbers; `?1` is the place.
const fn users_of(list: List) -> Option<&'static str> {
    Some(match list {
        List::Sites => "SELECT t.id FROM user t WHERE t.site_id = ?1",
        List::Groups => "SELECT m.user_id FROM user_member m JOIN user t ON t.id = m.user_id WHERE m.group_id = ?1",
        List::Workspaces => {
            "SELECT m.user_id FROM user_workspace m JOIN user t ON t.id = m.user_id WHERE m.workspace_id = ?1"
        }
        List::Applications => {
            "SELECT DISTINCT m.user_id FROM user_right m JOIN user t ON t.id = m.user_id WHERE m.application_id = ?1"
        }
        _ => return None,
    })
}

/// How many users a site, group, workspace or application has, of those within reach, counted up to a limit.
///
/// # Errors
/// Where SQLite refuses.
pub fn count_users(tables: Tables<'_>, scope: &Scope, list: List, number: i64, up_to: u64) -> Result<Tally> {
    let Some(users) = users_of(list) else { return Ok(Tally::Exactly(0)) };
    let most = up_to.saturating_add(1).to_string();
    let sql = ["SELECT count(*) FROM (", users, of_sites(scope), " LIMIT ", &most, ")"].concat();
    let mut values = vec![Value::Integer(number)];
    values.extend(scope.sites.as_deref().map(super::part::array));
    let found: Option<i64> = first(tables.connection(), &sql, params_from_iter(values), |row| Ok(row.get(0)?))?;
    Ok(Tally::of(u64::try_from(found.unwrap_or(0)).unwrap_or(0), up_to))
}

const fn of_sites(scope: &Scope) -> &'static str {
    match scope.sites {
        Some(_) => " AND t.site_id IN (SELECT value FROM json_each(?2))",
        None => "",
    }
}

fn by_sites(conn: &Connection, sql: &str, scope: &Scope, number: i64) -> Result<Vec<String>> {
    let mut values = vec![Value::Integer(number)];
    values.extend(scope.sites.as_deref().map(super::part::array));
    all(conn, sql, params_from_iter(values), |row| Ok(row.get(0)?))
}

fn number(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}
