//! Looks at the file and its directory before SQLite does (S-40), and at the first bytes before anything is written
//! (S-46).

use std::fs::{File, Metadata, OpenOptions};
use std::io::Read;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use super::error::{Result, StoreError};
use super::migrate::{APPLICATION_ID, SCHEMA_VERSION};

/// The companions that SQLite keeps beside the file.
const COMPANIONS: [&str; 3] = ["-wal", "-shm", "-journal"];

fn fault(fault: &'static str, repair: impl Into<String>) -> StoreError {
    StoreError::Unsafe { fault, repair: repair.into() }
}

/// The directory that holds the file.
fn directory(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

/// Makes the directory of a store, 0700, where it is missing.
///
/// # Errors
/// Where the system refuses.
pub fn make_directory(path: &Path) -> Result<()> {
    let directory = directory(path);
    if !directory.exists() {
        std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&directory)?;
    }
    Ok(())
}

/// Checks directory, file and companions: owned by us, writable by us alone, plain files with one name.
///
/// # Errors
/// What is wrong, with the command that repairs it.
pub fn check_place(path: &Path) -> Result<()> {
    let user = rustix::process::geteuid().as_raw();
    let directory = directory(path);
    let meta = std::fs::metadata(&directory)?;
    if !meta.is_dir() {
        return Err(StoreError::Missing);
    }
    if meta.mode() & 0o022 != 0 {
        return Err(fault("directory_writable", format!("chmod go-w {}", directory.display())));
    }
    if meta.uid() != user {
        return Err(fault("directory_owner", format!("chown {user} {}", directory.display())));
    }
    network_file_system(&directory)?;
    check_file(path, &std::fs::symlink_metadata(path)?, user)?;
    for companion in COMPANIONS {
        let mut name = path.as_os_str().to_owned();
        name.push(companion);
        let name = PathBuf::from(name);
        if let Ok(meta) = std::fs::symlink_metadata(&name) {
            check_file(&name, &meta, user)?;
        }
    }
    Ok(())
}

fn check_file(path: &Path, meta: &Metadata, user: u32) -> Result<()> {
    let shown = path.display();
    if meta.file_type().is_symlink() {
        return Err(fault("symbolic_link", format!("ls -l {shown}")));
    }
    if !meta.is_file() {
        return Err(fault("not_a_file", format!("ls -l {shown}")));
    }
    if meta.nlink() > 1 {
        return Err(fault("hard_link", format!("find / -xdev -samefile {shown}")));
    }
    if meta.uid() != user {
        return Err(fault("file_owner", format!("chown {user} {shown}")));
    }
    if meta.permissions().mode() & 0o022 != 0 {
        return Err(fault("file_writable", format!("chmod go-w {shown}")));
    }
    Ok(())
}

/// Refuses file systems that are known not to lock.
fn network_file_system(directory: &Path) -> Result<()> {
    const NFS: i64 = 0x6969;
    const CIFS: i64 = 0xFF53_4D42;
    const SMB2: i64 = 0xFE53_4D42;
    const NINE_P: i64 = 0x0102_1997;
    const FUSE: i64 = 0x6573_5546;
    let kind = rustix::fs::statfs(directory).map_err(std::io::Error::from)?.f_type;
    if [NFS, CIFS, SMB2, NINE_P, FUSE].contains(&(kind as i64)) {
        return Err(fault("file_system", format!("df -T {}", directory.display())));
    }
    Ok(())
}

/// Reads the header of the file without changing it: is it a store, and of which version?
///
/// # Errors
/// Foreign, newer, or where the system refuses.
pub fn check_header(path: &Path) -> Result<i64> {
    let mut file: File =
        OpenOptions::new().read(true).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits() as i32).open(path)?;
    let mut header = [0_u8; 100];
    file.read_exact(&mut header).map_err(|_| StoreError::Foreign)?;
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(StoreError::Foreign);
    }
    let number =
        |at: usize| i64::from(u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]));
    let (version, application) = (number(60), number(68));
    if application != APPLICATION_ID {
        return Err(StoreError::Foreign);
    }
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { found: version });
    }
    Ok(version)
}

/// Makes the empty file, 0600, where there is none.
///
/// # Errors
/// Where it exists, or the system refuses.
pub fn make_file(path: &Path) -> Result<()> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    Ok(())
}
