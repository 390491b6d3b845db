//! `guichet apply`: Commands, one JSON object a line, as one transaction.

use std::fs::File;
use std::io::{Read, stdin};
use std::path::Path;

use serde_json::Value;

use super::args::Apply;
use super::failure::{Done, Failure};
use super::plan;
use super::run::Run;
use crate::domain::command::Command;
use crate::service::ServiceError;

/// The most that is read, in bytes (S-78).
const LARGEST: u64 = 64 * 1024 * 1024;

/// The Commands of an input, each with the number of its line.
type Lines = Vec<(usize, Command)>;

/// Applies a batch, or shows its plan.
pub fn run(mut run: Run<'_>, args: &Apply) -> Done {
    if args.schema {
        run.json(Command::schema().as_value())?;
        return run.out.flush();
    }
    let lines = parse(&read(args.file.as_deref())?)?;
    let mut console = run.signed_in()?;
    let (numbers, commands): (Vec<usize>, Vec<Command>) = lines.into_iter().unzip();
    // What is refused names the Command of the batch; people look for the line.
    let on_line = |error: ServiceError| {
        let at = if let ServiceError::Refused(refusal) = &error { refusal.line } else { None };
        // What a plan is refused for is due to the only Command where there is but one.
        let at = at.or((numbers.len() == 1).then_some(1));
        let line = at.and_then(|at| numbers.get(at.checked_sub(1)?)).copied();
        let failure = Failure::from(error);
        match line {
            Some(line) => failure.on_line(line),
            None => failure,
        }
    };
    if run.common.dry_run {
        let preview = console.preview(&commands).map_err(on_line)?;
        return plan::dry(run, &console, &preview);
    }
    let receipt = console.execute(&commands, None).map_err(on_line)?;
    plan::done(run, &console, &receipt)
}

fn read(file: Option<&Path>) -> Done<String> {
    let named = || file.map_or_else(|| "-".into(), Path::to_string_lossy);
    let unreadable = |_| Failure::own(4, "file.unreadable").with("file", named());
    let mut bytes = Vec::new();
    match file.filter(|file| *file != Path::new("-")) {
        Some(file) => File::open(file).map_err(unreadable)?.take(LARGEST + 1).read_to_end(&mut bytes),
        None => stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes),
    }
    .map_err(unreadable)?;
    if bytes.len() as u64 > LARGEST {
        return Err(Failure::own(4, "file.too_large").with("file", named()));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        Failure::own(4, "command.not_utf8").on_line(line)
    })
}

/// Reads the lines; blank ones are left out.
fn parse(text: &str) -> Done<Lines> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines = text.split('\n').enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| Ok((at + 1, command(line).map_err(|failure| failure.on_line(at + 1))?))).collect()
}

fn command(line: &str) -> Done<Command> {
    serde_json::from_str(line).map_err(|error| {
        let name = match serde_json::from_str::<Value>(line) {
            Ok(Value::Object(map)) => map.get("do").and_then(Value::as_str).map(str::to_owned),
            _ => None,
        };
        match name {
            Some(name) if !Command::NAMES.contains(&name.as_str()) => {
                Failure::own(4, "command.unknown").with("name", name)
            }
            _ => invalid(&error),
        }
    })
}

/// What the reader stumbled over, by what it says: its own words are English, and name a place in a copy.
fn invalid(error: &serde_json::Error) -> Failure {
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or_default();
    let field = |start| Some(said.strip_prefix(start)?.split('`').next().unwrap_or_default().to_owned());
    let about_field = [
        ("missing field `", "command.missing_field"),
        ("unknown field `", "command.unknown_field"),
        ("duplicate field `", "command.duplicate_field"),
    ];
    for (start, code) in about_field {
        if let Some(field) = field(start) {
            return Failure::own(4, code).with("field", field);
        }
    }
    if error.is_syntax() || error.is_eof() {
        return Failure::own(4, "command.not_json").with("column", error.column().to_string());
    }
    Failure::own(4, "command.invalid").with("detail", said)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code_and_line(text: &str) -> (&'static str, Option<usize>) {
        match parse(text) {
            Err(Failure::Own { code, line, .. }) => (code, line),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_line_is_that_of_the_input() {
        let good = r#"{"do":"set_uc_client","user":"a","value":true}"#;
        let lines = parse(&format!("\u{feff}\n{good}\r\n\n{good}")).unwrap();
        assert_eq!(lines.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(code_and_line(&format!("{good}\n\n{{\"do\":\"nonsense\"}}")), ("command.unknown", Some(3)));
        assert_eq!(code_and_line(&format!("{good}\n{good} x")), ("command.not_json", Some(2)));
        assert_eq!(code_and_line("[]"), ("command.missing_field", Some(1)));
        assert_eq!(code_and_line(r#"{"do":"set_uc_client","user":"a"}"#), ("command.missing_field", Some(1)));
        let more = good.replace("}", r#","x":1}"#);
        assert_eq!(code_and_line(&more), ("command.unknown_field", Some(1)));
        assert_eq!(code_and_line(&good.replace("true", "7")), ("command.invalid", Some(1)));
    }

    #[test]
    fn s_75_a_key_that_stands_there_twice_is_refused() {
        let twice = r#"{"do":"set_uc_client","user":"a","user":"b","value":true}"#;
        assert_eq!(code_and_line(twice), ("command.duplicate_field", Some(1)));
    }
}
