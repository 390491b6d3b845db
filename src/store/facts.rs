//! Answers the questions of the rules from the tables.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::convert::{all, first, json};
use super::error::{Result, StoreError};
use super::table::Stored;
use crate::domain::catalogue::Key;
use crate::domain::facts::{Facts, Get, Holders, Known, Lookup};
use crate::domain::id::{AdminId, Kind, RoleId, SiteId, Subject, TicketId, UserId};
use crate::domain::record::Seat;
use crate::domain::refusal::FactsError;

/// The tables of an open connection.
#[derive(Clone, Copy)]
pub struct Tables<'a> {
    conn: &'a Connection,
}

impl<'a> Tables<'a> {
    pub(super) const fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    pub(super) const fn connection(&self) -> &'a Connection {
        self.conn
    }

    /// Asks for each user that a feed has and that is not disabled: key, number, site; until the answer is to stop.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn each_present(&self, feed: &str, mut visit: impl FnMut(&str, UserId, Option<SiteId>) -> bool) -> Result<()> {
        let sql = "SELECT f.key, u.id, u.site_id FROM user_feed f JOIN user u ON u.id = f.user_id
                   WHERE f.feed = ?1 AND u.status <> 'disabled' ORDER BY f.key";
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query([feed])?;
        while let Some(row) = rows.next()? {
            let key = row.get_ref(0)?.as_str().map_err(|_| StoreError::Value { column: "key" })?;
            if !visit(key, UserId(row.get(1)?), row.get::<_, Option<i64>>(2)?.map(SiteId)) {
                break;
            }
        }
        Ok(())
    }

    /// Reads one record, whole.
    ///
    /// # Errors
    /// Where SQLite refuses.
    pub fn read<T: Stored>(&self, number: i64) -> Result<Option<T>> {
        T::read(self.conn, number)
    }
}

impl<T: Stored> Get<T> for Tables<'_> {
    fn get(&self, number: i64) -> std::result::Result<Option<T>, FactsError> {
        Ok(T::read(self.conn, number)?)
    }
}

/// How many answers are enough where any will do.
const FEW: i64 = 8;

fn lookup_sql(kind: Kind, by: Lookup) -> Option<&'static str> {
    Some(match (kind, by) {
        (Kind::Site, Lookup::Code) => "SELECT id FROM site WHERE code = ?1 ORDER BY id LIMIT ?2",
        (Kind::Site, Lookup::Name) => "SELECT id FROM site WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Group, Lookup::Name) => "SELECT id FROM user_group WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Workspace, Lookup::Name) => "SELECT id FROM workspace WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Application, Lookup::Name) => "SELECT id FROM application WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Role, Lookup::Name) => "SELECT id FROM role WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Admin, Lookup::Username) => "SELECT id FROM admin WHERE username = ?1 ORDER BY id LIMIT ?2",
        (Kind::User, Lookup::Extension) => {
            "SELECT id FROM user WHERE extension_key = printf('%02d', length(?1)) || ?1 ORDER BY id LIMIT ?2"
        }
        (Kind::User, Lookup::Email) => "SELECT id FROM user WHERE email_key = ?1 ORDER BY id LIMIT ?2",
        (Kind::User, Lookup::Login) => "SELECT id FROM user WHERE login_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::User, Lookup::Name) => "SELECT id FROM user WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::User, Lookup::Feed) => {
            "SELECT user_id FROM user_feed WHERE feed = substr(?1, 1, instr(?1, ':') - 1)
                AND key = substr(?1, instr(?1, ':') + 1) ORDER BY user_id LIMIT ?2"
        }
        (Kind::Ticket, Lookup::Feed) => {
            "SELECT id FROM ticket WHERE origin ->> 'feed' = substr(?1, 1, instr(?1, ':') - 1)
                AND origin ->> 'key' = substr(?1, instr(?1, ':') + 1) ORDER BY id LIMIT ?2"
        }
        (Kind::Contact, Lookup::Email) => {
            "SELECT DISTINCT contact_id FROM contact_email WHERE email_key = ?1 ORDER BY contact_id LIMIT ?2"
        }
        (Kind::Contact, Lookup::Name) => "SELECT id FROM contact WHERE name_fold = ?1 ORDER BY id LIMIT ?2",
        (Kind::Contact, Lookup::Feed) => "SELECT id FROM contact WHERE feed_key = ?1 ORDER BY id LIMIT ?2",
        (Kind::Ticket, Lookup::Email) => "SELECT id FROM ticket WHERE email_asked = ?1 ORDER BY id LIMIT ?2",
        _ => return None,
    })
}

/// All the records of a kind that have a key: who asks may reach none of the first.
pub(super) fn looked_up(conn: &rusqlite::Connection, kind: Kind, by: Lookup, key: &str) -> Result<Vec<i64>> {
    let Some(sql) = lookup_sql(kind, by) else { return Ok(Vec::new()) };
    all(conn, sql, rusqlite::params![key, i64::MAX], |row| Ok(row.get(0)?))
}

/// The records of a kind that name a record of another; none where that kind never does.
fn referring_sql(to: Kind, by: Kind) -> Option<&'static str> {
    Some(match (to, by) {
        (Kind::Site, Kind::User) => "SELECT id FROM user WHERE site_id = ?1",
        (Kind::Site, Kind::Contact) => "SELECT id FROM contact WHERE site_id = ?1",
        (Kind::Site, Kind::Admin) => "SELECT admin_id FROM admin_site WHERE site_id = ?1",
        (Kind::Site, Kind::Ticket) => "SELECT id FROM ticket WHERE site_id = ?1",
        (Kind::Group, Kind::User) => "SELECT user_id FROM user_member WHERE group_id = ?1",
        (Kind::Workspace, Kind::User) => "SELECT user_id FROM user_workspace WHERE workspace_id = ?1",
        (Kind::Application, Kind::User) => "SELECT DISTINCT user_id FROM user_right WHERE application_id = ?1",
        (Kind::Role, Kind::User) => "SELECT id FROM user WHERE role_id = ?1",
        (Kind::Role, Kind::Admin) => "SELECT id FROM admin WHERE role_id = ?1",
        (Kind::Admin, Kind::Admin) => "SELECT id FROM admin WHERE parent_id = ?1",
        (Kind::Admin, Kind::Ticket) => "SELECT id FROM ticket WHERE requester_id = ?1 OR assignee_id = ?1",
        (Kind::User, Kind::Ticket) => "SELECT id FROM ticket WHERE user_id = ?1",
        (Kind::Contact, Kind::Order) => "SELECT order_id FROM order_member WHERE contact_id = ?1",
        _ => return None,
    })
}

fn last_sql(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Site => "site",
        Kind::Group => "user_group",
        Kind::Workspace => "workspace",
        Kind::Application => "application",
        Kind::Role => "role",
        Kind::Admin => "admin",
        Kind::User => "user",
        Kind::Contact => "contact",
        Kind::Ticket => "ticket",
        Kind::Organisation | Kind::Order => return None,
    })
}

impl Facts for Tables<'_> {
    fn lookup(&self, kind: Kind, by: Lookup, key: &str) -> std::result::Result<Vec<i64>, FactsError> {
        Ok(looked_up(self.conn, kind, by, key)?)
    }

    fn known_to_feed(&self, feed: &str, key: &str) -> std::result::Result<Option<Known>, FactsError> {
        let sql = "SELECT u.id, u.site_id, u.absent_since IS NOT NULL, f.last FROM user_feed f
                   JOIN user u ON u.id = f.user_id WHERE f.feed = ?1 AND f.key = ?2";
        let known = first(self.conn, sql, [feed, key], |row| {
            Ok(Known {
                user: UserId(row.get(0)?),
                site: row.get::<_, Option<i64>>(1)?.map(SiteId),
                absent: row.get(2)?,
                last: json(row, "last")?,
            })
        });
        Ok(known?)
    }

    fn children(&self, admin: AdminId) -> std::result::Result<Vec<AdminId>, FactsError> {
        let sql = "SELECT id FROM admin WHERE parent_id = ?1 ORDER BY id";
        Ok(all(self.conn, sql, [admin.0], |row| Ok(AdminId(row.get(0)?)))?)
    }

    fn admins_of_role(&self, role: RoleId) -> std::result::Result<Vec<AdminId>, FactsError> {
        let sql = "SELECT id FROM admin WHERE role_id = ?1 ORDER BY id";
        Ok(all(self.conn, sql, [role.0], |row| Ok(AdminId(row.get(0)?)))?)
    }

    fn holders(&self, role: RoleId) -> std::result::Result<Holders, FactsError> {
        let sql = "SELECT active_holders, invited_holders FROM role WHERE id = ?1";
        let count = |number: i64| u64::try_from(number).unwrap_or_default();
        let found = first(self.conn, sql, [role.0], |row| {
            Ok(Holders { active: count(row.get(0)?), invited: count(row.get(1)?) })
        });
        Ok(found?.unwrap_or_default())
    }

    fn contacts_with(&self, permission: &Key) -> std::result::Result<Vec<i64>, FactsError> {
        let sql = "SELECT contact_id FROM contact_permission WHERE permission = ?1 ORDER BY contact_id LIMIT ?2";
        Ok(all(self.conn, sql, rusqlite::params![permission.as_str(), FEW], |row| Ok(row.get(0)?))?)
    }

    fn waiting_tickets(&self, user: UserId) -> std::result::Result<Vec<TicketId>, FactsError> {
        let sql = "SELECT id FROM ticket WHERE user_id = ?1 AND waiting = 1 ORDER BY id";
        Ok(all(self.conn, sql, [user.0], |row| Ok(TicketId(row.get(0)?)))?)
    }

    fn seats_used(&self) -> std::result::Result<BTreeMap<Seat, i64>, FactsError> {
        let rows =
            all(self.conn, "SELECT seat, used FROM seat", [], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let seat = |name: &str| Seat::ALL.into_iter().find(|s| s.as_str() == name);
        Ok(rows.into_iter().filter_map(|(name, used)| Some((seat(&name)?, used))).collect())
    }

    fn active_admins(&self) -> std::result::Result<Vec<AdminId>, FactsError> {
        let sql = "SELECT id FROM admin WHERE status = 'active' ORDER BY id";
        Ok(all(self.conn, sql, [], |row| Ok(AdminId(row.get(0)?)))?)
    }

    fn referring(&self, to: Subject, by: Kind) -> std::result::Result<Vec<i64>, FactsError> {
        let Some(sql) = referring_sql(to.kind, by) else { return Ok(Vec::new()) };
        Ok(all(self.conn, sql, [to.id], |row| Ok(row.get(0)?))?)
    }

    fn count_referring(&self, to: Subject, by: Kind) -> std::result::Result<u64, FactsError> {
        let Some(sql) = referring_sql(to.kind, by) else { return Ok(0) };
        let sql = ["SELECT count(*) FROM (", sql, ")"].concat();
        let count = first(self.conn, &sql, [to.id], |row| Ok(row.get::<_, u32>(0)?))?;
        Ok(count.map_or(0, u64::from))
    }

    fn has_signed_in(&self, admin: AdminId) -> std::result::Result<bool, FactsError> {
        let sql = "SELECT first_at IS NOT NULL FROM sign_in WHERE admin_id = ?1";
        Ok(first(self.conn, sql, [admin.0], |row| Ok(row.get(0)?))?.unwrap_or(false))
    }

    fn failed_tries(&self, admin: AdminId) -> std::result::Result<i64, FactsError> {
        let sql = "SELECT failures FROM sign_in WHERE admin_id = ?1";
        Ok(first(self.conn, sql, [admin.0], |row| Ok(row.get(0)?))?.unwrap_or_default())
    }

    fn session(&self, id: &str) -> std::result::Result<Option<AdminId>, FactsError> {
        let sql = "SELECT admin_id FROM session WHERE id = ?1 AND ended_at IS NULL";
        Ok(first(self.conn, sql, [id], |row| Ok(AdminId(row.get(0)?)))?)
    }

    fn all_sites(&self) -> std::result::Result<Vec<SiteId>, FactsError> {
        Ok(all(self.conn, "SELECT id FROM site ORDER BY id", [], |row| Ok(SiteId(row.get(0)?)))?)
    }

    fn last_number(&self, kind: Kind) -> std::result::Result<i64, FactsError> {
        let Some(table) = last_sql(kind) else { return Ok(2) };
        let sql = "SELECT seq FROM sqlite_sequence WHERE name = ?1";
        let last = first(self.conn, sql, [table], |row| Ok(row.get(0)?));
        Ok(last?.unwrap_or(0))
    }
}
