//! The session of who is signed in: begun, locked, ended.

use std::sync::mpsc::channel;
use std::thread;

use super::super::action::Keymap;
use super::super::app::{App, Flow};
use super::super::counter::Counter;
use super::super::desk::Desk;
use super::super::ends::{Left, RunError};
use super::super::gate::Gate;
use super::super::term::{Stop, StoreWatch};
use super::super::theme::{Look, Theme};
use super::Main;
use super::stage::{Out, Stage, Step};
use crate::service::clock::uptime;
use crate::service::{Console, Welcome};
use crate::text::Lang;

impl Main {
    /// Signs somebody in for good: their session, their desk, the watch on the store.
    pub(super) fn enter(&mut self, mut console: Console, welcome: Option<Welcome>) -> Step {
        self.idle.entered(uptime());
        let closing = console.begin_session()?;
        if let Ok(mut kept) = self.closing.lock() {
            *kept = Some(closing);
        }
        self.watch = Some(StoreWatch::new(console.path())?);
        let counter = Counter::start(&console, self.waker.clone())?;
        if console.wants_check()? {
            self.check_pages(console.again()?);
        }
        // From here on a key never waits for somebody else's saving (S-44).
        console.set_waiting(false);
        let look = self
            .look
            .take()
            .unwrap_or_else(|| Look::new(Lang::default(), Theme::from_env(|_| None), Keymap::default()));
        let mut desk = Desk::new(console, look, counter)?;
        desk.clipboard = self.clipboard;
        Ok(Stage::App(Box::new(App::new(desk, welcome.as_ref())?)))
    }

    /// Looks at the pages of the file beside the drawing (S-47).
    fn check_pages(&mut self, mut console: Console) {
        let (send, receive) = channel();
        let waker = self.waker.clone();
        thread::spawn(move || {
            // A console that has been left needs no answer.
            let _ = send.send(console.check_pages());
            waker.wake();
        });
        self.checked = Some(receive);
    }

    /// Does what the console says after an input.
    pub(super) fn flow(&mut self, app: Box<App>, flow: Flow) -> Step {
        match flow {
            Flow::On => {}
            Flow::Quit => {
                let mut app = app;
                let head = app.desk.console.journal_head()?;
                app.desk.console.set_waiting(true);
                app.desk.console.end_session("quit")?;
                if let Ok(mut closing) = self.closing.lock() {
                    closing.take();
                }
                return Err(Out::Left(Left::Quit(head)));
            }
            Flow::SignedOut => return Err(Out::Left(Left::SignedOut)),
            Flow::Redraw => self.screen.invalidate(),
            Flow::Copy => {
                let mut app = app;
                if let Some(value) = app.copied.take() {
                    self.screen.copy(&value)?;
                }
                return Ok(Stage::App(app));
            }
            Flow::Suspend => {
                if self.terminal.stop() == Stop::Continued {
                    self.screen.invalidate();
                }
            }
            Flow::Lock => {
                self.screen.wipe()?;
                let behind = app.desk.console.again()?;
                let gate = Gate::lock(behind, &app.desk.actor.username, &app.desk.look, self.waker.clone());
                return Ok(Stage::Locked(Box::new(gate), app));
            }
        }
        Ok(Stage::App(app))
    }

    /// Closes the session of who leaves.
    pub(super) fn leave(&mut self, left: Left) -> std::result::Result<Left, RunError> {
        if let Some(closing) = self.closing.lock().ok().and_then(|mut closing| closing.take()) {
            closing.close("ended")?;
        }
        Ok(left)
    }
}
