//! Administrators: giving needs holding, losses go down the tree, and nobody acts but downwards.

use guichet::domain::refusal::{Class, Code};
use guichet::domain::value::{Level, Status};
use serde_json::{Value, json};

use crate::world::{World, effects, read};

fn resource(admin: &str, resource: &str, value: Value) -> Value {
    json!({"do": "set_admin_resource", "admin": admin, "resource": resource, "value": value})
}

fn site(admin: &str, site: &str, value: bool) -> Value {
    json!({"do": "set_admin_site", "admin": admin, "site": site, "value": value})
}

fn role(admin: &str, role: Value) -> Value {
    json!({"do": "set_admin_role", "admin": admin, "value": role})
}

fn make(username: &str, more: Value) -> Value {
    let mut command = json!({"do": "create_admin", "username": username, "first_name": "A", "last_name": "B",
        "email": "ab@example.ca"});
    if let (Some(to), Value::Object(more)) = (command.as_object_mut(), more) {
        to.extend(more);
    }
    command
}

#[test]
fn a_01_a_sub_administrator_holds_what_is_given_and_nothing_else() {
    let mut world = World::new();
    world.apply("anna", json!([make("zoe", json!({"sites": ["lav-2"]})), resource("zoe", "reports", json!("view"))]));
    let zoe = world.actor("zoe");
    let held: Vec<_> = zoe.holds.resources.iter().filter(|(_, level)| **level > Level::None).collect();
    assert_eq!(held.len(), 1);
    assert_eq!((zoe.level("reports"), zoe.all_sites()), (Level::View, false));
    assert_eq!(world.admin("zoe").parent, Some(world.admin("anna").id), "A-20");
    assert_eq!(world.admin("zoe").status, Status::Invited);
}

#[test]
fn a_09_giving_a_resource_needs_holding_it() {
    let world = World::new();
    for (actor, command, code) in [
        ("marc", resource("lea", "billable_items", json!("view")), "access.not_held"),
        ("marc", resource("lea", "users", json!("manage")), "ok"),
        ("anna", resource("marc", "billable_items", json!("manage")), "ok"),
        ("anna", resource("lea", "billable_items", json!("manage")), "ok"),
        ("anna", resource("marc", "roles", json!("view")), "access.not_held"),
        ("olga", resource("marc", "roles", json!("view")), "ok"),
        ("olga", resource("marc", "roles", json!("manage")), "role.roles_manage"),
        ("olga", resource("marc", "roof", json!("view")), "permission.unknown"),
    ] {
        assert_eq!(world.code(actor, command.clone()), code, "{actor} {command}");
    }
    assert_eq!(Code::NotHeld.class(), Class::NotAllowed);
}

#[test]
fn a_09_going_back_to_the_role_is_giving_what_the_role_gives() {
    let mut world = World::new();
    let back = resource("lea", "numbers", Value::Null);
    world.apply("olga", json!([role("lea", json!("Desk")), resource("lea", "reports", json!("manage"))]));
    assert_eq!(world.code("marc", resource("lea", "reports", Value::Null)), "ok", "down is free");
    world.apply("olga", json!([resource("lea", "call_recording", json!("view"))]));
    assert_eq!(world.code("marc", resource("lea", "call_recording", json!("manage"))), "access.not_held");
    assert_eq!(world.code("marc", back), "ok", "no value by hand: nothing changes");
}

#[test]
fn a_09_r_38_giving_a_role_needs_every_value_of_it() {
    let mut world = World::new();
    assert_eq!(world.code("marc", role("nobody", json!("Analyst"))), "access.not_held");
    assert_eq!(world.code("marc", make("zoe", json!({"role": "Analyst"}))), "access.not_held");
    assert_eq!(world.code("anna", role("nobody", json!("Desk"))), "ok");
    world.apply("olga", resource("marc", "reports", json!("view")));
    assert_eq!(world.code("marc", role("nobody", json!("Analyst"))), "ok");
    assert_eq!(world.code("olga", role("nobody", json!("Owner"))), "role.owner_licence");
    assert_eq!(world.code("olga", role("nobody", json!("Deputy"))), "role.owner_licence");
}

#[test]
fn a_09_a_value_by_hand_does_not_hide_what_a_role_gives() {
    let mut world = World::new();
    world.apply("olga", json!({"do": "create_role", "name": "Teller", "licence": "analyst"}));
    world.apply("olga", json!({"do": "set_role_resource", "role": "Teller", "resource": "orders", "value": "manage"}));
    world.apply(
        "olga",
        json!([resource("marc", "reports", json!("view")), resource("nobody", "orders", json!("none"))]),
    );
    assert_eq!(world.code("marc", role("nobody", json!("Teller"))), "access.not_held");
}

#[test]
fn a_09_giving_a_site_needs_reaching_it() {
    let world = World::new();
    let all = |admin: &str, value: bool| json!({"do": "set_admin_all_sites", "admin": admin, "value": value});
    for (actor, command, code) in [
        ("marc", site("nobody", "mtl", true), "ok"),
        ("marc", site("nobody", "qc", true), "record.not_found"),
        ("marc", make("zoe", json!({"sites": ["mtl", "qc"]})), "record.not_found"),
        ("marc", make("zoe", json!({"all_sites": true})), "access.needs_all_sites"),
        ("marc", all("lea", true), "access.needs_all_sites"),
        ("anna", all("lea", true), "ok"),
        ("anna", site("lea", "qc", true), "ok"),
    ] {
        assert_eq!(world.code(actor, command.clone()), code, "{actor} {command}");
    }
}

#[test]
fn a_09_what_is_given_beyond_the_parent_counts_for_nothing() {
    let mut world = World::new();
    world.apply(
        "anna",
        json!([
            {"do": "set_admin_all_sites", "admin": "lea", "value": true},
            resource("lea", "billable_items", json!("manage")),
        ]),
    );
    let lea = world.actor("lea");
    assert_eq!((lea.all_sites(), lea.level("billable_items")), (false, Level::None));
}

#[test]
fn a_10_the_plan_lists_what_the_branch_loses() {
    let mut world = World::new();
    let plan = world.apply("anna", resource("marc", "users", json!("none")));
    assert_eq!(read(&plan), ["overrides.users: \"manage\" -> \"none\""]);
    assert_eq!(effects(&plan), ["lea resources.users: \"view\" -> \"none\" (parent)"]);
    assert_eq!(world.actor("lea").level("users"), Level::None);
    let back = world.apply("anna", resource("marc", "users", json!("view")));
    assert_eq!(effects(&back), ["lea resources.users: \"none\" -> \"view\" (parent)"], "nothing is copied");
    let plan = world.apply("anna", site("marc", "mtl", false));
    assert_eq!(effects(&plan), ["lea effective_sites: [\"mtl\"] -> [] (parent)"]);
}

#[test]
fn a_10_a_changed_role_falls_on_its_holders_and_their_branch() {
    let mut world = World::new();
    world.apply("olga", json!([role("marc", json!("Desk")), resource("marc", "tickets", Value::Null)]));
    let command = json!({"do": "set_role_resource", "role": "Desk", "resource": "tickets", "value": "none"});
    let plan = world.plan("olga", command).unwrap();
    assert_eq!(
        effects(&plan),
        [
            "marc resources.tickets: \"manage\" -> \"none\" (role)",
            "lea resources.tickets: \"view\" -> \"none\" (parent)"
        ]
    );
    let touched: Vec<_> = plan.admins.iter().map(|id| id.0).collect();
    assert_eq!(touched, [3, 4], "the entry is seen by who reaches them");
}

#[test]
fn s_21_nobody_acts_on_oneself_a_sibling_or_an_ancestor() {
    let world = World::new();
    let actions = |admin: &str| {
        vec![
            resource(admin, "notes", json!("none")),
            site(admin, "mtl", false),
            json!({"do": "set_admin_all_sites", "admin": admin, "value": admin == "marc"}),
            role(admin, json!("Analyst")),
            json!({"do": "set_admin_enabled", "admin": admin, "value": false}),
            json!({"do": "reset_admin_password", "admin": admin}),
            json!({"do": "update_admin", "admin": admin, "username": "other"}),
        ]
    };
    for command in actions("marc") {
        assert_ne!(world.code("marc", command.clone()), "ok", "{command}");
        assert_eq!(world.class("marc", command), Some(Class::NotAllowed));
    }
    for other in ["quentin", "anna", "olga"] {
        for command in actions(other) {
            assert_eq!(world.code("marc", command.clone()), "record.not_found", "{command}");
        }
    }
    for command in actions("lea") {
        assert_ne!(world.code("marc", command.clone()), "record.not_found", "{command}");
    }
}

#[test]
fn s_21_ones_own_details_are_ones_own() {
    let world = World::new();
    let own = |actor: &str| json!({"do": "update_admin", "admin": actor, "mobile": "514 555 0199", "last_name": "Roy"});
    for actor in ["olga", "anna", "marc", "lea", "nobody"] {
        assert_eq!(world.code(actor, own(actor)), "ok", "{actor}");
        let name = json!({"do": "update_admin", "admin": actor, "username": "renamed"});
        assert_ne!(world.code(actor, name), "ok", "{actor}");
    }
    assert_eq!(world.code("nobody", own("NOBODY")), "ok");
    assert_eq!(world.code("nobody", own("lea")), "access.needs_manage");
    assert_eq!(world.code("nobody", own("nowhere")), "access.needs_manage", "and not a word of who exists");
}

/// A-45, S-21: what one may do in two steps may be done in one.
#[test]
fn s_21_ones_own_details_and_ones_own_note_go_in_one_batch() {
    let mut world = World::new();
    world.apply("olga", json!({"do": "set_admin_resource", "admin": "lea", "resource": "notes", "value": "manage"}));
    let details = json!({"do": "update_admin", "admin": "lea", "mobile": "514 555 0199"});
    let note = json!({"do": "set_note", "admin": "lea", "note": "On leave in May"});
    assert_eq!(world.code("lea", json!([details, note])), "ok");
    world.apply("olga", json!({"do": "set_admin_resource", "admin": "lea", "resource": "notes", "value": "view"}));
    assert_ne!(world.code("lea", json!([details, note])), "ok", "the note needs its right all the same");
}

#[test]
fn a_12_user_names_are_unique_whatever_the_case() {
    let mut world = World::new();
    assert_eq!(world.code("anna", make("LEA", json!({}))), "record.in_use");
    assert_eq!(world.code("quentin", make("lea", json!({}))), "record.in_use", "hidden, and no more is said");
    assert_eq!(world.code("anna", make("l a", json!({}))), "username.character");
    assert_eq!(world.code("anna", json!([make("zoe", json!({})), make("Zoe", json!({}))])), "record.in_use");
    let plan = world.apply("marc", json!({"do": "update_admin", "admin": "lea", "username": "Lea.Roy"}));
    assert_eq!(read(&plan), ["username: \"lea\" -> \"lea.roy\""], "A-19");
}

#[test]
fn a_26_names_and_email_are_required() {
    let world = World::new();
    for field in ["first_name", "last_name", "email"] {
        let refusal = world.refusal("anna", make("zoe", json!({field: " "})));
        assert_eq!((refusal.code(), refusal.field), ("field.required", Some(field)));
    }
}

#[test]
fn a_22_a_23_disabling_keeps_the_record_and_the_branch() {
    let mut world = World::new();
    let set = |admin: &str, value: bool, branch: Value| json!({"do": "set_admin_enabled", "admin": admin, "value": value, "branch": branch});
    assert_eq!(world.code("olga", set("olga", false, Value::Null)), "admin.owner_stays");
    assert_eq!(world.code("olga", set("olga", false, json!(true))), "admin.owner_stays");
    world.apply("anna", set("marc", false, Value::Null));
    assert_eq!((world.admin("marc").status, world.admin("lea").status), (Status::Disabled, Status::Active));
    assert_eq!(world.actor("lea").level("users"), Level::View, "what is held goes on capping the branch");
    world.apply("anna", set("marc", true, Value::Null));
    let plan = world.apply("anna", set("marc", false, json!(true)));
    let named: Vec<_> = plan.changes.iter().map(|c| (c.name.as_str(), c.cause.is_some())).collect();
    assert_eq!(named, [("marc", false), ("lea", true), ("nobody", true)]);
}

#[test]
fn who_never_signed_in_is_invited_again_when_enabled() {
    let mut world = World::new();
    world.apply("anna", make("zoe", json!({})));
    let set = |value: bool| json!({"do": "set_admin_enabled", "admin": "zoe", "value": value});
    world.apply("anna", set(false));
    world.apply("anna", set(true));
    assert_eq!(world.admin("zoe").status, Status::Invited);
}

#[test]
fn a_24_a_password_to_be_made_is_named_and_never_written() {
    let world = World::new();
    let reset = |admin: &str| json!({"do": "reset_admin_password", "admin": admin});
    let plan = world.plan("marc", json!([{"do": "update_site", "site": "mtl", "name": "M"}, reset("lea")])).unwrap();
    let made: Vec<_> = plan.passwords.iter().map(|p| (p.command, p.username.as_str())).collect();
    assert_eq!(made, [(2, "lea")]);
    let plan = world.plan("marc", reset("lea")).unwrap();
    assert!(plan.changes.is_empty() && !plan.is_empty(), "something is done, without a change of the model");
    assert_eq!(world.code("marc", reset("marc")), "access.not_oneself");
    let plan = world.plan("marc", make("zoe", json!({}))).unwrap();
    assert_eq!(plan.passwords[0].username, "zoe");
}

#[test]
fn s_21_the_tree_is_at_most_8_deep() {
    let mut world = World::new();
    let mut above = "olga".to_owned();
    for depth in 2..=9 {
        let name = format!("d{depth}");
        let command = make(&name, json!({"all_sites": true}));
        if depth == 9 {
            assert_eq!(world.code(&above, command), "admin.too_deep");
            break;
        }
        world.apply(&above, command);
        world.apply("olga", resource(&name, "administrators", json!("manage")));
        above = name;
    }
}

#[test]
fn what_the_licence_of_the_role_fixes_is_not_overridden_downwards() {
    let mut world = World::new();
    world.apply("olga", role("lea", json!("Administrator")));
    assert_eq!(world.code("olga", resource("lea", "numbers", json!("view"))), "admin.licence_override");
    assert_eq!(world.code("olga", resource("lea", "reports", json!("none"))), "admin.licence_override");
    assert_eq!(world.code("olga", resource("lea", "reports", json!("manage"))), "ok");
    assert_eq!(world.code("olga", resource("olga", "reports", json!("none"))), "admin.owner");
}

#[test]
fn a_38_a_site_that_the_editor_lacks_stays_as_it_is() {
    let mut world = World::new();
    world.apply("olga", site("lea", "qc", true));
    assert_eq!(world.code("marc", site("lea", "qc", false)), "record.not_found");
    assert_eq!(world.code("marc", site("lea", "mtl", false)), "ok");
}
