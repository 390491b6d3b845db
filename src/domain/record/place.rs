//! Sites, groups, workspaces and applications.

use serde::{Deserialize, Serialize};

use super::Lookup;
use super::{Home, record};
use crate::domain::id::{ApplicationId, EntryNo, GroupId, SiteId, WorkspaceId};
use crate::domain::norm::fold;

/// A site of the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Its number.
    #[serde(skip)]
    pub id: SiteId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// The short code by which it is named, lower case, unique.
    pub code: String,
    /// What people call it.
    pub name: String,
    /// Where it is.
    pub address: Option<String>,
    /// What administrators note about it.
    pub note: Option<String>,
}

/// A group of users, for reports and presence (U-61).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its number.
    #[serde(skip)]
    pub id: GroupId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// Its name, unique.
    pub name: String,
    /// What administrators note about it.
    pub note: Option<String>,
}

/// A workspace that users can reach (U-66).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Workspace {
    /// Its number.
    #[serde(skip)]
    pub id: WorkspaceId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// Its name, unique, without `/` and `:`.
    pub name: String,
    /// What administrators note about it.
    pub note: Option<String>,
}

/// A cloud application with the rights it knows (T-07).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// Its number.
    #[serde(skip)]
    pub id: ApplicationId,
    /// The entry that last changed it.
    #[serde(skip)]
    pub version: EntryNo,
    /// Its name, unique, without `/` and `:`.
    pub name: String,
    /// The names of its rights, in order, without `/` and `:`.
    pub rights: Vec<String>,
    /// Whether its rights are managed elsewhere and only shown (T-13).
    pub view_only: bool,
    /// What administrators note about it.
    pub note: Option<String>,
}

record!(Site, Site, SiteId, label: |s| s.name.clone(), home: |s| Home::Site(Some(s.id)),
    keys: |s| vec![(Lookup::Code, s.code.clone()), (Lookup::Name, fold(&s.name))]);
record!(Group, Group, GroupId, label: |g| g.name.clone(), home: |_| Home::Organisation, keys: |g| vec![(Lookup::Name, fold(&g.name))]);
record!(Workspace, Workspace, WorkspaceId, label: |w| w.name.clone(), home: |_| Home::Organisation, keys: |w| vec![(Lookup::Name, fold(&w.name))]);
record!(Application, Application, ApplicationId, label: |a| a.name.clone(), home: |_| Home::Organisation, keys: |a| vec![(Lookup::Name, fold(&a.name))]);
