//! Administrators made, shown and changed by keys: the form, the record, what is kept and what is not.

use super::{EN, FR, Scene};
use crate::domain::catalogue::Key;
use crate::domain::id::Kind;
use crate::domain::record::{Admin, PostalAddress};
use crate::domain::value::{Level, Status};

/// The labels of the form in their order, with what is typed there.
const TYPED: [(&str, &str); 14] = [
    ("User name *", "zoe.b"),
    ("First name *", "Zoé"),
    ("Middle name", "Anne"),
    ("Last name *", "Bélanger"),
    ("E-mail *", "zoe@example.ca"),
    ("Work phone", "514 555 0101"),
    ("Fax", "514 555 0102"),
    ("Mobile", "514 555 0103"),
    ("Landline", "514 555 0104"),
    ("Street", "12, rue Dérivée"),
    ("Town", "Laval"),
    ("Region", "Québec"),
    ("Postcode", "H0H 0H1"),
    ("Country", "Canada"),
];

fn admin(scene: &Scene, username: &str) -> Admin {
    let console = &scene.app.desk.console;
    console.record(console.find(Kind::Admin, username).unwrap().id).unwrap()
}

fn head(scene: &Scene) -> i64 {
    scene.app.desk.console.journal_head().unwrap().number
}

/// Goes to the field of a form by its label.
#[track_caller]
fn go_to(scene: &mut Scene, label: &str) {
    let field = format!("> {label}");
    for _ in 0..40 {
        if scene.lines().iter().any(|line| line.contains(&field)) {
            return;
        }
        scene.keys("Tab");
    }
    panic!("no field {label}: {:#?}", scene.lines());
}

/// Replaces what a field holds.
fn retype(scene: &mut Scene, label: &str, text: &str) {
    go_to(scene, label);
    scene.keys("End Ctrl-u");
    scene.types(text);
}

/// Fills the form of a new administrator: what is typed, a site, a role, a resource by hand.
fn fill(scene: &mut Scene) {
    for (label, text) in TYPED {
        go_to(scene, label);
        scene.types(text);
    }
    for (label, picked) in [("Sites", "qué"), ("Role", "analyst"), ("View, by hand", "contacts")] {
        go_to(scene, label);
        scene.types(picked);
        scene.keys("Enter");
        // One of one closes by itself; a choice of many stays open.
        if label != "Role" {
            scene.keys("Esc");
        }
    }
}

/// A-11: the empty form with its five groups (A-12 the account, A-13 and A-27 to A-32 contact details, A-14 and A-33 the
/// address, A-15 sites, A-16 permissions); nothing is stored until it is saved, and all of it is then.
#[test]
fn a_11_a_13_a_14_a_15_a_16_an_administrator_is_made_of_five_groups() {
    let mut scene = Scene::open("demo", EN, (120, 50));
    let before = head(&scene);
    scene.keys("1 n");
    for group in ["│ Account", "│ Contact details", "│ Postal address", "│ Sites", "│ Permissions"] {
        assert!(scene.shows(&[group]), "{group}: {:#?}", scene.lines());
    }
    fill(&mut scene);
    assert_eq!((head(&scene), scene.app.desk.staged.len()), (before, 0), "only typed");
    scene.keys("F2");
    assert_eq!(head(&scene), before, "only reviewed");
    assert!(scene.app.desk.console.find(Kind::Admin, "zoe.b").is_err());
    scene.keys("w Esc");
    assert!(head(&scene) > before);
    let zoe = admin(&scene, "zoe.b");
    let some = |text: &str| Some(text.to_owned());
    assert_eq!((zoe.first_name.as_str(), zoe.last_name.as_str()), ("Zoé", "Bélanger"), "A-27, A-29");
    assert_eq!((zoe.middle_name.clone(), zoe.email.as_str()), (some("Anne"), "zoe@example.ca"), "A-28, A-30");
    assert_eq!((zoe.work_phone.clone(), zoe.fax.clone()), (some("514 555 0101"), some("514 555 0102")), "A-31");
    assert_eq!((zoe.mobile.clone(), zoe.landline.clone()), (some("514 555 0103"), some("514 555 0104")), "A-32");
    let address = PostalAddress {
        street: some("12, rue Dérivée"),
        town: some("Laval"),
        region: some("Québec"),
        postcode: some("H0H 0H1"),
        country: some("Canada"),
    };
    assert_eq!(zoe.address, address, "A-33");
    let sites = scene.app.desk.console.sites().unwrap();
    let held: Vec<_> =
        sites.iter().filter(|site| zoe.sites.contains(&site.id)).map(|site| site.code.as_str()).collect();
    assert_eq!((held, zoe.all_sites), (vec!["qc"], false));
    assert!(zoe.role.is_some() && zoe.overrides[&Key::new("contacts")] == Level::View);
    assert_eq!(zoe.status, Status::Invited);
}

/// A-17: the record shows everything that was given, and each field is edited in the form that it opens.
#[test]
fn a_17_a_record_shows_all_of_an_administrator_and_is_edited() {
    let mut scene = Scene::open("demo", EN, (120, 50));
    scene.keys("1 n");
    fill(&mut scene);
    scene.keys("F2 w Esc / z o e . b Enter Enter Right Right");
    for (label, text) in TYPED {
        let label = label.trim_end_matches(" *");
        assert!(scene.shows(&[label, text]), "{label} {text}: {:#?}", scene.lines());
    }
    assert!(scene.shows(&["Parent", "demo"]) && scene.shows(&["Role", "Analyst"]) && scene.shows(&["invited"]));
    scene.keys("e");
    for (label, text) in [("Last name *", "Roy"), ("E-mail *", "z.roy@example.ca"), ("Fax", ""), ("Town", "Gatineau")] {
        retype(&mut scene, label, text);
    }
    scene.keys("F2 w");
    let zoe = admin(&scene, "zoe.b");
    assert_eq!((zoe.last_name.as_str(), zoe.email.as_str(), zoe.fax.as_deref()), ("Roy", "z.roy@example.ca", None));
    assert_eq!((zoe.address.town.as_deref(), zoe.address.region.as_deref()), (Some("Gatineau"), Some("Québec")));
    assert_eq!(zoe.first_name, "Zoé", "what was not touched stays");
}

/// A-18: only Save keeps; leaving with something typed asks, and then saves, drops or stays.
#[test]
fn a_18_leaving_a_form_asks_and_then_saves_drops_or_stays() {
    let mut scene = Scene::open("demo", EN, (120, 50));
    let question = scene.app.desk.look.texts.get("form-unsaved").to_string();
    let open = |scene: &mut Scene| {
        scene.keys("Esc Esc 1 / n o e Enter e");
        retype(scene, "Mobile", "514 555 0199");
        scene.keys("Esc");
        assert!(scene.shows(&[&question]), "it asks: {:#?}", scene.lines());
    };
    let mobile = |scene: &Scene| admin(scene, "noe.francoeur").mobile;
    let before = mobile(&scene);
    open(&mut scene);
    scene.keys("Esc");
    assert!(scene.shows(&["Mobile", "514 555 0199"]) && !scene.shows(&[&question]), "it stays");
    scene.keys("Esc Right Enter");
    assert!(!scene.shows(&["[Save]"]), "it is dropped: {:#?}", scene.lines());
    assert_eq!((mobile(&scene), scene.app.desk.staged.len()), (before, 0));
    open(&mut scene);
    scene.keys("Enter w");
    assert_eq!(mobile(&scene).as_deref(), Some("514 555 0199"), "it is saved");
}

/// A-06: the tab of administrators, by its digit, by `ga`, and by its name in the palette, which is the menu here.
#[test]
fn a_06_the_way_to_the_administrators() {
    for (kind, name) in [(EN, "go to admin"), (FR, "administrat")] {
        for keys in ["1", "& ", "g a"] {
            let mut scene = Scene::open("demo", kind, (80, 24));
            assert!(!scene.shows(&["[1 Admin"]), "it begins at the overview");
            scene.keys(keys);
            assert!(scene.shows(&["[1 Admin"]), "{keys}: {:#?}", scene.lines());
        }
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys(":");
        scene.types(name);
        scene.keys("Enter");
        assert!(scene.shows(&["[1 Admin"]), "{:#?}", scene.lines());
    }
    let mut scene = Scene::open("noe.francoeur", EN, (80, 24));
    scene.keys("1");
    assert!(scene.shows(&["You may not see Admins."]), "A-44: {:#?}", scene.lines());
}

/// A-37: pages of a long list of sites, with the page, how many there are, and the total; ticks survive.
#[test]
fn a_37_sites_are_browsed_page_by_page() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    let site = |n: u32| format!(r#"{{"do":"create_site","code":"s{n:02}","name":"Succursale {n:02}"}}"#);
    scene.runs(&format!("[{}]", (1..=40).map(site).collect::<Vec<_>>().join(",")));
    let all = scene.app.desk.console.sites().unwrap().len() + 1;
    scene.keys("1 / n o e Enter Enter Right");
    let page = |scene: &mut Scene, n: usize| scene.shows(&[&format!("page {n} of 4 ({all})")]);
    assert!(page(&mut scene, 1), "{:#?}", scene.lines());
    scene.keys("PgDn PgDn Space");
    assert!(page(&mut scene, 3), "{:#?}", scene.lines());
    assert!(scene.shows(&["> [+]", "Succursale"]), "{:#?}", scene.lines());
    scene.keys("PgUp PgUp");
    assert!(page(&mut scene, 1) && !scene.shows(&["[+]"]), "{:#?}", scene.lines());
    scene.keys("PgDn PgDn");
    assert!(scene.shows(&["> [+]", "Succursale"]), "the tick is still there: {:#?}", scene.lines());
    scene.keys("w w");
    assert_eq!(admin(&scene, "noe.francoeur").sites.len(), 2);
}

/// A-40: a resource is given and taken at any time; it is kept once the draft is applied, and not before.
#[test]
fn a_40_a_resource_is_given_and_taken_and_kept_on_save() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    let notes = |scene: &Scene| admin(scene, "noe.francoeur").overrides.get("notes").copied().unwrap_or_default();
    scene.keys("1 / n o e Enter Enter / n o t e s Enter Space");
    assert!(scene.shows(&["Notes", "– > VIEW"]) || scene.shows(&["Notes", "– > view"]), "{:#?}", scene.lines());
    assert_eq!(notes(&scene), Level::None, "only staged");
    scene.keys("w w");
    assert_eq!(notes(&scene), Level::View);
    scene.keys("+ w w");
    assert_eq!(notes(&scene), Level::Manage);
    scene.keys("- - w w");
    assert_eq!(notes(&scene), Level::None, "{:#?}", scene.lines());
}

/// A-55: who was there before the first use of the console is in the list, with what they hold.
#[test]
fn a_55_administrators_that_are_there_already_are_listed() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("1");
    for name in ["claire.lefevre", "guy.dufresne", "john.oneil", "lea.roy", "marie.cote", "sofia.munoz"] {
        assert!(scene.shows(&[name]), "{name}");
    }
}
