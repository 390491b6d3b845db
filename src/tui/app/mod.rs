//! The console of a person who is signed in: the tabs, the layers over them, and what keys do to both.

mod about;
mod act;
mod after;
mod bulk;
mod busy;
mod draft;
mod draw;
mod export;
mod forms;
mod go;
mod greet;
mod keys;
mod look;
mod obey;
mod orders;
mod people;
mod record;
mod send;
mod tabs;
mod ticket;
mod turn;
mod useful;
mod work;

use std::time::Duration;

use super::desk::Desk;
use super::key::Key;
use super::layer::{Handled, Stack};
use super::overlay::Message;
use super::pane::{self, Pane};
use super::place::{Place, Tab};
use super::widget::frame;
use super::work::Work;
use crate::service::view::Tally;
use crate::service::{Result, ServiceError, SignInFault, StoreError, Welcome};
use draw::CHROME;
use tabs::Tabs;

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
    tabs: Tabs,
    stack: Stack<Message>,
    prefix: Option<Key>,
    awaited: Option<after::Awaited>,
    waiting: u64,
    deeds: Vec<ticket::Deed>,
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
            tabs: Tabs::default(),
            stack: Stack::default(),
            prefix: None,
            awaited: None,
            waiting: 0,
            deeds: Vec::new(),
            work: None,
            waiting_for: None,
            until: None,
            version: 0,
            small: false,
            at_once: false,
            copied: None,
            desk,
        };
        app.show_tabs();
        // the overview is home where it may be seen, else the first tab.
        if app.desk.sees("dashboard") {
            app.tabs.go(Tab::Site);
        }
        if let Some(welcome) = welcome {
            app.desk.since = app.desk.console.since(welcome)?;
        }
        app.count_waiting();
        app.greet(welcome);
        Ok(app)
    }

    /// Has the tabs that may be seen now.
    fn show_tabs(&mut self) {
        let desk = &self.desk;
        self.tabs.show(|tab| pane::shown(tab, desk));
    }

    fn pane(&mut self) -> Option<&mut (dyn Pane + 'static)> {
        self.tabs.pane_mut()
    }

    fn tab(&self) -> Option<Tab> {
        self.tabs.open()
    }

    /// Where keys are looked up.
    pub fn place(&self) -> Place {
        let pane = || self.tabs.pane().map_or(Place::NoTab, |pane| pane.place());
        self.stack.place().unwrap_or_else(pane)
    }

    /// Whether something waits for the keys to rest.
    pub fn waits(&self) -> bool {
        self.tabs.pane().is_some_and(|pane| pane.waits())
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
        self.show_tabs();
        self.tabs.spoil();
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
            if let Some(pane) = self.tabs.of(tab) {
                pane.tallied(question, tally);
            }
        }
    }

    /// Reads what a screen of that size shows. `rest`: no key waits.
    pub fn read(&mut self, (width, height): (u16, u16), rest: bool) -> Flow {
        self.small = frame::is_too_small((width, height));
        let body = (width, height.saturating_sub(CHROME));
        let rest = std::mem::take(&mut self.at_once) || rest;
        let Some(pane) = self.tabs.pane_mut() else { return Flow::On };
        match pane.read(&mut self.desk, body, rest) {
            Ok(()) => Flow::On,
            Err(error) => self.failed(&error),
        }
    }
}
