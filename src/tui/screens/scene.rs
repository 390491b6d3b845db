//! A console in this process, over a copy of one small demonstration store.

use std::rc::Rc;
use std::sync::OnceLock;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;

use super::super::app::App;
use super::super::counter::Counter;
use super::super::desk::Desk;
use super::super::key::Key;
use super::super::term::Waker;
use super::super::testing::{lines, look};
use crate::domain::command::Command;
use crate::domain::time::Time;
use crate::service::clock::Clock;
use crate::service::{Console, Opening, Settings, demo};
use crate::text::{Glyphs, Lang};

/// When it is, in every scene: 1 June 2026, six hours after the demonstration begins.
const NOW: Time = Time(1_780_336_800_000);

/// How many users the demonstration store has here.
const USERS: u64 = 60;

/// More milliseconds than a proof of the password is good for.
pub const MINUTES: i64 = 6 * 60_000;

/// Runs an action by its name in the palette.
pub fn palette(scene: &mut Scene, name: &str) {
    scene.keys(":");
    scene.types(name);
    scene.keys("Enter");
}

/// The store that each scene copies.
static STORE: OnceLock<TempDir> = OnceLock::new();

/// Somebody at a console.
pub struct Scene {
    /// The console.
    pub app: App,
    kind: (Lang, Glyphs),
    size: (u16, u16),
    counted: u64,
    dir: Rc<TempDir>,
}

impl Scene {
    /// Opens the console of that administrator on a fresh copy of the demonstration store.
    pub fn open(admin: &str, kind: (Lang, Glyphs), size: (u16, u16)) -> Self {
        Self::after("[]", admin, kind, size)
    }

    /// The same, after the owner ran a batch written as JSON.
    pub fn after(batch: &str, admin: &str, kind: (Lang, Glyphs), size: (u16, u16)) -> Self {
        let dir = Rc::new(copy());
        console(&dir, demo::OWNER).execute(&parsed(batch), None).unwrap();
        Self::at(dir, admin, kind, size)
    }

    /// Another console at the same store, for that administrator.
    pub fn again(&self, admin: &str) -> Self {
        let texts = &self.app.desk.look.texts;
        Self::at(Rc::clone(&self.dir), admin, (texts.lang(), texts.glyphs()), self.size)
    }

    fn at(dir: Rc<TempDir>, admin: &str, kind: (Lang, Glyphs), size: (u16, u16)) -> Self {
        let console = console(&dir, admin);
        let counter = Counter::start(&console, Waker::new().unwrap()).unwrap();
        let desk = Desk::new(console, look(kind), counter).unwrap();
        let mut scene = Self { app: App::new(desk, None).unwrap(), kind, size, counted: 0, dir };
        scene.settle();
        scene
    }

    /// Presses keys by their names, with blanks between them: `3 j Enter Ctrl-d`.
    pub fn keys(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key: Key = name.parse().unwrap_or_else(|_| panic!("{name} is no key"));
            self.app.key(key);
            self.settle();
        }
    }

    /// Types a text, letter by letter.
    pub fn types(&mut self, text: &str) {
        for letter in text.chars() {
            self.app.key(Key::char(letter));
            self.settle();
        }
    }

    /// Runs a batch written as JSON as the owner, at another console; this one then looks again.
    pub fn runs(&mut self, batch: &str) {
        self.runs_apart(batch);
        self.app.refresh();
        self.settle();
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.size = size;
        self.settle();
    }

    /// The same as somebody else.
    pub fn runs_as(&mut self, admin: &str, batch: &str) {
        self.console_of(admin).execute(&parsed(batch), None).unwrap();
        self.app.refresh();
        self.settle();
    }

    /// Runs a batch at another console, without this one looking again.
    pub fn runs_apart(&mut self, batch: &str) {
        self.console_of(demo::OWNER).execute(&parsed(batch), None).unwrap();
    }

    /// The newest entry of the journal: its kind, its result, and who.
    pub fn newest(&self) -> (String, String, String) {
        let owner = self.console_of(demo::OWNER);
        let (entry, _) = owner.entry(owner.journal_head().unwrap().number, 0, 0).unwrap();
        (entry.head.kind, entry.head.result, entry.head.actor.map(|(_, name)| name).unwrap_or_default())
    }

    /// Another console of that administrator on the same store.
    pub fn console_of(&self, admin: &str) -> Console {
        console(&self.dir, admin)
    }

    /// Lets so many milliseconds pass.
    pub fn later(&mut self, millis: i64) {
        self.app.desk.console.clock().advance(millis);
    }

    /// What the screen shows, line by line, without the blanks at the ends.
    pub fn lines(&mut self) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        self.app.paint(&mut buffer, &mut None);
        lines(&buffer)
    }

    /// Says whether a line of the screen holds all of these.
    pub fn shows(&mut self, words: &[&str]) -> bool {
        self.lines().iter().any(|line| words.iter().all(|word| line.contains(word)))
    }

    /// Signs somebody else in, at the same store.
    pub fn becomes(&mut self, admin: &str) {
        let console = console(&self.dir, admin);
        let counter = Counter::start(&console, Waker::new().unwrap()).unwrap();
        self.app = App::new(Desk::new(console, look(self.kind), counter).unwrap(), None).unwrap();
        self.counted = 0;
        self.settle();
    }

    /// Where the store is, and files beside it.
    pub fn folder(&self) -> &std::path::Path {
        self.dir.path()
    }

    /// Waits for work beside the drawing, and reads what is to be shown, counts as well.
    fn settle(&mut self) {
        self.app.await_work();
        self.app.await_ended();
        self.app.read(self.size, true);
        self.app.await_counts(&mut self.counted);
    }
}

/// A demonstration store of one's own, before anybody sat down at it.
pub struct Held {
    dir: TempDir,
    clock: Clock,
}

impl Held {
    /// How a console opens it; all of them have one clock.
    pub fn settings(&self) -> Settings {
        Settings { clock: self.clock.clone(), ..Settings::new(self.dir.path().join("store.db")) }
    }

    /// Lets so many milliseconds pass.
    pub fn later(&self, millis: i64) {
        self.clock.advance(millis);
    }
}

/// A fresh copy of the demonstration store.
pub fn held() -> Held {
    Held { dir: copy(), clock: Clock::frozen(NOW) }
}

fn parsed(batch: &str) -> Vec<Command> {
    serde_json::from_str(batch).unwrap()
}

/// A console of that administrator, without a password.
fn console(dir: &TempDir, admin: &str) -> Console {
    let settings = Settings { clock: Clock::frozen(NOW), ..Settings::new(dir.path().join("store.db")) };
    let mut console = Console::open(settings).unwrap();
    console.stand_in_as(admin);
    console
}

/// A copy of the demonstration store, which is made once.
fn copy() -> TempDir {
    let made = STORE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("store.db");
        demo::create(&path, Opening::default(), &Clock::frozen(NOW), USERS, &mut |_, _| true).unwrap();
        dir
    });
    let dir = tempfile::tempdir().unwrap();
    for entry in std::fs::read_dir(made.path()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), dir.path().join(entry.file_name())).unwrap();
    }
    dir
}
