//! Opens the console.

use std::io::{IsTerminal, stdin, stdout};

use zeroize::Zeroizing;

use super::failure::{Done, Failure};
use super::run::Run;
use crate::service::{Console, ServiceError, Settings, SignInFault};
use crate::text_id;
use crate::tui::{self, Left, Options, RunError};

/// Who the console opens for.
pub enum Entry {
    /// Asks who it is; the name may be given.
    Ask(Option<String>),
    /// Signs in by itself: the demonstration.
    As(String, Zeroizing<String>),
}

/// Opens the console on the store.
pub fn open(mut run: Run<'_>) -> Done {
    let settings = run.settings_at(run.store()?);
    let entry = Entry::Ask(run.common.username.clone());
    open_at(&mut run, settings, entry)
}

/// Opens the console on a store; both ends must be a terminal (S-89).
pub fn open_at(run: &mut Run<'_>, settings: Settings, entry: Entry) -> Done {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure::usage("usage.no_terminal"));
    }
    let (username, console) = match entry {
        Entry::Ask(username) => (username, None),
        Entry::As(name, password) => {
            let mut console = Console::open(settings.clone())?;
            let welcome = console.sign_in(&name, &password, PATIENCE)?;
            (None, Some((console, Some(welcome))))
        }
    };
    let keys = super::key_file::read(run)?;
    let options = Options { keys, settings, lang: run.texts.lang(), username, console };
    match tui::run(options) {
        Ok(Left::Quit(head)) => {
            let args = [("head", head.to_string().into())];
            run.out.line(&run.texts.with(text_id!("journal-head-left"), &args))?;
            run.out.flush()
        }
        Ok(Left::Unused) => Ok(()),
        Ok(Left::Outside(fault)) => Err(ServiceError::SignIn(fault).into()),
        Ok(Left::SignedOut) => Err(ServiceError::SignIn(SignInFault::SignedOut).into()),
        Err(RunError::Service(error)) => Err(error.into()),
        Err(RunError::Terminal(_)) => Err(Failure::usage("usage.no_terminal")),
        Err(RunError::Io(error)) => Err(ServiceError::System(error).into()),
    }
}

/// How long the demonstration waits for its own earlier failures, in milliseconds.
const PATIENCE: i64 = 1_000;
