//! Batches: in order, each Command on what the one before left, all or nothing, with the rights of the beginning.

use guichet::domain::command::{Command, Ref};
use guichet::domain::decide::decide;
use guichet::domain::id::Kind;
use guichet::domain::refusal::Stop;
use serde_json::{Value, json};

use crate::world::{World, read};

fn permission(user: &str, permission: &str, value: bool) -> Value {
    json!({"do": "set_permission", "user": user, "permission": permission, "value": value})
}

#[test]
fn each_command_stands_on_what_the_one_before_left() {
    let world = World::new();
    let (access, rest) = (permission("2101", "web_access", true), permission("2101", "rest_api_administrator", true));
    assert_eq!(world.code("olga", json!([rest, access])), "user.web_access_required");
    let plan = world.plan("olga", json!([access, rest])).unwrap();
    assert_eq!(read(&plan).len(), 2);
    let there_and_back = json!([access, permission("2101", "web_access", false)]);
    assert!(world.plan("olga", there_and_back).unwrap().is_empty());
}

#[test]
fn all_or_nothing_and_the_refusal_names_the_line() {
    let world = World::new();
    let refusal = world.refusal(
        "olga",
        json!([
            permission("2101", "web_access", true),
            permission("2102", "web_access", true),
            permission("2105", "web_access", true),
            permission("2199", "web_access", true),
        ]),
    );
    assert_eq!((refusal.code(), refusal.line), ("user.email_shared", Some(3)));
    assert_eq!(world.facts, World::new().facts);
}

#[test]
fn a_record_made_in_a_batch_can_be_named_by_a_later_command() {
    let mut world = World::new();
    let plan = world.apply(
        "olga",
        json!([
            {"do": "create_site", "code": "tr", "name": "Trois-Rivières"},
            {"do": "create_group", "name": "Day"},
            {"do": "create_workspace", "name": "Ops"},
            {"do": "create_application", "name": "ERP", "rights": ["read"]},
            {"do": "create_role", "name": "Teller", "licence": "analyst"},
            {"do": "create_user", "display_name": "New One", "email": "new@example.ca", "site": "tr"},
            {"do": "set_group_member", "group": "Day", "user": "new@example.ca", "value": true},
            {"do": "set_primary_group", "user": "new one", "value": "day"},
            {"do": "set_workspace_access", "user": "New One", "workspace": "Ops", "value": "view"},
            {"do": "set_application_right", "user": "New One", "application": "ERP", "right": "read", "value": true},
            {"do": "set_user_role", "user": "New One", "value": "Teller"},
            {"do": "set_supervisor_level", "user": "New One", "value": "reports"},
            {"do": "create_admin", "username": "zoe", "first_name": "Z", "last_name": "R", "email": "z@example.ca",
                "role": "Teller", "sites": ["tr"]},
            {"do": "set_admin_resource", "admin": "zoe", "resource": "users", "value": "view"},
            {"do": "create_contact", "name": "Dora", "site": "tr"},
            {"do": "set_communication_order", "list": "financial", "contacts": ["Dora"]},
        ]),
    );
    assert!(plan.changes.iter().filter(|c| c.subject.kind != Kind::Order).all(guichet::domain::change::Change::makes));
    let user = world.user("New One");
    assert_eq!((user.groups.len(), user.workspaces.len(), user.applications.len()), (1, 1, 1));
    assert_eq!(plan.passwords[0].command, 13);
}

#[test]
fn the_rights_are_those_of_the_beginning() {
    let mut world = World::new();
    let marc = world.actor("marc");
    world.apply("anna", json!({"do": "set_admin_resource", "admin": "marc", "resource": "users", "value": "none"}));
    let command = serde_json::from_value(permission("2101", "web_access", true)).unwrap();
    assert!(decide(&world.facts, world.context(&marc), &[command]).is_ok());
}

#[test]
fn kept_refs_survive_a_change_of_email() {
    let mut world = World::new();
    let kept = world.plan("olga", permission("amelie.roy@example.ca", "web_access", true)).unwrap().commands;
    world.apply(
        "olga",
        json!([
            {"do": "update_user", "user": "2101", "email": "amelie@example.ca"},
            {"do": "update_user", "user": "2113", "email": "amelie.roy@example.ca"},
        ]),
    );
    let text = serde_json::to_value(&kept).unwrap();
    let plan = world.plan("olga", text).unwrap();
    assert_eq!(plan.changes[0].subject.to_string(), "user:1");
}

#[test]
fn every_ref_of_a_kept_command_is_pinned_but_those_of_records_it_makes() {
    let world = World::new();
    let plan = world.plan(
        "olga",
        json!([
            {"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"},
            {"do": "set_communication_order", "list": "technical", "contacts": ["Alice", "Carl"]},
            {"do": "create_user", "display_name": "New One", "site": "mtl"},
            {"do": "set_group_member", "group": "Day", "user": "New One", "value": true},
        ]),
    );
    assert_eq!(plan.unwrap_err().code(), "record.not_found");
    let plan = world
        .plan(
            "olga",
            json!([
                {"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"},
                {"do": "set_communication_order", "list": "technical", "contacts": ["Alice", "Carl"]},
                {"do": "create_user", "display_name": "New One", "site": "mtl"},
                {"do": "set_group_member", "group": "Night", "user": "New One", "value": true},
            ]),
        )
        .unwrap();
    let mut numbers = Vec::new();
    for command in &plan.commands {
        command.clone().references(&mut |kind, reference: &mut Ref| numbers.push((kind, reference.number())));
    }
    assert_eq!(
        numbers,
        [
            (Kind::User, Some(1)),
            (Kind::Workspace, Some(1)),
            (Kind::Contact, Some(1)),
            (Kind::Contact, Some(3)),
            (Kind::Site, Some(1)),
            (Kind::Group, Some(2)),
            (Kind::User, None),
        ]
    );
}

#[test]
fn an_empty_batch_is_an_empty_plan() {
    let world = World::new();
    assert!(world.plan("nobody", json!([])).unwrap().is_empty());
    let nothing: &[Command] = &[];
    assert!(!matches!(decide(&world.facts, world.context(&world.actor("olga")), nothing), Err(Stop::Broken(_))));
}
