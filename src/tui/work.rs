//! Work beside the drawing: a thread of its own that tells how far it is and stops within a moment.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::term::Waker;

/// How far work is, and whether it is to stop.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
}

impl Progress {
    /// How many steps of how many are done; of 0 where nobody knows how many there are.
    pub fn steps(&self) -> (u64, u64) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    /// Tells it to stop; nothing of what it was doing stays.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether it was told to stop.
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// What the work tells of itself.
pub struct Teller<'a> {
    progress: &'a Progress,
    waker: &'a Waker,
    shown: u64,
}

impl Teller<'_> {
    /// Tells how many steps of how many are done; answers whether to go on.
    pub fn tell(&mut self, done: u64, total: u64) -> bool {
        self.progress.done.store(done, Ordering::Relaxed);
        self.progress.total.store(total, Ordering::Relaxed);
        // The screen is drawn anew for each hundredth only, or each thousand where nobody knows how many there are.
        let hundredth = (done * 100).checked_div(total).unwrap_or(done / 1000);
        if hundredth != self.shown {
            self.shown = hundredth;
            self.waker.wake();
        }
        !self.progress.is_stopped()
    }
}

/// Work under way, which ends in a `T`.
pub struct Work<T> {
    progress: Arc<Progress>,
    outcome: Receiver<T>,
}

impl<T: Send + 'static> Work<T> {
    /// Starts it; `waker` wakes the main loop at each step and at the end.
    pub fn start(waker: Waker, job: impl FnOnce(&mut Teller<'_>) -> T + Send + 'static) -> Self {
        let (send, outcome) = channel();
        let progress = Arc::new(Progress::default());
        let own = Arc::clone(&progress);
        thread::spawn(move || {
            let answer = job(&mut Teller { progress: &own, waker: &waker, shown: u64::MAX });
            // A console that has been left needs no answer.
            let _ = send.send(answer);
            waker.wake();
        });
        Self { progress, outcome }
    }

    /// How far it is.
    pub fn progress(&self) -> Arc<Progress> {
        Arc::clone(&self.progress)
    }

    /// What came of it, once it has ended.
    pub fn outcome(&self) -> Option<T> {
        self.outcome.try_recv().ok()
    }

    /// Waits for the end.
    #[cfg(test)]
    pub fn wait(&self) -> Option<T> {
        self.outcome.recv_timeout(std::time::Duration::from_secs(30)).ok()
    }
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.progress.stop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_stops_when_it_is_told_to() {
        let work = Work::start(Waker::new().unwrap(), |teller| {
            let mut steps = 0;
            while teller.tell(steps, u64::MAX) {
                steps += 1;
            }
            steps >= 10
        });
        while work.progress().steps().0 < 10 {
            thread::yield_now();
        }
        work.progress().stop();
        assert_eq!(work.wait(), Some(true));
    }
}
