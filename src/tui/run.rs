//! The main loop: one place that waits, all queued input read before one frame is drawn, nothing while nobody does
//! anything.

use std::os::fd::AsFd;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::action::Keymap;
use super::app::{App, Flow};
use super::canvas::Canvas;
use super::counter::Counter;
use super::desk::Desk;
use super::ends::{Left, Options, RunError};
use super::gate::{Gate, Passed};
use super::idle::{Due, Idle, Shows};
use super::settling::Settling;
use super::term::{
    Drawn, EndReason, Ending, FaultReport, Input, Palette, Reader, Screen, Stop, StoreWatch, Terminal, Tty, Wait,
    Waker, install_fault_hook, watch_signals,
};
use super::theme::{Look, Theme};
use crate::service::clock::uptime;
use crate::service::{Closing, Console, Result, ServiceError, Settings, StoreError, Welcome, is_unclaimed};
use crate::text::Lang;

/// Keys that follow each other faster than this are one that is held: the record waits until it rests.
const HELD: Duration = Duration::from_millis(90);

/// The screen that is shown.
enum Stage {
    Gate(Box<Gate>),
    App(Box<App>),
    /// Locked: the console behind the gate keeps what was open.
    Locked(Box<Gate>, Box<App>),
}

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

enum First {
    Gate(Box<Gate>),
    In(Box<Console>, Option<Welcome>),
}

fn first_stage(
    settings: Settings,
    username: Option<String>,
    console: Option<(Console, Option<Welcome>)>,
    kiosk: bool,
    look: &Look,
    waker: &Waker,
) -> Result<First> {
    if let Some((console, welcome)) = console {
        return Ok(First::In(Box::new(console), welcome));
    }
    let unclaimed = !settings.path.exists() || is_unclaimed(&settings.path, settings.opening)?;
    // S-17: an unclaimed store must not be claimable by the first person to connect.
    if unclaimed && !kiosk {
        return Ok(First::Gate(Box::new(Gate::set_up(settings, look, waker.clone()))));
    }
    Ok(First::Gate(Box::new(Gate::sign_in(settings, username, look, waker.clone())?)))
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
        let mut stage = match first {
            First::Gate(gate) => Stage::Gate(gate),
            First::In(console, welcome) => self.enter(*console, welcome)?,
        };
        let (mut dirty, mut rest, mut last_key) = (true, true, None::<Instant>);
        loop {
            if dirty {
                stage = match self.read(stage, rest)? {
                    Next::Stage(stage) => stage,
                    Next::Leave(left) => return self.leave(left),
                };
                dirty = self.draw(&mut stage)?;
            }
            let waits = matches!(&stage, Stage::App(app) if app.waits());
            let held = (waits && !dirty).then_some(HELD);
            let Due::Nothing(idle) = self.due(&stage) else {
                stage = match self.idled(stage)? {
                    Next::Stage(stage) => stage,
                    Next::Leave(left) => return self.leave(left),
                };
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
                stage = match self.look(stage)? {
                    Next::Stage(stage) => stage,
                    Next::Leave(left) => return self.leave(left),
                };
                dirty = true;
            }
            stage = match self.try_again(stage)? {
                Next::Stage(stage) => stage,
                Next::Leave(left) => return self.leave(left),
            };
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
                stage = match self.input(stage, input)? {
                    Next::Stage(stage) => stage,
                    Next::Leave(left) => return self.leave(left),
                };
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
    fn idled(&mut self, stage: Stage) -> std::result::Result<Next, RunError> {
        match (self.due(&stage), stage) {
            (Due::Nothing(_), stage) => Ok(Next::Stage(stage)),
            (Due::Lock, Stage::App(app)) => self.flow(app, Flow::Lock),
            (Due::Lock | Due::End, _) => Ok(Next::Leave(Left::SignedOut)),
        }
    }

    /// Signs somebody in for good: their session, their desk, the watch on the store.
    fn enter(&mut self, mut console: Console, welcome: Option<Welcome>) -> std::result::Result<Stage, RunError> {
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

    /// Reads what the stage shows; an account or a session that has ended is found here as well.
    fn read(&mut self, stage: Stage, rest: bool) -> std::result::Result<Next, RunError> {
        let area = self.screen.area();
        match stage {
            Stage::App(mut app) => {
                app.counted();
                let flow = app.read((area.width, area.height), rest);
                self.flow(app, flow)
            }
            stage => Ok(Next::Stage(stage)),
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

    fn input(&mut self, stage: Stage, input: Input) -> std::result::Result<Next, RunError> {
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
            Input::Paste(text) => return Ok(Next::Stage(paste(stage, &text))),
            Input::Key(key) => return self.key(stage, key),
        }
        Ok(Next::Stage(stage))
    }

    fn key(&mut self, stage: Stage, key: super::key::Key) -> std::result::Result<Next, RunError> {
        match stage {
            Stage::Gate(mut gate) => {
                let Some(look) = &self.look else { return Ok(Next::Leave(Left::Unused)) };
                match gate.key(key, look) {
                    Passed::Out(left) => Ok(Next::Leave(left)),
                    _ => Ok(Next::Stage(Stage::Gate(gate))),
                }
            }
            Stage::Locked(mut gate, app) => match gate.key(key, &app.desk.look) {
                Passed::Out(left) => Ok(Next::Leave(left)),
                _ => Ok(Next::Stage(Stage::Locked(gate, app))),
            },
            Stage::App(mut app) => {
                let flow = app.key(key);
                self.flow(app, flow)
            }
        }
    }

    /// Looks whether somebody else changed the store.
    fn look(&mut self, stage: Stage) -> std::result::Result<Next, RunError> {
        match stage {
            Stage::App(mut app) => {
                let flow = app.refresh_if_moved();
                self.flow(app, flow)
            }
            stage => Ok(Next::Stage(stage)),
        }
    }

    /// Tries again what waits for somebody else who is saving, once its time has come.
    fn try_again(&mut self, stage: Stage) -> std::result::Result<Next, RunError> {
        match stage {
            Stage::App(mut app) if app.next_try().is_some_and(|left| left.is_zero()) => {
                let flow = app.try_again();
                self.flow(app, flow)
            }
            stage => Ok(Next::Stage(stage)),
        }
    }

    /// A worker has something to say.
    fn woken(&mut self, stage: Stage) -> std::result::Result<Next, RunError> {
        if let Some(Err(error @ ServiceError::Store(StoreError::Damaged))) =
            self.checked.as_ref().and_then(|checked| checked.try_recv().ok())
        {
            self.leave(Left::SignedOut)?;
            return Err(error.into());
        }
        match stage {
            Stage::Gate(mut gate) => {
                let Some(look) = &self.look else { return Ok(Next::Leave(Left::Unused)) };
                match gate.look_up(look) {
                    Passed::In(console, welcome) => Ok(Next::Stage(self.enter(*console, welcome)?)),
                    Passed::Out(left) => Ok(Next::Leave(left)),
                    Passed::No | Passed::Unlocked(_) => Ok(Next::Stage(Stage::Gate(gate))),
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
                Passed::Out(left) => Ok(Next::Leave(left)),
                _ => Ok(Next::Stage(Stage::Locked(gate, app))),
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

    fn flow(&mut self, app: Box<App>, flow: Flow) -> std::result::Result<Next, RunError> {
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
                return Ok(Next::Leave(Left::Quit(head)));
            }
            Flow::SignedOut => return Ok(Next::Leave(Left::SignedOut)),
            Flow::Redraw => self.screen.invalidate(),
            Flow::Copy => {
                let mut app = app;
                if let Some(value) = app.copied.take() {
                    self.screen.copy(&value)?;
                }
                return Ok(Next::Stage(Stage::App(app)));
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
                return Ok(Next::Stage(Stage::Locked(Box::new(gate), app)));
            }
        }
        Ok(Next::Stage(Stage::App(app)))
    }

    fn leave(&mut self, left: Left) -> std::result::Result<Left, RunError> {
        if let Some(closing) = self.closing.lock().ok().and_then(|mut closing| closing.take()) {
            closing.close("ended")?;
        }
        Ok(left)
    }
}

enum Next {
    Stage(Stage),
    Leave(Left),
}

fn paste(stage: Stage, text: &str) -> Stage {
    match stage {
        Stage::Gate(mut gate) => {
            gate.paste(text);
            Stage::Gate(gate)
        }
        Stage::Locked(mut gate, app) => {
            gate.paste(text);
            Stage::Locked(gate, app)
        }
        Stage::App(mut app) => {
            app.paste(text);
            Stage::App(app)
        }
    }
}
