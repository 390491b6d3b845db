//! The work of the gate, off the drawing thread: hashing takes as long as it should.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use zeroize::Zeroizing;

use super::super::term::Waker;
use crate::service::{Console, Founding, Result, Settings, Welcome, found};

/// What the screen asks for.
pub(super) enum Asked {
    /// Make the store, and sign its owner in.
    Found(Box<Founding>),
    /// Sign somebody in.
    SignIn {
        /// Who it is.
        username: String,
    },
    /// Change a temporary password.
    NewPassword {
        /// The temporary one.
        old: Zeroizing<String>,
    },
    /// Open the lock.
    Unlock,
}

/// The work with what it needs.
pub(super) struct Job {
    /// What is asked for.
    pub asked: Asked,
    /// Where the store is.
    pub settings: Settings,
    /// The console on it, where it is open already.
    pub console: Option<Console>,
    /// What was typed.
    pub password: Zeroizing<String>,
}

/// What the worker found.
pub(super) struct Done {
    /// None where the store could not even be opened.
    pub console: Option<Console>,
    /// What came of it.
    pub outcome: Result<Outcome>,
}

/// What came of the work.
pub(super) enum Outcome {
    /// Somebody is signed in.
    Welcome(Welcome),
    /// The password is changed.
    Changed,
    /// Whether it was the password of who locked it.
    Unlocked(bool),
}

impl Job {
    /// Begins it; the main loop is woken when it is done.
    pub fn start(self, waker: Waker) -> Receiver<Done> {
        let (send, receive) = channel();
        thread::spawn(move || {
            // A main loop that is gone needs no answer.
            let _ = send.send(self.run());
            waker.wake();
        });
        receive
    }

    fn run(self) -> Done {
        let Self { asked, settings, console, password } = self;
        let opened = match (&asked, console) {
            (Asked::Found(founding), _) => {
                found(&settings.path, settings.opening, &settings.clock, founding, &password)
                    .and_then(|()| Console::open(settings))
            }
            (_, Some(console)) => Ok(console),
            (_, None) => Console::open(settings),
        };
        let mut console = match opened {
            Ok(console) => console,
            Err(error) => return Done { console: None, outcome: Err(error) },
        };
        let outcome = match &asked {
            Asked::Found(founding) => sign_in(&mut console, &founding.owner, &password),
            Asked::SignIn { username } => sign_in(&mut console, username, &password),
            Asked::NewPassword { old } => console.set_own_password(old, &password).map(|_| Outcome::Changed),
            Asked::Unlock => console.is_own_password(&password).map(Outcome::Unlocked),
        };
        Done { console: Some(console), outcome }
    }
}

/// How long the turn of the account is waited for, in milliseconds (S-13).
const WAIT: i64 = 1_000;

fn sign_in(console: &mut Console, username: &str, password: &str) -> Result<Outcome> {
    console.sign_in(username, password, WAIT).map(Outcome::Welcome)
}
