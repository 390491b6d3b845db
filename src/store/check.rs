//! Looks a whole store over: the file, its references, and what the rules keep true (S-47).

use super::Tables;
use super::convert::all;
use super::error::Result;

/// At most so many findings of one kind: a damaged file has thousands.
const ENOUGH: i64 = 20;

/// Something that is not as it has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A stable word for what it is.
    pub code: &'static str,
    /// Where, or which.
    pub what: String,
}

/// Looks at the pages of the file, quickly: what a page says of itself, not what indexes say of tables.
///
/// # Errors
/// Where SQLite cannot even look.
pub fn quick(tables: Tables<'_>) -> Result<Vec<Finding>> {
    pages(tables, "PRAGMA quick_check(20)")
}

/// Looks at every page, index and reference of the file.
///
/// # Errors
/// Where SQLite cannot even look.
pub fn file(tables: Tables<'_>) -> Result<Vec<Finding>> {
    let mut findings = pages(tables, "PRAGMA integrity_check(20)")?;
    let broken = all(tables.connection(), "PRAGMA foreign_key_check", [], |row| {
        let (table, row, parent): (String, Option<i64>, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Finding { code: "check.reference", what: format!("{table} {} > {parent}", row.unwrap_or_default()) })
    })?;
    findings.extend(broken.into_iter().take(20));
    Ok(findings)
}

fn pages(tables: Tables<'_>, sql: &str) -> Result<Vec<Finding>> {
    let said = all(tables.connection(), sql, [], |row| Ok(row.get::<_, String>(0)?))?;
    Ok(said.into_iter().filter(|line| line != "ok").map(|what| Finding { code: "check.page", what }).collect())
}

/// What no plan may break, asked of the store as it is: each question answers with what breaks it.
const RULES: [(&str, &str); 8] = [
    // S-18, R-37: one owner, active, with every site and the role of an owner.
    (
        "check.owner",
        "SELECT 'no active owner' WHERE NOT EXISTS (SELECT 1 FROM admin a JOIN role r ON r.id = a.role_id
             WHERE a.parent_id IS NULL AND a.status = 'active' AND a.all_sites = 1 AND r.licence = 'owner')
             AND EXISTS (SELECT 1 FROM organisation)",
    ),
    ("check.owner", "SELECT a.username FROM admin a JOIN role r ON r.id = a.role_id
         WHERE r.licence = 'owner' AND a.parent_id IS NOT NULL ORDER BY a.id LIMIT ?1"),
    // S-21: everybody below the owner, at most eight deep.
    (
        "check.tree",
        "WITH RECURSIVE below (id, depth) AS (SELECT id, 1 FROM admin WHERE parent_id IS NULL
             UNION ALL SELECT a.id, b.depth + 1 FROM admin a JOIN below b ON a.parent_id = b.id WHERE b.depth < 8)
         SELECT username FROM admin WHERE id NOT IN (SELECT id FROM below) ORDER BY id LIMIT ?1",
    ),
    // U-11: no portal without an e-mail of one's own.
    (
        "check.web_access",
        "SELECT u.display_name FROM user_permission p JOIN user u ON u.id = p.user_id
         WHERE p.permission = 'web_access' AND (u.email_key IS NULL OR EXISTS (SELECT 1 FROM user o
             JOIN user_permission q ON q.user_id = o.id AND q.permission = 'web_access'
             WHERE o.email_key = u.email_key AND o.id <> u.id)) ORDER BY u.id LIMIT ?1",
    ),
    (
        "check.count",
        "SELECT s.code FROM site s WHERE s.users <> (SELECT count(*) FROM user u WHERE u.site_id = s.id)
         ORDER BY s.id LIMIT ?1",
    ),
    (
        "check.count",
        "SELECT r.name FROM role r WHERE r.active_holders + r.invited_holders <>
             (SELECT count(*) FROM admin a WHERE a.role_id = r.id) + (SELECT count(*) FROM user u WHERE u.role_id = r.id)
         ORDER BY r.id LIMIT ?1",
    ),
    (
        "check.count",
        "SELECT 'agent_addon' WHERE (SELECT count(*) FROM user WHERE agent_addon = 1)
             <> ifnull((SELECT used FROM seat WHERE seat = 'agent_addon'), 0)",
    ),
    // C-19: an order names contacts that are there, one rank each.
    (
        "check.order",
        "SELECT m.order_id FROM order_member m LEFT JOIN contact c ON c.id = m.contact_id WHERE c.id IS NULL LIMIT ?1",
    ),
];

/// Asks what the rules keep true.
///
/// # Errors
/// Where SQLite refuses.
pub fn rules(tables: Tables<'_>) -> Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for (code, sql) in RULES {
        let said = |row: &rusqlite::Row<'_>| {
            let what = match row.get_ref(0)? {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => other.as_str().unwrap_or_default().to_owned(),
            };
            Ok(Finding { code, what })
        };
        let found = if sql.contains("?1") {
            all(tables.connection(), sql, [ENOUGH], said)?
        } else {
            all(tables.connection(), sql, [], said)?
        };
        findings.extend(found);
    }
    Ok(findings)
}
