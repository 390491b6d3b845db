//! A file beside the store that only takes up room: given back when the disk is full, so that signing in, exporting and
//! freeing space still work (S-48).

use std::io::Write;
use std::path::{Path, PathBuf};

use super::safety;

/// How much room it keeps, in bytes.
const SIZE: usize = 1024 * 1024;

fn beside(store: &Path) -> PathBuf {
    let mut name = store.as_os_str().to_owned();
    name.push("-reserve");
    PathBuf::from(name)
}

/// Keeps the room, where it is not kept yet. Best effort: a disk without room for it has none to keep.
pub fn keep(store: &Path) {
    let path = beside(store);
    if std::fs::symlink_metadata(&path).is_ok() || safety::make_file(&path).is_err() {
        return;
    }
    let filled = std::fs::OpenOptions::new().write(true).open(&path).and_then(|mut file| file.write_all(&[0; SIZE]));
    if filled.is_err() {
        give_back(store);
    }
}

/// Gives the room back; says whether there was some.
pub fn give_back(store: &Path) -> bool {
    std::fs::remove_file(beside(store)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_48_the_room_is_kept_once_and_given_back_once() {
        let folder = tempfile::tempdir().unwrap();
        let store = folder.path().join("store");
        keep(&store);
        keep(&store);
        assert_eq!(std::fs::metadata(folder.path().join("store-reserve")).unwrap().len(), SIZE as u64);
        assert!(give_back(&store));
        assert!(!give_back(&store));
    }
}
