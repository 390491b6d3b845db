//! The one place that asks what time it is; tests freeze it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use crate::domain::time::Time;

/// How long the machine has been up, its sleep counted: for what must not be put off by closing a lid (S-30).
pub fn uptime() -> Duration {
    #[cfg(target_os = "linux")]
    let clock = rustix::time::ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    let clock = rustix::time::ClockId::Monotonic;
    let now = rustix::time::clock_gettime(clock);
    Duration::new(u64::try_from(now.tv_sec).unwrap_or(0), u32::try_from(now.tv_nsec).unwrap_or(0))
}

/// Tells the time.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's.
    #[default]
    System,
    /// A moment that moves only when it is told to.
    Frozen(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn frozen(at: Time) -> Self {
        Self::Frozen(Arc::new(AtomicI64::new(at.0)))
    }

    /// Now.
    #[expect(clippy::disallowed_methods, reason = "this is the place")]
    pub fn now(&self) -> Time {
        match self {
            Self::System => Time(chrono::Utc::now().timestamp_millis()),
            Self::Frozen(at) => Time(at.load(Ordering::SeqCst)),
        }
    }

    /// Lets a time pass, in milliseconds.
    pub fn wait(&self, millis: i64) {
        match self {
            Self::System => std::thread::sleep(Duration::from_millis(u64::try_from(millis).unwrap_or(0))),
            Self::Frozen(_) => self.advance(millis),
        }
    }

    /// Moves a frozen clock on; the machine's own goes by itself.
    pub fn advance(&self, millis: i64) {
        if let Self::Frozen(at) = self {
            at.fetch_add(millis, Ordering::SeqCst);
        }
    }
}
