//! `guichet why` and `guichet who`.

use super::args::{Who, Why};
use super::failure::Done;
use super::run::Run;
use crate::domain::catalogue::Catalogue;
use crate::domain::refusal::{Code, Refusal};

/// Why (or why not) this subject has it.
pub fn why(run: Run<'_>, args: &Why) -> Done {
    known(run.catalogue(), &args.permission)?;
    let console = run.signed_in()?;
    console.public_number(args.what, &args.reference)?;
    super::not_available()
}

/// Everyone who has it, and through what.
pub fn who(run: Run<'_>, args: &Who) -> Done {
    known(run.catalogue(), &args.permission)?;
    let _console = run.signed_in()?;
    super::not_available()
}

/// Refuses what is neither a catalogue key nor `app:NAME/RIGHT` nor `workspace:NAME`.
fn known(catalogue: &Catalogue, permission: &str) -> Done {
    let elsewhere = match permission.split_once(':') {
        Some(("app", name)) => name.split_once('/').is_some_and(|(app, right)| !app.is_empty() && !right.is_empty()),
        Some(("workspace", name)) => !name.is_empty(),
        _ => false,
    };
    if elsewhere || catalogue.get(permission).is_some() {
        return Ok(());
    }
    Err(Refusal::new(Code::UnknownPermission).field("permission").text("value", permission).into())
}
