//! `guichet recover`: a temporary password for an owner who forgot theirs.

use std::io::{IsTerminal, stderr, stdin, stdout};

use super::failure::{Done, Failure};
use super::run::Run;
use crate::service::recover;
use crate::text::show;
use crate::text_id;

/// Shows a temporary password of the owner once, at a terminal of the machine: no pipe, no file and no script gets it.
pub fn run(mut run: Run<'_>) -> Done {
    run.no_dry_run()?;
    if run.common.json || !stdin().is_terminal() || !stdout().is_terminal() || !stderr().is_terminal() {
        return Err(Failure::usage("usage.terminal_only"));
    }
    let settings = run.settings_at(run.store()?);
    let recovered = recover(&settings)?;
    let args = [("admin", show(&recovered.username).into()), ("password", show(&recovered.temporary_password).into())];
    run.out.line(&run.texts.with(text_id!("recover-done"), &args))?;
    run.out.flush()
}
