//! The tab of administrators.

use super::{reviewed, reviewed_as};

#[test]
fn a_07_the_list_of_administrators() {
    reviewed("admins-list", |scene| scene.keys("1"));
}

#[test]
fn a_08_an_administrator_sees_themselves_and_those_below() {
    reviewed_as("lea.roy", "admins-reach", |scene| {
        scene.keys("1");
        assert!(scene.shows(&["noe.francoeur"]) && !scene.shows(&["marie.cote"]));
        scene.keys("/");
        scene.types("cote");
        assert!(!scene.shows(&["marie.cote"]), "not found by searching either");
    });
}

#[test]
fn a_16_a_value_staged_by_hand_is_drawn_as_such() {
    reviewed("admins-staged", |scene| {
        scene.runs(r#"[{"do":"set_admin_site","admin":"noe.francoeur","site":"mtl","value":true}]"#);
        scene.keys("1 / n o e Enter Enter Space");
    });
}
