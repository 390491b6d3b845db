//! Putting a backup in the place of the store: proved first, by the owner, and what was there is set aside (S-61).

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::care::proved;
use super::console::{Console, Settings};
use super::error::{Result, ServiceError};
use super::noted::by;
use crate::domain::refusal::{Code, Refusal};
use crate::store::backup::Copy;
use crate::store::journal::{self, EntryHead, Head};
use crate::store::{StoreError, Writer};

/// A backup that may take the place of the store.
pub struct Restoration {
    copy: Copy,
    settings: Settings,
    /// The newest entry of the backup.
    pub backup: Head,
    /// The newest entry of the store that it replaces, where there is one that can be read.
    pub replaced: Option<Head>,
    /// How many entries of that store are not in the backup.
    pub lost: i64,
    /// Whether the two share their past: the store is a later state of the backup.
    pub related: bool,
}

/// A backup that took the place of the store.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The newest entry now, which says that it was restored.
    pub head: Head,
    /// Where the store that it replaced is now.
    pub aside: Option<PathBuf>,
}

impl Restoration {
    /// Copies a backup beside the store, proves it, and compares the two. Nothing is replaced yet.
    ///
    /// # Errors
    /// The backup is none, is not sound, or belongs to a later version; or the system refuses.
    pub fn prepare(settings: &Settings, backup: &Path) -> Result<Self> {
        let copy = Copy::of_backup(backup, &settings.path)?;
        let backup = proved(&copy)?;
        let (mut replaced, mut related, mut lost) = (None, false, 0);
        if let Ok(console) = Console::open(settings.clone()) {
            console.reader.snapshot(|tables| -> Result<()> {
                let head = journal::head(tables)?;
                let same = journal::entry(tables, backup.number)?.is_some_and(|entry| entry.hash == backup.hash);
                (related, lost) = (same, if same { head.number - backup.number } else { head.number });
                replaced = Some(head);
                Ok(())
            })?;
        }
        Ok(Self { copy, settings: settings.clone(), backup, replaced, lost, related })
    }

    /// Replaces the store, for its owner with their password: that of the store, or of the backup where the store can no
    /// longer be used.
    ///
    /// # Errors
    /// Signing in, not the owner, somebody else at the store, or the system; the store is as it was then.
    pub fn put_in_place(self, username: &str, password: &str) -> Result<Restored> {
        let Self { copy, settings, backup, replaced, .. } = self;
        let mut console = match Console::open(settings.clone()) {
            Ok(console) => console,
            Err(ServiceError::Store(_)) => {
                Console::open(Settings { path: copy.path().to_path_buf(), ..settings.clone() })?
            }
            Err(other) => return Err(other),
        };
        console.sign_in_headless(username, password)?;
        let actor = console.actor()?;
        if !actor.owner {
            let head =
                by(&actor, console.head("restore", json!([{"restore": {"backup": backup.to_string()}}]).to_string()));
            return Err(console.refused(head, Box::new(Refusal::new(Code::OwnerOnly))));
        }
        if !console.sessions()?.is_empty() {
            return Err(StoreError::Busy.into());
        }
        let now = settings.clock.now();
        let aside = aside(&settings.path, &now.to_string());
        // Its handles have to be closed before the file can be taken whole.
        drop(console);
        let mut writer = Writer::open(copy.path(), settings.opening)?;
        let house = writer.begin_housekeeping()?;
        house.end_all_sessions("restored", now)?;
        let heads = json!([{"restore": {
            "backup": backup.to_string(),
            "replaced": replaced.map(|head| head.to_string()),
        }}]);
        let head = house.record(EntryHead {
            actor: actor.id.map(|id| (id, actor.username.clone())),
            peer: settings.peer.clone(),
            commands: heads.to_string(),
            ..EntryHead::new("restore", "done", now)
        })?;
        house.commit()?;
        drop(writer);
        let was_there = settings.path.exists();
        copy.take_the_place_of(&settings.path, &aside, settings.opening)?;
        Ok(Restored { head, aside: was_there.then_some(aside) })
    }
}

/// Where the store that is replaced goes: beside it, named after the moment.
fn aside(store: &Path, now: &str) -> PathBuf {
    let digits: String = now.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut name = store.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".before-");
    name.push(digits);
    store.with_file_name(name)
}
