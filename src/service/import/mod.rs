//! Imports: reads the files of other systems, shows what they come to, and passes the door with it.

mod intake;
mod judge;
mod made;
mod problems;
mod progress;
mod remembered;
mod row;
mod source;
mod taken;

use std::collections::BTreeMap;
use std::path::Path;

use super::console::{Console, actor_in};
use super::door::{Parts, Record};
use super::error::Result;
use crate::domain::id::EntryNo;
use crate::domain::plan::SeatUse;
use crate::domain::record::Seat;
use crate::domain::refusal::{Code, Refusal};
use crate::import::{Aside, ReadOptions};

pub use crate::domain::decide::import::{Difference, Matching, Unmatched};
pub use crate::import::{
    Encoding, FIELDS, FileReport, Mapping, Nature, Outline, OutlinedColumn, Place, ReadError, Refused, SourceFile,
    Warning, usual_field,
};
pub use problems::{Problem, SHOWN};
pub use row::{ImportRow, RowKind, Rows};
pub use source::read_source;

use intake::Intake;
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
    /// The SHA-256 of the files whose plan was shown, in their order: no others are imported. Empty where none was.
    pub seen: Vec<[u8; 32]>,
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
    /// The same person under another number.
    pub moved: u64,
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

/// What an import does, before it is done.
#[derive(Debug)]
pub struct ImportPlan {
    /// The names of the feeds, one for each family of files.
    pub feeds: Vec<String>,
    /// How many changes there are, those that come by themselves included.
    pub changes: u64,
    /// Seats whose use changes.
    pub seats: BTreeMap<Seat, SeatUse>,
    /// How many records came to what.
    pub counts: ImportCounts,
    /// What was recognised of each file.
    pub reports: Vec<FileReport>,
    /// The records that cannot be taken, in the order of the files.
    pub refused: Vec<Refused>,
    /// What deserves attention, in the order of the files.
    pub warnings: Vec<Warning>,
    /// Every record that changes something, in the order of the files; then who vanished.
    pub rows: Rows,
    /// What would refuse the import as it stands: refused rows, or vanished users to be confirmed.
    pub blocked: Option<Refusal>,
}

impl ImportPlan {
    /// The SHA-256 of the files, in their order.
    pub fn files(&self) -> Vec<[u8; 32]> {
        self.reports.iter().map(|report| report.sha256).collect()
    }
}

/// The columns of a list that is not recognised, each with a value. `headless`: its first line is a record, no header.
///
/// # Errors
/// What keeps the file from being read as a table.
pub fn outline(file: &SourceFile, options: &ImportOptions, headless: bool) -> Result<Outline> {
    let chosen = ReadOptions { encoding: options.encoding, delimiter: options.delimiter, ..ReadOptions::default() };
    crate::import::outline(file, &chosen, headless, &|| false).map_err(intake::reading_error)
}

/// What an import did.
#[derive(Debug)]
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
        let mut intake = intake::read(files, options, &self.aside(), &progress)?;
        progress.expect(intake.len());
        intake.looked_at = true;
        if intake.readings.len() > 1 {
            return self.preview_of_several(&mut intake, options, &progress);
        }
        self.reader.snapshot(|tables| {
            let actor = actor_in(tables, &self.settings.catalogue, self.admin, self.session.as_deref())?;
            let parts = Parts { before: tables, written: tables };
            judge(&parts, self.context(&actor), &mut intake, options, &progress, &mut |_| Ok(()))
        })
    }

    /// The files of one family may speak of the users whom those of another one make: they are made, and not kept.
    fn preview_of_several(
        &self,
        intake: &mut Intake,
        options: &ImportOptions,
        progress: &Progress<'_>,
    ) -> Result<ImportPlan> {
        let mut console = self.again()?;
        let record = Record { kind: "import", commands: String::new(), reverses: None, staged: None };
        let stop = || progress.stops();
        console.try_in_parts(record, &stop, |parts, cx, give| judge(parts, cx, intake, options, progress, give))
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
        let mut intake = intake::read(files, options, &self.aside(), &progress)?;
        // Each record is judged and written, gets a place in the order of names, and can then be found.
        progress.expect(5 * intake.len());
        let record = Record { kind: "import", commands: intake.command(options), reverses: None, staged: None };
        let stop = || progress.step();
        let (entry, import) = self.pass_in_parts(record, &stop, |parts, cx, give| {
            let mut import = judge(parts, cx, &mut intake, options, &progress, give)?;
            if !options.seen.is_empty() && options.seen != import.files() {
                return Err(Refusal::new(Code::Stale).into());
            }
            import.blocked.take().map_or(Ok(import), |refusal| Err(refusal.into()))
        })?;
        Ok(ImportReceipt { entry, import })
    }

    /// Where the rows are set aside: beside the store, where only its owner looks.
    fn aside(&self) -> Aside {
        Aside { folder: self.settings.path.parent().map(Path::to_owned) }
    }
}
