//! A request that was possible when it was sent and is no longer: it stays open, and approving it says why.

use guichet::domain::record::Ticket;
use guichet::domain::refusal::Class;
use guichet::domain::value::TicketStatus;
use serde_json::{Value, json};

use crate::requests::{newcomer, open, permission, right};
use crate::world::World;

fn level(user: &str, value: &str) -> Value {
    json!({"do": "set_supervisor_level", "user": user, "value": value})
}

fn set(resource: &str, value: &str) -> Value {
    json!({"do": "set_admin_resource", "admin": "lea", "resource": resource, "value": value})
}

/// What lea asks for, what happens then (by olga), and the answer to anna, who may do all of it.
fn cases() -> Vec<(&'static str, Value, Value, &'static str)> {
    let rights = |command: Value| open("change_rights", json!([command]));
    let email = |user: &str, email: Value| json!({"do": "update_user", "user": user, "email": email});
    let taken = open("new_user", json!([newcomer("New", "new@example.ca"), right("new@example.ca", "CRM")]));
    let phone = json!({"do": "set_softphone", "user": "2101", "client": "desktop", "device": "PJSIP/2101"});
    let professional = json!({"do": "set_access_type", "user": "2101", "value": "professional"});
    let group = json!({"do": "set_primary_group", "user": "2101", "value": "Night"});
    let billing = |contact: &str, value: bool| json!({"do": "set_contact_permission", "contact": contact, "permission": "call_records", "value": value});
    let off = json!({"do": "open_ticket", "kind": "deactivate", "user": "2101", "reason": "left"});
    let disable = json!({"do": "set_user_enabled", "user": "2101", "value": false});
    let seats = json!({"do": "set_organisation", "seat_limit": "refuse", "seats": {"reports": 2}});
    vec![
        (
            "the e-mail is gone",
            rights(permission("2101", "web_access")),
            email("2101", Value::Null),
            "user.email_required",
        ),
        (
            "the e-mail is shared meanwhile",
            rights(permission("2101", "web_access")),
            json!([email("2102", json!("else@example.ca")), email("2113", json!("amelie.roy@example.ca"))]),
            "user.email_shared",
        ),
        ("the e-mail of the new user is taken", taken, newcomer("Else", "new@example.ca"), "ticket.email_taken"),
        (
            "Web access is gone",
            rights(permission("2102", "client_settings")),
            json!([
            {"do": "set_permission", "user": "2102", "permission": "web_access", "value": false}]),
            "user.web_access_required",
        ),
        ("the level is given already", rights(level("2101", "reports")), level("2101", "reports"), "ticket.changed"),
        ("another level is there", rights(level("2101", "analytics")), level("2101", "reports"), "ticket.changed"),
        ("done already", off, disable.clone(), "ticket.changed"),
        ("disabled meanwhile", rights(permission("2101", "web_access")), disable, "ticket.changed"),
        (
            "the group is left",
            rights(json!({"do": "set_primary_group", "user": "2101", "value": "Night"})),
            json!({"do": "set_group_member", "group": "Night", "user": "2101", "value": false}),
            "user.primary_group_not_member",
        ),
        (
            "the licence is gone",
            json!([professional.clone(), rights(phone)]),
            json!({"do": "set_access_type", "user": "2101", "value": "essential"}),
            "permission.requires",
        ),
        (
            "the seats are used up",
            rights(level("2101", "reports")),
            json!([seats, level("2113", "reports")]),
            "seats.exceeded",
        ),
        (
            "the setting is off",
            open("other", json!([billing("Carl", true)])),
            json!({"do": "set_organisation", "voip": false}),
            "permission.setting_off",
        ),
        (
            "the requester is demoted",
            rights(permission("2101", "web_access")),
            set("users", "none"),
            "ticket.requester_gone",
        ),
        (
            "the requester asks no more",
            rights(permission("2101", "web_access")),
            set("tickets", "none"),
            "ticket.requester_gone",
        ),
        (
            "the requester is gone",
            rights(permission("2101", "web_access")),
            json!({"do": "set_admin_enabled", "admin": "lea", "value": false}),
            "ticket.requester_gone",
        ),
        (
            "the site is taken from the requester",
            rights(permission("2101", "web_access")),
            json!({"do": "set_admin_site", "admin": "lea", "site": "mtl", "value": false}),
            "ticket.requester_gone",
        ),
        ("nothing of it changed", rights(group), set("contacts", "none"), "ok"),
    ]
}

#[test]
fn t_21_a_request_that_is_possible_no_longer_stays_open_and_says_why() {
    let mut refused = 0;
    for (what, asked, then, code) in cases() {
        let mut world = World::new();
        world.apply("olga", json!({"do": "set_group_member", "group": "Night", "user": "2101", "value": true}));
        let before = asked.as_array().cloned().unwrap_or_default();
        let (asked, before) = match before.split_last() {
            Some((asked, before)) => (asked.clone(), before.to_vec()),
            None => (asked, Vec::new()),
        };
        if !before.is_empty() {
            world.apply("olga", Value::Array(before));
        }
        if let Err(refusal) = world.plan("lea", asked.clone()) {
            panic!("{what}: cannot be asked: {refusal:?}");
        }
        world.apply("lea", asked);
        world.apply("olga", then);
        let approve = json!({"do": "approve_ticket", "ticket": "1"});
        let found = world.code("anna", approve.clone());
        assert_eq!(found, code, "{what}");
        if code == "ok" {
            continue;
        }
        refused += 1;
        let ticket: &Ticket = &world.facts.tickets[&1];
        assert_eq!(ticket.status, TicketStatus::Open, "{what}: it stays open");
        let as_of_now = json!({"do": "approve_ticket", "ticket": "1", "as_of_now": true});
        let again = world.plan("anna", as_of_now).err().map(|refusal| refusal.code());
        assert_eq!(again.is_none(), code == "ticket.changed", "{what}: as of now {again:?}");
        let class = world.class("anna", approve).unwrap();
        assert!(
            matches!(class, Class::Rule | Class::Changed),
            "{what}: a reason of its own, not that it is not allowed"
        );
    }
    assert!(refused >= 10, "{refused}");
}
