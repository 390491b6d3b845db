//! Takes the terminal and gives it back, exactly once, whoever asks first.

use std::io::{self, Read};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::event::Timespec;
use rustix::process::{Signal, getpid, getsid, kill_current_process_group};
use rustix::termios::{OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetwinsize, tcsetattr};
use signal_hook::SigId;
use signal_hook::consts::SIGCONT;

use super::stdout::{is_writable, write_some};

/// Alternate screen, marked pastes, hidden cursor, no wrapping at the right edge.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h\x1b[?25l\x1b[?7l";

/// The way back, in the opposite order.
const LEAVE: &[u8] = b"\x1b[m\x1b[?7h\x1b[?25h\x1b[?2004l\x1b[?1049l";

/// How long a terminal that takes nothing is waited for when it is given back.
const LAST_WRITE: Timespec = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };

/// What is known of the terminal, for every thread that may have to give it back.
struct State {
    /// The settings to put back; present as long as the terminal is ours.
    found: Option<Termios>,
    /// The process is ending: nobody takes the terminal again.
    over: bool,
}

static STATE: Mutex<State> = Mutex::new(State { found: None, over: false });

/// Whether frames may be written: the same as `found` being there, without waiting for its lock.
static OPEN: AtomicBool = AtomicBool::new(false);

/// Why the console cannot take the terminal.
#[derive(Debug, thiserror::Error)]
pub enum TermError {
    /// Standard input is a file, a pipe or closed (S-89).
    #[error("standard input is not a terminal")]
    InputNotATerminal,
    /// Standard output is a file, a pipe or closed (S-89).
    #[error("standard output is not a terminal")]
    OutputNotATerminal,
    /// The terminal is already taken by this process.
    #[error("the terminal is already taken")]
    Taken,
    /// The terminal refused.
    #[error("the terminal refused: {0}")]
    Io(#[from] io::Error),
}

/// What became of a request to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// This process does not stop (S-88): kiosk mode, or nobody above to continue it.
    Refused,
    /// It stopped and goes on; the screen must be drawn whole.
    Continued,
}

/// The terminal, taken; dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    may_stop: bool,
    /// Receives a byte with each SIGCONT.
    continued: UnixStream,
    handler: SigId,
}

impl Terminal {
    /// Takes the terminal: raw mode, alternate screen, marked pastes, no cursor. The title is never set.
    ///
    /// `may_stop` is `false` in kiosk mode; a session leader never stops either (S-88). Install the
    /// [fault hook](super::install_fault_hook) and the [signal thread](super::watch_signals) before.
    ///
    /// # Errors
    ///
    /// Returns an error when standard input or output is not a terminal, or refuses.
    pub fn enter(may_stop: bool) -> Result<Self, TermError> {
        if !rustix::termios::isatty(rustix::stdio::stdin()) {
            return Err(TermError::InputNotATerminal);
        }
        if !rustix::termios::isatty(rustix::stdio::stdout()) {
            return Err(TermError::OutputNotATerminal);
        }
        let (continued, write) = UnixStream::pair()?;
        let handler = signal_hook::low_level::pipe::register(SIGCONT, write)?;
        let leads = getsid(None).is_ok_and(|session| session == getpid());
        let mut state = lock();
        if state.found.is_some() {
            return Err(TermError::Taken);
        }
        state.found = Some(tcgetattr(rustix::stdio::stdin()).map_err(io::Error::from)?);
        if let Err(error) = take(&state) {
            give_back(&mut state);
            return Err(error.into());
        }
        // Only now: an error must not drop, and so give back, what another one took.
        Ok(Self { may_stop: may_stop && !leads, continued, handler })
    }

    /// Returns the columns and rows of the terminal, 80x24 when it does not say.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        size()
    }

    /// Gives the terminal back, stops the process group and, once continued, takes the terminal again.
    pub fn stop(&self) -> Stop {
        if !self.may_stop {
            return Stop::Refused;
        }
        let settings = lock().found.clone();
        restore();
        self.forget_continued();
        // Not SIGTSTP, which is caught; the whole group, as the terminal itself would do.
        if kill_current_process_group(Signal::STOP).is_ok() {
            // Another thread may be the one that takes the signal, a moment later: wait to be continued.
            let _ = (&self.continued).read(&mut [0]);
        }
        lock().found = settings;
        retake();
        Stop::Continued
    }

    fn forget_continued(&self) {
        if self.continued.set_nonblocking(true).is_ok() {
            while matches!((&self.continued).read(&mut [0; 16]), Ok(1..)) {}
        }
        let _ = self.continued.set_nonblocking(false);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        signal_hook::low_level::unregister(self.handler);
        restore();
    }
}

/// Returns the columns and rows of the terminal, 80x24 when it does not say.
pub(super) fn size() -> (u16, u16) {
    match tcgetwinsize(rustix::stdio::stdout()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => (80, 24),
    }
}

/// Says whether the terminal is ours to write to.
pub(super) fn is_open() -> bool {
    OPEN.load(Ordering::Acquire)
}

/// Gives the terminal back if it is taken. Never panics, never waits long, and returns only when it is done, even if
/// another thread began (S-86).
pub(super) fn restore() {
    give_back(&mut lock());
}

/// Gives the terminal back for good: a loop that still runs cannot take it again.
pub(super) fn restore_for_good() {
    let mut state = lock();
    give_back(&mut state);
    state.over = true;
}

/// Takes the terminal again after the process was stopped: a shell has used it in between.
pub(super) fn retake() {
    let _ = take(&lock());
}

fn lock() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn take(state: &State) -> io::Result<()> {
    let Some(mut settings) = state.found.clone().filter(|_| !state.over) else { return Ok(()) };
    settings.make_raw();
    tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings)?;
    write_now(ENTER);
    OPEN.store(true, Ordering::Release);
    Ok(())
}

fn give_back(state: &mut State) {
    let Some(settings) = state.found.take() else { return };
    OPEN.store(false, Ordering::Release);
    write_now(LEAVE);
    // The rest of a paste must not run in the shell.
    let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
    let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, &settings);
}

/// Writes as far as the terminal takes it; on a dead one there is nobody to tell.
fn write_now(mut bytes: &[u8]) {
    while !bytes.is_empty() && is_writable(&LAST_WRITE) {
        match write_some(bytes) {
            Ok(rest) => bytes = rest,
            Err(_) => return,
        }
    }
}
