//! Standard output, without the lock and the buffer of the standard library.

use std::io;

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

/// Says whether standard output takes bytes within `limit`; a terminal that is gone does, and answers with an error.
pub(super) fn is_writable(limit: &Timespec) -> bool {
    let stdout = rustix::stdio::stdout();
    let mut fds = [PollFd::new(&stdout, PollFlags::OUT)];
    matches!(rustix::event::poll(&mut fds, Some(limit)), Ok(1..))
}

/// Writes once to standard output and returns what is left.
pub(super) fn write_some(bytes: &[u8]) -> io::Result<&[u8]> {
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
