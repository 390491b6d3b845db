//! Why a subcommand ends early: a stable code, a sentence, and an exit code.

use std::io::{self, Write};
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::domain::catalogue::Catalogue;
use crate::domain::refusal::{Arg, Refusal};
use crate::domain::told::Told;
use crate::service::{ServiceError, StoreError};
use crate::text::{self, Texts};

/// What a subcommand ends with.
pub type Done<T = ()> = Result<T, Failure>;

/// Why a subcommand ends early.
#[derive(Debug)]
pub enum Failure {
    /// The service could not, or would not.
    Service(ServiceError),
    /// The command line itself.
    Own {
        /// The exit code.
        exit: u8,
        /// The stable code.
        code: &'static str,
        /// What the sentence needs.
        args: Vec<(&'static str, Arg)>,
        /// The line of the input.
        line: Option<usize>,
    },
    /// Nobody reads what is written.
    Output(io::Error),
}

impl Failure {
    /// A failure of the command line itself.
    pub const fn own(exit: u8, code: &'static str) -> Self {
        Self::Own { exit, code, args: Vec::new(), line: None }
    }

    /// Adds data to the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        if let Self::Own { args, .. } = &mut self {
            args.push((name, Arg::Text(text.into())));
        }
        self
    }

    /// Names the line of the input that it concerns.
    #[must_use]
    pub fn on_line(mut self, number: usize) -> Self {
        match &mut self {
            Self::Own { line, args, .. } => {
                *line = Some(number);
                args.push(("line", Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))));
            }
            Self::Service(ServiceError::Refused(refusal)) => refusal.line = Some(number),
            _ => {}
        }
        self
    }

    /// Wrong usage.
    pub const fn usage(code: &'static str) -> Self {
        Self::own(2, code)
    }

    /// The exit code.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Service(error) => error.exit_code(),
            Self::Own { exit, .. } => *exit,
            Self::Output(_) => 1,
        }
    }

    /// Says it on standard error, as a sentence or as one JSON object, and gives the exit code.
    pub fn report(&self, texts: &Texts, json: bool) -> ExitCode {
        let shown = match self {
            // Nobody reads any more; that needs no words.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => None,
            _ if json => Some(text::json(&self.json(texts))),
            _ => Some(texts.told(Catalogue::builtin(), &self.told())),
        };
        if let Some(shown) = shown {
            // A standard error that is closed leaves the exit code.
            let _ = writeln!(io::stderr(), "{shown}");
        }
        ExitCode::from(self.exit_code())
    }

    fn told(&self) -> Told<'_> {
        match self {
            Self::Service(error) => error.told(),
            Self::Own { code, args, .. } => Told::Fault { code: (*code).to_owned(), args: args.clone() },
            Self::Output(_) => Told::fault("system"),
        }
    }

    fn json(&self, texts: &Texts) -> Value {
        let catalogue = Catalogue::builtin();
        let told = self.told();
        let (code, message, field, line) = match &told {
            // The line has its own place here.
            Told::Refused(refusal) => {
                (refusal.code().to_owned(), texts.refusal(catalogue, refusal), refusal.field, refusal.line)
            }
            Told::Fault { code, .. } => {
                let line = if let Self::Own { line, .. } = self { *line } else { None };
                (code.clone(), texts.told(catalogue, &told), None, line)
            }
        };
        let mut error = json!({"code": code, "message": message.as_str()});
        if let Some(field) = field {
            error["field"] = field.into();
        }
        if let Some(line) = line {
            error["line"] = line.into();
        }
        json!({"error": error})
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Self {
        Self::Service(error)
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Service(error.into())
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Service(refusal.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::Time;
    use crate::service::SignInFault;
    use crate::text::Lang;

    fn faults() -> Vec<ServiceError> {
        let io = || io::Error::other("x");
        let store = [
            StoreError::Missing,
            StoreError::Exists,
            StoreError::Foreign,
            StoreError::Newer { found: 9 },
            StoreError::Schema { object: "evil".into() },
            StoreError::Unsafe { fault: "file_writable", repair: "chmod go-w x".into() },
            StoreError::Damaged,
            StoreError::Busy,
            StoreError::ReadOnly,
            StoreError::Full,
            StoreError::Io(io()),
            StoreError::SqliteVersion,
            StoreError::Value { column: "x" },
            StoreError::Sql(rusqlite_error()),
        ];
        let sign_in = [
            SignInFault::Refused,
            SignInFault::Wait(Time(0)),
            SignInFault::MustChange,
            SignInFault::Expired,
            SignInFault::ProveAgain,
            SignInFault::SignedOut,
        ];
        let mut faults: Vec<ServiceError> = store.into_iter().map(ServiceError::from).collect();
        faults.extend(sign_in.into_iter().map(ServiceError::SignIn));
        faults.extend([ServiceError::NotADemonstration, ServiceError::Stopped, ServiceError::System(io())]);
        faults
    }

    fn rusqlite_error() -> rusqlite::Error {
        rusqlite::Error::InvalidQuery
    }

    #[test]
    fn s_90_every_fault_says_what_happened_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            for fault in faults() {
                let sentence = texts.told(Catalogue::builtin(), &fault.told());
                assert!(sentence.as_str().ends_with('.'), "{lang}: {}: {sentence}", fault.code());
            }
        }
    }

    #[test]
    fn an_error_in_json_has_its_line_apart_from_the_sentence() {
        let refusal = Refusal::new(crate::domain::refusal::Code::Required).field("email");
        let failure = Failure::from(refusal).on_line(3);
        let json = failure.json(&Texts::new(Lang::En));
        assert_eq!(json["error"]["code"], "field.required");
        assert_eq!((json["error"]["field"].as_str(), json["error"]["line"].as_u64()), (Some("email"), Some(3)));
        assert!(!json["error"]["message"].as_str().unwrap().contains('3'), "{json}");
    }
}
