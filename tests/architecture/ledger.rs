//! Keeps the ledger of the features: every row is named by a test that checks it, or stands in `tests/rows.md` with the
//! reason why it cannot be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{files, source};

/// The families of rows, each with its last number.
const FAMILIES: [(char, u32); 6] = [('A', 55), ('U', 72), ('R', 38), ('C', 30), ('T', 26), ('X', 7)];

/// Every row there is.
fn rows() -> BTreeSet<String> {
    FAMILIES.iter().flat_map(|(family, last)| (1..=*last).map(move |n| format!("{family}-{n:02}"))).collect()
}

/// The rows that a text names: as `A-07`, or as a part `a_07` of a name.
fn named(text: &str) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().collect();
    let part = |at: usize| letters.get(at).copied().unwrap_or(' ');
    let word = |at: usize| part(at).is_alphanumeric();
    let mut found = BTreeSet::new();
    for at in 0..letters.len() {
        let begins = at == 0 || !word(at - 1);
        let (family, joint) = (part(at), part(at + 1));
        let digits = [part(at + 2), part(at + 3)];
        let shape = (family.is_ascii_uppercase() && joint == '-') || (family.is_ascii_lowercase() && joint == '_');
        if begins && shape && digits.iter().all(char::is_ascii_digit) && !word(at + 4) {
            found.insert(format!("{}-{}{}", family.to_ascii_uppercase(), digits[0], digits[1]));
        }
    }
    found
}

/// The part of a file that is tests: all of a file of tests, what stands after `#[cfg(test)]` in the others. What says
/// what a file is for names rows freely.
fn tests_of(path: &Path, text: &str) -> String {
    let whole = path.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        ["tests", "tests.rs", "screens"].contains(&name.as_ref()) || name.ends_with("_tests.rs")
    });
    let own = if whole { text } else { text.split_once("#[cfg(test)]\nmod ").map_or("", |(_, tests)| tests) };
    own.lines().filter(|line| !line.trim_start().starts_with("//!")).collect::<Vec<_>>().join("\n")
}

/// Each row with a file that has a test of it.
fn tested() -> BTreeMap<String, String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut found = BTreeMap::new();
    for (path, text) in files(&source()).into_iter().chain(files(&tests)) {
        if path.file_name().is_some_and(|name| name == "ledger.rs") {
            continue;
        }
        let place = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
        found.extend(named(&tests_of(place, &text)).into_iter().map(|row| (row, place.display().to_string())));
    }
    found
}

/// The rows of `tests/rows.md`, each with its reason.
fn excused() -> BTreeMap<String, String> {
    let text = include_str!("../rows.md");
    let lines = text.lines().filter_map(|line| line.strip_prefix("- "));
    lines.filter_map(|line| line.split_once(": ")).map(|(row, why)| (row.to_owned(), why.trim().to_owned())).collect()
}

#[test]
fn every_row_has_a_test_that_names_it_or_a_reason() {
    let (tested, excused) = (tested(), excused());
    let open: Vec<String> =
        rows().into_iter().filter(|row| !tested.contains_key(row) && !excused.contains_key(row)).collect();
    assert!(open.is_empty(), "no test names {open:?}, and tests/rows.md gives no reason");
}

#[test]
fn a_reason_stands_for_a_row_that_has_no_test() {
    let (rows, tested) = (rows(), tested());
    for (row, why) in excused() {
        assert!(rows.contains(&row), "tests/rows.md: {row} is no row");
        assert!(why.split(' ').count() > 3, "tests/rows.md: {row} has no reason");
        assert!(!tested.contains_key(&row), "tests/rows.md: {row} is tested in {}", tested[&row]);
    }
}

#[test]
fn the_table_has_228_rows() {
    assert_eq!(rows().len(), 228);
}

#[test]
fn a_row_is_named_by_its_id_or_in_a_name() {
    let text = "fn a_07_r_38_the_list() {} // A-08, S-100, (X-01) U-7\nlet via_09 = data_10; let c_123 = T-04x;";
    let found: Vec<String> = named(text).into_iter().collect();
    assert_eq!(found, ["A-07", "A-08", "R-38", "X-01"]);
}

#[test]
fn what_is_no_test_names_nothing() {
    let text = "//! A-01\n/// A-02\nfn b() {}\n#[cfg(test)]\nmod tests {\n    /// A-03\n}\n";
    assert_eq!(named(&tests_of(Path::new("src/a.rs"), text)), BTreeSet::from(["A-03".to_owned()]));
    assert_eq!(named(&tests_of(Path::new("tests/rules/a.rs"), text)).len(), 2);
    assert_eq!(named(&tests_of(Path::new("src/tui/screens/a.rs"), text)).len(), 2);
}
