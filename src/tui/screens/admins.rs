//! The tab of administrators: the list and the record.

use super::{EN, Scene, reviewed, reviewed_as};

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

/// A-39: a row for each resource, with what it is, where its value comes from, and why it is locked.
#[test]
fn a_39_the_resources_of_an_administrator() {
    reviewed_as("lea.roy", "admins-resources", |scene| {
        scene.runs(r#"[{"do":"set_admin_resource","admin":"sofia.munoz","resource":"contacts","value":"view"}]"#);
        scene.keys("1 / s o f i a Enter Enter j j j Space");
        assert!(scene.shows(&["Contacts", "view > MANAGE"]) || scene.shows(&["Contacts", "voir > GÉRER"]));
    });
}

/// A-34 to A-38: ticks survive the search and the pages, a site that the editor lacks is locked.
#[test]
fn a_34_a_tick_list_of_sites() {
    reviewed("admins-sites", |scene| {
        let site = |n: u32| format!(r#"{{"do":"create_site","code":"s{n:02}","name":"Succursale {n:02}"}}"#);
        scene.runs(&format!("[{}]", (1..=40).map(site).collect::<Vec<_>>().join(",")));
        scene.keys("1 / n o e Enter Enter Right / s u c c");
        assert!(scene.shows(&["/ succ", "40"]), "A-36: searched whatever the case");
        scene.keys("Enter Space j Space");
        assert!(scene.shows(&["[+] Succursale 01"]) && scene.shows(&["[+] Succursale 02"]), "A-35");
        scene.keys("Esc");
        assert!(scene.shows(&["[+] Succursale 02"]), "the selected row stays in sight");
        scene.keys("Home");
        scene.keys("PgDn");
    });
}

#[test]
fn a_38_a_site_that_the_editor_lacks_is_locked() {
    reviewed_as("lea.roy", "admins-sites-lacked", |scene| {
        scene.runs(r#"[{"do":"set_admin_site","admin":"sofia.munoz","site":"gat","value":true}]"#);
        scene.keys("1 / s o f i a Enter Enter Right j Space");
        assert!(scene.shows(&["( )"]) && scene.shows(&["(x) Gatineau"]) && !scene.shows(&["Toronto"]));
    });
}

/// A-17, A-20, A-21: details, parent and children as links.
#[test]
fn a_20_a_21_parent_and_children_are_links() {
    reviewed("admins-details", |scene| {
        scene.keys("1 / l e a Enter Enter Right Right");
        let row = |scene: &mut Scene, name| scene.lines().iter().any(|l| l.contains("> ") && l.contains(name));
        scene.keys("j j j j j");
        assert!(row(scene, "noe.francoeur"), "{:#?}", scene.lines());
        scene.keys("Enter");
        assert!(scene.shows(&["Noé Francœur (noe.francoeur)"]));
        scene.keys("Enter");
        scene.keys("j j j j");
        scene.keys("Enter");
        assert!(scene.shows(&["Léa Roy (lea.roy)"]));
    });
}

#[test]
fn a_11_to_a_16_the_form_of_a_new_administrator() {
    reviewed("admins-new", |scene| {
        scene.keys("1 n");
        scene.types("zoe.b");
        scene.keys("Tab Z o é Tab Tab F2");
    });
}

#[test]
fn a_22_a_23_disabling_asks_for_the_branch() {
    reviewed("admins-disable", |scene| {
        scene.keys("1 / l e a Enter D Tab Space F2");
        assert!(scene.shows(&["noe.francoeur"]) && scene.shows(&["sofia.munoz"]), "the whole branch is in the plan");
    });
}

/// A-20, A-21: who made whom, with what each passes on; folded and unfolded, the selection kept from list to tree.
#[test]
fn a_21_the_tree_of_the_delegation() {
    reviewed("admins-tree", |scene| {
        scene.keys("1 / n o e Enter t");
        assert!(scene.shows(&[">", "noe.francoeur"]), "{:#?}", scene.lines());
        scene.keys("Left");
        assert!(scene.shows(&[">", "lea.roy"]));
        scene.keys("Space");
        assert!(!scene.shows(&["noe.francoeur"]));
        scene.keys("Space G Space k");
    });
}

/// A branch far too long for the screen is read a part at a time.
#[test]
fn a_long_branch_is_read_a_part_at_a_time() {
    let mut scene = Scene::open("demo", EN, (100, 24));
    let person = |n: u32| {
        format!(
            r#"{{"do":"create_admin","username":"p{n:03}","first_name":"P","last_name":"{n}","email":"p{n}@e.ca"}}"#
        )
    };
    scene.runs(&format!("[{}]", (1..=6).map(person).collect::<Vec<_>>().join(",")));
    scene.keys("1 t G");
    assert!(scene.shows(&[">", "p002"]), "the first four, three of them the older ones: {:#?}", scene.lines());
    scene.keys("G");
    assert!(scene.shows(&[">", "p006"]), "{:#?}", scene.lines());
    scene.runs(r#"[{"do":"set_admin_enabled","admin":"p006","value":false}]"#);
    assert!(scene.shows(&["P 6 (p006)", "disabled"]), "what is unfolded stays so: {:#?}", scene.lines());
    scene.keys("t / p 0 0 4 Enter t");
    assert!(scene.shows(&[">", "p004"]), "{:#?}", scene.lines());
}

/// A branch is searched as it stands: what fits is lit and keeps those above it, Esc shows everything again.
#[test]
fn a_21_the_tree_is_searched() {
    reviewed("admins-tree-search", |scene| {
        scene.keys("1 t /");
        scene.types("noe");
        let above = ["demo", "lea.roy", "noe.francoeur"];
        assert!(above.iter().all(|name| scene.shows(&[name])) && !scene.shows(&["john.oneil"]));
        assert!(scene.shows(&[">", "noe.francoeur"]), "the first match is selected: {:#?}", scene.lines());
    });
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("1 t / n o e Enter Left");
    assert!(scene.shows(&[">", "lea.roy"]), "what was found is moved in: {:#?}", scene.lines());
    scene.keys("j Esc");
    assert!(scene.shows(&["john.oneil"]) && scene.shows(&[">", "noe.francoeur"]), "{:#?}", scene.lines());
    scene.keys("/ z z z");
    assert!(!scene.shows(&["demo "]) || scene.shows(&["No row"]), "{:#?}", scene.lines());
    scene.keys("Esc Esc");
    assert!(!scene.shows(&["Nobody passes on"]), "the list again: {:#?}", scene.lines());
}

/// A-02: what is out of reach is not found in the tree either.
#[test]
fn a_02_the_search_of_the_tree_stays_in_reach() {
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.keys("1 t / c o t e");
    assert!(!scene.shows(&["marie.cote"]) && scene.shows(&["0"]), "{:#?}", scene.lines());
}

/// What somebody should look at: each finding opens the record that it is about, here or in its own tab.
#[test]
fn what_to_look_at_among_the_administrators() {
    reviewed("admins-audit", |scene| {
        scene.later(100 * 24 * 3_600_000);
        scene.runs(
            r#"[{"do":"set_admin_all_sites","admin":"marie.cote","value":false},
                {"do":"set_admin_all_sites","admin":"ines.garcon","value":false},
                {"do":"create_site","code":"new","name":"Sherbrooke"}]"#,
        );
        scene.keys("1 f Down Down Enter");
        assert!(scene.shows(&["sofia.munoz"]));
        scene.keys("j");
    });
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.runs(
        r#"[{"do":"set_admin_all_sites","admin":"marie.cote","value":false},
                {"do":"set_admin_all_sites","admin":"ines.garcon","value":false},
            {"do":"create_site","code":"new","name":"Sherbrooke"}]"#,
    );
    scene.keys("7 :");
    scene.types("look over");
    scene.keys("Enter G");
    assert!(scene.shows(&[">", "site without anyone", "new"]), "{:#?}", scene.lines());
    scene.keys("Enter");
    assert!(scene.shows(&["Sherbrooke"]) && scene.shows(&["[7 Site"]), "{:#?}", scene.lines());
    scene.keys("1 Home /");
    scene.types("role");
    scene.keys("Enter Enter");
    assert!(scene.shows(&["Léa Roy (lea.roy)"]), "{:#?}", scene.lines());
    scene.keys("Esc Esc");
    assert!(scene.shows(&["never signed in", "sofia.munoz"]), "{:#?}", scene.lines());
    scene.keys("Esc");
    assert!(!scene.shows(&["things to look at"]), "the list again: {:#?}", scene.lines());
}

/// S-22: within the reach of the one who looks, and sites are for the owner, who sees everybody.
#[test]
fn s_22_what_to_look_at_stays_in_reach() {
    reviewed_as("lea.roy", "admins-audit-reach", |scene| {
        scene.runs(
            r#"[{"do":"set_admin_all_sites","admin":"marie.cote","value":false},
                {"do":"set_admin_all_sites","admin":"ines.garcon","value":false},
                {"do":"create_site","code":"new","name":"Sherbrooke"}]"#,
        );
        scene.later(100 * 24 * 3_600_000);
        scene.keys("1 f Down Down Enter");
        assert!(scene.shows(&["sofia.munoz"]) && scene.shows(&["noe.francoeur"]));
        for hidden in ["marie.cote", "john.oneil", "demo ", "Sherbrooke"] {
            assert!(!scene.shows(&["20", hidden]), "{hidden}");
        }
    });
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.runs(r#"[{"do":"set_admin_enabled","admin":"sofia.munoz","value":false}]"#);
    scene.keys("1 f Down Down Enter");
    scene.runs(r#"[{"do":"set_admin_resource","admin":"lea.roy","resource":"billable_items","value":null}]"#);
    assert!(scene.shows(&["Nothing to look at: "]), "{:#?}", scene.lines());
}
