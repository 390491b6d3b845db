//! Imports: reads the files of other systems, shows what they come to, and passes the door with it.

mod intake;
mod judge;
mod progress;
mod remembered;
mod source;
mod taken;

use super::console::{Console, actor_in};
use super::door::Record;
use super::error::{Result, ServiceError};
use crate::domain::id::EntryNo;
use crate::domain::plan::Plan;
use crate::domain::refusal::Refusal;

pub use crate::domain::decide::import::{Difference, Matching, Unmatched};
pub use crate::import::{Encoding, FileReport, Mapping, Refused, SourceFile, Warning};
pub use source::read_source;

use judge::judge;
use progress::Progress;

/// What the person chose for an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The code of the site of new records; needed where there are several.
    pub site: Option<String>,
    /// The name of the feed; the family of the files where absent.
    pub feed: Option<String>,
    /// Whether the files hold everybody: users of the feed whom they lack have vanished. Contacts never vanish.
    pub complete: bool,
    /// How many may vanish where it is more than usual.
    pub confirm_vanished: Option<u64>,
    /// Leaves refused rows out instead of refusing the whole import.
    pub skip_refused: bool,
    /// How people of a directory find their users, and what becomes of the others.
    pub matching: Matching,
    /// The encoding of every file, where it is not to be recognised.
    pub encoding: Option<Encoding>,
    /// The delimiter of every CSV file, where it is not to be recognised.
    pub delimiter: Option<u8>,
    /// Which column is which field, for a list of people that is not recognised.
    pub mapping: Option<Mapping>,
    /// The family that the feed was remembered for: files of another one get a feed of their own.
    pub remembered: Option<String>,
}

/// How many records came to what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct ImportCounts {
    /// Made.
    pub new: u64,
    /// Say something else than the last time, or are there again.
    pub changed: u64,
    /// The same person under another name.
    pub renamed: u64,
    /// Somebody else has the number now.
    pub reassigned: u64,
    /// No longer there.
    pub vanished: u64,
    /// Say what they said the last time.
    pub unchanged: u64,
    /// People of a directory whom no user is: left out.
    pub unmatched: u64,
    /// People of a directory who are likely a user: left to be confirmed.
    pub likely: u64,
    /// Cannot be taken.
    pub refused: u64,
    /// Empty rows, or configuration that is no user.
    pub skipped: u64,
}

/// What one record comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is described at its count")]
pub enum RowKind {
    New,
    Changed,
    Renamed,
    Reassigned,
    Vanished,
    Unmatched,
    Likely,
}

impl RowKind {
    /// The word used in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Changed => "changed",
            Self::Renamed => "renamed",
            Self::Reassigned => "reassigned",
            Self::Vanished => "vanished",
            Self::Unmatched => "unmatched",
            Self::Likely => "likely",
        }
    }
}

/// One record of an import that changes something.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// What it comes to.
    pub kind: RowKind,
    /// The key in the feed.
    pub key: String,
    /// The name in the file; of who vanished, the name in the store.
    pub name: String,
    /// The index of the file; none for who vanished.
    pub file: Option<usize>,
    /// The line in that file, from 1; none for who vanished.
    pub line: Option<u64>,
    /// Who had the number before, where it was reassigned; the user whom a person of a directory likely is.
    pub was: Option<String>,
    /// What differs from the last time.
    pub differences: Vec<Difference>,
    /// What the file says besides, by column: shown, never stored. Proposed groups are `groups`, mobiles `mobile`.
    pub shown: Vec<(String, String)>,
}

/// What an import does, before it is done.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// The changes.
    pub plan: Plan,
    /// The name of the feed.
    pub feed: String,
    /// How many records came to what.
    pub counts: ImportCounts,
    /// What was recognised of each file.
    pub reports: Vec<FileReport>,
    /// The records that cannot be taken, in the order of the files.
    pub refused: Vec<Refused>,
    /// What deserves attention, in the order of the files.
    pub warnings: Vec<Warning>,
    /// Every record that changes something, in the order of the files; then who vanished.
    pub rows: Vec<ImportRow>,
    /// What would refuse the import as it stands: refused rows, or vanished users to be confirmed.
    pub blocked: Option<Refusal>,
}

/// What an import did.
#[derive(Clone, Debug)]
pub struct ImportReceipt {
    /// The entry that says so; none where nothing changed.
    pub entry: Option<EntryNo>,
    /// What was done.
    pub import: ImportPlan,
}

impl Console {
    /// Makes the plan of an import on a read snapshot; nothing is written. What would refuse it as it stands is in
    /// [`ImportPlan::blocked`].
    ///
    /// `progress` is told how many steps of how many are done (0 of 0 while the files are read), and answers whether to
    /// go on.
    ///
    /// # Errors
    /// Files that cannot be read, what is not allowed, stopped, signed out, or the store.
    pub fn import_preview(
        &self,
        files: &[SourceFile],
        options: &ImportOptions,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportPlan> {
        let progress = Progress::new(progress);
        let intake = intake::read(files, options, &progress)?;
        progress.expect(intake.len());
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            judge(tables, self.context(&actor), intake, options, &progress)
        })
    }

    /// Imports files: one transaction, one entry, all or nothing.
    ///
    /// `progress` is told how many steps of how many are done (0 of 0 while the files are read), and answers whether to
    /// go on; nothing stays of an import that was stopped.
    ///
    /// # Errors
    /// Files that cannot be read, refused rows, vanished users to be confirmed, what is not allowed, stopped, signed
    /// out, or the store.
    pub fn import(
        &mut self,
        files: &[SourceFile],
        options: &ImportOptions,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<ImportReceipt> {
        let progress = Progress::new(progress);
        let intake = intake::read(files, options, &progress)?;
        progress.expect(2 * intake.len());
        let record = Record { kind: "import", commands: intake.command(options), reverses: None, left: None };
        let mut judged = None;
        let stop = || progress.step();
        let receipt = self.pass_watched(record, None, Vec::new(), Some(&stop), |tables, cx| {
            let mut import = judge(*tables, cx, intake, options, &progress)?;
            if let Some(refusal) = import.blocked {
                return Err(refusal.into());
            }
            let plan = std::mem::take(&mut import.plan);
            judged = Some(import);
            Ok(plan)
        })?;
        let import = judged.map(|import| ImportPlan { plan: receipt.plan, ..import });
        let import = import.ok_or(ServiceError::Stopped)?;
        Ok(ImportReceipt { entry: receipt.entry, import })
    }
}
