//! Standard output: takes nothing but what is safe to show.

use std::io::{BufWriter, StdoutLock, Write, stdout};

use super::failure::{Done, Failure};
use crate::text::Shown;

/// Standard output, buffered; a failure to write is a failure of the subcommand.
pub struct Out(BufWriter<StdoutLock<'static>>);

impl Out {
    /// Takes standard output.
    pub fn new() -> Self {
        Self(BufWriter::with_capacity(64 * 1024, stdout().lock()))
    }

    /// Writes a line.
    pub fn line(&mut self, text: &Shown) -> Done {
        writeln!(self.0, "{text}").map_err(Failure::Output)
    }

    /// Writes a text without a line end.
    pub fn part(&mut self, text: &Shown) -> Done {
        write!(self.0, "{text}").map_err(Failure::Output)
    }

    /// Writes what the program itself made, without any data in it: completions, the manual page, help.
    pub fn made(&mut self, bytes: &[u8]) -> Done {
        self.0.write_all(bytes).map_err(Failure::Output)
    }

    /// Hands everything over to whoever reads.
    pub fn flush(&mut self) -> Done {
        self.0.flush().map_err(Failure::Output)
    }
}
