//! Triage: approving runs what was asked with the approver's rights, if it still is what was asked.

use guichet::domain::refusal::Class;
use guichet::domain::value::{FourEyes, Status, TicketStatus};
use serde_json::{Value, json};

use crate::requests::{newcomer, open, permission, right};
use crate::undo::undo;
use crate::world::{World, read};

fn approve(ticket: i64) -> Value {
    json!({"do": "approve_ticket", "ticket": ticket.to_string()})
}

fn as_of_now(ticket: i64) -> Value {
    json!({"do": "approve_ticket", "ticket": format!("#{ticket}"), "as_of_now": true})
}

/// A world in which lea has asked for Web access for Amélie.
fn asked() -> World {
    let mut world = World::new();
    world.apply("lea", open("change_rights", json!([permission("2101", "web_access")])));
    world
}

#[test]
fn t_21_completing_applies_what_was_asked() {
    let mut world = asked();
    let plan = world.apply("marc", approve(1));
    assert_eq!(read(&plan)[0], "permissions.web_access: null -> true");
    assert_eq!(plan.tickets, [1]);
    assert_eq!(plan.commands.len(), 1, "the approval alone: what it runs stands in the ticket");
    assert_eq!(world.facts.tickets[&1].status, TicketStatus::Done);
    assert_eq!(world.code("marc", approve(1)), "ticket.decided");
}

#[test]
fn t_21_with_the_approvers_rights_and_not_the_requesters() {
    let mut world = World::new();
    world.apply(
        "lea",
        open("change_rights", json!([{"do": "set_supervisor_level", "user": "2101", "value": "reports"}])),
    );
    assert_eq!(world.code("marc", approve(1)), "user.billable_needed");
    assert_eq!(world.code("anna", approve(1)), "ok");
    assert_eq!(world.class("lea", approve(1)), Some(Class::NotAllowed), "approving cannot be asked for");
    assert_eq!(world.code("quentin", approve(1)), "record.not_found");
}

#[test]
fn t_22_four_eyes_keep_a_requester_from_approving_their_own() {
    let mut world = World::new();
    world.apply("marc", open("change_rights", json!([permission("2101", "web_access")])));
    for (setting, own) in
        [(FourEyes::Auto, "ticket.four_eyes"), (FourEyes::On, "ticket.four_eyes"), (FourEyes::Off, "ok")]
    {
        world.organisation().four_eyes = setting;
        assert_eq!(world.code("marc", approve(1)), own, "{setting}");
        assert_eq!(world.code("anna", approve(1)), "ok", "{setting}");
    }
}

#[test]
fn t_22_auto_is_off_where_nobody_else_may_triage() {
    let mut world = World::new();
    world.apply("marc", open("change_rights", json!([permission("2101", "web_access")])));
    for username in ["olga", "anna"] {
        let id = world.admin(username).id.0;
        world.facts.admins.get_mut(&id).unwrap().status = Status::Disabled;
    }
    assert_eq!(world.code("marc", approve(1)), "ok", "quentin triages another site, lea only looks on");
    world.organisation().four_eyes = FourEyes::On;
    assert_eq!(world.code("marc", approve(1)), "ticket.four_eyes");
}

#[test]
fn a_changed_difference_needs_as_of_now() {
    let mut world = World::new();
    let level = |value: &str| json!({"do": "set_supervisor_level", "user": "2101", "value": value});
    world.apply("lea", open("change_rights", json!([level("analytics")])));
    world.apply("anna", level("reports"));
    assert_eq!(world.code("anna", approve(1)), "ticket.changed");
    assert_eq!(world.class("anna", approve(1)), Some(Class::Changed));
    let plan = world.apply("anna", as_of_now(1));
    assert_eq!(read(&plan)[0], "supervisor_level: \"reports\" -> \"analytics\"");
}

#[test]
fn what_is_done_already_can_be_closed_as_of_now() {
    let mut world = asked();
    world.apply("marc", permission("2101", "web_access"));
    assert_eq!(world.code("marc", approve(1)), "ticket.changed");
    let plan = world.apply("marc", as_of_now(1));
    assert!(plan.changes.iter().all(|c| c.subject.to_string() == "ticket:1"));
}

#[test]
fn a_subject_disabled_meanwhile_is_a_difference_and_a_new_name_is_not() {
    let mut world = asked();
    world.apply("marc", json!({"do": "update_user", "user": "2101", "display_name": "Amélie Roy-Caron"}));
    assert_eq!(world.code("marc", approve(1)), "ok");
    world.apply("marc", json!({"do": "set_user_enabled", "user": "2101", "value": false}));
    assert_eq!(world.code("marc", approve(1)), "ticket.changed");
    assert_eq!(world.code("marc", as_of_now(1)), "ok");
    let mut world = World::new();
    world.apply("lea", open("change_rights", json!([permission("2110", "client_settings")])));
    assert_eq!(world.code("marc", approve(1)), "ok", "disabled when it was asked, disabled still");
}

#[test]
fn s_28_the_requester_must_still_be_there_and_still_may_ask() {
    let gone = |command: Value| {
        let mut world = asked();
        world.apply("anna", command);
        world.code("marc", approve(1))
    };
    let set = |resource: &str, value: &str| json!({"do": "set_admin_resource", "admin": "lea", "resource": resource, "value": value});
    assert_eq!(gone(json!({"do": "set_admin_enabled", "admin": "lea", "value": false})), "ticket.requester_gone");
    assert_eq!(gone(set("tickets", "none")), "ticket.requester_gone");
    assert_eq!(gone(set("users", "none")), "ticket.requester_gone");
    assert_eq!(
        gone(json!({"do": "set_admin_site", "admin": "lea", "site": "mtl", "value": false})),
        "ticket.requester_gone"
    );
    assert_eq!(gone(set("contacts", "none")), "ok");
}

#[test]
fn what_no_longer_applies_leaves_the_ticket_open_and_says_why() {
    let mut world = asked();
    world.apply("marc", json!({"do": "update_user", "user": "2101", "email": null}));
    assert_eq!(world.code("marc", approve(1)), "user.email_required");
    assert_eq!(world.code("marc", as_of_now(1)), "user.email_required");
    assert_eq!(world.facts.tickets[&1].status, TicketStatus::Open);
    let batch = json!([{"do": "update_site", "site": "mtl", "name": "M"}, approve(1)]);
    assert_eq!(world.refusal("marc", batch).line, Some(2), "the line is that of the batch");
}

#[test]
fn a_kept_ref_does_not_follow_an_email_to_somebody_else() {
    let mut world = World::new();
    world.apply("lea", open("change_rights", json!([permission("amelie.roy@example.ca", "web_access")])));
    world.apply(
        "marc",
        json!([
            {"do": "update_user", "user": "2101", "email": "amelie@example.ca"},
            {"do": "update_user", "user": "2113", "email": "amelie.roy@example.ca"},
        ]),
    );
    world.apply("marc", approve(1));
    assert!(world.user("Amélie Roy").permissions.contains("web_access"));
    assert!(world.facts.users[&13].permissions.is_empty());
}

#[test]
fn the_rights_of_a_new_user_go_to_that_user_whoever_was_made_meanwhile() {
    let mut world = World::new();
    let wanted = json!([
        newcomer("Wanted", "wanted@example.ca"),
        right("wanted@example.ca", "CRM"),
        permission("Wanted", "web_access")
    ]);
    world.apply("lea", open("new_user", wanted));
    world.apply("marc", newcomer("Meanwhile", "meanwhile@example.ca"));
    world.apply("marc", approve(1));
    assert!(world.user("Meanwhile").applications.is_empty() && world.user("Meanwhile").permissions.is_empty());
    assert_eq!((world.user("Wanted").applications.len(), world.user("Wanted").permissions.len()), (1, 1));
}

#[test]
fn an_approval_and_a_password_in_one_batch_keep_their_lines() {
    let world = asked();
    let plan = world.plan("marc", json!([approve(1), {"do": "reset_admin_password", "admin": "lea"}])).unwrap();
    assert_eq!(plan.passwords[0].command, 2);
}

#[test]
fn t_20_rejecting_needs_a_reason_and_only_the_requester_withdraws() {
    let mut world = asked();
    let reject = |reason: &str| json!({"do": "reject_ticket", "ticket": "1", "reason": reason});
    let cancel = json!({"do": "cancel_ticket", "ticket": "1"});
    assert_eq!(world.code("marc", reject(" ")), "field.required");
    assert_eq!(world.code("marc", cancel.clone()), "ticket.not_requester");
    assert_eq!(world.code("lea", cancel.clone()), "ok");
    assert_eq!(world.class("lea", reject("no")), Some(Class::NotAllowed));
    world.apply("marc", reject("No need"));
    let ticket = &world.facts.tickets[&1];
    assert_eq!(ticket.status, TicketStatus::Rejected);
    assert_eq!((ticket.comments[0].by.as_str(), ticket.comments[0].text.as_str()), ("marc", "No need"));
    for command in [approve(1), reject("again"), cancel, json!({"do": "take_ticket", "ticket": "1"})] {
        assert_eq!(world.code("anna", command), "ticket.decided");
    }
    assert_eq!(world.code("lea", json!({"do": "comment_ticket", "ticket": "1", "text": "Pity"})), "ok");
}

#[test]
fn tickets_are_taken_assigned_and_ranked_by_who_triages() {
    let mut world = asked();
    world.apply("marc", json!({"do": "take_ticket", "ticket": "1"}));
    let ticket = &world.facts.tickets[&1];
    assert_eq!((ticket.status, ticket.assignee), (TicketStatus::InProgress, Some(world.admin("marc").id)));
    let urgent = json!({"do": "set_ticket_priority", "ticket": "1", "value": "urgent"});
    assert_eq!(read(&world.plan("marc", urgent.clone()).unwrap()), ["priority: \"normal\" -> \"urgent\""]);
    assert_eq!(world.class("lea", urgent), Some(Class::NotAllowed));
    let assign = json!({"do": "assign_ticket", "ticket": "1", "assignee": "marc"});
    assert_eq!(read(&world.plan("anna", assign.clone()).unwrap()), Vec::<String>::new());
    assert_eq!(world.class("lea", assign), Some(Class::NotAllowed));
}

#[test]
fn t_21_a_ticket_is_given_only_to_who_may_decide_it() {
    let mut world = asked();
    let assign = |to: &str| json!({"do": "assign_ticket", "ticket": "1", "assignee": to});
    for (to, why) in [("lea", "looks on"), ("nobody", "holds nothing"), ("quentin", "triages another site")] {
        let refusal = world.refusal("olga", assign(to));
        assert_eq!((refusal.code(), refusal.field), ("ticket.assignee", Some("assignee")), "{to} {why}");
    }
    assert_eq!(world.code("olga", assign("marc")), "ok");
    world.apply("anna", json!({"do": "set_admin_enabled", "admin": "marc", "value": false}));
    assert_eq!(world.code("olga", assign("marc")), "ticket.assignee", "disabled");
}

#[test]
fn t_20_a_request_is_withdrawn_while_it_is_open_only() {
    let mut world = asked();
    let cancel = json!({"do": "cancel_ticket", "ticket": "1"});
    world.apply("marc", json!({"do": "assign_ticket", "ticket": "1", "assignee": "marc"}));
    assert_eq!(world.code("lea", cancel.clone()), "ok", "given to somebody, not begun");
    world.apply("marc", json!({"do": "take_ticket", "ticket": "1"}));
    assert_eq!(world.code("lea", cancel), "ticket.in_progress");
}

#[test]
fn an_imported_ticket_can_only_be_commented() {
    let mut world = asked();
    world.facts.tickets.get_mut(&1).unwrap().origin = Some(json!({"number": "17"}));
    for command in
        [approve(1), json!({"do": "take_ticket", "ticket": "1"}), json!({"do": "cancel_ticket", "ticket": "1"})]
    {
        assert_eq!(world.code("marc", command), "ticket.imported");
    }
    assert_eq!(world.code("marc", json!({"do": "comment_ticket", "ticket": "1", "text": "Seen"})), "ok");
}

#[test]
fn s_26_a_requester_takes_back_what_they_said_themselves_and_nothing_else() {
    let say = |text: &str| json!({"do": "comment_ticket", "ticket": "1", "text": text});
    let mut world = asked();
    world.apply("lea", say("Please"));
    let theirs = world.apply("marc", say("Who asks?"));
    assert_eq!(undo(&world, "lea", &theirs).unwrap_err().class(), Class::NotAllowed);
    assert!(undo(&world, "marc", &theirs).is_ok());
    let own = world.apply("lea", say("I do"));
    let back = undo(&world, "lea", &own).unwrap();
    world.facts.apply(&back);
    let said: Vec<_> = world.facts.tickets[&1].comments.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(said, ["Please", "Who asks?"]);
}
