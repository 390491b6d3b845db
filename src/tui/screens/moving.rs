//! Where one is after a key: sorted by the chosen column, at the record that was made or found, at the chosen entry.

use super::{EN, FR, Scene};

fn selected(scene: &mut Scene) -> String {
    let lines = scene.lines();
    lines.iter().find(|line| line.starts_with('>')).unwrap_or_else(|| panic!("{lines:#?}")).clone()
}

/// The letter after `s` is the column; until it comes, the columns stand in the place of the hints.
#[test]
fn s_and_a_letter_sort_by_that_column() {
    for (kind, columns, chosen) in [
        (EN, ["n name", "e extension", "s status", "l last change"], "Sorted by extension."),
        (FR, ["n nom", "p poste", "e état", "d dernière modification"], "Trié par poste"),
    ] {
        let mut scene = Scene::open("demo", kind, (120, 30));
        scene.keys("2 s");
        assert!(scene.shows(&columns), "{:#?}", scene.lines());
        scene.keys(if kind == EN { "e" } else { "p" });
        assert!(scene.shows(&[chosen]), "{:#?}", scene.lines());
        assert!(scene.lines()[4].contains("^"), "{:#?}", scene.lines());
        scene.keys("s Esc e");
        assert!(scene.lines().iter().any(|line| line.contains(" *")), "Esc ends it, e edits: {:#?}", scene.lines());
    }
}

/// No column of a list shows the last change: none is marked, the order stands above the list.
#[test]
fn the_last_change_is_no_column() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("4 s l");
    assert!(scene.shows(&["by last change"]), "{:#?}", scene.lines());
    assert!(!scene.shows(&["Name ^"]), "{:#?}", scene.lines());
    scene.keys("7 s");
    assert!(scene.shows(&["There is nothing to sort here."]), "{:#?}", scene.lines());
    scene.keys("1 s");
    assert!(scene.shows(&["one order, by name"]), "{:#?}", scene.lines());
}

/// In the journal `u` is about the entry that is chosen.
#[test]
fn u_in_the_journal_undoes_the_chosen_entry() {
    let change = |position: &str| format!(r#"[{{"do":"update_user","user":"2003","position":"{position}"}}]"#);
    for (kind, title) in [(EN, "Undo entry"), (FR, "Annuler l’entrée")] {
        let mut scene = Scene::open("demo", kind, (100, 30));
        scene.runs(&change("Elf"));
        scene.runs(r#"[{"do":"update_user","user":"2026","position":"Gnome"}]"#);
        let newest = scene.app.desk.console.journal_head().unwrap().number;
        scene.keys("6 j u");
        let older = (newest - 1).to_string();
        assert!(scene.shows(&[title, &older]), "{:#?}", scene.lines());
        assert!(scene.shows(&["Elf"]) && !scene.shows(&["Gnome"]), "{:#?}", scene.lines());
        scene.keys("w 6");
        assert_eq!(scene.app.desk.console.journal_head().unwrap().number, newest + 1);
    }
}

/// A record that was made is the one that is selected.
#[test]
fn what_was_made_is_selected() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("4 n");
    scene.types("Zzz Made Last");
    scene.keys("F2 w");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    assert!(selected(&mut scene).contains("Zzz Made Last"), "{:#?}", scene.lines());
}

/// Esc shows everything again, and what was found stays selected.
#[test]
fn what_a_filter_found_stays_selected_without_it() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("2 G");
    let last = selected(&mut scene)[2..20].trim().to_owned();
    scene.keys("g g /");
    scene.types(&last);
    scene.keys("Enter Esc");
    assert!(selected(&mut scene).contains(&last), "{last}: {:#?}", scene.lines());
    scene.keys("g g /");
    scene.types(&last);
    scene.keys("Esc");
    assert!(selected(&mut scene).contains(&last), "{last}: {:#?}", scene.lines());
}

/// A request is found by its number, as it stands in the list and as people write it.
#[test]
fn a_request_is_found_by_its_number() {
    for typed in ["13", "#13"] {
        let mut scene = Scene::open("demo", EN, (80, 24));
        scene.keys("5 /");
        scene.types(typed);
        assert!(selected(&mut scene).contains(" 13 "), "{:#?}", scene.lines());
        assert!(scene.lines()[3].ends_with(" 1"), "and no other: {:#?}", scene.lines());
    }
}

/// What cannot be done is not hinted at: an empty list opens nothing, a request has no note of ours.
#[test]
fn an_empty_list_hints_at_nothing_that_needs_a_record() {
    for (kind, gone) in
        [(EN, ["Enter open", "e edit", "H history"]), (FR, ["Entrée ouvrir", "e modifier", "H historique"])]
    {
        let mut scene = Scene::open("demo", kind, (160, 30));
        scene.keys("2");
        assert!(scene.shows(&gone), "{:#?}", scene.lines());
        scene.keys("/ z z z z q Enter");
        let hints = scene.lines().last().unwrap().clone();
        assert!(gone.iter().all(|hint| !hints.contains(hint)), "{hints}");
    }
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("5 N");
    assert!(scene.shows(&["c adds a comment"]), "{:#?}", scene.lines());
    scene.keys("7 n");
    assert!(scene.shows(&["Nothing is made here"]), "{:#?}", scene.lines());
    scene.keys("4");
    assert!(scene.shows(&["o communication order"]), "{:#?}", scene.lines());
}

/// The count of a list is there again once its filter is gone.
#[test]
fn the_count_comes_back_with_the_whole_list() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("2");
    let count = scene.lines()[3].clone();
    scene.keys("/ a b i Enter Esc");
    assert_eq!(scene.lines()[3], count);
}
