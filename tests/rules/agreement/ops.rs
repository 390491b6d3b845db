//! What is asked for: to the engine as Commands, to the reference as the state that it would make.

use std::collections::BTreeMap;

use guichet::domain::catalogue::Key;
use guichet::domain::record;
use guichet::domain::value::{Level, Licence, Status};
use serde_json::{Value, json};

use crate::reference::{Person, Role, State};
use crate::world::World;

const SITES: [&str; 3] = ["mtl", "qc", "lav-2"];
const LICENCES: [&str; 3] = ["analyst", "administrator", "owner"];

/// One thing that is asked for.
#[derive(Clone, Debug)]
pub enum Op {
    ByHand(i64, String, Option<u8>),
    Role(i64, Option<i64>),
    Site(i64, i64, bool),
    AllSites(i64, bool),
    Under(i64, i64),
    Enabled(i64, bool, bool),
    Make(i64, Vec<i64>, bool),
    Delete(i64),
    Transfer(i64),
    Cell(i64, String, u8),
    Licence(i64, u8),
    MakeRole(i64, u8),
    DropRole(i64),
}

/// Numbers that look random, the same ones each time.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    pub fn chance(&mut self, one_in: usize) -> bool {
        self.below(one_in) == 0
    }

    pub fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }
}

/// What the engine is asked, as `product.md` writes it.
pub fn command(op: &Op) -> Value {
    let admin = |id: &i64| format!("admin:{id}");
    let role = |id: &i64| format!("role:{id}");
    let level = |level: &u8| Level::ALL[usize::from(*level)];
    match op {
        Op::ByHand(who, key, value) => {
            json!({"do": "set_admin_resource", "admin": admin(who), "resource": key, "value": value.as_ref().map(level)})
        }
        Op::Role(who, value) => json!({"do": "set_admin_role", "admin": admin(who), "value": value.as_ref().map(role)}),
        Op::Site(who, site, value) => {
            json!({"do": "set_admin_site", "admin": admin(who), "site": SITES[*site as usize - 1], "value": value})
        }
        Op::AllSites(who, value) => json!({"do": "set_admin_all_sites", "admin": admin(who), "value": value}),
        Op::Under(who, parent) => json!({"do": "set_admin_parent", "admin": admin(who), "parent": admin(parent)}),
        Op::Enabled(who, value, branch) => {
            json!({"do": "set_admin_enabled", "admin": admin(who), "value": value, "branch": branch})
        }
        Op::Make(id, sites, all) => {
            let sites: Vec<_> = sites.iter().map(|site| SITES[*site as usize - 1]).collect();
            json!({"do": "create_admin", "username": format!("made{id}"), "first_name": "A", "last_name": "B",
                "email": "ab@example.ca", "sites": sites, "all_sites": all})
        }
        Op::Delete(who) => json!({"do": "delete_admin", "admin": admin(who)}),
        Op::Transfer(who) => json!({"do": "transfer_ownership", "admin": admin(who)}),
        Op::Cell(id, key, value) => {
            json!({"do": "set_role_resource", "role": role(id), "resource": key, "value": level(value)})
        }
        Op::Licence(id, licence) => {
            json!({"do": "update_role", "role": role(id), "licence": LICENCES[usize::from(*licence)]})
        }
        Op::MakeRole(id, licence) => {
            json!({"do": "create_role", "name": format!("made {id}"), "licence": LICENCES[usize::from(*licence)]})
        }
        Op::DropRole(id) => json!({"do": "delete_role", "role": role(id)}),
    }
}

/// What the state would be, or none where it cannot even be asked for.
pub fn proposed(state: &State, actor: i64, op: &Op) -> Option<State> {
    let mut after = state.clone();
    let of_roles =
        matches!(op, Op::Cell(..) | Op::Licence(..) | Op::MakeRole(..) | Op::DropRole(..) | Op::Transfer(..));
    let may_ask = if of_roles { state.owner() == actor } else { state.holds(actor, "administrators") == 2 };
    let seen = match op {
        Op::ByHand(who, ..) | Op::Role(who, _) | Op::Site(who, ..) | Op::AllSites(who, _) => state.sees(actor, *who),
        Op::Enabled(who, ..) | Op::Delete(who) | Op::Transfer(who) => state.sees(actor, *who),
        Op::Under(who, parent) => state.sees(actor, *who) && state.sees(actor, *parent),
        Op::Cell(id, ..) | Op::Licence(id, _) | Op::DropRole(id) => state.roles.contains_key(id),
        Op::Make(..) | Op::MakeRole(..) => true,
    };
    if !may_ask || !seen {
        return None;
    }
    match op {
        Op::ByHand(who, key, value) => {
            let person = after.people.get_mut(who)?;
            let refused = value.is_some_and(|v| v < state.fixed(person, key) || (v == 2 && key == "roles"));
            if person.parent.is_none() || refused {
                return None;
            }
            match value {
                Some(value) => drop(person.by_hand.insert(key.clone(), *value)),
                None => drop(person.by_hand.remove(key)),
            }
        }
        Op::Role(who, role) => {
            if role.is_some_and(|role| !state.roles.contains_key(&role)) {
                return None;
            }
            after.people.get_mut(who)?.role = *role;
        }
        Op::Site(who, site, value) => {
            if !state.reaches(actor, *site) {
                return None;
            }
            let sites = &mut after.people.get_mut(who)?.sites;
            let _ = if *value { sites.insert(*site) } else { sites.remove(site) };
        }
        Op::AllSites(who, value) => after.people.get_mut(who)?.all_sites = *value,
        Op::Under(who, parent) => {
            if state.owner() == *who || who == parent || state.is_below(*parent, *who) {
                return None;
            }
            after.people.get_mut(who)?.parent = Some(*parent);
        }
        Op::Enabled(who, value, branch) => {
            if state.owner() == *who && !value {
                return None;
            }
            let meant = |id: i64| id == *who || (*branch && state.is_below(id, *who));
            after.people.iter_mut().filter(|(id, _)| meant(**id)).for_each(|(_, person)| person.enabled = *value);
        }
        Op::Make(id, sites, all_sites) => {
            if sites.iter().any(|site| !state.reaches(actor, *site)) {
                return None;
            }
            let (sites, all_sites) = (sites.iter().copied().collect(), *all_sites);
            let person = Person { parent: Some(actor), sites, all_sites, enabled: true, ..Person::default() };
            after.people.insert(*id, person);
        }
        Op::Delete(who) => drop(after.people.remove(who)),
        Op::Transfer(heir) => {
            let owner = state.owner();
            let person = &state.people[heir];
            if !person.enabled || !person.signed_in {
                return None;
            }
            if *heir != owner {
                let everything = state.resources.iter().map(|key| (key.clone(), if key == "roles" { 1 } else { 2 }));
                let old = after.people.get_mut(&owner)?;
                (old.parent, old.all_sites, old.by_hand) = (Some(*heir), true, everything.collect());
                let role = old.role.take();
                let new = after.people.get_mut(heir)?;
                (new.parent, new.role, new.all_sites) = (None, role, true);
                new.by_hand.clear();
                new.sites.clear();
            }
        }
        Op::Cell(id, key, value) => {
            let role = after.roles.get_mut(id)?;
            role.added.remove(key);
            let minimum = state.roles.get(id).map(|r| Role { added: Default::default(), ..r.clone() })?;
            let bare = State { roles: [(*id, minimum)].into(), ..State::default() };
            if role.licence == 2 || *value < bare.gives(*id, key) || (*value == 2 && key == "roles") {
                return None;
            }
            if *value > bare.gives(*id, key) {
                role.added.insert(key.clone(), *value);
            }
        }
        Op::Licence(id, licence) => after.roles.get_mut(id)?.licence = *licence,
        Op::MakeRole(id, licence) => {
            after.roles.insert(*id, Role { licence: *licence, ..Role::default() });
        }
        Op::DropRole(id) => drop(after.roles.remove(id)),
    }
    Some(after)
}

/// The engine's records as the reference sees them.
pub fn read(world: &World) -> State {
    let levels = |map: &BTreeMap<Key, Level>| map.iter().map(|(key, level)| (key.to_string(), *level as u8)).collect();
    let person = |a: &record::Admin| Person {
        parent: a.parent.map(|id| id.0),
        role: a.role.map(|id| id.0),
        by_hand: levels(&a.overrides),
        sites: a.sites.iter().map(|site| site.0).collect(),
        all_sites: a.all_sites,
        enabled: a.status != Status::Disabled,
        signed_in: world.facts.signed_in.contains(&a.id),
    };
    let role = |r: &record::Role| Role {
        standard: r.standard,
        licence: Licence::ALL.iter().position(|l| *l == r.licence).expect("one of three") as u8,
        added: levels(&r.added),
    };
    State {
        people: world.facts.admins.iter().map(|(id, a)| (*id, person(a))).collect(),
        roles: world.facts.roles.iter().map(|(id, r)| (*id, role(r))).collect(),
        resources: world.actor("olga").holds.resources.keys().map(ToString::to_string).collect(),
    }
}
