//! Undo: the rules and the rights of today hold for what is turned round.

use guichet::domain::decide::turn_round;
use guichet::domain::plan::Plan;
use guichet::domain::refusal::{Refusal, Stop};
use serde_json::{Value, json};

use crate::requests::{open, permission};
use crate::world::{World, read};

/// What the door would answer to undoing the last entry.
pub fn undo(world: &World, username: &str, plan: &Plan) -> Result<Plan, Refusal> {
    let actor = world.actor(username);
    match turn_round(&world.facts, world.context(&actor), world.facts.entry, &plan.changes, false) {
        Ok(plan) => Ok(plan),
        Err(Stop::Refused(refusal)) => Err(*refusal),
        Err(Stop::Broken(error)) => panic!("the memory always answers: {error:?}"),
    }
}

/// Applies a Command as olga, lets something happen, and undoes it as somebody.
fn code(command: Value, then: impl FnOnce(&mut World), username: &str) -> &'static str {
    let mut world = World::new();
    let plan = world.apply("olga", command);
    then(&mut world);
    undo(&world, username, &plan).map_or_else(|refusal| refusal.code(), |_| "ok")
}

fn nothing(_: &mut World) {}

#[test]
fn s_26_undo_has_the_rights_of_who_undoes() {
    let less = json!({"do": "set_supervisor_level", "user": "2110", "value": "none"});
    assert_eq!(code(less.clone(), nothing, "anna"), "ok");
    assert_eq!(code(less.clone(), nothing, "marc"), "user.billable_needed", "U-45: it raises the cost again");
    assert_ne!(code(less, nothing, "nobody"), "ok");
    let resource =
        |admin: &str| json!({"do": "set_admin_resource", "admin": admin, "resource": "notes", "value": "none"});
    assert_eq!(code(resource("lea"), nothing, "marc"), "ok");
    assert_eq!(code(resource("marc"), nothing, "marc"), "access.not_oneself");
    let billable = json!({"do": "set_admin_resource", "admin": "anna", "resource": "billable_items", "value": "none"});
    assert_eq!(code(billable, nothing, "anna"), "access.not_oneself");
    let role = json!({"do": "set_user_role", "user": "2101", "value": "Analyst"});
    assert_eq!(code(role, nothing, "anna"), "access.owner_only");
}

/// What happens between an entry and its undoing.
type Then = fn(&mut World);

#[test]
fn undo_gives_back_nothing_that_is_locked_by_now() {
    let mut world = World::new();
    world.apply(
        "olga",
        json!([
            {"do": "set_contact_permission", "contact": "Bob", "permission": "call_records", "value": true},
            {"do": "set_application_right", "user": "2101", "application": "CRM", "right": "read", "value": true},
            {"do": "set_role_resource", "role": "Analyst", "resource": "orders", "value": "view"},
            {"do": "set_admin_role", "admin": "lea", "value": "Desk"},
        ]),
    );
    let step_down: Then = |world| world.organisation().plan = guichet::domain::value::Formula::Standard;
    let cases: [(Value, Then, &str); 5] = [
        (
            json!({"do": "set_contact_permission", "contact": "Bob", "permission": "call_records", "value": false}),
            |world| world.organisation().voip = false,
            "permission.setting_off",
        ),
        (
            json!({"do": "set_application_right", "user": "2101", "application": "CRM", "right": "read", "value": false}),
            |world| world.facts.applications.get_mut(&1).unwrap().view_only = true,
            "application.view_only",
        ),
        (
            json!({"do": "set_role_resource", "role": "Analyst", "resource": "orders", "value": "none"}),
            step_down,
            "role.formula",
        ),
        (json!({"do": "set_admin_role", "admin": "lea", "value": null}), step_down, "role.formula"),
        (
            json!({"do": "update_user", "user": "2106", "email": "deux@example.ca"}),
            |world| drop(world.apply("olga", permission("2105", "web_access"))),
            "user.email_shared",
        ),
    ];
    for (command, then, code) in cases {
        let mut world = world.clone();
        let done = world.apply("olga", command.clone());
        assert!(undo(&world, "olga", &done).is_ok(), "{command}");
        then(&mut world);
        let answer = undo(&world, "olga", &done).map_or_else(|refusal| refusal.code(), |_| "ok");
        assert_eq!(answer, code, "{command}");
    }
}

#[test]
fn a_step_down_and_what_was_done_before_it_go_in_one_batch() {
    let world = World::new();
    let batch = json!([
        {"do": "create_role", "name": "Teller", "licence": "analyst"},
        {"do": "set_contact_permission", "contact": "Bob", "permission": "call_records", "value": true},
        {"do": "set_organisation", "plan": "standard", "voip": false},
    ]);
    assert_eq!(world.code("olga", batch), "ok");
}

#[test]
fn what_was_changed_since_stands_in_the_way() {
    let rename = json!({"do": "update_user", "user": "2101", "position": "one"});
    let later =
        |world: &mut World| drop(world.apply("olga", json!({"do": "update_user", "user": "2101", "position": "two"})));
    assert_eq!(code(rename, later, "olga"), "undo.changed_since");
}

#[test]
fn sending_a_request_is_undone_by_its_sender() {
    let mut world = World::new();
    let plan = world.apply("lea", open("change_rights", json!([permission("2101", "web_access")])));
    assert_eq!(read(&undo(&world, "lea", &plan).unwrap()).len(), 1);
    assert!(undo(&world, "quentin", &plan).is_err());
    assert!(undo(&world, "nobody", &plan).is_err());
}
