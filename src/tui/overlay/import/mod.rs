//! The import session: files, what was recognised, the plan to look through, and its application.

mod draw;
mod files;
mod rows;
mod worker;

use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;

use super::super::action::Action;
use super::super::canvas::Canvas;
use super::super::desk::Desk;
use super::super::event::Event;
use super::super::layer::{Answer, Layer};
use super::super::place::Place;
use super::super::theme::{Look, Tone};
use super::super::widget::choice::{Choice, Chosen, Item};
use super::super::widget::confirm::{Confirm, Confirmed};
use super::super::widget::scroll::Scroll;
use super::Message;
use crate::domain::catalogue::Catalogue;
use crate::domain::refusal::Code;
use crate::service::import::{Encoding, ImportOptions, ImportPlan, Unmatched};
use crate::service::view::{Filter, From, List, Query, Sort};
use crate::service::{Result, ServiceError};
use crate::text::{Shown, show};
use files::Root;
use rows::{Kind, Line};
use worker::{Job, Outcome, Worker};

/// The delimiters that can be chosen, after the one that is recognised.
const DELIMITERS: [Option<u8>; 5] = [None, Some(b','), Some(b';'), Some(b'\t'), Some(b'|')];

/// The import as a layer over the panes.
pub struct ImportLayer {
    look: Rc<Look>,
    catalogue: Arc<Catalogue>,
    worker: Worker,
    root: Root,
    choosing: Option<Choice<PathBuf>>,
    /// The choice of the site of new users.
    siting: Option<Choice<Option<String>>>,
    confirm: Option<Confirm>,
    files: Vec<PathBuf>,
    options: ImportOptions,
    /// The sites, by code and name.
    sites: Vec<(String, String)>,
    plan: Option<Box<ImportPlan>>,
    only: Option<Kind>,
    lines: Vec<Line>,
    scroll: Scroll,
    said: Option<(Shown, Tone)>,
    /// Where all problems are, where they are many.
    kept: Option<Shown>,
    applied: bool,
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
        choosing: Some(root.choice(&root.folder)),
        root,
        siting: None,
        confirm: None,
        files: Vec::new(),
        options: ImportOptions::default(),
        sites: sites.iter().filter_map(|(_, site)| named(site)).collect(),
        plan: None,
        only: None,
        lines: Vec::new(),
        scroll: Scroll::default(),
        said: None,
        kept: None,
        applied: false,
    })
}

impl ImportLayer {
    fn read(&mut self) {
        self.said = None;
        self.worker.ask(Job::Preview(self.files.clone(), self.options.clone()));
    }

    /// Takes what the worker has done meanwhile.
    fn look(&mut self) {
        if let Some(outcome) = self.worker.outcome() {
            self.take(outcome);
        }
    }

    fn take(&mut self, outcome: Outcome) {
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
                self.plan = Some(plan);
                self.list();
            }
            Outcome::Applied(entry, plan) => {
                let said = match entry {
                    Some(entry) => texts.with("import-applied", &[("entry", entry.into())]),
                    None => texts.get("import-nothing-to-do"),
                };
                self.said = Some((said, Tone::Strong));
                self.plan = Some(plan);
                self.applied = true;
                self.list();
            }
            Outcome::Unreadable(file) => {
                let args = [("file", show(&file).into())];
                self.said = Some((texts.with("import-unreadable", &args), Tone::Refused));
            }
            Outcome::Failed(error) => {
                self.said = Some((texts.told(&self.catalogue, &error.told()), Tone::Refused));
            }
        }
    }

    fn list(&mut self) {
        self.lines = self.plan.as_ref().map(|plan| rows::lines(plan, self.only)).unwrap_or_default();
        self.scroll = Scroll::default();
    }

    fn on_choice(&mut self, mut choice: Choice<PathBuf>, event: Event<'_>) -> Answer<Message> {
        match choice.on(event) {
            Chosen::Picked(path) if path.is_dir() => self.choosing = Some(self.root.choice(&path)),
            Chosen::Picked(path) => {
                if !self.files.contains(&path) {
                    self.files.push(path);
                }
                self.read();
            }
            Chosen::Closed if self.files.is_empty() => return Answer::Close,
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.choosing = Some(choice),
        }
        Answer::Used
    }

    fn on_site(&mut self, mut choice: Choice<Option<String>>, event: Event<'_>) {
        match choice.on(event) {
            Chosen::Picked(site) => {
                self.options.site = site;
                self.read();
            }
            Chosen::Closed => {}
            Chosen::Used | Chosen::Passed => self.siting = Some(choice),
        }
    }

    /// Imports what the plan was made of, and nothing else.
    fn import(&mut self) {
        self.said = None;
        self.options.seen = self.plan.as_ref().map(|plan| plan.files()).unwrap_or_default();
        self.worker.ask(Job::Apply(self.files.clone(), self.options.clone()));
    }

    fn on_confirm(&mut self, mut confirm: Confirm, event: Event<'_>) -> Answer<Message> {
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

    /// Changes a choice and reads again.
    fn choose(&mut self, action: Action) -> bool {
        let options = &mut self.options;
        match action {
            Action::ImportEncoding => {
                let all: Vec<Option<Encoding>> = [None].into_iter().chain(Encoding::ALL.map(Some)).collect();
                options.encoding = next(&all, &options.encoding);
            }
            Action::ImportDelimiter => options.delimiter = next(&DELIMITERS, &options.delimiter),
            Action::ImportSite => {
                let none = Item::new(None, self.look.texts.nothing());
                let sites =
                    self.sites.iter().map(|(code, name)| Item::new(Some(code.clone()), show(code)).remark(show(name)));
                self.siting = Some(Choice::new([none].into_iter().chain(sites).collect()));
                return true;
            }
            Action::ImportSkip => options.skip_refused = !options.skip_refused,
            Action::ImportComplete => options.complete = !options.complete,
            Action::ImportMatches => options.matching.accept_likely = !options.matching.accept_likely,
            Action::ImportUnmatched => {
                let all = [Unmatched::Leave, Unmatched::Manual, Unmatched::Contact];
                options.matching.unmatched = next(&all, &options.matching.unmatched);
            }
            _ => return false,
        }
        self.read();
        true
    }

    fn apply(&mut self) {
        let Some(plan) = &self.plan else { return };
        match plan.blocked.as_ref().map(|refusal| refusal.code) {
            Some(Code::ConfirmVanished) => {
                let texts = &self.look.texts;
                let count = plan.counts.vanished;
                let question = texts.with("import-confirm-vanished", &[("count", count.into())]);
                let title = texts.get("import-confirm-title");
                self.confirm = Some(Confirm::new(title, vec![question]).typed(&count.to_string()));
            }
            Some(_) => {}
            None => self.import(),
        }
    }
}

/// The next of several values, round and round.
fn next<T: Clone + PartialEq>(all: &[T], now: &T) -> T {
    let at = all.iter().position(|value| value == now).map_or(0, |at| (at + 1) % all.len());
    all[at].clone()
}

impl Layer<Message> for ImportLayer {
    fn place(&self) -> Place {
        match (&self.choosing, &self.confirm) {
            (Some(_), _) => Place::Choice,
            _ if self.siting.is_some() => Place::Choice,
            (_, Some(_)) => Place::Confirm,
            _ => Place::Import,
        }
    }

    fn on(&mut self, event: Event<'_>) -> Answer<Message> {
        self.look();
        if let Some(choice) = self.choosing.take() {
            return self.on_choice(choice, event);
        }
        if let Some(choice) = self.siting.take() {
            self.on_site(choice, event);
            return Answer::Used;
        }
        if let Some(confirm) = self.confirm.take() {
            return self.on_confirm(confirm, event);
        }
        let Event::Action(action) = event else { return Answer::Used };
        match action {
            // What runs is stopped first; a second time leaves.
            Action::Back if self.worker.is_busy() => self.worker.stop(),
            Action::Back => return Answer::Close,
            Action::Quit | Action::Palette | Action::Help | Action::Lock => return Answer::Passed,
            _ if self.worker.is_busy() || self.applied => drop(self.scroll.on(action, self.lines.len())),
            Action::ImportFile => self.choosing = Some(self.root.choice(&self.root.folder)),
            Action::ImportKind => {
                let here = |kind: &Kind| self.plan.as_ref().is_some_and(|p| !rows::lines(p, Some(*kind)).is_empty());
                let kinds: Vec<Option<Kind>> =
                    [None].into_iter().chain(Kind::ALL.into_iter().filter(here).map(Some)).collect();
                self.only = next(&kinds, &self.only);
                self.list();
            }
            Action::Apply => self.apply(),
            action => {
                let _ = self.choose(action) || self.scroll.on(action, self.lines.len());
            }
        }
        Answer::Used
    }

    fn draw(&mut self, canvas: &mut Canvas<'_>) {
        self.look();
        self.draw_session(canvas);
    }
}

#[cfg(test)]
mod tests;
