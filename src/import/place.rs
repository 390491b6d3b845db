//! Where something stands, and what is said of it.

use super::message::{Caution, Refusal};

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Index of the file in the reading.
    pub file: usize,
    /// Line, from 1; absent when the whole file is meant.
    pub line: Option<u64>,
    /// Name of the column or setting.
    pub column: Option<String>,
}

impl Place {
    /// A whole file.
    pub(super) fn file(file: usize) -> Self {
        Self { file, line: None, column: None }
    }

    /// A line of a file.
    pub(super) fn line(file: usize, line: u64) -> Self {
        Self { file, line: Some(line), column: None }
    }

    /// A column of that line.
    pub(super) fn column(mut self, name: impl Into<String>) -> Self {
        self.column = Some(name.into());
        self
    }

    fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = Vec::new();
        args.extend(self.line.map(|line| ("line", line.to_string())));
        args.extend(self.column.clone().map(|column| ("column", column)));
        args
    }
}

/// A record that is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Where it stands.
    pub place: Place,
    /// Why.
    pub reason: Refusal,
}

impl Refused {
    /// Returns the stable code of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.reason.code()
    }

    /// Returns `line` and `column` where known, then the arguments of the reason.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = self.place.args();
        args.extend(self.reason.args());
        args
    }
}

/// Something that deserves attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub caution: Caution,
}

impl Warning {
    /// Returns the stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.caution.code()
    }

    /// Returns `line` and `column` where known, then the arguments of the caution.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = self.place.args();
        args.extend(self.caution.args());
        args
    }
}
