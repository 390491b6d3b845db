//! A small store for the tests of the layers, and keys into a layer.

use tempfile::TempDir;

use super::super::counter::Counter;
use super::super::desk::Desk;
use super::super::layer::{Answer, Layer};
use super::super::term::Waker;
use super::super::testing::{look, press};
use super::Message;
use crate::domain::command::Command;
use crate::domain::time::Time;
use crate::domain::value::Formula;
use crate::service::clock::Clock;
use crate::service::{Console, Founding, Opening, Settings, found};
use crate::text::{Glyphs, Lang};

pub(super) const PASSWORD: &str = "une grenouille bien verte";

/// A desk of the owner over a store of its own, which goes with the directory.
pub(in crate::tui) fn desk(kind: (Lang, Glyphs)) -> (TempDir, Desk) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("store.db");
    let clock = Clock::frozen(Time(1_760_000_000_000));
    let founding = Founding {
        organisation: "Atelier Nord".into(),
        plan: Formula::Enterprise,
        sites: vec![("mtl".into(), "Montréal".into()), ("qc".into(), "Québec".into())],
        owner: "marie".into(),
        email: "marie@example.ca".into(),
    };
    found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
    let settings = Settings { clock, ..Settings::new(&path) };
    let mut console = Console::open(settings).unwrap();
    console.sign_in("marie", PASSWORD, 0).unwrap();
    let counter = Counter::start(&console, Waker::new().unwrap()).unwrap();
    (dir, Desk::new(console, look(kind), counter).unwrap())
}

/// Runs a batch written as JSON, as the command line reads it.
pub(super) fn run(desk: &mut Desk, batch: &str) {
    let commands: Vec<Command> = serde_json::from_str(batch).unwrap();
    desk.console.execute(&commands, None).unwrap();
    desk.look_again().unwrap();
}

/// Types keys into a layer and returns its last answer.
pub(super) fn keys(layer: &mut dyn Layer<Message>, keys: &str) -> Answer<Message> {
    let mut target = (layer, Answer::Passed);
    press(&mut target, keys, |(layer, _)| layer.place(), |(layer, last), event| *last = layer.on(event));
    target.1
}

/// Waits for what a layer began, and returns what it says then.
pub(super) fn woken(layer: &mut dyn Layer<Message>) -> Answer<Message> {
    loop {
        let answer = layer.woken();
        if !layer.works() {
            return answer;
        }
        std::thread::yield_now();
    }
}

/// A text as the names of its keys.
pub(super) fn typed(text: &str) -> String {
    let name = |c: char| if c == ' ' { "Space".to_owned() } else { c.to_string() };
    text.chars().map(name).collect::<Vec<_>>().join(" ")
}
