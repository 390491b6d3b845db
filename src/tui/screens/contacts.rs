//! The tab of contacts: the list with its marks, the record, the orders.

use super::super::testing::{EN, FR};
use super::{Scene, reviewed, reviewed_as};

/// Presses keys in both languages and looks for the words on the screen.
fn says(keys: &str, english: &[&str], french: &[&str]) {
    for (kind, words) in [(EN, english), (FR, french)] {
        let mut scene = Scene::open("demo", kind, (160, 50));
        scene.keys(keys);
        for word in words {
            assert!(scene.shows(&[word]), "{word}: {:#?}", scene.lines());
        }
    }
}

/// The line of the list that names the contact.
fn line(scene: &mut Scene, name: &str) -> String {
    let lines = scene.lines();
    lines.iter().find(|line| line.contains(name)).unwrap_or_else(|| panic!("{name}: {lines:#?}")).clone()
}

#[test]
fn c_04_c_10_the_contacts_with_their_marks_and_ranks() {
    reviewed("contacts-list", |scene| scene.keys("4"));
    says(
        "4",
        &["Name ^", "Marks", "Tech", "Fin", "Phone", "E-mail"],
        &["Nom ^", "Marques", "Tech", "Fin", "Téléphone", "Courriel"],
    );
}

#[test]
fn c_10_the_marks_have_a_legend() {
    reviewed("contacts-legend", |scene| scene.keys("4 p"));
    reviewed("contacts-record", |scene| scene.keys("4 Enter"));
    says(
        "4 Enter",
        &["A  Administrator", "9  911 addresses", "C  Contacts management", "B  Billing", "D  Call records"],
        &["A  Administrateur", "9  Adresses 911", "C  Gestion des contacts", "B  Facturation", "D  Relevés d’appels"],
    );
}

/// C-03: the delay belongs to a remote portal.
#[test]
fn c_03_changes_take_effect_at_once_and_the_screen_says_so() {
    says("4 Enter", &["Changes take effect at once."], &["Les modifications prennent effet aussitôt."]);
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("4");
    assert!(line(&mut scene, "abigail.oneil").contains("...B."), "{:#?}", scene.lines());
    scene.keys("p b w w");
    assert!(line(&mut scene, "abigail.oneil").contains("....."), "{:#?}", scene.lines());
}

#[test]
fn c_05_a_contact_is_edited_and_deleted_from_its_row() {
    for (kind, edit, delete) in [(EN, "edit", "delete"), (FR, "modifier", "supprimer")] {
        for (typed, key) in [(edit, "e"), (delete, "d")] {
            let mut scene = Scene::open("demo", kind, (160, 50));
            scene.keys("4 ?");
            scene.types(typed);
            assert!(scene.shows(&[&format!(" {key} "), typed]), "{typed}: {:#?}", scene.lines());
        }
        let mut scene = Scene::open("demo", kind, (160, 50));
        scene.keys("4 e");
        assert!(scene.shows(&["Abigail O'Neil"]) && scene.shows(&["F2"]), "{:#?}", scene.lines());
    }
}

#[test]
fn c_06_the_form_of_a_contact() {
    reviewed("contacts-form", |scene| scene.keys("4 e"));
}

#[test]
fn c_07_a_contact_goes_after_a_confirmation() {
    let mut scene = Scene::open("demo", EN, (160, 50));
    scene.keys("4 d");
    assert!(scene.shows(&["Review"]) && scene.shows(&["Abigail O'Neil", "> deleted"]), "{:#?}", scene.lines());
    scene.keys("Esc");
    assert!(scene.shows(&["~Abigail O'Neil"]), "nothing is removed yet: {:#?}", scene.lines());
    scene.keys("w w");
    assert!(scene.shows(&["Applied as entry"]) && !scene.shows(&["Abigail O'Neil"]), "{:#?}", scene.lines());
    scene.keys("u Enter");
    assert!(scene.shows(&["Abigail O'Neil"]), "and comes back: {:#?}", scene.lines());
}

#[test]
fn c_08_a_deletion_names_the_lists_that_it_empties() {
    reviewed("contacts-delete", |scene| {
        scene.runs(
            r#"[{"do":"set_communication_order","list":"technical","contacts":["Abigail O'Neil"]},
                {"do":"set_communication_order","list":"financial","contacts":["Élise Tremblay","Abigail O'Neil"]}]"#,
        );
        scene.keys("4 d");
    });
}

#[test]
fn c_02_the_last_administrator_keeps_the_mark() {
    for (kind, said) in [(EN, "last"), (FR, "dernier")] {
        let mut scene = Scene::open("demo", kind, (160, 50));
        scene.keys("4 /");
        scene.types("has:administrator");
        scene.keys("Enter");
        for _ in 0..5 {
            scene.keys("g g p a w w");
        }
        scene.keys("p a");
        assert!(scene.shows(&[said]), "{:#?}", scene.lines());
        assert!(scene.shows(&["A"]) && !scene.shows(&["~"]), "{:#?}", scene.lines());
        assert!(!scene.shows(&["brouillon"]) && !scene.shows(&["draft"]), "{:#?}", scene.lines());
    }
}

/// C-17: one key from the list, one from the record.
#[test]
fn c_11_c_12_c_13_c_14_c_15_each_permission_has_its_key() {
    for (at, (key, english, french)) in [
        ("a", "Administrator", "Administrateur"),
        ("9", "911 addresses", "Adresses 911"),
        ("c", "Contacts management", "Gestion des contacts"),
        ("b", "Billing", "Facturation"),
        ("d", "Call records", "Relevés d’appels"),
    ]
    .into_iter()
    .enumerate()
    {
        for (kind, label, change) in [(EN, english, "off > on"), (FR, french, "non > oui")] {
            // Benoît holds none of them.
            let mut scene = Scene::open("demo", kind, (160, 50));
            scene.keys("4 /");
            scene.types("ecuyer");
            scene.keys(&format!("Enter p {key} w"));
            assert!(scene.shows(&["Benoît L'Écuyer", label, change]), "{:#?}", scene.lines());
            scene.keys("w");
            let marks = ["A....", ".9...", "..C..", "...B.", "....D"][at];
            assert!(line(&mut scene, "benoit.lecuye").contains(marks), "{:#?}", scene.lines());
            scene.keys("Enter");
            (0..at).for_each(|_| scene.keys("j"));
            scene.keys("Space w w Esc");
            assert!(line(&mut scene, "benoit.lecuye").contains("....."), "C-17: {:#?}", scene.lines());
        }
    }
}

#[test]
fn c_16_what_needs_voip_is_locked_without_it() {
    for (kind, reason) in [(EN, "VoIP"), (FR, "VoIP")] {
        let mut scene = Scene::open("demo", kind, (160, 50));
        scene.runs(r#"[{"do":"set_organisation","voip":false}]"#);
        scene.keys("4 /");
        scene.types("ecuyer");
        for key in ["9", "d"] {
            scene.keys("Enter p");
            scene.keys(key);
            assert!(scene.shows(&[reason]), "{key}: {:#?}", scene.lines());
            scene.keys("Esc");
        }
        scene.keys("Enter");
        assert!(scene.shows(&["( )", "911", reason]), "{:#?}", scene.lines());
    }
    reviewed("contacts-no-voip", |scene| {
        scene.runs(r#"[{"do":"set_organisation","voip":false}]"#);
        scene.keys("4 Enter j Space");
    });
}

#[test]
fn c_18_c_20_c_21_c_30_both_orders_are_numbered_below_the_exception_and_whom_to_reach() {
    reviewed("contacts-orders", |scene| scene.keys("4 Enter Right"));
    says(
        "4 Enter Right",
        &["Maintenance notices and invoices do not follow the order.", "Technical", "Financial", "1  ", "2  "],
        &["Les avis de maintenance et les factures ne suivent pas l’ordre.", "Technique", "Financier", "1  ", "2  "],
    );
    says("4 Enter Right", &["Help, general", "poste 2001"], &["Aide générale", "poste 2001"]);
    says("4 Enter Right Right", &["Communications", "Technical"], &["Communications", "Technique"]);
}

/// C-30 is for everybody; the orders are for holders of all sites.
#[test]
fn c_30_whom_to_reach_is_said_to_who_sees_one_site_alone() {
    reviewed_as("noe.francoeur", "contacts-one-site", |scene| scene.keys("4 Enter Right"));
}

#[test]
fn c_04_the_details_of_a_contact() {
    reviewed("contacts-details", |scene| scene.keys("4 Enter Right Right"));
}

#[test]
fn contacts_that_are_not_there_yet() {
    reviewed_as("john.oneil", "contacts-empty", |scene| {
        scene.runs(EMPTY);
        scene.keys("4");
    });
}

/// An administrator who holds a site where nothing is yet.
pub(super) const EMPTY: &str = r#"[
    {"do":"create_site","code":"vide","name":"Vide"},
    {"do":"set_admin_site","admin":"john.oneil","site":"vide","value":true},
    {"do":"set_admin_site","admin":"john.oneil","site":"gat","value":false},
    {"do":"set_admin_site","admin":"john.oneil","site":"tor","value":false},
    {"do":"set_admin_resource","admin":"john.oneil","resource":"contacts","value":"manage"},
    {"do":"set_admin_resource","admin":"john.oneil","resource":"tickets","value":"manage"},
    {"do":"set_admin_resource","admin":"john.oneil","resource":"dashboard","value":"view"}
]"#;
