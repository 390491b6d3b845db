//! The editor of the communication orders.

use super::super::testing::{EN, FR};
use super::{Scene, reviewed, reviewed_as};

#[test]
fn c_21_c_23_both_orders_in_one_editor() {
    reviewed("orders", |scene| scene.keys("4 o"));
}

#[test]
fn c_27_a_row_picked_up_and_the_rank_it_goes_to() {
    reviewed("orders-picked-up", |scene| scene.keys("4 o j m 5"));
}

#[test]
fn c_24_c_25_the_picker_finds_contacts_of_the_main_list_alone() {
    reviewed("orders-add", |scene| {
        scene.keys("4 o a");
        scene.types("ecuyer");
    });
    for (kind, none) in [(EN, "No contact fits."), (FR, "Aucun contact ne convient.")] {
        let mut scene = Scene::open("demo", kind, (160, 50));
        scene.keys("4 o a");
        scene.types("zzzz");
        assert!(scene.shows(&[none]), "{:#?}", scene.lines());
    }
}

#[test]
fn c_19_c_28_who_moves_is_reviewed_before_it_is_kept() {
    reviewed("orders-review", |scene| {
        scene.keys("4 o g J j d Right a");
        scene.types("ecuyer");
        scene.keys("Enter w");
    });
}

/// C-28: leaving keeps the order as a draft, and dropping that asks.
#[test]
fn c_28_an_order_is_kept_only_when_it_is_applied() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("4 o J Esc");
    assert!(scene.shows(&["draft: 1"]), "{:#?}", scene.lines());
    scene.keys("W");
    assert!(scene.shows(&["Drop"]), "it asks: {:#?}", scene.lines());
    scene.keys("Enter o");
    assert!(!scene.shows(&["edited, not applied"]), "{:#?}", scene.lines());
    scene.keys("J w w o");
    assert!(!scene.shows(&["edited, not applied"]), "{:#?}", scene.lines());
}

/// C-29: out of an order is not out of the contacts.
#[test]
fn c_29_a_contact_taken_out_of_an_order_stays_a_contact() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("4");
    assert!(scene.shows(&["Élise Tremblay", " 1 ", "A9CBD"]), "{:#?}", scene.lines());
    scene.keys("o d w w");
    let lines = scene.lines();
    let line = lines.iter().find(|line| line.contains("Élise Tremblay")).unwrap();
    assert!(line.contains("A9CBD") && line.contains("–     1"), "{line}");
}

/// C-27: where the record of a contact shows the orders, their keys work too, on the row that is selected.
#[test]
fn c_27_a_contact_is_moved_from_the_orders_of_a_record() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("4 Enter Right");
    assert!(!scene.shows(&["m pick up"]), "nothing to move is selected: {:#?}", scene.lines());
    scene.keys("J");
    assert!(scene.shows(&["Select a contact in one of the two orders first."]), "{:#?}", scene.lines());
    scene.keys("j j j j j");
    assert!(scene.shows(&["> ", "2  Abigail O'Neil"]) && scene.shows(&["m pick up"]), "{:#?}", scene.lines());
    scene.keys("J");
    assert!(
        scene.shows(&["─ Communication order ─"]) && scene.shows(&[">  3  Abigail O'Neil"]),
        "{:#?}",
        scene.lines()
    );
    assert!(scene.shows(&["edited, not applied"]));
    scene.keys("u");
    assert!(scene.shows(&[">  2  Abigail O'Neil"]) && !scene.shows(&["edited, not applied"]), "{:#?}", scene.lines());
    scene.keys("Esc G m");
    assert!(scene.shows(&["picked up"]) && scene.shows(&["=  6  Anne-Sophie"]), "{:#?}", scene.lines());
}

#[test]
fn an_unknown_key_in_the_editor_says_so_where_it_is_seen() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("4 o z");
    assert!(scene.shows(&["z does nothing here."]), "{:#?}", scene.lines());
    scene.keys("j");
    assert!(!scene.shows(&["does nothing here."]), "{:#?}", scene.lines());
    scene.keys("X");
    assert!(scene.shows(&["X does nothing here."]), "what is for lists alone: {:#?}", scene.lines());
}

/// What somebody else saves while an order is being edited.
const THEIRS: &str = r#"[{"do":"set_communication_order","list":"technical",
    "contacts":["Hélène Lévesque","Élise Tremblay"]}]"#;

#[test]
fn c_28_what_somebody_saved_meanwhile_stands_beside_what_is_staged() {
    reviewed_as("marie.cote", "orders-two", |scene| {
        scene.keys("4 o J");
        scene.runs(THEIRS);
        scene.keys("w");
    });
}

#[test]
fn c_28_neither_order_is_lost_without_being_seen() {
    for (kind, theirs, yours) in
        [(EN, "as saved meanwhile", "as you staged it"), (FR, "enregistré entre-temps", "préparé")]
    {
        let mut scene = Scene::open("marie.cote", kind, (160, 50));
        scene.keys("4 o J");
        scene.runs(THEIRS);
        scene.keys("w");
        assert!(scene.shows(&[theirs, "Hélène Lévesque"]) && scene.shows(&[yours]), "{:#?}", scene.lines());
        // Left as it is: theirs stands, and what was staged is still there.
        scene.keys("Esc Enter Right");
        assert!(scene.shows(&["~"]), "{:#?}", scene.lines());
        scene.keys("Esc W Enter o");
        assert!(scene.shows(&["1  Hélène Lévesque"]), "{:#?}", scene.lines());
    }
    // A save between the review and its last key is told, and nothing is written over it.
    let mut scene = Scene::open("marie.cote", EN, (160, 50));
    scene.keys("4 o J w");
    scene.runs(THEIRS);
    scene.keys("w");
    assert!(scene.shows(&["changed since"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["draft: 1"]), "{:#?}", scene.lines());
}
