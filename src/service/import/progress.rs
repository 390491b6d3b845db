//! How far an import is, and whether the person still wants it.

use std::cell::{Cell, RefCell};

/// After so many steps the person is told and asked.
const EVERY: u64 = 256;

/// Counts steps and asks now and then whether to go on.
pub(super) struct Progress<'a> {
    tell: RefCell<&'a mut dyn FnMut(u64, u64) -> bool>,
    done: Cell<u64>,
    total: Cell<u64>,
    asked: Cell<u64>,
    stopped: Cell<bool>,
}

impl<'a> Progress<'a> {
    pub fn new(tell: &'a mut dyn FnMut(u64, u64) -> bool) -> Self {
        Self {
            tell: RefCell::new(tell),
            done: Cell::new(0),
            total: Cell::new(0),
            asked: Cell::new(0),
            stopped: Cell::new(false),
        }
    }

    /// Says how many steps there are.
    pub fn expect(&self, total: usize) {
        self.total.set(total as u64);
    }

    /// One step is done; answers whether to stop.
    pub fn step(&self) -> bool {
        self.done.set((self.done.get() + 1).min(self.total.get()));
        self.stops()
    }

    /// Answers whether to stop. The person is asked now and then only, and never again once they said so.
    pub fn stops(&self) -> bool {
        let asked = self.asked.get();
        self.asked.set(asked + 1);
        if asked.is_multiple_of(EVERY) { self.ask() } else { self.stopped.get() }
    }

    /// Asks at once.
    pub fn ask(&self) -> bool {
        // A callback that asks again from within gets the answer of before.
        if !self.stopped.get()
            && let Ok(mut tell) = self.tell.try_borrow_mut()
        {
            self.stopped.set(!tell(self.done.get(), self.total.get()));
        }
        self.stopped.get()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_person_is_asked_now_and_then_and_a_stop_stays() {
        let mut calls = Vec::new();
        let mut tell = |done, total| {
            calls.push((done, total));
            done < 300
        };
        let progress = Progress::new(&mut tell);
        progress.expect(1000);
        let stopped = (0..1000).position(|_| progress.step());
        assert!(progress.stops());
        assert_eq!(stopped, Some(512), "the first question after step 300");
        assert_eq!(calls, [(1, 1000), (257, 1000), (513, 1000)]);
    }
}
