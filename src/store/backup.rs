//! A store as one file: copied whole while others write, opened again to be proved, and put in the place of another
//! (S-60, S-61).

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use rustix::fs::{CWD, OFlags, RenameFlags, renameat_with};

use super::error::{Result, StoreError};
use super::{Tables, migrate, open, safety};

/// A copy under a temporary name, taken away again unless it is kept.
pub struct Copy {
    path: PathBuf,
    kept: bool,
}

impl Copy {
    /// Copies the store at `from` to a temporary name in the directory of `to`: one state of it, whoever writes
    /// meanwhile, as one file without companions.
    ///
    /// # Errors
    /// Why the store cannot be read or the copy not be written.
    pub fn of_store(from: &Path, to: &Path, opening: open::Opening) -> Result<Self> {
        let copy = Self::empty(to)?;
        let conn = open::open(from, true, opening)?;
        migrate::check_schema(&conn)?;
        conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
        let Some(name) = copy.path.to_str() else { return Err(StoreError::Io(io::ErrorKind::InvalidInput.into())) };
        conn.execute("VACUUM INTO ?1", [name])?;
        Ok(copy)
    }

    /// Copies a backup, byte for byte, to a temporary name in the directory of `to`.
    ///
    /// # Errors
    /// Why the backup cannot be read, is no backup, or the copy cannot be written.
    pub fn of_backup(from: &Path, to: &Path) -> Result<Self> {
        safety::check_header(from)?;
        let mut wal = from.as_os_str().to_owned();
        wal.push("-wal");
        // A store that is in use is more than its file: a copy of the file alone would lose what was saved last.
        if std::fs::metadata(wal).is_ok_and(|meta| meta.len() > 0) {
            return Err(StoreError::NotABackup);
        }
        let copy = Self::empty(to)?;
        let mut source =
            OpenOptions::new().read(true).custom_flags(OFlags::NOFOLLOW.bits().cast_signed()).open(from)?;
        let mut target = OpenOptions::new().write(true).open(&copy.path)?;
        io::copy(&mut source, &mut target)?;
        Ok(copy)
    }

    fn empty(to: &Path) -> Result<Self> {
        let mut name = to.file_name().map(std::ffi::OsStr::to_owned).unwrap_or_default();
        name.push(format!(".{}.part", std::process::id()));
        let path = to.with_file_name(name);
        safety::make_file(&path)?;
        Ok(Self { path, kept: false })
    }

    /// Answers from the copy, which is opened by itself and checked to be a store of this program.
    ///
    /// # Errors
    /// Why it cannot be used, or the answer's own.
    pub fn read<T>(&self, answer: impl FnOnce(Tables<'_>) -> Result<T>) -> Result<T> {
        safety::check_header(&self.path)?;
        let conn = Connection::open_with_flags(&self.path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        migrate::check_schema(&conn)?;
        conn.pragma_update(None, "query_only", true)?;
        answer(Tables::new(&conn))
    }

    /// Where it is for now.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name, where nothing has it yet; it is on the disk by then.
    ///
    /// # Errors
    /// Where there is a file already, or the system refuses.
    pub fn keep(mut self, to: &Path) -> Result<()> {
        File::open(&self.path)?.sync_all()?;
        renameat_with(CWD, &self.path, CWD, to, RenameFlags::NOREPLACE).map_err(io::Error::from)?;
        self.kept = true;
        sync_directory(to)
    }

    /// Puts it in the place of the store at `store`, which is set aside under `aside`. At every moment one of the two
    /// stands in the place.
    ///
    /// # Errors
    /// Where somebody else has the store open, or the system refuses.
    pub fn take_the_place_of(mut self, store: &Path, aside: &Path, opening: open::Opening) -> Result<()> {
        open::fold(&self.path)?;
        File::open(&self.path)?.sync_all()?;
        if !store.exists() {
            return self.keep(store);
        }
        // Nobody else has it open when this succeeds, and its file is whole by itself.
        if open::open(store, true, opening).is_ok() {
            open::fold(store)?;
        }
        renameat_with(CWD, &self.path, CWD, store, RenameFlags::EXCHANGE).map_err(io::Error::from)?;
        // What stands under the temporary name is the old store now: it is never taken away.
        self.kept = true;
        renameat_with(CWD, &self.path, CWD, aside, RenameFlags::NOREPLACE).map_err(io::Error::from)?;
        sync_directory(store)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        if !self.kept {
            open::discard(&self.path);
        }
    }
}

fn sync_directory(of: &Path) -> Result<()> {
    let directory = of.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(directory)?.sync_all()?)
}
