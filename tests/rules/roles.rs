//! Roles: the owner alone configures them, the licence fixes a minimum, and the plan of the organisation gates them.

use guichet::domain::refusal::Class;
use guichet::domain::value::{Formula, Level};
use serde_json::{Value, json};

use crate::world::{World, read};

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
