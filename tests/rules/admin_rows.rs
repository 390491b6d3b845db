//! Administrators, field by field and feature by feature.

use guichet::domain::catalogue::{Catalogue, Family};
use guichet::domain::record::PostalAddress;
use guichet::domain::value::Level;
use serde_json::{Value, json};

use crate::world::{World, read};

fn update(field: &str, value: Value) -> Value {
    json!({"do": "update_admin", "admin": "lea", field: value})
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_27_a_29_a_30_names_and_e_mail_are_required_and_changed() {
    let mut world = World::new();
    for field in ["first_name", "last_name", "email"] {
        assert_eq!(world.code("marc", update(field, json!(""))), "field.required", "{field}");
        assert_eq!(world.code("marc", update(field, json!("  "))), "field.required", "{field}");
    }
    for wrong in ["lea", "lea@", "@example.ca", "lea roy@example.ca", "a@b@example.ca"] {
        let refusal = world.refusal("marc", update("email", json!(wrong)));
        assert_eq!(refusal.field, Some("email"), "{wrong}: {}", refusal.code());
    }
    let all = json!({"do": "update_admin", "admin": "lea", "first_name": "Léa", "last_name": "Roy", "email": "l.roy@example.ca"});
    world.apply("marc", all);
    let lea = world.admin("lea");
    assert_eq!((lea.first_name.as_str(), lea.last_name.as_str()), ("Léa", "Roy"));
    assert_eq!(lea.email, "l.roy@example.ca");
}

#[test]
fn a_28_a_31_a_32_middle_name_phones_and_fax_are_optional_changed_and_cleared() {
    let mut world = World::new();
    for (field, value) in [
        ("middle_name", "Anne"),
        ("work_phone", "514 555 0101"),
        ("fax", "514 555 0102"),
        ("mobile", "+1 514 555-0103"),
        ("landline", "514 555 0104"),
    ] {
        let plan = world.apply("marc", update(field, json!(value)));
        assert_eq!(read(&plan), [format!("{field}: null -> \"{value}\"")]);
    }
    let lea = world.admin("lea");
    assert_eq!((lea.middle_name.clone(), lea.work_phone.clone()), (some("Anne"), some("514 555 0101")));
    assert_eq!((lea.fax.clone(), lea.mobile.clone()), (some("514 555 0102"), some("+1 514 555-0103")));
    assert_eq!(lea.landline, some("514 555 0104"));
    for field in ["middle_name", "work_phone", "fax", "mobile", "landline"] {
        world.apply("marc", update(field, Value::Null));
    }
    let lea = world.admin("lea");
    let left = [&lea.middle_name, &lea.work_phone, &lea.fax, &lea.mobile, &lea.landline];
    assert!(left.iter().all(|field| field.is_none()), "{left:?}");
}

#[test]
fn a_33_the_address_has_five_lines_all_optional() {
    let mut world = World::new();
    let whole = json!({"street": "12, rue A\nBureau 3", "town": "Laval", "region": "Québec", "postcode": "H0H 0H1",
        "country": "Canada"});
    world.apply("marc", update("address", whole));
    let expected = PostalAddress {
        street: some("12, rue A\nBureau 3"),
        town: some("Laval"),
        region: some("Québec"),
        postcode: some("H0H 0H1"),
        country: some("Canada"),
    };
    assert_eq!(world.admin("lea").address, expected);
    world.apply(
        "marc",
        update("address", json!({"street": null, "town": "Laval", "region": null, "postcode": null, "country": null})),
    );
    assert_eq!(world.admin("lea").address, PostalAddress { town: some("Laval"), ..PostalAddress::default() });
}

#[test]
fn a_40_every_feature_is_granted_and_revoked_at_any_time() {
    let mut world = World::new();
    for entry in Catalogue::builtin().family(Family::Resource).filter(|entry| entry.key.as_str() != "roles") {
        let key = entry.key.to_string();
        let set =
            |value: &str| json!({"do": "set_admin_resource", "admin": "quentin", "resource": key, "value": value});
        for (value, level) in
            [("none", Level::None), ("view", Level::View), ("manage", Level::Manage), ("none", Level::None)]
        {
            world.apply("anna", set(value));
            assert_eq!(world.actor("quentin").level(&key), level, "{key}");
        }
    }
}

#[test]
fn a_53_each_feature_is_in_the_catalogue_once() {
    let keys: Vec<String> = Catalogue::builtin().entries().iter().map(|entry| entry.key.to_string()).collect();
    let eleven = [
        "analytics",
        "call_recording",
        "dashboard",
        "administrators",
        "notes",
        "orders",
        "profile",
        "reports",
        "services",
        "sip_trunk",
        "assignments",
    ];
    for key in eleven {
        assert_eq!(keys.iter().filter(|k| *k == key).count(), 1, "{key}");
    }
    let twice = format!(
        "{0}\n{0}",
        "[[entry]]\nkey = \"dashboard\"\nfamily = \"resource\"\nlabel = { en = \"D\", fr = \"D\" }\nabout = { en = \"D\", fr = \"D\" }"
    );
    assert!(Catalogue::parse(&twice).is_err(), "a key twice is no catalogue");
}
