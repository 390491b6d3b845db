//! Authorises what a plan gives: giving needs holding, what costs needs more, and nobody gives to themselves.

use super::change::Policy;
use super::oneself::{Whose, without_rights};
use super::require_all_sites;
use crate::domain::catalogue::{Entry, Family, Key};
use crate::domain::engine::own_value;
use crate::domain::facts::Facts;
use crate::domain::record::{Admin, Role, User, Workspace};
use crate::domain::refusal::{Arg, Code, Decided, Refusal};
use crate::domain::value::{AccessType, Level, Licence, SupervisorLevel};

impl Policy<'_> {
    /// giving needs holding; of a role every value, also those that a value by hand hides.
    pub(super) fn admin_given(&self, before: &Admin, after: &Admin) -> Decided<()> {
        let role = |facts: &dyn Facts, admin: &Admin| -> Decided<Option<Role>> {
            Ok(admin.role.map(|id| facts.get(id.0)).transpose()?.flatten())
        };
        let (old, new) = (role(self.facts, before)?, role(self.world, after)?);
        let given = new.as_ref().filter(|_| before.role != after.role);
        for entry in self.catalogue.family(Family::Resource) {
            let key = entry.key.as_str();
            let was = if before.parent.is_none() { Level::None } else { own_value(before, old.as_ref(), key) };
            let is = own_value(after, new.as_ref(), key);
            let by_role = given.map_or(Level::None, |role| role.value(key));
            if (is > was && is > self.actor.level(key)) || by_role > self.actor.level(key) {
                let held = Arg::Level(self.actor.level(key));
                return Err(Refusal::new(Code::NotHeld)
                    .field("value")
                    .key("resource", &entry.key)
                    .arg("held", held)
                    .into());
            }
        }
        if given.is_some_and(|r| r.licence == Licence::Owner) {
            return Err(Refusal::new(Code::OwnerLicence).field("role").into());
        }
        for site in after.sites.difference(&before.sites) {
            if !self.actor.reaches_site(Some(*site)) {
                return Err(Refusal::new(Code::SiteNotHeld).field("site").number("site", site.0).into());
            }
        }
        if after.all_sites && !before.all_sites {
            require_all_sites(self.actor)?;
        }
        Ok(())
    }

    /// U-45: what raises the cost needs billable items; U-48: what its giver must hold; U-50: nobody raises themselves.
    pub(super) fn user_raised(&self, before: &User, after: &User) -> Decided<()> {
        let whose = self.whose(before, after);
        let nothing = without_rights(after);
        let held = if whose == Whose::BecomesOwn { &nothing } else { before };
        for entry in self.catalogue.entries() {
            let (was, is) = (before.rank(entry.key.as_str()), after.rank(entry.key.as_str()));
            let own = whose != Whose::Anothers && is > held.rank(entry.key.as_str());
            if is <= was && !own {
                continue;
            }
            // U-15, U-50: Essential comes with the phone system, to everybody and to oneself; nobody gives it.
            if self.allowance.import && entry.key.as_str() == "access_type" && is == 1 {
                continue;
            }
            if own {
                return Err(Refusal::new(Code::SelfElevation).key("permission", &entry.key).into());
            }
            if entry.billable {
                self.ask(self.holds(entry, &Key::new("billable_items"), Level::Manage, Code::BillableNeeded))?;
            }
            for need in &entry.grant_needs {
                self.ask(self.holds(entry, &need.resource, need.level, Code::GrantNeeds))?;
            }
        }
        if whose == Whose::Anothers {
            return Ok(());
        }
        if let Some(right) = after.applications.difference(&held.applications).next() {
            return Err(Refusal::new(Code::SelfElevation).text("permission", &right.right).into());
        }
        for (id, level) in &after.workspaces {
            if held.workspaces.get(id).is_none_or(|was| was < level) {
                let workspace: Option<Workspace> = self.world.get(id.0)?;
                let name = workspace.map(|w| w.name).unwrap_or_default();
                return Err(Refusal::new(Code::SelfElevation).text("permission", name).into());
            }
        }
        if whose == Whose::NoLongerOwn {
            return Err(Refusal::new(Code::OwnEmail).field("email").into());
        }
        Ok(())
    }

    /// What giving an entry needs of the giver; who may send tickets can ask for it instead (U-49).
    fn holds(&self, entry: &Entry, resource: &Key, level: Level, code: Code) -> Result<(), Refusal> {
        let held = self.actor.level(resource.as_str());
        if held >= level {
            return Ok(());
        }
        let may_ask = self.actor.level("tickets") >= Level::View;
        let code = match code {
            Code::BillableNeeded if !may_ask => Code::NeedsManage,
            Code::GrantNeeds if may_ask => Code::NeedsManageMayAsk,
            code => code,
        };
        let refusal = Refusal::new(code).field("permission").key("resource", resource);
        Err(refusal.key("permission", &entry.key).arg("held", Arg::Level(held)))
    }
}

/// The supervisor level and access type have ranks in the catalogue's order.
const _: () = {
    assert!(AccessType::Professional as u8 == 2);
    assert!(SupervisorLevel::ContactCentre as u8 == 4);
};
