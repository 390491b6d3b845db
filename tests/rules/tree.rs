//! The tree of administrators: moving a branch, deleting who never came, passing ownership on.

use guichet::domain::refusal::{Arg, Class};
use guichet::domain::value::{Level, Status};
use serde_json::{Value, json};

use crate::holds::check;
use crate::undo::undo;
use crate::world::{World, effects, read};

fn make(username: &str) -> Value {
    json!({"do": "create_admin", "username": username, "first_name": "A", "last_name": "B", "email": "ab@example.ca"})
}

fn under(admin: &str, parent: &str) -> Value {
    json!({"do": "set_admin_parent", "admin": admin, "parent": parent})
}

fn delete(admin: &str) -> Value {
    json!({"do": "delete_admin", "admin": admin})
}

fn transfer(admin: &str) -> Value {
    json!({"do": "transfer_ownership", "admin": admin})
}

fn resource(admin: &str, resource: &str, value: &str) -> Value {
    json!({"do": "set_admin_resource", "admin": admin, "resource": resource, "value": value})
}

/// A chain below anna, each holding administrators: manage.
fn chain(world: &mut World, names: &[&str]) {
    let mut above = "anna";
    for name in names {
        world.apply(above, json!([make(name), {"do": "set_admin_all_sites", "admin": name, "value": true}]));
        world.apply("olga", resource(name, "administrators", "manage"));
        above = name;
    }
}

#[test]
fn a_20_a_branch_is_moved_by_an_ancestor_of_both() {
    let world = World::new();
    for (actor, admin, parent, code) in [
        ("olga", "lea", "quentin", "ok"),
        ("anna", "lea", "quentin", "ok"),
        ("anna", "marc", "quentin", "ok"),
        ("anna", "lea", "anna", "ok"),
        ("marc", "nobody", "lea", "ok"),
        ("marc", "lea", "quentin", "record.not_found"),
        ("marc", "lea", "anna", "record.not_found"),
        ("marc", "quentin", "marc", "record.not_found"),
        ("marc", "marc", "lea", "admin.circle"),
        ("anna", "marc", "marc", "admin.circle"),
        ("anna", "marc", "lea", "admin.circle"),
        ("olga", "anna", "nobody", "admin.circle"),
        ("olga", "olga", "anna", "admin.owner_stays"),
        ("quentin", "nobody", "quentin", "record.not_found"),
        ("lea", "nobody", "lea", "access.needs_manage_may_ask"),
    ] {
        assert_eq!(world.code(actor, under(admin, parent)), code, "{actor} puts {admin} under {parent}");
    }
}

#[test]
fn a_20_the_plan_lists_what_the_branch_gains_and_loses() {
    let mut world = World::new();
    world.apply("anna", resource("quentin", "users", "view"));
    world.apply("olga", json!([resource("lea", "users", "manage"), resource("nobody", "users", "manage")]));
    world.apply("marc", under("nobody", "lea"));
    let plan = world.apply("anna", under("lea", "quentin"));
    assert_eq!(read(&plan), ["parent: \"marc\" -> \"quentin\""]);
    assert_eq!(
        effects(&plan),
        [
            "lea resources.users: \"manage\" -> \"view\" (parent)",
            "lea effective_sites: [\"mtl\"] -> [] (parent)",
            "nobody resources.users: \"manage\" -> \"view\" (parent)",
        ]
    );
    let back = undo(&world, "anna", &plan).unwrap();
    assert_eq!(effects(&back).len(), 3, "what was held back comes back");
    assert!(undo(&world, "marc", &plan).is_err(), "marc reaches neither of the two any more");
    check(&world);
}

#[test]
fn s_21_the_whole_branch_stays_at_most_8_deep() {
    let mut world = World::new();
    chain(&mut world, &["a", "b", "c", "d", "e"].map(|name| name.repeat(2)).each_ref().map(String::as_str));
    assert_eq!(world.code("anna", under("lea", "ee")), "ok", "the eighth");
    world.apply("marc", under("nobody", "lea"));
    assert_eq!(world.code("anna", under("lea", "ee")), "admin.too_deep", "nobody would be the ninth");
    assert_eq!(world.code("anna", under("lea", "dd")), "ok");
    assert_eq!(world.code("anna", json!([under("lea", "ee"), under("nobody", "anna")])), "ok", "the result counts");
}

#[test]
fn s_21_two_moves_of_one_batch_make_no_circle() {
    let world = World::new();
    let batch = json!([under("marc", "quentin"), under("quentin", "lea")]);
    assert_eq!(world.code("anna", batch), "admin.circle");
}

#[test]
fn a_54_only_who_never_signed_in_is_deleted() {
    let mut world = World::new();
    world.apply("marc", json!([make("zoe"), {"do": "set_admin_site", "admin": "zoe", "site": "mtl", "value": true}]));
    assert_eq!(world.code("marc", delete("lea")), "record.was_active");
    assert_eq!(world.code("quentin", delete("zoe")), "record.not_found");
    assert_eq!(world.code("quentin", delete("quentin")), "access.not_oneself");
    assert_eq!(world.class("lea", delete("zoe")), Some(Class::MayAsk));
    let plan = world.apply("marc", delete("zoe"));
    assert!(plan.changes[0].removes() && world.facts.admins.values().all(|a| a.username != "zoe"));
    let back = undo(&world, "marc", &plan).unwrap();
    assert!(back.changes[0].makes());
    world.apply("anna", json!({"do": "set_admin_site", "admin": "marc", "site": "mtl", "value": false}));
    assert_eq!(undo(&world, "marc", &plan).unwrap_err().code(), "access.site_not_held", "A-09: as if made anew");
}

#[test]
fn a_54_who_has_others_below_stays() {
    let mut world = World::new();
    chain(&mut world, &["zoe", "max"]);
    assert_eq!(world.code("anna", delete("zoe")), "record.hangs_on");
    assert_eq!(world.code("anna", json!([delete("max"), delete("zoe")])), "ok", "both in one batch");
    assert_eq!(world.code("anna", json!([under("max", "anna"), delete("zoe")])), "ok");
    assert_eq!(world.code("anna", json!([under("lea", "zoe"), delete("max"), delete("zoe")])), "record.hangs_on");
}

#[test]
fn r_37_ownership_is_passed_on() {
    let mut world = World::new();
    world.apply("olga", make("zoe"));
    let plan = world.apply("olga", transfer("marc"));
    let (olga, marc) = (world.admin("olga"), world.admin("marc"));
    assert_eq!(
        (marc.parent, marc.role, marc.overrides.len(), marc.all_sites),
        (None, Some(guichet::domain::id::RoleId(1)), 0, true)
    );
    assert_eq!((olga.parent, olga.role, olga.all_sites), (Some(marc.id), None, true));
    assert!(world.actor("marc").owner && !world.actor("olga").owner);
    let held = world.actor("olga").holds;
    let other = held.resources.iter().filter(|(_, level)| **level < Level::Manage).collect::<Vec<_>>();
    assert_eq!(other.iter().map(|(key, level)| format!("{key} {level}")).collect::<Vec<_>>(), ["roles view"]);
    assert_eq!(world.admin("anna").parent, Some(olga.id), "with the branch");
    assert_eq!(world.admin("lea").parent, Some(marc.id));
    assert!(effects(&plan).contains(&"olga resources.roles: \"manage\" -> \"view\" (parent)".to_owned()));
    assert!(effects(&plan).contains(&"marc resources.roles: \"none\" -> \"manage\" (parent)".to_owned()));
    check(&world);
    assert_eq!(world.code("olga", transfer("anna")), "access.owner_only", "passed on is passed on");
    assert_eq!(
        world.code("olga", json!({"do": "create_role", "name": "R", "licence": "analyst"})),
        "access.owner_only"
    );
    assert_eq!(
        undo(&world, "marc", &plan).unwrap_err().code(),
        "access.not_oneself",
        "it is not taken back, but passed on"
    );
    assert!(undo(&world, "olga", &plan).is_err());
    world.apply("marc", transfer("olga"));
    check(&world);
}

#[test]
fn r_37_ownership_passes_to_an_active_administrator_only() {
    let mut world = World::new();
    world.apply("olga", json!([make("zoe"), {"do": "set_admin_enabled", "admin": "quentin", "value": false}]));
    for heir in ["zoe", "quentin"] {
        assert_eq!(world.code("olga", transfer(heir)), "admin.not_active");
    }
    assert_eq!(
        world
            .code("olga", json!([{"do": "set_admin_enabled", "admin": "quentin", "value": true}, transfer("quentin")])),
        "access.not_oneself"
    );
    assert_eq!(world.plan("olga", transfer("olga")).unwrap().changes.len(), 0);
    for actor in ["anna", "marc", "nobody"] {
        assert_eq!(world.class(actor, transfer("lea")), Some(Class::NotAllowed), "{actor}");
    }
    assert_eq!(world.admin("zoe").status, Status::Invited);
}

#[test]
fn r_37_a_branch_that_would_be_too_deep_refuses_the_transfer() {
    let mut world = World::new();
    chain(&mut world, &["a", "b", "c", "d", "e", "f"].map(|name| name.repeat(2)).each_ref().map(String::as_str));
    let refusal = world.refusal("olga", transfer("marc"));
    assert_eq!((refusal.code(), refusal.args), ("admin.too_deep", vec![("max", Arg::Number(8))]));
    assert_eq!(world.code("olga", json!([delete("ff"), transfer("marc")])), "ok");
}

#[test]
fn r_37_nothing_else_goes_by_with_a_transfer() {
    let world = World::new();
    for more in [
        resource("olga", "notes", "none"),
        json!({"do": "set_admin_role", "admin": "marc", "value": "Deputy"}),
        resource("marc", "notes", "view"),
        under("olga", "lea"),
        transfer("lea"),
        json!({"do": "update_admin", "admin": "olga", "username": "olga2"}),
    ] {
        assert_ne!(world.code("olga", json!([transfer("marc"), more])), "ok", "{more}");
    }
    assert_eq!(world.code("olga", json!([transfer("marc"), resource("quentin", "notes", "none")])), "ok");
}
