//! The console of a person who is signed in: the tabs, the layers over them, and what keys do to both.

mod act;
mod after;
mod bulk;
mod busy;
mod draft;
mod export;
mod look;
mod orders;
mod people;
mod record;
mod ticket;
mod useful;
mod work;

use std::rc::Rc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::action::{Action, Resolved, key_name};
use super::canvas::Canvas;
use super::desk::Desk;
use super::key::Key;
use super::layer::{Event, Handled, Stack};
use super::overlay::Message;
use super::pane::{self, Pane};
use super::place::{Place, Tab};
use super::widget::{frame, hints};
use super::work::Work;
use crate::domain::command::Command;
use crate::domain::id::EntryNo;
use crate::domain::plan::Plan;
use crate::service::bulk::Bulk;
use crate::service::view::{Filter, List, Query, Sort, Tally};
use crate::service::{Result, ServiceError, SignInFault, StoreError, Turn, Welcome};
use crate::text::{Shown, show};

/// What the main loop does after an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Goes on.
    On,
    /// Leaves the program.
    Quit,
    /// Locks the console.
    Lock,
    /// Stops the process, if it may.
    Suspend,
    /// Draws everything anew.
    Redraw,
    /// Gives the terminal what was copied.
    Copy,
    /// The account or the session has ended.
    SignedOut,
}

/// The console of one person.
pub struct App {
    /// What the panes work with.
    pub desk: Desk,
    panes: Vec<(Tab, Box<dyn Pane>)>,
    open: usize,
    stack: Stack<Message>,
    prefix: Option<Key>,
    awaited: Option<after::Awaited>,
    waiting: u64,
    reviewed: Option<Plan>,
    /// What others had changed since it was staged, when that plan was made.
    moved: Vec<crate::domain::id::Subject>,
    judged: Option<Bulk>,
    turned: Option<(Turn, EntryNo, Plan)>,
    deeds: Vec<ticket::Deed>,
    approved: Option<(Vec<Command>, Plan)>,
    work: Option<Work<work::Ended>>,
    waiting_for: Option<busy::Waiting>,
    /// Until when what is being tried again is tried.
    until: Option<Duration>,
    version: i64,
    /// Whether the screen shows nothing but that it is too small.
    small: bool,
    /// Whether the selected record is read at once, without waiting for the keys to rest.
    at_once: bool,
    /// What was copied, on its way to the terminal.
    pub copied: Option<String>,
}

impl App {
    /// Opens the tabs that the person may see, the most useful first one open.
    ///
    /// # Errors
    /// Signed out, or the store.
    pub fn new(desk: Desk, welcome: Option<&Welcome>) -> Result<Self> {
        let mut app = Self {
            panes: Vec::new(),
            open: 0,
            stack: Stack::default(),
            prefix: None,
            awaited: None,
            waiting: 0,
            reviewed: None,
            moved: Vec::new(),
            judged: None,
            turned: None,
            deeds: Vec::new(),
            approved: None,
            work: None,
            waiting_for: None,
            until: None,
            version: 0,
            small: false,
            at_once: false,
            copied: None,
            desk,
        };
        app.tabs();
        // the overview is home where it may be seen, else the first tab.
        let home = app.panes.iter().position(|(tab, _)| *tab == Tab::Site && app.desk.sees("dashboard"));
        app.open = home.unwrap_or(0);
        if let Some(welcome) = welcome {
            app.desk.since = app.desk.console.since(welcome)?;
        }
        app.count_waiting();
        app.greet(welcome);
        Ok(app)
    }

    /// Draws the tabs that may be seen now; those that stay keep their state.
    fn tabs(&mut self) {
        let open = self.panes.get(self.open).map(|(tab, _)| *tab);
        let mut old = std::mem::take(&mut self.panes);
        for tab in Tab::ALL.into_iter().filter(|tab| pane::shown(*tab, &self.desk)) {
            let kept = old.iter().position(|(t, _)| *t == tab).map(|at| old.remove(at).1);
            self.panes.push((tab, kept.unwrap_or_else(|| pane::of(tab))));
        }
        self.open = open.and_then(|tab| self.panes.iter().position(|(t, _)| *t == tab)).unwrap_or(0);
    }

    fn greet(&mut self, welcome: Option<&Welcome>) {
        let texts = &self.desk.look.texts;
        let mut said = vec![texts.with("desk-welcome", &[("name", (&self.desk.actor.username).into())])];
        // The overview says it too; who may not see that is told here.
        if let Some(welcome) = welcome.filter(|_| !self.desk.sees("dashboard")) {
            if let Some(at) = welcome.last_sign_in_at {
                let at = crate::text::minute(at, &crate::text::Here);
                said.push(texts.with("desk-last", &[("at", at.into())]));
            }
            if welcome.failures > 0 {
                said.push(texts.with("desk-failures", &[("count", welcome.failures.into())]));
            }
        }
        let staged = self.desk.staged.len();
        if staged > 0 {
            let count = i64::try_from(staged).unwrap_or(i64::MAX);
            said = vec![texts.with("desk-draft-kept", &[("count", count.into())])];
        }
        if let Some(at) = welcome.and_then(|welcome| welcome.recovered_at) {
            let at = crate::text::minute(at, &crate::text::Here);
            said.push(texts.with("desk-recovered", &[("at", at.into())]));
        }
        let line = crate::text::Shown::join(&said, &crate::text::Shown::fixed("  "));
        self.desk.say(line);
    }

    fn count_waiting(&mut self) {
        self.waiting = 0;
        if self.desk.sees("tickets") {
            let filter = Filter::parse("status:waiting", &["status"]);
            let query = Query { list: List::Tickets, filter, sort: Sort::Queue, descending: false };
            if let Ok(Tally::Exactly(n) | Tally::AtLeast(n)) = self.desk.console.count(&query, 999) {
                self.waiting = n;
            }
        }
    }

    fn pane(&mut self) -> Option<&mut Box<dyn Pane>> {
        self.panes.get_mut(self.open).map(|(_, pane)| pane)
    }

    fn tab(&self) -> Option<Tab> {
        self.panes.get(self.open).map(|(tab, _)| *tab)
    }

    /// Where keys are looked up.
    pub fn place(&self) -> Place {
        let pane = || self.panes.get(self.open).map_or(Place::Notice, |(_, pane)| pane.place());
        self.stack.place().unwrap_or_else(pane)
    }

    /// Whether something waits for the keys to rest.
    pub fn waits(&self) -> bool {
        self.panes.get(self.open).is_some_and(|(_, pane)| pane.waits())
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key) -> Flow {
        if self.small {
            return self.unseen(key);
        }
        if self.waiting_for.is_some() {
            return self.key_while_waiting(key);
        }
        if let Some(what) = self.awaited.take() {
            self.after(what, key);
            return Flow::On;
        }
        self.desk.note_seen();
        let place = self.place();
        let prefix = self.prefix.take();
        match self.desk.look.keymap.resolve(prefix, key, place) {
            Resolved::Prefix => self.prefix = Some(key),
            Resolved::Action(action) => return self.action(action, place),
            Resolved::Text(character) => self.event(Event::Type(character), place),
            Resolved::Unknown if self.stack.is_empty() => self.of_no_use(key_name(key, &self.desk.look.texts)),
            Resolved::Unknown => self.event(Event::Unknown(key), place),
        }
        Flow::On
    }

    /// Takes a key while nothing can be seen: only what leaves works.
    fn unseen(&mut self, key: Key) -> Flow {
        (self.prefix, self.awaited) = (None, None);
        match self.desk.look.keymap.resolve(None, key, Place::Notice) {
            Resolved::Action(Action::Quit) => Flow::Quit,
            Resolved::Action(Action::Suspend) => Flow::Suspend,
            Resolved::Action(Action::Redraw) => Flow::Redraw,
            _ => Flow::On,
        }
    }

    /// Takes pasted text: never keys (S-91).
    pub fn paste(&mut self, text: &str) {
        if self.small {
            return;
        }
        let place = self.place();
        self.event(Event::Paste(text), place);
    }

    fn event(&mut self, event: Event<'_>, place: Place) {
        if self.stack.is_empty() {
            if place == Place::Filter
                && let Some((_, pane)) = self.panes.get_mut(self.open)
            {
                pane.typed(event, &mut self.desk);
            }
            return;
        }
        match (self.stack.on(event), event) {
            (Handled::Said(message), _) => drop(self.heed(message)),
            (Handled::Passed, Event::Unknown(key)) => self.of_no_use(key_name(key, &self.desk.look.texts)),
            _ => {}
        }
    }

    /// Says that a key does nothing here, on the status line and in the layer that may hide it.
    fn of_no_use(&mut self, key: Shown) {
        let text = self.desk.look.texts.with("desk-unknown-key", &[("key", key.into())]);
        self.stack.refused(None, text.clone());
        self.desk.refuse(text);
    }

    fn action(&mut self, action: Action, place: Place) -> Flow {
        self.desk.say(crate::text::Shown::default());
        match action {
            Action::Redraw => return Flow::Redraw,
            Action::Suspend => return Flow::Suspend,
            _ => {}
        }
        if !self.stack.is_empty() {
            return match self.stack.on(Event::Action(action)) {
                Handled::Used => Flow::On,
                Handled::Said(message) => self.heed(message),
                Handled::Passed if matches!(action, Action::Lock) => Flow::Lock,
                Handled::Passed if matches!(action, Action::Quit) => Flow::Quit,
                Handled::Passed if matches!(action, Action::Help | Action::Palette | Action::Why) => self.act(action),
                Handled::Passed => {
                    self.of_no_use(self.desk.look.key(action, place));
                    Flow::On
                }
            };
        }
        if place == Place::Filter {
            return self.in_filter(action);
        }
        self.act(action)
    }

    fn in_filter(&mut self, action: Action) -> Flow {
        let Some((_, pane)) = self.panes.get_mut(self.open) else { return Flow::On };
        let outcome = pane.on(action, &mut self.desk);
        match outcome {
            Ok(true) => {}
            Ok(false) => pane.typed(Event::Action(action), &mut self.desk),
            Err(error) => return self.failed(&error),
        }
        Flow::On
    }

    /// Says what went wrong; a session that has ended ends the console.
    fn failed(&mut self, error: &ServiceError) -> Flow {
        if matches!(error, ServiceError::SignIn(SignInFault::SignedOut)) {
            return Flow::SignedOut;
        }
        if matches!(error, ServiceError::Store(StoreError::Full)) && self.desk.console.give_room_back() {
            let text = self.desk.look.texts.get("store-full-released");
            self.desk.refuse(text);
            return Flow::On;
        }
        self.desk.fail(error);
        // The lock is where the password is typed; the draft and what is open wait behind it (S-29).
        if matches!(error, ServiceError::SignIn(SignInFault::ProveAgain)) { Flow::Lock } else { Flow::On }
    }

    /// Another connection changed the store: everything is read again, and stays where it is.
    pub fn refresh(&mut self) -> Flow {
        if let Err(error) = self.desk.look_again() {
            return self.failed(&error);
        }
        self.tabs();
        self.panes.iter_mut().for_each(|(_, pane)| pane.spoil());
        self.count_waiting();
        Flow::On
    }

    /// The file was touched: reads everything again if somebody else changed the store.
    pub fn refresh_if_moved(&mut self) -> Flow {
        match self.desk.console.data_version() {
            Ok(version) if version == self.version => Flow::On,
            Ok(version) => {
                self.version = version;
                self.refresh()
            }
            Err(error) => self.failed(&error),
        }
    }

    /// Draws itself with its own looks.
    pub fn paint(&mut self, buffer: &mut Buffer, cursor: &mut Option<Position>) {
        let look = Rc::clone(&self.desk.look);
        self.draw(&mut Canvas::new(buffer, cursor, &look));
    }

    /// The main loop was woken: what a layer began may be done.
    pub fn woken(&mut self) -> Flow {
        match self.stack.woken() {
            Handled::Said(message) => self.heed(message),
            Handled::Used | Handled::Passed => Flow::On,
        }
    }

    /// Waits for what a layer began.
    #[cfg(test)]
    pub fn await_work(&mut self) {
        while self.stack.works() {
            std::thread::yield_now();
            self.woken();
        }
    }

    /// Takes the counts that came in.
    pub fn counted(&mut self) {
        let answers = self.desk.counter.answers();
        self.tallied(answers);
    }

    /// Takes the counts of the questions after `seen`, once they are there.
    #[cfg(test)]
    pub fn await_counts(&mut self, seen: &mut u64) {
        let answers = self.desk.counter.wait(seen);
        self.tallied(answers);
    }

    fn tallied(&mut self, answers: Vec<(Tab, u64, Tally)>) {
        for (tab, question, tally) in answers {
            if let Some((_, pane)) = self.panes.iter_mut().find(|(t, _)| *t == tab) {
                pane.tallied(question, tally);
            }
        }
    }

    /// Reads what a screen of that size shows. `rest`: no key waits.
    pub fn read(&mut self, (width, height): (u16, u16), rest: bool) -> Flow {
        self.small = frame::is_too_small((width, height));
        let body = (width, height.saturating_sub(CHROME));
        let rest = std::mem::take(&mut self.at_once) || rest;
        let Some((_, pane)) = self.panes.get_mut(self.open) else { return Flow::On };
        match pane.read(&mut self.desk, body, rest) {
            Ok(()) => Flow::On,
            Err(error) => self.failed(&error),
        }
    }

    /// Draws the console.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        let look = canvas.look;
        let leaving = [look.key(Action::Quit, Place::Notice), Action::Quit.label(&look.texts)];
        if frame::too_small(canvas, &crate::text::Shown::join(&leaving, &crate::text::Shown::fixed(" "))) {
            return;
        }
        let (width, height) = (canvas.width(), canvas.height());
        let texts = &self.desk.look.texts;
        let level = if self.desk.actor.owner {
            texts.get("admin-owner")
        } else {
            self.desk.console.admin().map_or_else(crate::text::Shown::default, |_| texts.get("tab-person"))
        };
        let mut person = vec![show(&self.desk.actor.username)];
        person.extend((!level.is_empty()).then_some(level));
        let head = frame::Head {
            organisation: show(&self.desk.organisation),
            person: crate::text::Shown::join(&person, &crate::text::Shown::fixed(", ")),
            requests: self.desk.sees("tickets").then_some(self.waiting),
            draft: self.desk.staged.len(),
        };
        head.draw(&mut canvas.row(0));
        let tabs: Vec<Tab> = self.panes.iter().map(|(tab, _)| *tab).collect();
        if let Some(open) = self.tab() {
            frame::tabs(&mut canvas.row(1), &tabs, open, self.waiting);
        }
        canvas.rule(2);
        let place = self.place();
        let staged = !self.desk.staged.is_empty();
        let focus = self.panes.get(self.open).map(|(_, pane)| pane.focus()).unwrap_or_default();
        let body = height.saturating_sub(CHROME);
        if let Some((_, pane)) = self.panes.get_mut(self.open) {
            pane.draw(&mut canvas.part(0, 3, width, body), &self.desk);
        }
        canvas.rule(height.saturating_sub(3));
        let (status, tone) = &self.desk.status;
        let mut line = canvas.row(height.saturating_sub(2));
        let remark = self.panes.get(self.open).and_then(|(_, pane)| pane.remark()).filter(|_| status.is_empty());
        line.cell(1, 0, width.saturating_sub(2), remark.as_ref().unwrap_or(status), *tone);
        if let Some(what) = self.awaited {
            let follows = self.continuations(what);
            hints::flow(&mut canvas.part(1, height.saturating_sub(2), width.saturating_sub(2), 2), &follows);
            return;
        }
        let mut hint = canvas.part(1, height.saturating_sub(1), width.saturating_sub(2), 1);
        match self.prefix {
            Some(prefix) => hints::continuations(&mut hint, prefix, place),
            None => hints::draw(&mut hint, place, |action| {
                self.stack.offers(action)
                    && (staged || !useful::needs_draft(action))
                    && useful::here(action, place, &focus)
            }),
        }
        self.stack.draw(&mut canvas.part(0, 1, width, height.saturating_sub(2)));
    }
}

/// Rows around the pane: head, tabs, two rules, status, hints.
const CHROME: u16 = 6;
