//! Everything that was refused or deserves attention, one by one: for a file, where it is more than a screen shows (S-72).

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use super::ImportPlan;
use crate::import::Place;
use crate::service::Console;
use crate::service::error::{Result, ServiceError};

/// How many refused records, and how many warnings, are shown; a file has all of them.
pub const SHOWN: usize = 100;
/// How many files of one second are told apart.
const MOST: usize = 20;

/// A record that cannot be taken, or what deserves attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<'p> {
    /// The name of the file.
    pub file: &'p str,
    /// Where it stands in the file.
    pub place: &'p Place,
    /// Whether the record is refused.
    pub refused: bool,
    /// The stable code.
    pub code: &'static str,
    /// The arguments of its sentence.
    pub args: Vec<(&'static str, String)>,
}

impl Problem<'_> {
    /// The names of the columns of the file.
    pub const COLUMNS: [&'static str; 6] = ["file", "line", "column", "refused", "code", "message"];

    /// It as a row of the file, with its sentence.
    pub fn cells(&self, message: &str) -> Vec<String> {
        let line = self.place.line.map(|line| line.to_string()).unwrap_or_default();
        let column = self.place.column.clone().unwrap_or_default();
        vec![self.file.to_owned(), line, column, self.refused.to_string(), self.code.to_owned(), message.to_owned()]
    }
}

impl ImportPlan {
    /// What was refused, then what deserves attention, each in the order of the files.
    pub fn problems(&self) -> impl Iterator<Item = Problem<'_>> {
        let file = |place: &Place| self.reports.get(place.file).map_or("", |report| report.name.as_str());
        let refused = self.refused.iter().map(move |refused| Problem {
            file: file(&refused.place),
            place: &refused.place,
            refused: true,
            code: refused.code(),
            args: refused.args(),
        });
        let warnings = self.warnings.iter().map(move |warning| Problem {
            file: file(&warning.place),
            place: &warning.place,
            refused: false,
            code: warning.code(),
            args: warning.args(),
        });
        refused.chain(warnings)
    }

    /// Whether there are more of them than are shown.
    pub fn has_more_problems_than_shown(&self) -> bool {
        self.refused.len() > SHOWN || self.warnings.len() > SHOWN
    }
}

impl Console {
    /// Writes rows to a new file, readable by its owner alone: here, and in the kiosk in its directory of exports.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_problems(&self, mut rows: impl Iterator<Item = String>) -> Result<PathBuf> {
        let now = self.clock().now().to_string();
        let digits: String = now.chars().take_while(|c| *c != '.').filter(char::is_ascii_digit).collect();
        for number in 1..=MOST {
            let more = if number == 1 { String::new() } else { format!("-{number}") };
            let name = format!("import-problems-{digits}{more}.csv");
            let path = match self.shelf().output(Path::new(&name)) {
                Err(ServiceError::FileExists(_)) => continue,
                path => path?,
            };
            match create(&path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                file => {
                    let mut file = BufWriter::new(file?);
                    rows.try_for_each(|row| file.write_all(row.as_bytes()))?;
                    file.flush()?;
                    return Ok(path);
                }
            }
        }
        Err(io::Error::from(io::ErrorKind::AlreadyExists).into())
    }
}

fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}
