//! Opens the console.

use std::io::{IsTerminal, stdin, stdout};

use zeroize::Zeroizing;

use super::failure::{Done, Failure};
use super::run::Run;
use crate::service::Settings;
use crate::text::Lang;

/// Who the console opens for.
#[expect(dead_code, reason = "the console reads them")]
pub enum Entry {
    /// Asks who it is; the name may be given.
    Ask(Option<String>),
    /// Signs in by itself: the demonstration.
    As(String, Zeroizing<String>),
}

/// Opens the console on the store.
pub fn open(run: Run<'_>) -> Done {
    let settings = run.settings_at(run.store()?);
    let entry = Entry::Ask(run.common.username.clone());
    open_at(&run, settings, entry)
}

/// Opens the console on a store; both ends must be a terminal (S-89).
pub fn open_at(run: &Run<'_>, settings: Settings, entry: Entry) -> Done {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Failure::usage("usage.no_terminal"));
    }
    pending(settings, run.texts.lang(), entry)
}

/// Stands for the console until it is there.
fn pending(_settings: Settings, _lang: Lang, _entry: Entry) -> Done {
    super::not_available()
}
