//! The files of an import, read, and the import as the journal keeps it.

use serde_json::{Value, json};

use super::ImportOptions;
use super::progress::Progress;
use crate::domain::decide::import::Unmatched;
use crate::domain::norm::check_name;
use crate::domain::refusal::{Code, Refusal};
use crate::import::{FileReport, ReadError, ReadOptions, Reading, SourceFile, read as read_files};
use crate::service::error::{self, ServiceError};

/// Everything the files say.
pub(super) struct Intake {
    pub feed: String,
    pub reading: Reading,
}

/// Reads the files, outside any transaction.
pub(super) fn read(files: &[SourceFile], options: &ImportOptions, progress: &Progress<'_>) -> error::Result<Intake> {
    let feed = options.feed.as_deref().map(feed_name).transpose()?;
    let mapping = options.mapping.clone();
    let chosen = ReadOptions { encoding: options.encoding, delimiter: options.delimiter, mapping };
    let reading = read_files(files, &chosen, &|| progress.ask()).map_err(|error| match error {
        ReadError::Stopped => ServiceError::Stopped,
        error => ServiceError::Import(Box::new(error)),
    })?;
    let strange = |family: &String| family != reading.family.key();
    let feed = feed.filter(|_| !options.remembered.as_ref().is_some_and(strange));
    let mapped = options.mapping.as_ref().map(|mapping| feed_name(&mapping.name)).transpose()?;
    Ok(Intake { feed: feed.or(mapped).unwrap_or_else(|| reading.family.key().to_owned()), reading })
}

impl Intake {
    /// How many records there are to judge.
    pub fn len(&self) -> usize {
        let reading = &self.reading;
        reading.users.len() + reading.people.len() + reading.contacts.len() + reading.tickets.len()
    }

    /// The Command as the journal keeps it: the files by their hash, never what they hold.
    pub fn command(&self, options: &ImportOptions) -> String {
        let file = |report: &FileReport| json!({ "name": report.name, "sha256": hex(&report.sha256) });
        let files: Vec<Value> = self.reading.files.iter().map(file).collect();
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
        json!([{ "do": "import", "feed": self.feed, "family": self.reading.family.key(), "files": files, "options": options }]).to_string()
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
