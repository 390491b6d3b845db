//! Where frames go.

use std::io;

use rustix::event::Timespec;

use crate::tui::term::guard;
use crate::tui::term::stdout::{is_writable, write_some};

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
