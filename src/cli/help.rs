//! The arguments read, and their help, in the language of the reader.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, FromArgMatches};

use super::args::Cli;
use super::failure::{Done, Failure};
use super::out::Out;
use crate::text::{Lang, Texts};
use crate::text_id;

/// Where the options that every subcommand takes begin in a help page.
const COMMON: usize = 100;
/// Where the help and the version stand.
const LAST: usize = 200;

/// The language asked for with `--lang`, looked for before anything else is read.
pub fn lang_among(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().filter_map(|word| word.to_str()).take_while(|word| *word != "--");
    while let Some(word) = words.next() {
        if word == "--lang" {
            return words.next()?.parse().ok();
        }
        if let Some(lang) = word.strip_prefix("--lang=") {
            return lang.parse().ok();
        }
    }
    None
}

/// Reads the arguments; none where help or the version was all that was asked for.
pub fn parse(texts: &Texts, words: &[OsString]) -> Done<Option<Cli>> {
    let matches = command(texts).try_get_matches_from(words);
    match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => Ok(Some(cli)),
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            let mut out = Out::new();
            out.made(error.render().to_string().as_bytes())?;
            out.flush()?;
            Ok(None)
        }
        Err(error) => Err(wrong(&error)),
    }
}

/// The definition of the command line with its help in a language.
pub fn command(texts: &Texts) -> Command {
    let command = worded(texts, Cli::command(), "guichet");
    command.disable_version_flag(true).arg(
        Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(texts.get(text_id!("cli-help-arg-version")).to_string())
            .display_order(LAST)
            .help_heading(texts.get(text_id!("cli-help-options")).to_string()),
    )
}

fn worded(texts: &Texts, command: Command, name: &str) -> Command {
    let say = |id: &str| texts.get(id).to_string();
    let template = format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n", say(text_id!("cli-help-usage")));
    let subs: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let args: Vec<(String, bool)> =
        command.get_arguments().map(|arg| (arg.get_id().to_string(), arg.is_positional())).collect();
    // What every subcommand takes stands after its own, in the order of its definition.
    let first = if name == "guichet" { COMMON } else { 0 };
    let mut command = command
        .about(say(&format!("cli-help-{name}")))
        .help_template(template)
        .subcommand_help_heading(say(text_id!("cli-help-commands")))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(say(text_id!("cli-help-arg-help")))
                .help_heading(say(text_id!("cli-help-options")))
                .display_order(LAST),
        );
    for (at, (id, positional)) in (first..).zip(args) {
        let heading = if positional { text_id!("cli-help-arguments") } else { text_id!("cli-help-options") };
        let help = say(&format!("cli-help-arg-{}", id.replace('_', "-")));
        command = command.mut_arg(id, |arg| arg.help(help).help_heading(say(heading)).display_order(at));
    }
    for sub in subs {
        let name = if name == "guichet" { sub.clone() } else { format!("{name}-{sub}") };
        command = command.mut_subcommand(sub, |command| worded(texts, command, &name));
    }
    command
}

/// What is wrong with the arguments.
fn wrong(error: &clap::Error) -> Failure {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let what = context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let code = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => "usage.unknown",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue).filter(|value| !value.is_empty());
            return match value {
                Some(value) => Failure::usage("usage.value").with("what", what).with("value", value),
                None => Failure::usage("usage.missing").with("what", what),
            };
        }
        ErrorKind::MissingRequiredArgument => "usage.missing",
        ErrorKind::ArgumentConflict => "usage.conflict",
        _ => return Failure::usage("usage.invalid"),
    };
    Failure::usage(code).with("what", what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together_and_every_part_has_its_help_in_both_languages() {
        fn look(texts: &Texts, command: &Command) {
            for arg in command.get_arguments().filter(|arg| !arg.is_hide_set()) {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(
                    !help.is_empty() && !help.starts_with('['),
                    "{}: {} {}",
                    texts.lang(),
                    command.get_name(),
                    arg.get_id()
                );
            }
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(!about.is_empty() && !about.starts_with('['), "{}: {}: {about}", texts.lang(), command.get_name());
            command.get_subcommands().for_each(|sub| look(texts, sub));
        }
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            command(&texts).debug_assert();
            look(&texts, &command(&texts));
        }
    }

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let lang = |words: &[&str]| lang_among(&words.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(lang(&["guichet", "list", "users", "--lang", "fr"]), Some(Lang::Fr));
        assert_eq!(lang(&["guichet", "--lang=fr_CA"]), Some(Lang::Fr));
        assert_eq!(lang(&["guichet", "--", "--lang=fr"]), None);
        assert_eq!(lang(&["guichet", "--lang"]), None);
    }
}
