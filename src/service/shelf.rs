//! Where files are read and written: anywhere for whoever has a shell, one directory each in the kiosk (S-95, S-96).

use std::path::{Path, PathBuf};

use super::error::{Result, ServiceError};

/// More files than this are not kept for export.
const MOST: usize = 100;
/// More bytes than this are not kept for export.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Where files are read and written.
#[derive(Clone, Debug)]
pub enum Shelf {
    /// Paths are paths.
    Open,
    /// Paths are names: files are read in `imports` and written in `exports` beside the store.
    Kiosk(PathBuf),
}

impl Shelf {
    /// The shelf of a store.
    pub fn of(store: &Path, kiosk: bool) -> Self {
        if kiosk { Self::Kiosk(store.parent().unwrap_or(Path::new(".")).to_path_buf()) } else { Self::Open }
    }

    /// Where a file that is named is written; there is none yet in the kiosk.
    ///
    /// # Errors
    /// No such directory; in the kiosk not a plain name, there already, or the directory is full.
    pub fn output(&self, named: &Path) -> Result<PathBuf> {
        let Self::Kiosk(beside) = self else {
            let folder = named.parent().filter(|folder| !folder.as_os_str().is_empty());
            let there = folder.is_none_or(Path::is_dir);
            return if there { Ok(named.to_path_buf()) } else { Err(ServiceError::Place("file.no_directory")) };
        };
        let directory = beside.join("exports");
        let path = directory.join(plain(named)?);
        if std::fs::symlink_metadata(&path).is_ok() {
            return Err(ServiceError::FileExists(named.to_path_buf()));
        }
        crate::store::make_directory(&path)?;
        let (mut files, mut bytes) = (0, 0);
        for entry in std::fs::read_dir(&directory)? {
            files += 1;
            bytes += entry?.metadata()?.len();
        }
        if files >= MOST || bytes >= LARGEST { Err(ServiceError::Place("kiosk.full")) } else { Ok(path) }
    }

    /// The one directory that files are read in, where there is one.
    pub fn imports(&self) -> Option<PathBuf> {
        match self {
            Self::Open => None,
            Self::Kiosk(beside) => Some(beside.join("imports")),
        }
    }

    /// Where a file that is named is read.
    ///
    /// # Errors
    /// Not a plain name, or no plain file.
    pub fn input(&self, named: &Path) -> Result<PathBuf> {
        let Self::Kiosk(beside) = self else { return Ok(named.to_path_buf()) };
        let path = beside.join("imports").join(plain(named)?);
        match std::fs::symlink_metadata(&path) {
            Ok(meta) if meta.is_file() => Ok(path),
            _ => Err(ServiceError::Place("kiosk.no_file")),
        }
    }
}

/// A name of letters, digits, `.`, `_` and `-`, which does not start with a dot or a dash.
fn plain(named: &Path) -> Result<&str> {
    let name = named.to_str().unwrap_or_default();
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let plain = (1..=64).contains(&name.len()) && !name.starts_with(['.', '-']) && name.chars().all(allowed);
    if plain { Ok(name) } else { Err(ServiceError::Place("kiosk.name")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_95_in_the_kiosk_a_path_is_a_name_in_one_directory() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(&folder.path().join("store"), true);
        let written = |name: &str| shelf.output(Path::new(name)).map_err(|error| error.code());
        assert_eq!(written("users-2026.csv").unwrap(), folder.path().join("exports/users-2026.csv"));
        let long = "x".repeat(65);
        for name in ["", "../store", "/etc/passwd", "a/b", ".ssh", "-rf", "a b", "é.csv", "a\n", &long] {
            assert_eq!(written(name), Err("kiosk.name".to_owned()), "{name:?}");
        }
        std::fs::write(folder.path().join("exports/there"), "x").unwrap();
        assert_eq!(written("there"), Err("file.exists".to_owned()));
        (0..MOST).for_each(|n| std::fs::write(folder.path().join(format!("exports/{n}")), "x").unwrap());
        assert_eq!(written("one-more"), Err("kiosk.full".to_owned()));
    }

    #[test]
    fn s_96_in_the_kiosk_only_plain_files_of_one_directory_are_read() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(&folder.path().join("store"), true);
        let imports = folder.path().join("imports");
        std::fs::create_dir(&imports).unwrap();
        std::fs::write(imports.join("users.csv"), "x").unwrap();
        std::os::unix::fs::symlink("/etc/passwd", imports.join("link")).unwrap();
        let read = |name: &str| shelf.input(Path::new(name)).map_err(|error| error.code());
        assert_eq!(read("users.csv").unwrap(), imports.join("users.csv"));
        assert_eq!(read("link"), Err("kiosk.no_file".to_owned()));
        assert_eq!(read("../store"), Err("kiosk.name".to_owned()));
        assert_eq!(read("missing"), Err("kiosk.no_file".to_owned()));
        assert_eq!(Shelf::Open.input(Path::new("../x")).unwrap(), Path::new("../x"));
    }
}
