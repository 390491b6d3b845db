//! When a console locks itself, and when it ends: by a clock that counts while the machine sleeps (S-30, S-99).

use std::time::Duration;

/// After so long a session ends, whatever its person does (S-30).
const LONGEST: Duration = Duration::from_secs(12 * 3600);
/// A sign-in screen of a kiosk is closed when nobody got in for so long (S-99).
const ENTRANCE: Duration = Duration::from_secs(2 * 60);

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The sign-in or the first set-up.
    Entrance {
        /// Whether it is one of a kiosk.
        kiosk: bool,
    },
    /// The console, which locks after so long.
    Console(Duration),
    /// The lock.
    Lock,
}

/// What the time asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// Nothing for so long; none: nothing ever.
    Nothing(Option<Duration>),
    /// The console locks.
    Lock,
    /// The program ends.
    End,
}

/// Remembers when somebody last did something. All times are since the machine started.
#[derive(Clone, Copy, Debug)]
pub struct Idle {
    begun: Duration,
    last: Duration,
}

impl Idle {
    /// Begins to count.
    pub const fn new(now: Duration) -> Self {
        Self { begun: now, last: now }
    }

    /// Somebody signed in: their session begins.
    pub const fn entered(&mut self, now: Duration) {
        *self = Self::new(now);
    }

    /// Somebody did something.
    pub const fn touched(&mut self, now: Duration) {
        self.last = now;
    }

    /// What it is time for.
    pub fn due(&self, now: Duration, shows: Shows) -> Due {
        let left = |since: Duration, limit: Duration| limit.saturating_sub(now.saturating_sub(since));
        let ends = left(self.begun, LONGEST);
        match shows {
            Shows::Entrance { kiosk: false } => Due::Nothing(None),
            Shows::Entrance { kiosk: true } => match left(self.begun, ENTRANCE) {
                Duration::ZERO => Due::End,
                left => Due::Nothing(Some(left)),
            },
            Shows::Console(_) | Shows::Lock if ends.is_zero() => Due::End,
            Shows::Lock => Due::Nothing(Some(ends)),
            Shows::Console(limit) => match left(self.last, limit) {
                Duration::ZERO => Due::Lock,
                left => Due::Nothing(Some(left.min(ends))),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn minutes(n: u64) -> Duration {
        Duration::from_secs(n * 60)
    }

    #[test]
    fn s_30_a_console_locks_when_nobody_did_anything_for_its_minutes() {
        let console = Shows::Console(minutes(10));
        let mut idle = Idle::new(minutes(100));
        assert_eq!(idle.due(minutes(104), console), Due::Nothing(Some(minutes(6))));
        idle.touched(minutes(104));
        assert_eq!(idle.due(minutes(113), console), Due::Nothing(Some(minutes(1))));
        assert_eq!(idle.due(minutes(114), console), Due::Lock);
        assert_eq!(idle.due(minutes(114), Shows::Console(minutes(15))), Due::Nothing(Some(minutes(5))));
    }

    #[test]
    fn s_30_a_session_ends_after_twelve_hours_locked_or_not() {
        let mut idle = Idle::new(minutes(7));
        idle.touched(minutes(7 + 719));
        assert_eq!(idle.due(minutes(7 + 719), Shows::Console(minutes(10))), Due::Nothing(Some(minutes(1))));
        assert_eq!(idle.due(minutes(7 + 720), Shows::Console(minutes(10))), Due::End);
        assert_eq!(idle.due(minutes(7 + 700), Shows::Lock), Due::Nothing(Some(minutes(20))));
        assert_eq!(idle.due(minutes(7 + 720), Shows::Lock), Due::End);
    }

    #[test]
    fn s_99_the_entrance_of_a_kiosk_is_closed_after_two_minutes_whatever_is_typed() {
        let mut idle = Idle::new(minutes(0));
        idle.touched(minutes(1));
        assert_eq!(idle.due(minutes(1), Shows::Entrance { kiosk: true }), Due::Nothing(Some(minutes(1))));
        assert_eq!(idle.due(minutes(2), Shows::Entrance { kiosk: true }), Due::End);
        assert_eq!(idle.due(minutes(2000), Shows::Entrance { kiosk: false }), Due::Nothing(None));
        idle.entered(minutes(2));
        assert_eq!(idle.due(minutes(2), Shows::Console(minutes(5))), Due::Nothing(Some(minutes(5))));
    }
}
