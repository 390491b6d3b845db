//! Decides the Commands on roles.

use super::Deciding;
use super::resolve::{line, optional};
use crate::domain::catalogue::Family;
use crate::domain::command::{CreateRole, SetRoleResource};
use crate::domain::facts::{Get, Lookup};
use crate::domain::id::{Kind, RoleId};
use crate::domain::norm::fold;
use crate::domain::record::{Organisation, Role};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};
use crate::domain::value::{Formula, Level, Licence};

impl Deciding<'_> {
    /// a custom role starts from the permission set of its licence.
    pub(super) fn create_role(&mut self, c: &CreateRole) -> Decided<()> {
        self.formula(Formula::Enterprise)?;
        let id = RoleId(self.world.fresh(Kind::Role)?);
        let name = line("name", &c.name)?;
        self.unique(Kind::Role, Lookup::Name, &fold(&name), id.0, "name")?;
        let description = optional("description", c.description.as_deref())?;
        Ok(self.world.put(Role { id, name, licence: c.licence, description, ..Role::default() })?)
    }

    /// a free cell takes any level; what the licence fixes stays.
    pub(super) fn set_role_resource(&mut self, c: &SetRoleResource) -> Decided<()> {
        let entry = self.entry(Family::Resource, "resource", &c.resource)?;
        let mut role: Role = self.resolve(&c.role)?;
        if role.licence == Licence::Owner {
            return Err(Refusal::new(Code::OwnerRole).text("role", role.name).into());
        }
        self.formula(Formula::Professional)?;
        let minimum = role.licence.minimum(entry.key.as_str());
        if c.value < minimum {
            let refusal = Refusal::new(Code::LicenceCell).field("value").key("resource", &entry.key);
            return Err(refusal.arg("minimum", Arg::Level(minimum)).text("licence", role.licence.as_str()).into());
        }
        if entry.key.as_str() == "roles" && c.value == Level::Manage {
            return Err(Refusal::new(Code::RolesManage).field("value").into());
        }
        if c.value > minimum {
            role.added.insert(entry.key, c.value);
        } else {
            role.added.remove(&entry.key);
        }
        Ok(self.world.put(role)?)
    }

    /// a custom role is given on the professional and enterprise plans only.
    pub(super) fn role_can_be_given(&self, role: &Role) -> Decided<()> {
        if role.standard { Ok(()) } else { self.formula(Formula::Professional) }
    }

    fn formula(&self, needed: Formula) -> Decided<()> {
        let org: Organisation = self.world.get(1)?.unwrap_or_default();
        if org.plan >= needed {
            return Ok(());
        }
        let refusal = Refusal::new(Code::FormulaGate).text("needed", needed.as_str());
        Err(refusal.text("current", org.plan.as_str()).into())
    }
}
