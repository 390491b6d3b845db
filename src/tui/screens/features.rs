//! What each resource opens on the screen: its tab, its view, and nothing else.

use serde_json::json;

use super::{EN, FR, Scene};
use crate::domain::catalogue::{Catalogue, Family};
use crate::text::{Glyphs, Lang};

/// The console of somebody at one site who views these resources and nothing else.
fn holder(resources: &[&str], kind: (Lang, Glyphs)) -> Scene {
    let mut batch = vec![json!({"do": "create_admin", "username": "solo", "first_name": "So", "last_name": "Lo",
        "email": "solo@example.ca", "sites": ["mtl"]})];
    batch.extend(
        resources.iter().map(
            |resource| json!({"do": "set_admin_resource", "admin": "solo", "resource": resource, "value": "view"}),
        ),
    );
    Scene::after(&json!(batch).to_string(), "solo", kind, (100, 30))
}

/// The tabs that are drawn, by their digits.
fn tabs(scene: &mut Scene) -> String {
    let line = scene.lines()[1].clone();
    let titled = line.split_whitespace().map(|word| word.trim_start_matches('['));
    titled.filter(|word| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit())).collect()
}

/// one's own account is there for whoever may see no tab at all.
#[test]
fn a_06_whoever_sees_no_tab_has_an_account_all_the_same() {
    for (kind, details) in [(EN, "My details"), (FR, "Mes coordonnées")] {
        let mut scene = holder(&["numbers"], kind);
        assert_eq!(tabs(&mut scene), "");
        scene.keys("g m");
        assert!(scene.shows(&[details]), "{:#?}", scene.lines());
    }
}

/// a tab for each resource that has one, and none for the others. A-44: the tab of administrators. A-47: the
/// company profile, within the tab of the site. What is recorded for other systems, notes and reports have no tab.
#[test]
fn x_03_a_03_each_resource_opens_its_own_tab_and_no_other() {
    for (resource, expected) in [
        ("administrators", "1"),
        ("users", "2"),
        ("assignments", "2"),
        ("services", "2"),
        ("roles", "3"),
        ("contacts", "4"),
        ("tickets", "5"),
        ("journal", "6"),
        ("site", "7"),
        ("profile", "7"),
        ("dashboard", "7"),
        ("analytics", ""),
        ("call_recording", ""),
        ("orders", ""),
        ("sip_trunk", ""),
        ("notes", ""),
        ("reports", ""),
        ("billable_items", ""),
        ("numbers", ""),
        ("audio", ""),
        ("integrations", ""),
    ] {
        let mut scene = holder(&[resource], EN);
        assert_eq!(tabs(&mut scene), expected, "{resource}: {:#?}", scene.lines());
        for digit in "1234567".chars().filter(|digit| !expected.contains(*digit)) {
            scene.keys(&digit.to_string());
            assert_eq!(tabs(&mut scene), expected, "{resource}");
            let said = if expected.is_empty() { "does nothing here." } else { "You may not see " };
            assert!(scene.shows(&[said]), "{resource} {digit}: {:#?}", scene.lines());
        }
    }
    let both = ["contacts", "journal"];
    assert_eq!(tabs(&mut holder(&both, FR)), "46");
}

/// the dashboard is home where it may be seen; without it, the first tab.
#[test]
fn a_43_the_dashboard_is_home() {
    let mut with = holder(&["dashboard", "contacts", "users"], EN);
    assert!(with.shows(&["[7 Site]"]), "{:#?}", with.lines());
    let mut without = holder(&["contacts", "users"], EN);
    assert!(without.shows(&["[2 Users]"]), "{:#?}", without.lines());
}

/// what guichet only records is there to be given, explained and looked up like all else.
#[test]
fn a_41_a_42_a_46_a_50_recorded_features_are_given_and_explained() {
    for name in ["Analytics", "Call recording", "Orders", "SIP trunking"] {
        let mut scene = Scene::open("demo", EN, (120, 40));
        scene.keys("1 / l e a Enter Enter");
        for _ in 0..30 {
            if !scene.lines().iter().any(|line| line.contains("> ") && line.contains(&format!("  {name}"))) {
                scene.keys("j");
            }
        }
        assert!(scene.shows(&["Recorded for the system that enforces it"]), "{name}: {:#?}", scene.lines());
        scene.keys("+ +");
        assert!(scene.shows(&["– > MANAGE", name]), "{name}: {:#?}", scene.lines());
        scene.keys("w w");
        assert!(scene.shows(&["MANAGE", name, "set by hand"]), "{name}: {:#?}", scene.lines());
        scene.keys("x");
        assert!(scene.shows(&["By hand"]) || scene.shows(&["by hand"]), "{name}: {:#?}", scene.lines());
        scene.keys("Esc X");
        assert!(scene.shows(&["lea.roy"]), "{name}: {:#?}", scene.lines());
    }
}

/// one row for each resource of the catalogue, with its line, each once; the eleven of the portal are there.
#[test]
fn a_39_a_53_every_feature_has_one_row_with_its_line() {
    let eleven = [
        "analytics",
        "call_recording",
        "dashboard",
        "administrators",
        "notes",
        "orders",
        "profile",
        "reports",
        "services",
        "sip_trunk",
        "assignments",
    ];
    let entries: Vec<_> = Catalogue::builtin().family(Family::Resource).collect();
    for key in eleven {
        assert_eq!(entries.iter().filter(|entry| entry.key.as_str() == key).count(), 1, "{key}");
    }
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("1 / n o e Enter Enter");
    for entry in entries {
        assert!(scene.shows(&[&entry.about.en]), "{}: {:#?}", entry.key, scene.lines());
        scene.keys("j");
    }
}
