//! What is open over the session: the choices, the columns of a list, the question. Each takes the keys until it is done.

use std::path::PathBuf;
use std::rc::Rc;

use super::super::super::event::Event;
use super::super::super::layer::Answer;
use super::super::super::widget::choice::{Choice, Chosen};
use super::super::super::widget::confirm::{Confirm, Confirmed};
use super::super::Message;
use super::ImportLayer;
use super::files::Pick;
use super::mapping::{Mapped, MappingScreen};
use super::worker::Job;
use crate::service::import::ImportOptions;

impl ImportLayer {
    pub(super) fn on_choice(&mut self, mut choice: Choice<Pick>, event: Event<'_>) -> Answer<Message> {
        match choice.on(event) {
            Chosen::Picked(Pick::Path(path)) if path.is_dir() => {
                self.folder = path;
                self.choose_file();
            }
            Chosen::Picked(picked) => {
                for path in picked.paths() {
                    if !self.files.contains(&path) {
                        self.files.push(path);
                    }
                }
                self.read();
            }
            Chosen::Closed if self.files.is_empty() => return Answer::Close,
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.choosing = Some(choice),
        }
        Answer::Used
    }

    pub(super) fn on_removal(&mut self, mut choice: Choice<PathBuf>, event: Event<'_>) {
        match choice.on(event) {
            Chosen::Picked(path) => self.take_out(&path),
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.removing = Some(choice),
        }
    }

    /// Takes a file out; without any there is nothing but to choose one.
    pub(super) fn take_out(&mut self, path: &PathBuf) {
        self.files.retain(|file| file != path);
        if self.files.is_empty() {
            (self.plan, self.said, self.kept, self.unknown) = (None, None, None, None);
            self.options = ImportOptions::default();
            self.list();
            self.choose_file();
        } else {
            self.read();
        }
    }

    pub(super) fn on_site(&mut self, mut choice: Choice<Option<String>>, event: Event<'_>) {
        match choice.on(event) {
            Chosen::Picked(site) => {
                self.options.site = site;
                self.read();
            }
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.siting = Some(choice),
        }
    }

    pub(super) fn on_mapping(&mut self, mut screen: MappingScreen, event: Event<'_>) -> Answer<Message> {
        let look = Rc::clone(&self.look);
        match screen.on(event, &look) {
            Mapped::Closed => {}
            Mapped::Done(mapping) => {
                self.options.mapping = Some(mapping);
                self.read();
            }
            Mapped::Again { headless, action } => {
                action.map(|action| self.choose(action));
                self.outline(headless);
                self.mapping = Some(screen);
            }
            answer => {
                self.mapping = Some(screen);
                return if answer == Mapped::Passed { Answer::Passed } else { Answer::Used };
            }
        }
        Answer::Used
    }

    /// Reads the columns of the file that nobody knows, or of the first one.
    pub(super) fn outline(&mut self, headless: bool) {
        if let Some(file) = self.unknown.clone().or_else(|| self.files.first().cloned()) {
            self.worker.ask(Job::Outline(file, self.options.clone(), headless));
        }
    }

    pub(super) fn on_confirm(&mut self, mut confirm: Confirm, event: Event<'_>) -> Answer<Message> {
        match confirm.on(event) {
            Confirmed::Yes => {
                self.options.confirm_vanished = self.plan.as_ref().map(|plan| plan.counts.vanished);
                self.import();
            }
            Confirmed::No => {}
            Confirmed::Used | Confirmed::Passed => self.confirm = Some(confirm),
        }
        Answer::Used
    }
}
