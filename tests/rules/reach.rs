//! What is out of reach does not exist: the refusals are compared with those of a world in which it really does not.

use guichet::domain::refusal::{Code, Refusal};
use serde_json::{Value, json};

use crate::world::World;

fn subjects() -> Vec<(&'static str, Value)> {
    let user = |words: &str| json!({"do": "set_uc_client", "user": words, "value": true});
    let contact = |words: &str| json!({"do": "update_contact", "contact": words, "position": "x"});
    vec![
        ("user 4", user("2104")),
        ("user 4", user("DENIS@example.ca")),
        ("user 4", user("user:4")),
        ("user 4", json!({"do": "set_uc_client", "user": {"name": "x", "number": 4}, "value": true})),
        ("user 14", user("Hidden Twin")),
        ("user 8", user("Sans Site")),
        ("contact 2", contact("Bob")),
        ("contact 2", contact("bob@example.ca")),
        ("contact 2", json!({"do": "set_communication_order", "list": "technical", "contacts": ["Bob"]})),
        ("site 2", json!({"do": "update_site", "site": "qc", "name": "x"})),
        ("site 2", json!({"do": "create_user", "display_name": "x", "site": "QC"})),
        ("site 2", json!({"do": "set_admin_site", "admin": "lea", "site": "qc", "value": true})),
        ("admin 6", json!({"do": "reset_admin_password", "admin": "quentin"})),
        ("admin 6", json!({"do": "set_admin_enabled", "admin": "Quentin", "value": false})),
        ("admin 6", json!({"do": "assign_ticket", "ticket": "2", "assignee": "quentin"})),
        ("ticket 1", json!({"do": "comment_ticket", "ticket": "#1", "text": "x"})),
        ("ticket 1", json!({"do": "approve_ticket", "ticket": "1"})),
    ]
}

/// A world in which quentin (Québec) and marc (Montréal) have each sent a ticket.
fn with_tickets() -> World {
    let mut world = World::new();
    for (actor, user) in [("quentin", "2104"), ("marc", "2101")] {
        let asked = json!([{"do": "set_uc_client", "user": user, "value": true}]);
        world.apply(actor, json!({"do": "open_ticket", "kind": "change_rights", "user": user, "commands": asked}));
    }
    world
}

#[test]
fn s_22_what_is_hidden_is_refused_as_what_does_not_exist() {
    for (what, command) in subjects() {
        let world = with_tickets();
        let mut without = world.clone();
        let (kind, number) = what.split_once(' ').unwrap();
        let number: i64 = number.parse().unwrap();
        match kind {
            "user" => drop(without.facts.users.remove(&number)),
            "contact" => drop(without.facts.contacts.remove(&number)),
            "site" => drop(without.facts.sites.remove(&number)),
            "admin" => drop(without.facts.admins.remove(&number)),
            _ => drop(without.facts.tickets.remove(&number)),
        }
        let hidden: Refusal = world.refusal("marc", command.clone());
        assert_eq!(hidden.code, Code::NotFound, "{command}");
        assert_eq!(hidden, without.refusal("marc", command.clone()), "{command}");
        assert_ne!(world.code("olga", command.clone()), "record.not_found", "{command}");
    }
}

#[test]
fn s_22_a_request_is_no_way_to_learn_what_exists() {
    let mut world = with_tickets();
    world.apply("anna", json!({"do": "set_admin_resource", "admin": "nobody", "resource": "tickets", "value": "view"}));
    for user in ["2101", "2199"] {
        let uc = json!({"do": "set_uc_client", "user": user, "value": true});
        let named = json!({"do": "open_ticket", "kind": "change_rights", "user": user, "commands": [uc]});
        let carried = json!({"do": "open_ticket", "kind": "change_rights", "commands": [uc]});
        assert_eq!(world.code("nobody", named), "access.needs_view");
        assert_eq!(world.code("nobody", carried), "access.needs_manage");
    }
    for ticket in ["2", "99"] {
        let comment = json!({"do": "comment_ticket", "ticket": ticket, "text": "x"});
        assert_eq!(world.code("lea", comment), "record.not_found", "who only views tickets follows their own");
    }
}

#[test]
fn s_22_a_duplicate_with_a_hidden_record_says_in_use_and_no_more() {
    let world = World::new();
    let give = json!({"do": "set_permission", "user": "chloe@example.ca", "permission": "web_access", "value": true});
    let refusal = world.refusal("marc", give.clone());
    assert_eq!(refusal.code, Code::InUse);
    assert!(!format!("{refusal:?}").contains("Hidden Twin"));
    assert_eq!(
        world
            .refusal(
                "anna",
                json!([
                    {"do": "set_permission", "user": "user:3", "permission": "web_access", "value": true}
                ])
            )
            .code,
        Code::EmailShared
    );
    let site = json!({"do": "update_site", "site": "mtl", "code": "qc"});
    assert_eq!(world.code("marc", site), "record.in_use");
}

#[test]
fn a_name_that_fits_two_within_reach_is_ambiguous_and_both_are_named() {
    let world = World::new();
    let uc = |user: &str| json!({"do": "set_uc_client", "user": user, "value": true});
    let refusal = world.refusal("marc", uc("jean tremblay"));
    assert_eq!(refusal.code, Code::Ambiguous);
    let said = format!("{refusal:?}");
    assert!(said.contains("Jean Tremblay (user:11)") && said.contains("Jean Tremblay (user:12)"), "{said}");
    assert_eq!(world.code("marc", uc("user:12")), "ok");
    let plan = world.plan("marc", uc("Denis Noel")).unwrap();
    assert_eq!(plan.changes[0].subject.to_string(), "user:13", "the namesake of another site does not count");
    assert_eq!(world.code("olga", uc("Denis Noel")), "record.ambiguous");
}

#[test]
fn a_user_is_found_by_extension_email_login_and_name_in_that_order() {
    let mut world = World::new();
    world.facts.users.get_mut(&11).unwrap().login = Some("Amélie Roy".into());
    world.facts.users.get_mut(&12).unwrap().login = Some("2101".into());
    let found = |words: &str| {
        let plan = world.plan("olga", json!({"do": "update_user", "user": words, "position": "x"})).unwrap();
        plan.changes[0].subject.id
    };
    assert_eq!([found("2101"), found("amelie.roy@EXAMPLE.ca"), found("amelie roy"), found("Sans site")], [1, 1, 11, 8]);
}

#[test]
fn records_without_a_site_are_for_holders_of_all_sites() {
    let world = World::new();
    let away = json!({"do": "update_user", "user": "2101", "site": null});
    assert_eq!(world.code("marc", away.clone()), "access.site_not_held");
    assert_eq!(world.code("anna", away), "ok");
    let make = json!({"do": "create_user", "display_name": "x"});
    assert_eq!(world.code("marc", make.clone()), "access.site_not_held");
    assert_eq!(world.code("anna", make), "ok");
}
