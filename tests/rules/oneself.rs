//! U-50: nobody raises the user record with their own e-mail, and no change of an e-mail gets round that.

use serde_json::{Value, json};

use crate::undo::undo;
use crate::world::World;

/// marc's own user record has his e-mail in capitals.
const OWN: &str = "2109";

fn permission(user: &str) -> Value {
    json!({"do": "set_permission", "user": user, "permission": "web_access", "value": true})
}

fn own_email(email: &str) -> Value {
    json!({"do": "update_admin", "admin": "marc", "email": email})
}

fn user_email(user: &str, email: &str) -> Value {
    json!({"do": "update_user", "user": user, "email": email})
}

#[test]
fn u_50_ones_own_email_stays_while_a_user_record_has_it() {
    let mut world = World::new();
    assert_eq!(world.code("marc", own_email("marc.elsewhere@example.ca")), "access.own_email");
    assert_eq!(world.code("marc", own_email("MARC@example.ca")), "ok", "the same address");
    assert_eq!(world.code("anna", own_email("marc.elsewhere@example.ca")), "ok");
    world.apply("anna", user_email(OWN, "somebody@example.ca"));
    assert_eq!(world.code("marc", own_email("marc.elsewhere@example.ca")), "ok", "no record has it any more");
    assert_eq!(world.code("marc", own_email("somebody@example.ca")), "access.own_email", "nor becomes that of one");
}

#[test]
fn u_50_the_record_keeps_the_email_that_ties_it_to_the_actor() {
    let world = World::new();
    assert_eq!(world.code("marc", user_email(OWN, "away@example.ca")), "access.own_email");
    assert_eq!(world.code("marc", json!({"do": "update_user", "user": OWN, "email": null})), "access.own_email");
    assert_eq!(world.code("anna", user_email(OWN, "away@example.ca")), "ok");
}

#[test]
fn u_50_a_record_with_rights_does_not_become_ones_own() {
    let mut world = World::new();
    world.apply("anna", user_email(OWN, "away@example.ca"));
    assert_eq!(world.code("marc", user_email("2101", "marc@example.ca")), "ok", "it holds nothing yet");
    let right =
        json!({"do": "set_application_right", "user": "2101", "application": "CRM", "right": "read", "value": true});
    for given in [permission("2101"), right] {
        let mut world = world.clone();
        world.apply("marc", given);
        assert_eq!(world.code("marc", user_email("2101", "marc@example.ca")), "user.self_elevation");
    }
}

#[test]
fn u_50_undo_is_no_way_round_it() {
    let mut world = World::new();
    let taken = world.apply("anna", user_email(OWN, "away@example.ca"));
    let mut raised = world.clone();
    assert!(undo(&raised, "marc", &taken).is_ok(), "it holds no more than before");
    raised.apply("marc", permission("2101"));
    let given = raised.apply("anna", json!([user_email("2101", "marc@example.ca")]));
    assert_eq!(undo(&raised, "marc", &given).unwrap_err().code(), "access.own_email");
    world.apply("anna", user_email(OWN, "marc@example.ca"));
    let lowered = world.apply("anna", permission(OWN));
    let back = undo(&world, "anna", &lowered).unwrap();
    world.facts.apply(&back);
    assert_eq!(undo(&world, "marc", &back).unwrap_err().code(), "user.self_elevation");
}

#[test]
fn only_the_owner_holds_a_role_of_the_owner_licence() {
    let world = World::new();
    let role = |name: &str| json!({"do": "set_user_role", "user": "2101", "value": name});
    for name in ["Owner", "Deputy"] {
        assert_eq!(world.code("olga", role(name)), "role.owner_licence", "{name}");
    }
    assert_eq!(world.code("olga", role("Administrator")), "ok");
}

#[test]
fn enabling_gives_back_the_status_before() {
    let mut world = World::new();
    let set = |value: bool| json!({"do": "set_user_enabled", "user": "ines@example.ca", "value": value});
    let status = |world: &World| world.user("Inès Libre").status.as_str();
    world.apply("marc", set(false));
    world.apply("marc", set(true));
    assert_eq!(status(&world), "invited");
    let marked = world.apply("marc", json!({"do": "mark_user_active", "user": "ines@example.ca"}));
    let mut other = world.clone();
    world.apply("marc", set(false));
    world.apply("marc", set(true));
    assert_eq!(status(&world), "active");
    let back = undo(&other, "marc", &marked).unwrap();
    other.facts.apply(&back);
    other.apply("marc", set(false));
    other.apply("marc", set(true));
    assert_eq!(status(&other), "invited", "never marked active, as it stands now");
}
