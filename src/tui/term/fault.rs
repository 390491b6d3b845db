//! What happens when the program finds itself wrong (S-86).

use std::backtrace::Backtrace;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use super::ending::{EndReason, Ending};
use super::guard;

/// Files of this process so far.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// Where the trace of a fault goes, and what the person is told.
#[derive(Clone, Debug)]
pub struct FaultReport {
    /// The directory of the trace; one file, readable by this account only.
    pub directory: PathBuf,
    /// One sentence without data, in the language of the person; the path of the trace follows it.
    pub notice: String,
}

/// Installs the panic hook: terminal given back, trace in a file, one line on standard error.
///
/// A panic of the calling thread then unwinds, which rolls back what was open; in any other thread it ends the process
/// through `ending` with status 101. The message of the panic may hold data: it goes to the file only.
pub fn install_fault_hook(report: FaultReport, ending: Ending) {
    let main = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        let is_main = thread::current().id() == main;
        // Before the terminal goes: the main loop that sees it gone must not end the process for another reason.
        if !is_main && !ending.begin() {
            return;
        }
        guard::restore();
        let line = match write_trace(&report.directory, info) {
            Ok(path) => format!("{} {}\n", report.notice, path.display()),
            Err(_) => format!("{}\n", report.notice),
        };
        // No macro and no lock of the standard library: they panic on a dead terminal.
        let _ = rustix::io::write(rustix::stdio::stderr(), line.as_bytes());
        if !is_main {
            ending.finish(EndReason::Fault);
        }
    }));
}

fn write_trace(directory: &Path, info: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = directory.join(format!("fault-{}-{number}.txt", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
    let thread = thread::current();
    writeln!(file, "guichet {}, thread {}", env!("CARGO_PKG_VERSION"), thread.name().unwrap_or("without a name"))?;
    writeln!(file, "{info}\n\n{}", Backtrace::force_capture())?;
    file.sync_all()?;
    Ok(path)
}
