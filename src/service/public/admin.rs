//! Administrators, and their sessions.

use serde_json::{Value, json};

use super::Public;
use super::names::{address, id};
use crate::domain::engine::effective;
use crate::domain::facts::Facts;
use crate::domain::record::{Admin, Record};
use crate::service::error::Result;
use crate::store::about;
use crate::store::house::{self, Session};

impl Public<'_> {
    /// An administrator; `resources` are the effective ones, `overrides`, `sites` and `all_sites` as they were set.
    pub(super) fn admin(&self, admin: &Admin) -> Result<Value> {
        let holds = effective(&self.tables, self.catalogue, admin)?;
        let dates = about::dates(self.tables, admin.subject())?;
        let sign_in = house::sign_in(self.tables, admin.id)?;
        let value = json!({
            "id": id(admin),
            "username": admin.username,
            "parent": self.maybe_name(admin.parent)?,
            "children": self.all_names(self.tables.children(admin.id)?)?,
            "status": admin.status,
            "role": self.maybe_name(admin.role)?,
            // A site that the actor does not reach does not exist for them (S-22).
            "sites": self.all_names(admin.sites.iter().copied().filter(|site| self.actor.reaches_site(Some(*site))))?,
            "all_sites": admin.all_sites,
            "resources": self.levels(|key| holds.resources.get(key).copied().unwrap_or_default()),
            "overrides": admin.overrides,
            "first_name": admin.first_name,
            "middle_name": admin.middle_name,
            "last_name": admin.last_name,
            "email": admin.email,
            "work_phone": admin.work_phone,
            "fax": admin.fax,
            "mobile": admin.mobile,
            "landline": admin.landline,
            "address": address(&admin.address),
            "created_at": dates.map(|dates| dates.created),
            "last_sign_in_at": sign_in.and_then(|state| state.last_at),
        });
        Ok(self.with_note(admin.note.as_deref(), value))
    }

    /// A running console.
    pub(super) fn session(&self, session: &Session) -> Result<Value> {
        Ok(json!({
            "id": session.id,
            "admin": self.name(session.admin)?,
            "peer": session.peer,
            "started_at": session.started_at,
            "last_seen_at": session.last_seen_at,
        }))
    }
}
