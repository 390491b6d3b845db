//! Properties over random trees and random batches by random actors.

use guichet::domain::cell::{self, Cell, State};
use guichet::domain::change::Change;
use guichet::domain::engine::{Actor, Sites, is_below, own_value};
use guichet::domain::id::{AdminId, Kind, SiteId};
use guichet::domain::plan::Plan;
use guichet::domain::record::{Admin, User};
use guichet::domain::value::{Client, Level};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{TestCaseError, TestRunner};
use serde_json::{Value, json};

use crate::holds::{check, holding};
use crate::sequences::{Batch, batches, config, of_user, world};
use crate::turning;
use crate::undo::undo;
use crate::world::World;

/// Tries a batch; what is refused leaves nothing behind.
fn attempt(world: &World, batch: &Batch) -> Option<(Actor, Plan)> {
    let name = batch.actor_in(world);
    let plan = world.plan(&name, json!(batch.commands)).ok()?;
    Some((world.actor(&name), plan))
}

/// S-20: an applied plan stayed within the actor's reach, and gave nobody what the actor does not hold.
fn within_the_actors_reach(before: &World, after: &World, actor: &Actor, plan: &Plan) -> Result<(), TestCaseError> {
    let own = actor.id.expect("an administrator acts");
    for change in plan.changes.iter().filter(|c| !c.effect) {
        let number = change.subject.id;
        let reached = match change.subject.kind {
            Kind::User => {
                [before, after].iter().filter_map(|w| w.facts.users.get(&number)).all(|u| actor.reaches_site(u.site))
            }
            Kind::Contact => {
                [before, after].iter().filter_map(|w| w.facts.contacts.get(&number)).all(|c| actor.reaches_site(c.site))
            }
            Kind::Admin => {
                let below =
                    |world: &World| is_below(&world.facts, AdminId(number), own).expect("the memory always answers");
                let mut there = [before, after].into_iter().filter(|w| w.facts.admins.contains_key(&number));
                let hands_over = actor.owner && !after.actor(&actor.username).owner;
                hands_over || there.all(below)
            }
            Kind::Role => actor.owner,
            Kind::Order | Kind::Group | Kind::Workspace | Kind::Application => actor.all_sites(),
            Kind::Organisation | Kind::Site | Kind::Ticket => true,
        };
        prop_assert!(reached, "{} changed {} {}", actor.username, change.subject, change.field);
    }
    for admin in after.facts.admins.values() {
        let was = before.facts.admins.get(&admin.id.0).map(|a| holding(before, a));
        let is = holding(after, admin);
        for (key, level) in &is.resources {
            let old = was.as_ref().and_then(|w| w.resources.get(key)).copied().unwrap_or_default();
            let given = *level <= old || *level <= actor.level(key.as_str());
            prop_assert!(given, "{} gave {} {key}, and does not hold it", actor.username, admin.username);
        }
        let gained = |site: &SiteId| was.as_ref().is_none_or(|w| !w.sites.reaches(Some(*site)));
        let given = match &is.sites {
            Sites::All => was.as_ref().is_some_and(|w| w.sites == Sites::All) || actor.all_sites(),
            Sites::Some(sites) => sites.iter().filter(|s| gained(s)).all(|site| actor.reaches_site(Some(*site))),
        };
        prop_assert!(given, "{} gave {} sites, and does not hold them", actor.username, admin.username);
    }
    Ok(())
}

/// The effects listed are what others gained or lost, all of it.
fn effects_are_complete(before: &World, after: &World, plan: &Plan) -> Result<(), TestCaseError> {
    for admin in before.facts.admins.values() {
        let Some(is): Option<&Admin> = after.facts.admins.get(&admin.id.0) else { continue };
        let (was, now) = (holding(before, admin), holding(after, is));
        let untouched = is == admin;
        for (key, level) in was.resources.iter().filter(|(key, level)| now.resources[*key] != **level && untouched) {
            let field = format!("resources.{key}");
            let listed = |c: &Change| c.effect && c.subject == admin.id.subject() && c.field == field;
            prop_assert!(plan.changes.iter().any(listed), "A-10: {} {key} from {level} is not listed", admin.username);
        }
    }
    Ok(())
}

/// Every Command that sets an entry of a user, told by the entry alone.
fn ways(user: &User, key: &str) -> Vec<Value> {
    let name = user.id.subject().to_string();
    let set = |name_of: &str, value: Value| json!({"do": name_of, "user": name, "value": value});
    match key {
        "access_type" => ["none", "essential", "professional"].map(|v| set("set_access_type", json!(v))).to_vec(),
        "supervisor_level" => ["none", "reports", "analytics", "live_analytics", "contact_centre"]
            .map(|v| set("set_supervisor_level", json!(v)))
            .to_vec(),
        "agent_addon" | "uc_client" | "crm_addon" => {
            [true, false].map(|v| set(&format!("set_{key}"), json!(v))).to_vec()
        }
        "softphone" => {
            let devices = user.devices.iter().map(|d| json!(d.id)).chain([Value::Null]).collect::<Vec<_>>();
            let phone = |client: &Client, device: &Value| json!({"do": "set_softphone", "user": name, "client": client, "device": device});
            Client::ALL.iter().flat_map(|c| devices.iter().map(|d| phone(c, d)).collect::<Vec<_>>()).collect()
        }
        key => {
            [true, false].map(|v| json!({"do": "set_permission", "user": name, "permission": key, "value": v})).to_vec()
        }
    }
}

fn same_as_the_door(world: &World, actor: &str, cell: &Cell, ways: &[Value]) -> Result<(), TestCaseError> {
    let works = |way: &&Value| world.plan(actor, (*way).clone()).is_ok_and(|plan| !plan.is_empty());
    let free = ways.iter().find(works);
    prop_assert_eq!(cell.state == State::Free, free.is_some(), "{} {}: {:?} {:?}", actor, cell.key, cell.state, free);
    Ok(())
}

/// An askable cell is one whose request is accepted, a locked one one whose request is not.
fn same_as_the_request(world: &World, actor: &str, cell: &Cell, ways: &[Value]) -> Result<(), TestCaseError> {
    let code = |way: &Value| {
        world.code(actor, json!({"do": "open_ticket", "kind": "change_rights", "reason": "x", "commands": [way]}))
    };
    let accepted = ways.iter().any(|way| ["ok", "ticket.duplicate"].contains(&code(way)));
    match &cell.state {
        State::Ask(_) => prop_assert!(accepted, "{actor} {} may not be asked for", cell.key),
        State::Locked(why) if world.actor(actor).level("tickets") >= Level::View => {
            prop_assert!(!accepted, "{actor} {} could be asked for: {why:?}", cell.key);
        }
        State::Free | State::Locked(_) => {}
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn s_20_no_sequence_of_allowed_batches_breaks_an_invariant(world in world(), batches in batches(24)) {
        let mut world = world;
        check(&world);
        for batch in &batches {
            let Some((actor, plan)) = attempt(&world, batch) else { continue };
            let before = world.clone();
            world.facts.apply(&plan);
            check(&world);
            within_the_actors_reach(&before, &world, &actor, &plan)?;
            effects_are_complete(&before, &world, &plan)?;
            turning::restores(&before.facts, &world.facts, &plan);
            if let Ok(back) = undo(&world, &actor.username, &plan) {
                let mut undone = world.clone();
                undone.facts.apply(&back);
                check(&undone);
                prop_assert_eq!(undone.facts.timeless(), before.facts.timeless());
            }
        }
    }

    #[test]
    fn a_plan_decided_again_does_the_same(world in world(), batches in batches(16)) {
        let mut world = world;
        for batch in &batches {
            let Some((actor, plan)) = attempt(&world, batch) else { continue };
            let again = world.plan(&actor.username, serde_json::to_value(&plan.commands).unwrap()).unwrap();
            prop_assert!(plan.does_the_same(&again));
            world.facts.apply(&plan);
        }
    }

    #[test]
    fn cells_of_users_say_what_the_door_says(world in world(), batches in batches(8), who in 0..20usize, user in 1..15i64) {
        let world = after(world, &batches);
        let actor = Batch { actor: who, commands: Vec::new() }.actor_in(&world);
        let user = &world.facts.users[&user];
        let acting = world.actor(&actor);
        for cell in cell::user_cells(&world.facts, world.context(&acting), user).unwrap() {
            let ways = ways(user, cell.key.as_str());
            same_as_the_door(&world, &actor, &cell, &ways)?;
            same_as_the_request(&world, &actor, &cell, &ways)?;
        }
    }

    #[test]
    fn other_cells_say_what_the_door_says(world in world(), batches in batches(8), who in 0..20usize, whom in 0..20usize) {
        let world = after(world, &batches);
        let actor = Batch { actor: who, commands: Vec::new() }.actor_in(&world);
        let acting = world.actor(&actor);
        let cx = world.context(&acting);
        for contact in world.facts.contacts.values() {
            for cell in cell::contact_cells(&world.facts, cx, contact).unwrap() {
                let way = |value: bool| json!({"do": "set_contact_permission", "contact": contact.id.subject().to_string(),
                    "permission": cell.key, "value": value});
                same_as_the_door(&world, &actor, &cell, &[way(true), way(false)])?;
            }
        }
        for role in world.facts.roles.values() {
            for cell in cell::role_cells(&world.facts, cx, role).unwrap() {
                let ways = Level::ALL.iter().map(|level| json!({"do": "set_role_resource", "role": role.name,
                    "resource": cell.key, "value": level})).collect::<Vec<_>>();
                same_as_the_door(&world, &actor, &cell, &ways)?;
            }
        }
        let whom = Batch { actor: whom, commands: Vec::new() }.actor_in(&world);
        let admin = world.admin(&whom);
        for cell in cell::admin_cells(&world.facts, cx, admin, &holding(&world, admin)).unwrap() {
            prop_assert_eq!(cell.rank, holding(&world, admin).resources[&cell.key] as u8);
            let role = admin.role.map(|id| &world.facts.roles[&id.0]);
            let own = own_value(admin, role, cell.key.as_str());
            let others = Level::ALL.iter().filter(|level| **level != own);
            let ways = others.map(|level| json!({"do": "set_admin_resource", "admin": whom, "resource": cell.key,
                "value": level})).collect::<Vec<_>>();
            same_as_the_door(&world, &actor, &cell, &ways)?;
        }
    }

    #[test]
    fn a_refusal_out_of_reach_is_that_of_what_is_not_there(world in world(), who in 0..20usize, command in of_user()) {
        let actor = Batch { actor: who, commands: Vec::new() }.actor_in(&world);
        let number: i64 = command["user"].as_str().unwrap()[5..].parse().unwrap();
        if let Some(user) = world.facts.users.get(&number).filter(|u| !world.actor(&actor).reaches_site(u.site)) {
            let mut without = world.clone();
            without.facts.users.remove(&user.id.0);
            prop_assert_eq!(world.refusal(&actor, command.clone()), without.refusal(&actor, command));
        }
    }
}

/// The world after the batches that are not refused.
fn after(mut world: World, batches: &[Batch]) -> World {
    for batch in batches {
        if let Some((_, plan)) = attempt(&world, batch) {
            world.facts.apply(&plan);
        }
    }
    world
}

/// A property over plans says nothing where every batch is refused.
#[test]
fn the_random_batches_are_not_all_refused() {
    let mut runner = TestRunner::deterministic();
    let (mut tried, mut applied) = (0, 0);
    for _ in 0..30 {
        let tree = (world(), batches(24)).new_tree(&mut runner).expect("a world and its batches");
        let (mut world, batches) = tree.current();
        for batch in &batches {
            tried += 1;
            let Some((_, plan)) = attempt(&world, batch).filter(|(_, plan)| !plan.is_empty()) else { continue };
            world.facts.apply(&plan);
            applied += 1;
        }
    }
    assert!(applied * 5 > tried, "{applied} of {tried}");
}
