//! `guichet backup`: the store as one file, proved.

use serde_json::json;

use super::args::FileArg;
use super::failure::Done;
use super::run::Run;
use crate::service::{Console, Shelf};
use crate::text::{Arg, Shown};
use crate::text_id;

/// Makes a backup. Outside the kiosk whoever owns the file needs no account, so that a timer can run it.
pub fn run(mut run: Run<'_>, args: &FileArg) -> Done {
    run.no_dry_run()?;
    let mut console = if run.common.kiosk || run.common.username.is_some() {
        run.signed_in()?
    } else {
        Console::open(run.settings_at(run.store()?))?
    };
    let file = Shelf::of(console.path(), run.common.kiosk).output(&args.backup)?;
    let backup = console.back_up(&file)?;
    let (file, head) = (args.backup.to_string_lossy(), backup.head.to_string());
    if run.common.json {
        run.json(&json!({"file": file, "bytes": backup.bytes, "head": head}))?;
    } else {
        let size = Shown::digits(i64::try_from(backup.bytes / 1024).unwrap_or(i64::MAX));
        let args: [(&str, Arg); 3] = [("file", file.as_ref().into()), ("size", size.into()), ("head", head.into())];
        run.out.line(&run.texts.with(text_id!("backup-done"), &args))?;
    }
    run.out.flush()
}
