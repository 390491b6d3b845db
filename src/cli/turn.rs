//! `guichet undo` and `guichet redo`.

use super::args::Turning;
use super::failure::Done;
use super::plan;
use super::run::Run;
use crate::service::Turn;

/// Turns an entry round, or shows the plan of that.
pub fn run(run: Run<'_>, turn: Turn, args: &Turning) -> Done {
    let mut console = run.signed_in()?;
    if run.common.dry_run {
        let (_, preview) = console.preview_turn(turn, args.entry, args.skip_changed)?;
        return plan::dry(run, &console, &preview);
    }
    let receipt = console.turn(turn, args.entry, args.skip_changed, None)?;
    plan::done(run, &console, &receipt)
}
