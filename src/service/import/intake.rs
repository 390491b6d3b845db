//! The files of an import, read, and the import as the journal keeps it.

use serde_json::{Value, json};

use super::ImportOptions;
use super::progress::Progress;
use crate::domain::decide::import::Unmatched;
use crate::domain::norm::check_name;
use crate::domain::refusal::{Code, Refusal};
use crate::import::{Aside, Family, FileReport, ReadError, ReadOptions, Reading, SourceFile, read as read_files};
use crate::service::error::{self, ServiceError};

/// Everything the files say.
pub(super) struct Intake {
    /// One for each family of files: telephones first, then directories, contacts and tickets.
    pub readings: Vec<Told>,
    pub aside: Aside,
    /// Whether somebody looks at the rows: those that are new tell what they bring.
    pub looked_at: bool,
}

/// What the files of one family say.
pub(super) struct Told {
    pub feed: String,
    pub reading: Reading,
    /// The place of its first file among all.
    pub first_file: usize,
}

/// Reads the files, outside any transaction.
pub(super) fn read(
    files: &[SourceFile],
    options: &ImportOptions,
    aside: &Aside,
    progress: &Progress<'_>,
) -> error::Result<Intake> {
    let given = options.feed.as_deref().map(feed_name).transpose()?;
    let mapped = options.mapping.as_ref().map(|mapping| feed_name(&mapping.name)).transpose()?;
    let chosen = ReadOptions {
        encoding: options.encoding,
        delimiter: options.delimiter,
        mapping: options.mapping.clone(),
        aside: aside.clone(),
    };
    let readings = read_files(files, &chosen, &|| progress.ask()).map_err(reading_error)?;
    let mut first_file = 0;
    let readings = readings.into_iter().enumerate().map(|(place, reading)| {
        let family = reading.family.key();
        // A name that was remembered is for its own family; one that is given, for what comes first.
        let fits = options.remembered.as_ref().map_or(place == 0, |remembered| remembered == family);
        let by_hand = matches!(reading.family, Family::Mapped | Family::MappedPeople);
        let mapped = mapped.clone().filter(|_| by_hand);
        let feed = given.clone().filter(|_| fits).or(mapped).unwrap_or_else(|| family.to_owned());
        let told = Told { feed, first_file, reading };
        first_file += told.reading.files.len();
        told
    });
    Ok(Intake { readings: readings.collect(), aside: aside.clone(), looked_at: false })
}

/// What becomes of a file that cannot be read.
pub(super) fn reading_error(error: ReadError) -> ServiceError {
    match error {
        ReadError::Stopped => ServiceError::Stopped,
        error => ServiceError::Import(Box::new(error)),
    }
}

impl Intake {
    /// How many records there are to judge.
    pub fn len(&self) -> usize {
        let count = |reading: &Reading| {
            reading.users.len() + reading.people.len() + reading.contacts.len() + reading.tickets.len()
        };
        self.readings.iter().map(|told| count(&told.reading)).sum()
    }

    /// The Command of each family as the journal keeps it: the files by their hash, never what they hold.
    pub fn command(&self, options: &ImportOptions) -> String {
        let options = json!({
            "site": options.site,
            "complete": options.complete,
            "confirm_vanished": options.confirm_vanished,
            "skip_refused": options.skip_refused,
            "accept_matches": options.matching.accept_likely,
            "unmatched": match options.matching.unmatched {
                Unmatched::Leave => None,
                Unmatched::Manual => Some("manual"),
                Unmatched::Contact => Some("contact"),
            },
            "mapping": options.mapping.as_ref().map(ToString::to_string),
            "encoding": options.encoding.map(|encoding| encoding.to_string()),
            "delimiter": options.delimiter.map(|delimiter| char::from(delimiter).to_string()),
        });
        let file = |report: &FileReport| json!({ "name": report.name, "sha256": hex(&report.sha256) });
        let command = |told: &Told| {
            let files: Vec<Value> = told.reading.files.iter().map(file).collect();
            let family = told.reading.family.key();
            json!({ "do": "import", "feed": told.feed, "family": family, "files": files, "options": options })
        };
        Value::Array(self.readings.iter().map(command).collect()).to_string()
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        // Writing to a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The name of a feed: a line of text without `:`, which parts it from the key, and without `.`, which parts fields.
fn feed_name(name: &str) -> Result<String, Refusal> {
    let name = check_name(name, 64).map_err(|fault| Refusal::text_fault("feed", fault))?;
    match name.chars().find(|c| matches!(c, ':' | '.')) {
        Some(character) => Err(Refusal::new(Code::NameCharacter).field("feed").text("character", character)),
        None => Ok(name),
    }
}
