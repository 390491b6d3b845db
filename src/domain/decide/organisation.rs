//! Decides the Commands on the organisation, its sites, groups, workspaces and applications.

use super::Deciding;
use super::resolve::{LINE, assign, line, optional, paragraph};
use crate::domain::command::{
    CreateApplication, CreateGroup, CreateSite, CreateWorkspace, SetGroupMember, SetOrganisation, UpdateApplication,
    UpdateGroup, UpdateSite, UpdateWorkspace,
};
use crate::domain::facts::{Get, Lookup};
use crate::domain::id::{ApplicationId, GroupId, Kind, SiteId, WorkspaceId};
use crate::domain::norm::{check_code, check_name, fold};
use crate::domain::policy::require_all_sites;
use crate::domain::record::{Application, Group, Organisation, Site, User, Workspace};
use crate::domain::refusal::{Code, Decided, Refusal};

impl Deciding<'_> {
    pub(super) fn set_organisation(&mut self, c: &SetOrganisation) -> Decided<()> {
        let mut org: Organisation = self.world.get(1)?.unwrap_or_default();
        if let Some(name) = &c.name {
            org.name = line("name", name)?;
        }
        org.plan = c.plan.unwrap_or(org.plan);
        org.voip = c.voip.unwrap_or(org.voip);
        org.four_eyes = c.four_eyes.unwrap_or(org.four_eyes);
        org.seat_limit = c.seat_limit.unwrap_or(org.seat_limit);
        for (seat, bought) in c.seats.iter().flatten() {
            match bought {
                Some(number) => drop(org.seats.insert(*seat, *number)),
                None => drop(org.seats.remove(seat)),
            }
        }
        if let Some(length) = c.password_min_length {
            org.password_min_length = in_range("password_min_length", length, 8, 64)?;
        }
        if let Some(minutes) = c.idle_lock_minutes {
            org.idle_lock_minutes = in_range("idle_lock_minutes", minutes, 1, 15)?;
        }
        if let Some(text) = &c.help_general {
            org.help_general = paragraph("help_general", text.as_deref())?;
        }
        if let Some(text) = &c.help_technical {
            org.help_technical = paragraph("help_technical", text.as_deref())?;
        }
        Ok(self.world.put(org)?)
    }

    pub(super) fn create_site(&mut self, c: &CreateSite) -> Decided<()> {
        let id = SiteId(self.world.fresh(Kind::Site)?);
        let code = self.site_code(&c.code, id)?;
        let name = line("name", &c.name)?;
        let address = optional("address", c.address.as_deref())?;
        Ok(self.world.put(Site { id, code, name, address, ..Site::default() })?)
    }

    pub(super) fn update_site(&mut self, c: &UpdateSite) -> Decided<()> {
        let mut site: Site = self.resolve(&c.site)?;
        if let Some(code) = &c.code {
            site.code = self.site_code(code, site.id)?;
        }
        if let Some(name) = &c.name {
            site.name = line("name", name)?;
        }
        assign(&mut site.address, "address", &c.address, |t| check_name(t, LINE))?;
        Ok(self.world.put(site)?)
    }

    fn site_code(&self, code: &str, own: SiteId) -> Decided<String> {
        let code = check_code(code).map_err(|fault| Refusal::text_fault("code", fault))?;
        self.unique(Kind::Site, Lookup::Code, &code, own.0, "code")?;
        Ok(code)
    }

    pub(super) fn create_group(&mut self, c: &CreateGroup) -> Decided<()> {
        let id = GroupId(self.world.fresh(Kind::Group)?);
        let name = line("name", &c.name)?;
        self.unique(Kind::Group, Lookup::Name, &fold(&name), id.0, "name")?;
        Ok(self.world.put(Group { id, name, ..Group::default() })?)
    }

    pub(super) fn update_group(&mut self, c: &UpdateGroup) -> Decided<()> {
        let mut group: Group = self.resolve(&c.group)?;
        group.name = line("name", &c.name)?;
        self.unique(Kind::Group, Lookup::Name, &fold(&group.name), group.id.0, "name")?;
        Ok(self.world.put(group)?)
    }

    /// U-62: membership changes here, not in the user's form.
    pub(super) fn set_group_member(&mut self, c: &SetGroupMember) -> Decided<()> {
        let group: Group = self.resolve(&c.group)?;
        let mut user: User = self.resolve(&c.user)?;
        if c.value {
            user.groups.insert(group.id);
        } else {
            self.leave_group(&mut user, group.id);
        }
        Ok(self.world.put(user)?)
    }

    pub(super) fn create_workspace(&mut self, c: &CreateWorkspace) -> Decided<()> {
        let id = WorkspaceId(self.world.fresh(Kind::Workspace)?);
        let name = plain_name("name", &c.name)?;
        self.unique(Kind::Workspace, Lookup::Name, &fold(&name), id.0, "name")?;
        Ok(self.world.put(Workspace { id, name, ..Workspace::default() })?)
    }

    pub(super) fn update_workspace(&mut self, c: &UpdateWorkspace) -> Decided<()> {
        let mut workspace: Workspace = self.resolve(&c.workspace)?;
        workspace.name = plain_name("name", &c.name)?;
        self.unique(Kind::Workspace, Lookup::Name, &fold(&workspace.name), workspace.id.0, "name")?;
        Ok(self.world.put(workspace)?)
    }

    pub(super) fn create_application(&mut self, c: &CreateApplication) -> Decided<()> {
        let id = ApplicationId(self.world.fresh(Kind::Application)?);
        let name = plain_name("name", &c.name)?;
        self.unique(Kind::Application, Lookup::Name, &fold(&name), id.0, "name")?;
        let rights = rights(&c.rights)?;
        let view_only = c.view_only.unwrap_or(false);
        Ok(self.world.put(Application { id, name, rights, view_only, ..Application::default() })?)
    }

    /// Whoever has a right that is no longer among the application's loses it: a right is known by its name.
    pub(super) fn update_application(&mut self, c: &UpdateApplication) -> Decided<()> {
        let mut application: Application = self.resolve(&c.application)?;
        if let Some(name) = &c.name {
            application.name = plain_name("name", name)?;
            self.unique(Kind::Application, Lookup::Name, &fold(&application.name), application.id.0, "name")?;
        }
        application.view_only = c.view_only.unwrap_or(application.view_only);
        if let Some(given) = &c.rights {
            require_all_sites(self.cx.actor)?;
            let kept = rights(given)?;
            self.take_rights(&application, "right_removed", |right| !kept.iter().any(|other| other == right))?;
            application.rights = kept;
        }
        Ok(self.world.put(application)?)
    }
}

/// The rights of an application: plain names, each once.
fn rights(given: &[String]) -> Result<Vec<String>, Refusal> {
    let rights = given.iter().map(|right| plain_name("rights", right)).collect::<Result<Vec<_>, _>>()?;
    match rights.iter().enumerate().find(|(at, right)| rights[..*at].contains(right)) {
        Some((_, right)) => Err(Refusal::new(Code::InUse).field("rights").text("value", right)),
        None => Ok(rights),
    }
}

/// A name that can stand in `app:NAME/RIGHT`.
fn plain_name(field: &'static str, text: &str) -> Result<String, Refusal> {
    let name = line(field, text)?;
    match name.chars().find(|c| ['/', ':'].contains(c)) {
        Some(c) => Err(Refusal::new(Code::NameCharacter).field(field).text("character", c)),
        None => Ok(name),
    }
}

fn in_range(field: &'static str, value: u32, min: u32, max: u32) -> Result<u32, Refusal> {
    if (min..=max).contains(&value) {
        return Ok(value);
    }
    Err(Refusal::new(Code::OutOfRange).field(field).number("min", i64::from(min)).number("max", i64::from(max)))
}
