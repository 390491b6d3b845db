//! Holds the walls between the rooms of the house: an import never goes up, SQL stays in the store, the terminal in the
//! console, the clock in one place, and the writers in the hands that may hold them.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

#[path = "architecture/circles.rs"]
mod circles;
#[path = "architecture/ledger.rs"]
mod ledger;
#[path = "architecture/manual.rs"]
mod manual;
#[path = "architecture/wording.rs"]
mod wording;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Each room with what it may import.
const ROOMS: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("import", &["domain"]),
    ("store", &["domain"]),
    ("service", &["domain", "import", "store"]),
    ("text", &["domain"]),
    ("cli", &["domain", "import", "service", "text", "tui"]),
    ("tui", &["domain", "import", "service", "text"]),
];

/// What is kept beside the model: who signs in and how, drafts, one's own views, and the journal's records that are no
/// change.
const HOUSEKEEPING: [&str; 7] =
    ["meta", "sign_in", "unknown_sign_in", "session", "draft", "saved_view", "chosen_column"];

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below a folder, with its text; there must be one.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let found = below(folder);
    assert!(!found.is_empty(), "{} holds Rust files", folder.display());
    found
}

fn below(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// The lines that are code: comments name other rooms freely, and unit tests at the end of a file do what they need.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..end].lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// The rooms that a file imports by `crate::room`.
fn imports(text: &str) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    for line in code(text) {
        for part in line.split("crate::").skip(1) {
            let word: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if ROOMS.iter().any(|(room, _)| *room == word) {
                rooms.insert(word);
            }
        }
    }
    rooms
}

fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (room, _) in ROOMS {
        for (_, text) in files(&source().join(room)) {
            let others = imports(&text).into_iter().filter(|other| other != room);
            edges.entry(room.to_owned()).or_default().extend(others);
        }
    }
    edges
}

#[test]
fn every_folder_of_the_source_is_a_room() {
    for entry in std::fs::read_dir(source()).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(ROOMS.iter().any(|(room, _)| *room == name), "{name} is no room of tests/architecture.rs");
        }
    }
}

#[test]
fn no_import_goes_up() {
    for (room, allowed) in ROOMS {
        for (path, text) in files(&source().join(room)) {
            for other in imports(&text) {
                assert!(other == room || allowed.contains(&other.as_str()), "{}: imports {other}", path.display());
            }
        }
    }
}

#[test]
fn no_two_rooms_import_each_other() {
    let edges = edges();
    for (room, others) in &edges {
        let mut reached = BTreeSet::new();
        let mut next: Vec<&String> = others.iter().collect();
        while let Some(other) = next.pop() {
            if reached.insert(other) {
                next.extend(edges.get(other).into_iter().flatten());
            }
        }
        assert!(!reached.contains(room), "{room} reaches itself");
    }
}

/// No file outside `rooms` names any of the words.
fn only_in(words: &[&str], allowed: &[&str]) {
    for (path, text) in files(&source()) {
        let place = path.strip_prefix(source()).unwrap().to_str().unwrap().to_owned();
        if allowed.iter().any(|a| place.starts_with(a)) {
            continue;
        }
        for line in code(&text) {
            for word in words {
                assert!(!line.contains(word), "{place}: {}", line.trim());
            }
        }
    }
}

#[test]
fn sql_is_in_the_store_only() {
    only_in(&["rusqlite"], &["store/"]);
    only_in(&["\"SELECT ", "\"INSERT ", "\"UPDATE ", "\"DELETE ", "PRAGMA "], &["store/"]);
}

#[test]
fn s_77_no_sql_is_made_with_format() {
    for (path, text) in files(&source().join("store")) {
        for line in code(&text) {
            let made = line.contains("format!(")
                && ["SELECT", "INSERT", "UPDATE", "DELETE", "WHERE"].iter().any(|w| line.contains(w));
            assert!(!made, "{}: {}", path.display(), line.trim());
        }
    }
}

#[test]
fn the_terminal_is_in_the_console_only() {
    only_in(&["ratatui::", "crossterm::", "tui_input::"], &["tui/"]);
}

#[test]
fn the_clock_is_in_one_place() {
    only_in(&["Utc::now", "Local::now", "SystemTime::now"], &["service/clock.rs"]);
}

#[test]
fn only_the_door_changes_the_model() {
    // The first change of a store and the demonstration data come before anybody could be authorised.
    only_in(&["begin_change("], &["store/", "service/door/", "service/init.rs", "service/demo"]);
    only_in(&["Applier::new"], &["store/", "service/door/", "service/demo"]);
}

#[test]
fn the_housekeeping_writer_cannot_write_the_model() {
    let schema = std::fs::read_to_string(source().join("../migrations/0001_base.sql")).unwrap();
    let tables = schema.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")?.split_whitespace().next());
    let model: Vec<&str> = tables.filter(|table| !HOUSEKEEPING.contains(table)).collect();
    assert!(model.contains(&"admin_site") && model.contains(&"user_right"), "{model:?}");
    for (path, text) in files(&source().join("store/house")) {
        for line in code(&text) {
            for verb in ["INTO ", "UPDATE ", "DELETE FROM "] {
                let written = line
                    .split(verb)
                    .skip(1)
                    .filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next());
                for table in written {
                    assert!(!model.contains(&table), "{}: {}", path.display(), line.trim());
                }
            }
        }
    }
}

#[test]
fn s_95_s_100_no_child_process_and_no_network() {
    only_in(&["std::process::Command", "std::net::", "TcpStream", "UdpSocket"], &[]);
}
