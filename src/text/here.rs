//! The zone of the reader.

/// The zone that moments are shown in: the reader's own.
#[cfg(not(test))]
pub use chrono::Local as Here;
/// The zone that moments are shown in: UTC in unit tests, whose screens are the same everywhere.
#[cfg(test)]
pub use chrono::Utc as Here;
