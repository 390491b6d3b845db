//! Looking again after a write: others are noticed by a watch on the file.

use std::time::{Duration, Instant};

/// The system tells of a write when SQLite has begun to commit, and not of the end: the store is looked at again so long
/// after each look, in milliseconds.
const SETTLING: [u64; 4] = [20, 100, 300, 1000];

/// When the store is looked at again after a write, and how often it was.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settling {
    at: Option<Instant>,
    looks: usize,
}

impl Settling {
    /// A write was told of.
    pub fn start(&mut self) {
        self.looks = 0;
        self.next();
    }

    fn next(&mut self) {
        let wait = SETTLING.get(self.looks).copied().map(Duration::from_millis);
        self.at = wait.map(|wait| Instant::now() + wait);
        self.looks += 1;
    }

    /// How long until the next look, if there is one.
    pub fn left(&self) -> Option<Duration> {
        self.at.map(|at| at.saturating_duration_since(Instant::now()))
    }

    /// Says whether it is time to look.
    pub fn is_due(&mut self) -> bool {
        let due = self.left().is_some_and(|left| left.is_zero());
        if due {
            self.next();
        }
        due
    }
}
