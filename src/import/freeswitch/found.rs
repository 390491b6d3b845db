//! What the files of a set hold, before one names the other.

use std::collections::BTreeSet;

/// Everything that was found.
#[derive(Default)]
pub(super) struct Found {
    pub users: Vec<FoundUser>,
    pub pointers: Vec<Pointer>,
    /// Included paths: file, line, path.
    pub includes: Vec<(usize, u64, String)>,
    /// Commands that would be run: file, line.
    pub commands: Vec<(usize, u64)>,
    /// Names of the settings that hold secrets, of the file that is read.
    pub secrets: BTreeSet<String>,
}

/// A user with the few settings that are read.
#[derive(Default)]
pub(super) struct FoundUser {
    pub file: usize,
    pub line: u64,
    pub id: String,
    pub alias: Option<String>,
    pub domain: Option<String>,
    pub name: Option<String>,
    pub number: Option<String>,
    pub context: Option<String>,
    pub email: Option<String>,
    pub mac: Option<String>,
    pub groups: Vec<String>,
    /// Whether a browser can register.
    pub verto: bool,
}

/// A member of a group, by the id of the user.
pub(super) struct Pointer {
    pub file: usize,
    pub user: String,
    pub group: String,
}
