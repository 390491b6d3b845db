//! What the program says of itself: its manual page, completions, version.

use serde_json::json;

use super::args::Completions;
use super::failure::{Done, Failure};
use super::help;
use super::run::Run;
use crate::text::Arg;
use crate::text_id;

const NAME: &str = env!("CARGO_PKG_NAME");
const VERSION: &str = env!("CARGO_PKG_VERSION");
const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// Writes the completions of a shell.
pub fn completions(mut run: Run<'_>, args: &Completions) -> Done {
    let mut bytes = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(run.texts), NAME, &mut bytes);
    run.out.made(&bytes)?;
    run.out.flush()
}

/// Writes the manual page.
pub fn man(mut run: Run<'_>) -> Done {
    let mut bytes = Vec::new();
    clap_mangen::Man::new(help::command(run.texts)).render(&mut bytes).map_err(Failure::Output)?;
    run.out.made(&bytes)?;
    run.out.flush()
}

/// Says version, licence and where the store is.
pub fn about(mut run: Run<'_>) -> Done {
    let store = run.store()?;
    let store = store.to_string_lossy();
    if run.common.json {
        run.json(&json!({"name": NAME, "version": VERSION, "licence": LICENCE, "store": store}))?;
        return run.out.flush();
    }
    let args: [(&str, Arg); 3] =
        [("version", VERSION.into()), ("licence", LICENCE.into()), ("store", store.as_ref().into())];
    run.out.line(&run.texts.with(text_id!("about"), &args))?;
    run.out.flush()
}
