//! The worker that reads and applies, off the drawing thread: it tells how far it is and stops within a moment.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::super::super::term::Waker;
use crate::domain::id::EntryNo;
use crate::service::import::{
    ImportOptions, ImportPlan, Mapping, Outline, Problem, ReadError, SourceFile, outline, read_source,
};
use crate::service::{Console, Result, ServiceError};
use crate::text::{Lang, Texts, csv_row};

/// What the worker is asked for.
pub enum Job {
    /// Read these files and make the plan.
    Preview(Vec<PathBuf>, ImportOptions),
    /// Import them.
    Apply(Vec<PathBuf>, ImportOptions),
    /// Read the columns of one that nobody knows; whether its first line is a record.
    Outline(PathBuf, ImportOptions, bool),
}

/// What came of a job.
pub enum Outcome {
    /// The plan, with the file that has all its problems where they are many.
    Planned(Box<ImportPlan>, ImportOptions, Option<PathBuf>),
    /// Imported: the entry, none where nothing changed.
    Applied(Option<EntryNo>, Box<ImportPlan>),
    /// The columns of a file.
    Outlined {
        /// The file.
        file: PathBuf,
        /// Its columns.
        outline: Outline,
        /// Whether its first line is a record.
        headless: bool,
        /// The mappings that earlier imports kept.
        saved: Vec<Mapping>,
    },
    /// A file that cannot be read.
    Unreadable(String),
    /// Refused, stopped, or the store.
    Failed(ServiceError),
}

/// How far a job is.
#[derive(Default)]
struct State {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

/// The worker.
pub struct Worker {
    jobs: Sender<Job>,
    outcomes: Receiver<Outcome>,
    state: Arc<State>,
    busy: bool,
}

impl Worker {
    /// Starts the worker with a console of its own; `waker` wakes the main loop at each step and at the end.
    pub fn start(mut console: Console, waker: Waker, lang: Lang) -> Self {
        let (jobs, asked) = channel::<Job>();
        let (answer, outcomes) = channel();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            while let Ok(job) = asked.recv() {
                let outcome = work(&mut console, job, &shared, &waker, lang);
                if answer.send(outcome).is_err() {
                    return;
                }
                waker.wake();
            }
        });
        Self { jobs, outcomes, state, busy: false }
    }

    /// Gives it a job.
    pub fn ask(&mut self, job: Job) {
        self.state.stop.store(false, Ordering::Relaxed);
        self.state.done.store(0, Ordering::Relaxed);
        self.state.total.store(0, Ordering::Relaxed);
        self.busy = self.jobs.send(job).is_ok();
    }

    /// Whether it works.
    pub const fn is_busy(&self) -> bool {
        self.busy
    }

    /// How many steps of how many are done; 0 of 0 while the files are read.
    pub fn progress(&self) -> (u64, u64) {
        (self.state.done.load(Ordering::Relaxed), self.state.total.load(Ordering::Relaxed))
    }

    /// Tells it to stop; nothing of what it was doing stays.
    pub fn stop(&self) {
        self.state.stop.store(true, Ordering::Relaxed);
    }

    /// What came of the job, once it has ended.
    pub fn outcome(&mut self) -> Option<Outcome> {
        let outcome = self.outcomes.try_recv().ok()?;
        self.busy = false;
        Some(outcome)
    }

    /// Waits for the end of the job.
    #[cfg(test)]
    pub fn wait(&mut self) -> Option<Outcome> {
        let outcome = self.outcomes.recv_timeout(std::time::Duration::from_secs(20)).ok()?;
        self.busy = false;
        Some(outcome)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.stop();
    }
}

fn work(console: &mut Console, job: Job, state: &State, waker: &Waker, lang: Lang) -> Outcome {
    let (paths, mut options, apply) = match job {
        Job::Preview(paths, options) => (paths, options, false),
        Job::Apply(paths, options) => (paths, options, true),
        Job::Outline(path, options, headless) => return columns(console, path, &options, headless),
    };
    let mut files: Vec<SourceFile> = Vec::with_capacity(paths.len());
    for path in paths {
        match read_source(&path, false) {
            Ok(file) => files.push(file),
            Err(_) => return Outcome::Unreadable(path.to_string_lossy().into_owned()),
        }
    }
    let mut shown = u64::MAX;
    let mut tell = |done: u64, total: u64| {
        state.done.store(done, Ordering::Relaxed);
        state.total.store(total, Ordering::Relaxed);
        // The screen is drawn anew for each hundredth only.
        let hundredth = (done * 100).checked_div(total).unwrap_or(0);
        if hundredth != shown {
            shown = hundredth;
            waker.wake();
        }
        !state.stop.load(Ordering::Relaxed)
    };
    if apply {
        match console.import(&files, &options, &mut tell) {
            Ok(receipt) => Outcome::Applied(receipt.entry, Box::new(receipt.import)),
            Err(error) => Outcome::Failed(error),
        }
    } else {
        // Nothing was chosen yet: what was chosen for these files the last time serves.
        let names: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
        if options == ImportOptions::default()
            && let Ok(Some(last)) = console.remembered_import(&names)
        {
            options = last;
        }
        let mut planned = console.import_preview(&files, &options, &mut tell);
        // A mapping of another list that had this name.
        if let Err(ServiceError::Import(error)) = &planned
            && matches!(**error, ReadError::MappingUnfit { .. })
            && files.len() == 1
        {
            let unmapped = ImportOptions { mapping: None, ..options.clone() };
            if let Ok(plan) = console.import_preview(&files, &unmapped, &mut tell) {
                (planned, options) = (Ok(plan), unmapped);
            }
        }
        match planned {
            Ok(plan) => match keep_problems(console, &plan, lang) {
                Ok(kept) => Outcome::Planned(Box::new(plan), options, kept),
                Err(error) => Outcome::Failed(error),
            },
            Err(error) => Outcome::Failed(error),
        }
    }
}

fn columns(console: &Console, file: PathBuf, options: &ImportOptions, headless: bool) -> Outcome {
    let Ok(source) = read_source(&file, false) else {
        return Outcome::Unreadable(file.to_string_lossy().into_owned());
    };
    let saved = console.remembered_mappings().unwrap_or_default();
    match outline(&source, options, headless) {
        Ok(outline) => Outcome::Outlined { file, outline, headless, saved },
        Err(error) => Outcome::Failed(error),
    }
}

/// S-72: writes all problems to a file where they are many.
fn keep_problems(console: &Console, plan: &ImportPlan, lang: Lang) -> Result<Option<PathBuf>> {
    if !plan.has_more_problems_than_shown() {
        return Ok(None);
    }
    let texts = Texts::new(lang);
    let header = csv_row(&Problem::COLUMNS.map(str::to_owned), true);
    let rows = plan.problems().map(|problem| {
        let message = texts.code(problem.code, problem.args.iter().map(|(name, text)| (*name, text.as_str().into())));
        csv_row(&problem.cells(message.as_str()), true).as_str().to_owned()
    });
    console.write_problems(std::iter::once(header.as_str().to_owned()).chain(rows)).map(Some)
}
