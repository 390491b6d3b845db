//! Roles by keys: the way to them, the columns of their list, their form.

use super::{EN, FR, Scene};
use crate::domain::id::Kind;
use crate::domain::record::Role;

fn role(scene: &Scene, name: &str) -> Role {
    let console = &scene.app.desk.console;
    console.record(console.find(Kind::Role, name).unwrap().id).unwrap()
}

/// The row of a role in the list, from the column after its name.
fn row(scene: &mut Scene, name: &str) -> Vec<String> {
    let lines = scene.lines();
    let left = lines.iter().filter_map(|line| line.split_once('│')).map(|(list, _)| list);
    let found = left.filter_map(|list| list.split_once(name)).map(|(_, rest)| rest).next();
    let rest = found.unwrap_or_else(|| panic!("{name}: {lines:#?}"));
    rest.split_whitespace().map(str::to_owned).collect()
}

/// R-12: the tab, by its digit, by `gr`, and by its name in the palette.
#[test]
fn r_12_the_way_to_the_roles() {
    for (kind, name) in [(EN, "roles"), (FR, "rôles")] {
        for keys in ["3", "\"", "g r"] {
            let mut scene = Scene::open("demo", kind, (80, 24));
            scene.keys(keys);
            assert!(scene.shows(&["[3 R"]), "{keys}: {:#?}", scene.lines());
        }
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys(":");
        scene.types(name);
        scene.keys("Enter");
        assert!(scene.shows(&["[3 R"]), "{:#?}", scene.lines());
    }
}

/// R-13 type, R-14 licence, R-15 description, R-16 active users, R-17 invited users, R-18 dates, R-19 name and actions:
/// each in the list, and moved by what happens.
#[test]
fn r_13_r_14_r_15_r_16_r_17_r_18_r_19_the_columns_of_the_list() {
    let mut scene = Scene::open("demo", EN, (240, 39));
    scene.runs(r#"[{"do":"create_role","name":"Accueil","licence":"administrator","description":"Front desk"}]"#);
    scene.keys("3");
    let day = "2026-06-01";
    assert_eq!(row(&mut scene, "Accueil"), ["custom", "Administrator", "0", "0", day, day, "Front", "desk"]);
    assert_eq!(row(&mut scene, "Analyst")[..2], ["standard", "Analyst"]);
    let people = r#"[
        {"do":"create_user","display_name":"Ann One","site":"mtl"},
        {"do":"create_user","display_name":"Ann Two","site":"mtl"},
        {"do":"mark_user_active","user":"Ann Two"},
        {"do":"set_user_role","user":"Ann One","value":"Accueil"},
        {"do":"set_user_role","user":"Ann Two","value":"Accueil"}]"#;
    scene.runs(people);
    assert_eq!(row(&mut scene, "Accueil")[2..4], ["1", "1"], "R-16 active, R-17 invited");
    scene.runs(r#"[{"do":"mark_user_active","user":"Ann One"}]"#);
    assert_eq!(row(&mut scene, "Accueil")[2..4], ["2", "0"]);
    scene.later(3 * 24 * 3_600_000);
    scene.keys("/");
    scene.types("accueil");
    scene.keys("Enter e");
    assert!(scene.shows(&["Edit"]) && scene.shows(&["Front desk"]), "{:#?}", scene.lines());
    scene.keys("Tab Tab End Ctrl-u");
    scene.types("Welcome");
    // Days later the password is asked for again.
    scene.keys("F2 w");
    scene.types("guichet-demo");
    scene.keys("Enter");
    assert_eq!(row(&mut scene, "Accueil")[4..], [day, "2026-06-04", "Welcome"], "{:#?}", scene.lines());
}

/// R-27: an edit is kept by the button at the foot of the form, and not before. R-24: name, licence, description.
#[test]
fn r_27_r_24_an_edit_is_kept_by_the_button_of_the_form() {
    let mut scene = Scene::open("demo", EN, (120, 40));
    scene.keys("3 / v e r i f Enter e");
    scene.keys("End Ctrl-u");
    scene.types("Contrôle");
    scene.keys("Tab");
    scene.types("administrator");
    scene.keys("Enter Tab End Ctrl-u");
    scene.types("Looks things over");
    scene.keys("Tab");
    assert!(scene.shows(&[">[Save]<"]), "{:#?}", scene.lines());
    assert!(scene.app.desk.staged.is_empty());
    scene.keys("Enter");
    assert!(scene.app.desk.console.find(Kind::Role, "Contrôle").is_err(), "only reviewed");
    scene.keys("w");
    let role = role(&scene, "Contrôle");
    assert_eq!((role.licence.as_str(), role.description.as_deref()), ("administrator", Some("Looks things over")));
}
