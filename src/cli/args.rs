//! The arguments. Their help stands in the language files: `cli-help-…` for a subcommand, `cli-help-arg-…` for an argument.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::domain::value::Formula;
use crate::service::view::List;
use crate::text::Lang;

#[derive(Debug, Parser)]
#[command(name = "guichet", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub sub: Option<Sub>,
}

/// What every subcommand takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "PATH")]
    pub store: Option<PathBuf>,
    #[arg(long = "as", global = true, value_name = "USERNAME")]
    pub username: Option<String>,
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    #[arg(long, global = true)]
    pub kiosk: bool,
    #[arg(long, global = true, value_name = "LANG", value_parser = lang)]
    pub lang: Option<Lang>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true)]
    pub dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub enum Sub {
    Demo(Demo),
    Init(Init),
    List(ListArgs),
    Show(Show),
    Why(Why),
    Who(Who),
    Passwd(Passwd),
    Apply(Apply),
    Import(Import),
    Export(Export),
    Backup(FileArg),
    Restore(FileArg),
    Check(Check),
    Doctor,
    Recover,
    Journal(Journal),
    Undo(Turning),
    Redo(Turning),
    Sessions,
    Keys,
    Completions(Completions),
    Man,
    About,
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(long, value_name = "N", default_value_t = 1200, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub users: u64,
    #[arg(long)]
    pub create: bool,
}

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long, value_name = "NAME")]
    pub organisation: String,
    #[arg(long, default_value = "standard", value_parser = formula)]
    pub plan: Formula,
    #[arg(long = "site", value_name = "CODE=NAME", required = true, value_parser = site)]
    pub sites: Vec<(String, String)>,
    #[arg(long, value_name = "USERNAME")]
    pub owner: String,
    #[arg(long, value_name = "ADDRESS")]
    pub email: String,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[arg(value_parser = list)]
    pub what: List,
    #[arg(long, value_name = "F")]
    pub filter: Option<String>,
    #[arg(long, value_name = "COLUMN[:desc]")]
    pub sort: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<u64>,
    #[arg(long, value_name = "ID")]
    pub after: Option<String>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_parser = what)]
    pub what: What,
    #[arg(value_name = "REF")]
    pub reference: Option<String>,
}

#[derive(Debug, Args)]
pub struct Why {
    #[arg(value_parser = list)]
    pub what: List,
    #[arg(value_name = "REF")]
    pub reference: String,
    pub permission: String,
}

#[derive(Debug, Args)]
pub struct Who {
    pub permission: String,
}

#[derive(Debug, Args)]
pub struct Passwd {
    #[arg(long, value_name = "FILE")]
    pub new_password_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Apply {
    pub file: Option<PathBuf>,
    #[arg(long, conflicts_with = "file")]
    pub schema: bool,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "CODE")]
    pub site: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub feed: Option<String>,
    #[arg(long, conflicts_with = "complete")]
    pub partial: bool,
    #[arg(long)]
    pub complete: bool,
    #[arg(long, value_name = "N")]
    pub confirm_vanished: Option<u64>,
    #[arg(long)]
    pub skip_refused: bool,
    #[arg(long)]
    pub accept_matches: bool,
    #[arg(long, value_name = "manual|contact")]
    pub unmatched: Option<String>,
    #[arg(long)]
    pub encoding: Option<String>,
    #[arg(long)]
    pub delimiter: Option<String>,
    #[arg(long, value_name = "NAME[:users|people:FIELD=COLUMN,…]")]
    pub mapping: Option<String>,
}

#[derive(Debug, Args)]
pub struct FileArg {
    #[arg(value_name = "FILE")]
    pub backup: PathBuf,
}

#[derive(Debug, Args)]
pub struct Check {
    #[arg(long)]
    pub access: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(id = "export_what", value_name = "WHAT", value_parser = export_what)]
    pub what: ExportWhat,
    #[arg(long, value_name = "F")]
    pub filter: Option<String>,
    #[arg(long)]
    pub raw: bool,
    #[arg(long, conflicts_with = "raw")]
    pub print: bool,
}

/// What `export` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportWhat {
    List(List),
    /// The register of rights.
    Rights,
}

#[derive(Debug, Args)]
pub struct Journal {
    #[command(subcommand)]
    pub sub: JournalSub,
}

#[derive(Debug, Subcommand)]
pub enum JournalSub {
    Verify(Verify),
    Head,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(long, value_name = "N:HASH")]
    pub since: Option<String>,
    #[arg(long, value_name = "N:HASH")]
    pub head: Option<String>,
}

#[derive(Debug, Args)]
pub struct Turning {
    #[arg(value_parser = entry)]
    pub entry: Option<i64>,
    #[arg(long)]
    pub skip_changed: bool,
}

#[derive(Debug, Args)]
pub struct Completions {
    pub shell: clap_complete::Shell,
}

/// What `show` shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Organisation,
    List(List),
}

/// The lists by their word; the singular does as well.
pub const LISTS: [(&str, List); 10] = [
    ("admins", List::Admins),
    ("users", List::Users),
    ("roles", List::Roles),
    ("contacts", List::Contacts),
    ("tickets", List::Tickets),
    ("journal", List::Journal),
    ("sites", List::Sites),
    ("groups", List::Groups),
    ("workspaces", List::Workspaces),
    ("applications", List::Applications),
];

fn list(word: &str) -> Result<List, String> {
    let found = LISTS.iter().find(|(name, _)| *name == word || name.strip_suffix('s') == Some(word));
    found.map(|(_, list)| *list).ok_or_else(String::new)
}

fn export_what(word: &str) -> Result<ExportWhat, String> {
    if word == "rights" { Ok(ExportWhat::Rights) } else { list(word).map(ExportWhat::List) }
}

fn what(word: &str) -> Result<What, String> {
    if word == "organisation" { Ok(What::Organisation) } else { list(word).map(What::List) }
}

fn lang(word: &str) -> Result<Lang, String> {
    word.parse().map_err(|_| String::new())
}

fn formula(word: &str) -> Result<Formula, String> {
    Formula::parse(word).ok_or_else(String::new)
}

fn site(text: &str) -> Result<(String, String), String> {
    let (code, name) = text.split_once('=').ok_or_else(String::new)?;
    Ok((code.to_owned(), name.to_owned()))
}

fn entry(text: &str) -> Result<i64, String> {
    let digits = text.strip_prefix("journal:").unwrap_or_else(|| text.trim_start_matches('#'));
    digits.parse().map_err(|_| String::new())
}
