//! What others change meanwhile: a record that has moved since it was staged is asked about, with both values.

use super::{EN, FR, Scene};

fn head(scene: &Scene) -> i64 {
    scene.app.desk.console.journal_head().unwrap().number
}

/// S-45: the second `w` asks before it overwrites what somebody else did, and Esc keeps the draft.
#[test]
fn s_45_a_record_that_has_moved_is_asked_about_with_both_values() {
    for (kind, both, who) in [
        (EN, "Position: Chef now, Elf yours", "Somebody else has changed this"),
        (FR, "Poste : Chef maintenant, Elf selon vous", "Quelqu’un d’autre l’a modifié"),
    ] {
        let mut scene = Scene::open("demo", kind, (100, 30));
        let staged = r#"{"do":"update_user","user":"2003","position":"Elf"}"#;
        scene.app.desk.stage(vec![serde_json::from_str(staged).unwrap()]);
        scene.runs(r#"[{"do":"update_user","user":"2003","position":"Chef"}]"#);
        let before = head(&scene);
        scene.keys("2 w w");
        assert!(scene.shows(&[who]), "{:#?}", scene.lines());
        let said = scene.lines().join(" ");
        assert!(both.split(' ').all(|word| said.contains(word)), "{:#?}", scene.lines());
        assert_eq!(head(&scene), before, "nothing was applied yet");
        scene.keys("Esc");
        assert_eq!((head(&scene), scene.app.desk.staged.len()), (before, 1));
        scene.keys("w w Enter");
        assert_eq!((head(&scene), scene.app.desk.staged.len()), (before + 1, 0), "{:#?}", scene.lines());
    }
}

/// Where nobody else changed anything, nobody is asked.
#[test]
fn what_has_not_moved_is_applied_by_the_second_w() {
    let mut scene = Scene::open("demo", EN, (100, 30));
    let staged = r#"{"do":"update_user","user":"2003","position":"Elf"}"#;
    scene.app.desk.stage(vec![serde_json::from_str(staged).unwrap()]);
    let before = head(&scene);
    scene.keys("2 w w");
    assert_eq!(head(&scene), before + 1, "{:#?}", scene.lines());
}

/// S-81: nothing is copied unless `keys.toml` allows it; then it is the value, and what the terminal shows says so.
#[test]
fn s_81_y_copies_the_value_where_that_is_wanted() {
    let mut scene = Scene::open("demo", EN, (100, 30));
    scene.keys("2 y");
    assert!(scene.shows(&["clipboard = true"]) && scene.app.copied.is_none(), "{:#?}", scene.lines());
    scene.app.desk.clipboard = true;
    scene.keys("y");
    assert_eq!(scene.app.copied.take().as_deref(), Some("Aaron Walker"));
    assert!(scene.shows(&["Copied: Aaron Walker"]), "{:#?}", scene.lines());
    scene.keys("Enter Left y");
    let copied = scene.app.copied.take().unwrap();
    assert!(scene.shows(&[">", &copied]), "{copied}: {:#?}", scene.lines());
}
