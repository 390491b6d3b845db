//! What settings and licences lock, checked on the result of every plan: an undo asks for the same as a Command.

use std::collections::BTreeSet;

use crate::domain::catalogue::{Catalogue, Entry, Family};
use crate::domain::engine::Actor;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::RoleId;
use crate::domain::overlay::{Overlay, Slot};
use crate::domain::record::{Application, Contact, Organisation, Role, User};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::Formula;

/// What the organisation allows before or after the plan: a batch that steps down could do its work before.
struct Gates<'a> {
    world: &'a Overlay<'a, dyn Facts + 'a>,
    before: Organisation,
    after: Organisation,
}

/// Checks what raises or gives something that is locked.
///
/// # Errors
/// The first lock, or where the store cannot answer.
pub fn check_gates<'a>(world: &'a Overlay<'a, dyn Facts + 'a>, catalogue: &Catalogue, actor: &Actor) -> Decided<()> {
    if actor.id.is_none() {
        return Ok(());
    }
    let before = world.base().get(1)?.unwrap_or_default();
    let gates = Gates { world, before, after: world.get(1)?.unwrap_or_default() };
    let touched = world.touched();
    touched.roles.values().try_for_each(|slot| gates.role(slot))?;
    for slot in touched.admins.values() {
        gates.given(slot.before.as_ref().and_then(|a| a.role), slot.after.as_ref().and_then(|a| a.role))?;
    }
    for slot in touched.users.values() {
        gates.given(slot.before.as_ref().and_then(|u| u.role), slot.after.as_ref().and_then(|u| u.role))?;
        gates.applications(slot)?;
        for entry in catalogue.family(Family::Portal).chain(catalogue.family(Family::Licence)) {
            let rank = |user: &Option<User>| user.as_ref().map_or(0, |u| u.rank(entry.key.as_str()));
            gates.setting(entry, rank(&slot.before), rank(&slot.after))?;
        }
    }
    for slot in touched.contacts.values() {
        for entry in catalogue.family(Family::Contact) {
            let rank = |contact: &Option<Contact>| contact.as_ref().map_or(0, |c| c.rank(entry.key.as_str()));
            gates.setting(entry, rank(&slot.before), rank(&slot.after))?;
        }
    }
    Ok(())
}

/// Refuses what needs a larger plan of the organisation than the one that counts; `current` is named.
pub(super) fn has_formula(counts: Formula, current: Formula, needed: Formula) -> Decided<()> {
    if counts >= needed {
        return Ok(());
    }
    let refusal = Refusal::new(Code::FormulaGate).text("needed", needed.as_str());
    Err(refusal.text("current", current.as_str()).into())
}

impl Gates<'_> {
    /// D-03: roles are changed on the professional plan, custom ones made and deleted on the enterprise plan.
    fn role(&self, slot: &Slot<Role>) -> Decided<()> {
        match (&slot.before, &slot.after) {
            (None, Some(role)) if !role.standard => self.formula(Formula::Enterprise),
            // a note says something of the role, and changes nothing of it.
            (Some(before), Some(after)) if *after != (Role { note: after.note.clone(), ..before.clone() }) => {
                self.formula(Formula::Professional)
            }
            (Some(role), None) if !role.standard => self.formula(Formula::Enterprise),
            _ => Ok(()),
        }
    }

    /// a custom role is given on the professional plan.
    fn given(&self, before: Option<RoleId>, after: Option<RoleId>) -> Decided<()> {
        let Some(id) = after.filter(|_| before != after) else { return Ok(()) };
        let role: Option<Role> = self.world.get(id.0)?;
        if role.is_some_and(|role| !role.standard) { self.formula(Formula::Professional) } else { Ok(()) }
    }

    fn formula(&self, needed: Formula) -> Decided<()> {
        has_formula(self.before.plan.max(self.after.plan), self.after.plan, needed)
    }

    /// C-16: what needs a setting is not given without it.
    fn setting(&self, entry: &Entry, before: u8, after: u8) -> Decided<()> {
        let off = |setting: &&str| !self.before.setting(setting) && !self.after.setting(setting);
        match entry.locked_unless.as_deref().filter(|_| after > before).filter(off) {
            Some(setting) => {
                Err(Refusal::new(Code::SettingOff).key("permission", &entry.key).text("setting", setting).into())
            }
            None => Ok(()),
        }
    }

    /// T-13: no right of an application that is only shown, and none that it does not have, changes hands.
    fn applications(&self, slot: &Slot<User>) -> Decided<()> {
        let Some(after) = &slot.after else { return Ok(()) };
        let nothing = BTreeSet::new();
        let before = slot.before.as_ref().map_or(&nothing, |user| &user.applications);
        for right in after.applications.difference(before) {
            let application: Option<Application> = self.world.get(right.application.0)?;
            let application = application.unwrap_or_default();
            if !application.rights.contains(&right.right) {
                let refusal = Refusal::new(Code::RightUnknown).field("right").text("right", &right.right);
                return Err(refusal.text("application", application.name).into());
            }
            // An application that the plan brings back comes with the rights that went with it.
            if application.view_only && !self.world.touched().made(right.application.subject()) {
                return Err(Refusal::new(Code::ViewOnly).text("application", application.name).into());
            }
        }
        Ok(())
    }
}
