//! The files that can be imported, found by typing: folders are entered, files are taken.

use std::path::{Path, PathBuf};

use super::super::super::widget::choice::{Choice, Item, Lookup};
use crate::text::{Shown, show};

/// How many entries of a folder are offered.
const OFFERED: usize = 200;

/// A choice among the files below a root (S-96: nothing outside of it, no link, no device).
pub fn choice(root: &Path, folder: &Path) -> Choice<PathBuf> {
    let (root, folder) = (root.to_owned(), folder.to_owned());
    let lookup: Lookup<PathBuf> = Box::new(move |typed| entries(&root, &folder, typed));
    Choice::with_lookup(Vec::new(), Some(lookup))
}

/// The folder that files are imported from: the one named `import` beside the store, else where the program was started.
pub fn root(store: &Path) -> PathBuf {
    let beside = store.parent().map(|parent| parent.join("import")).filter(|path| path.is_dir());
    let here = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let root = beside.unwrap_or_else(here);
    root.canonicalize().unwrap_or(root)
}

/// Entries whose names begin with what was typed, then those that hold it.
fn entries(root: &Path, folder: &Path, typed: &str) -> Vec<Item<PathBuf>> {
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<(bool, bool, String, PathBuf)> = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        // The type of the entry itself: a link is neither a folder nor a file.
        let Ok(kind) = entry.file_type() else { continue };
        let fits = name.to_lowercase().contains(&typed) && (!name.starts_with('.') || typed.starts_with('.'));
        if fits && (kind.is_dir() || kind.is_file()) {
            let first = name.to_lowercase().starts_with(&typed);
            found.push((!first, kind.is_file(), name, entry.path()));
        }
    }
    found.sort();
    found.truncate(OFFERED);
    let up = folder.parent().filter(|up| typed.is_empty() && up.starts_with(root));
    let up = up.map(|up| Item::new(up.to_owned(), Shown::fixed("../")));
    let item = |(_, is_file, name, path): (bool, bool, String, PathBuf)| {
        let mut label = show(&name);
        if !is_file {
            label.push(&Shown::fixed("/"));
        }
        Item::new(path, label)
    };
    up.into_iter().chain(found.into_iter().map(item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_96_only_folders_and_files_below_the_root_are_offered() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("import");
        std::fs::create_dir_all(root.join("sub")).unwrap();
        for name in ["Extensions.csv", "a-extra.csv", ".hidden"] {
            std::fs::write(root.join(name), "x").unwrap();
        }
        std::os::unix::fs::symlink("/etc/passwd", root.join("link")).unwrap();
        let names = |folder: &Path, typed: &str| -> Vec<String> {
            entries(&root, folder, typed).iter().map(|item| item.label.to_string()).collect()
        };
        assert_eq!(names(&root, ""), ["sub/", "Extensions.csv", "a-extra.csv"], "nothing above the root");
        assert_eq!(names(&root, "ext"), ["Extensions.csv", "a-extra.csv"]);
        assert_eq!(names(&root.join("sub"), ""), ["../"]);
        assert_eq!(super::root(&dir.path().join("store.db")), root.canonicalize().unwrap());
    }
}
