//! Opens a file to import: a regular one, without waiting for a pipe and without following where it may not.

use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

use crate::import::{Content, SourceFile};

/// Opens a file, to be read as often as needed. Links are followed where `links` says so (S-96).
///
/// # Errors
/// What the system says; a directory, a pipe or a device is refused as not seekable.
pub fn read_source(path: &Path, links: bool) -> io::Result<SourceFile> {
    let follow = if links { OFlags::empty() } else { OFlags::NOFOLLOW };
    let flags = i32::try_from((OFlags::NONBLOCK | OFlags::NOCTTY | follow).bits()).unwrap_or_default();
    let file: File = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::ErrorKind::NotSeekable.into());
    }
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    Ok(SourceFile::new(name, Content::try_from(file)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s_96_only_regular_files_are_read_and_nobody_waits() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        std::fs::write(at("a.csv"), "x").unwrap();
        std::os::unix::fs::symlink(at("a.csv"), at("link")).unwrap();
        std::os::unix::fs::symlink(at("loop"), at("loop")).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, at("pipe"), rustix::fs::Mode::RUSR).unwrap();
        assert_eq!(io::read_to_string(read_source(&at("a.csv"), false).unwrap().content.reader()).unwrap(), "x");
        assert!(read_source(&at("link"), true).is_ok() && read_source(&at("link"), false).is_err());
        for name in ["pipe", "loop", "absent", "."] {
            assert!(read_source(&at(name), true).is_err(), "{name}");
        }
        assert!(read_source(Path::new("/dev/null"), true).is_err());
    }
}
