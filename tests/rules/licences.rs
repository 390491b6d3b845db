//! Licences: portal-only users, the locked base, the softphone, what costs and who passes it on.

use guichet::domain::refusal::Class;
use guichet::domain::value::AccessType;
use serde_json::{Value, json};

use crate::requests::permission as give;
use crate::world::{World, read};

fn level(user: &str, value: &str) -> Value {
    json!({"do": "set_supervisor_level", "user": user, "value": value})
}

fn uc(user: &str, value: bool) -> Value {
    json!({"do": "set_uc_client", "user": user, "value": value})
}

fn access(user: &str, value: &str) -> Value {
    json!({"do": "set_access_type", "user": user, "value": value})
}

#[test]
fn u_07_a_manual_user_is_portal_only() {
    let world = World::new();
    let user = "ines@example.ca";
    for command in [
        access(user, "essential"),
        access(user, "professional"),
        json!({"do": "set_agent_addon", "user": user, "value": true}),
        uc(user, true),
        json!({"do": "set_softphone", "user": user, "client": "desktop", "device": "PJSIP/1"}),
    ] {
        assert_eq!(world.code("olga", command.clone()), "user.portal_only", "{command}");
    }
    assert_eq!(world.code("olga", level(user, "reports")), "ok");
    assert_eq!(world.code("olga", json!({"do": "set_crm_addon", "user": user, "value": true})), "ok");
}

#[test]
fn u_15_essential_is_locked_for_users_of_the_phone_system() {
    let mut world = World::new();
    for value in [json!("none"), Value::Null] {
        let command = json!({"do": "set_access_type", "user": "2101", "value": value});
        assert_eq!(world.code("olga", command), "user.essential_locked");
    }
    world.apply("olga", access("2101", "professional"));
    assert_eq!(world.user("Amélie Roy").access_type, AccessType::Professional);
    assert_eq!(world.code("olga", access("2101", "essential")), "ok", "Professional sits on top of it");
}

#[test]
fn u_55_the_softphone_goes_with_professional() {
    let world = World::new();
    let plan = world.plan("olga", access("2102", "essential")).unwrap();
    let changes = read(&plan);
    assert_eq!(changes[0], "access_type: \"professional\" -> \"essential\"");
    assert!(changes[1].starts_with("softphone.desktop:") && changes[1].ends_with("(access_type)"), "{changes:?}");
    let phone = json!({"do": "set_softphone", "user": "2101", "client": "desktop", "device": "PJSIP/2101"});
    assert_eq!(world.code("olga", phone), "permission.requires");
}

#[test]
fn u_57_u_58_a_client_registers_as_a_device_of_the_user() {
    let world = World::new();
    let phone = |client: &str, device: Value| json!({"do": "set_softphone", "user": "2102", "client": client, "device": device});
    assert_eq!(world.code("olga", phone("crm", json!("PJSIP/2102"))), "user.device_not_webrtc");
    assert_eq!(world.code("olga", phone("crm", json!("PJSIP/2102w"))), "ok");
    assert_eq!(world.code("olga", phone("mobile", json!("PJSIP/2101"))), "user.device_unknown");
    assert_eq!(world.code("olga", phone("desktop", Value::Null)), "ok");
}

#[test]
fn u_45_u_46_raising_the_cost_needs_billable_items_and_lowering_does_not() {
    let world = World::new();
    let addon = |value: bool| json!({"do": "set_agent_addon", "user": "2101", "value": value});
    let crm = json!({"do": "set_crm_addon", "user": "2101", "value": true});
    for command in [addon(true), crm, level("2101", "reports"), access("2101", "professional")] {
        assert_eq!(world.code("marc", command.clone()), "user.billable_needed", "{command}");
        assert_eq!(world.class("marc", command.clone()), Some(Class::MayAsk), "{command}");
        assert_eq!(world.code("anna", command), "ok");
    }
    for command in [level("2110", "none"), access("2102", "essential"), addon(false), uc("2101", true)] {
        assert_eq!(world.code("marc", command.clone()), "ok", "{command}");
    }
}

#[test]
fn s_24_a_batch_checks_each_row_for_its_cost() {
    let world = World::new();
    let batch = json!([give("2101", "web_access"), level("2113", "reports")]);
    assert_eq!(world.code("marc", batch), "user.billable_needed");
}

#[test]
fn u_48_only_a_holder_of_billable_items_passes_it_on() {
    let world = World::new();
    let asked = give("2102", "manage_billable_items");
    assert_eq!(world.code("anna", asked.clone()), "ok");
    assert_ne!(world.code("marc", asked.clone()), "ok");
    assert_eq!(world.class("marc", asked), Some(Class::MayAsk), "U-49: who lacks it asks with a ticket");
}

#[test]
fn u_48_holds_for_a_user_made_in_the_same_batch() {
    let world = World::new();
    let batch = json!([
        {"do": "create_user", "display_name": "New One", "email": "new@example.ca", "site": "mtl"},
        give("new@example.ca", "web_access"),
        give("new@example.ca", "manage_billable_items"),
    ]);
    assert_eq!(world.class("marc", batch.clone()), Some(Class::MayAsk));
    assert_eq!(world.code("anna", batch), "ok");
}
