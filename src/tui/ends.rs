//! How the console is started and how it is left.

use super::action::KeyFile;
use super::term::TermError;
use crate::service::{Console, Head, ServiceError, Settings, SignInFault, Welcome};
use crate::text::Lang;

/// How the console is started.
pub struct Options {
    /// The store, and who tells the time.
    pub settings: Settings,
    /// The language.
    pub lang: Lang,
    /// The account that the caller is bound to.
    pub username: Option<String>,
    /// The keys, and what else stands in `keys.toml`.
    pub keys: KeyFile,
    /// Somebody who is signed in already.
    pub console: Option<(Console, Option<Welcome>)>,
}

/// Why the console could not be run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The terminal cannot be taken.
    #[error(transparent)]
    Terminal(#[from] TermError),
    /// The store cannot be used.
    #[error(transparent)]
    Service(#[from] ServiceError),
    /// The system refused.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// How the console was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// By the person, with the newest entry of the journal: an anchor to be written down (S-52).
    Quit(Head),
    /// Before anybody tried to sign in, or from the lock.
    Unused,
    /// Nobody got in, for that reason.
    Outside(SignInFault),
    /// Nobody is signed in any more.
    SignedOut,
}
