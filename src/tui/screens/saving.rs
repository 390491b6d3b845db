//! nothing is stored before the last step of a form, a toggle, an order or a request, and each form has one.

use super::{EN, Scene};

/// The head of the journal: whatever is stored moves it.
fn head(scene: &Scene) -> i64 {
    scene.app.desk.console.journal_head().unwrap().number
}

/// the forms that make and change records: typed into, they store nothing; each has its button, and leaving drops
/// what was typed.
#[test]
fn x_04_a_form_stores_nothing_before_its_button() {
    for keys in ["1 n", "1 j e", "1 j D", "2 n", "2 e", "2 D", "3 n", "3 G e", "4 n", "4 e", "5 n Enter", "7 j e"] {
        let mut scene = Scene::open("demo", EN, (120, 50));
        let before = head(&scene);
        scene.keys(keys);
        assert!(scene.shows(&["[Cancel]"]), "{keys}: {:#?}", scene.lines());
        let button = ["[Save]", "[Send]", "[Go]", "[Do it]"].iter().any(|name| scene.shows(&[name]));
        assert!(button, "{keys}: {:#?}", scene.lines());
        scene.types("x");
        assert_eq!((head(&scene), scene.app.desk.staged.len()), (before, 0), "{keys}");
        scene.keys("Esc");
        // A picker that typing opened is what the first Esc closes.
        let asked = scene.shows(&["[Discard]"]);
        scene.keys(if asked { "Right Enter" } else { "Esc" });
        assert!(!scene.shows(&["[Cancel]"]), "{keys}: {:#?}", scene.lines());
        assert_eq!((head(&scene), scene.app.desk.staged.len()), (before, 0), "{keys}");
    }
}

/// toggles, ticks, orders and the matrix only stage; the review stores nothing; its last key does.
#[test]
fn x_04_what_is_toggled_is_stored_by_the_review_alone() {
    for keys in [
        "1 / n o e Enter Enter j Space",
        "1 / n o e Enter Enter Right j Space",
        "2 Enter Space",
        "3 G Enter j Space",
        "3 G m Space",
        "4 o J w Esc",
        "4 p b",
    ] {
        let mut scene = Scene::open("demo", EN, (120, 50));
        let before = head(&scene);
        scene.keys(keys);
        assert!(scene.shows(&["draft: "]), "{keys}: {:#?}", scene.lines());
        assert_eq!(head(&scene), before, "{keys}: only staged");
        scene.keys("w");
        assert_eq!(head(&scene), before, "{keys}: only reviewed");
        scene.keys("w");
        assert!(head(&scene) > before, "{keys}: {:#?}", scene.lines());
    }
}
