//! How far long work is, on standard error where somebody looks at it.

use std::io::{IsTerminal, Write, stderr};

/// How wide the bar is.
const WIDTH: usize = 30;

/// A bar that is drawn anew for each hundredth.
pub(super) struct Progress {
    seen: bool,
    last: Option<u64>,
}

impl Progress {
    pub fn new() -> Self {
        Self { seen: stderr().is_terminal(), last: None }
    }

    /// Takes how many steps of how many are done; the work is not stopped here, Ctrl-C does that.
    pub fn tell(&mut self, done: u64, total: u64) -> bool {
        let percent = (done * 100).checked_div(total).unwrap_or(0);
        if self.seen && self.last != Some(percent) {
            self.last = Some(percent);
            // Progress that cannot be written is no reason to stop.
            let _ = write!(stderr(), "\r{}", bar(percent));
        }
        true
    }

    /// Takes the bar off the screen.
    pub fn clear(&self) {
        if self.seen && self.last.is_some() {
            let _ = write!(stderr(), "\r{:width$}\r", "", width = bar(100).len());
        }
    }
}

fn bar(percent: u64) -> String {
    let full = usize::try_from(percent).unwrap_or(100).min(100) * WIDTH / 100;
    format!("[{}{}] {percent:>3} %", "#".repeat(full), ".".repeat(WIDTH - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_wide_at_the_end_as_at_the_beginning() {
        assert_eq!(bar(0), format!("[{}]   0 %", ".".repeat(30)));
        assert_eq!(bar(50), format!("[{}{}]  50 %", "#".repeat(15), ".".repeat(15)));
        assert_eq!((bar(100).len(), bar(7).len()), (bar(0).len(), bar(0).len()));
    }
}
