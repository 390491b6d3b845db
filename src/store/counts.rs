//! Counts that are kept: seats used, holders of roles, users of sites. They move with the change that moves them.

use std::collections::BTreeMap;

use rusqlite::{Connection, params};

use super::convert::run;
use super::error::Result;
use crate::domain::id::{RoleId, SiteId};
use crate::domain::overlay::seats_of;
use crate::domain::record::{Admin, Seat, User};
use crate::domain::value::Status;

/// What a plan moves of the kept counts, written once at its end.
#[derive(Debug, Default)]
pub struct Counts {
    seats: BTreeMap<Seat, i64>,
    sites: BTreeMap<SiteId, i64>,
    active: BTreeMap<RoleId, i64>,
    invited: BTreeMap<RoleId, i64>,
}

impl Counts {
    /// Counts a user in (`1`) or out (`-1`).
    pub fn user(&mut self, user: &User, by: i64) {
        seats_of(user).for_each(|seat| *self.seats.entry(seat).or_default() += by);
        user.site.into_iter().for_each(|site| *self.sites.entry(site).or_default() += by);
        user.role.into_iter().for_each(|role| self.holder(role, user.status, by));
    }

    /// Counts an administrator in (`1`) or out (`-1`).
    pub fn admin(&mut self, admin: &Admin, by: i64) {
        admin.role.into_iter().for_each(|role| self.holder(role, admin.status, by));
    }

    fn holder(&mut self, role: RoleId, status: Status, by: i64) {
        let counts = if status == Status::Invited { &mut self.invited } else { &mut self.active };
        *counts.entry(role).or_default() += by;
    }

    /// Writes what moved.
    pub fn write(&self, conn: &Connection) -> Result<()> {
        for (seat, by) in self.seats.iter().filter(|(_, by)| **by != 0) {
            // The row is there first: a constraint would see a negative number as the value of a new one.
            run(conn, "INSERT INTO seat (seat) VALUES (?1) ON CONFLICT DO NOTHING", [seat.as_str()])?;
            run(conn, "UPDATE seat SET used = used + ?2 WHERE seat = ?1", params![seat.as_str(), by])?;
        }
        for (site, by) in self.sites.iter().filter(|(_, by)| **by != 0) {
            run(conn, "UPDATE site SET users = users + ?2 WHERE id = ?1", params![site.0, by])?;
        }
        for (role, by) in self.active.iter().filter(|(_, by)| **by != 0) {
            run(conn, "UPDATE role SET active_holders = active_holders + ?2 WHERE id = ?1", params![role.0, by])?;
        }
        for (role, by) in self.invited.iter().filter(|(_, by)| **by != 0) {
            run(conn, "UPDATE role SET invited_holders = invited_holders + ?2 WHERE id = ?1", params![role.0, by])?;
        }
        Ok(())
    }
}
