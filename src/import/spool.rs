//! Records set aside: in memory while they are few, in a file without a name once they are many.
//!
//! Records hold nothing secret, for secrets are discarded while parsing. The file is readable by its owner alone, has no
//! name from the beginning, and goes with the program whatever ends it.

use std::fs::File;
use std::io::{self, Write};
use std::marker::PhantomData;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};

use super::pack::Pack;

/// Bytes of records that stay in memory before they go to the file.
pub const IN_MEMORY: usize = 256 * 1024;
/// Bytes that are read at once.
const BLOCK: usize = 64 * 1024;

/// Where records are set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aside {
    /// The directory of the file; without one, everything stays in memory.
    pub folder: Option<PathBuf>,
}

/// Records in the order in which they came, read back one by one or by their place.
pub struct Spool<T> {
    aside: Aside,
    file: Option<File>,
    /// Bytes in the file.
    written: u64,
    /// What follows them.
    tail: Vec<u8>,
    /// Where each record ends.
    ends: Vec<u64>,
    records: PhantomData<fn() -> T>,
}

impl<T: Pack> Spool<T> {
    /// Nothing set aside yet.
    pub fn new(aside: &Aside) -> Self {
        let (tail, ends) = (Vec::new(), Vec::new());
        Self { aside: aside.clone(), file: None, written: 0, tail, ends, records: PhantomData }
    }

    /// Sets a record aside.
    ///
    /// # Errors
    /// Where the file cannot be written, such as on a full disk.
    pub fn push(&mut self, record: &T) -> io::Result<()> {
        record.pack(&mut self.tail);
        self.ends.push(self.written + self.tail.len() as u64);
        if self.tail.len() >= IN_MEMORY { self.flow_over() } else { Ok(()) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Bytes held in memory.
    pub fn held(&self) -> usize {
        self.tail.capacity() + self.ends.capacity() * size_of::<u64>()
    }

    /// The record at a place.
    ///
    /// # Errors
    /// Where there is none, or the file cannot be read.
    pub fn get(&self, index: usize) -> io::Result<T> {
        let (start, end) = self.range(index)?;
        let mut bytes = vec![0; end - start.0];
        self.copy(start.1, &mut bytes)?;
        unpack(&bytes)
    }

    /// All of them, in order.
    pub fn iter(&self) -> Iter<'_, T> {
        Iter { spool: self, next: 0, block: Vec::new(), from: 0 }
    }

    /// Where a record starts, within the whole and as an offset, and where it ends.
    fn range(&self, index: usize) -> io::Result<((usize, u64), usize)> {
        let end = *self.ends.get(index).ok_or(io::ErrorKind::NotFound)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let size = |offset: u64| usize::try_from(offset).map_err(|_| io::Error::from(io::ErrorKind::InvalidData));
        Ok(((size(start)?, start), size(end)?))
    }

    /// Copies bytes from an offset on, which lie in the file or after it, never across.
    fn copy(&self, offset: u64, bytes: &mut [u8]) -> io::Result<()> {
        if let (Some(file), true) = (&self.file, offset < self.written) {
            return file.read_exact_at(bytes, offset);
        }
        let start = usize::try_from(offset - self.written).map_err(|_| io::ErrorKind::InvalidData)?;
        let found = self.tail.get(start..start + bytes.len()).ok_or(io::ErrorKind::UnexpectedEof)?;
        bytes.copy_from_slice(found);
        Ok(())
    }

    fn flow_over(&mut self) -> io::Result<()> {
        if self.file.is_none() {
            let Some(folder) = &self.aside.folder else { return Ok(()) };
            // Where no file can be made, memory has to do.
            let Ok(file) = nameless(folder) else { return Ok(()) };
            self.file = Some(file);
        }
        if let Some(file) = &mut self.file {
            file.write_all(&self.tail)?;
            self.written += self.tail.len() as u64;
            self.tail.clear();
        }
        Ok(())
    }
}

fn unpack<T: Pack>(mut bytes: &[u8]) -> io::Result<T> {
    T::unpack(&mut bytes).filter(|_| bytes.is_empty()).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// Makes a file that has no name, and is its owner's alone.
fn nameless(folder: &Path) -> io::Result<File> {
    let flags = OFlags::RDWR | OFlags::CLOEXEC;
    let mode = Mode::RUSR | Mode::WUSR;
    if let Ok(file) = rustix::fs::open(folder, flags | OFlags::TMPFILE, mode) {
        return Ok(file.into());
    }
    // Some file systems know no nameless files: the name is taken off at once.
    let path = folder.join(format!(".guichet-{}-{:016x}", std::process::id(), random()));
    let file = rustix::fs::open(&path, flags | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW, mode)?;
    std::fs::remove_file(&path)?;
    Ok(file.into())
}

/// A number that others do not guess, from the seed of the standard hasher.
fn random() -> u64 {
    use std::hash::{BuildHasher, RandomState};
    RandomState::new().hash_one(())
}

/// The records of a spool, in order; the file is read in blocks.
pub struct Iter<'s, T> {
    spool: &'s Spool<T>,
    next: usize,
    block: Vec<u8>,
    /// Where the block starts.
    from: u64,
}

impl<T: Pack> Iter<'_, T> {
    fn read(&mut self, index: usize) -> io::Result<T> {
        let ((first, start), end) = self.spool.range(index)?;
        let length = end - first;
        let at = |from: u64| start.checked_sub(from).and_then(|at| usize::try_from(at).ok());
        let here = at(self.from).filter(|at| at + length <= self.block.len());
        let at = match here {
            Some(at) => at,
            None => {
                let whole = if start < self.spool.written { self.spool.written } else { self.spool.end() };
                let left = usize::try_from(whole - start).unwrap_or(usize::MAX);
                self.block.resize(left.min(BLOCK).max(length), 0);
                self.from = start;
                self.spool.copy(start, &mut self.block)?;
                0
            }
        };
        unpack(&self.block[at..at + length])
    }
}

impl<T> Spool<T> {
    fn end(&self) -> u64 {
        self.written + self.tail.len() as u64
    }
}

impl<T: Pack> Iterator for Iter<'_, T> {
    type Item = io::Result<T>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.next >= self.spool.len() {
            return None;
        }
        self.next += 1;
        Some(self.read(self.next - 1))
    }
}

impl<T> std::fmt::Debug for Spool<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} records", self.ends.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(aside: &Aside, count: u64) -> Spool<(u64, String)> {
        let mut spool = Spool::new(aside);
        for number in 0..count {
            spool.push(&(number, "x".repeat(number as usize % 700))).unwrap();
        }
        spool
    }

    fn check(spool: &Spool<(u64, String)>, count: u64) {
        let all: Vec<_> = spool.iter().map(|record| record.unwrap()).collect();
        assert_eq!(all.len() as u64, count);
        assert!(all.iter().zip(0..).all(|((number, text), at)| (*number, text.len() as u64) == (at, at % 700)));
        for index in [0, count / 2, count - 1] {
            assert_eq!(spool.get(index as usize).unwrap().0, index);
        }
        assert!(spool.get(count as usize).is_err());
    }

    #[test]
    fn records_come_back_from_memory_and_from_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let aside = Aside { folder: Some(folder.path().to_owned()) };
        for count in [1, 700, 20_000] {
            check(&filled(&Aside::default(), count), count);
            check(&filled(&aside, count), count);
        }
        assert!(filled(&aside, 0).iter().next().is_none());
    }

    #[test]
    fn s_78_many_records_take_no_more_memory_than_few_and_leave_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let aside = Aside { folder: Some(folder.path().to_owned()) };
        let spool = filled(&aside, 50_000);
        assert!(spool.written > 16 << 20, "{}", spool.written);
        let beside = 2 * 50_000 * size_of::<u64>();
        assert!(spool.held() <= 2 * IN_MEMORY + beside, "{}", spool.held());
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no name to find it by");
    }

    #[test]
    fn where_no_file_can_be_made_memory_has_to_do() {
        let aside = Aside { folder: Some("/nowhere/at/all".into()) };
        check(&filled(&aside, 5_000), 5_000);
    }
}
