//! The main loop: one place that waits, all queued input read before one frame is drawn, nothing while nobody does
//! anything.

mod input;
mod session;
mod stage;

use std::convert::Infallible;
use std::os::fd::AsFd;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::app::Flow;
use super::canvas::Canvas;
use super::ends::{Left, Options, RunError};
use super::idle::{Due, Idle, Shows};
use super::settling::Settling;
use super::term::{
    Drawn, EndReason, Ending, FaultReport, Input, Palette, Reader, Screen, StoreWatch, Terminal, Tty, Wait, Waker,
    install_fault_hook, watch_signals,
};
use super::theme::{Look, Theme};
use crate::service::clock::uptime;
use crate::service::{Closing, Result};
use stage::{First, Out, Stage, Step, first_stage};

/// Keys that follow each other faster than this are one that is held: the record waits until it rests.
const HELD: Duration = Duration::from_millis(90);

/// Runs the console until the person leaves.
///
/// # Errors
/// The terminal or the store cannot be used.
pub fn run(options: Options) -> std::result::Result<Left, RunError> {
    let clipboard = options.keys.clipboard;
    let look = Look::new(options.lang, Theme::from_env(|name| std::env::var(name).ok()), options.keys.keymap);
    let glyphs = look.theme.glyphs();
    let look = Look { texts: look.texts.drawn_with(glyphs), ..look };
    // A kiosk has no first set-up and is not stopped.
    let kiosk = options.settings.kiosk;
    let closing: Arc<Mutex<Option<Closing>>> = Arc::default();
    let at_the_end = Arc::clone(&closing);
    let ending = Ending::new(move |reason| {
        if let Some(closing) = at_the_end.lock().ok().and_then(|mut closing| closing.take()) {
            // Nobody is left to tell.
            let _ = closing.close(word_of(reason));
        }
    });
    let directory = options.settings.path.parent().map_or_else(|| ".".into(), std::path::Path::to_path_buf);
    let notice = look.texts.get("run-fault").to_string();
    install_fault_hook(FaultReport { directory, notice }, ending.clone());
    let waker = Waker::new()?;
    let stage = first_stage(options.settings, options.username, options.console, kiosk, &look, &waker)?;
    let terminal = Terminal::enter(!kiosk)?;
    watch_signals(ending.clone())?;
    let reader = Reader::new(waker.clone())?;
    let screen = Screen::new(Tty, terminal.size(), Palette::from_env());
    let mut main = Main {
        look: Some(look),
        terminal,
        screen,
        reader,
        waker,
        ending,
        closing,
        watch: None,
        settling: Settling::default(),
        idle: Idle::new(uptime()),
        kiosk,
        clipboard,
        checked: None,
    };
    main.run(stage)
}

fn word_of(reason: EndReason) -> &'static str {
    match reason {
        EndReason::HangUp => "hang_up",
        EndReason::Terminated => "terminated",
        EndReason::Interrupted => "interrupted",
        EndReason::Quit => "quit",
        EndReason::Fault => "fault",
    }
}

struct Main {
    /// The looks; the desk has them while somebody is signed in.
    look: Option<Look>,
    terminal: Terminal,
    screen: Screen<Tty>,
    reader: Reader,
    waker: Waker,
    ending: Ending,
    closing: Arc<Mutex<Option<Closing>>>,
    watch: Option<StoreWatch>,
    settling: Settling,
    idle: Idle,
    kiosk: bool,
    /// Whether values may be copied through the terminal.
    clipboard: bool,
    checked: Option<Receiver<Result<()>>>,
}

impl Main {
    fn run(&mut self, first: First) -> std::result::Result<Left, RunError> {
        match self.shows(first) {
            Ok(never) => match never {},
            Err(Out::Left(left)) => self.leave(left),
            Err(Out::Broken(error)) => Err(error),
        }
    }

    /// Shows one stage after the other until there is none left.
    fn shows(&mut self, first: First) -> std::result::Result<Infallible, Out> {
        let mut stage = match first {
            First::Gate(gate) => Stage::Gate(gate),
            First::In(console, welcome) => self.enter(*console, welcome)?,
        };
        let (mut dirty, mut rest, mut last_key) = (true, true, None::<Instant>);
        loop {
            if dirty {
                stage = self.read(stage, rest)?;
                dirty = self.draw(&mut stage)?;
            }
            let waits = matches!(&stage, Stage::App(app) if app.waits());
            let held = (waits && !dirty).then_some(HELD);
            let Due::Nothing(idle) = self.due(&stage) else {
                stage = self.idled(stage)?;
                dirty = true;
                continue;
            };
            let next_try = match &stage {
                Stage::App(app) => app.next_try(),
                Stage::Gate(_) | Stage::Locked(..) => None,
            };
            let timeout = [held, self.settling.left(), idle, next_try].into_iter().flatten().min();
            let batch = {
                let fds: Vec<_> = self.watch.iter().map(AsFd::as_fd).collect();
                self.reader.next_batch(Wait { timeout, fds: &fds, writable: dirty })?
            };
            if self.settling.is_due() {
                stage = self.look(stage)?;
                dirty = true;
            }
            stage = self.try_again(stage)?;
            if batch.is_empty() {
                rest |= held.is_some();
                dirty = true;
            }
            // A machine that slept, or a process that was stopped, wakes with a key: it is not for what is to be locked.
            let late = !matches!(self.due(&stage), Due::Nothing(_));
            for input in batch {
                dirty = true;
                if late && matches!(input, Input::Key(_) | Input::Paste(_)) {
                    continue;
                }
                if matches!(input, Input::Key(_) | Input::Paste(_)) {
                    self.idle.touched(uptime());
                }
                if matches!(input, Input::Key(_)) {
                    let now = Instant::now();
                    rest = last_key.is_none_or(|then| now.duration_since(then) > HELD);
                    last_key = Some(now);
                }
                stage = self.input(stage, input)?;
            }
        }
    }

    /// What the time asks for.
    fn due(&self, stage: &Stage) -> Due {
        let shows = match stage {
            Stage::Gate(_) => Shows::Entrance { kiosk: self.kiosk },
            Stage::App(app) => Shows::Console(app.desk.idle_lock),
            Stage::Locked(..) => Shows::Lock,
        };
        self.idle.due(uptime(), shows)
    }

    /// Does what the time asks for.
    fn idled(&mut self, stage: Stage) -> Step {
        match (self.due(&stage), stage) {
            (Due::Nothing(_), stage) => Ok(stage),
            (Due::Lock, Stage::App(app)) => self.flow(app, Flow::Lock),
            (Due::Lock | Due::End, _) => Err(Out::Left(Left::SignedOut)),
        }
    }

    /// Reads what the stage shows; an account or a session that has ended is found here as well.
    fn read(&mut self, stage: Stage, rest: bool) -> Step {
        let area = self.screen.area();
        match stage {
            Stage::App(mut app) => {
                app.counted();
                let flow = app.read((area.width, area.height), rest);
                self.flow(app, flow)
            }
            stage => Ok(stage),
        }
    }

    /// Draws the stage; says whether it has to be drawn again because the terminal took nothing.
    fn draw(&mut self, stage: &mut Stage) -> std::result::Result<bool, RunError> {
        let look = &self.look;
        let drawn = self.screen.draw(|buffer| {
            let mut cursor = None;
            match stage {
                Stage::Gate(gate) => {
                    if let Some(look) = look {
                        gate.draw(&mut Canvas::new(buffer, &mut cursor, look));
                    }
                }
                Stage::Locked(gate, app) => gate.draw(&mut Canvas::new(buffer, &mut cursor, &app.desk.look)),
                Stage::App(app) => app.paint(buffer, &mut cursor),
            }
            cursor
        });
        match drawn {
            Ok(Drawn::Shown(_)) => Ok(false),
            Ok(Drawn::Busy) => Ok(true),
            Err(_) => self.ending.end(EndReason::HangUp),
        }
    }

    /// Looks whether somebody else changed the store.
    fn look(&mut self, stage: Stage) -> Step {
        match stage {
            Stage::App(mut app) => {
                let flow = app.refresh_if_moved();
                self.flow(app, flow)
            }
            stage => Ok(stage),
        }
    }

    /// Tries again what waits for somebody else who is saving, once its time has come.
    fn try_again(&mut self, stage: Stage) -> Step {
        match stage {
            Stage::App(mut app) if app.next_try().is_some_and(|left| left.is_zero()) => {
                let flow = app.try_again();
                self.flow(app, flow)
            }
            stage => Ok(stage),
        }
    }
}
