//! Standard roles, licences, and the one role that each user has.

use guichet::domain::catalogue::{Catalogue, Family};
use guichet::domain::command::Command;
use guichet::domain::record::Role;
use guichet::domain::value::{Formula, Level, Licence};
use serde_json::{Value, json};

use crate::world::{World, read};

fn standard(world: &World, licence: Licence) -> &Role {
    world.facts.roles.values().find(|role| role.standard && role.licence == licence).expect("one of each")
}

/// What a role gives, of those that it gives at all.
fn gives(role: &Role) -> Vec<(String, Level)> {
    let entries = Catalogue::builtin().family(Family::Resource);
    let all = entries.map(|entry| (entry.key.to_string(), role.value(entry.key.as_str())));
    all.filter(|(_, level)| *level > Level::None).collect()
}

#[test]
fn r_02_r_03_a_user_has_one_role_at_most_and_another_takes_its_place() {
    let mut world = World::new();
    let give = |role: Value| json!({"do": "set_user_role", "user": "2101", "value": role});
    let plan = world.apply("olga", json!([give(json!("Analyst")), give(json!("Desk"))]));
    assert_eq!(read(&plan), ["role: null -> \"Desk\""], "the last one counts");
    let plan = world.apply("olga", give(json!("Administrator")));
    assert_eq!(read(&plan), ["role: \"Desk\" -> \"Administrator\""]);
    let two = json!({"do": "set_user_role", "user": "2101", "value": ["Analyst", "Desk"]});
    assert!(serde_json::from_value::<Command>(two).is_err());
    let role = &world.facts.roles[&world.user("Amélie Roy").role.expect("given").0];
    assert!(gives(role).iter().all(|(_, level)| *level >= Level::View), "View or Manage, resource by resource");
}

#[test]
fn r_06_r_20_r_21_the_standard_roles_stand_above_each_other_as_their_licences_do() {
    let world = World::new();
    let [analyst, administrator, owner] =
        [Licence::Analyst, Licence::Administrator, Licence::Owner].map(|licence| standard(&world, licence));
    assert_eq!(world.facts.roles.values().filter(|role| role.standard).count(), 3);
    assert_eq!(["Analyst", "Administrator", "Owner"], [analyst, administrator, owner].map(|role| role.name.as_str()));
    assert!(Licence::Analyst < Licence::Administrator && Licence::Administrator < Licence::Owner);
    for entry in Catalogue::builtin().family(Family::Resource) {
        let key = entry.key.as_str();
        assert!(analyst.value(key) <= administrator.value(key), "{key}");
        assert!(administrator.value(key) <= owner.value(key), "{key}");
        for role in [analyst, administrator, owner] {
            assert_eq!(role.value(key), role.licence.minimum(key), "{key}: its licence and nothing more");
        }
    }
}

#[test]
fn r_07_the_owner_manages_everything() {
    let world = World::new();
    let owner = standard(&world, Licence::Owner);
    let entries = Catalogue::builtin().family(Family::Resource).count();
    assert_eq!(gives(owner).iter().filter(|(_, level)| *level == Level::Manage).count(), entries);
}

#[test]
fn r_08_the_administrator_manages_four_and_views_reports() {
    let world = World::new();
    let mut given = gives(standard(&world, Licence::Administrator));
    given.sort();
    let four = ["audio", "integrations", "numbers", "users"].map(|key| (key.to_owned(), Level::Manage));
    let mut expected = four.to_vec();
    expected.push(("reports".to_owned(), Level::View));
    expected.sort();
    assert_eq!(given, expected);
}

#[test]
fn r_09_the_analyst_views_reports_only() {
    let world = World::new();
    assert_eq!(gives(standard(&world, Licence::Analyst)), [("reports".to_owned(), Level::View)]);
}

#[test]
fn r_10_more_is_added_to_a_standard_role_where_the_cell_is_free() {
    let mut world = World::new();
    let cell =
        |value: &str| json!({"do": "set_role_resource", "role": "Analyst", "resource": "tickets", "value": value});
    let plan = world.apply("olga", cell("manage"));
    assert_eq!(read(&plan), ["added.tickets: null -> \"manage\""]);
    let analyst = standard(&world, Licence::Analyst);
    assert_eq!((analyst.value("tickets"), analyst.value("reports")), (Level::Manage, Level::View));
    world.apply("olga", cell("none"));
    assert_eq!(gives(standard(&world, Licence::Analyst)).len(), 1);
    world.organisation().plan = Formula::Standard;
    assert_eq!(world.code("olga", cell("view")), "role.formula", "D-03: as they are");
}

#[test]
fn r_22_every_role_has_exactly_one_of_the_three_licences() {
    let mut world = World::new();
    for command in [
        json!({"do": "create_role", "name": "Teller"}),
        json!({"do": "create_role", "name": "Teller", "licence": null}),
        json!({"do": "create_role", "name": "Teller", "licence": "viewer"}),
        json!({"do": "create_role", "name": "Teller", "licence": ["analyst", "owner"]}),
        json!({"do": "update_role", "role": "Desk", "licence": "none"}),
    ] {
        assert!(serde_json::from_value::<Command>(command.clone()).is_err(), "{command}");
    }
    let nothing = json!({"do": "update_role", "role": "Desk", "licence": null});
    let before = world.facts.roles[&4].clone();
    world.apply("olga", nothing);
    assert_eq!(world.facts.roles[&4], before, "null is no licence, and takes none away");
    for licence in Licence::ALL {
        world.apply("olga", json!({"do": "create_role", "name": format!("Of {licence}"), "licence": licence.as_str()}));
        assert_eq!(world.facts.roles.values().next_back().expect("made").licence, *licence);
    }
}

#[test]
fn r_36_the_resources_of_the_seed_are_in_the_catalogue_with_those_of_the_tabs() {
    let catalogue = Catalogue::builtin();
    for key in ["numbers", "audio", "users", "integrations", "reports", "roles"] {
        assert!(catalogue.family(Family::Resource).any(|entry| entry.key.as_str() == key), "{key}");
    }
    for tab in ["administrators", "users", "roles", "contacts", "tickets"] {
        assert!(catalogue.family(Family::Resource).any(|entry| entry.key.as_str() == tab), "{tab}");
    }
    let mut world = World::new();
    let give = |value: &str| json!({"do": "set_role_resource", "role": "Desk", "resource": "roles", "value": value});
    assert_eq!(read(&world.apply("olga", give("view"))), ["added.roles: null -> \"view\""], "roles: view, to be given");
}
