//! Contacts, their permissions and the two communication orders.

use guichet::domain::refusal::Class;
use serde_json::{Value, json};

use crate::world::{World, read};

fn permission(contact: &str, permission: &str, value: bool) -> Value {
    json!({"do": "set_contact_permission", "contact": contact, "permission": permission, "value": value})
}

fn order(list: &str, contacts: &[&str]) -> Value {
    json!({"do": "set_communication_order", "list": list, "contacts": contacts})
}

/// C-01: what an account administrator does to the contacts is what `contacts: manage` gives here, to be done at the
/// console; which contact has that part is recorded as their permission.
#[test]
fn c_01_who_manages_contacts_does_all_of_it_and_who_looks_on_none() {
    let world = World::new();
    let acts = [
        json!({"do": "create_contact", "name": "Dora", "site": "mtl"}),
        json!({"do": "update_contact", "contact": "Carl", "position": "Clerk"}),
        json!({"do": "delete_contact", "contact": "Carl"}),
        json!({"do": "update_contact", "contact": "Carl", "communications": ["technical"]}),
        permission("Carl", "contacts_management", true),
        permission("Carl", "administrator", true),
        order("technical", &["Carl", "Alice"]),
        order("financial", &["Carl"]),
    ];
    for act in &acts {
        assert_eq!(world.code("anna", act.clone()), "ok", "{act}");
        assert_eq!(world.class("lea", act.clone()), Some(Class::MayAsk), "{act}: who looks on may ask");
        assert_eq!(world.class("nobody", act.clone()), Some(Class::NotAllowed), "{act}");
    }
    let held = |name: &str| world.contact(name).permissions.iter().any(|key| key.as_str() == "administrator");
    assert!(held("Alice") && !held("Carl"));
}

#[test]
fn c_02_the_last_administrator_contact_stays_one() {
    let mut world = World::new();
    let take = permission("Alice", "administrator", false);
    assert_eq!(world.code("olga", take.clone()), "permission.last_holder");
    world.apply("olga", permission("Bob", "administrator", true));
    assert_eq!(world.code("olga", json!([take, permission("Bob", "administrator", false)])), "permission.last_holder");
    assert_eq!(world.code("olga", take), "ok");
}

#[test]
fn c_16_permissions_of_the_voip_service_need_it() {
    let mut world = World::new();
    world.apply("olga", permission("Bob", "call_records", true));
    world.apply("olga", json!({"do": "set_organisation", "voip": false}));
    for key in ["emergency_addresses", "call_records"] {
        assert_eq!(world.code("olga", permission("Carl", key, true)), "permission.setting_off", "{key}");
    }
    assert_eq!(world.code("olga", permission("Carl", "billing", true)), "ok");
    assert_eq!(world.code("olga", permission("Bob", "call_records", false)), "ok", "it can still be taken away");
}

#[test]
fn a_permission_of_another_family_is_unknown() {
    let world = World::new();
    assert_eq!(world.code("olga", permission("Bob", "web_access", true)), "permission.unknown");
    let portal = json!({"do": "set_permission", "user": "2102", "permission": "billing", "value": true});
    assert_eq!(world.code("olga", portal), "permission.unknown");
}

#[test]
fn c_18_being_put_in_an_order_adds_the_type_and_says_why() {
    let world = World::new();
    let plan = world.plan("olga", order("financial", &["Bob", "alice@example.ca"])).unwrap();
    assert_eq!(
        read(&plan),
        [
            "communications.financial: null -> true (communication_order)",
            "communications.financial: null -> true (communication_order)",
            "contacts: null -> [\"Bob\",\"Alice\"]",
        ]
    );
}

#[test]
fn c_18_a_type_stays_while_the_contact_is_in_that_order() {
    let mut world = World::new();
    let types = |list: &[&str]| json!({"do": "update_contact", "contact": "Alice", "communications": list});
    assert_eq!(world.code("olga", types(&[])), "contact.in_order");
    assert_eq!(world.code("olga", types(&["technical", "financial"])), "ok");
    assert_eq!(world.code("olga", json!([order("technical", &[]), types(&[])])), "ok");
    world.apply("olga", order("technical", &["Bob"]));
    assert_eq!(world.contact("Alice").communications.len(), 1, "C-29: leaving an order leaves the rest");
}

#[test]
fn c_25_c_26_an_order_holds_contacts_that_exist_once_each() {
    let world = World::new();
    assert_eq!(world.code("olga", order("technical", &["Alice", "Nobody"])), "record.not_found");
    assert_eq!(world.code("olga", order("technical", &["Alice", "alice@example.ca"])), "order.twice");
    let plan = world.plan("olga", order("technical", &["Carl", "Alice"])).unwrap();
    assert!(
        read(&plan).contains(&"contacts: [\"Alice\"] -> [\"Carl\",\"Alice\"]".into()),
        "C-23: the other list stays"
    );
    let made = json!([{"do": "create_contact", "name": "Dora"}, order("technical", &["Alice", "Dora"])]);
    assert_eq!(world.code("olga", made), "ok", "one made in the same batch exists");
}

#[test]
fn the_orders_belong_to_holders_of_all_sites() {
    let world = World::new();
    assert_eq!(world.code("anna", order("technical", &[])), "ok");
    assert_eq!(world.code("marc", order("technical", &["Carl"])), "access.needs_all_sites");
    assert_eq!(world.code("marc", order("technical", &["Bob"])), "record.not_found");
}

#[test]
fn c_09_a_contact_is_made_with_contacts_manage_on_its_site() {
    let world = World::new();
    let make =
        |site: Value| json!({"do": "create_contact", "name": "Dora", "emails": ["dora@example.ca"], "site": site});
    assert_eq!(world.code("marc", make(json!("mtl"))), "ok");
    assert_eq!(world.code("marc", make(json!("qc"))), "record.not_found");
    assert_eq!(world.code("marc", make(Value::Null)), "access.site_not_held");
    assert_eq!(world.class("lea", make(json!("mtl"))), Some(Class::MayAsk));
    assert_eq!(world.class("nobody", make(json!("mtl"))), Some(Class::NotAllowed));
    assert_eq!(world.code("marc", json!({"do": "create_contact", "name": " "})), "field.required");
    let bad = json!({"do": "create_contact", "name": "Dora", "emails": ["x"]});
    assert_eq!(world.code("olga", bad), "email.format");
}
