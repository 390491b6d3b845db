//! The one way out that does not wait for the main loop.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use signal_hook::low_level::exit;

use super::guard;

/// How long the closing work may take; with the terminal given back, the process is gone within one second (S-87).
const GRACE: Duration = Duration::from_millis(800);

/// When the process goes whatever hangs (S-87).
const HARD: Duration = Duration::from_secs(2);

/// Why the process ends from outside the main loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndReason {
    /// The terminal or the connection is gone: SIGHUP, end of input, an input error.
    HangUp,
    /// SIGTERM.
    Terminated,
    /// SIGINT from outside; Ctrl-C on the keyboard is a key.
    Interrupted,
    /// SIGQUIT from outside.
    Quit,
    /// A panic in a thread other than the main one.
    Fault,
}

impl EndReason {
    /// Returns the exit status of the process: 128 and the signal, or 101 after a fault.
    #[must_use]
    pub fn exit_code(self) -> i32 {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
        match self {
            Self::HangUp => 128 + SIGHUP,
            Self::Terminated => 128 + SIGTERM,
            Self::Interrupted => 128 + SIGINT,
            Self::Quit => 128 + SIGQUIT,
            Self::Fault => 101,
        }
    }
}

type Closing = Box<dyn FnOnce(EndReason) + Send>;

/// Ends the process once, from any thread: closing work, terminal given back, exit.
#[derive(Clone)]
pub struct Ending {
    inner: Arc<Inner>,
}

struct Inner {
    begun: AtomicBool,
    closing: Mutex<Option<Closing>>,
}

impl Ending {
    /// Creates the way out; `closing` runs in a thread of its own, closes the session row and must not need the main
    /// loop. It gets 0.8 seconds.
    pub fn new(closing: impl FnOnce(EndReason) + Send + 'static) -> Self {
        let closing: Option<Closing> = Some(Box::new(closing));
        Self { inner: Arc::new(Inner { begun: AtomicBool::new(false), closing: Mutex::new(closing) }) }
    }

    /// Ends the process. If another thread is at it already, waits to go with it.
    pub fn end(&self, reason: EndReason) -> ! {
        if !self.begin() {
            loop {
                thread::park();
            }
        }
        self.finish(reason)
    }

    /// Takes the ending for this thread; `false` when another has it.
    pub(super) fn begin(&self) -> bool {
        !self.inner.begun.swap(true, Ordering::AcqRel)
    }

    /// Ends the process, for the thread that [began](Self::begin).
    pub(super) fn finish(&self, reason: EndReason) -> ! {
        let code = reason.exit_code();
        let _ = thread::Builder::new().name("watchdog".into()).spawn(move || {
            thread::sleep(HARD);
            exit(code)
        });
        let closing = self.inner.closing.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(closing) = closing {
            let (done, wait) = mpsc::channel();
            let started = thread::Builder::new().name("closing".into()).spawn(move || {
                closing(reason);
                let _ = done.send(());
            });
            if started.is_ok() {
                let _ = wait.recv_timeout(GRACE);
            }
        }
        guard::restore_for_good();
        exit(code)
    }
}

impl std::fmt::Debug for Ending {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ending").field("begun", &self.inner.begun).finish_non_exhaustive()
    }
}
