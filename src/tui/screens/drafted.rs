//! What a draft looks like before it is applied: everywhere staged, nowhere as if it were stored.

use super::{EN, FR, Scene};

/// The selected row of the list.
fn row(scene: &mut Scene) -> String {
    let lines = scene.lines();
    lines.iter().find(|line| line.starts_with('>')).unwrap_or_else(|| panic!("{lines:#?}")).clone()
}

/// Why says of a staged value that it is staged, and of the same one once it is applied who gave it.
#[test]
fn why_never_calls_a_staged_value_stored() {
    for (kind, staged, stored) in
        [(EN, "staged, not applied", "stored with the record"), (FR, "préparé, pas encore", "conservé")]
    {
        let mut scene = Scene::open("demo", kind, (120, 40));
        scene.keys("2 Enter Right Right");
        let label = if kind == EN { "Web access" } else { "Accès au site Web" };
        for _ in 0..20 {
            if scene.shows(&[">", label]) {
                break;
            }
            scene.keys("j");
        }
        scene.keys("Space x");
        assert!(scene.shows(&[staged]), "{:#?}", scene.lines());
        assert!(!scene.shows(&[stored]), "{:#?}", scene.lines());
        scene.keys("Esc w w x");
        assert!(!scene.shows(&[staged]), "{:#?}", scene.lines());
    }
    let mut scene = Scene::open("demo", EN, (120, 40));
    scene.keys("3 j m Space x");
    assert!(scene.shows(&["staged, not applied"]), "{:#?}", scene.lines());
}

/// A record that is to be deleted is still there: it opens, says so, and has its history.
#[test]
fn a_staged_deletion_leaves_the_record_to_be_looked_at() {
    for (kind, said) in [(EN, "will be deleted"), (FR, "sera supprimé")] {
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys("4 d Esc Enter");
        assert!(scene.shows(&[said]), "{:#?}", scene.lines());
        scene.keys("Space");
        assert!(!scene.shows(&["31."]) && scene.shows(&["w"]), "{:#?}", scene.lines());
        assert_eq!(scene.app.desk.staged.len(), 1, "nothing is staged upon it");
        scene.keys("H");
        assert!(scene.lines().iter().any(|line| line.contains("┌") || line.contains("╭")), "{:#?}", scene.lines());
        scene.keys("Esc d");
        assert_eq!(scene.app.desk.staged.len(), 1);
        scene.keys("u");
        assert!(!scene.shows(&[said]), "{:#?}", scene.lines());
    }
}

/// The list and the record say the same of what is staged, both with its mark.
#[test]
fn the_list_says_what_is_staged_as_the_record_does() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("4");
    let before = row(&mut scene);
    scene.keys("p 9");
    let after = row(&mut scene);
    assert_ne!(marks(&before), marks(&after), "{before} / {after}");
    assert!(after.contains('~'), "{after}");
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("2 D F2 Esc");
    assert_eq!(scene.app.desk.staged.len(), 1, "{:#?}", scene.lines());
    let line = row(&mut scene);
    assert!(line.contains("disabled"), "{line}");
    assert!(scene.shows(&["│ ~", "disabled"]), "{:#?}", scene.lines());
}

fn marks(line: &str) -> String {
    let is_marks = |word: &&str| word.len() == 5 && word.chars().all(|c| ".A9CBD".contains(c));
    line.split_whitespace().find(is_marks).unwrap_or_else(|| panic!("{line}")).to_owned()
}

/// U-15: who steps down from Essential is told why not; a step that leads nowhere stages nothing.
#[test]
fn u_15_a_step_that_changes_nothing_is_not_staged() {
    for (kind, essential, so) in [
        (EN, "Every user of the phone system has Essential", "That is so already"),
        (FR, "Tout utilisateur du système téléphonique a Essentiel", "C’est déjà le cas"),
    ] {
        let mut scene = Scene::open("demo", kind, (120, 30));
        scene.keys("2 /");
        scene.types("access:essential source:pbx status:active");
        scene.keys("Enter Enter -");
        assert!(scene.shows(&[essential]), "{:#?}", scene.lines());
        assert!(scene.app.desk.staged.is_empty());
        scene.keys("+ + +");
        assert!(scene.shows(&[so]), "{:#?}", scene.lines());
        assert_eq!(scene.app.desk.staged.len(), 1, "Professional, once");
        scene.keys("-");
        assert!(scene.app.desk.staged.is_empty(), "as it was: {:#?}", scene.lines());
    }
}

/// What one key stages is taken back by one key: U-43, a level and Web access in one plan.
#[test]
fn what_one_act_staged_is_taken_back_together() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("2 j Space");
    scene.keys("/");
    scene.types("level:reports");
    scene.keys("Enter Enter Right Right Space Enter Esc");
    assert_eq!(scene.app.desk.staged.len(), 2, "{:#?}", scene.lines());
    scene.keys("u");
    assert!(scene.app.desk.staged.is_empty(), "{:#?}", scene.lines());
}
