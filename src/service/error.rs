//! What the service answers when it cannot do what was asked.

use std::path::PathBuf;

use crate::domain::refusal::{Arg, Class, Code, FactsError, Refusal, Stop, Stopped};
use crate::domain::time::Time;
use crate::domain::told::Told;
use crate::store::check::Finding;
use crate::store::{ApplyError, StoreError};

/// Why a sign-in failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInFault {
    /// Unknown name, wrong password, disabled: one answer (S-12).
    Refused,
    /// Too many failures: not looked at before that moment (S-13).
    Wait(Time),
    /// A temporary password has to be changed first.
    MustChange,
    /// The temporary password is void (S-15).
    Expired,
    /// The password has to be typed again first (S-29).
    ProveAgain,
    /// Too many consoles are open already (S-99).
    Full,
    /// Nobody is signed in, or the session was ended.
    SignedOut,
}

/// Why something could not be done.
#[derive(Debug, thiserror::Error)]
pub enum ServiceError {
    /// A rule or a right refuses it.
    #[error("{}", .0.code())]
    Refused(Box<Refusal>),
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Signing in failed.
    #[error("sign_in")]
    SignIn(SignInFault),
    /// The files of an import cannot be read.
    #[error("import")]
    Import(Box<crate::import::ReadError>),
    /// The store or a copy of it is not sound; what was found, at least one thing.
    #[error("check")]
    Unsound(Vec<Finding>),
    /// A file may not be there; the stable code says why.
    #[error("{0}")]
    Place(&'static str),
    /// There is a file already where one would be written.
    #[error("file.exists")]
    FileExists(PathBuf),
    /// The demonstration opens only stores that it made itself.
    #[error("demo.not_a_demonstration")]
    NotADemonstration,
    /// It was stopped by the person who asked for it.
    #[error("stopped")]
    Stopped,
    /// The system refused something.
    #[error("system")]
    System(#[source] std::io::Error),
}

impl ServiceError {
    /// The exit code of the command line.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Refused(refusal) => match refusal.class() {
                Class::NotAllowed | Class::MayAsk => 3,
                Class::Rule => 4,
                Class::NotFound | Class::Changed => 5,
            },
            // That there is a store already is no fault of it.
            Self::Import(_)
            | Self::NotADemonstration
            | Self::FileExists(_)
            | Self::Place(_)
            | Self::Store(StoreError::Exists | StoreError::NotABackup) => 4,
            Self::Store(_) => 6,
            Self::SignIn(_) => 7,
            Self::Unsound(_) | Self::Stopped | Self::System(_) => 1,
        }
    }

    /// The stable code.
    pub fn code(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.code().to_owned(),
            Self::Store(error) => error.code(),
            Self::SignIn(fault) => match fault {
                SignInFault::Refused => "sign_in.refused",
                SignInFault::Wait(_) => "sign_in.wait",
                SignInFault::MustChange => "sign_in.must_change",
                SignInFault::Expired => "sign_in.expired",
                SignInFault::ProveAgain => "sign_in.prove_again",
                SignInFault::Full => "sign_in.full",
                SignInFault::SignedOut => "sign_in.signed_out",
            }
            .to_owned(),
            Self::Import(error) => error.code().to_owned(),
            Self::Unsound(findings) => findings.first().map_or("check", |finding| finding.code).to_owned(),
            Self::Place(code) => (*code).to_owned(),
            Self::FileExists(_) => "file.exists".to_owned(),
            Self::NotADemonstration => "demo.not_a_demonstration".to_owned(),
            Self::Stopped => "stopped".to_owned(),
            Self::System(_) => "system".to_owned(),
        }
    }

    /// What people are told of it; `text` words it.
    pub fn told(&self) -> Told<'_> {
        let args = match self {
            Self::Refused(refusal) => return Told::Refused(refusal),
            Self::Store(StoreError::Newer { found }) => vec![("version", Arg::Text(found.to_string()))],
            Self::Store(StoreError::Schema { object }) => vec![("object", Arg::Text(object.clone()))],
            Self::Store(StoreError::Unsafe { fault, repair }) => {
                vec![("fault", Arg::Text((*fault).to_owned())), ("repair", Arg::Text(repair.clone()))]
            }
            Self::SignIn(SignInFault::Wait(until)) => vec![("until", Arg::Time(*until))],
            Self::Import(error) => error.args().into_iter().map(|(name, value)| (name, Arg::Text(value))).collect(),
            Self::Unsound(findings) => findings.first().map(finding_args).unwrap_or_default(),
            Self::FileExists(path) => vec![("file", Arg::Text(path.to_string_lossy().into_owned()))],
            Self::Store(_)
            | Self::SignIn(_)
            | Self::Place(_)
            | Self::NotADemonstration
            | Self::Stopped
            | Self::System(_) => Vec::new(),
        };
        Told::Fault { code: self.code(), args }
    }
}

/// What the sentence of a finding needs.
pub fn finding_args(finding: &Finding) -> Vec<(&'static str, Arg)> {
    let name = if finding.code.starts_with("journal.") { "entry" } else { "what" };
    vec![(name, Arg::Text(finding.what.clone()))]
}

impl From<Refusal> for ServiceError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<FactsError> for ServiceError {
    fn from(error: FactsError) -> Self {
        match error.0.downcast::<StoreError>() {
            Ok(error) => Self::Store(*error),
            Err(error) if error.is::<Stopped>() => Self::Stopped,
            Err(error) => Self::System(std::io::Error::other(error)),
        }
    }
}

impl From<Stop> for ServiceError {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Refused(refusal) => Self::Refused(refusal),
            Stop::Broken(error) => error.into(),
        }
    }
}

impl From<ApplyError> for ServiceError {
    fn from(error: ApplyError) -> Self {
        match error {
            ApplyError::Moved(subject) => Refusal::new(Code::Stale).text("what", subject.to_string()).into(),
            ApplyError::Store(error) => error.into(),
            ApplyError::Stopped => Self::Stopped,
        }
    }
}

impl From<std::io::Error> for ServiceError {
    fn from(error: std::io::Error) -> Self {
        Self::System(error)
    }
}

/// The result of the service.
pub type Result<T> = std::result::Result<T, ServiceError>;
