//! What is done to many users with places: their site, a workspace, a right of an application.

use super::super::desk::Desk;
use crate::domain::command::{Command, Ref, SetApplicationRight, SetWorkspaceAccess, UpdateUser};
use crate::domain::id::{ApplicationId, SiteId, WorkspaceId};
use crate::domain::record::Application;
use crate::domain::value::Level;
use crate::service::Result;
use crate::service::view::{List, PlaceRow, Tally};
use crate::text::{Shown, Texts};

/// How many places of a kind are offered.
const OFFERED: usize = 200;

/// What a user has of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Belongs {
    /// The site they work at: its number, its code and its name.
    Site(SiteId, String, String),
    /// How far a workspace is reached.
    Workspace(WorkspaceId, String, Level),
    /// Whether a right of an application is on.
    Right(ApplicationId, String, String, bool),
}

impl Belongs {
    /// The Command that gives it to a user.
    pub fn command(&self, user: Ref) -> Command {
        match self {
            Self::Site(id, code, _) => {
                let moved = UpdateUser {
                    user,
                    site: Some(Some(Ref::pinned(code.clone(), id.0))),
                    display_name: None,
                    first_name: None,
                    last_name: None,
                    position: None,
                    email: None,
                    login: None,
                    mobile: None,
                    department: None,
                    language: None,
                };
                moved.into()
            }
            Self::Workspace(id, name, value) => {
                SetWorkspaceAccess { user, workspace: Ref::pinned(name.clone(), id.0), value: *value }.into()
            }
            Self::Right(id, name, right, value) => {
                let application = Ref::pinned(name.clone(), id.0);
                SetApplicationRight { user, application, right: right.clone(), value: *value }.into()
            }
        }
    }

    /// What it is called.
    pub fn label(&self, texts: &Texts) -> Shown {
        match self {
            Self::Site(_, _, name) => texts.with("bulk-site", &[("name", name.into())]),
            Self::Workspace(_, name, level) => {
                let what = texts.with("bulk-workspace", &[("name", name.into())]);
                texts.with("bulk-set", &[("what", what.into()), ("value", texts.label(*level).into())])
            }
            Self::Right(_, name, right, value) => {
                let what = texts.with("bulk-right", &[("name", name.into()), ("right", right.into())]);
                texts.with(if *value { "bulk-give" } else { "bulk-take" }, &[("what", what.into())])
            }
        }
    }

    /// Everything there is to be had of places that the person sees.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn all(desk: &Desk) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        for (place, _) in places(desk, List::Workspaces)? {
            let value = |level: &Level| Self::Workspace(WorkspaceId(place.id), place.name.clone(), *level);
            all.extend(Level::ALL.iter().rev().map(value));
        }
        for (place, _) in places(desk, List::Applications)? {
            let application: Application = desk.console.record(place.id)?;
            // T-13: what is managed elsewhere is not given here.
            for right in application.rights.iter().filter(|_| !application.view_only) {
                let value = |on| Self::Right(application.id, application.name.clone(), right.clone(), on);
                all.extend([true, false].map(value));
            }
        }
        for (place, _) in places(desk, List::Sites)? {
            let code = place.code.unwrap_or_default();
            all.push(Self::Site(SiteId(place.id), code, place.name));
        }
        Ok(all)
    }
}

fn places(desk: &Desk, list: List) -> Result<Vec<(PlaceRow, Tally)>> {
    if desk.may_list(list) { desk.console.places(list, "", OFFERED) } else { Ok(Vec::new()) }
}
