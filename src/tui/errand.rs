//! Work beside the drawing: what takes as long as a hash does runs on a thread of its own.

use std::sync::mpsc::{Receiver, channel};
use std::thread;

use super::term::Waker;

/// Work that was begun; its answer is fetched once the main loop was woken.
pub struct Errand<T>(Receiver<T>);

impl<T: Send + 'static> Errand<T> {
    /// Begins the work; `waker` wakes the main loop when it is done.
    pub fn begin(waker: Waker, work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (send, receive) = channel();
        thread::spawn(move || {
            // Whoever no longer waits needs no answer.
            let _ = send.send(work());
            waker.wake();
        });
        Self(receive)
    }

    /// The answer, if it is there; it is given once.
    pub fn answer(&self) -> Option<T> {
        self.0.try_recv().ok()
    }
}
