//! Where frames go.

use std::io;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use crate::tui::term::guard;

/// A place that takes frames, and knows when it cannot.
pub trait Output {
    /// Says whether a write would be taken now, without waiting.
    fn ready(&mut self) -> bool;

    /// Writes the whole of `bytes`.
    ///
    /// # Errors
    ///
    /// Returns the error of the write; a terminal that is gone gives one, and so does one that was given back.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
}

/// Standard output, written without the lock and the buffer of the standard library.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tty;

impl Output for Tty {
    fn ready(&mut self) -> bool {
        is_writable(&Timespec { tv_sec: 0, tv_nsec: 0 })
    }

    fn write_all(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            if !guard::is_open() {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            bytes = write_some(bytes)?;
        }
        Ok(())
    }
}

/// Says whether standard output takes bytes within `limit`; a terminal that is gone does, and answers with an error.
pub(in crate::tui::term) fn is_writable(limit: &Timespec) -> bool {
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    matches!(rustix::event::poll(&mut fds, Some(limit)), Ok(1..))
}

/// Writes once to standard output and returns what is left.
pub(in crate::tui::term) fn write_some(bytes: &[u8]) -> io::Result<&[u8]> {
    match rustix::io::write(rustix::stdio::stdout(), bytes) {
        Ok(0) => Err(io::ErrorKind::WriteZero.into()),
        Ok(written) => Ok(&bytes[written..]),
        Err(Errno::INTR) => Ok(bytes),
        Err(Errno::AGAIN) => {
            // Somebody made the descriptor non-blocking for us: wait as a blocking write would.
            is_writable(&Timespec { tv_sec: 1, tv_nsec: 0 });
            Ok(bytes)
        }
        Err(error) => Err(error.into()),
    }
}
