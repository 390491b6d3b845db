//! What was chosen for a file the last time: the journal knows, so that next month needs one command.

use serde_json::Value;

use super::{Encoding, ImportOptions, Matching, Unmatched};
use crate::import::Mapping;
use crate::service::Console;
use crate::service::error::Result;
use crate::store::journal;
use crate::store::view::{self, Filter, From, List, Query, Scope, Sort, terms_of};

/// How many imports back are looked at.
const BACK: usize = 200;

impl Console {
    /// The options of the newest import, within reach, of a file of one of these names. What is dangerous to repeat
    /// unseen is not among them: whether rows may be skipped, and whether the files hold everybody.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn remembered_import(&self, names: &[String]) -> Result<Option<ImportOptions>> {
        self.newest_import(|import| {
            let files = import["files"].as_array().into_iter().flatten();
            let known = files.filter_map(|file| file["name"].as_str()).any(|name| names.iter().any(|n| n == name));
            known.then(|| options(import))
        })
    }

    /// The mapping that an earlier import kept under a name.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn remembered_mapping(&self, name: &str) -> Result<Option<Mapping>> {
        self.newest_import(|import| mapping(import).filter(|mapping| mapping.name == name))
    }

    /// Every mapping that earlier imports kept, the newest of each name, the newest first.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn remembered_mappings(&self) -> Result<Vec<Mapping>> {
        let mut found: Vec<Mapping> = Vec::new();
        self.newest_import(|import| -> Option<()> {
            let mapping = mapping(import)?;
            if found.iter().all(|known| known.name != mapping.name) {
                found.push(mapping);
            }
            None
        })?;
        Ok(found)
    }

    fn newest_import<T>(&self, mut take: impl FnMut(&Value) -> Option<T>) -> Result<Option<T>> {
        let actor = self.actor()?;
        let filter = Filter::parse("kind:import", terms_of(List::Journal));
        let query = Query { list: List::Journal, filter, sort: Sort::Number, descending: true };
        self.reader.snapshot(|tables| {
            for (_, number) in view::ids(tables, &Scope::of(&actor), &query, &From::Start, BACK)? {
                let Some(entry) = journal::entry(tables, number)? else { continue };
                let commands: Value = serde_json::from_str(&entry.head.commands).unwrap_or_default();
                if let Some(found) = take(&commands[0]) {
                    return Ok(Some(found));
                }
            }
            Ok(None)
        })
    }
}

fn mapping(import: &Value) -> Option<Mapping> {
    Mapping::parse(import["options"]["mapping"].as_str()?)
}

fn options(import: &Value) -> ImportOptions {
    let options = &import["options"];
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let encoding = options["encoding"].as_str();
    ImportOptions {
        site: text(&options["site"]),
        feed: text(&import["feed"]),
        encoding: encoding.and_then(|name| Encoding::ALL.into_iter().find(|encoding| encoding.name() == name)),
        delimiter: options["delimiter"].as_str().and_then(|text| text.bytes().next()),
        matching: Matching {
            accept_likely: false,
            unmatched: match options["unmatched"].as_str() {
                Some("manual") => Unmatched::Manual,
                Some("contact") => Unmatched::Contact,
                _ => Unmatched::Leave,
            },
        },
        mapping: mapping(import),
        remembered: text(&import["family"]),
        ..ImportOptions::default()
    }
}
