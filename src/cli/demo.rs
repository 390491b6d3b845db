//! `guichet demo`: a store of invented people, opened as its owner.

use std::fs::{DirBuilder, remove_dir_all};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::args::Demo;
use super::console::{self, Entry};
use super::failure::{Done, Failure};
use super::progress::Progress;
use super::run::Run;
use crate::service::{Console, ServiceError, StoreError, demo};
use crate::text_id;

/// Makes the demonstration where it is missing, and opens the console on it.
pub fn run(mut run: Run<'_>, args: &Demo) -> Done {
    run.no_dry_run()?;
    let place = match run.store_named() {
        Some(path) => Place::Kept(path),
        None if args.create => return Err(Failure::usage("usage.missing").with("what", "--store PATH")),
        None => Place::passing()?,
    };
    let path = place.path();
    if args.create && path.exists() {
        return Err(ServiceError::Store(StoreError::Exists).into());
    }
    if path.exists() {
        let console = Console::open(run.settings_at(path.clone()))?;
        if !demo::is_demonstration(&console)? {
            return Err(ServiceError::NotADemonstration.into());
        }
    } else {
        let settings = run.settings_at(path.clone());
        let mut progress = Progress::new();
        let mut tell = |done, total| progress.tell(done, total);
        let made = demo::create(&path, settings.opening, &settings.clock, args.users, &mut tell);
        progress.clear();
        made?;
    }
    if args.create {
        let args = [("store", path.to_string_lossy().as_ref().into())];
        run.out.line(&run.texts.with(text_id!("demo-done"), &args))?;
        return run.out.flush();
    }
    let entry = Entry::As(demo::OWNER.to_owned(), Zeroizing::new(demo::PASSWORD.to_owned()));
    let settings = run.settings_at(path);
    console::open_at(&mut run, settings, entry)
}

/// Where the demonstration is: kept where it was asked for, else gone with the program.
enum Place {
    Kept(PathBuf),
    Passing(PathBuf),
}

impl Place {
    fn passing() -> Done<Self> {
        let mut bytes = [0_u8; 8];
        getrandom::fill(&mut bytes).map_err(|_| Failure::own(1, "system"))?;
        let name = format!("guichet-demo-{:016x}", u64::from_ne_bytes(bytes));
        let directory = std::env::temp_dir().join(name);
        let made = DirBuilder::new().mode(0o700).create(&directory);
        made.map_err(|error| Failure::Service(ServiceError::System(error)))?;
        Ok(Self::Passing(directory))
    }

    fn path(&self) -> PathBuf {
        match self {
            Self::Kept(path) => path.clone(),
            Self::Passing(directory) => directory.join(Path::new("demo.db")),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::Passing(directory) = self {
            // Best effort: the system clears its temporary directory by itself.
            let _ = remove_dir_all(directory);
        }
    }
}
