//! The files that can be imported, found by typing: folders are entered, files are taken.

use std::fs::{DirEntry, FileType};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::super::super::theme::Look;
use super::super::super::widget::choice::{Choice, Item, Lookup};
use crate::service::Shelf;
use crate::text::{Shown, show};

/// How many entries of a folder are offered.
const OFFERED: usize = 200;

/// What can be picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A file, or a folder to look into.
    Path(PathBuf),
    /// All files of a folder.
    All(Vec<PathBuf>),
}

impl Pick {
    /// The files.
    pub fn paths(self) -> Vec<PathBuf> {
        match self {
            Self::Path(path) => vec![path],
            Self::All(paths) => paths,
        }
    }
}

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
    pub fn choice(&self, folder: &Path, look: &Rc<Look>) -> Choice<Pick> {
        let (root, folder, look) = (self.clone(), folder.to_owned(), Rc::clone(look));
        let lookup: Lookup<Pick> = Box::new(move |typed| root.entries(&folder, typed, &look));
        Choice::with_lookup(Vec::new(), Some(lookup))
    }

    /// Entries whose names begin with what was typed, then those that hold it. A path may be typed where there is no
    /// wall: what stands after its last `/` is looked for in the folder before.
    fn entries(&self, folder: &Path, typed: &str, look: &Look) -> Vec<Item<Pick>> {
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
            let Some(kind) = kind_of(&entry, self.walled) else { continue };
            if kind.is_dir() || kind.is_file() {
                let first = name.to_lowercase().starts_with(&typed);
                found.push((!first, kind.is_file(), name, entry.path()));
            }
        }
        found.sort();
        found.truncate(OFFERED);
        let above = |up: &Path| !self.walled || up.starts_with(&self.folder);
        let up = folder.parent().filter(|up| typed.is_empty() && above(up));
        let up = up.map(|up| Item::new(Pick::Path(up.to_owned()), Shown::fixed("../")));
        let item = |(_, is_file, name, path): (bool, bool, String, PathBuf)| {
            let mut label = show(&name);
            if !is_file {
                label.push(&Shown::fixed("/"));
            }
            Item::new(Pick::Path(path), label)
        };
        // Found by its own words as well.
        let all =
            all_files(&folder, self.walled, look).filter(|all| all.label.as_str().to_lowercase().starts_with(&typed));
        // What was asked for comes first: folders, all files at once, each file; the way up last.
        let (folders, files): (Vec<_>, Vec<_>) = found.into_iter().partition(|(_, is_file, ..)| !is_file);
        let folders: Vec<Item<Pick>> = folders.into_iter().map(item).collect();
        folders.into_iter().chain(all).chain(files.into_iter().map(item)).chain(up).collect()
    }
}

/// All the files of a folder that has several.
fn all_files(folder: &Path, walled: bool, look: &Look) -> Option<Item<Pick>> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| kind_of(entry, walled).is_some_and(|kind| kind.is_file()))
        .filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.path())
        .take(OFFERED)
        .collect();
    files.sort();
    let label = look.texts.with("import-all-files", &[("count", files.len().into())]);
    (files.len() > 1).then(|| Item::new(Pick::All(files), label))
}

/// What an entry of a folder is. Behind the wall the type is that of the entry itself: a link is neither a folder nor a
/// file.
fn kind_of(entry: &DirEntry, walled: bool) -> Option<FileType> {
    if walled { entry.file_type().ok() } else { entry.path().metadata().ok().map(|meta| meta.file_type()) }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::testing::{EN, look};
    use super::*;

    fn names(root: &Root, folder: &Path, typed: &str) -> Vec<String> {
        root.entries(folder, typed, &look(EN)).iter().map(|item| item.label.to_string()).collect()
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
        assert_eq!(
            names(&root, &root.folder, ""),
            ["sub/", "all 2 files here", "Extensions.csv", "a-extra.csv"],
            "nothing above"
        );
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
