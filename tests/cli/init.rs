//! Making a store, once (S-17).

use super::place::{PASSWORD, Place, print_of};
use guichet::domain::time::Time;
use guichet::store;

const ARGS: [&str; 13] = [
    "init",
    "--organisation",
    "Atelier Nord",
    "--plan",
    "professional",
    "--site",
    "mtl=Montréal",
    "--site",
    "qc=Québec",
    "--owner",
    "marie",
    "--email",
    "marie@example.ca",
];

fn init(place: &Place, more: &[&str]) -> super::place::Said {
    let password = place.folder.path().join("password");
    place.run(&[&ARGS, more, &["--password-file", password.to_str().unwrap()]].concat())
}

#[test]
fn a_store_is_made_with_all_its_options_and_only_once() {
    let place = Place::bare();
    let said = init(&place, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("marie owns it"), "{}", said.out);
    let organisation = place.marie(&["show", "organisation", "--json"]).json();
    assert_eq!(
        (organisation["name"].as_str(), organisation["plan"].as_str()),
        (Some("Atelier Nord"), Some("professional"))
    );
    let sites = place.marie(&["list", "sites", "--json"]).json();
    assert_eq!((sites[0]["code"].as_str(), sites[1]["name"].as_str()), (Some("mtl"), Some("Québec")));
    place.assert_sound();

    let before = print_of(&place.store());
    assert_eq!(init(&place, &["--json"]).error(4)["code"], "store.exists");
    assert_eq!(print_of(&place.store()), before);
}

#[test]
fn s_11_a_weak_password_makes_no_store() {
    let place = Place::bare();
    for (weak, code) in [("short", "password.too_short"), ("Atelier Nord Atelier Nord", "password.name")] {
        place.file("password", weak);
        assert_eq!(init(&place, &["--json"]).error(4)["code"], code);
        assert!(!place.store().exists());
    }
}

#[test]
fn s_17_a_store_that_nobody_owns_says_so_until_it_is_claimed() {
    let place = Place::bare();
    store::create(&place.store(), Time(1_700_000_000_000)).unwrap();
    assert_eq!(place.marie(&["list", "users", "--json"]).error(6)["code"], "store.unclaimed");
    assert_eq!(init(&place, &[]).code, 0);
    assert_eq!(place.marie(&["list", "users", "--json"]).json(), serde_json::json!([]));
}

#[test]
fn wrong_usage_is_told_in_the_language_and_as_json() {
    let place = Place::bare();
    let said = place.run(&["init", "--owner", "marie", "--json"]);
    assert_eq!(said.error(2)["code"], "usage.missing");
    let said = place.run(&["liste", "--lang", "fr"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("«\u{a0}liste\u{a0}»"), "{}", said.err);
    assert_eq!(place.run(&["list", "users"]).code, 6, "there is no store");
    assert_eq!(init(&place, &["--dry-run"]).code, 2, "it would write");
    assert!(!place.store().exists());
    let help = place.run(&["apply", "--help", "--lang", "fr"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Utilisation") && help.out.contains("--dry-run"), "{}", help.out);
}

#[test]
fn s_40_the_store_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::bare();
    let store = place.folder.path().join("new").join("store");
    let password = place.folder.path().join("password");
    let args = ["--store", store.to_str().unwrap(), "--password-file", password.to_str().unwrap()];
    assert_eq!(place.run(&[&ARGS[..], &args].concat()).code, 0);
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&store), mode(store.parent().unwrap())), (0o600, 0o700));
    let bytes = std::fs::read(&store).unwrap();
    let secret = PASSWORD.as_bytes();
    assert!(!bytes.windows(secret.len()).any(|part| part == secret));
}
