//! What goes for good, what goes with it, and what stands in its way; undo brings all of it back.

use guichet::domain::refusal::Code;
use serde_json::{Value, json};

use crate::requests::{open, permission};
use crate::undo::undo;
use crate::world::{World, read};

fn delete(kind: &str, name: &str) -> Value {
    json!({"do": format!("delete_{kind}"), kind: name})
}

/// Applies as olga, and expects that undoing it gives back the world of before.
#[track_caller]
fn there_and_back(mut world: World, command: Value) -> Vec<String> {
    let before = world.facts.timeless();
    let done = world.apply("olga", command);
    let back = undo(&world, "olga", &done).unwrap_or_else(|refusal| panic!("refused: {refusal:?}"));
    let changes = read(&done);
    world.facts.apply(&back);
    assert_eq!(world.facts.timeless(), before);
    changes
}

#[test]
fn a_site_goes_once_nothing_hangs_on_it() {
    let mut world = World::new();
    let refusal = world.refusal("anna", delete("site", "qc"));
    assert_eq!(refusal.code, Code::HangsOn);
    let counts: Vec<_> = refusal.args.iter().map(|(name, _)| *name).collect();
    assert_eq!(counts, ["contact_count", "user_count", "ticket_count", "name"]);
    let move_user = |user: &str| json!({"do": "update_user", "user": user, "site": "mtl"});
    let batch = json!([
        move_user("2104"),
        move_user("2114"),
        {"do": "update_contact", "contact": "Bob", "site": null},
        delete("site", "qc"),
    ]);
    let plan = world.apply("anna", batch);
    assert!(read(&plan).contains(&"sites.qc: true -> null (site_deleted)".into()), "{:?}", read(&plan));
    assert!(world.admin("quentin").sites.is_empty(), "A-10: administrators lose it in the same change");
}

#[test]
fn a_10_deleting_a_site_says_which_administrator_loses_it_and_undo_gives_it_back() {
    let mut world = World::new();
    world.apply("anna", json!({"do": "set_admin_site", "admin": "marc", "site": "lav-2", "value": true}));
    let changes = there_and_back(world, delete("site", "lav-2"));
    assert_eq!(changes[1], "sites.lav-2: true -> null (site_deleted)");
    assert_eq!(changes.len(), 2);
}

#[test]
fn a_site_goes_with_all_sites_only() {
    let mut world = World::new();
    world.apply("anna", json!({"do": "set_admin_site", "admin": "marc", "site": "lav-2", "value": true}));
    assert_eq!(world.code("marc", delete("site", "lav-2")), "access.needs_all_sites");
}

#[test]
fn u_65_deleting_a_group_takes_it_from_its_members() {
    let changes = there_and_back(World::new(), delete("group", "Support"));
    assert_eq!(
        changes[1..],
        ["groups.Support: true -> null (group_deleted)", "primary_group: \"Support\" -> null (group_deleted)"]
    );
}

#[test]
fn u_66_deleting_a_workspace_takes_it_from_its_users() {
    let mut world = World::new();
    world.apply("olga", json!({"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"}));
    let changes = there_and_back(world, delete("workspace", "Sales"));
    assert_eq!(changes[1..], ["workspaces.Sales: \"view\" -> null (workspace_deleted)"]);
}

fn with_rights() -> World {
    let mut world = World::new();
    let right = |user: &str, right: &str| json!({"do": "set_application_right", "user": user, "application": "CRM", "right": right, "value": true});
    world.apply("olga", json!([right("2101", "read"), right("2101", "write.all"), right("2104", "read")]));
    world
}

#[test]
fn t_07_deleting_an_application_takes_its_rights_from_everyone() {
    let changes = there_and_back(with_rights(), delete("application", "CRM"));
    assert_eq!(changes.len(), 4, "{changes:?}");
    assert_eq!(changes[1], "applications.CRM/read: true -> null (application_deleted)");
    let mut shown = with_rights();
    shown.facts.applications.get_mut(&1).unwrap().view_only = true;
    there_and_back(shown, delete("application", "CRM"));
}

#[test]
fn t_07_a_right_that_goes_or_is_renamed_is_taken_from_those_who_have_it() {
    let update =
        json!({"do": "update_application", "application": "CRM", "name": "Clients", "rights": ["read", "write"]});
    let changes = there_and_back(with_rights(), update);
    assert_eq!(changes.len(), 3, "{changes:?}");
    assert!(changes.contains(&"applications.Clients/write.all: true -> null (right_removed)".into()), "{changes:?}");
}

#[test]
fn a_right_that_somebody_has_by_now_is_not_undone_away() {
    let mut world = World::new();
    let more = world.apply(
        "olga",
        json!({"do": "update_application", "application": "CRM", "rights": ["read", "write.all", "new"]}),
    );
    let mut later = world.clone();
    later.facts.users.get_mut(&1).unwrap().applications.insert("1/new".parse().unwrap());
    assert_eq!(undo(&later, "olga", &more).unwrap_err().code, Code::HangsOn);
    assert!(undo(&world, "olga", &more).is_ok());
}

#[test]
fn names_stay_unique_when_things_are_renamed() {
    let world = World::new();
    for (command, code) in [
        (json!({"do": "update_group", "group": "Night", "name": "SUPPORT"}), "record.in_use"),
        (json!({"do": "update_group", "group": "Night", "name": "night"}), "ok"),
        (json!({"do": "update_workspace", "workspace": "Sales", "name": "A/B"}), "field.name_character"),
        (json!({"do": "update_application", "application": "CRM", "name": "contacts"}), "record.in_use"),
        (json!({"do": "update_application", "application": "CRM", "rights": ["a", "a"]}), "record.in_use"),
    ] {
        assert_eq!(world.code("olga", command.clone()), code, "{command}");
    }
}

#[test]
fn an_undo_that_comes_too_late_says_what_is_missing() {
    let mut world = World::new();
    let gone = world.apply("olga", delete("user", "ines@example.ca"));
    let users: Vec<i64> =
        world.facts.users.values().filter(|u| u.site == Some(crate::world::MTL)).map(|u| u.id.0).collect();
    for number in users {
        world.facts.users.get_mut(&number).unwrap().site = None;
    }
    world.facts.contacts.values_mut().for_each(|contact| contact.site = None);
    world.facts.sites.remove(&1);
    assert_eq!(undo(&world, "olga", &gone).unwrap_err().code, Code::ReferenceGone);
    let mut world = World::new();
    let gone = world.apply("olga", delete("group", "Night"));
    world.apply("olga", json!({"do": "create_group", "name": "night"}));
    assert_eq!(undo(&world, "olga", &gone).unwrap_err().code, Code::InUse);
}

#[test]
fn only_a_manual_user_who_was_never_active_goes() {
    let mut world = World::new();
    assert_eq!(world.code("marc", delete("user", "2101")), "record.was_active", "U-02: of the phone system");
    there_and_back(world.clone(), delete("user", "ines@example.ca"));
    let off = json!({"do": "set_user_enabled", "user": "ines@example.ca", "value": false});
    world.apply("marc", off.clone());
    assert_eq!(world.code("marc", delete("user", "ines@example.ca")), "ok", "never active, disabled or not");
    world.apply("marc", json!({"do": "set_user_enabled", "user": "ines@example.ca", "value": true}));
    world.apply("marc", json!({"do": "mark_user_active", "user": "ines@example.ca"}));
    assert_eq!(world.code("marc", delete("user", "ines@example.ca")), "record.was_active");
    world.apply("marc", off);
    assert_eq!(world.code("marc", delete("user", "ines@example.ca")), "record.was_active");
}

#[test]
fn a_user_with_a_ticket_stays() {
    let mut world = World::new();
    world.apply("lea", open("change_rights", json!([permission("ines@example.ca", "web_access")])));
    assert_eq!(world.code("marc", delete("user", "ines@example.ca")), "record.hangs_on");
}

#[test]
fn c_08_deleting_a_contact_takes_it_out_of_the_orders_and_says_so() {
    let mut world = World::new();
    world.apply(
        "olga",
        json!([
            {"do": "set_communication_order", "list": "technical", "contacts": ["Bob", "Carl", "Alice"]},
            {"do": "set_communication_order", "list": "financial", "contacts": ["Carl"]},
        ]),
    );
    let plan = world.plan("anna", delete("contact", "Carl")).unwrap();
    let notes: Vec<_> = plan.notes.iter().map(|note| (note.code, note.args.clone())).collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(notes[0].0, Code::OrderEmpty, "the financial order is left empty");
    let changes = there_and_back(world.clone(), delete("contact", "Carl"));
    let technical = "contacts: [\"Bob\",\"Carl\",\"Alice\"] -> [\"Bob\",\"Alice\"] (contact_deleted)";
    assert!(changes.contains(&technical.into()), "{changes:?}");
    assert_eq!(world.code("marc", delete("contact", "Carl")), "access.needs_all_sites", "the order is of all sites");
}

#[test]
fn c_02_the_last_administrator_contact_is_not_deleted() {
    let mut world = World::new();
    assert_eq!(world.code("anna", delete("contact", "Alice")), "permission.last_holder");
    world.apply(
        "anna",
        json!({"do": "set_contact_permission", "contact": "Bob", "permission": "administrator", "value": true}),
    );
    there_and_back(world, delete("contact", "Alice"));
}
