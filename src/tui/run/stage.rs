//! The screen that is shown, and the one that comes first.

use super::super::app::App;
use super::super::ends::{Left, RunError};
use super::super::gate::Gate;
use super::super::term::Waker;
use super::super::theme::Look;
use crate::service::{Console, Result, Settings, Welcome, is_unclaimed};

/// The screen that is shown.
pub(super) enum Stage {
    /// Nobody is signed in.
    Gate(Box<Gate>),
    /// Somebody is.
    App(Box<App>),
    /// Locked: the console behind the gate keeps what was open.
    Locked(Box<Gate>, Box<App>),
}

/// Why nothing is shown any more.
pub(super) enum Out {
    /// The program ends as it should.
    Left(Left),
    /// The terminal or the store cannot be used any more.
    Broken(RunError),
}

impl<E: Into<RunError>> From<E> for Out {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

/// What is shown after an input.
pub(super) type Step = std::result::Result<Stage, Out>;

/// What the console begins with.
pub(super) enum First {
    /// Somebody has to sign in.
    Gate(Box<Gate>),
    /// Somebody is signed in already.
    In(Box<Console>, Option<Welcome>),
}

/// What to begin with.
pub(super) fn first_stage(
    settings: Settings,
    username: Option<String>,
    console: Option<(Console, Option<Welcome>)>,
    kiosk: bool,
    look: &Look,
    waker: &Waker,
) -> Result<First> {
    if let Some((console, welcome)) = console {
        return Ok(First::In(Box::new(console), welcome));
    }
    let unclaimed = !settings.path.exists() || is_unclaimed(&settings.path, settings.opening)?;
    // S-17: an unclaimed store must not be claimable by the first person to connect.
    if unclaimed && !kiosk {
        return Ok(First::Gate(Box::new(Gate::set_up(settings, look, waker.clone()))));
    }
    Ok(First::Gate(Box::new(Gate::sign_in(settings, username, look, waker.clone())?)))
}

impl Stage {
    /// Takes pasted text.
    pub fn paste(mut self, text: &str) -> Self {
        match &mut self {
            Self::Gate(gate) | Self::Locked(gate, _) => gate.paste(text),
            Self::App(app) => app.paste(text),
        }
        self
    }
}
