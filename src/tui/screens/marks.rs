//! Marked rows, and one act on all of them.

use super::super::testing::EN;
use super::Scene;

fn scene() -> Scene {
    let mut scene = Scene::open("demo", EN, (90, 24));
    scene.keys("2");
    scene
}

#[test]
fn the_count_of_marks_is_always_shown() {
    let mut scene = scene();
    scene.keys("Space j Space");
    assert!(scene.shows(&["2 marked"]));
    scene.keys("*");
    assert!(scene.shows(&["60 marked"]));
    scene.keys("Space");
    assert!(scene.shows(&["59 marked"]));
    scene.keys("V");
    assert!(!scene.shows(&["marked"]));
}

#[test]
fn a_range_is_marked_from_where_it_was_begun() {
    let mut scene = scene();
    scene.keys("j j v j j j v");
    assert!(scene.shows(&["4 marked"]));
    scene.keys("V G v k k v");
    assert!(scene.shows(&["3 marked"]));
}

#[test]
fn all_that_match_are_kept_as_the_filter() {
    let mut scene = scene();
    scene.keys("/");
    scene.types("status:disabled");
    scene.keys("Enter *");
    assert!(scene.shows(&["marked"]));
    scene.keys("/");
    scene.types(" x");
    assert!(!scene.shows(&["marked"]), "another filter, other rows");
}

/// U-66, T-07: workspaces, rights of applications and sites are given to many at once too, each with its verdict.
#[test]
fn u_66_t_07_places_are_given_to_many_at_once() {
    for (typed, said, filter) in [
        ("workspace training: view", "Workspace Training: View", "workspace:training"),
        ("give facturation saisir", "Give Facturation, saisir", "right:facturation/saisir"),
        ("move to toronto", "Move to Toronto", "site:tor"),
    ] {
        let mut scene = Scene::open("demo", EN, (120, 30));
        scene.keys("2 Space Space Space e");
        scene.types(typed);
        scene.keys("Enter");
        assert!(scene.shows(&[said]) && scene.shows(&["Allowed: "]), "{:#?}", scene.lines());
        scene.keys("Enter");
        assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
        scene.keys("/");
        scene.types(&format!("{filter} aaron walker"));
        scene.keys("Enter");
        assert!(scene.shows(&[">", "Aaron Walker"]), "{filter}: {:#?}", scene.lines());
    }
}

#[test]
fn an_act_on_all_says_who_is_left_out_and_is_undone_at_once() {
    let mut scene = scene();
    scene.keys("* e");
    scene.types("give client settings");
    scene.keys("Enter");
    assert!(scene.shows(&["Give Client settings"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["Allowed: ", "Left out: "]));
    assert!(scene.shows(&["left out", "needs Web"]), "each with its reason: {:#?}", scene.lines());
    scene.keys("Enter");
    assert!(scene.shows(&["Applied"]), "{:#?}", scene.lines());
    let count = |scene: &mut Scene| {
        scene.keys("Esc /");
        scene.types("has:client_settings");
        scene.keys("Enter");
        let line = scene.lines().swap_remove(3);
        scene.keys("Esc");
        line.split_whitespace().last().and_then(|n| n.parse::<u32>().ok()).unwrap()
    };
    let given = count(&mut scene);
    scene.keys("u Enter");
    let before = count(&mut scene);
    assert!(given > before + 3, "{given} {before}");
}

#[test]
fn marks_of_some_rows_stay_while_the_filter_changes() {
    let mut scene = scene();
    scene.keys("Space /");
    scene.types("a");
    scene.keys("Enter D");
    assert!(scene.shows(&["Disable one marked row"]) && scene.shows(&["Reason"]), "{:#?}", scene.lines());
    scene.types("left the company");
    scene.keys("F2");
    assert!(scene.shows(&["Disable"]) && scene.shows(&["Allowed: 1"]), "{:#?}", scene.lines());
    scene.keys("Enter");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    let newest = scene.app.desk.console.journal_head().unwrap().number;
    let (entry, _) = scene.app.desk.console.entry(newest, 0, 0).unwrap();
    assert!(entry.head.commands.contains("left the company"), "the reason goes into the journal");
}

#[test]
fn space_is_named_where_rows_can_be_marked() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("2");
    assert!(scene.shows(&["Space mark"]), "{:#?}", scene.lines());
    scene.keys("3");
    assert!(!scene.shows(&["Space mark"]), "{:#?}", scene.lines());
}

#[test]
fn marked_tickets_are_decided_with_a_verdict_for_each() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("5");
    assert!(scene.shows(&["[5 Tickets 14]"]));
    scene.keys("Space j Space j Space a");
    assert!(scene.shows(&["Allowed: 3. Left out: 0."]), "{:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["[5 Tickets 11]"]), "three wait no more");
}

#[test]
fn t_21_marked_tickets_are_rejected_for_one_reason_and_one_key_takes_it_back() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("5 Space j Space j j Space r");
    assert!(scene.shows(&["Reject 3 requests, all for"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["Not before the audit is over.", "given lately"]));
    scene.types("audit");
    scene.keys("Down Enter");
    assert!(scene.shows(&["Reject: Not before the audit is over."]), "{:#?}", scene.lines());
    assert!(scene.shows(&["Allowed: 3. Left out: 0."]));
    assert!(!scene.shows(&["send as a request"]), "it is rejected as a whole, or not at all");
    // The review is read for a while: what is said then bears that moment, and is still what was shown.
    scene.later(90_000);
    scene.keys("Enter");
    assert!(scene.shows(&["Applied as entry", "11 waiting."]), "{:#?}", scene.lines());
    assert!(!scene.shows(&["marked"]));
    scene.keys("u");
    assert!(scene.shows(&["3 requests are open again"]) && scene.shows(&["[5 Tickets 14]"]), "{:#?}", scene.lines());
}

#[test]
fn t_21_what_is_decided_among_the_marked_is_left_out_with_the_reason() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("5 Space G Space r");
    scene.types("Not this year.");
    scene.keys("Enter");
    assert!(scene.shows(&["Allowed: 1. Left out: 1."]), "{:#?}", scene.lines());
    assert!(scene.shows(&["left out", "is decided already"]));
}

#[test]
fn marked_tickets_are_given_away_and_ranked_at_once() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("5 Space j Space A");
    assert!(scene.shows(&["Give 2 requests to"]), "{:#?}", scene.lines());
    scene.types("marie");
    scene.keys("Enter");
    assert!(scene.shows(&["Give to marie.cote"]) && scene.shows(&["Assigned to", "marie.cote"]));
    scene.keys("Enter");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    scene.keys("g g Space j Space <");
    assert!(scene.shows(&["Priority of 2 requests"]), "{:#?}", scene.lines());
    scene.types("low");
    scene.keys("Enter Enter");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    scene.keys("/");
    scene.types("priority:low assignee:marie.cote");
    scene.keys("Enter");
    assert!(
        scene.shows(&["Anaïs Cœurdelion", "low"]) && scene.shows(&["Guillaume Rivard", "low"]),
        "{:#?}",
        scene.lines()
    );
}
