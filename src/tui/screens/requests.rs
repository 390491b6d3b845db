//! Requests from the screens: the same keys, and the last step asks for a reason.

use super::super::testing::EN;
use super::{Scene, reviewed_as};

#[test]
fn t_25_the_kinds_of_request() {
    reviewed_as("claire.lefevre", "requests-kinds", |scene| scene.keys("5 n"));
}

#[test]
fn t_10_the_request_for_a_new_user() {
    reviewed_as("claire.lefevre", "requests-new-user", |scene| scene.keys("5 n Enter"));
}

#[test]
fn u_49_what_may_only_be_asked_for_is_sent_with_reason_and_note() {
    reviewed_as("claire.lefevre", "requests-send", |scene| {
        scene.keys("2 D");
        scene.types("On leave");
        scene.keys("F2 w");
    });
}

#[test]
fn t_15_t_17_t_19_a_deactivation_is_asked_for_and_changes_nothing_yet() {
    let mut scene = Scene::open("claire.lefevre", EN, (120, 30));
    scene.keys("2 D");
    scene.types("On leave");
    scene.keys("F2 w F2");
    assert!(scene.shows(&["Sent as 1 request.", "#"]), "{:#?}", scene.lines());
    assert!(!scene.shows(&["draft:"]), "what was sent is no draft any more");
    scene.keys("5 f M y Enter");
    assert!(scene.shows(&["disable", "now", "open"]), "{:#?}", scene.lines());
    // T-23: the same again leads to the first.
    scene.keys("2 D");
    scene.types("Again");
    scene.keys("F2 w F2");
    assert!(scene.shows(&["asks for this already"]) && scene.shows(&["[5 Tickets"]), "{:#?}", scene.lines());
}

#[test]
fn t_09_t_10_a_new_user_is_asked_for_with_one_form() {
    let mut scene = Scene::open("claire.lefevre", EN, (120, 30));
    scene.keys("5 n Enter");
    for (text, keys) in
        [("Ève", "Tab"), ("Nadeau", "Tab"), ("eve.nadeau@atelier-nord.example", "Tab"), ("Agent", "Tab")]
    {
        scene.types(text);
        scene.keys(keys);
    }
    scene.types("mont");
    scene.keys("Enter Tab F2");
    assert!(scene.shows(&["Applications"]), "at least one: {:#?}", scene.lines());
    scene.keys("Space Enter Esc F2");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    scene.keys("f M y Enter");
    assert!(scene.shows(&["new ", "Ève Nadeau", "open"]), "{:#?}", scene.lines());
}
