//! Roles.

use serde_json::{Value, json};

use super::Public;
use super::names::id;
use crate::domain::catalogue::Family;
use crate::domain::record::{Record, Role};
use crate::domain::value::Level;
use crate::service::error::Result;
use crate::store::{about, view};

impl Public<'_> {
    /// A role; `locked` names the resources that its licence fixes.
    pub(super) fn role(&self, role: &Role) -> Result<Value> {
        let holders = view::holders(self.tables, &self.scope, role.id)?;
        let dates = about::dates(self.tables, role.subject())?;
        let fixed = |key: &&str| role.licence.minimum(key) > Level::None;
        let locked: Vec<&str> =
            self.catalogue.family(Family::Resource).map(|entry| entry.key.as_str()).filter(fixed).collect();
        let value = json!({
            "id": id(role),
            "name": role.name,
            "kind": if role.standard { "standard" } else { "custom" },
            "licence": role.licence,
            "description": role.description,
            "resources": self.levels(|key| role.value(key)),
            "locked": locked,
            "active_holders": holders.active,
            "invited_holders": holders.invited,
            "created_at": dates.map(|dates| dates.created),
            "modified_at": dates.map(|dates| dates.modified),
        });
        Ok(self.with_note(role.note.as_deref(), value))
    }
}
