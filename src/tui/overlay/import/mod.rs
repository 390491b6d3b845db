//! The import session: files, what was recognised, the plan to look through, and its application.

mod draw;
mod files;
mod mapping;
mod options;
mod over;
mod rows;
mod taken;
mod worker;

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use super::super::action::{Action, key_name};
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use super::super::widget::choice::{Choice, Item};
use super::super::widget::confirm::Confirm;
use super::super::widget::scroll::Scroll;
use super::Message;
use crate::domain::catalogue::Catalogue;
use crate::domain::id::EntryNo;
use crate::domain::refusal::Code;
use crate::service::Result;
use crate::service::import::{ImportOptions, ImportPlan};
use crate::service::view::{Filter, From, List, Query, Sort};
use crate::text::{Shown, show};
use files::{Pick, Root};
use mapping::MappingScreen;
use rows::{Kind, Line};
use worker::{Job, Worker};

/// The import as a layer over the panes.
pub struct ImportLayer {
    look: Rc<Look>,
    catalogue: Arc<Catalogue>,
    worker: Worker,
    root: Root,
    /// The folder that files are chosen in.
    folder: PathBuf,
    choosing: Option<Choice<Pick>>,
    /// The choice of the file that is taken out.
    removing: Option<Choice<PathBuf>>,
    /// The choice of the site of new users.
    siting: Option<Choice<Option<String>>>,
    mapping: Option<MappingScreen>,
    confirm: Option<Confirm>,
    files: Vec<PathBuf>,
    /// The file that nobody knows, of which the columns can be mapped.
    unknown: Option<PathBuf>,
    options: ImportOptions,
    /// The sites, by code and name.
    sites: Vec<(String, String)>,
    plan: Option<Box<ImportPlan>>,
    only: Option<Kind>,
    lines: Vec<Line>,
    scroll: Scroll,
    said: Option<(Shown, Tone)>,
    /// Why the last key did nothing.
    note: Option<Shown>,
    /// Where all problems are, where they are many.
    kept: Option<Shown>,
    /// What it was imported as: the entry, none where nothing changed.
    applied: Option<Option<EntryNo>>,
}

/// Opens the session on a choice of files.
///
/// # Errors
/// Why the store cannot be opened again.
pub fn open(desk: &Desk) -> Result<ImportLayer> {
    let root = Root::of(&desk.console.shelf());
    let query = Query { list: List::Sites, filter: Filter::default(), sort: Sort::Name, descending: false };
    let sites = desk.console.public_page(&query, &From::Start, 200).unwrap_or_default();
    let text = |site: &serde_json::Value, key: &str| site.get(key).and_then(|text| text.as_str()).map(str::to_owned);
    let named = |site: &serde_json::Value| text(site, "code").zip(text(site, "name"));
    Ok(ImportLayer {
        look: Rc::clone(&desk.look),
        catalogue: Arc::clone(&desk.catalogue),
        worker: Worker::start(desk.console.again()?, desk.counter.waker(), desk.look.texts.lang()),
        choosing: Some(root.choice(&root.folder, &desk.look)),
        folder: root.folder.clone(),
        root,
        removing: None,
        siting: None,
        mapping: None,
        confirm: None,
        files: Vec::new(),
        unknown: None,
        options: ImportOptions::default(),
        sites: sites.iter().filter_map(|(_, site)| named(site)).collect(),
        plan: None,
        only: None,
        lines: Vec::new(),
        scroll: Scroll::default(),
        said: None,
        note: None,
        kept: None,
        applied: None,
    })
}

impl ImportLayer {
    fn read(&mut self) {
        self.said = None;
        self.worker.ask(Job::Preview(self.files.clone(), self.options.clone()));
    }

    fn choose_file(&mut self) {
        self.choosing = Some(self.root.choice(&self.folder, &self.look));
    }

    fn list(&mut self) {
        self.lines = self.plan.as_ref().map(|plan| rows::lines(plan, self.only)).unwrap_or_default();
        self.scroll = Scroll::default();
    }

    /// Imports what the plan was made of, and nothing else.
    fn import(&mut self) {
        self.said = None;
        self.options.seen = self.plan.as_ref().map(|plan| plan.files()).unwrap_or_default();
        self.worker.ask(Job::Apply(self.files.clone(), self.options.clone()));
    }

    /// Imports, or says why not.
    fn apply(&mut self) {
        let texts = &self.look.texts;
        let Some(plan) = &self.plan else {
            // What was wrong with them may have been put right.
            let why = texts.get("import-not-unread");
            self.read();
            self.note = Some(why);
            return;
        };
        match plan.blocked.as_ref().map(|refusal| refusal.code) {
            Some(Code::ConfirmVanished) => {
                let count = plan.counts.vanished;
                let question = texts.with("import-confirm-vanished", &[("count", count.into())]);
                let title = texts.get("import-confirm-title");
                self.confirm = Some(Confirm::new(title, vec![question]).typed(&count.to_string()));
            }
            Some(_) if plan.counts.refused > 0 && !self.options.skip_refused => {
                let key = self.look.key(Action::ImportSkip, Place::Import);
                let args = [("count", plan.counts.refused.into()), ("key", key.into())];
                self.note = Some(texts.with("import-not-refused", &args));
            }
            Some(_) => self.note = Some(texts.get("import-not-so")),
            None => self.import(),
        }
    }

    fn next_kind(&mut self) {
        let Some(plan) = &self.plan else { return };
        let here = |kind: &Kind| !rows::lines(plan, Some(*kind)).is_empty();
        let kinds: Vec<Option<Kind>> = [None].into_iter().chain(Kind::ALL.into_iter().filter(here).map(Some)).collect();
        self.only = options::next(&kinds, &self.only);
        self.list();
    }

    /// What a key does where nothing is open over the session.
    fn act(&mut self, action: Action) -> Answer<Message> {
        match action {
            // What runs is stopped first; a second time leaves.
            Action::Back if self.worker.is_busy() => self.worker.stop(),
            Action::Back => return Answer::Close,
            Action::Quit | Action::Palette | Action::Help | Action::Lock => return Answer::Passed,
            Action::Undo => match self.applied {
                Some(Some(entry)) => return Answer::CloseWith(Message::Undo(entry)),
                _ => self.note = Some(self.look.texts.get("import-none-yet")),
            },
            action if self.scroll.on(action, self.lines.len()) => {}
            Action::ImportKind => self.next_kind(),
            _ if self.worker.is_busy() => self.note = Some(self.look.texts.get("import-busy")),
            _ if self.applied.is_some() => self.note = Some(self.look.texts.get("import-is-done")),
            Action::ImportFile => self.choose_file(),
            Action::ImportRemove => match self.files.as_slice() {
                [only] => self.take_out(&only.clone()),
                files => {
                    let item = |file: &PathBuf| Item::new(file.clone(), show(&file.to_string_lossy()));
                    self.removing = Some(Choice::new(files.iter().map(item).collect()));
                }
            },
            Action::ImportMapping => self.outline(false),
            Action::ImportSite => self.choose_site(),
            Action::Apply => self.apply(),
            action => {
                if self.choose(action) {
                    self.read();
                }
            }
        }
        Answer::Used
    }
}

impl Layer<Message> for ImportLayer {
    fn place(&self) -> Place {
        if self.choosing.is_some() || self.siting.is_some() || self.removing.is_some() {
            Place::Choice
        } else if let Some(screen) = &self.mapping {
            screen.place()
        } else if self.confirm.is_some() {
            Place::Confirm
        } else {
            Place::Import
        }
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.look();
        self.note = None;
        if let Some(choice) = self.choosing.take() {
            return self.on_choice(choice, event);
        }
        if let Some(choice) = self.siting.take() {
            self.on_site(choice, event);
            return Answer::Used;
        }
        if let Some(choice) = self.removing.take() {
            self.on_removal(choice, event);
            return Answer::Used;
        }
        if let Some(screen) = self.mapping.take() {
            return self.on_mapping(screen, event);
        }
        if let Some(confirm) = self.confirm.take() {
            return self.on_confirm(confirm, event);
        }
        match event {
            Event::Action(action) => self.act(action),
            Event::Unknown(key) => {
                let name = key_name(key, &self.look.texts);
                self.note = Some(self.look.texts.with("desk-unknown-key", &[("key", name.into())]));
                Answer::Used
            }
            Event::Type(_) | Event::Paste(_) => Answer::Used,
        }
    }

    fn woken(&mut self) -> Answer<Message> {
        self.look();
        Answer::Used
    }

    fn works(&self) -> bool {
        self.worker.is_busy()
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.look();
        self.draw_session(canvas);
    }

    fn offers(&self, action: Action) -> bool {
        let (busy, done) = (self.worker.is_busy(), self.applied.is_some());
        match action {
            Action::Apply => !busy && !done && self.plan.is_some(),
            Action::ImportFile | Action::ImportRemove => !busy && !done,
            Action::ImportMapping => !busy && !done && self.plan.is_none() && self.unknown.is_some(),
            Action::ImportKind => !self.lines.is_empty() || self.only.is_some(),
            Action::Undo => matches!(self.applied, Some(Some(_))),
            Action::ShowPassword => false,
            action => self.mapping.as_ref().is_none_or(|screen| screen.offers(action)),
        }
    }
}

#[cfg(test)]
mod tests;
