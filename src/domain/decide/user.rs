//! Decides the Commands on users.

use super::Deciding;
use super::resolve::{as_line, assign, line};
use crate::domain::catalogue::Family;
use crate::domain::change::Cause;
use crate::domain::command::{
    CreateUser, Given, MarkUserActive, Ref, SetAccessType, SetAgentAddon, SetApplicationRight, SetCrmAddon,
    SetPermission, SetPrimaryGroup, SetSoftphone, SetSupervisorLevel, SetUcClient, SetUserEnabled, SetUserRole,
    SetWorkspaceAccess, UpdateUser,
};
use crate::domain::engine::set_user_entry;
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{Kind, UserId};
use crate::domain::norm::{check_email, check_phone, email_key, fold};
use crate::domain::record::{AppRight, Application, Group, Role, Site, SoftphoneClient, User, Workspace};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{Client, Level, Source, Status};

impl Deciding<'_> {
    /// U-04, U-06: a user made by hand is portal-only, invited, and holds nothing.
    pub(super) fn create_user(&mut self, c: &CreateUser) -> Decided<()> {
        let id = UserId(self.world.fresh(Kind::User)?);
        let mut user = User { id, display_name: line("display_name", &c.display_name)?, ..User::default() };
        self.details(
            &mut user,
            [
                ("first_name", &c.first_name),
                ("last_name", &c.last_name),
                ("position", &c.position),
                ("login", &c.login),
                ("department", &c.department),
                ("language", &c.language),
            ],
            &c.email,
            &c.mobile,
            &c.site,
        )?;
        self.warn_of_namesake(&user)?;
        Ok(self.world.put(user)?)
    }

    pub(super) fn update_user(&mut self, c: &UpdateUser) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        if let Some(name) = &c.display_name {
            user.display_name = line("display_name", name)?;
        }
        self.details(
            &mut user,
            [
                ("first_name", &c.first_name),
                ("last_name", &c.last_name),
                ("position", &c.position),
                ("login", &c.login),
                ("department", &c.department),
                ("language", &c.language),
            ],
            &c.email,
            &c.mobile,
            &c.site,
        )?;
        Ok(self.world.put(user)?)
    }

    fn details(
        &self,
        user: &mut User,
        lines: [(&'static str, &Given<String>); 6],
        email: &Given<String>,
        mobile: &Given<String>,
        site: &Given<Ref>,
    ) -> Decided<()> {
        let fields = [
            &mut user.first_name,
            &mut user.last_name,
            &mut user.position,
            &mut user.login,
            &mut user.department,
            &mut user.language,
        ];
        for (to, (field, given)) in fields.into_iter().zip(lines) {
            assign(to, field, given, as_line)?;
        }
        assign(&mut user.email, "email", email, check_email)?;
        assign(&mut user.mobile, "mobile", mobile, check_phone)?;
        if let Some(site) = site {
            user.site = site.as_ref().map(|r| self.resolve::<Site>(r)).transpose()?.map(|s| s.id);
        }
        Ok(())
    }

    /// U-05: says so where a person of that name or e-mail comes from the phone system.
    fn warn_of_namesake(&mut self, user: &User) -> Decided<()> {
        let name = Some(("display_name", Lookup::Name, fold(&user.display_name), user.display_name.clone()));
        let email = user.email.clone().map(|email| ("email", Lookup::Email, email_key(&email), email));
        for (field, by, key, value) in [name, email].into_iter().flatten() {
            for number in self.world.lookup(Kind::User, by, &key)? {
                let other: Option<User> = self.world.get(number)?;
                let seen = |o: &User| o.source == Source::Pbx && self.cx.actor.reaches_site(o.site);
                if let Some(other) = other.filter(seen) {
                    let note = Refusal::new(Code::Namesake).field(field).text("value", &value);
                    let extension = other.extension.unwrap_or_default();
                    self.note(note.text("other", other.display_name).text("extension", extension));
                }
            }
        }
        Ok(())
    }

    pub(super) fn mark_user_active(&mut self, c: &MarkUserActive) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        if user.status != Status::Invited {
            return Err(Refusal::new(Code::NotInvited).text("user", &user.display_name).into());
        }
        user.status = Status::Active;
        user.was_active = true;
        Ok(self.world.put(user)?)
    }

    pub(super) fn set_user_enabled(&mut self, c: &SetUserEnabled) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        if c.value != (user.status != Status::Disabled) {
            let invited = user.source == Source::Manual && !user.was_active;
            let enabled = if invited { Status::Invited } else { Status::Active };
            user.status = if c.value { enabled } else { Status::Disabled };
            if c.value {
                user.absent_since = None;
            }
        }
        Ok(self.world.put(user)?)
    }

    /// only the owner gives roles, and never one of the owner licence; the plan is authorised so.
    pub(super) fn set_user_role(&mut self, c: &SetUserRole) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        let role: Option<Role> = c.value.as_ref().map(|r| self.resolve(r)).transpose()?;
        if let Some(role) = &role {
            self.role_can_be_given(role)?;
        }
        user.role = role.map(|r| r.id);
        Ok(self.world.put(user)?)
    }

    pub(super) fn set_access_type(&mut self, c: &SetAccessType) -> Decided<()> {
        self.set_entry(&c.user, Family::Licence, "access_type", c.value.unwrap_or_default() as u8)
    }

    pub(super) fn set_agent_addon(&mut self, c: &SetAgentAddon) -> Decided<()> {
        self.set_entry(&c.user, Family::Licence, "agent_addon", u8::from(c.value))
    }

    pub(super) fn set_supervisor_level(&mut self, c: &SetSupervisorLevel) -> Decided<()> {
        self.set_entry(&c.user, Family::Licence, "supervisor_level", c.value.unwrap_or_default() as u8)
    }

    pub(super) fn set_permission(&mut self, c: &SetPermission) -> Decided<()> {
        self.set_entry(&c.user, Family::Portal, &c.permission, u8::from(c.value))
    }

    pub(super) fn set_uc_client(&mut self, c: &SetUcClient) -> Decided<()> {
        self.set_entry(&c.user, Family::Licence, "uc_client", u8::from(c.value))
    }

    pub(super) fn set_crm_addon(&mut self, c: &SetCrmAddon) -> Decided<()> {
        self.set_entry(&c.user, Family::Licence, "crm_addon", u8::from(c.value))
    }

    /// Sets an entry of the catalogue on a user, with what comes and goes by itself.
    fn set_entry(&mut self, user: &Ref, family: Family, key: &str, to: u8) -> Decided<()> {
        let entry = self.entry(family, "permission", key)?;
        let mut user: User = self.resolve(user)?;
        let came = set_user_entry(&self.world, self.cx.catalogue, self.cx.actor, &mut user, &entry, to)?;
        for (key, cause) in came {
            let field = match self.cx.catalogue.of(Family::Portal, key.as_str()) {
                Some(_) => format!("permissions.{key}"),
                None => key.to_string(),
            };
            self.world.because(user.id, field, cause.clone());
            if key.as_str() == "softphone" {
                for client in Client::ALL {
                    self.world.because(user.id, format!("softphone.{client}"), cause.clone());
                }
            }
        }
        // U-40.
        if to > 0 && entry.warning.is_some() {
            self.note(Refusal::new(Code::Warning).key("permission", &entry.key));
        }
        Ok(self.world.put(user)?)
    }

    pub(super) fn set_softphone(&mut self, c: &SetSoftphone) -> Decided<()> {
        let entry = self.entry(Family::Licence, "client", "softphone")?;
        let mut user: User = self.resolve(&c.user)?;
        match &c.device {
            None => drop(user.softphone.remove(&c.client)),
            Some(device) => {
                crate::domain::engine::check_user(&self.world, self.cx.catalogue, self.cx.actor, &user, &entry, 1)?;
                let known = user.devices.iter().any(|d| d.id == *device);
                if !known {
                    return Err(Refusal::new(Code::DeviceUnknown).field("device").text("device", device).into());
                }
                user.softphone.insert(c.client, SoftphoneClient { device: Some(device.clone()) });
            }
        }
        Ok(self.world.put(user)?)
    }

    /// U-63, U-64: one of the user's groups; clearing it does not leave the group.
    pub(super) fn set_primary_group(&mut self, c: &SetPrimaryGroup) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        let group: Option<Group> = c.value.as_ref().map(|r| self.resolve(r)).transpose()?;
        if let Some(group) = group.as_ref().filter(|g| !user.groups.contains(&g.id)) {
            return Err(Refusal::new(Code::PrimaryGroupNotMember).field("value").text("group", &group.name).into());
        }
        user.primary_group = group.map(|g| g.id);
        Ok(self.world.put(user)?)
    }

    pub(super) fn set_workspace_access(&mut self, c: &SetWorkspaceAccess) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        let workspace: Workspace = self.resolve(&c.workspace)?;
        if c.value == Level::None {
            user.workspaces.remove(&workspace.id);
        } else {
            user.workspaces.insert(workspace.id, c.value);
        }
        Ok(self.world.put(user)?)
    }

    /// T-13: the rights of an application that is managed elsewhere are only shown.
    pub(super) fn set_application_right(&mut self, c: &SetApplicationRight) -> Decided<()> {
        let mut user: User = self.resolve(&c.user)?;
        let application: Application = self.resolve(&c.application)?;
        if application.view_only {
            return Err(Refusal::new(Code::ViewOnly).field("application").text("application", application.name).into());
        }
        if !application.rights.contains(&c.right) {
            let refusal = Refusal::new(Code::RightUnknown).field("right").text("application", application.name);
            return Err(refusal.text("right", &c.right).into());
        }
        let right = AppRight { application: application.id, right: c.right.clone() };
        if c.value {
            user.applications.insert(right);
        } else {
            user.applications.remove(&right);
        }
        Ok(self.world.put(user)?)
    }

    /// U-65: leaving the primary group clears it.
    pub(super) fn leave_group(&mut self, user: &mut User, group: crate::domain::id::GroupId) {
        user.groups.remove(&group);
        if user.primary_group == Some(group) {
            user.primary_group = None;
            self.world.because(user.id, "primary_group", Cause::word("group_left"));
        }
    }
}
