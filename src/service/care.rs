//! Looking after a store: whether it is sound, and a copy of it that is (S-47, S-60).

use std::path::Path;

use serde_json::json;

use super::console::{Console, Settings};
use super::error::{Result, ServiceError};
use super::noted::by;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::time::Time;
use crate::store::backup::Copy;
use crate::store::check::{self, Finding};
use crate::store::journal::{self, Fault, Head};
use crate::store::{StoreError, Tables, reserve};

/// The value of the file about itself that says when it was last backed up.
const BACKED_UP: &str = "backed_up_at";

/// The value of the file about itself that says when its pages were last looked at.
const CHECKED: &str = "checked_at";
/// The pages are looked at after so long (S-47), in milliseconds.
const DAY: i64 = 24 * 3_600_000;

/// A backup that was made.
#[derive(Clone, Copy, Debug)]
pub struct Backup {
    /// The newest entry in it, to be written down elsewhere (S-52).
    pub head: Head,
    /// Its size, in bytes.
    pub bytes: u64,
}

/// Looks the store over: file, references, rules, journal. Needs no account: it is for whoever owns the file.
///
/// # Errors
/// Why the store cannot even be opened.
pub fn check(settings: &Settings) -> Result<Vec<Finding>> {
    let console = Console::open(settings.clone())?;
    console.reader.snapshot(|tables| Ok(findings(tables)?))
}

/// Everything that is not as it has to be.
pub(super) fn findings(tables: Tables<'_>) -> std::result::Result<Vec<Finding>, StoreError> {
    let mut findings = check::file(tables)?;
    findings.extend(check::rules(tables)?);
    findings.extend(journal::verify(tables, None, &mut |_| true)?.fault.map(|fault| finding(&fault)));
    Ok(findings)
}

/// A fault of the journal, as a finding.
pub fn finding(fault: &Fault) -> Finding {
    let (code, what) = match fault {
        Fault::Gap(entry) => ("journal.gap", entry.to_string()),
        Fault::Link(entry) => ("journal.link", entry.to_string()),
        Fault::Row(entry) => ("journal.row", entry.to_string()),
        Fault::Orphan(entry) => ("journal.orphan", entry.to_string()),
        Fault::Version { table, id } => ("journal.version", format!("{table}:{id}")),
    };
    Finding { code, what }
}

/// The head of a copy that is sound.
pub(super) fn proved(copy: &Copy) -> Result<Head> {
    let found = copy.read(|tables| Ok((findings(tables)?, journal::head(tables)?)))?;
    match found {
        (findings, head) if findings.is_empty() => Ok(head),
        (findings, _) => Err(ServiceError::Unsound(findings)),
    }
}

impl Console {
    /// Copies the store to a new file, proves the copy, and writes that down. Somebody signed in has to be the owner;
    /// without an account it is for whoever owns the file.
    ///
    /// # Errors
    /// Not allowed, a fault of the store, a file that is there already, or the system.
    pub fn back_up(&mut self, to: &Path) -> Result<Backup> {
        let actor = self.admin.map(|_| self.actor()).transpose()?;
        if let Some(actor) = actor.as_ref().filter(|actor| !actor.owner) {
            let head = by(actor, self.head("backup", json!([{"backup": null}]).to_string()));
            return Err(self.refused(head, Box::new(Refusal::new(Code::OwnerOnly))));
        }
        if to.exists() {
            return Err(ServiceError::FileExists(to.to_path_buf()));
        }
        let copy = Copy::of_store(&self.settings.path, to, self.settings.opening)?;
        let head = proved(&copy)?;
        let bytes = std::fs::metadata(copy.path())?.len();
        copy.keep(to).map_err(|error| match error {
            StoreError::Exists => ServiceError::FileExists(to.to_path_buf()),
            error => error.into(),
        })?;
        let now = self.settings.clock.now();
        let entry = self.head("backup", json!([{"backup": head.to_string()}]).to_string());
        let entry = actor.iter().fold(entry, |entry, actor| by(actor, entry));
        self.note(entry)?;
        self.writer()?.set_meta(BACKED_UP, &now.0.to_string())?;
        Ok(Backup { head, bytes })
    }

    /// Whether the pages are to be looked at: a day has passed, or somebody's console ended without saying so (S-47).
    ///
    /// # Errors
    /// The store.
    pub fn wants_check(&self) -> Result<bool> {
        let checked = self.reader.meta(CHECKED)?.and_then(|text| text.parse().ok()).map(Time);
        Ok(self.found_dead || checked.is_none_or(|at| self.settings.clock.now().since(at) > DAY))
    }

    /// Looks at the pages of the file; it takes its time on a large store.
    ///
    /// # Errors
    /// A fault of the file, or the store.
    pub fn check_pages(&mut self) -> Result<()> {
        if !check::quick(self.reader.tables())?.is_empty() {
            return Err(StoreError::Damaged.into());
        }
        let now = self.settings.clock.now();
        Ok(self.writer()?.set_meta(CHECKED, &now.0.to_string())?)
    }

    /// Gives the room back that is kept for a full disk; says whether there was some.
    pub fn give_room_back(&self) -> bool {
        reserve::give_back(&self.settings.path)
    }

    /// When the store was last backed up; none: never.
    ///
    /// # Errors
    /// The store.
    pub fn backed_up_at(&self) -> Result<Option<Time>> {
        Ok(self.reader.meta(BACKED_UP)?.and_then(|text| text.parse().ok()).map(Time))
    }
}
