//! Notices that the store was changed, by another process too, without a tick.

use std::ffi::{OsStr, OsString};
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, Reader, WatchFlags};

/// A watch on a store: its descriptor becomes readable when the file or its `-wal` is written.
///
/// Writes of this process count as well; `PRAGMA data_version` tells whether another one did it.
#[derive(Debug)]
pub struct StoreWatch {
    inotify: OwnedFd,
    wal: PathBuf,
    wal_name: OsString,
    name: OsString,
    directory: i32,
}

impl StoreWatch {
    /// Watches the store at `path`, which need not exist yet; its directory must.
    ///
    /// # Errors
    ///
    /// Returns the error of the system: the directory is not there, or no watch is left for this account. The console
    /// then works without, and shows what others changed when the person asks again.
    pub fn new(path: &Path) -> io::Result<Self> {
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut wal_name = name.clone();
        wal_name.push("-wal");
        let wal = directory.join(&wal_name);
        let inotify = inotify::init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK)?;
        // The directory tells when a file appears; the files themselves tell of writes, and nothing else in the
        // directory wakes anybody.
        let appears = WatchFlags::CREATE | WatchFlags::MOVED_TO | WatchFlags::ONLYDIR;
        let directory = inotify::add_watch(&inotify, directory, appears)?;
        let watch = Self { inotify, wal, wal_name, name, directory };
        watch.follow(path);
        watch.follow(&watch.wal);
        Ok(watch)
    }

    /// Takes what is waiting and says whether the store was touched.
    pub fn drain(&mut self) -> bool {
        let mut buffer = [MaybeUninit::uninit(); 4096];
        let mut touched = false;
        let mut appeared = false;
        let mut reader = Reader::new(&self.inotify, &mut buffer);
        // Ends with "would block"; on any other error there is nothing to take either.
        while let Ok(event) = reader.next() {
            if event.events().contains(ReadFlags::QUEUE_OVERFLOW) {
                touched = true;
            } else if event.wd() == self.directory {
                let name = event.file_name().map(|name| OsStr::from_bytes(name.to_bytes()));
                appeared |= name.is_some_and(|name| name == self.wal_name || name == self.name);
            } else {
                touched |= event.events().contains(ReadFlags::MODIFY);
            }
        }
        if appeared {
            self.follow(&self.wal.with_file_name(&self.name));
            self.follow(&self.wal);
        }
        touched || appeared
    }

    /// Watches a file that may not be there; the directory tells when it comes.
    fn follow(&self, file: &Path) {
        let _ = inotify::add_watch(&self.inotify, file, WatchFlags::MODIFY | WatchFlags::DONT_FOLLOW);
    }
}

impl AsFd for StoreWatch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.inotify.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use rustix::event::{PollFd, PollFlags, Timespec};

    use super::*;

    fn readable(watch: &StoreWatch) -> bool {
        let mut fds = [PollFd::new(watch, PollFlags::IN)];
        rustix::event::poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })).unwrap() > 0
    }

    #[test]
    fn writes_to_the_store_are_noticed_and_others_are_not() {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("site.db");
        fs::write(&store, "a").unwrap();
        let mut watch = StoreWatch::new(&store).unwrap();
        assert!(!readable(&watch) && !watch.drain());

        fs::write(&store, "b").unwrap();
        assert!(readable(&watch) && watch.drain());
        assert!(!readable(&watch) && !watch.drain());

        fs::write(directory.path().join("export.csv"), "x").unwrap();
        assert!(!watch.drain());
        fs::write(directory.path().join("export.csv"), "y").unwrap();
        assert!(!readable(&watch), "another file does not even wake the loop");
    }

    #[test]
    fn a_write_ahead_log_that_appears_later_is_followed() {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("site.db");
        let wal = directory.path().join("site.db-wal");
        let mut watch = StoreWatch::new(&store).unwrap();
        fs::write(&wal, "a").unwrap();
        assert!(watch.drain());
        fs::write(&wal, "ab").unwrap();
        assert!(readable(&watch) && watch.drain());
    }

    #[test]
    fn a_real_commit_by_another_connection_is_noticed() {
        let directory = tempfile::tempdir().unwrap();
        let store = directory.path().join("site.db");
        let ours = rusqlite::Connection::open(&store).unwrap();
        ours.execute_batch("PRAGMA journal_mode=WAL; CREATE TABLE t (x)").unwrap();
        let mut watch = StoreWatch::new(&store).unwrap();
        watch.drain();
        let theirs = rusqlite::Connection::open(&store).unwrap();
        ours.query_row("SELECT count(*) FROM t", [], |row| row.get::<_, i64>(0)).unwrap();
        assert!(!readable(&watch), "reading wakes nobody");
        theirs.execute("INSERT INTO t VALUES (1)", []).unwrap();
        assert!(watch.drain());
    }
}
