//! Stores that cannot be used: each is told, and none is touched (S-40, S-46).

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};

use super::place::{Place, print_of};

fn refused(place: &Place, code: &str) {
    let before = print_of(&place.store());
    assert_eq!(place.marie(&["list", "users", "--json"]).error(6)["code"], code);
    assert_eq!(place.run(&["journal", "verify", "--json"]).error(6)["code"], code);
    assert_eq!(print_of(&place.store()), before, "{code}");
}

#[test]
fn s_46_a_file_that_is_no_store_is_left_alone() {
    let place = Place::bare();
    for bytes in [&b""[..], b"name,extension\nAm\xc3\xa9lie,200\n", &[0; 4096]] {
        place.write("store", bytes);
        refused(&place, "store.foreign");
    }
    let other = place.folder.path().join("other");
    rusqlite::Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    fs::rename(other, place.store()).unwrap();
    fs::set_permissions(place.store(), Permissions::from_mode(0o600)).unwrap();
    refused(&place, "store.foreign");
}

#[test]
fn s_46_a_store_from_the_future_is_left_alone() {
    let place = Place::new();
    let mut bytes = fs::read(place.store()).unwrap();
    bytes[60..64].copy_from_slice(&900_u32.to_be_bytes());
    place.write("store", &bytes);
    refused(&place, "store.newer");
}

#[test]
fn s_46_a_truncated_store_is_left_alone() {
    let place = Place::new();
    let bytes = fs::read(place.store()).unwrap();
    for (length, code) in [(64, "store.foreign"), (4096, "store.damaged"), (bytes.len() / 2, "store.damaged")] {
        place.write("store", &bytes[..length]);
        refused(&place, code);
    }
}

#[test]
fn s_46_a_stranger_in_the_schema_is_refused() {
    let place = Place::new();
    place.raw().execute_batch("CREATE VIEW evil AS SELECT 1; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    refused(&place, "store.schema");
}

#[test]
fn s_40_a_place_that_others_can_write_is_refused_with_its_repair() {
    let place = Place::new();
    fs::set_permissions(place.folder.path(), Permissions::from_mode(0o777)).unwrap();
    refused(&place, "store.unsafe");
    let said = place.marie(&["list", "users"]);
    assert!(said.err.contains("chmod go-w"), "{}", said.err);
    fs::set_permissions(place.folder.path(), Permissions::from_mode(0o700)).unwrap();
    fs::set_permissions(place.store(), Permissions::from_mode(0o620)).unwrap();
    refused(&place, "store.unsafe");
}

#[test]
fn s_40_a_link_is_refused() {
    let place = Place::new();
    let real = place.folder.path().join("real");
    fs::rename(place.store(), &real).unwrap();
    symlink(&real, place.store()).unwrap();
    refused(&place, "store.unsafe");
    fs::remove_file(place.store()).unwrap();
    fs::hard_link(&real, place.store()).unwrap();
    refused(&place, "store.unsafe");
}

#[test]
fn a_store_that_is_not_there_is_not_made() {
    let place = Place::bare();
    assert_eq!(place.marie(&["list", "users", "--json"]).error(6)["code"], "store.missing");
    assert!(!place.store().exists());
}
