//! The files of an import: in memory, or on disk and read as often as needed.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::os::unix::fs::{FileExt, MetadataExt};
use std::sync::Arc;

/// One file to read, and a name that serves in messages only.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Name shown in messages; the format is never guessed from it.
    pub name: String,
    /// What it holds.
    pub content: Content,
}

impl SourceFile {
    /// A file of that name.
    pub fn new(name: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { name: name.into(), content: content.into() }
    }
}

/// What a file holds.
#[derive(Debug, Clone)]
pub enum Content {
    /// Bytes at hand.
    Bytes(Arc<[u8]>),
    /// An open file, with what it was when it was opened.
    File(Arc<File>, Stamp),
}

/// What tells whether a file was written to: its length, and when it was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    length: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Bytes(bytes.into())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        text.as_bytes().to_vec().into()
    }
}

impl TryFrom<File> for Content {
    type Error = io::Error;

    fn try_from(file: File) -> io::Result<Self> {
        let stamp = stamp(&file.metadata()?);
        Ok(Self::File(Arc::new(file), stamp))
    }
}

fn stamp(metadata: &Metadata) -> Stamp {
    Stamp {
        length: metadata.len(),
        modified: (metadata.mtime(), metadata.mtime_nsec()),
        changed: (metadata.ctime(), metadata.ctime_nsec()),
    }
}

impl Content {
    /// How many bytes it has.
    pub fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::File(_, stamp) => stamp.length,
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Reads it from the beginning.
    pub fn reader(&self) -> Reader<'_> {
        Reader { content: self, offset: 0 }
    }

    /// Whether nobody has written to it since it was opened.
    pub fn is_unchanged(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::File(file, was) => file.metadata().is_ok_and(|now| stamp(&now) == *was),
        }
    }
}

/// Reads content from the beginning, apart from anybody else who reads it.
pub struct Reader<'c> {
    content: &'c Content,
    offset: u64,
}

impl Read for Reader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = match self.content {
            Content::Bytes(bytes) => {
                let from = usize::try_from(self.offset).unwrap_or(usize::MAX);
                bytes.get(from..).unwrap_or_default().read(buffer)?
            }
            Content::File(file, _) => file.read_at(buffer, self.offset)?,
        };
        self.offset += count as u64;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_again_and_a_change_of_it_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, "abc").unwrap();
        let content = Content::try_from(File::open(&path).unwrap()).unwrap();
        for _ in 0..2 {
            assert_eq!(io::read_to_string(content.reader()).unwrap(), "abc");
        }
        assert!(content.is_unchanged() && content.len() == 3);
        std::fs::write(&path, "abcd").unwrap();
        assert!(!content.is_unchanged());
    }
}
