//! Every Command by every kind of actor: the class of the answer.

use std::collections::BTreeSet;

use guichet::domain::command::Command;
use guichet::domain::refusal::{Class, Code};
use serde_json::{Value, json};

use crate::requests::{open, permission};
use crate::world::World;

/// The owner, the manager of all sites, the manager of one, who looks on and may ask, who holds nothing.
const ACTORS: [&str; 5] = ["olga", "anna", "marc", "lea", "nobody"];

/// `ok` allowed, `ask` with a ticket, `no` not allowed, `rule` refused by a rule, `gone` not within reach,
/// `later` allowed and not made to work yet.
type Row = (Value, [&'static str; 5]);

fn organisation() -> Vec<Row> {
    vec![
        (json!({"do": "set_organisation", "name": "Acme Ltée"}), ["ok", "ok", "no", "no", "no"]),
        (json!({"do": "create_site", "code": "tr", "name": "T"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "update_site", "site": "mtl", "name": "M"}), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "delete_site", "site": "lav-2"}), ["ok", "ok", "gone", "ask", "no"]),
        (json!({"do": "create_group", "name": "Day"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "update_group", "group": "Night", "name": "N"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "delete_group", "group": "Night"}), ["ok", "ok", "no", "ask", "no"]),
        (
            json!({"do": "set_group_member", "group": "Night", "user": "2101", "value": true}),
            ["ok", "ok", "ok", "ask", "no"],
        ),
        (json!({"do": "create_workspace", "name": "Ops"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "update_workspace", "workspace": "Sales", "name": "S"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "delete_workspace", "workspace": "Sales"}), ["ok", "ok", "no", "ask", "no"]),
        (json!({"do": "create_application", "name": "ERP", "rights": ["r"]}), ["ok", "ok", "no", "ask", "no"]),
        (
            json!({"do": "update_application", "application": "CRM", "rights": ["read"]}),
            ["ok", "ok", "no", "ask", "no"],
        ),
        (json!({"do": "delete_application", "application": "CRM"}), ["ok", "ok", "no", "ask", "no"]),
    ]
}

fn admins() -> Vec<Row> {
    let kid = |name: &str| json!({"do": name, "admin": "kid", "value": true});
    let with = |name: &str, field: &str, value: Value| json!({"do": name, "admin": "kid", field: value});
    let zoe = json!({"do": "create_admin", "username": "zoe", "first_name": "Z", "last_name": "R", "email": "z@x.ca"});
    let site = json!({"do": "set_admin_site", "admin": "kid", "site": "mtl", "value": true});
    let notes = json!({"do": "set_admin_resource", "admin": "kid", "resource": "notes", "value": "view"});
    vec![
        (zoe, ["ok", "ok", "ok", "no", "no"]),
        (with("update_admin", "fax", json!("514 555 0199")), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "delete_admin", "admin": "kid"}), ["ok", "ok", "ok", "ask", "no"]),
        (kid("set_admin_enabled"), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "reset_admin_password", "admin": "kid"}), ["ok", "ok", "ok", "no", "no"]),
        (with("set_admin_role", "value", json!("Analyst")), ["ok", "ok", "no", "no", "no"]),
        (with("set_admin_parent", "parent", json!("lea")), ["ok", "ok", "ok", "ask", "no"]),
        (site, ["ok", "ok", "ok", "ask", "no"]),
        (kid("set_admin_all_sites"), ["ok", "ok", "no", "ask", "no"]),
        (notes, ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "transfer_ownership", "admin": "anna"}), ["ok", "no", "no", "no", "no"]),
        (json!({"do": "unlock_admin", "admin": "kid"}), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "end_session", "session": "1"}), ["ok", "gone", "gone", "ok", "gone"]),
        (json!({"do": "create_role", "name": "R", "licence": "analyst"}), ["ok", "no", "no", "no", "no"]),
        (json!({"do": "update_role", "role": "Desk", "name": "D"}), ["ok", "no", "no", "no", "no"]),
        (json!({"do": "delete_role", "role": "Desk"}), ["ok", "no", "no", "no", "no"]),
        (
            json!({"do": "set_role_resource", "role": "Desk", "resource": "orders", "value": "view"}),
            ["ok", "no", "no", "no", "no"],
        ),
    ]
}

fn users() -> Vec<Row> {
    let set = |name: &str, value: Value| json!({"do": name, "user": "2101", "value": value});
    let manages = ["ok", "ok", "ok", "ask", "no"];
    let costs = ["ok", "ok", "ask", "ask", "no"];
    let phone = json!({"do": "set_softphone", "user": "2102", "client": "mobile", "device": "PJSIP/2102"});
    let place = json!({"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"});
    let right =
        json!({"do": "set_application_right", "user": "2101", "application": "CRM", "right": "read", "value": true});
    vec![
        (json!({"do": "create_user", "display_name": "N", "site": "mtl"}), manages),
        (json!({"do": "update_user", "user": "2101", "position": "x"}), manages),
        (json!({"do": "delete_user", "user": "ines@example.ca"}), manages),
        (json!({"do": "mark_user_active", "user": "ines@example.ca"}), manages),
        (set("set_user_enabled", json!(false)), manages),
        (set("set_user_role", json!("Analyst")), ["ok", "no", "no", "no", "no"]),
        (set("set_access_type", json!("professional")), costs),
        (set("set_agent_addon", json!(true)), costs),
        (set("set_supervisor_level", json!("reports")), costs),
        (permission("2101", "web_access"), manages),
        (set("set_uc_client", json!(true)), manages),
        (set("set_crm_addon", json!(true)), costs),
        (phone, manages),
        (json!({"do": "set_primary_group", "user": "2102", "value": null}), manages),
        (place, manages),
        (right, manages),
    ]
}

fn contacts_and_tickets() -> Vec<Row> {
    let billing = json!({"do": "set_contact_permission", "contact": "Carl", "permission": "billing", "value": true});
    let ticket = |name: &str| json!({"do": name, "ticket": "1"});
    let reject = json!({"do": "reject_ticket", "ticket": "1", "reason": "no"});
    let assign = json!({"do": "assign_ticket", "ticket": "1", "assignee": "marc"});
    vec![
        (json!({"do": "create_contact", "name": "D", "site": "mtl"}), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "update_contact", "contact": "Carl", "position": "x"}), ["ok", "ok", "ok", "ask", "no"]),
        (json!({"do": "delete_contact", "contact": "Carl"}), ["ok", "ok", "ok", "ask", "no"]),
        (billing, ["ok", "ok", "ok", "ask", "no"]),
        (
            json!({"do": "set_communication_order", "list": "technical", "contacts": ["Carl"]}),
            ["ok", "ok", "no", "ask", "no"],
        ),
        (open("change_rights", json!([permission("2102", "client_settings")])), ["ok", "ok", "ok", "ok", "no"]),
        (ticket("take_ticket"), ["ok", "ok", "ok", "no", "no"]),
        (ticket("approve_ticket"), ["ok", "ok", "ok", "no", "no"]),
        (reject, ["ok", "ok", "ok", "no", "no"]),
        (ticket("cancel_ticket"), ["rule", "rule", "rule", "ok", "no"]),
        (assign, ["ok", "ok", "ok", "no", "no"]),
        (json!({"do": "comment_ticket", "ticket": "1", "text": "x"}), ["ok", "ok", "ok", "ok", "no"]),
        (json!({"do": "set_ticket_priority", "ticket": "1", "value": "high"}), ["ok", "ok", "ok", "no", "no"]),
        (json!({"do": "set_note", "user": "2101", "note": "x"}), ["ok", "ok", "ok", "ask", "no"]),
    ]
}

fn rows() -> Vec<Row> {
    [organisation(), admins(), users(), contacts_and_tickets()].concat()
}

/// The world of the table: one more administrator below marc, and a ticket of lea's.
fn world() -> World {
    let mut world = World::new();
    let kid = json!({"do": "create_admin", "username": "kid", "first_name": "K", "last_name": "D", "email": "k@x.ca"});
    world.apply("marc", json!([kid, {"do": "set_admin_enabled", "admin": "kid", "value": false}]));
    world.facts.failed_tries.insert(world.admin("kid").id, 3);
    world.facts.sessions.insert("1".into(), world.admin("lea").id);
    world.apply("lea", open("change_rights", json!([permission("2101", "web_access")])));
    world
}

fn answer(world: &World, actor: &str, command: &Value) -> &'static str {
    let refusal = match world.plan(actor, command.clone()) {
        Ok(plan) => return if plan.is_empty() { "nothing" } else { "ok" },
        Err(refusal) => refusal,
    };
    match refusal.class() {
        _ if refusal.code == Code::CommandNotAvailable => "later",
        Class::NotAllowed => "no",
        Class::MayAsk => "ask",
        Class::Rule => "rule",
        Class::NotFound => "gone",
        Class::Changed => "changed",
    }
}

#[test]
fn s_20_every_command_by_every_kind_of_actor() {
    let world = world();
    let mut wrong = Vec::new();
    for (command, expected) in rows() {
        let found = ACTORS.map(|actor| answer(&world, actor, &command));
        if found != expected {
            wrong.push(format!("{command}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_has_every_command() {
    let named: BTreeSet<String> = rows().iter().map(|(c, _)| c["do"].as_str().unwrap().to_owned()).collect();
    let all: BTreeSet<String> = Command::NAMES.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(named, all);
    assert_eq!(rows().len(), Command::NAMES.len());
}

#[test]
fn a_04_a_resource_without_a_site_and_a_site_without_a_resource_give_nothing() {
    for taken in [
        json!({"do": "set_admin_resource", "admin": "marc", "resource": "users", "value": "none"}),
        json!({"do": "set_admin_site", "admin": "marc", "site": "mtl", "value": false}),
    ] {
        let mut world = World::new();
        assert_eq!(answer(&world, "marc", &permission("2101", "web_access")), "ok");
        world.apply("anna", taken);
        assert_ne!(answer(&world, "marc", &permission("2101", "web_access")), "ok");
    }
}
