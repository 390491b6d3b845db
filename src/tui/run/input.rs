//! What comes in: keys, pastes, the size, a worker that is done, a store that was touched.

use super::super::app::Flow;
use super::super::ends::Left;
use super::super::gate::Passed;
use super::super::key::Key;
use super::super::term::{EndReason, Input, StoreWatch};
use super::Main;
use super::stage::{Out, Stage, Step};
use crate::service::clock::uptime;
use crate::service::{ServiceError, StoreError};

impl Main {
    /// Takes one input.
    pub(super) fn input(&mut self, stage: Stage, input: Input) -> Step {
        match input {
            Input::Gone => self.ending.end(EndReason::HangUp),
            Input::Resize(width, height) => self.screen.resize((width, height)),
            Input::Resumed => self.screen.invalidate(),
            Input::Ready(_) => {
                if self.watch.as_mut().is_some_and(StoreWatch::drain) {
                    self.settling.start();
                    return self.look(stage);
                }
            }
            Input::Woken => return self.woken(stage),
            Input::Paste(text) => return Ok(stage.paste(&text)),
            Input::Key(key) => return self.key(stage, key),
        }
        Ok(stage)
    }

    fn key(&mut self, stage: Stage, key: Key) -> Step {
        match stage {
            Stage::Gate(mut gate) => {
                let Some(look) = &self.look else { return Err(Out::Left(Left::Unused)) };
                match gate.key(key, look) {
                    Passed::Out(left) => Err(Out::Left(left)),
                    _ => Ok(Stage::Gate(gate)),
                }
            }
            Stage::Locked(mut gate, app) => match gate.key(key, &app.desk.look) {
                Passed::Out(left) => Err(Out::Left(left)),
                _ => Ok(Stage::Locked(gate, app)),
            },
            Stage::App(mut app) => {
                let flow = app.key(key);
                self.flow(app, flow)
            }
        }
    }

    /// A worker has something to say.
    fn woken(&mut self, stage: Stage) -> Step {
        if let Some(Err(error @ ServiceError::Store(StoreError::Damaged))) =
            self.checked.as_ref().and_then(|checked| checked.try_recv().ok())
        {
            self.leave(Left::SignedOut)?;
            return Err(error.into());
        }
        match stage {
            Stage::Gate(mut gate) => {
                let Some(look) = &self.look else { return Err(Out::Left(Left::Unused)) };
                match gate.look_up(look) {
                    Passed::In(console, welcome) => self.enter(*console, welcome),
                    Passed::Out(left) => Err(Out::Left(left)),
                    Passed::No | Passed::Unlocked(_) => Ok(Stage::Gate(gate)),
                }
            }
            Stage::Locked(mut gate, mut app) => match gate.look_up(&app.desk.look) {
                Passed::Unlocked(proof) => {
                    if let Some(proof) = proof {
                        app.desk.console.accept(proof);
                    }
                    self.idle.touched(uptime());
                    let mut flow = app.refresh();
                    if flow == Flow::On {
                        flow = app.attend();
                    }
                    self.flow(app, flow)
                }
                Passed::Out(left) => Err(Out::Left(left)),
                _ => Ok(Stage::Locked(gate, app)),
            },
            Stage::App(mut app) => {
                let mut flow = app.woken();
                if flow == Flow::On {
                    flow = app.attend();
                }
                self.flow(app, flow)
            }
        }
    }
}
