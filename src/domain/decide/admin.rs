//! Decides the Commands on administrators.

use super::Deciding;
use super::resolve::{as_line, assign, line};
use crate::domain::catalogue::Family;
use crate::domain::change::Cause;
use crate::domain::command::{
    CreateAdmin, Given, ResetAdminPassword, SetAdminAllSites, SetAdminEnabled, SetAdminResource, SetAdminRole,
    SetAdminSite, UpdateAdmin,
};
use crate::domain::facts::{Facts, Get, Lookup};
use crate::domain::id::{AdminId, Kind};
use crate::domain::norm::{check_email, check_phone, check_username};
use crate::domain::plan::TemporaryPassword;
use crate::domain::record::{Admin, PostalAddress, Role, Site};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};
use crate::domain::value::{Level, Status};

impl Deciding<'_> {
    /// an administrator below the actor, with a temporary password.
    pub(super) fn create_admin(&mut self, c: &CreateAdmin) -> Decided<()> {
        let id = AdminId(self.world.fresh(Kind::Admin)?);
        let mut admin = Admin {
            id,
            username: self.username(&c.username, id)?,
            parent: self.cx.actor.id,
            first_name: line("first_name", &c.first_name)?,
            last_name: line("last_name", &c.last_name)?,
            email: email(&c.email)?,
            all_sites: c.all_sites.unwrap_or(false),
            ..Admin::default()
        };
        if let Some(role) = &c.role {
            let role: Role = self.resolve(role)?;
            self.role_can_be_given(&role)?;
            admin.role = Some(role.id);
        }
        for site in &c.sites {
            admin.sites.insert(self.resolve::<Site>(site)?.id);
        }
        phones(&mut admin, &c.middle_name, [&c.work_phone, &c.fax, &c.mobile, &c.landline], c.address.as_ref())?;
        self.give_password(&admin);
        Ok(self.world.put(admin)?)
    }

    pub(super) fn update_admin(&mut self, c: &UpdateAdmin) -> Decided<()> {
        let mut admin: Admin = self.resolve(&c.admin)?;
        if let Some(name) = &c.username {
            admin.username = self.username(name, admin.id)?;
        }
        if let Some(name) = &c.first_name {
            admin.first_name = line("first_name", name)?;
        }
        if let Some(name) = &c.last_name {
            admin.last_name = line("last_name", name)?;
        }
        if let Some(address) = &c.email {
            admin.email = email(address)?;
        }
        phones(&mut admin, &c.middle_name, [&c.work_phone, &c.fax, &c.mobile, &c.landline], c.address.as_ref())?;
        Ok(self.world.put(admin)?)
    }

    fn username(&self, name: &str, own: AdminId) -> Decided<String> {
        let name = check_username(name).map_err(|fault| Refusal::text_fault("username", fault))?;
        self.unique(Kind::Admin, Lookup::Username, &name, own.0, "username")?;
        Ok(name)
    }

    /// one, however often a batch asks for it: only the last would be good for anything.
    fn give_password(&mut self, admin: &Admin) {
        if self.passwords.iter().any(|given| given.admin == admin.id) {
            return;
        }
        let command = self.commands.len() + 1;
        self.passwords.push(TemporaryPassword { command, admin: admin.id, username: admin.username.clone() });
    }

    /// Who is gone again at the end of a batch gets no password.
    pub(super) fn passwords_of_those_there(&mut self) -> Decided<()> {
        let mut kept = Vec::new();
        for password in std::mem::take(&mut self.passwords) {
            if Get::<Admin>::get(&self.world, password.admin.0)?.is_some() {
                kept.push(password);
            }
        }
        self.passwords = kept;
        Ok(())
    }

    /// the record stays; the branch stays active unless it is meant as well.
    pub(super) fn set_admin_enabled(&mut self, c: &SetAdminEnabled) -> Decided<()> {
        let admin: Admin = self.resolve(&c.admin)?;
        if admin.is_owner() && !c.value {
            return Err(Refusal::new(Code::OwnerStays).into());
        }
        let mut meant = vec![(admin, false)];
        while let Some((mut admin, below)) = meant.pop() {
            if c.branch.unwrap_or(false) {
                for child in self.world.children(admin.id)? {
                    meant.extend(Get::<Admin>::get(&self.world, child.0)?.map(|child| (child, true)));
                }
            }
            if c.value != (admin.status != Status::Disabled) {
                let signed_in = self.world.has_signed_in(admin.id)?;
                let enabled = if signed_in { Status::Active } else { Status::Invited };
                admin.status = if c.value { enabled } else { Status::Disabled };
                if below {
                    self.world.because(admin.id, "status", Cause::word("branch"));
                }
                self.world.put(admin)?;
            }
        }
        Ok(())
    }

    /// the plan only says that a password is made; it is shown once, and never written down.
    pub(super) fn reset_admin_password(&mut self, c: &ResetAdminPassword) -> Decided<()> {
        let admin: Admin = self.resolve(&c.admin)?;
        if Some(admin.id) == self.cx.actor.id {
            return Err(Refusal::new(Code::NotOneself).into());
        }
        self.must_be_below(&admin)?;
        self.give_password(&admin);
        Ok(())
    }

    pub(super) fn must_be_below(&self, admin: &Admin) -> Decided<()> {
        let Some(actor) = self.cx.actor.id else { return Ok(()) };
        if crate::domain::engine::is_below(&self.world, admin.id, actor)? {
            return Ok(());
        }
        Err(Refusal::not_found(Kind::Admin, &admin.username).into())
    }

    pub(super) fn set_admin_role(&mut self, c: &SetAdminRole) -> Decided<()> {
        let mut admin: Admin = self.resolve(&c.admin)?;
        let role: Option<Role> = c.value.as_ref().map(|r| self.resolve(r)).transpose()?;
        if let Some(role) = &role {
            self.role_can_be_given(role)?;
        }
        admin.role = role.map(|r| r.id);
        Ok(self.world.put(admin)?)
    }

    pub(super) fn set_admin_site(&mut self, c: &SetAdminSite) -> Decided<()> {
        let mut admin: Admin = self.resolve(&c.admin)?;
        let site: Site = self.resolve(&c.site)?;
        if c.value {
            admin.sites.insert(site.id);
        } else {
            admin.sites.remove(&site.id);
        }
        Ok(self.world.put(admin)?)
    }

    pub(super) fn set_admin_all_sites(&mut self, c: &SetAdminAllSites) -> Decided<()> {
        let mut admin: Admin = self.resolve(&c.admin)?;
        admin.all_sites = c.value;
        Ok(self.world.put(admin)?)
    }

    /// a value by hand, or none to go back to the role's.
    pub(super) fn set_admin_resource(&mut self, c: &SetAdminResource) -> Decided<()> {
        let entry = self.entry(Family::Resource, "resource", &c.resource)?;
        let mut admin: Admin = self.resolve(&c.admin)?;
        if admin.is_owner() {
            return Err(Refusal::new(Code::OwnerHolds).text("admin", admin.username).into());
        }
        match c.value {
            None => drop(admin.overrides.remove(&entry.key)),
            Some(level) => {
                let role: Option<Role> = admin.role.map(|id| self.world.get(id.0)).transpose()?.flatten();
                let minimum = role.as_ref().map_or(Level::None, |r| r.licence.minimum(entry.key.as_str()));
                if level < minimum {
                    let refusal = Refusal::new(Code::LicenceOverride).field("value").key("resource", &entry.key);
                    return Err(refusal.arg("minimum", Arg::Level(minimum)).into());
                }
                if entry.key.as_str() == "roles" && level == Level::Manage {
                    return Err(Refusal::new(Code::RolesManage).field("value").into());
                }
                admin.overrides.insert(entry.key, level);
            }
        }
        Ok(self.world.put(admin)?)
    }
}

fn email(address: &str) -> Result<String, Refusal> {
    if address.trim().is_empty() {
        return Err(Refusal::new(Code::Required).field("email"));
    }
    check_email(address).map_err(|fault| Refusal::text_fault("email", fault))
}

fn phones(
    admin: &mut Admin,
    middle_name: &Given<String>,
    numbers: [&Given<String>; 4],
    address: Option<&PostalAddress>,
) -> Result<(), Refusal> {
    assign(&mut admin.middle_name, "middle_name", middle_name, as_line)?;
    let fields = [
        ("work_phone", &mut admin.work_phone),
        ("fax", &mut admin.fax),
        ("mobile", &mut admin.mobile),
        ("landline", &mut admin.landline),
    ];
    for ((field, to), given) in fields.into_iter().zip(numbers) {
        assign(to, field, given, check_phone)?;
    }
    if let Some(address) = address {
        admin.address = postal(address)?;
    }
    Ok(())
}

/// Checks each line of a postal address.
pub(super) fn postal(address: &PostalAddress) -> Result<PostalAddress, Refusal> {
    let part = |text: &Option<String>| super::resolve::optional("address", text.as_deref());
    Ok(PostalAddress {
        street: super::resolve::paragraph("address", address.street.as_deref())?,
        town: part(&address.town)?,
        region: part(&address.region)?,
        postcode: part(&address.postcode)?,
        country: part(&address.country)?,
    })
}
