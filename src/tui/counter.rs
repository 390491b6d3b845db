//! Counts the rows of a list off the drawing path: a newer question interrupts an older one.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::place::Tab;
use super::term::Waker;
use crate::service::view::{Query, Tally};
use crate::service::{Console, Interrupt, Result};

/// Up to how many rows are counted; beyond, "10 000+" is said.
const UP_TO: u64 = 10_000;

/// A worker that counts.
pub struct Counter {
    questions: Sender<(Tab, u64, Query)>,
    answers: Receiver<(Tab, u64, Tally)>,
    interrupt: Interrupt,
    waker: Waker,
    asked: u64,
}

impl Counter {
    /// Starts the worker, with a handle of its own on the store; `waker` wakes the main loop at each answer.
    ///
    /// # Errors
    /// Why the store cannot be opened again.
    pub fn start(console: &Console, waker: Waker) -> Result<Self> {
        let own = console.again()?;
        let interrupt = own.interrupt_handle();
        let (questions, asked) = channel::<(Tab, u64, Query)>();
        let (answer, answers) = channel();
        let own_waker = waker.clone();
        thread::spawn(move || {
            while let Ok(mut question) = asked.recv() {
                // Only the newest question is worth an answer.
                while let Ok(newer) = asked.try_recv() {
                    question = newer;
                }
                let (tab, number, query) = question;
                if let Ok(tally) = own.count(&query, UP_TO) {
                    if answer.send((tab, number, tally)).is_err() {
                        return;
                    }
                    waker.wake();
                }
            }
        });
        Ok(Self { questions, answers, interrupt, waker: own_waker, asked: 0 })
    }

    /// What wakes the main loop, for other workers.
    pub fn waker(&self) -> Waker {
        self.waker.clone()
    }

    /// Asks for a count, and returns the number of the question.
    pub fn ask(&mut self, tab: Tab, query: Query) -> u64 {
        self.interrupt.stop();
        self.asked += 1;
        // A worker that is gone gives no count, and the list does without.
        let _ = self.questions.send((tab, self.asked, query));
        self.asked
    }

    /// The answers up to that of the newest question, of those after `seen`, which becomes that question.
    #[cfg(test)]
    pub fn wait(&self, seen: &mut u64) -> Vec<(Tab, u64, Tally)> {
        let mut answers = Vec::new();
        while *seen < self.asked {
            let answer = self.answers.recv_timeout(std::time::Duration::from_secs(10));
            *seen = answer.as_ref().map_or(self.asked, |(_, question, _)| *question);
            answers.extend(answer);
        }
        answers
    }

    /// The answers that have come in.
    pub fn answers(&self) -> Vec<(Tab, u64, Tally)> {
        self.answers.try_iter().collect()
    }
}
