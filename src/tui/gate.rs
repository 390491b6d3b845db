//! The gate: the first set-up, signing in, a password to choose, the lock. Hashing runs beside the drawing.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use zeroize::Zeroizing;

use super::action::Resolved;
use super::canvas::Canvas;
use super::ends::Left;
use super::key::Key;
use super::layer::Event;
use super::term::Waker;
use super::theme::{Look, Tone};
use super::widget::entrance::{Entered, Entrance};
use super::widget::frame;
use crate::domain::value::Formula;
use crate::service::{Console, Founding, Proof, Result, ServiceError, Settings, SignInFault, Welcome, found};
use crate::text::Shown;

/// After so many failures the program ends (S-13).
const TRIES: u8 = 3;

/// Which screen it is.
enum Kind {
    SetUp,
    SignIn,
    /// A temporary password has to be changed; it is kept for that alone.
    NewPassword(Zeroizing<String>),
    Locked,
}

/// What the worker found.
struct Done {
    console: Console,
    outcome: Result<Outcome>,
}

enum Outcome {
    Welcome(Welcome),
    Changed,
    Unlocked(bool),
}

/// What comes of an input.
pub enum Passed {
    /// It goes on.
    No,
    /// In, with what to say.
    In(Box<Console>, Option<Welcome>),
    /// The console is unlocked, which proves the password (S-29).
    Unlocked(Option<Proof>),
    /// Out of the program.
    Out(Left),
}

/// The screen before the console.
pub struct Gate {
    kind: Kind,
    entrance: Entrance,
    settings: Settings,
    console: Option<Console>,
    username: Option<String>,
    welcome: Option<Welcome>,
    work: Option<Receiver<Done>>,
    /// What was typed, until it is known whether it is a temporary password.
    typed: Zeroizing<String>,
    waker: Waker,
    tries: u8,
}

impl Gate {
    /// Asks who comes in, to a store that has its owner.
    ///
    /// # Errors
    /// Why the store cannot be used.
    pub fn sign_in(settings: Settings, username: Option<String>, look: &Look, waker: Waker) -> Result<Self> {
        let console = Console::open(settings.clone())?;
        let name = console.organisation()?.name;
        let entrance = match &username {
            Some(username) => Entrance::locked(look, username),
            None => Entrance::sign_in(look, &name),
        };
        Ok(Self::new(Kind::SignIn, entrance, settings, Some(console), username, waker))
    }

    /// Sets a new store up.
    pub fn set_up(settings: Settings, look: &Look, waker: Waker) -> Self {
        Self::new(Kind::SetUp, Entrance::set_up(look), settings, None, None, waker)
    }

    /// Locks a console: only the password of its person opens it again.
    pub fn lock(console: Console, username: &str, look: &Look, waker: Waker) -> Self {
        let settings = Settings::new(console.path());
        let entrance = Entrance::locked(look, username);
        Self::new(Kind::Locked, entrance, settings, Some(console), Some(username.to_owned()), waker)
    }

    fn new(
        kind: Kind,
        entrance: Entrance,
        settings: Settings,
        console: Option<Console>,
        username: Option<String>,
        waker: Waker,
    ) -> Self {
        Self {
            kind,
            entrance,
            settings,
            console,
            username,
            welcome: None,
            work: None,
            typed: Zeroizing::default(),
            waker,
            tries: 0,
        }
    }

    /// Takes a key.
    pub fn key(&mut self, key: Key, look: &Look) -> Passed {
        if self.work.is_some() {
            return Passed::No;
        }
        let event = match look.keymap.resolve(None, key, self.entrance.place()) {
            Resolved::Action(action) => Event::Action(action),
            Resolved::Text(character) => Event::Type(character),
            Resolved::Prefix | Resolved::Unknown => Event::Unknown(key),
        };
        match self.entrance.on(event) {
            Entered::Used | Entered::Passed => Passed::No,
            Entered::Leave => {
                Passed::Out(if matches!(self.kind, Kind::Locked) { Left::Unused } else { Left::SignedOut })
            }
            Entered::Go => {
                self.start(look);
                Passed::No
            }
        }
    }

    /// Takes pasted text; a password may be pasted (S-11).
    pub fn paste(&mut self, text: &str) {
        if self.work.is_none() {
            self.entrance.on(Event::Paste(text));
        }
    }

    /// Starts the work that the form asks for.
    fn start(&mut self, look: &Look) {
        let password = self.entrance.take_password();
        let username = self.username.clone().unwrap_or_else(|| self.entrance.text("username"));
        let founding = Founding {
            organisation: self.entrance.text("organisation"),
            plan: Formula::parse(&self.entrance.text("plan")).unwrap_or_default(),
            sites: vec![(self.entrance.text("site_code"), self.entrance.text("site_name"))],
            owner: username.clone(),
            email: self.entrance.text("email"),
        };
        let settings = self.settings.clone();
        let console = self.console.take();
        let (send, receive) = channel();
        let waker = self.waker.clone();
        let kind = match &self.kind {
            Kind::SetUp => None,
            Kind::SignIn => Some((false, None)),
            Kind::NewPassword(old) => Some((false, Some(old.clone()))),
            Kind::Locked => Some((true, None)),
        };
        if let Kind::SignIn = self.kind {
            self.username = self.username.clone().or(Some(username.clone()));
        }
        self.entrance.say(look.texts.get("gate-checking"));
        let typed = password.clone();
        thread::spawn(move || {
            let done = work(kind, settings, console, &founding, &username, &password);
            if let Some(done) = done {
                // A main loop that is gone needs no answer.
                let _ = send.send(done);
            }
            waker.wake();
        });
        self.work = Some(receive);
        self.typed = typed;
    }

    /// Takes what the worker found.
    pub fn look_up(&mut self, look: &Look) -> Passed {
        let Some(work) = &self.work else { return Passed::No };
        let Ok(done) = work.try_recv() else { return Passed::No };
        self.work = None;
        let typed = std::mem::take(&mut self.typed);
        match done.outcome {
            Ok(Outcome::Welcome(welcome)) if welcome.must_change => {
                self.console = Some(done.console);
                self.welcome = Some(welcome);
                self.kind = Kind::NewPassword(typed);
                self.entrance = Entrance::new_password(look, look.texts.get("gate-must-change"));
                Passed::No
            }
            Ok(Outcome::Welcome(welcome)) => Passed::In(Box::new(done.console), Some(welcome)),
            Ok(Outcome::Changed) => Passed::In(Box::new(done.console), self.welcome.take()),
            Ok(Outcome::Unlocked(true)) => Passed::Unlocked(done.console.proof()),
            Ok(Outcome::Unlocked(false)) => {
                self.console = Some(done.console);
                self.failed(look.texts.get("lock-wrong"))
            }
            Err(error) => {
                self.console = Some(done.console);
                let text = self.word(&error, look);
                match (&self.kind, &error) {
                    (Kind::SetUp | Kind::NewPassword(_), ServiceError::Refused(refusal)) => {
                        match refusal.field {
                            Some(field) => self.entrance.refuse(field, text),
                            None => self.entrance.say(text),
                        }
                        Passed::No
                    }
                    (Kind::SignIn, ServiceError::SignIn(SignInFault::Wait(_))) => {
                        self.entrance.say(text);
                        Passed::No
                    }
                    _ => self.failed(text),
                }
            }
        }
    }

    fn failed(&mut self, text: Shown) -> Passed {
        self.tries += 1;
        self.entrance.say(text);
        if self.tries >= TRIES { Passed::Out(Left::SignedOut) } else { Passed::No }
    }

    fn word(&self, error: &ServiceError, look: &Look) -> Shown {
        look.texts.told(&self.settings.catalogue, &error.told())
    }

    /// Draws the screen.
    pub fn draw(&mut self, canvas: &mut Canvas<'_>) {
        if !frame::too_small(canvas) {
            self.entrance.draw(canvas);
            if self.work.is_some() {
                let text = canvas.look.texts.get("gate-checking");
                let y = canvas.height().saturating_sub(1);
                canvas.text(1, y, &text, Tone::Dim);
            }
        }
    }
}

/// The work of a screen, off the drawing thread. None where not even the store can be opened.
fn work(
    kind: Option<(bool, Option<Zeroizing<String>>)>,
    settings: Settings,
    console: Option<Console>,
    founding: &Founding,
    username: &str,
    password: &str,
) -> Option<Done> {
    let Some((locked, old)) = kind else {
        let made = found(&settings.path, settings.opening, &settings.clock, founding, password);
        let mut console = Console::open(settings).ok()?;
        let outcome = made.and_then(|()| console.sign_in(username, password, 0).map(Outcome::Welcome));
        return Some(Done { console, outcome });
    };
    let mut console = console.or_else(|| Console::open(settings).ok())?;
    let outcome = match (locked, old) {
        (true, _) => console.is_own_password(password).map(Outcome::Unlocked),
        (false, Some(old)) => console.set_own_password(&old, password).map(|_| Outcome::Changed),
        (false, None) => console.sign_in(username, password, 1_000).map(Outcome::Welcome),
    };
    Some(Done { console, outcome })
}
