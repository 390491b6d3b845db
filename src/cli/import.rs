//! `guichet import`: files of other systems, as one plan.

use super::args::Import;
use super::failure::{Done, Failure};
use super::run::Run;

/// Imports, or shows the plan of that.
pub fn run(run: Run<'_>, args: &Import) -> Done {
    for file in &args.files {
        if !file.is_file() {
            return Err(Failure::own(4, "file.unreadable").with("file", file.to_string_lossy()));
        }
    }
    let _console = run.signed_in()?;
    super::not_available()
}
