//! What the process is before it does anything: quiet about what it holds, and in the hands of its own failures.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use rustix::fs::Mode;
use rustix::process::{Resource, Rlimit, setrlimit, umask};

use super::failure::{Done, Failure};

/// Makes files for the user alone (S-40), leaves no core behind (S-32), and turns a file that may not grow into an error
/// of writing (S-48). Best effort: where the system refuses one, the checks of the store still hold.
pub fn harden() {
    umask(Mode::RWXG | Mode::RWXO);
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
    // A handler that does nothing: the write then fails, and says why.
    let ignored = std::sync::Arc::default();
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, ignored);
}

/// What the kiosk takes away besides: new privileges for whatever it might be tricked into starting, and more files,
/// memory or bytes in one file than it could need (S-98, S-99). Best effort as well.
pub fn confine() {
    const GIB: u64 = 1024 * 1024 * 1024;
    for (what, most) in [(Resource::Nofile, 256), (Resource::As, 4 * GIB), (Resource::Fsize, 16 * GIB)] {
        let _ = setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) });
    }
    #[cfg(target_os = "linux")]
    let _ = rustix::thread::set_no_new_privs(true);
}

/// Runs something; a fault of the program itself becomes one line without data, and exit code 1.
pub fn guarded(run: impl FnOnce() -> Done) -> Done {
    if !cfg!(debug_assertions) {
        // The message of a fault may hold data (S-90).
        set_hook(Box::new(|_| {}));
    }
    // Whatever was half done is dropped with its transaction.
    catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|_| Err(Failure::own(1, "fault")))
}
