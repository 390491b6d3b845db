//! Sites, groups, workspaces and applications.

use serde_json::{Value, json};

use super::Public;
use super::names::id;
use crate::domain::record::{Application, Group, Site, Workspace};
use crate::service::error::Result;
use crate::store::view;

impl Public<'_> {
    /// A site.
    pub(super) fn site(&self, site: &Site) -> Value {
        let value = json!({"id": id(site), "code": site.code, "name": site.name, "address": site.address});
        self.with_note(site.note.as_deref(), value)
    }

    /// A group, with those of its members whom the actor reaches.
    pub(super) fn group(&self, group: &Group) -> Result<Value> {
        let members = view::members(self.tables, &self.scope, group.id)?;
        let value = json!({"id": id(group), "name": group.name, "members": members});
        Ok(self.with_note(group.note.as_deref(), value))
    }

    /// A workspace.
    pub(super) fn workspace(&self, workspace: &Workspace) -> Value {
        let value = json!({"id": id(workspace), "name": workspace.name});
        self.with_note(workspace.note.as_deref(), value)
    }

    /// An application.
    pub(super) fn application(&self, application: &Application) -> Value {
        let Application { name, rights, view_only, note, .. } = application;
        let value = json!({"id": id(application), "name": name, "rights": rights, "view_only": view_only});
        self.with_note(note.as_deref(), value)
    }
}
