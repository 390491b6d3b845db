//! Roles: the owner alone configures them, the licence fixes a minimum, and the plan of the organisation gates them.

use guichet::domain::refusal::Class;
use guichet::domain::value::{Formula, Level};
use serde_json::{Value, json};

use crate::undo::undo;
use crate::world::{World, effects, read};

fn cell(role: &str, resource: &str, value: &str) -> Value {
    json!({"do": "set_role_resource", "role": role, "resource": resource, "value": value})
}

fn create(name: &str, licence: &str) -> Value {
    json!({"do": "create_role", "name": name, "licence": licence})
}

#[test]
fn r_01_only_the_owner_configures_roles() {
    let mut world = World::new();
    let commands = [create("Teller", "analyst"), cell("Desk", "orders", "view"), cell("Owner", "orders", "none")];
    for command in &commands {
        assert_eq!(world.code("anna", command.clone()), "access.needs_view", "R-11: not even seen");
    }
    world.apply("olga", json!({"do": "set_admin_resource", "admin": "anna", "resource": "roles", "value": "view"}));
    for command in &commands {
        assert_eq!(world.code("anna", command.clone()), "access.owner_only");
        assert_eq!(world.class("anna", command.clone()), Some(Class::NotAllowed), "and no ticket carries it");
    }
}

#[test]
fn r_03_only_the_owner_gives_users_a_role() {
    let world = World::new();
    let give = |user: &str| json!({"do": "set_user_role", "user": user, "value": "Analyst"});
    assert_eq!(world.code("anna", give("2101")), "access.owner_only");
    assert_eq!(world.code("lea", give("2101")), "access.owner_only");
    let plan = world.plan("olga", give("2101")).unwrap();
    assert_eq!(read(&plan), ["role: null -> \"Analyst\""]);
}

#[test]
fn r_05_r_04_the_plan_of_the_organisation_gates_roles() {
    let mut world = World::new();
    let give = |role: &str| json!({"do": "set_admin_role", "admin": "lea", "value": role});
    for (plan, creates, changes, gives) in [
        (Formula::Enterprise, "ok", "ok", "ok"),
        (Formula::Professional, "role.formula", "ok", "ok"),
        (Formula::Standard, "role.formula", "role.formula", "role.formula"),
    ] {
        world.organisation().plan = plan;
        assert_eq!(world.code("olga", create("Teller", "analyst")), creates, "{plan}");
        assert_eq!(world.code("olga", cell("Desk", "orders", "view")), changes, "{plan}");
        assert_eq!(world.code("olga", cell("Analyst", "orders", "view")), changes, "{plan}");
        assert_eq!(world.code("olga", give("Desk")), gives, "{plan}");
        assert_eq!(world.code("olga", give("Analyst")), "ok", "{plan}: standard roles are always there");
        assert_eq!(world.code("olga", json!({"do": "set_user_role", "user": "2101", "value": "Desk"})), gives);
        assert_eq!(
            world.code("olga", json!({"do": "set_note", "role": "Analyst", "note": plan.as_str()})),
            "ok",
            "A-45"
        );
    }
}

#[test]
fn r_26_what_the_licence_fixes_is_locked() {
    let mut world = World::new();
    for (role, resource, value) in [
        ("Administrator", "numbers", "view"),
        ("Administrator", "users", "none"),
        ("Administrator", "reports", "none"),
        ("Analyst", "reports", "none"),
        ("Desk", "audio", "view"),
    ] {
        assert_eq!(world.code("olga", cell(role, resource, value)), "role.licence_cell", "{role} {resource}");
    }
    assert_eq!(world.code("olga", cell("Analyst", "roof", "view")), "permission.unknown");
    let plan = world.apply("olga", cell("Analyst", "reports", "manage"));
    assert_eq!(read(&plan), ["added.reports: null -> \"manage\""]);
    let plan = world.apply("olga", cell("Analyst", "reports", "view"));
    assert_eq!(read(&plan), ["added.reports: \"manage\" -> null"], "what the licence gives is not added to it");
}

#[test]
fn r_28_manage_implies_view() {
    let mut world = World::new();
    world.apply("olga", cell("Desk", "orders", "manage"));
    let desk = &world.facts.roles[&4];
    assert_eq!(desk.value("orders"), Level::Manage);
    assert!(desk.value("orders") >= Level::View);
    world.apply("olga", cell("Desk", "orders", "none"));
    assert_eq!(world.facts.roles[&4].value("orders"), Level::None);
}

#[test]
fn r_30_the_owner_role_has_no_free_cell() {
    let world = World::new();
    for role in ["Owner", "Deputy"] {
        for value in ["none", "view", "manage"] {
            assert_eq!(world.code("olga", cell(role, "orders", value)), "role.owner");
        }
    }
}

#[test]
fn roles_manage_is_added_to_no_role() {
    let world = World::new();
    assert_eq!(world.code("olga", cell("Desk", "roles", "manage")), "role.roles_manage");
    assert_eq!(world.code("olga", cell("Desk", "roles", "view")), "ok");
}

#[test]
fn r_24_r_31_r_32_a_custom_role_starts_from_its_licence() {
    let mut world = World::new();
    assert_eq!(world.code("olga", create("DESK", "analyst")), "record.in_use");
    assert_eq!(world.code("olga", create(" ", "analyst")), "field.required");
    world.apply("olga", create("Teller", "administrator"));
    let role = world.facts.roles.values().next_back().unwrap();
    assert_eq!((role.name.as_str(), role.standard, role.added.is_empty()), ("Teller", false, true));
    assert_eq!(
        (role.value("audio"), role.value("reports"), role.value("orders")),
        (Level::Manage, Level::View, Level::None)
    );
}

fn update(role: &str, field: &str, value: Value) -> Value {
    json!({"do": "update_role", "role": role, field: value})
}

fn delete(role: &str) -> Value {
    json!({"do": "delete_role", "role": role})
}

fn give(role: Value) -> Value {
    json!({"do": "set_admin_role", "admin": "marc", "value": role})
}

#[test]
fn r_24_a_custom_role_is_renamed_and_described() {
    let mut world = World::new();
    let plan = world.apply("olga", update("Desk", "name", json!(" Guichet ")));
    assert_eq!(read(&plan), ["name: \"Desk\" -> \"Guichet\""]);
    let plan = world.apply("olga", update("Guichet", "description", json!("Day shift")));
    assert_eq!(read(&plan), ["description: null -> \"Day shift\""]);
    let plan = world.apply("olga", update("Guichet", "description", Value::Null));
    assert_eq!(read(&plan), ["description: \"Day shift\" -> null"]);
    for (name, code) in [("", "field.required"), ("ANALYST", "record.in_use"), ("Ａnalyst", "record.in_use")] {
        assert_eq!(world.code("olga", update("Guichet", "name", json!(name))), code, "{name}");
    }
    assert_eq!(world.code("olga", update("Guichet", "name", json!("GUICHET"))), "ok", "its own name in another case");
}

#[test]
fn r_29_another_licence_keeps_what_was_added_and_says_who_loses_what() {
    let mut world = World::new();
    world.apply("olga", json!([give(json!("Desk")), {"do": "set_user_role", "user": "2101", "value": "Desk"}]));
    let held = |world: &World, key: &str| world.actor("marc").level(key);
    assert_eq!((held(&world, "audio"), held(&world, "tickets")), (Level::Manage, Level::Manage));
    let plan = world.apply("olga", update("Desk", "licence", json!("analyst")));
    assert_eq!(read(&plan), ["licence: \"administrator\" -> \"analyst\""]);
    let lost =
        ["audio", "integrations", "numbers"].map(|key| format!("marc resources.{key}: \"manage\" -> \"none\" (role)"));
    assert_eq!(effects(&plan), lost, "what came from the licence alone");
    assert_eq!((held(&world, "audio"), held(&world, "tickets")), (Level::None, Level::Manage), "what was added stays");
    assert_eq!(plan.notes.iter().map(|n| n.code()).collect::<Vec<_>>(), ["note.role_users"]);
    world.apply("olga", update("Desk", "licence", json!("administrator")));
    assert_eq!(held(&world, "audio"), Level::Manage);
    assert_eq!(world.code("olga", cell("Desk", "audio", "view")), "role.licence_cell", "ticked and locked again");
}

#[test]
fn r_37_no_role_that_others_hold_takes_the_owner_licence() {
    let mut world = World::new();
    let owner = update("Desk", "licence", json!("owner"));
    assert_eq!(world.code("olga", owner.clone()), "ok", "nobody holds it");
    for holder in [give(json!("Desk")), json!({"do": "set_user_role", "user": "2101", "value": "Desk"})] {
        let mut world = world.clone();
        world.apply("olga", holder.clone());
        assert_eq!(world.code("olga", owner.clone()), "role.owner_licence", "{holder}");
    }
    world.apply("olga", owner);
    assert_eq!(
        world.code("olga", json!({"do": "set_user_role", "user": "2101", "value": "Desk"})),
        "role.owner_licence"
    );
}

#[test]
fn r_30_a_standard_role_keeps_its_name_and_licence() {
    let world = World::new();
    for role in ["Owner", "Administrator", "Analyst"] {
        assert_eq!(world.code("olga", update(role, "name", json!("Other"))), "role.standard");
        let licence = if role == "Analyst" { "administrator" } else { "analyst" };
        assert_eq!(world.code("olga", update(role, "licence", json!(licence))), "role.standard");
        assert_eq!(world.code("olga", update(role, "description", json!("x"))), "ok");
    }
}

#[test]
fn r_33_r_34_only_a_custom_role_that_nobody_holds_is_deleted() {
    let mut world = World::new();
    for role in ["Owner", "Administrator", "Analyst"] {
        assert_eq!(world.code("olga", delete(role)), "role.standard", "R-33");
    }
    assert_eq!(world.code("olga", delete("Deputy")), "ok");
    let invited = json!({"do": "set_user_role", "user": "ines@example.ca", "value": "Desk"});
    world.apply("olga", json!([give(json!("Desk")), invited]));
    let refusal = world.refusal("olga", delete("Desk"));
    let counts: Vec<_> = refusal.args.iter().map(|(name, arg)| format!("{name} {arg:?}")).collect();
    assert_eq!((refusal.code(), counts), ("role.held", vec!["active Number(1)".into(), "invited Number(1)".into()]));
    let freed = json!([give(Value::Null), {"do": "set_user_role", "user": "ines@example.ca", "value": null}]);
    assert_eq!(world.code("olga", json!([freed[0], freed[1], delete("Desk")])), "ok", "in one batch");
}

#[test]
fn d_03_roles_are_deleted_on_the_enterprise_plan_and_changed_on_the_professional_one() {
    let mut world = World::new();
    for (plan, deletes, updates) in [
        (Formula::Enterprise, "ok", "ok"),
        (Formula::Professional, "role.formula", "ok"),
        (Formula::Standard, "role.formula", "role.formula"),
    ] {
        world.organisation().plan = plan;
        assert_eq!(world.code("olga", delete("Deputy")), deletes, "{plan}");
        for field in ["name", "description"] {
            assert_eq!(world.code("olga", update("Desk", field, json!("x"))), updates, "{plan}");
        }
    }
}

#[test]
fn r_35_a_deleted_role_does_not_come_back() {
    let mut world = World::new();
    let plan = world.apply("olga", delete("Desk"));
    let whole = plan.changes[0].before.to_string();
    assert!(plan.changes[0].removes() && whole.contains("tickets"), "the journal keeps the definition: {whole}");
    assert_eq!(undo(&world, "olga", &plan).unwrap_err().code(), "undo.role_gone");
    world.apply("olga", create("Desk", "analyst"));
    assert!(!world.facts.roles.contains_key(&4), "the id is never given again");
}
