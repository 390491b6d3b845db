//! Sending a request: one ticket, nothing changed, and only what its kind carries.

use guichet::domain::id::Kind;
use guichet::domain::refusal::{Arg, Class};
use guichet::domain::value::{TicketKind, TicketStatus};
use serde_json::{Value, json};

use crate::world::World;

pub fn permission(user: &str, permission: &str) -> Value {
    json!({"do": "set_permission", "user": user, "permission": permission, "value": true})
}

pub fn right(user: &str, application: &str) -> Value {
    json!({"do": "set_application_right", "user": user, "application": application, "right": "read", "value": true})
}

pub fn open(kind: &str, commands: Value) -> Value {
    json!({"do": "open_ticket", "kind": kind, "reason": "asked", "commands": commands})
}

/// A new user with all that a request for one needs (T-10).
pub fn newcomer(name: &str, email: &str) -> Value {
    json!({"do": "create_user", "display_name": name, "first_name": name, "last_name": "Neuf", "position": "Agent",
        "email": email, "site": "mtl"})
}

#[test]
fn t_11_t_14_t_19_one_ticket_with_what_was_asked_and_nothing_changed() {
    let mut world = World::new();
    let before = world.facts.users.clone();
    world.apply("lea", open("change_rights", json!([permission("2101", "web_access")])));
    assert_eq!(world.facts.users, before);
    assert_eq!(world.facts.tickets.len(), 1);
    let ticket = &world.facts.tickets[&1];
    assert_eq!((ticket.kind, ticket.status), (TicketKind::ChangeRights, TicketStatus::Open));
    assert_eq!(ticket.requester, Some(world.admin("lea").id));
    assert_eq!((ticket.user.map(|u| u.0), ticket.site.map(|s| s.0)), (Some(1), Some(1)));
    assert_eq!((ticket.title.as_str(), ticket.opened_at), ("Amélie Roy", world.now));
    let asked = &ticket.asked[0];
    assert_eq!((asked.record.as_str(), asked.field.as_str()), ("user:1", "permissions.web_access"));
    assert_eq!((&asked.before, &asked.after), (&Value::Null, &json!(true)));
}

#[test]
fn t_14_a_request_without_a_difference_is_refused() {
    let world = World::new();
    let nothing = open("change_rights", json!([permission("2102", "web_access")]));
    assert_eq!(world.code("lea", nothing), "ticket.no_difference");
    assert_eq!(world.code("lea", open("change_rights", json!([]))), "ticket.no_difference");
    assert_eq!(world.code("lea", json!({"do": "open_ticket", "kind": "other"})), "ticket.no_difference");
    let off = json!({"do": "open_ticket", "kind": "deactivate", "user": "2110", "reason": "left"});
    assert_eq!(world.code("lea", off), "ticket.no_difference");
}

#[test]
fn u_18_what_no_command_can_do_is_asked_for_in_words() {
    let mut world = World::new();
    world.apply("lea", json!({"do": "open_ticket", "kind": "other", "note": "The agent add-on by itself, please"}));
    world.apply("anna", json!({"do": "approve_ticket", "ticket": "1"}));
    assert_eq!(world.facts.tickets[&1].status, TicketStatus::Done);
}

#[test]
fn t_15_t_16_a_deactivation_needs_a_reason_and_makes_its_command() {
    let mut world = World::new();
    for reason in [Value::Null, json!(""), json!(" \n")] {
        let command = json!({"do": "open_ticket", "kind": "deactivate", "user": "2101", "reason": reason});
        assert_eq!(world.code("lea", command), "ticket.reason_required");
    }
    world.apply("lea", json!({"do": "open_ticket", "kind": "deactivate", "user": "2101", "reason": "left"}));
    let carried = &world.facts.tickets[&1].commands;
    assert_eq!(carried[0]["do"], "set_user_enabled");
    assert_eq!(carried[0]["user"]["number"], 1);
}

#[test]
fn t_12_a_kind_carries_what_it_is_for() {
    let world = World::new();
    let new = newcomer("New One", "new@example.ca");
    let off = |value: bool| json!({"do": "set_user_enabled", "user": "2101", "value": value});
    let rename = json!({"do": "update_user", "user": "2101", "position": "x"});
    let (client, own) = (permission("2101", "web_access"), permission("new@example.ca", "web_access"));
    for (kind, commands, code) in [
        ("new_user", json!([new, right("new@example.ca", "CRM"), own]), "ok"),
        ("new_user", json!([right("2101", "CRM")]), "ticket.carries"),
        ("new_user", json!([new, right("2101", "CRM")]), "ticket.carries"),
        ("new_user", json!([rename]), "ticket.carries"),
        ("change_rights", json!([client, right("2101", "CRM")]), "ok"),
        ("change_rights", json!([client, permission("2102", "client_settings")]), "ticket.carries"),
        ("change_rights", json!([rename]), "ticket.carries"),
        ("change_rights", json!([new]), "ticket.carries"),
        ("deactivate", json!([off(false)]), "ok"),
        ("deactivate", json!([off(true)]), "ticket.carries"),
        ("deactivate", json!([client]), "ticket.carries"),
        ("other", json!([rename, off(false)]), "ok"),
        ("other", json!([{"do": "update_site", "site": "mtl", "name": "M"}]), "ok"),
    ] {
        assert_eq!(world.code("lea", open(kind, commands.clone())), code, "{kind} {commands}");
    }
    let mut named = open("change_rights", json!([client]));
    named["user"] = json!("2102");
    assert_eq!(world.code("lea", named), "ticket.carries", "the Commands are about somebody else");
}

#[test]
fn a_ticket_carries_no_ticket_role_ownership_or_password() {
    let world = World::new();
    for command in [
        open("other", json!([])),
        json!({"do": "approve_ticket", "ticket": "1"}),
        json!({"do": "set_admin_role", "admin": "lea", "value": null}),
        json!({"do": "set_user_role", "user": "2101", "value": "Analyst"}),
        json!({"do": "create_role", "name": "R", "licence": "analyst"}),
        json!({"do": "set_role_resource", "role": "Desk", "resource": "orders", "value": "view"}),
        json!({"do": "reset_admin_password", "admin": "lea"}),
        json!({"do": "create_admin", "username": "zoe", "first_name": "Z", "last_name": "R", "email": "z@example.ca"}),
        json!({"do": "transfer_ownership", "admin": "anna"}),
    ] {
        assert_eq!(world.code("olga", open("other", json!([command]))), "ticket.carries", "{command}");
    }
}

#[test]
fn t_23_the_same_request_waits_already() {
    let mut world = World::new();
    world.apply("lea", open("change_rights", json!([right("2101", "CRM")])));
    for same in ["CRM", "crm", "application:1"] {
        let refusal = world.refusal("marc", open("change_rights", json!([right("amelie.roy@example.ca", same)])));
        assert_eq!(refusal.code(), "ticket.duplicate");
        assert!(refusal.args.contains(&("ticket", Arg::Number(1))), "and it names the first");
    }
    for other in [
        open("change_rights", json!([permission("2101", "web_access")])),
        open("change_rights", json!([right("2102", "CRM")])),
        json!({"do": "open_ticket", "kind": "deactivate", "user": "2101", "reason": "left"}),
    ] {
        assert_eq!(world.code("lea", other.clone()), "ok", "{other}");
    }
    world.apply("lea", json!({"do": "cancel_ticket", "ticket": "1"}));
    assert_eq!(world.code("lea", open("change_rights", json!([right("2101", "CRM")]))), "ok");
}

#[test]
fn t_26_the_email_of_a_new_user_belongs_to_nobody() {
    let world = World::new();
    let new = |email: &str| open("new_user", json!([newcomer("N", email), right(email, "CRM")]));
    assert_eq!(world.code("lea", new("AMELIE.ROY@example.ca")), "ticket.email_taken");
    assert_eq!(world.code("lea", new("denis@example.ca")), "record.in_use", "S-22: of a hidden user, no more");
    assert_eq!(world.code("anna", new("denis@example.ca")), "ticket.email_taken");
    assert_eq!(world.code("lea", new("free@example.ca")), "ok");
}

#[test]
fn t_10_a_new_user_is_asked_for_with_names_email_position_and_an_application() {
    let mut world = World::new();
    let wanted = right("new@example.ca", "CRM");
    for field in ["first_name", "last_name", "email", "position"] {
        for empty in [Value::Null, json!(" ")] {
            let mut made = newcomer("New", "new@example.ca");
            made[field] = empty;
            let refusal = world.refusal("lea", open("new_user", json!([made, wanted])));
            assert_eq!((refusal.code(), refusal.field), ("field.required", Some(field)));
        }
    }
    let made = newcomer("New", "new@example.ca");
    let alone = open("new_user", json!([made, permission("new@example.ca", "web_access")]));
    assert_eq!(world.code("lea", alone.clone()), "ticket.application_required");
    assert_eq!(world.code("lea", open("new_user", json!([made, wanted]))), "ok", "a note is no must");
    world.facts.last.remove(&Kind::Application);
    assert_eq!(world.code("lea", alone), "ok", "where there is no application, none can be asked for");
}

#[test]
fn t_23_two_requests_for_one_new_user_are_the_same() {
    let mut world = World::new();
    let new = |name: &str, email: &str| open("new_user", json!([newcomer(name, email), right(email, "CRM")]));
    world.apply("lea", new("New", "new@example.ca"));
    let refusal = world.refusal("marc", new("Another name", "NEW@example.ca"));
    assert_eq!(refusal.code(), "ticket.duplicate");
    assert!(refusal.args.contains(&("ticket", Arg::Number(1))), "and it names the first");
    assert_eq!(world.code("marc", new("New", "new.too@example.ca")), "ok");
    let mut hidden = new("New", "new@example.ca");
    hidden["commands"][0]["site"] = json!("qc");
    assert_eq!(world.code("quentin", hidden), "record.in_use", "S-22: of a hidden request, no more");
    let twice = json!([new("A", "a@example.ca"), new("B", "A@example.ca")]);
    assert_eq!(world.code("lea", twice), "ticket.duplicate", "also within one batch");
    world.apply("marc", json!({"do": "reject_ticket", "ticket": "1", "reason": "no"}));
    assert_eq!(world.code("marc", new("New", "new@example.ca")), "ok", "what is decided waits no more");
}

#[test]
fn t_02_only_subjects_within_reach_can_be_asked_about() {
    let world = World::new();
    assert_eq!(world.code("lea", open("change_rights", json!([permission("2104", "web_access")]))), "record.not_found");
    let off = json!({"do": "open_ticket", "kind": "deactivate", "user": "2104", "reason": "left"});
    assert_eq!(world.code("lea", off), "record.not_found");
}

#[test]
fn what_may_be_asked_says_so_and_its_request_is_accepted() {
    let world = World::new();
    for (actor, kind, command) in [
        ("lea", "change_rights", permission("2101", "web_access")),
        ("lea", "change_rights", json!({"do": "set_supervisor_level", "user": "2101", "value": "reports"})),
        ("marc", "change_rights", json!({"do": "set_supervisor_level", "user": "2101", "value": "reports"})),
        ("marc", "change_rights", permission("2102", "manage_billable_items")),
        (
            "lea",
            "change_rights",
            json!({"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"}),
        ),
        ("lea", "other", json!({"do": "update_user", "user": "2101", "position": "x"})),
        ("lea", "other", json!({"do": "update_site", "site": "mtl", "name": "M"})),
        ("lea", "other", json!({"do": "set_group_member", "group": "Night", "user": "2101", "value": true})),
        (
            "lea",
            "other",
            json!({"do": "set_contact_permission", "contact": "Carl", "permission": "billing", "value": true}),
        ),
    ] {
        assert_eq!(world.class(actor, command.clone()), Some(Class::MayAsk), "{actor} {command}");
        assert_eq!(world.code(actor, open(kind, json!([command]))), "ok", "{actor} {command}");
    }
}

#[test]
fn what_a_rule_refuses_is_refused_as_a_request_too() {
    let world = World::new();
    for (command, code) in [
        (permission("2101", "client_settings"), "user.web_access_required"),
        (permission("2105", "web_access"), "user.email_shared"),
        (right("2101", "Contacts"), "application.view_only"),
        (permission("2199", "web_access"), "record.not_found"),
    ] {
        let refusal = world.refusal("lea", open("change_rights", json!([command])));
        assert_eq!((refusal.code(), refusal.line), (code, Some(1)));
    }
    let give = json!({"do": "set_admin_resource", "admin": "lea", "resource": "billable_items", "value": "view"});
    assert_eq!(world.code("marc", open("other", json!([give]))), "access.not_held", "nor what the asker cannot give");
}
