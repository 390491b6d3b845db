//! The rows of users that say what there is: fields, levels, permissions, what costs. Each is asked through a plan.

use guichet::domain::catalogue::{Catalogue, Family};
use guichet::domain::change::fields_of;
use guichet::domain::command::Command;
use guichet::domain::record::Seat;
use guichet::domain::value::{Source, SupervisorLevel};
use serde_json::{Value, json};

use crate::world::{World, keys, read};

fn permission(user: &str, permission: &str, value: bool) -> Value {
    json!({"do": "set_permission", "user": user, "permission": permission, "value": value})
}

fn set(name: &str, user: &str, value: Value) -> Value {
    json!({"do": format!("set_{name}"), "user": user, "value": value})
}

#[test]
fn u_03_portal_access_is_the_permission_web_access() {
    let mut world = World::new();
    world.apply("marc", permission("2101", "web_access", true));
    assert_eq!(world.user("Amélie Roy").permissions, keys(["web_access"]));
}

#[test]
fn u_08_u_09_a_name_is_required_and_an_e_mail_has_its_form() {
    let world = World::new();
    let make =
        |name: &str, email: Value| json!({"do": "create_user", "display_name": name, "email": email, "site": "mtl"});
    assert_eq!(world.code("marc", make("  ", Value::Null)), "field.required");
    assert_eq!(world.code("marc", json!({"do": "update_user", "user": "2101", "display_name": ""})), "field.required");
    assert_eq!(world.code("marc", make("Zoé", json!("zoe@"))), "email.format");
    assert_eq!(world.code("marc", make("Zoé", json!("zoe@example.ca"))), "ok");
}

#[test]
fn u_16_u_17_the_agent_add_on_is_given_by_hand_and_costs() {
    let world = World::new();
    let addon = |user: &str| set("agent_addon", user, json!(true));
    let plan = world.plan("anna", addon("2101")).unwrap();
    assert_eq!(read(&plan), ["agent_addon: false -> true"]);
    assert_eq!(plan.seats[&Seat::AgentAddon].after, 1);
    assert_eq!(world.code("marc", addon("2101")), "user.billable_needed");
    assert_eq!(world.code("anna", addon("ines@example.ca")), "user.portal_only");
}

#[test]
fn u_19_no_command_writes_the_extension() {
    let update = json!({"do": "update_user", "user": "2101", "extension": "9999"});
    assert!(serde_json::from_value::<Command>(update).is_err());
}

#[test]
fn u_20_u_21_each_of_the_five_levels_takes_the_seat_of_its_own() {
    let mut world = World::new();
    let seats =
        [None, Some(Seat::Reports), Some(Seat::Analytics), Some(Seat::LiveAnalytics), Some(Seat::ContactCentre)];
    assert_eq!(SupervisorLevel::ALL.len(), seats.len());
    let mut held = None;
    for (level, seat) in SupervisorLevel::ALL.iter().zip(seats).skip(1) {
        let plan = world.apply("olga", set("supervisor_level", "2101", json!(level)));
        let used = |seat: Option<Seat>| seat.map(|s| plan.seats[&s].after - plan.seats[&s].before);
        assert_eq!((used(held), used(seat)), (held.map(|_| -1), Some(1)), "{level}");
        held = seat;
    }
    let plan = world.plan("marc", set("supervisor_level", "2101", json!("none"))).unwrap();
    assert_eq!(
        plan.seats[&Seat::ContactCentre].after,
        plan.seats[&Seat::ContactCentre].before - 1,
        "U-46: less is free"
    );
    assert!(!plan.seats[&Seat::ContactCentre].whole, "S-22: all of them are for who holds all sites");
    let olga = world.plan("olga", set("supervisor_level", "2101", json!("none"))).unwrap();
    assert!(olga.seats[&Seat::ContactCentre].whole);
}

#[test]
fn u_23_to_u_27_each_level_holds_those_before_it() {
    let words: Vec<&str> = SupervisorLevel::ALL.iter().map(|level| level.as_str()).collect();
    assert_eq!(words, ["none", "reports", "analytics", "live_analytics", "contact_centre"]);
    assert!(SupervisorLevel::ALL.is_sorted(), "a level is at least what is below it");
}

/// U-30 U-31 U-32 U-33 U-34 U-35 U-36 U-37 U-38 U-39.
#[test]
fn u_30_to_u_39_the_ten_permissions_behind_web_access_are_given_and_taken() {
    let rows = [
        ("U-30", "manage_users"),
        ("U-31", "manage_billable_items"),
        ("U-32", "client_settings"),
        ("U-33", "manage_contact_directories"),
        ("U-34", "workspace_administrator"),
        ("U-35", "rest_api_administrator"),
        ("U-36", "supervisor_agent_control"),
        ("U-37", "silent_monitor"),
        ("U-38", "webhooks_administrator"),
        ("U-39", "recording_playback"),
    ];
    let catalogue: Vec<&str> = Catalogue::builtin().family(Family::Portal).map(|e| e.key.as_str()).collect();
    assert_eq!(catalogue[1..], rows.map(|(_, key)| key), "in the order of the seed");
    let mut world = World::new();
    world.apply("olga", permission("2101", "web_access", true));
    for (id, key) in rows {
        world.apply("olga", permission("2101", key, true));
        assert!(world.user("Amélie Roy").permissions.contains(key), "{id}");
        assert_eq!(read(&world.plan("marc", permission("2101", key, false)).unwrap()).len(), 1, "{id}");
    }
}

#[test]
fn u_44_manage_on_users_changes_what_costs_nothing() {
    let mut world = World::new();
    world.apply("marc", permission("2101", "web_access", true));
    assert_eq!(world.code("marc", permission("2101", "recording_playback", true)), "ok");
    assert_eq!(world.code("nobody", permission("2101", "recording_playback", true)), "access.needs_manage");
}

#[test]
fn u_47_what_is_billable() {
    let billable: Vec<&str> =
        Catalogue::builtin().entries().iter().filter(|e| e.billable).map(|e| e.key.as_str()).collect();
    assert_eq!(billable, ["access_type", "agent_addon", "supervisor_level", "crm_addon"]);
}

#[test]
fn u_52_u_53_the_uc_client_and_the_crm_add_on_are_given_apart() {
    let world = World::new();
    let uc = read(&world.plan("marc", set("uc_client", "2101", json!(true))).unwrap());
    assert!(uc.contains(&"uc_client: false -> true".into()), "{uc:?}");
    assert_eq!(read(&world.plan("anna", set("crm_addon", "2101", json!(true))).unwrap()), ["crm_addon: false -> true"]);
}

#[test]
fn u_54_u_60_the_softphone_is_for_professionals_and_takes_no_seat_for_each_client() {
    let mut world = World::new();
    let client =
        |client: &str| json!({"do": "set_softphone", "user": "2102", "client": client, "device": "PJSIP/2102w"});
    for name in ["mobile", "crm"] {
        let plan = world.apply("marc", client(name));
        assert!(plan.seats.is_empty(), "{name}");
    }
    assert_eq!(world.user("Bruno Côté").softphone.len(), 3);
    let other = json!({"do": "set_softphone", "user": "2101", "client": "mobile", "device": "PJSIP/2101w"});
    assert_eq!(world.code("marc", other), "permission.requires");
}

#[test]
fn u_69_nothing_is_kept_of_recording_but_the_permission_to_play() {
    let world = World::new();
    let fields = fields_of(world.user("Bruno Côté"));
    assert!(fields.keys().all(|field| !field.contains("record")), "{fields:?}");
    let all = Catalogue::builtin().entries().iter().filter(|e| e.family != Family::Resource);
    let recording: Vec<&str> = all.map(|e| e.key.as_str()).filter(|key| key.contains("record")).collect();
    assert_eq!(recording, ["recording_playback", "call_records"], "one of users, one of contacts");
}

#[test]
fn u_72_no_command_writes_what_the_provider_decides() {
    let switch = json!({"do": "set_organisation", "agent_addon_automatic": true});
    assert!(serde_json::from_value::<Command>(switch).is_err());
    let world = World::new();
    assert_eq!(world.user("Amélie Roy").source, Source::Pbx);
    let source = json!({"do": "update_user", "user": "2101", "source": "manual"});
    assert!(serde_json::from_value::<Command>(source).is_err());
}
