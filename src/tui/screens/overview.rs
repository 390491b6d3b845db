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
    let shows = |scene: &mut Scene, waiting: &str, week: &str| {
        scene.keys("7");
        assert!(scene.shows(&["Requests waiting:", waiting]), "{waiting}: {:#?}", scene.lines());
        assert!(scene.shows(&["this week  ", week]), "{week}: {:#?}", scene.lines());
    };
    shows(&mut scene, " 14", " 0");
    // What is said of an old one is no decision.
    scene.keys("5 G c");
    scene.types("Done long ago.");
    scene.keys("F2");
    shows(&mut scene, " 14", " 0");
    scene.keys("5 g g a");
    shows(&mut scene, " 13", " 1  █");
    scene.keys("5 u");
    shows(&mut scene, " 14", " 0");
}
