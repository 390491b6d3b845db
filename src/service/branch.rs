//! Administrators and roles as the console shows them: sites, sign-ins, those below, the boxes of a role.

use super::console::Console;
use super::error::Result;
use crate::domain::boxes::{Boxes, role_boxes};
use crate::domain::cell::{self, SiteCell};
use crate::domain::command::Command;
use crate::domain::engine::{effective, visible};
use crate::domain::facts::Get;
use crate::domain::id::{AdminId, Kind, RoleId};
use crate::domain::record::{Admin, Record, Role};
use crate::domain::refusal::Refusal;
use crate::domain::time::Time;
use crate::store::about;
use crate::store::house;
use crate::store::view::{AdminRow, Cursor, Filter, From, List, Query, RoleRow, Sort, Term};

/// What the store knows of an administrator besides the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// When the record was made.
    pub created_at: Option<Time>,
    /// The last success at signing in.
    pub last_sign_in_at: Option<Time>,
    /// Failures at signing in since then.
    pub failures: i64,
    /// Until when a temporary password is good that has to be changed first.
    pub must_change_by: Option<Time>,
}

impl Console {
    /// An administrator as the list has it, and where.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn admin_row(&self, admin: AdminId) -> Result<Option<(Cursor, AdminRow)>> {
        let query = Query { list: List::Admins, filter: Filter::default(), sort: Sort::Name, descending: false };
        let Some(cursor) = self.cursor_of(&query, admin.0)? else { return Ok(None) };
        Ok(self.admins(&query, &From::At(cursor), 1)?.into_iter().next())
    }

    /// The next administrators right below one, by name, after that place in their list.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn below(&self, parent: &str, after: Option<&Cursor>, limit: usize) -> Result<Vec<(Cursor, AdminRow)>> {
        let terms = vec![Term { field: "parent".to_owned(), value: parent.to_owned() }];
        let filter = Filter { words: Vec::new(), terms };
        let query = Query { list: List::Admins, filter, sort: Sort::Name, descending: false };
        let from = after.map_or(From::Start, |cursor| From::After(cursor.clone()));
        self.admins(&query, &from, limit)
    }

    /// An administrator as the staged Commands leave them, whether all sites can be given or taken, and each site that
    /// the actor holds or the administrator has.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn site_cells(&self, admin: AdminId, staged: &[Command]) -> Result<(Admin, cell::State, Vec<SiteCell>)> {
        self.with_on(admin.subject(), staged, |facts, cx| {
            let missing = || Refusal::not_found(Kind::Admin, &admin.0.to_string());
            let admin: Admin = Get::get(facts, admin.0)?.ok_or_else(missing)?;
            if !visible(facts, cx.actor, admin.home())? {
                return Err(missing().into());
            }
            let holds = effective(facts, cx.catalogue, &admin)?;
            let (all, cells) = cell::site_cells(facts, cx, &admin, &holds)?;
            Ok((admin, all, cells))
        })
    }

    /// A role as the list has it, with its holders and dates.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn role_row(&self, role: RoleId) -> Result<Option<RoleRow>> {
        let query = Query { list: List::Roles, filter: Filter::default(), sort: Sort::Name, descending: false };
        let Some(cursor) = self.cursor_of(&query, role.0)? else { return Ok(None) };
        let rows: Vec<(Cursor, RoleRow)> = self.window(&query, &From::At(cursor), 1)?;
        Ok(rows.into_iter().map(|(_, row)| row).next())
    }

    /// A role as the staged Commands leave it, with its boxes.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn role_boxes(&self, role: RoleId, staged: &[Command]) -> Result<(Role, Vec<Boxes>)> {
        self.with_on(role.subject(), staged, |facts, cx| {
            let missing = || Refusal::not_found(Kind::Role, &role.0.to_string());
            let role: Role = Get::get(facts, role.0)?.ok_or_else(missing)?;
            let boxes = role_boxes(facts, cx, &role)?;
            Ok((role, boxes))
        })
    }

    /// What the store knows of an administrator besides the record.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn standing(&self, admin: AdminId) -> Result<Standing> {
        let record: Admin = self.record(admin.0)?;
        let tables = self.reader.tables();
        let dates = about::dates(tables, record.subject())?;
        let sign_in = house::sign_in(tables, admin)?;
        Ok(Standing {
            created_at: dates.map(|dates| dates.created),
            last_sign_in_at: sign_in.as_ref().and_then(|state| state.last_at),
            failures: sign_in.as_ref().map_or(0, |state| state.failures),
            must_change_by: sign_in.filter(|state| state.temporary).and_then(|state| state.expires_at),
        })
    }
}
