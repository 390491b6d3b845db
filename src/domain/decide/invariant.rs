//! The invariants, checked after every plan on the result, whatever made it.

use super::references;
use super::resolve::unique;
use crate::domain::catalogue::{Catalogue, Family};
use crate::domain::engine::{Actor, MAX_DEPTH, invariants_of_user, own_value};
use crate::domain::facts::{Facts, Lookup};
use crate::domain::id::Kind;
use crate::domain::norm::fold;
use crate::domain::overlay::{Overlay, Slot};
use crate::domain::record::{Admin, Application, CommunicationOrder, Contact, Record, Role, User};
use crate::domain::refusal::{Code, Decided, Refusal};
use crate::domain::value::{Level, Licence, Status};

/// Checks every invariant that the touched records could break.
///
/// # Errors
/// The first one that is broken, or where the store cannot answer.
pub fn check_all(
    world: &Overlay<'_, dyn Facts + '_>,
    catalogue: &Catalogue,
    actor: &Actor,
    imported: bool,
) -> Decided<()> {
    let touched = world.touched();
    for slot in touched.users.values() {
        if let Some(user) = changed(slot) {
            invariants_of_user(world, catalogue, actor, slot.before.as_ref(), user, imported)?;
            user_role(world, slot.before.as_ref(), user)?;
        }
    }
    one_owner(touched.admins.values())?;
    touched.admins.values().try_for_each(|slot| admin(world, slot))?;
    touched.roles.values().try_for_each(|slot| role(world, slot))?;
    touched.contacts.values().try_for_each(|slot| contact(world, catalogue, slot))?;
    touched.orders.values().try_for_each(|slot| order(world, slot))?;
    for slot in touched.sites.values() {
        if let Some(site) = changed(slot) {
            unique(world, site.subject(), Lookup::Code, &site.code, "code")?;
        }
    }
    touched.groups.values().try_for_each(|slot| named(world, slot))?;
    touched.workspaces.values().try_for_each(|slot| named(world, slot))?;
    touched.applications.values().try_for_each(|slot| named(world, slot))?;
    touched.applications.values().try_for_each(|slot| rights(world, slot))?;
    references::check_all(world)
}

/// Groups, workspaces and applications have a name each.
fn named<T: Record>(world: &dyn Facts, slot: &Slot<T>) -> Decided<()> {
    let Some(record) = changed(slot) else { return Ok(()) };
    unique(world, record.subject(), Lookup::Name, &fold(&record.label()), "name")
}

/// No user keeps a right that their application no longer has.
fn rights(world: &dyn Facts, slot: &Slot<Application>) -> Decided<()> {
    let (Some(before), Some(after)) = (&slot.before, &slot.after) else { return Ok(()) };
    if before.rights.iter().all(|right| after.rights.contains(right)) {
        return Ok(());
    }
    let mut holders = 0;
    for number in world.referring(after.subject(), Kind::User)? {
        let user: Option<User> = world.get(number)?;
        let holds = |user: User| {
            user.applications.iter().any(|r| r.application == after.id && !after.rights.contains(&r.right))
        };
        holders += i64::from(user.is_some_and(holds));
    }
    if holders == 0 {
        return Ok(());
    }
    Err(Refusal::new(Code::HangsOn).number("user_count", holders).text("name", &after.name).into())
}

fn changed<T: Record>(slot: &Slot<T>) -> Option<&T> {
    slot.after.as_ref().filter(|after| slot.before.as_ref() != Some(*after))
}

/// A user is given no role of the owner licence: the owner alone holds one.
fn user_role(world: &dyn Facts, before: Option<&User>, user: &User) -> Decided<()> {
    let Some(id) = user.role.filter(|id| before.and_then(|b| b.role) != Some(*id)) else { return Ok(()) };
    let role: Option<Role> = world.get(id.0)?;
    match role {
        Some(role) if role.licence == Licence::Owner => Err(Refusal::new(Code::OwnerLicence).field("value").into()),
        _ => Ok(()),
    }
}

/// R-37, S-18: ownership passes from one to one other, or stays.
fn one_owner<'s>(slots: impl Iterator<Item = &'s Slot<Admin>>) -> Decided<()> {
    let (mut lost, mut gained) = (0, 0);
    for slot in slots {
        let owner = |record: &Option<Admin>| record.as_ref().is_some_and(Admin::is_owner);
        lost += i32::from(owner(&slot.before) && !owner(&slot.after));
        // The first owner is made with the store, by nobody.
        gained += i32::from(slot.before.is_some() && !owner(&slot.before) && owner(&slot.after));
    }
    if lost == gained { Ok(()) } else { Err(Refusal::new(Code::OwnerStays).into()) }
}

/// R-37, S-18: the owner is able to act. A-54: who signed in or is named stays. A-12: one user name each.
fn admin(world: &dyn Facts, slot: &Slot<Admin>) -> Decided<()> {
    if let (Some(gone), None) = (&slot.before, &slot.after) {
        return deleted(world, gone);
    }
    let Some(admin) = changed(slot) else { return Ok(()) };
    if admin.is_owner() && admin.status == Status::Disabled {
        return Err(Refusal::new(Code::OwnerStays).into());
    }
    unique(world, admin.subject(), Lookup::Username, &admin.username, "username")?;
    if slot.before.as_ref().is_none_or(|before| before.parent != admin.parent) {
        tree(world, admin)?;
    }
    let held: Option<Role> = admin.role.map(|id| world.get(id.0)).transpose()?.flatten();
    if !admin.is_owner() {
        if held.as_ref().is_some_and(|r| r.licence == Licence::Owner) {
            return Err(Refusal::new(Code::OwnerLicence).field("role").into());
        }
        if own_value(admin, held.as_ref(), "roles") == Level::Manage {
            return Err(Refusal::new(Code::RolesManage).field("value").into());
        }
    }
    // What was set by hand before the role was given is kept, and counts for nothing while it has that role.
    let same_role = slot.before.as_ref().filter(|before| before.role == admin.role);
    for (resource, by_hand) in &admin.overrides {
        let minimum = held.as_ref().map_or(Level::None, |r| r.licence.minimum(resource.as_str()));
        if *by_hand < minimum && same_role.is_some_and(|before| before.overrides.get(resource) != Some(by_hand)) {
            return Err(Refusal::new(Code::LicenceOverride).key("resource", resource).into());
        }
    }
    Ok(())
}

fn deleted(world: &dyn Facts, gone: &Admin) -> Decided<()> {
    if world.has_signed_in(gone.id)? {
        return Err(Refusal::new(Code::WasActive).into());
    }
    if world.referrers(gone.subject())? > 0 {
        return Err(Refusal::new(Code::HangsOn).text("name", &gone.username).into());
    }
    Ok(())
}

/// S-21: no circle, and nobody more than 8 deep, also of those below.
fn tree(world: &dyn Facts, admin: &Admin) -> Decided<()> {
    let mut depth = 1;
    let mut next = admin.parent;
    while let Some(parent) = next {
        if parent == admin.id {
            return Err(Refusal::new(Code::Circle).field("parent").text("name", &admin.username).into());
        }
        depth += 1;
        if depth > MAX_DEPTH {
            break;
        }
        let Some(above): Option<Admin> = world.get(parent.0)? else {
            return Err(Refusal::not_found(Kind::Admin, &parent.0.to_string()).into());
        };
        next = above.parent;
    }
    let mut level = vec![admin.id];
    while depth <= MAX_DEPTH {
        let mut below = Vec::new();
        for id in level {
            below.extend(world.children(id)?);
        }
        if below.is_empty() {
            return Ok(());
        }
        level = below;
        depth += 1;
    }
    Err(Refusal::new(Code::TooDeep).number("max", MAX_DEPTH as i64).into())
}

/// one name each; R-01: what configures roles is added to none: a standard role stays what it is;
/// a role that somebody holds stays.
fn role(world: &dyn Facts, slot: &Slot<Role>) -> Decided<()> {
    let kept =
        |before: &Role| slot.after.as_ref().is_some_and(|r| r.name == before.name && r.licence == before.licence);
    if let Some(before) = slot.before.as_ref().filter(|before| before.standard && !kept(before)) {
        return Err(Refusal::new(Code::StandardRole).text("role", &before.name).into());
    }
    if let (Some(gone), None) = (&slot.before, &slot.after) {
        let holders = world.holders(gone.id)?;
        let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        if holders.all() > 0 {
            let refusal = Refusal::new(Code::RoleHeld).number("active", number(holders.active));
            return Err(refusal.number("invited", number(holders.invited)).into());
        }
    }
    let Some(role) = changed(slot) else { return Ok(()) };
    if role.licence == Licence::Owner && slot.before.as_ref().is_none_or(|before| before.licence != role.licence) {
        owner_alone(world, role)?;
    }
    unique(world, role.subject(), Lookup::Name, &fold(&role.name), "name")?;
    if role.added.get("roles") == Some(&Level::Manage) {
        return Err(Refusal::new(Code::RolesManage).field("value").into());
    }
    Ok(())
}

/// A role of the owner licence is held by the owner and by nobody else.
fn owner_alone(world: &dyn Facts, role: &Role) -> Decided<()> {
    let mut others = world.holders(role.id)?.all();
    for id in world.admins_of_role(role.id)? {
        let admin: Option<Admin> = world.get(id.0)?;
        others -= u64::from(admin.is_some_and(|a| a.is_owner()));
    }
    if others == 0 { Ok(()) } else { Err(Refusal::new(Code::OwnerLicence).field("licence").into()) }
}

/// C-02, C-18: the last administrator contact stays one; a type stays while the contact is in that order.
fn contact(world: &dyn Facts, catalogue: &Catalogue, slot: &Slot<Contact>) -> Decided<()> {
    for entry in catalogue.family(Family::Contact).filter(|e| e.keep_at_least_one) {
        let held = slot.before.as_ref().is_some_and(|c| c.permissions.contains(&entry.key));
        let holds = slot.after.as_ref().is_some_and(|c| c.permissions.contains(&entry.key));
        if held && !holds && world.contacts_with(&entry.key)?.is_empty() {
            let name = slot.before.as_ref().map(|c| c.name.clone()).unwrap_or_default();
            return Err(Refusal::new(Code::LastHolder).key("permission", &entry.key).text("name", name).into());
        }
    }
    let Some(before) = &slot.before else { return Ok(()) };
    for list in &before.communications {
        let stays = slot.after.as_ref().is_some_and(|c| c.communications.contains(list));
        let order: Option<CommunicationOrder> = world.get(list.id())?;
        if !stays && order.is_some_and(|o| o.contacts.contains(&before.id)) {
            let refusal = Refusal::new(Code::InOrder).field("communications").text("name", &before.name);
            return Err(refusal.text("list", list.as_str()).into());
        }
    }
    Ok(())
}

/// C-25, C-26: an order holds contacts that exist, each once.
fn order(world: &dyn Facts, slot: &Slot<CommunicationOrder>) -> Decided<()> {
    let Some(order) = changed(slot) else { return Ok(()) };
    for (at, id) in order.contacts.iter().enumerate() {
        let contact: Option<Contact> = world.get(id.0)?;
        let Some(contact) = contact else {
            return Err(Refusal::not_found(Kind::Contact, &id.0.to_string()).into());
        };
        if order.contacts[..at].contains(id) {
            return Err(Refusal::new(Code::TwiceInOrder).field("contacts").text("name", contact.name).into());
        }
    }
    Ok(())
}
