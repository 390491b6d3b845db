//! Somebody else is saving: what was to be done is tried again until they are done; the screen lives, and Esc gives up
//! (S-44).

use std::time::Duration;

use super::super::action::{Action, Resolved};
use super::super::key::Key;
use super::super::overlay::Message;
use super::after::Awaited;
use super::{App, Flow};
use crate::service::clock::uptime;
use crate::service::{ServiceError, StoreError};
use crate::text::Shown;

/// After so long it is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// The shortest pause between two tries, and how much longer it may be, in milliseconds.
const PAUSE: (u64, u64) = (20, 100);

/// What is tried again.
pub(super) enum What {
    /// What an action says.
    Act(Action),
    /// What a layer said.
    Heed(Message),
    /// What a key says that was waited for.
    After(Awaited, Key),
}

/// What waits for somebody else who is saving. All times are since the machine started.
pub(super) struct Waiting {
    what: What,
    until: Duration,
    next: Duration,
}

impl App {
    /// Does what an action says; tries again where somebody else is saving.
    pub(super) fn act(&mut self, action: Action) -> Flow {
        self.desk.busy.set(false);
        let flow = self.perform(action);
        self.wait_if_busy(|| What::Act(action));
        flow
    }

    /// Does what a layer says; tries again where somebody else is saving.
    pub(super) fn heed(&mut self, message: Message) -> Flow {
        self.desk.busy.set(false);
        let again = message.clone();
        let flow = self.obey(message);
        self.wait_if_busy(|| What::Heed(again));
        flow
    }

    /// Does what a key says that was waited for; tries again where somebody else is saving.
    pub(super) fn after(&mut self, what: Awaited, key: Key) {
        self.desk.busy.set(false);
        self.follow_up(what, key);
        self.wait_if_busy(|| What::After(what, key));
    }

    fn wait_if_busy(&mut self, what: impl FnOnce() -> What) {
        if !self.desk.busy.take() {
            return;
        }
        let now = uptime();
        let until = self.until.unwrap_or(now + PATIENCE);
        if now < until {
            let pause = PAUSE.0 + u64::from(now.subsec_nanos()) % PAUSE.1;
            self.waiting_for = Some(Waiting { what: what(), until, next: now + Duration::from_millis(pause) });
            let text = self.desk.look.texts.get("desk-busy");
            self.desk.say(text);
        }
    }

    /// How long until the next try; none where nothing waits.
    pub fn next_try(&self) -> Option<Duration> {
        self.waiting_for.as_ref().map(|waiting| waiting.next.saturating_sub(uptime()))
    }

    /// Tries again what waits, as if its time had come; after ten seconds the refusal stands.
    pub fn try_again(&mut self) -> Flow {
        let Some(waiting) = self.waiting_for.take() else { return Flow::On };
        if uptime() >= waiting.until {
            self.desk.fail(&ServiceError::Store(StoreError::Busy));
            self.desk.busy.take();
            return Flow::On;
        }
        self.desk.say(Shown::default());
        self.until = Some(waiting.until);
        let flow = match waiting.what {
            What::Act(action) => self.act(action),
            What::Heed(message) => self.heed(message),
            What::After(what, key) => {
                self.after(what, key);
                Flow::On
            }
        };
        self.until = None;
        flow
    }

    /// Takes a key while something waits: Esc gives it up, leaving and locking do as ever, the rest has to wait as well.
    pub(super) fn key_while_waiting(&mut self, key: Key) -> Flow {
        let action = match self.desk.look.keymap.resolve(None, key, self.place()) {
            Resolved::Action(action) => action,
            _ => return Flow::On,
        };
        match action {
            Action::Back => {
                self.waiting_for = None;
                let text = self.desk.look.texts.get("desk-busy-stopped");
                self.desk.say(text);
                Flow::On
            }
            Action::Redraw => Flow::Redraw,
            Action::Quit => Flow::Quit,
            Action::Lock => {
                self.waiting_for = None;
                Flow::Lock
            }
            _ => Flow::On,
        }
    }
}
