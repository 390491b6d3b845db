//! The tab of roles: the list, the record, all side by side.

use super::reviewed;

#[test]
fn r_13_to_r_19_the_list_of_roles() {
    reviewed("roles-list", |scene| scene.keys("3"));
}

/// R-25, R-26, R-28: two boxes for each resource; what the licence fixes is locked, with the reason.
#[test]
fn r_25_r_26_the_boxes_of_a_role() {
    reviewed("roles-boxes", |scene| {
        scene.keys("3 / v e r i f Enter Enter j j j j Space");
        assert!(scene.shows(&["[+] [ ]"]), "{:#?}", scene.lines());
        scene.keys("Space");
        assert!(scene.shows(&["[+] [+]"]), "R-28: Manage ticks View");
        scene.keys("Esc Esc / a n a l Enter Enter");
        scene.keys("/");
        scene.types("r");
        scene.keys("Enter End");
    });
}

/// R-23: every role in a column, the highest licence first; staged, locked and free are told apart without colour.
#[test]
fn r_23_all_roles_side_by_side() {
    reviewed("roles-matrix", |scene| {
        scene.keys("3 / a d m i n i s t Enter m Down Down Down 2 Down 1");
        assert!(scene.shows(&["~"]));
    });
}

#[test]
fn r_23_the_differences_of_all_roles() {
    reviewed("roles-matrix-differences", |scene| {
        scene.keys("3 m = End");
        scene.keys("Right Right Right Right Right Right Right");
    });
}
