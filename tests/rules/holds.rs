//! What must hold of a whole world, worked out from its records without asking the rules.

use std::collections::BTreeSet;

use guichet::domain::engine::{Effective, MAX_DEPTH, Sites, effective};
use guichet::domain::norm::email_key;
use guichet::domain::record::{Admin, Role, User};
use guichet::domain::value::{AccessType, Client, Level, Licence, Source, Status, SupervisorLevel};

use crate::world::World;

/// Whether one holding lies within another.
fn within(inner: &Effective, outer: &Effective) -> bool {
    let sites = match (&inner.sites, &outer.sites) {
        (_, Sites::All) => true,
        (Sites::All, Sites::Some(_)) => false,
        (Sites::Some(inner), Sites::Some(outer)) => inner.is_subset(outer),
    };
    sites && inner.resources.iter().all(|(key, level)| outer.resources.get(key) >= Some(level))
}

/// What an administrator effectively holds.
pub fn holding(world: &World, admin: &Admin) -> Effective {
    effective(&world.facts, &world.catalogue, admin).expect("the memory always answers")
}

/// Checks every invariant of the model.
pub fn check(world: &World) {
    admins(world);
    world.facts.users.values().for_each(|user| of_user(world, user));
    contacts(world);
    for role in world.facts.roles.values() {
        assert!(role.added.get("roles") < Some(&Level::Manage), "roles: manage is added to {}", role.name);
    }
}

fn admins(world: &World) {
    let all = &world.facts.admins;
    let owners: Vec<_> = all.values().filter(|a| a.parent.is_none()).collect();
    assert_eq!(owners.len(), 1, "R-37: exactly one owner");
    assert_eq!(owners[0].status, Status::Active, "A-23: the owner is active");
    let names: BTreeSet<_> = all.values().map(|a| a.username.to_lowercase()).collect();
    assert_eq!(names.len(), all.len(), "A-12: user names are unique");
    for admin in all.values() {
        let Some(parent) = admin.parent.map(|id| &all[&id.0]) else { continue };
        let (own, above) = (holding(world, admin), holding(world, parent));
        assert!(within(&own, &above), "A-09: {} holds more than {}", admin.username, parent.username);
        assert!(own.resources["roles"] < Level::Manage, "R-01: {} configures roles", admin.username);
        let role: Option<&Role> = admin.role.map(|id| &world.facts.roles[&id.0]);
        assert!(role.is_none_or(|r| r.licence != Licence::Owner), "{} holds the owner's licence", admin.username);
        let depth = std::iter::successors(Some(admin), |a| a.parent.map(|id| &all[&id.0])).take(MAX_DEPTH + 1).count();
        assert!(depth <= MAX_DEPTH, "S-21: {} stands too deep, or in a circle", admin.username);
    }
}

fn of_user(world: &World, user: &User) {
    let name = &user.display_name;
    let has = |key: &str| user.permissions.contains(key);
    let web_access = has("web_access");
    if web_access {
        let key = user.email.as_deref().map(email_key).unwrap_or_else(|| panic!("U-11: {name} has no e-mail"));
        let others = world.facts.users.values().filter(|other| other.id != user.id);
        let shared = others.filter_map(|other| other.email.as_deref()).any(|email| email_key(email) == key);
        assert!(!shared, "U-12: {name} shares {key}");
    } else {
        assert!(user.permissions.is_empty(), "U-41: {name} has permissions without Web access");
        assert!(user.supervisor_level == SupervisorLevel::None, "U-22: {name} has a level without Web access");
        assert!(!user.uc_client, "U-42: {name} has the UC client without Web access");
    }
    match user.source {
        Source::Pbx => assert!(user.access_type >= AccessType::Essential, "U-15: {name} lost Essential"),
        Source::Manual => {
            let phone = user.access_type > AccessType::None || user.agent_addon || user.uc_client;
            assert!(!phone && user.softphone.is_empty(), "U-07: {name} is portal-only");
        }
    }
    assert!(!user.uc_client || user.access_type > AccessType::None, "U-51: {name}");
    assert!(user.softphone.is_empty() || user.access_type == AccessType::Professional, "U-55: {name}");
    for (client, held) in &user.softphone {
        let device = held.device.as_ref().map(|id| user.devices.iter().find(|d| d.id == *id).expect("U-57"));
        assert!(*client != Client::Crm || device.is_none_or(|d| d.webrtc), "U-58: {name}");
    }
    assert!(user.primary_group.is_none_or(|group| user.groups.contains(&group)), "U-63: {name}");
    assert!(user.site.is_none_or(|site| world.facts.sites.contains_key(&site.0)), "{name} is nowhere");
    assert!(user.role.is_none_or(|role| world.facts.roles.contains_key(&role.0)), "{name} has no such role");
}

fn contacts(world: &World) {
    let mut holders = world.facts.contacts.values().filter(|c| c.permissions.contains("administrator"));
    assert!(holders.next().is_some(), "C-02: no administrator contact is left");
    for order in world.facts.orders.values() {
        let once: BTreeSet<_> = order.contacts.iter().collect();
        assert_eq!(once.len(), order.contacts.len(), "C-26: twice in the order");
        for id in &order.contacts {
            let contact = world.facts.contacts.get(&id.0).expect("C-25: a contact that exists");
            assert!(contact.communications.contains(&order.list), "C-18: {} lacks the type", contact.name);
        }
    }
}
