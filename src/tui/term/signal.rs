//! Signals: those that end the process, and those that the main loop hears of.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH, SIGXFSZ};
use signal_hook::iterator::Signals;
use signal_hook::iterator::backend::SignalDelivery;
use signal_hook::iterator::exfiltrator::SignalOnly;

use super::ending::{EndReason, Ending};

/// Starts the thread that ends the process on SIGHUP, SIGTERM, SIGINT and SIGQUIT (S-87).
///
/// Works also where the parent had them ignored. A write past the size limit becomes an error instead of a death; so is
/// one into a closed pipe, which the standard library arranges. Call it once, before the terminal is taken.
///
/// # Errors
///
/// Returns the error of the system when a handler or the thread cannot be had.
pub fn watch_signals(ending: Ending) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGTERM, SIGINT, SIGQUIT])?;
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)))?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            ending.end(match signal {
                SIGTERM => EndReason::Terminated,
                SIGINT => EndReason::Interrupted,
                SIGQUIT => EndReason::Quit,
                _ => EndReason::HangUp,
            });
        }
    })?;
    Ok(())
}

/// What the main loop must hear of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// The terminal has another size.
    pub(super) resized: bool,
    /// Somebody asked the process to stop.
    pub(super) stop: bool,
    /// The process goes on after it was stopped.
    pub(super) continued: bool,
}

/// A descriptor that becomes readable with SIGWINCH, SIGTSTP and SIGCONT.
#[derive(Debug)]
pub(super) struct LoopSignals {
    delivery: SignalDelivery<UnixStream, SignalOnly>,
}

impl LoopSignals {
    pub(super) fn new() -> io::Result<Self> {
        let (read, write) = UnixStream::pair()?;
        let wanted = [SIGWINCH, SIGTSTP, SIGCONT];
        Ok(Self { delivery: SignalDelivery::with_pipe(read, write, SignalOnly, wanted)? })
    }

    /// Returns what came since the last call.
    pub(super) fn drain(&mut self) -> Heard {
        let mut heard = Heard::default();
        for signal in self.delivery.pending() {
            match signal {
                SIGWINCH => heard.resized = true,
                SIGTSTP => heard.stop = true,
                _ => heard.continued = true,
            }
        }
        heard
    }
}

impl AsFd for LoopSignals {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.delivery.get_read().as_fd()
    }
}
