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

/// U-49: once what may only be asked for is left out, the same key applies the rest.
#[test]
fn u_49_without_what_may_only_be_asked_for_the_rest_is_applied() {
    let mut scene = Scene::open("claire.lefevre", EN, (120, 30));
    for staged in [
        r#"{"do":"set_user_enabled","user":"2003","value":false,"reason":"On leave"}"#,
        r#"{"do":"update_admin","admin":"claire.lefevre","mobile":"514 555 0123"}"#,
    ] {
        scene.app.desk.stage(vec![serde_json::from_str(staged).unwrap()]);
    }
    scene.keys("2 w");
    assert!(scene.shows(&["disabled"]) && scene.shows(&["514 555 0123"]), "{:#?}", scene.lines());
    for _ in 0..10 {
        if !scene.shows(&["> Abigail"]) {
            scene.keys("j");
        }
    }
    scene.keys("Space");
    assert!(!scene.shows(&["sends it as a request"]), "{:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["Applied as entry"]) && scene.shows(&["draft: 1"]), "{:#?}", scene.lines());
}
