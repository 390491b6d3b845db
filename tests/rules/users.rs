//! Users: Web access and what hangs on it, e-mails, oneself, and the states of a user.

use guichet::domain::refusal::{Arg, Code};
use guichet::domain::value::{AccessType, Source, Status, SupervisorLevel};
use serde_json::{Value, json};

use crate::world::{World, keys, read};

fn permission(user: &str, permission: &str, value: bool) -> Value {
    json!({"do": "set_permission", "user": user, "permission": permission, "value": value})
}

fn level(user: &str, value: &str) -> Value {
    json!({"do": "set_supervisor_level", "user": user, "value": value})
}

fn uc(user: &str, value: bool) -> Value {
    json!({"do": "set_uc_client", "user": user, "value": value})
}

const LOCKED: [&str; 10] = [
    "manage_users",
    "manage_billable_items",
    "client_settings",
    "manage_contact_directories",
    "workspace_administrator",
    "rest_api_administrator",
    "supervisor_agent_control",
    "silent_monitor",
    "webhooks_administrator",
    "recording_playback",
];

#[test]
fn u_41_every_permission_is_locked_until_web_access() {
    let mut world = World::new();
    for key in LOCKED {
        assert_eq!(world.code("olga", permission("2101", key, true)), "user.web_access_required", "{key}");
    }
    world.apply("olga", permission("2101", "web_access", true));
    for key in LOCKED {
        assert_eq!(world.code("olga", permission("2101", key, true)), "ok", "{key}");
    }
}

#[test]
fn u_41_taking_web_access_takes_the_others_in_the_same_change() {
    let world = World::new();
    let plan = world.plan("olga", permission("2102", "web_access", false)).unwrap();
    assert_eq!(
        read(&plan),
        [
            "permissions.recording_playback: true -> null (web_access)",
            "permissions.silent_monitor: true -> null (web_access)",
            "permissions.web_access: true -> null",
        ]
    );
}

#[test]
fn u_42_web_access_comes_with_a_level_or_a_uc_client_and_says_why() {
    let world = World::new();
    for (command, asked, cause) in [
        (level("2101", "reports"), "supervisor_level: \"none\" -> \"reports\"", "supervisor_level"),
        (uc("2101", true), "uc_client: false -> true", "uc_client"),
    ] {
        let changes = read(&world.plan("olga", command).unwrap());
        assert_eq!(changes.len(), 2, "{changes:?}");
        assert!(changes.contains(&asked.to_owned()), "{changes:?}");
        assert!(changes.contains(&format!("permissions.web_access: null -> true ({cause})")), "{changes:?}");
    }
}

#[test]
fn u_42_all_is_refused_where_web_access_cannot_be_given() {
    let world = World::new();
    for command in [level("2107", "reports"), uc("2107", true), permission("2107", "web_access", true)] {
        assert_eq!(world.code("olga", command), "user.email_required");
    }
    for command in [level("2105", "reports"), uc("2105", true)] {
        assert_eq!(world.code("olga", command), "user.email_shared");
    }
}

#[test]
fn u_43_web_access_stays_while_a_level_or_a_client_is_there() {
    let mut world = World::new();
    let take = permission("2110", "web_access", false);
    assert_eq!(world.code("olga", take.clone()), "user.web_access_held_by");
    assert_eq!(world.code("olga", json!([level("2110", "none"), take])), "user.web_access_held_by");
    let combined = json!([level("2110", "none"), uc("2110", false), take]);
    let plan = world.apply("olga", combined);
    assert_eq!(plan.changes.len(), 3);
    assert_eq!(world.user("Farid Off").permissions, keys([]));
}

#[test]
fn u_22_no_level_without_web_access_by_any_path() {
    let mut world = World::new();
    world.apply("olga", level("2101", "analytics"));
    let plan = world.plan("olga", level("2101", "none")).unwrap();
    assert_eq!(read(&plan), ["supervisor_level: \"analytics\" -> \"none\""], "Web access stays when the level goes");
    assert_eq!(world.code("olga", permission("2101", "web_access", false)), "user.web_access_held_by");
}

#[test]
fn u_12_a_shared_email_blocks_both_whatever_the_letter_case() {
    let mut world = World::new();
    for (user, other) in [("2105", "Emma Deux"), ("2106", "Emma Un")] {
        let refusal = world.refusal("olga", permission(user, "web_access", true));
        assert_eq!(refusal.code, Code::EmailShared);
        assert!(refusal.args.contains(&("other", Arg::Text(other.into()))), "{refusal:?}");
    }
    // All who share it are named.
    world.apply("olga", json!({"do": "update_user", "user": "2101", "email": world.user("Emma Un").email}));
    let refusal = world.refusal("olga", permission("2101", "web_access", true));
    let named = |name: &str| refusal.args.iter().any(|(_, arg)| matches!(arg, Arg::Text(text) if text.contains(name)));
    assert!(named("Emma Un") && named("Emma Deux"), "{refusal:?}");
    world.apply("olga", json!({"do": "update_user", "user": "2101", "email": "amelie.roy@example.ca"}));
    world.apply("olga", json!({"do": "update_user", "user": "2106", "email": "deux@example.ca"}));
    assert_eq!(world.code("olga", permission("2105", "web_access", true)), "ok");
}

#[test]
fn u_11_nobody_takes_the_email_of_a_portal_user() {
    let world = World::new();
    let take = |user: &str, email: Value| json!({"do": "update_user", "user": user, "email": email});
    assert_eq!(world.code("olga", take("2101", json!("BRUNO@EXAMPLE.CA"))), "user.email_shared");
    assert_eq!(world.code("olga", take("2102", json!("amelie.roy@example.ca"))), "user.email_shared");
    assert_eq!(world.code("olga", take("2102", Value::Null)), "user.email_required");
    assert_eq!(world.code("olga", take("2101", json!("denis@example.ca"))), "ok", "two without Web access may share");
    let make = json!({"do": "create_user", "display_name": "Second", "email": "Bruno@example.ca", "site": "mtl"});
    assert_eq!(world.code("olga", make), "user.email_shared");
}

#[test]
fn u_11_both_in_one_batch_are_seen_together() {
    let world = World::new();
    let both = json!([
        {"do": "update_user", "user": "2106", "email": "deux@example.ca"},
        permission("2105", "web_access", true),
        permission("2106", "web_access", true),
        {"do": "update_user", "user": "2106", "email": "shared@example.ca"},
    ]);
    assert_eq!(world.code("olga", both), "user.email_shared");
}

#[test]
fn u_50_nobody_raises_the_record_with_their_own_email() {
    let world = World::new();
    let own = "2109";
    let raises = [
        permission(own, "web_access", true),
        uc(own, true),
        json!({"do": "set_application_right", "user": own, "application": "CRM", "right": "read", "value": true}),
        json!({"do": "set_workspace_access", "user": own, "workspace": "Sales", "value": "view"}),
        json!([{"do": "update_user", "user": own, "email": "away@example.ca"}, permission(own, "web_access", true)]),
    ];
    for command in raises {
        assert_eq!(world.code("marc", command.clone()), "user.self_elevation", "{command}");
        assert_eq!(world.code("anna", command), "ok");
    }
    assert_eq!(world.code("marc", json!({"do": "update_user", "user": own, "mobile": "514 555 0199"})), "ok");
}

#[test]
fn u_04_u_06_a_user_made_by_hand_is_invited_and_holds_nothing() {
    let mut world = World::new();
    world.apply("marc", json!({"do": "create_user", "display_name": " Nouvelle  ", "site": "mtl"}));
    let user = world.user("Nouvelle");
    assert_eq!((user.source, user.status), (Source::Manual, Status::Invited));
    assert_eq!((user.access_type, user.supervisor_level), (AccessType::None, SupervisorLevel::None));
    assert!(user.permissions.is_empty() && user.role.is_none() && user.applications.is_empty());
}

#[test]
fn u_05_a_namesake_from_the_phone_system_is_told() {
    let world = World::new();
    let make =
        |name: &str, email: &str| json!({"do": "create_user", "display_name": name, "email": email, "site": "mtl"});
    let notes = |name: &str, email: &str| {
        let plan = world.plan("marc", make(name, email)).unwrap();
        plan.notes.iter().filter_map(|n| n.field).collect::<Vec<_>>()
    };
    assert_eq!(notes("amelie ROY", "x@example.ca"), ["display_name"]);
    assert_eq!(notes("Someone", "amelie.roy@example.ca"), ["email"]);
    let plan = world.plan("marc", make("Someone", "Amelie.Roy@example.ca")).unwrap();
    let note = plan.notes.iter().find(|note| note.code == Code::Namesake).unwrap();
    assert!(note.args.contains(&("other", Arg::Text("Amélie Roy".into()))), "who it is: {note:?}");
    assert!(note.args.contains(&("extension", Arg::Text("2101".into()))), "{note:?}");
    assert_eq!(notes("Hidden Twin", "denis@example.ca"), Vec::<&str>::new(), "S-22: one of another site is not told");
}

#[test]
fn u_40_a_warning_goes_with_recording_playback() {
    let world = World::new();
    let plan = world
        .plan("olga", json!([permission("2101", "web_access", true), permission("2101", "recording_playback", true)]));
    assert!(plan.unwrap().notes.iter().any(|note| note.code == Code::Warning));
}

#[test]
fn the_rights_of_a_disabled_user_may_be_changed_and_the_plan_says_so() {
    let world = World::new();
    let right =
        json!({"do": "set_application_right", "user": "2110", "application": "CRM", "right": "read", "value": true});
    for command in [permission("2110", "client_settings", true), right] {
        let notes = world.plan("olga", command).unwrap().notes;
        assert_eq!(notes.iter().map(|n| n.code).collect::<Vec<_>>(), [Code::UserDisabled]);
    }
}

#[test]
fn a_user_is_disabled_and_enabled_with_everything_kept() {
    let mut world = World::new();
    let before = world.user("Bruno Côté").clone();
    let plan = world.apply("marc", json!({"do": "set_user_enabled", "user": "2102", "value": false, "reason": "left"}));
    assert_eq!(read(&plan), ["status: \"active\" -> \"disabled\""]);
    world.apply("marc", json!({"do": "set_user_enabled", "user": "2102", "value": true}));
    let after = world.user("Bruno Côté").clone();
    assert_eq!((after.status, &after.permissions), (Status::Active, &before.permissions));
}

#[test]
fn only_an_invited_user_is_marked_active() {
    let mut world = World::new();
    let mark = json!({"do": "mark_user_active", "user": "chloe@example.ca"});
    world.apply("quentin", json!({"do": "update_user", "user": "2114", "email": null}));
    world.apply("marc", mark.clone());
    assert_eq!(world.user("Chloé Vidal").status, Status::Active);
    assert_eq!(world.code("marc", mark), "user.not_invited");
    assert_eq!(world.code("marc", json!({"do": "mark_user_active", "user": "2101"})), "user.not_invited");
}
