//! The tab Site.

use super::super::testing::{EN, FR};
use super::{Scene, reviewed};

/// Opens a room from the top, 0 the overview.
fn room(scene: &mut Scene, at: usize) {
    scene.keys("7");
    (0..at).for_each(|_| scene.keys("j"));
    scene.keys("Enter");
}

#[test]
fn the_organisation_with_its_settings() {
    reviewed("site-organisation", |scene| room(scene, 1));
}

#[test]
fn the_sites() {
    reviewed("site-sites", |scene| room(scene, 2));
}

#[test]
fn deleting_a_site_names_what_hangs_on_it() {
    reviewed("site-delete", |scene| {
        room(scene, 2);
        scene.keys("d");
        assert!(scene.shows(&["60"]) || scene.shows(&["users:"]) || scene.shows(&["utilisateurs"]));
    });
}

#[test]
fn u_65_deleting_a_group_shows_who_leaves_it() {
    reviewed("site-delete-group", |scene| {
        room(scene, 3);
        scene.keys("d");
    });
}

#[test]
fn u_62_the_members_of_a_group() {
    reviewed("site-members", |scene| {
        room(scene, 3);
        scene.keys("Enter d");
        assert!(scene.shows(&["[-]"]));
    });
}

#[test]
fn u_62_a_users_group_is_one_key_away() {
    reviewed("site-from-user", |scene| {
        scene.keys("2 /");
        scene.types("aaron");
        scene.keys("Enter Enter Right Right Right Right j Enter");
        assert!(scene.shows(&[">", "Direction"]));
    });
}

#[test]
fn t_07_the_applications_with_their_rights() {
    reviewed("site-applications", |scene| room(scene, 5));
}

/// The places of a room are filtered like the lists of the other tabs; another room is whole again.
#[test]
fn the_places_of_a_room_are_filtered() {
    for (kind, none) in [(EN, "Nothing matches this filter."), (FR, "Rien ne correspond")] {
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys("7 j j j /");
        scene.types("agents");
        assert!(scene.shows(&["Agents – jour"]) && !scene.shows(&["Direction"]), "{:#?}", scene.lines());
        scene.keys("Enter j");
        assert!(scene.shows(&["> ", "Agents – soir"]), "{:#?}", scene.lines());
        scene.keys("/");
        scene.types("zzz");
        assert!(scene.shows(&[none]), "{:#?}", scene.lines());
        scene.keys("Esc");
        assert!(scene.shows(&["Direction"]), "{:#?}", scene.lines());
        scene.keys("/");
        scene.types("agents");
        scene.keys("Enter Left j k");
        assert!(scene.shows(&["Direction"]), "{:#?}", scene.lines());
    }
}

#[test]
fn a_45_the_notes_of_a_site_and_of_the_organisation() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.runs(
        r#"[{"do":"set_note","site":"gat","note":"Keys at\nthe desk"},{"do":"set_note","organisation":"x","note":"Closed in July"},
            {"do":"set_note","role":"Analyst","note":"For the auditors"}]"#,
    );
    room(&mut scene, 1);
    assert!(scene.shows(&["Closed in July"]), "{:#?}", scene.lines());
    scene.keys("Esc j Enter");
    assert!(scene.shows(&["Keys at the desk"]), "{:#?}", scene.lines());
}
