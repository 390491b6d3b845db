//! Decides the Commands on the organisation, its sites, groups, workspaces and applications.

use super::Deciding;
use super::resolve::{LINE, assign, line, optional, paragraph};
use crate::domain::command::{
    CreateApplication, CreateGroup, CreateSite, CreateWorkspace, SetGroupMember, SetOrganisation, UpdateSite,
};
use crate::domain::facts::{Get, Lookup};
use crate::domain::id::{ApplicationId, GroupId, Kind, SiteId, WorkspaceId};
use crate::domain::norm::{check_code, check_name, fold};
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
        Ok(self.world.put(Site { id, version: 0, code, name, address: optional("address", c.address.as_deref())? })?)
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
        Ok(self.world.put(Group { id, version: 0, name })?)
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
        Ok(self.world.put(Workspace { id, version: 0, name })?)
    }

    pub(super) fn create_application(&mut self, c: &CreateApplication) -> Decided<()> {
        let id = ApplicationId(self.world.fresh(Kind::Application)?);
        let name = plain_name("name", &c.name)?;
        self.unique(Kind::Application, Lookup::Name, &fold(&name), id.0, "name")?;
        let rights = c.rights.iter().map(|right| plain_name("rights", right)).collect::<Result<Vec<_>, _>>()?;
        let twice = rights.iter().enumerate().find(|(at, right)| rights[..*at].contains(right));
        if let Some((_, right)) = twice {
            return Err(Refusal::new(Code::InUse).field("rights").text("value", right).into());
        }
        let view_only = c.view_only.unwrap_or(false);
        Ok(self.world.put(Application { id, version: 0, name, rights, view_only })?)
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
