//! The organisation, sites, groups, workspaces and applications, and what users hold of them.

use guichet::domain::refusal::{Class, Code};
use guichet::domain::value::{FourEyes, SeatLimit};
use serde_json::{Value, json};

use crate::world::{World, read};

#[test]
fn a_setting_belongs_to_the_owner_and_the_rest_to_profile_with_all_sites() {
    let mut world = World::new();
    let owner_alone = [
        json!({"do": "set_organisation", "plan": "professional"}),
        json!({"do": "set_organisation", "four_eyes": "off"}),
        json!({"do": "set_organisation", "seats": {"essential": 5}}),
        json!({"do": "set_organisation", "seat_limit": "refuse"}),
        json!({"do": "set_organisation", "password_min_length": 20}),
        json!({"do": "set_organisation", "idle_lock_minutes": 5}),
    ];
    for command in owner_alone {
        assert_eq!(world.code("anna", command.clone()), "access.owner_only", "{command}");
        assert_eq!(world.code("olga", command), "ok");
    }
    let profile = [
        json!({"do": "set_organisation", "name": "Acme Ltée"}),
        json!({"do": "set_organisation", "voip": false}),
        json!({"do": "set_organisation", "help_general": "Call\nAlice"}),
        json!({"do": "set_organisation", "help_technical": null, "help_general": "x"}),
    ];
    world.apply(
        "anna",
        json!({"do": "set_admin_resource", "admin": "quentin", "resource": "profile", "value": "manage"}),
    );
    for command in profile {
        assert_eq!(world.code("anna", command.clone()), "ok", "{command}");
        assert_eq!(world.code("quentin", command.clone()), "access.needs_all_sites", "{command}");
        assert_eq!(world.class("marc", command), Some(Class::NotAllowed));
    }
}

#[test]
fn settings_stay_in_their_ranges() {
    let mut world = World::new();
    let set = |key: &str, value: u32| json!({"do": "set_organisation", key: value});
    for (key, good, bad) in [("password_min_length", [8, 64], [7, 65]), ("idle_lock_minutes", [1, 15], [0, 16])] {
        assert_eq!(good.map(|v| world.code("olga", set(key, v))), ["ok"; 2], "{key}");
        assert_eq!(bad.map(|v| world.code("olga", set(key, v))), ["field.out_of_range"; 2], "{key}");
    }
    let plan = world.apply("olga", json!({"do": "set_organisation", "four_eyes": "on", "seats": {"reports": 2}}));
    assert_eq!(read(&plan), ["four_eyes: \"auto\" -> \"on\"", "seats.reports: null -> 2"]);
    assert_eq!(world.organisation().four_eyes, FourEyes::On);
    let unchanged = world.plan("olga", json!({"do": "set_organisation", "four_eyes": "on"})).unwrap();
    assert!(unchanged.is_empty());
}

#[test]
fn a_plan_beyond_the_seats_warns_or_is_refused() {
    let mut world = World::new();
    let reports = |user: &str| json!({"do": "set_supervisor_level", "user": user, "value": "reports"});
    world.apply("olga", json!({"do": "set_organisation", "seats": {"reports": 1}}));
    let plan = world.plan("olga", reports("2101")).unwrap();
    assert_eq!(plan.notes[0].code, Code::SeatsExceeded);
    let seat = plan.seats.values().next().unwrap();
    assert_eq!((seat.before, seat.after, seat.bought), (1, 2, Some(1)));
    world.organisation().seat_limit = SeatLimit::Refuse;
    assert_eq!(world.code("olga", reports("2101")), "seats.exceeded");
    let swap = json!([{"do": "set_supervisor_level", "user": "2110", "value": null}, reports("2101")]);
    assert_eq!(world.code("olga", swap), "ok", "what a batch frees, it can use");
}

#[test]
fn sites_are_made_with_all_sites_and_changed_with_their_own() {
    let mut world = World::new();
    let make = json!({"do": "create_site", "code": "TR-3", "name": "Trois-Rivières"});
    assert_eq!(world.code("marc", make.clone()), "access.needs_all_sites");
    world.apply("anna", make.clone());
    assert_eq!(world.code("anna", make), "record.in_use");
    let rename = |site: &str| json!({"do": "update_site", "site": site, "name": "Other"});
    assert_eq!(world.code("marc", rename("MTL")), "ok");
    assert_eq!(world.code("marc", rename("qc")), "record.not_found");
    assert_eq!(world.code("anna", rename("tr-3")), "ok");
    assert_eq!(world.code("anna", json!({"do": "update_site", "site": "mtl", "code": "QC"})), "record.in_use");
    assert_eq!(world.code("anna", json!({"do": "update_site", "site": "lav-2", "code": "a b"})), "code.format");
}

#[test]
fn groups_workspaces_and_applications_need_all_sites() {
    let world = World::new();
    for command in [
        json!({"do": "create_group", "name": "Day"}),
        json!({"do": "create_workspace", "name": "Ops"}),
        json!({"do": "create_application", "name": "ERP", "rights": ["read"]}),
    ] {
        assert_eq!(world.code("anna", command.clone()), "ok", "{command}");
        assert_eq!(world.code("marc", command), "access.needs_all_sites");
    }
    for (command, code) in [
        (json!({"do": "create_group", "name": "support"}), "record.in_use"),
        (json!({"do": "create_workspace", "name": "A/B"}), "field.name_character"),
        (json!({"do": "create_application", "name": "A:B", "rights": []}), "field.name_character"),
        (json!({"do": "create_application", "name": "ERP", "rights": ["read", "read"]}), "record.in_use"),
    ] {
        assert_eq!(world.code("olga", command), code);
    }
}

#[test]
fn u_62_membership_needs_site_and_the_users_site() {
    let world = World::new();
    let member =
        |user: &str, value: bool| json!({"do": "set_group_member", "group": "Night", "user": user, "value": value});
    assert_eq!(world.code("marc", member("2101", true)), "ok");
    assert_eq!(world.code("marc", member("2104", true)), "record.not_found");
    assert_eq!(world.class("lea", member("2101", true)), Some(Class::MayAsk));
}

#[test]
fn u_63_u_64_u_65_the_primary_group_is_one_of_the_groups() {
    let mut world = World::new();
    let primary = |value: Value| json!({"do": "set_primary_group", "user": "2102", "value": value});
    assert_eq!(world.code("marc", primary(json!("Night"))), "user.primary_group_not_member");
    assert_eq!(read(&world.plan("marc", primary(Value::Null)).unwrap()).len(), 1, "the membership stays");
    let leave = json!({"do": "set_group_member", "group": "Support", "user": "2102", "value": false});
    let changes = read(&world.plan("marc", leave.clone()).unwrap());
    assert!(changes.contains(&"groups.Support: true -> null".into()), "{changes:?}");
    assert!(changes.contains(&"primary_group: \"Support\" -> null (group_left)".into()), "{changes:?}");
    world.apply("anna", json!({"do": "set_admin_resource", "admin": "marc", "resource": "users", "value": "view"}));
    assert_eq!(world.code("marc", leave), "ok", "site: manage is the right that counts for membership");
}

#[test]
fn u_68_workspaces_need_users_and_site() {
    let mut world = World::new();
    let give =
        |level: &str| json!({"do": "set_workspace_access", "user": "2101", "workspace": "sales", "value": level});
    assert_eq!(read(&world.plan("marc", give("view")).unwrap()), ["workspaces.Sales: null -> \"view\""]);
    for resource in ["users", "site"] {
        let mut less = world.clone();
        less.apply("anna", json!({"do": "set_admin_resource", "admin": "marc", "resource": resource, "value": "view"}));
        assert_eq!(less.class("marc", give("view")), Some(Class::MayAsk), "{resource}");
    }
    world.apply("marc", give("manage"));
    assert_eq!(read(&world.plan("marc", give("none")).unwrap()), ["workspaces.Sales: \"manage\" -> null"]);
}

#[test]
fn t_13_rights_that_are_managed_elsewhere_are_only_shown() {
    let world = World::new();
    let right = |application: &str, right: &str| json!({"do": "set_application_right", "user": "2101", "application": application, "right": right, "value": true});
    assert_eq!(world.code("olga", right("Contacts", "read")), "application.view_only");
    assert_eq!(world.code("olga", right("CRM", "fly")), "application.right_unknown");
    let plan = world.plan("olga", right("crm", "write.all")).unwrap();
    assert_eq!(read(&plan), ["applications.CRM/write.all: null -> true"]);
}
