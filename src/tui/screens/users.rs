//! The tab of users.

use super::super::testing::EN;
use super::{Scene, reviewed};

/// Opens the record of the user whose name starts so, at a section from the left, 0 the details.
fn opened(scene: &mut Scene, name: &str, section: usize) {
    scene.keys("2 /");
    scene.types(name);
    scene.keys("Enter Enter Left");
    (0..section).for_each(|_| scene.keys("Right"));
}

#[test]
fn u_01_the_list_of_users() {
    reviewed("users-list", |scene| scene.keys("2"));
}

#[test]
fn u_70_the_details_of_a_user() {
    reviewed("users-details", |scene| opened(scene, "aaron", 0));
}

/// What the selected line says whole stands on the status line.
#[test]
fn u_10_u_52_u_59_u_72_what_is_decided_elsewhere_says_by_whom() {
    for (section, down, words) in [
        (0, "j j j j", "same as at the sign-in provider"),
        (1, "j j", "the service provider decides; Enter asks for it"),
        (4, "j", "gets its SIP settings by itself"),
        (4, "j", "Where to get the clients"),
    ] {
        let mut scene = Scene::open("demo", EN, (80, 24));
        opened(&mut scene, "aaron", section);
        scene.keys(down);
        assert!(scene.shows(&[words]), "{words}: {:#?}", scene.lines());
    }
}

#[test]
fn u_71_every_row_can_be_edited() {
    reviewed("users-edit", |scene| scene.keys("2 j e"));
}

#[test]
fn u_13_the_access_type_of_a_user() {
    reviewed("users-access", |scene| opened(scene, "aaron", 1));
}

/// The provider decides about it; the row opens the ticket that asks for it.
#[test]
fn u_18_what_the_provider_decides_is_asked_for_where_it_is_shown() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    opened(&mut scene, "aaron", 1);
    scene.keys("j j Space");
    assert!(!scene.shows(&["draft"]), "{:#?}", scene.lines());
    scene.keys("Enter");
    assert!(scene.shows(&["New request, in words"]), "{:#?}", scene.lines());
}

#[test]
fn u_28_the_supervisor_level_with_its_table() {
    reviewed("users-supervisor", |scene| opened(scene, "aaron", 2));
}

#[test]
fn u_29_the_permissions_of_a_user() {
    reviewed("users-permissions", |scene| opened(scene, "aaron", 3));
}

#[test]
fn u_56_the_clients_of_a_user() {
    reviewed("users-clients", |scene| opened(scene, "aaron", 4));
}

#[test]
fn u_58_only_a_webrtc_device_serves_the_crm_client() {
    reviewed("users-device", |scene| {
        opened(scene, "aaron", 4);
        scene.keys("j j j j j Space");
        assert!(scene.shows(&["PJSIP/2026", "WebRTC"]));
    });
}

#[test]
fn u_57_a_device_is_picked_and_staged() {
    reviewed("users-softphone", |scene| {
        opened(scene, "aaron", 4);
        scene.keys("j j j Enter Down Enter");
        assert!(scene.shows(&["[+]", "PJSIP/992026"]));
    });
}

#[test]
fn u_43_web_access_is_taken_with_what_holds_it_in_one_plan() {
    reviewed("users-combined", |scene| {
        opened(scene, "abigail", 3);
        scene.keys("Space");
    });
    reviewed("users-combined-plan", |scene| {
        opened(scene, "abigail", 3);
        scene.keys("Space Enter");
    });
}

#[test]
fn u_63_space_makes_a_group_the_primary_one() {
    reviewed("users-primary", |scene| {
        opened(scene, "aaron", 5);
        scene.keys("Space");
        assert!(scene.shows(&["[+]", "Accueil"]) && scene.shows(&["[-]", "Direction"]));
    });
}

#[test]
fn u_66_a_workspace_goes_round_its_levels() {
    reviewed("users-reach", |scene| {
        opened(scene, "aaron", 6);
        scene.keys("Space Space j Space Space Space j + -");
    });
}

#[test]
fn a_45_a_note_is_written_over_several_lines() {
    reviewed("users-note", |scene| {
        opened(scene, "aaron", 0);
        scene.keys("N");
        scene.types("Back in May");
    });
}

#[test]
fn copying_rights_shows_the_differences_first() {
    reviewed("users-copy", |scene| {
        opened(scene, "aaron", 0);
        scene.keys("c");
        scene.types("helene");
        scene.keys("Enter");
    });
}

#[test]
fn deleting_a_user_who_was_active_says_why_not() {
    reviewed("users-delete", |scene| {
        scene.keys("2 d");
        assert!(scene.shows(&["."]));
    });
}

#[test]
fn u_61_the_groups_of_a_user() {
    reviewed("users-groups", |scene| opened(scene, "aaron", 5));
}

#[test]
fn u_67_the_workspaces_of_a_user() {
    reviewed("users-workspaces", |scene| opened(scene, "aaron", 6));
}

#[test]
fn t_07_the_applications_of_a_user() {
    reviewed("users-applications", |scene| opened(scene, "aaron", 7));
}
