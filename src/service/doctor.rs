//! What is worth a look before somebody asks for help: the place, the file, the clock, the last backup.

use super::console::{Console, Settings};
use super::error::Result;
use super::put_back;
use crate::domain::refusal::Arg;
use crate::store::{SCHEMA_VERSION, check, house, journal, sqlite_version};

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub struct Remark {
    /// A stable word for it; its sentence is `doctor-WORD`, or `doctor-WORD-not` where something is to be done.
    pub about: &'static str,
    /// Whether it is as it should be.
    pub fine: bool,
    /// What the sentence needs.
    pub args: Vec<(&'static str, Arg)>,
}

/// A backup older than this is old: seven days (S-62), in milliseconds.
pub const BACKUP_IS_OLD: i64 = 7 * 24 * 3_600_000;
/// Less room than this beside the store is little, in bytes.
const LITTLE_ROOM: u64 = 64 * 1024 * 1024;

/// Looks the installation over.
///
/// # Errors
/// Why the store cannot even be opened.
pub fn examine(settings: &Settings) -> Result<Vec<Remark>> {
    let console = Console::open(settings.clone())?;
    let now = settings.clock.now();
    let tables = console.reader.tables();
    let remark = |about, fine, args| Remark { about, fine, args };
    let number = |n: u64| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut remarks = Vec::new();

    let bytes = std::fs::metadata(&settings.path)?.len();
    let path = Arg::Text(settings.path.to_string_lossy().into_owned());
    remarks.push(remark(
        "store",
        true,
        vec![("store", path), ("size", number(bytes / 1024)), ("schema", Arg::Number(SCHEMA_VERSION))],
    ));
    remarks.push(remark("sqlite", true, vec![("version", Arg::Text(sqlite_version().to_owned()))]));

    let found = check::quick(tables)?;
    let what = found.first().map(|f| f.what.clone()).unwrap_or_default();
    remarks.push(remark("pages", found.is_empty(), vec![("what", Arg::Text(what))]));

    let directory = settings.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(std::path::Path::new("."));
    let room = rustix::fs::statvfs(directory).map(|fs| fs.f_bavail.saturating_mul(fs.f_frsize)).unwrap_or(u64::MAX);
    remarks.push(remark("room", room > LITTLE_ROOM, vec![("size", number(room / (1024 * 1024)))]));

    let head = journal::head(tables)?;
    let newest = journal::entry(tables, head.number)?.map_or(now, |entry| entry.head.at);
    let clock = vec![("now", Arg::Time(now)), ("at", Arg::Time(newest)), ("entry", Arg::Number(head.number))];
    remarks.push(remark("clock", put_back::ahead(tables, now)?.is_none(), clock));

    let open = house::open_sessions(tables)?;
    let dead = open.iter().filter(|session| !super::session::lives(session)).count();
    let sessions = vec![("count", number((open.len() - dead) as u64)), ("dead", number(dead as u64))];
    remarks.push(remark("sessions", dead == 0, sessions));

    remarks.push(match console.backed_up_at()? {
        Some(at) => remark("backup", now.since(at) <= BACKUP_IS_OLD, vec![("at", Arg::Time(at))]),
        None => remark("no-backup", false, Vec::new()),
    });
    Ok(remarks)
}
