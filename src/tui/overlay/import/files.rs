//! The files that can be imported, found by typing: folders are entered, files are taken.

use std::path::{Path, PathBuf};

use super::super::super::widget::choice::{Choice, Item, Lookup};
use crate::service::Shelf;
use crate::text::{Shown, show};

/// How many entries of a folder are offered.
const OFFERED: usize = 200;

/// Where files are chosen: anywhere from the folder that the program was started in, or in one folder alone.
#[derive(Clone, Debug)]
pub struct Root {
    /// The folder that one starts in.
    pub folder: PathBuf,
    /// Whether one stays in it, without links (S-96).
    pub walled: bool,
}

impl Root {
    /// The folder of the kiosk, else the one that the program was started in.
    pub fn of(shelf: &Shelf) -> Self {
        let here = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("/"));
        let walled = shelf.imports();
        Self { walled: walled.is_some(), folder: walled.unwrap_or_else(here) }
    }

    /// A choice among the files of a folder.
    pub fn choice(&self, folder: &Path) -> Choice<PathBuf> {
        let (root, folder) = (self.clone(), folder.to_owned());
        let lookup: Lookup<PathBuf> = Box::new(move |typed| root.entries(&folder, typed));
        Choice::with_lookup(Vec::new(), Some(lookup))
    }

    /// Entries whose names begin with what was typed, then those that hold it. A path may be typed where there is no
    /// wall: what stands after its last `/` is looked for in the folder before.
    fn entries(&self, folder: &Path, typed: &str) -> Vec<Item<PathBuf>> {
        let typed = typed.trim();
        let (folder, typed) = match typed.rfind('/').filter(|_| !self.walled) {
            Some(slash) => (folder.join(&typed[..=slash]), &typed[slash + 1..]),
            None => (folder.to_owned(), typed),
        };
        let typed = typed.to_lowercase();
        let mut found: Vec<(bool, bool, String, PathBuf)> = Vec::new();
        let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let fits = name.to_lowercase().contains(&typed) && (!name.starts_with('.') || typed.starts_with('.'));
            if !fits {
                continue;
            }
            // Behind the wall the type is that of the entry itself: a link is neither a folder nor a file.
            let kind =
                if self.walled { entry.file_type() } else { entry.path().metadata().map(|meta| meta.file_type()) };
            let Ok(kind) = kind else { continue };
            if kind.is_dir() || kind.is_file() {
                let first = name.to_lowercase().starts_with(&typed);
                found.push((!first, kind.is_file(), name, entry.path()));
            }
        }
        found.sort();
        found.truncate(OFFERED);
        let above = |up: &Path| !self.walled || up.starts_with(&self.folder);
        let up = folder.parent().filter(|up| typed.is_empty() && above(up));
        let up = up.map(|up| Item::new(up.to_owned(), Shown::fixed("../")));
        let item = |(_, is_file, name, path): (bool, bool, String, PathBuf)| {
            let mut label = show(&name);
            if !is_file {
                label.push(&Shown::fixed("/"));
            }
            Item::new(path, label)
        };
        // What was asked for comes first, the way up last.
        found.into_iter().map(item).chain(up).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(root: &Root, folder: &Path, typed: &str) -> Vec<String> {
        root.entries(folder, typed).iter().map(|item| item.label.to_string()).collect()
    }

    fn folder() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join("import/sub")).unwrap();
        for name in ["Extensions.csv", "a-extra.csv", ".hidden"] {
            std::fs::write(dir.path().join("import").join(name), "x").unwrap();
        }
        std::os::unix::fs::symlink("/etc/passwd", dir.path().join("import/link")).unwrap();
        dir
    }

    #[test]
    fn s_96_only_folders_and_files_below_the_wall_are_offered() {
        let dir = folder();
        let root = Root { folder: dir.path().join("import"), walled: true };
        assert_eq!(names(&root, &root.folder, ""), ["sub/", "Extensions.csv", "a-extra.csv"], "nothing above");
        assert_eq!(names(&root, &root.folder, "ext"), ["Extensions.csv", "a-extra.csv"]);
        assert_eq!(names(&root, &root.folder.join("sub"), ""), ["../"]);
        assert!(names(&root, &root.folder, "../").is_empty() && names(&root, &root.folder, "/etc/").is_empty());
        let shelf = Shelf::Kiosk(dir.path().to_owned());
        assert_eq!(Root::of(&shelf).folder, dir.path().join("imports"));
    }

    #[test]
    fn a_path_is_typed_as_in_a_shell() {
        let dir = folder();
        let root = Root { folder: dir.path().to_owned(), walled: false };
        assert_eq!(names(&root, &root.folder, ""), ["import/", "../"]);
        assert_eq!(names(&root, &root.folder, "import/ext"), ["Extensions.csv", "a-extra.csv"]);
        let typed = format!("{}/import/Extens", dir.path().display());
        assert_eq!(names(&root, Path::new("/"), &typed), ["Extensions.csv"]);
        assert!(names(&root, &root.folder, "import/link").contains(&"link".to_owned()), "a link is what it points to");
    }
}
