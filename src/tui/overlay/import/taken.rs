//! What the worker has done, taken into the session.

use std::rc::Rc;

use super::super::super::action::Action;
use super::super::super::place::Place;
use super::super::super::theme::Tone;
use super::ImportLayer;
use super::mapping::MappingScreen;
use super::worker::Outcome;
use crate::domain::id::EntryNo;
use crate::domain::refusal::Code;
use crate::service::ServiceError;
use crate::service::import::{Outline, ReadError};
use crate::text::{Shown, show};

/// A name of so many digits is a number: the line is no header.
const DIGITS: usize = 3;

impl ImportLayer {
    /// Takes what the worker has done meanwhile.
    pub(super) fn look(&mut self) {
        if let Some(outcome) = self.worker.outcome() {
            self.take(outcome);
        }
    }

    pub(super) fn take(&mut self, outcome: Outcome) {
        let texts = &self.look.texts;
        match outcome {
            Outcome::Planned(plan, options, kept) => {
                self.options = options;
                let blocked = plan.blocked.clone().map(ServiceError::from);
                self.said = blocked.map(|error| (texts.told(&self.catalogue, &error.told()), Tone::Refused));
                self.kept = kept.map(|file| {
                    let count = plan.refused.len() + plan.warnings.len();
                    let file = show(&file.to_string_lossy());
                    texts.with("import-problems-kept", &[("count", count.into()), ("file", file.into())])
                });
                (self.plan, self.unknown) = (Some(plan), None);
                self.list();
            }
            Outcome::Applied(entry, plan) => {
                self.said = Some((self.done(entry), Tone::Good));
                self.applied = Some(entry);
                // The plan that was shown says more, and is what was done unless the store was changed meanwhile.
                if self.plan.as_ref().is_none_or(|shown| shown.counts != plan.counts) {
                    self.plan = Some(plan);
                    self.list();
                }
            }
            Outcome::Outlined { file, outline, headless, saved } => {
                if !headless && self.mapping.is_none() && is_record(&outline) {
                    self.outline(true);
                    return;
                }
                let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                // What is in use comes first, then what was kept.
                let here = self.options.mapping.iter().cloned();
                let saved = here.chain(saved.into_iter().filter(|kept| Some(kept) != self.options.mapping.as_ref()));
                let why = self.said.as_ref().map(|(said, _)| said.clone());
                let look = Rc::clone(&self.look);
                self.mapping = Some(MappingScreen::new(&look, &name, outline, headless, saved.collect(), why));
            }
            Outcome::Unreadable(file) => {
                let args = [("file", show(&file).into())];
                self.forget(texts.with("import-unreadable", &args));
            }
            Outcome::Failed(error) => {
                let said = texts.told(&self.catalogue, &error.told());
                let code = match &error {
                    ServiceError::Refused(refusal) => Some(refusal.code),
                    _ => None,
                };
                if matches!(error, ServiceError::Stopped) {
                    // The plan that was there is still the one of these files.
                    self.said = Some((said, Tone::Warning));
                    return;
                }
                self.forget(said.clone());
                match code {
                    // What they hold now is shown before it is imported.
                    Some(Code::Stale) => {
                        self.read();
                        self.note = Some(said);
                    }
                    Some(Code::ImportSite) => self.choose_site(),
                    _ => {}
                }
                if let Some(name) = unknown(&error) {
                    let named = |file: &&std::path::PathBuf| file.file_name().is_some_and(|file| file == name);
                    self.unknown = self.files.iter().find(named).cloned();
                    self.outline(false);
                }
            }
        }
    }

    /// What is shown is no plan of these files any more.
    fn forget(&mut self, why: Shown) {
        (self.plan, self.kept) = (None, None);
        self.said = Some((why, Tone::Refused));
        self.list();
    }

    /// What was done, with the key that takes it back.
    fn done(&self, entry: Option<EntryNo>) -> Shown {
        let texts = &self.look.texts;
        match entry {
            Some(entry) => {
                let key = self.look.key(Action::Undo, Place::Import);
                texts.with("import-done", &[("entry", entry.into()), ("key", key.into())])
            }
            None => texts.get("import-nothing-to-do"),
        }
    }
}

/// Whether the names of the columns look like those of somebody: the first line is no header.
fn is_record(outline: &Outline) -> bool {
    let is_number = |name: &str| name.len() >= DIGITS && name.bytes().all(|byte| byte.is_ascii_digit());
    outline.columns.iter().any(|column| column.name.contains('@') || is_number(&column.name))
}

/// The name of the file of which the columns are to be mapped.
fn unknown(error: &ServiceError) -> Option<&str> {
    let ServiceError::Import(error) = error else { return None };
    match error.as_ref() {
        ReadError::HeaderUnknown { file }
        | ReadError::HeaderIncomplete { file, .. }
        | ReadError::MappingUnfit { file, .. } => Some(file),
        _ => None,
    }
}
