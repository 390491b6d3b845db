//! What a list shows: its views, its order, its columns; what is assigned to whom.

use super::super::testing::{EN, FR};
use super::{Scene, reviewed};

fn users() -> Scene {
    let mut scene = Scene::open("demo", EN, (110, 30));
    scene.keys("2");
    scene
}

fn view(scene: &mut Scene, name: &str) {
    scene.keys("f");
    scene.types(name);
    scene.keys("Enter");
}

#[test]
fn the_view_and_the_order_are_named_above_the_list() {
    let mut scene = users();
    assert!(scene.lines()[3].starts_with("All users, by name ^"), "{:#?}", scene.lines());
    view(&mut scene, "cloud");
    assert!(scene.lines()[3].starts_with("Cloud: with an application"), "{:#?}", scene.lines());
    assert!(scene.lines()[3].contains("/ has:application"), "{:#?}", scene.lines());
    scene.keys("s l S");
    view(&mut scene, "all users");
    assert!(scene.lines()[3].starts_with("All users, by last change v"), "{:#?}", scene.lines());
    assert!(scene.lines()[4].contains("Name  "), "no other column says that it is sorted: {:#?}", scene.lines());
}

#[test]
fn a_list_with_one_order_says_so() {
    let mut scene = users();
    scene.keys("3 s");
    assert!(scene.shows(&["This list has one order, by name."]), "{:#?}", scene.lines());
}

#[test]
fn u_12_u_57_the_incomplete_view_says_what_is_missing() {
    reviewed("users-incomplete", |scene| {
        scene.keys("2");
        view(scene, "is:incomplete");
    });
    let mut scene = users();
    view(&mut scene, "is:incomplete");
    assert!(scene.shows(&["Rémi Lévesque", "shared e-mail"]), "{:#?}", scene.lines());
}

#[test]
fn a_51_numbers_with_whom_they_are_assigned_to() {
    reviewed("assigned-numbers", |scene| {
        scene.keys("2");
        view(scene, "by-number");
    });
}

#[test]
fn a_51_devices_with_whom_they_are_assigned_to() {
    reviewed("assigned-devices", |scene| {
        scene.keys("2");
        view(scene, "by-device");
        scene.keys("/");
        scene.types("2026");
        scene.keys("Enter");
        assert!(scene.shows(&["PJSIP/2026", "Aaron"]), "{:#?}", scene.lines());
    });
}

#[test]
fn a_49_services_with_whom_they_are_assigned_to() {
    reviewed("assigned-services", |scene| {
        scene.keys("2");
        view(scene, "by-service");
        scene.keys("/");
        scene.types("service:agent_addon");
        scene.keys("Enter");
    });
}

#[test]
fn a_51_users_with_what_is_assigned_to_them() {
    reviewed("assigned-users", |scene| {
        scene.keys("2");
        view(scene, "by-user");
    });
}

/// A-51: who holds assignments alone has the tab with these views, and no user behind them.
#[test]
fn a_51_with_assignments_alone_the_tab_has_those_views_only() {
    let mut scene = users();
    scene.runs(
        r#"[{"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca","all_sites":true},
            {"do":"set_admin_resource","admin":"lea","resource":"assignments","value":"view"}]"#,
    );
    scene.becomes("lea");
    assert!(scene.shows(&["[2 Users]"]) && !scene.shows(&["1 Admins"]), "{:#?}", scene.lines());
    assert!(scene.lines()[3].starts_with("Numbers, by extension ^"), "{:#?}", scene.lines());
    scene.keys("f");
    assert!(!scene.shows(&["All users"]) && scene.shows(&["assignments by device"]), "{:#?}", scene.lines());
    scene.keys("Esc e");
    assert!(scene.shows(&["needs a selected record"]), "no user to edit: {:#?}", scene.lines());
}

#[test]
fn columns_are_chosen_kept_and_put_back() {
    reviewed("users-columns", |scene| scene.keys("2 C"));
    let mut scene = Scene::open("demo", EN, (90, 24));
    scene.keys("2");
    assert!(scene.shows(&["Ext", "Access", "Level"]));
    scene.keys("C Space Tab Space F2");
    let header = |scene: &mut Scene| scene.lines()[4].clone();
    assert!(!header(&mut scene).contains("Ext") && !header(&mut scene).contains("Access"), "{}", header(&mut scene));
    scene.becomes("demo");
    scene.keys("2");
    assert!(!header(&mut scene).contains("Ext"), "kept for the next time: {}", header(&mut scene));
    scene.keys("C");
    // Past the columns and the first button stands the one for the usual ones.
    (0..16).for_each(|_| scene.keys("Tab"));
    scene.keys("Enter");
    assert!(header(&mut scene).contains("Ext"), "{:#?}", scene.lines());
}

/// A filter is saved under a name, offered among the views, named above the list, and forgotten: one's own alone.
#[test]
fn a_filter_is_saved_offered_and_forgotten() {
    let mut scene = Scene::open("demo", EN, (110, 30));
    scene.keys("2 f");
    assert!(!scene.shows(&["Save this filter"]) && !scene.shows(&["Forget"]), "nothing to save: {:#?}", scene.lines());
    scene.keys("Esc /");
    scene.types("site:mtl level:none");
    scene.keys("Enter f");
    assert!(scene.shows(&["Save this filter…", "site:mtl level:none"]), "{:#?}", scene.lines());
    scene.types("save");
    scene.keys("Enter");
    scene.types(" Montréal sans niveau ");
    scene.keys("Enter");
    scene.keys("F2");
    assert!(scene.lines()[3].starts_with("Montréal sans niveau, by n"), "{:#?}", scene.lines());
    scene.keys("Esc");
    assert!(scene.lines()[3].starts_with("All users"), "{:#?}", scene.lines());
    scene.becomes("demo");
    scene.keys("2 f");
    scene.types("montreal");
    scene.keys("Enter");
    assert!(scene.lines()[3].contains("/ site:mtl level:none"), "kept for the next time: {:#?}", scene.lines());
    scene.keys("f");
    assert!(!scene.shows(&["Save this filter"]), "it is saved already: {:#?}", scene.lines());
    scene.keys("Esc 4 f");
    assert!(!scene.shows(&["Montréal"]), "of the users alone: {:#?}", scene.lines());
    scene.becomes("marie.cote");
    scene.keys("2 f");
    assert!(!scene.shows(&["Montréal sans"]), "nobody else has it: {:#?}", scene.lines());
    scene.becomes("demo");
    scene.keys("2 f");
    scene.types("forget");
    scene.keys("Enter");
    assert!(scene.shows(&["Which one is to be forgotten?"]) && scene.shows(&["Montréal sans niveau"]));
    scene.keys("Enter f");
    assert!(!scene.shows(&["Montréal"]), "{:#?}", scene.lines());
}

#[test]
fn a_filter_is_not_saved_without_a_name() {
    for (kind, required) in [(EN, "This is needed."), (FR, "Ce champ est requis.")] {
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys("6 /");
        scene.types("kind:import");
        scene.keys("Enter f Down Enter");
        assert!(scene.shows(&["“kind:import”"]) || scene.shows(&["« kind:import »"]), "{:#?}", scene.lines());
        scene.keys("F2");
        assert!(scene.shows(&[required]) && scene.app.desk.saved.is_empty(), "{:#?}", scene.lines());
    }
}

/// Each list of people and requests keeps columns of its own; one that was asked for stands where it would give way.
#[test]
fn each_list_has_columns_of_its_own() {
    for (tab, gone, stays, wanted) in
        [("1", "Parent", "Name", "E-mail"), ("4", "Marks", "Phone", "E-mail"), ("5", "Kind", "Priority", "With")]
    {
        let mut scene = Scene::open("demo", EN, (84, 24));
        scene.keys(tab);
        let header = |scene: &mut Scene| scene.lines()[4].clone();
        let before = header(&mut scene);
        assert!(before.contains(gone) && before.contains(stays) && !before.contains(wanted), "{before}");
        scene.keys("C");
        for _ in 0..8 {
            let lines = scene.lines().join("\n");
            let on = |title: &str| lines.contains(&format!("> {title}"));
            if on(gone) || (tab != "5" && on("Status")) || on("Age") {
                scene.keys("Space");
            }
            scene.keys("Tab");
        }
        scene.keys("F2");
        let after = header(&mut scene);
        assert!(!after.contains(gone) && after.contains(stays) && after.contains(wanted), "{tab}: {after}");
    }
}
