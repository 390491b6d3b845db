//! Exports from the console.

use super::super::testing::EN;
use super::{Scene, reviewed};

fn users() -> Scene {
    let mut scene = Scene::open("demo", EN, (110, 30));
    scene.keys("2");
    scene
}

/// Types the name of a file in place of the one that is offered, in the folder of the scene.
fn to_file(scene: &mut Scene, name: &str) -> std::path::PathBuf {
    let path = scene.folder().join(name);
    scene.keys("Tab Tab Ctrl-u");
    scene.types(&path.to_string_lossy());
    scene.keys("F2");
    path
}

#[test]
fn what_is_exported_and_how_is_asked_for() {
    reviewed("export", |scene| {
        scene.keys("2 /");
        scene.types("roy");
        // The folder that the tests are run in is nobody's to review.
        scene.keys("Enter");
    });
}

#[test]
fn s_76_the_filtered_list_goes_to_a_new_file_of_ones_own() {
    use std::os::unix::fs::PermissionsExt;
    let mut scene = users();
    scene.keys("/");
    scene.types("status:disabled");
    scene.keys("Enter E");
    let path = to_file(&mut scene, "out.csv");
    assert!(scene.shows(&["records were written to"]), "{:#?}", scene.lines());
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("id,display_name,"), "{text}");
    assert!(text.lines().count() > 1 && text.lines().skip(1).all(|line| line.contains("disabled")), "{text}");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);

    // Nothing is overwritten: the form stays, and says so.
    scene.keys("E");
    to_file(&mut scene, "out.csv");
    assert!(scene.shows(&["out.csv"]) && scene.shows(&["Export"]), "{:#?}", scene.lines());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

/// S-29: the whole list asks for the password; S-50: it stands in the journal.
#[test]
fn s_29_s_50_the_whole_list_asks_for_the_password() {
    let mut scene = users();
    scene.later(10 * 60_000);
    scene.keys("E");
    let path = to_file(&mut scene, "all.csv");
    assert!(scene.shows(&["password"]) && !path.exists(), "{:#?}", scene.lines());
    scene.types("guichet-demo");
    scene.keys("Enter");
    assert!(scene.shows(&["60 records were written to"]), "{:#?}", scene.lines());
    scene.keys("6");
    assert!(scene.shows(&["export", "demo"]), "{:#?}", scene.lines());
}

#[test]
fn who_may_not_see_reports_exports_nothing() {
    let mut scene = users();
    scene.runs(
        r#"[{"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","all_sites":true},
            {"do":"set_admin_resource","admin":"lea","resource":"users","value":"view"}]"#,
    );
    scene.becomes("lea");
    scene.keys("E");
    assert!(scene.shows(&["This needs View on Reports."]), "{:#?}", scene.lines());
}
