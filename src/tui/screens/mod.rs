//! Reviewed screens: the whole console in this process, keys in, and what it shows as a text that people have read.
//!
//! ```ignore
//! #[test]
//! fn r_23_all_roles_side_by_side() {
//!     reviewed("roles-matrix", |scene| scene.keys("3 m"));
//! }
//! ```
//!
//! compares the screen after these keys with `tests/fixtures/screens/roles-matrix.txt`: at 80x24 and 160x50, in English
//! and in French, without colour, on the demonstration store as its owner ([`reviewed_as`]: as somebody else). What
//! differs is shown line by line. `GUICHET_SCREENS=1 cargo test --lib screens` writes the files anew; read the
//! difference before it is committed. Tests stand in the files beside this one, one for each part of the console.

mod account;
mod admins;
mod asked;
mod beside;
mod blind;
mod bypass;
mod contacts;
mod delegation;
mod drafted;
mod entrance;
mod exports;
mod features;
mod filters;
mod lists;
mod marks;
mod meanwhile;
mod moving;
mod orders;
mod overview;
mod people;
mod refused;
mod requests;
mod role_rows;
mod roles;
mod saving;
mod scene;
mod site;
mod tickets;
mod users;

use std::fmt::Write as _;
use std::path::Path;

pub use scene::Scene;

pub use super::testing::{EN, FR};

/// The sizes: the least that is fully usable, and one with room.
const SIZES: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// Compares the screen after what `play` does with the reviewed one of that name.
#[track_caller]
pub fn reviewed(name: &str, play: impl Fn(&mut Scene)) {
    reviewed_as("demo", name, play);
}

/// The same, signed in as that administrator of the demonstration store.
#[track_caller]
pub fn reviewed_as(admin: &str, name: &str, play: impl Fn(&mut Scene)) {
    let mut shown = String::new();
    for kind in [EN, FR] {
        for size in SIZES {
            let mut scene = Scene::open(admin, kind, size);
            play(&mut scene);
            let lines = scene.lines().join("\n");
            writeln!(shown, "=== {} {}x{}\n{lines}", kind.0.code(), size.0, size.1).unwrap();
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/screens").join(format!("{name}.txt"));
    if std::env::var_os("GUICHET_SCREENS").is_some() {
        std::fs::write(&file, &shown).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    let differences = differences(&kept, &shown);
    assert!(
        differences.is_empty(),
        "{} is not what is shown now (-: reviewed, +: now):\n{differences}\nGUICHET_SCREENS=1 writes it anew.",
        file.display()
    );
}

/// The lines that differ, each under the heading of its screen.
fn differences(kept: &str, shown: &str) -> String {
    let screens = |text: &str| -> Vec<Vec<String>> {
        let lines = |screen: &str| screen.lines().map(str::to_owned).collect();
        text.split("=== ").skip(1).map(lines).collect()
    };
    let (kept, shown) = (screens(kept), screens(shown));
    let mut out = String::new();
    for (at, new) in shown.iter().enumerate() {
        let old = kept.get(at).cloned().unwrap_or_default();
        let rows = old.len().max(new.len());
        let line = |screen: &[String], row: usize| screen.get(row).cloned().unwrap_or_default();
        let other: Vec<usize> = (0..rows).filter(|row| line(&old, *row) != line(new, *row)).collect();
        if other.is_empty() {
            continue;
        }
        writeln!(out, "=== {}", new.first().map_or("", String::as_str)).unwrap();
        for row in other {
            writeln!(out, "{row:>3} - {}\n    + {}", line(&old, row), line(new, row)).unwrap();
        }
    }
    out
}

#[test]
fn a_difference_names_its_screen_and_its_line() {
    let kept = "=== en 80x24\none\ntwo\n=== fr 80x24\nun\n";
    assert_eq!(differences(kept, kept), "");
    let now = "=== en 80x24\none\n2\n=== fr 80x24\nun\n";
    assert_eq!(differences(kept, now), "=== en 80x24\n  2 - two\n    + 2\n");
}
