//! The command line: one file for each group of subcommands.
//!
//! [`main`] makes the process safe, chooses the language, reads the arguments and runs the subcommand. Everything shown
//! is a [`Shown`](crate::text::Shown); every failure has a stable code and an exit code.

mod about;
mod apply;
mod args;
mod backup;
mod check;
mod console;
mod demo;
mod doctor;
mod export;
mod failure;
mod help;
mod import;
mod init;
mod journal;
mod key_file;
mod keys;
mod list;
mod out;
mod passwd;
mod plan;
mod process;
mod progress;
mod recover;
mod restore;
mod run;
mod secret;
mod sessions;
mod show;
mod table;
mod turn;
mod why;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use self::args::Sub;
use self::failure::Done;
use self::run::Run;
use crate::service::Turn;
use crate::text::{Glyphs, Lang, Texts};

/// Runs the program: what `main` does.
pub fn main() -> ExitCode {
    process::harden();
    let words: Vec<OsString> = std::env::args_os().collect();
    let var = |name: &str| std::env::var(name).ok();
    let lang = help::lang_among(&words).unwrap_or_else(|| Lang::from_env(var));
    let texts = Texts::new(lang).drawn_with(Glyphs::from_env(var));
    match process::guarded(|| run(&texts, &words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(&texts, words.iter().any(|word| word == "--json")),
    }
}

fn run(texts: &Texts, words: &[OsString]) -> Done {
    let Some(cli) = help::parse(texts, words)? else { return Ok(()) };
    let run = Run::new(texts, cli.common);
    run.kiosk_gate(cli.sub.as_ref())?;
    if run.common.kiosk {
        process::confine();
    }
    match cli.sub {
        None => console::open(run),
        Some(Sub::Demo(args)) => demo::run(run, &args),
        Some(Sub::Init(args)) => init::run(run, &args),
        Some(Sub::List(args)) => list::run(run, &args),
        Some(Sub::Show(args)) => show::run(run, &args),
        Some(Sub::Why(args)) => why::why(run, &args),
        Some(Sub::Who(args)) => why::who(run, &args),
        Some(Sub::Passwd(args)) => passwd::run(run, &args),
        Some(Sub::Apply(args)) => apply::run(run, &args),
        Some(Sub::Export(args)) => export::run(run, &args),
        Some(Sub::Import(args)) => import::run(run, &args),
        Some(Sub::Journal(args)) => journal::run(run, &args),
        Some(Sub::Undo(args)) => turn::run(run, Turn::Undo, &args),
        Some(Sub::Redo(args)) => turn::run(run, Turn::Redo, &args),
        Some(Sub::Sessions) => sessions::run(run),
        Some(Sub::Completions(args)) => about::completions(run, &args),
        Some(Sub::Man) => about::man(run),
        Some(Sub::About) => about::about(run),
        Some(Sub::Keys) => keys::run(run),
        Some(Sub::Backup(args)) => backup::run(run, &args),
        Some(Sub::Restore(args)) => restore::run(run, &args),
        Some(Sub::Check(args)) => check::run(run, &args),
        Some(Sub::Doctor) => doctor::run(run),
        Some(Sub::Recover) => recover::run(run),
    }
}
