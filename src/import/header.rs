//! Column names: rows are read by name, never by position, and a secret column cannot be reached.

use super::secret::is_secret;

/// A column that may be read. Only [`Header::column`] makes one, and never for a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Column(pub(super) usize);

/// The column names of a table.
pub(super) struct Header {
    names: Vec<String>,
    secret: Vec<bool>,
    used: Vec<bool>,
    /// Whether a `'` protects cells from spreadsheets, as in our own exports (S-76).
    pub protected: bool,
}

impl Header {
    /// Makes a header of normalised names.
    pub fn new(names: Vec<String>) -> Self {
        let secret: Vec<bool> = names.iter().map(|name| is_secret(name)).collect();
        Self { used: vec![false; names.len()], secret, names, protected: false }
    }

    /// Finds the first column of that name, unless it holds a secret.
    pub fn column(&mut self, name: &str) -> Option<Column> {
        let index = self.names.iter().position(|known| known == name)?;
        self.take(index)
    }

    /// Makes the column at that index readable, unless it holds a secret.
    pub fn take(&mut self, index: usize) -> Option<Column> {
        if self.secret[index] {
            return None;
        }
        self.used[index] = true;
        Some(Column(index))
    }

    /// Returns the name of a column.
    pub fn name(&self, column: Column) -> &str {
        &self.names[column.0]
    }

    /// Returns all the names, normalised, empty ones included.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Returns the names that come a second time and are not read.
    pub fn duplicates(&self) -> impl Iterator<Item = &str> {
        self.names.iter().enumerate().filter_map(|(index, name)| {
            let again = !name.is_empty() && !self.used[index] && self.names[..index].contains(name);
            again.then_some(name.as_str())
        })
    }

    /// Returns the names of the columns that hold secrets.
    pub fn secrets(&self) -> Vec<String> {
        self.pick(|index| self.secret[index])
    }

    /// Returns the names of the columns that are not read, secrets apart.
    pub fn ignored(&self) -> Vec<String> {
        self.pick(|index| !self.secret[index] && !self.used[index])
    }

    fn pick(&self, wanted: impl Fn(usize) -> bool) -> Vec<String> {
        let chosen = self.names.iter().enumerate().filter(|(index, name)| !name.is_empty() && wanted(*index));
        chosen.map(|(_, name)| name.clone()).collect()
    }
}
