//! Looking after a store: check, backup, restore, doctor.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::thread;

use serde_json::json;

use super::place::{Place, print_of};

/// Temporary names that were not taken away.
fn leftovers(place: &Place) -> Vec<String> {
    let names =
        fs::read_dir(place.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.contains(".part")).collect()
}

const USER: &str = r#"{"do":"create_user","display_name":"Amélie Roy"}"#;

fn user(name: &str) -> String {
    json!({"do": "create_user", "display_name": name}).to_string()
}

#[test]
fn s_60_a_backup_is_one_proved_file_that_nobody_else_can_read() {
    let place = Place::new();
    place.apply(USER);
    let file = place.folder.path().join("copy");
    let said = place.run(&["backup", file.to_str().unwrap(), "--json"]).json();
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(!fs::exists(place.folder.path().join("copy-wal")).unwrap(), "one file, without companions");
    assert_eq!(said["bytes"], fs::metadata(&file).unwrap().len());
    let store = ["--store", file.to_str().unwrap()];
    let verified = place.run(&[&["journal", "verify", "--json"], &store[..]].concat()).json();
    assert_eq!(verified["head"], said["head"]);
    // S-50: the backup stands in the journal, without an account.
    let newest = place.marie(&["list", "journal", "--json"]).json();
    let entry = newest.as_array().unwrap().iter().find(|entry| entry["kind"] == "backup").unwrap();
    assert_eq!((&entry["actor"], &entry["result"]), (&json!(null), &json!("done")));
    let again = place.run(&["backup", file.to_str().unwrap(), "--json"]);
    assert_eq!(again.error(4)["code"], "file.exists");
    assert_eq!(leftovers(&place), Vec::<String>::new());
}

#[test]
fn s_60_a_backup_is_one_state_while_others_write() {
    let place = Place::new();
    let file = place.folder.path().join("copy");
    thread::scope(|scope| {
        for writer in 0..3 {
            let place = &place;
            scope.spawn(move || {
                for n in 0..4 {
                    place.apply(&user(&format!("Writer {writer} user {n}")));
                }
            });
        }
        place.run(&["backup", file.to_str().unwrap(), "--json"]).json();
    });
    let checked = place.run(&["check", "--json", "--store", file.to_str().unwrap()]).json();
    assert_eq!(checked, json!({"findings": []}));
}

#[test]
fn s_61_a_restore_shows_what_is_lost_and_sets_the_store_aside() {
    let place = Place::new();
    place.apply(USER);
    let file = place.folder.path().join("copy");
    let backup = place.run(&["backup", file.to_str().unwrap(), "--json"]).json();
    place.apply(&user("Luc"));
    let before = print_of(&place.store());
    let plan = place.run(&["restore", file.to_str().unwrap(), "--dry-run", "--json"]).json();
    assert_eq!(plan["backup"], backup["head"]);
    assert_eq!((plan["related"].as_bool(), plan["lost"].as_i64() > Some(0)), (Some(true), true));
    assert_eq!(print_of(&place.store()), before, "a dry run leaves it alone");
    assert_eq!(place.run(&["restore", file.to_str().unwrap(), "--json"]).error(2)["code"], "usage.who");

    let done = place.marie(&["restore", file.to_str().unwrap(), "--json"]).json();
    let names = |store: &str| {
        let users = place.marie(&["list", "users", "--json", "--store", store]).json();
        users.as_array().unwrap().iter().map(|u| u["display_name"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(place.store().to_str().unwrap()), ["Amélie Roy"]);
    assert_eq!(names(done["aside"].as_str().unwrap()), ["Amélie Roy", "Luc"]);
    let head = place.run(&["journal", "verify", "--json"]).json()["head"].clone();
    assert_eq!(head, done["head"], "the restore is the newest entry, with both heads");
    let entry = &place.marie(&["list", "journal", "--json"]).json()[0];
    assert_eq!(entry["kind"], "restore");
    assert_eq!(entry["commands"][0]["restore"]["backup"], backup["head"]);
    place.apply(&user("Zoé"));
}

#[test]
fn s_61_only_the_owner_restores_and_only_a_sound_backup() {
    let place = Place::new();
    place.administrator("lea", "");
    let file = place.folder.path().join("copy");
    place.run(&["backup", file.to_str().unwrap()]);
    let lea = place.run_as("lea", &["restore", file.to_str().unwrap(), "--json"]);
    assert_eq!(lea.error(3)["code"], "access.owner_only");
    let newest = &place.marie(&["list", "journal", "--json"]).json()[0];
    assert_eq!((&newest["actor"], &newest["result"]), (&json!("lea"), &json!("access.owner_only")), "S-50");
    let before = place.head();
    let mut bytes = fs::read(&file).unwrap();
    // The head of every page but the first.
    bytes.chunks_mut(4096).skip(1).for_each(|page| page[..16].fill(0xff));
    place.write("bad", &bytes);
    let bad = place.folder.path().join("bad");
    assert_ne!(place.marie(&["restore", bad.to_str().unwrap(), "--json"]).code, 0);
    place.write("text", b"not a store at all");
    let text = place.folder.path().join("text");
    assert_eq!(place.marie(&["restore", text.to_str().unwrap(), "--json"]).error(6)["code"], "store.foreign");
    assert_eq!(place.marie(&["restore", place.store().to_str().unwrap(), "--dry-run", "--json"]).code, 0);
    assert_eq!(place.head(), before, "the store is as it was");
    assert_eq!(leftovers(&place), Vec::<String>::new());
}

#[test]
fn s_61_a_store_that_can_no_longer_be_used_is_replaced_with_the_password_of_the_backup() {
    let place = Place::new();
    place.apply(USER);
    let file = place.folder.path().join("copy");
    place.run(&["backup", file.to_str().unwrap()]);
    let bytes = fs::read(place.store()).unwrap();
    place.write("store", &bytes[..4096]);
    place.marie(&["restore", file.to_str().unwrap(), "--json"]).json();
    assert_eq!(place.marie(&["list", "users", "--json"]).json()[0]["display_name"], "Amélie Roy");
}

#[test]
fn s_47_check_names_what_is_not_as_it_has_to_be() {
    let place = Place::new();
    place.apply(USER);
    assert!(place.run(&["check"]).out.contains("Sound"), "without an account");
    place.raw().execute_batch("UPDATE site SET users = 7 WHERE code = 'mtl'").unwrap();
    let said = place.run(&["check", "--json"]);
    assert_eq!(said.error(1)["code"], "check.count");
    place.raw().execute_batch("UPDATE site SET users = 0; UPDATE admin SET status = 'disabled'").unwrap();
    assert_eq!(place.run(&["check", "--json"]).error(1)["code"], "check.owner", "S-18");
    assert!(place.run(&["check", "--lang", "fr"]).err.contains("propriétaire"));
}

#[test]
fn s_62_the_doctor_says_what_to_do() {
    let place = Place::new();
    let about = |said: &serde_json::Value, about: &str| {
        said.as_array().unwrap().iter().find(|r| r["about"] == about).unwrap()["fine"].clone()
    };
    let said = place.run(&["doctor", "--json"]).json();
    assert_eq!((about(&said, "pages"), about(&said, "no-backup")), (json!(true), json!(false)));
    place.run(&["backup", place.folder.path().join("copy").to_str().unwrap()]);
    let said = place.run(&["doctor", "--json"]).json();
    assert_eq!(about(&said, "backup"), json!(true));
    // S-49: a journal from the future.
    assert_eq!(about(&said, "clock"), json!(true));
    let lines = place.run(&["doctor", "--lang", "fr"]).out;
    assert!(lines.lines().count() >= 6 && !lines.contains('['), "{lines}");
}
