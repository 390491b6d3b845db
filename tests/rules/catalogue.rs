//! Adding to the catalogue is adding text: a new permission and a new resource work without code.

use std::sync::Arc;

use guichet::domain::catalogue::Catalogue;
use guichet::domain::cell::{self, State};
use guichet::domain::value::Level;
use serde_json::json;

use crate::holds::holding;
use crate::world::{World, effects, read};

const MORE: &str = r#"
[[entry]]
key = "fax_sending"
family = "portal"
label = { en = "Send faxes", fr = "Envoyer des télécopies" }
about = { en = "Sends faxes from the portal", fr = "Envoie des télécopies depuis le portail" }
requires = [{ entry = "web_access" }]
grant_needs = [{ resource = "fax_lines", level = "view" }]

[[entry]]
key = "fax_lines"
family = "resource"
label = { en = "Fax lines", fr = "Lignes de télécopie" }
about = { en = "Recorded for the fax server", fr = "Consigné pour le serveur de télécopie" }
"#;

fn world() -> World {
    let text = format!("{}{MORE}", include_str!("../../assets/catalogue.toml"));
    World { catalogue: Arc::new(Catalogue::parse(&text).expect("the text is a catalogue")), ..World::new() }
}

#[test]
fn a_new_permission_is_a_cell_with_its_rules_and_can_be_set() {
    let mut world = world();
    let give = |user: &str| json!({"do": "set_permission", "user": user, "permission": "fax_sending", "value": true});
    assert_eq!(World::new().code("olga", give("2102")), "permission.unknown", "it is not there without the text");
    let olga = world.actor("olga");
    let cells = cell::user_cells(&world.facts, world.context(&olga), world.user("Amélie Roy")).unwrap();
    let cell = cells.iter().find(|c| c.key.as_str() == "fax_sending").expect("a cell of its own");
    assert!(matches!(&cell.state, State::Locked(why) if why.code() == "user.web_access_required"));
    assert_eq!(world.code("olga", give("2101")), "user.web_access_required");
    assert_eq!(world.code("anna", give("2102")), "access.needs_manage_may_ask", "anna has no fax lines");
    let plan = world.apply("olga", give("2102"));
    assert_eq!(read(&plan), ["permissions.fax_sending: null -> true"]);
    let off = json!({"do": "set_permission", "user": "2102", "permission": "web_access", "value": false});
    assert!(
        read(&world.plan("olga", off).unwrap()).contains(&"permissions.fax_sending: true -> null (web_access)".into())
    );
}

/// What comes by itself brings what comes with that, and neither can go while the first is there.
#[test]
fn what_comes_by_itself_brings_the_next() {
    let chain = r#"
[[entry]]
key = "fax_archive"
family = "portal"
label = { en = "Fax archive", fr = "Archives de télécopie" }
about = { en = "Reads old faxes", fr = "Lit les anciennes télécopies" }
requires = [{ entry = "web_access" }]
granted_by = [{ entry = "fax_sending" }]

[[entry]]
key = "fax_search"
family = "portal"
label = { en = "Fax search", fr = "Recherche de télécopies" }
about = { en = "Searches old faxes", fr = "Cherche dans les anciennes télécopies" }
requires = [{ entry = "web_access" }]
granted_by = [{ entry = "fax_archive" }]
"#;
    let text = format!("{}{MORE}{chain}", include_str!("../../assets/catalogue.toml"));
    let mut world = World { catalogue: Arc::new(Catalogue::parse(&text).unwrap()), ..World::new() };
    let set =
        |key: &str, value: bool| json!({"do": "set_permission", "user": "2102", "permission": key, "value": value});
    let plan = world.apply("olga", set("fax_sending", true));
    assert_eq!(
        read(&plan),
        [
            "permissions.fax_archive: null -> true (fax_sending)",
            "permissions.fax_search: null -> true (fax_archive)",
            "permissions.fax_sending: null -> true",
        ]
    );
    for held in ["fax_search", "fax_archive"] {
        assert_eq!(world.code("olga", set(held, false)), "user.web_access_held_by", "{held}");
    }
}

#[test]
fn a_new_resource_is_given_inherited_and_held_back() {
    let mut world = world();
    let set = |admin: &str, value: &str| json!({"do": "set_admin_resource", "admin": admin, "resource": "fax_lines", "value": value});
    assert_eq!(world.code("anna", set("marc", "view")), "access.not_held");
    world.apply("olga", json!([set("anna", "manage"), set("marc", "manage"), set("lea", "view")]));
    let plan = world.apply("olga", set("marc", "none"));
    assert_eq!(effects(&plan), ["lea resources.fax_lines: \"view\" -> \"none\" (parent)"]);
    let lea = world.admin("lea");
    let anna = world.actor("anna");
    let cells = cell::admin_cells(&world.facts, world.context(&anna), lea, &holding(&world, lea)).unwrap();
    let cell = cells.iter().find(|c| c.key.as_str() == "fax_lines").expect("a cell of its own");
    assert_eq!((cell.rank, cell.origin.unwrap().by_hand), (0, Some(Level::View)));
    assert_eq!(cell.state, State::Free);
    let role = json!({"do": "set_role_resource", "role": "Desk", "resource": "fax_lines", "value": "view"});
    assert_eq!(read(&world.plan("olga", role).unwrap()), ["added.fax_lines: null -> \"view\""]);
}
