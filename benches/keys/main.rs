//! What whole key presses cost: the real program in a pseudo-terminal of 120 columns and 40 rows, at a thousand and at
//! a million users. Counts the time to the last byte, the bytes, and the processor time and memory of the program.
//!
//! `GUICHET_BENCH_MAX=100000 cargo bench --bench keys` leaves the larger stores out.

#![expect(clippy::unwrap_used, reason = "a bench that cannot go on says where")]

#[path = "../shared/made.rs"]
mod made;
#[path = "../../tests/support/mod.rs"]
mod support;

use std::fs;
use std::time::{Duration, Instant};

use guichet::service::demo;
use support::program::become_program;
use support::pty::{LIMIT, Program, Pty};

const SIZE: (u16, u16) = (120, 40);
const PAGE_DOWN: &str = "\x1b[6~";
/// After so long without a byte a key has done what it does.
const QUIET: Duration = Duration::from_millis(40);

/// Keys of one kind.
struct Kind {
    name: &'static str,
    /// What leads to the place where they are pressed.
    before: &'static str,
    keys: Vec<String>,
}

fn kinds() -> Vec<Kind> {
    let times = |key: &str, count: usize| vec![key.to_owned(); count];
    let letters = |text: &str| text.chars().map(String::from).collect();
    vec![
        Kind {
            name: "down, inside the page",
            before: "gg",
            keys: "jk".repeat(4).chars().flat_map(|key| times(&key.to_string(), 25)).collect(),
        },
        Kind { name: "down, scrolling", before: "gg\x04\x04", keys: times("j", 200) },
        Kind { name: "page down", before: "gg", keys: times(PAGE_DOWN, 25) },
        Kind {
            name: "the end and the beginning",
            before: "gg",
            keys: ["G", "gg"].repeat(10).into_iter().map(String::from).collect(),
        },
        Kind { name: "filter, letter by letter", before: "gg/", keys: letters("tremblay zo") },
    ]
}

fn main() {
    // Started again by itself, to turn into the program inside the terminal.
    become_program();
    for size in made::sizes().into_iter().filter(|size| *size != 100_000) {
        measure(size);
    }
}

#[expect(clippy::print_stdout, reason = "a bench says what it measured")]
fn measure(size: u64) {
    let store = made::store(size);
    let start = Instant::now();
    let program = Program::new(env!("CARGO_BIN_EXE_guichet"));
    let store = store.to_string_lossy().into_owned();
    let pty = program.args(["demo", "--store", &store, "--lang", "en"]).size(SIZE.0, SIZE.1).spawn();
    pty.wait_for("2 Users", LIMIT);
    println!("{size} users, signed in as {} after {:.0} ms", demo::OWNER, start.elapsed().as_secs_f64() * 1e3);
    pty.send("2");
    pty.wait_for("[2 Users]", LIMIT);
    pty.settled(QUIET);
    for kind in kinds() {
        press(&pty, &kind);
        pty.send("\x1b\x1b");
        pty.settled(QUIET);
    }
    // What a key rests for, and what reads in the background, is over.
    pty.settled(Duration::from_millis(500));
    let (bytes, cpu) = (pty.output().len(), cpu(&pty));
    pty.settled(Duration::from_secs(5));
    println!(
        "  idle for 5 s: {} bytes, {:.1} ms of processor",
        pty.output().len() - bytes,
        (self::cpu(&pty) - cpu) / 1e6
    );
    println!("  memory at the most: {:.1} MiB", memory(&pty) / 1024.0);
}

#[expect(clippy::print_stdout, reason = "a bench says what it measured")]
fn press(pty: &Pty, kind: &Kind) {
    pty.send(kind.before);
    pty.settled(QUIET);
    let (mut times, mut bytes) = (Vec::new(), Vec::new());
    let before = cpu(pty);
    for key in &kind.keys {
        pty.mark();
        let start = Instant::now();
        pty.send(key);
        let last = pty.settled(QUIET);
        times.push(last.saturating_duration_since(start).as_secs_f64() * 1e3);
        bytes.push(pty.bytes_since_mark());
    }
    let cpu = (cpu(pty) - before) / 1e6 / kind.keys.len() as f64;
    times.sort_by(f64::total_cmp);
    bytes.sort_unstable();
    let at = |percent: usize| times.len() * percent / 100;
    println!(
        "  {:<26} p50 {:6.2} ms  p99 {:6.2} ms  cpu {cpu:5.2} ms  {:>6} bytes, at most {}",
        kind.name,
        times[at(50)],
        times[at(99)],
        bytes[at(50)],
        bytes.last().unwrap()
    );
}

/// The processor time of the program so far, in nanoseconds.
fn cpu(pty: &Pty) -> f64 {
    let tasks = fs::read_dir(format!("/proc/{}/task", pty.pid().as_raw_nonzero())).unwrap();
    let of = |task: fs::DirEntry| -> f64 {
        let said = fs::read_to_string(task.path().join("schedstat")).unwrap_or_default();
        said.split(' ').next().and_then(|text| text.parse().ok()).unwrap_or(0.0)
    };
    tasks.map(|task| of(task.unwrap())).sum()
}

/// The most memory that the program ever held, in KiB.
fn memory(pty: &Pty) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", pty.pid().as_raw_nonzero())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}
