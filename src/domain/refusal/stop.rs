//! Why a decision stops: a rule, or a store that cannot answer.

use super::Refusal;

/// The store could not answer a question.
#[derive(Debug)]
pub struct FactsError(pub Box<dyn std::error::Error + Send + Sync>);

/// The person who asked for it does not want to wait for the answer any more.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("stopped")]
pub struct Stopped;

/// Why a decision stopped: refused, or the store could not answer.
#[derive(Debug)]
pub enum Stop {
    /// A rule or a right refuses it.
    Refused(Box<Refusal>),
    /// The store could not answer.
    Broken(FactsError),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}

impl From<FactsError> for Stop {
    fn from(error: FactsError) -> Self {
        Self::Broken(error)
    }
}

/// The result of a rule.
pub type Decided<T> = Result<T, Stop>;
