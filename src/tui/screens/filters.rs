//! Filters: views, terms, what is said of them, and their completion.

use super::super::testing::EN;
use super::Scene;

fn users() -> Scene {
    let mut scene = Scene::open("demo", EN, (90, 24));
    scene.keys("2");
    scene
}

#[test]
fn a_view_is_a_filter_with_a_name() {
    let mut scene = users();
    scene.keys("f");
    scene.types("cloud");
    assert!(scene.shows(&["> Cloud: with an application", "has:application"]), "{:#?}", scene.lines());
    scene.keys("Enter");
    assert!(scene.lines()[3].contains("/ has:application"));
}

#[test]
fn an_unknown_field_or_value_is_explained() {
    let mut scene = users();
    scene.keys("/");
    scene.types("nosuch:x");
    assert!(scene.shows(&["no “nosuch:” here", "site, status"]), "{:#?}", scene.lines());
    scene.keys("Ctrl-u");
    scene.types("status:asleep");
    assert!(scene.shows(&["“status:” is never “asleep”", "disabled"]), "{:#?}", scene.lines());
}

#[test]
fn tab_completes_fields_and_values() {
    let mut scene = users();
    scene.keys("/");
    scene.types("stat");
    scene.keys("Tab");
    scene.types("di");
    scene.keys("Tab");
    assert!(scene.lines()[3].contains("/ status:disabled"), "{:#?}", scene.lines());
    scene.types(" has:s");
    assert!(scene.shows(&["silent_monitor", "supervisor_level"]), "{:#?}", scene.lines());
}
