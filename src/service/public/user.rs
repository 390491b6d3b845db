//! Users.

use serde_json::{Map, Value, json};

use super::Public;
use super::names::id;
use crate::domain::catalogue::Family;
use crate::domain::record::{AppRight, User};
use crate::domain::value::Client;
use crate::service::error::Result;

impl Public<'_> {
    /// A user, with everything they hold.
    pub(super) fn user(&self, user: &User) -> Result<Value> {
        let feeds: Map<String, Value> =
            user.feed.iter().map(|(feed, link)| (feed.clone(), link.key.clone().into())).collect();
        let client = |client: &Client| {
            let held = user.softphone.get(client).map(|held| json!({"device": held.device}));
            (client.as_str().to_owned(), held.into())
        };
        let value = json!({
            "id": id(user),
            "display_name": user.display_name,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "position": user.position,
            "email": user.email,
            "login": user.login,
            "extension": user.extension,
            "mobile": user.mobile,
            "department": user.department,
            "language": user.language,
            "site": self.maybe_name(user.site)?,
            "source": user.source,
            "feed": feeds,
            "status": user.status,
            "absent_since": user.absent_since,
            "queues": user.queues,
            "role": self.maybe_name(user.role)?,
            "access_type": user.access_type,
            "agent_addon": user.agent_addon,
            "supervisor_level": user.supervisor_level,
            "permissions": self.flags(Family::Portal, |key| user.permissions.contains(key)),
            "uc_client": user.uc_client,
            "crm_addon": user.crm_addon,
            "softphone": Client::ALL.iter().map(client).collect::<Map<_, _>>(),
            "devices": user.devices,
            "groups": self.all_names(user.groups.iter().copied())?,
            "primary_group": self.maybe_name(user.primary_group)?,
            "workspaces": self.workspaces_of(user)?,
            "applications": self.rights_of(user)?,
        });
        Ok(self.with_note(user.note.as_deref(), value))
    }

    fn workspaces_of(&self, user: &User) -> Result<Map<String, Value>> {
        let level = |id| user.workspaces.get(id).copied().unwrap_or_default().as_str();
        Ok(self.workspaces()?.iter().map(|w| (w.name.clone(), level(&w.id).into())).collect())
    }

    fn rights_of(&self, user: &User) -> Result<Map<String, Value>> {
        let applications = self.applications()?.iter().map(|application| {
            let held = |right: &String| {
                let held = AppRight { application: application.id, right: right.clone() };
                (right.clone(), Value::Bool(user.applications.contains(&held)))
            };
            (application.name.clone(), application.rights.iter().map(held).collect::<Map<_, _>>().into())
        });
        Ok(applications.collect())
    }
}
