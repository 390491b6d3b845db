//! The tab of tickets: the queue, its views, and triage.

use super::super::testing::{EN, FR};
use super::{Scene, reviewed, reviewed_as};

#[test]
fn t_24_the_queue_in_the_order_of_priority_and_age() {
    reviewed("tickets-queue", |scene| scene.keys("5"));
}

#[test]
fn t_21_a_request_with_what_approving_it_would_do_now() {
    reviewed("tickets-request", |scene| scene.keys("5 Enter"));
}

#[test]
fn t_18_my_tickets_of_somebody_who_only_asks() {
    reviewed_as("claire.lefevre", "tickets-mine", |scene| scene.keys("5 f M y Enter"));
}

#[test]
fn t_20_the_views_of_the_queue() {
    reviewed("tickets-views", |scene| scene.keys("5 f"));
}

#[test]
fn t_20_the_reason_of_a_rejection_is_offered() {
    reviewed("tickets-reject", |scene| scene.keys("5 r a"));
}

#[test]
fn t_21_who_may_be_given_a_request() {
    reviewed("tickets-assign", |scene| scene.keys("5 A"));
}

#[test]
fn t_21_what_happened_to_a_request() {
    reviewed("tickets-history", |scene| scene.keys("5 f d o n e Enter Enter Right Right"));
}

fn scene() -> Scene {
    Scene::open("demo", EN, (120, 30))
}

/// The number of the selected ticket, and how many wait.
fn selected(scene: &mut Scene) -> String {
    let lines = scene.lines();
    let line = lines.iter().find(|line| line.starts_with('>') || line.contains(" > ") || line.starts_with(" >"));
    line.unwrap_or_else(|| panic!("{lines:#?}"))
        .split_whitespace()
        .find_map(|w| w.parse::<u32>().ok())
        .unwrap()
        .to_string()
}

#[test]
fn t_21_one_key_decides_and_the_next_is_selected_with_the_count_left() {
    let mut scene = scene();
    scene.keys("5");
    let first = selected(&mut scene);
    scene.keys("a");
    let second = selected(&mut scene);
    assert_ne!(first, second);
    assert!(scene.shows(&["Applied as entry", "13 waiting"]), "{:#?}", scene.lines());
    scene.keys("r");
    scene.types("Not this year.");
    scene.keys("Enter");
    let third = selected(&mut scene);
    assert!(third != first && third != second);
    scene.keys("u");
    assert_eq!(selected(&mut scene), second, "one key takes the rejection back");
    assert!(scene.shows(&["is open again"]));
    scene.keys("u");
    assert_eq!(selected(&mut scene), first, "and the approval before it");
    scene.keys("r");
    assert!(scene.shows(&["Not before the audit is over.", "given lately"]), "{:#?}", scene.lines());
}

#[test]
fn t_18_a_request_is_in_ones_own_view_at_once() {
    let mut scene = Scene::open("claire.lefevre", EN, (120, 30));
    scene.keys("5 n");
    scene.types("other");
    scene.keys("Enter");
    scene.types("A quiet headset");
    scene.keys("F2 f M y Enter");
    assert!(scene.shows(&["other", "open"]), "{:#?}", scene.lines());
    assert!(!scene.shows(&["marie.cote"]), "T-02: her own only");
}

#[test]
fn t_21_in_the_record_too_the_next_request_comes_after_a_decision() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("5 Enter");
    assert!(scene.shows(&["#17", "open"]));
    scene.keys("a");
    assert!(scene.shows(&["#23", "open"]), "{:#?}", scene.lines());
    scene.keys("G r");
    scene.types("Not this year.");
    scene.keys("Enter");
    assert!(scene.shows(&["#10", "open"]) && scene.shows(&["12 waiting."]), "{:#?}", scene.lines());
    scene.keys("u u");
    assert!(scene.shows(&["#17", "open"]), "{:#?}", scene.lines());
}

/// A request whose user was given part of it meanwhile.
fn differs(scene: &mut Scene) {
    scene.runs(r#"[{"do":"set_supervisor_level","user":"Callum Chen","value":"reports"}]"#);
    scene.keys("5 j j j");
}

#[test]
fn s_28_the_plan_of_now_and_what_was_asked_stand_in_the_record() {
    reviewed("tickets-differs", |scene| {
        differs(scene);
        scene.keys("Enter");
    });
}

#[test]
fn s_28_both_are_shown_before_anything_runs() {
    reviewed("tickets-as-of-now", |scene| {
        differs(scene);
        scene.keys("Enter a");
    });
}

#[test]
fn s_28_what_was_shown_is_what_is_approved() {
    let mut scene = scene();
    differs(&mut scene);
    scene.keys("a");
    // Somebody changes it again behind the review.
    scene.runs(r#"[{"do":"set_supervisor_level","user":"Callum Chen","value":"analytics"}]"#);
    scene.keys("Enter");
    assert!(scene.shows(&["Callum Chen was changed since"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["[5 Tickets 14]"]), "it stays open");
    scene.keys("a Enter");
    assert!(scene.shows(&["Applied as entry", "13 waiting."]), "{:#?}", scene.lines());
}

#[test]
fn t_20_nobody_types_a_reason_for_what_is_decided() {
    for (kind, said) in [(EN, "is decided already"), (FR, "est déjà tranché")] {
        let mut scene = Scene::open("demo", kind, (120, 30));
        for key in ["r", "A", "t", "a", ">"] {
            scene.keys("5 G");
            scene.keys(key);
            assert!(scene.shows(&["#", said]), "{key}: {:#?}", scene.lines());
        }
    }
}
