//! The gate: the first set-up, signing in, a password to choose, the lock. Hashing runs beside the drawing.

mod draw;
mod job;

use std::sync::mpsc::{Receiver, TryRecvError};

use zeroize::Zeroizing;

use super::action::{Action, Resolved};
use super::ends::Left;
use super::event::Event;
use super::key::Key;
use super::term::Waker;
use super::theme::Look;
use super::widget::entrance::{Entered, Entrance};
use crate::domain::value::Formula;
use crate::service::{Console, Founding, Proof, Result, ServiceError, Settings, SignInFault, Welcome};
use crate::text::Shown;
use job::{Asked, Done, Job, Outcome};

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
    /// Whether the next Esc leaves the lock, and what was open with it.
    leaving: bool,
    /// Whether the screen shows nothing but that it is too small.
    small: bool,
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
            leaving: false,
            small: false,
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
        let back = event == Event::Action(Action::Back);
        if self.small && !back {
            return Passed::No;
        }
        let asked = std::mem::take(&mut self.leaving);
        if back && matches!(self.kind, Kind::Locked) {
            self.leaving = !asked;
            return if asked { Passed::Out(Left::Unused) } else { Passed::No };
        }
        match self.entrance.on(event) {
            Entered::Used | Entered::Passed => Passed::No,
            Entered::Leave => Passed::Out(match self.kind {
                Kind::NewPassword(_) => Left::Outside(SignInFault::MustChange),
                _ if self.tries > 0 => Left::Outside(SignInFault::Refused),
                _ => Left::Unused,
            }),
            Entered::Go => {
                self.start();
                Passed::No
            }
        }
    }

    /// Takes pasted text; a password may be pasted (S-11).
    pub fn paste(&mut self, text: &str) {
        if self.work.is_none() && !self.small {
            self.entrance.on(Event::Paste(text));
        }
    }

    /// Starts the work that the form asks for.
    fn start(&mut self) {
        let password = self.entrance.take_password();
        let username = self.username.clone().unwrap_or_else(|| self.entrance.text("username"));
        let asked = match &self.kind {
            Kind::SetUp => Asked::Found(Box::new(self.founding(username))),
            Kind::SignIn => {
                self.username.get_or_insert_with(|| username.clone());
                Asked::SignIn { username }
            }
            Kind::NewPassword(old) => Asked::NewPassword { old: old.clone() },
            Kind::Locked => Asked::Unlock,
        };
        self.typed = password.clone();
        let job = Job { asked, settings: self.settings.clone(), console: self.console.take(), password };
        self.work = Some(job.start(self.waker.clone()));
    }

    /// What the first set-up says.
    fn founding(&self, owner: String) -> Founding {
        Founding {
            organisation: self.entrance.text("organisation"),
            plan: Formula::parse(&self.entrance.text("plan")).unwrap_or_default(),
            sites: vec![(self.entrance.text("site_code"), self.entrance.text("site_name"))],
            owner,
            email: self.entrance.text("email"),
        }
    }

    /// Takes what the worker found.
    pub fn look_up(&mut self, look: &Look) -> Passed {
        let Some(work) = &self.work else { return Passed::No };
        let done = match work.try_recv() {
            Ok(done) => done,
            Err(TryRecvError::Empty) => return Passed::No,
            // A worker that is gone answers nothing any more.
            Err(TryRecvError::Disconnected) => {
                let error = ServiceError::System(std::io::ErrorKind::BrokenPipe.into());
                Done { console: None, outcome: Err(error) }
            }
        };
        self.work = None;
        let typed = std::mem::take(&mut self.typed);
        match (done.console, done.outcome) {
            (Some(console), Ok(Outcome::Welcome(welcome))) if welcome.must_change => {
                self.entrance = Entrance::new_password(look, least(&console));
                self.console = Some(console);
                self.welcome = Some(welcome);
                self.kind = Kind::NewPassword(typed);
                Passed::No
            }
            (Some(console), Ok(Outcome::Welcome(welcome))) => Passed::In(Box::new(console), Some(welcome)),
            (Some(console), Ok(Outcome::Changed)) => Passed::In(Box::new(console), self.welcome.take()),
            (Some(console), Ok(Outcome::Unlocked(true))) => Passed::Unlocked(console.proof()),
            (console, Ok(_)) => {
                self.console = console;
                self.failed(look.texts.get("lock-wrong"))
            }
            (console, Err(error)) => {
                self.console = console;
                self.refused(&error, look)
            }
        }
    }

    /// Says what stands in the way: beside its field, if it is one of a field.
    fn refused(&mut self, error: &ServiceError, look: &Look) -> Passed {
        let text = self.word(error, look);
        match (&self.kind, error) {
            (Kind::SetUp | Kind::NewPassword(_), ServiceError::Refused(refusal)) => {
                let field = match refusal.field {
                    Some("owner") => "username",
                    Some("code") => "site_code",
                    Some("name") => "site_name",
                    field => field.unwrap_or_default(),
                };
                if !self.entrance.refuse(field, text.clone()) {
                    self.entrance.say(text);
                }
                Passed::No
            }
            // Nobody is kept out of a store that is not there yet, nor while it is only too early.
            (Kind::SetUp, _) | (Kind::SignIn, ServiceError::SignIn(SignInFault::Wait(_))) => {
                self.entrance.say(text);
                Passed::No
            }
            _ => self.failed(text),
        }
    }

    fn failed(&mut self, text: Shown) -> Passed {
        self.tries += 1;
        self.entrance.say(text);
        match self.kind {
            _ if self.tries < TRIES => Passed::No,
            Kind::Locked => Passed::Out(Left::SignedOut),
            _ => Passed::Out(Left::Outside(SignInFault::Refused)),
        }
    }

    fn word(&self, error: &ServiceError, look: &Look) -> Shown {
        look.texts.told(&self.settings.catalogue, &error.told())
    }
}

/// How long a password has to be at that store.
fn least(console: &Console) -> u32 {
    console.organisation().unwrap_or_default().password_min_length
}
