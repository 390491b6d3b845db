//! The overview: requests and seats in figures.

use super::super::testing::EN;
use super::{Scene, reviewed, reviewed_as};

#[test]
fn the_overview_of_who_sees_all() {
    reviewed("overview", |scene| scene.keys("7"));
}

#[test]
fn the_overview_scrolls_where_it_is_longer_than_the_screen() {
    reviewed("overview-end", |scene| scene.keys("7 Enter G"));
}

#[test]
fn s_22_the_overview_of_who_triages_two_sites() {
    reviewed_as("lea.roy", "overview-sites", |scene| scene.keys("7"));
}

#[test]
fn t_02_the_overview_of_who_only_asks() {
    reviewed_as("claire.lefevre", "overview-own", |scene| {
        scene.runs(r#"[{"do":"set_admin_resource","admin":"claire.lefevre","resource":"dashboard","value":"view"}]"#);
        scene.keys("7");
    });
}

#[test]
fn a_decision_is_counted_in_its_week_until_it_is_undone() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    let week = |scene: &mut Scene, number: &str| {
        scene.keys("7");
        assert!(scene.shows(&[&format!("this week       {number} ")]), "{:#?}", scene.lines());
    };
    scene.keys("7");
    assert!(scene.shows(&["Requests waiting: 14"]));
    scene.keys("5 a");
    week(&mut scene, " 1  █");
    assert!(scene.shows(&["Requests waiting: 13"]));
    // What is said afterwards is no decision.
    scene.keys("5 G c");
    scene.types("Done long ago.");
    scene.keys("F2");
    week(&mut scene, " 1  █");
    scene.keys("5 u");
    scene.keys("7");
    assert!(scene.shows(&["this week         0"]) && scene.shows(&["Requests waiting: 14"]), "{:#?}", scene.lines());
}
