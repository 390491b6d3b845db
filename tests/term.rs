//! The terminal layer in a real terminal: keys in, frames out, and every way out gives the terminal back.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod support;

use std::fs;
use std::os::fd::AsFd;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use guichet::tui::term::{
    Drawn, EndReason, Ending, FaultReport, Input, Key, Palette, Reader, Screen, Stop, StoreWatch, Terminal, Tty, Wait,
    Waker, install_fault_hook, watch_signals,
};
use ratatui::style::Style;
use rustix::process::{Signal, WaitOptions, kill_process_group, waitpid};
use support::pty::{self, Exit, LIMIT, Program, Pty, keys};

/// Names what [`program`] does, when it is the program.
const ROLE: &str = "TERM_TEST_ROLE";

/// Where [`program`] leaves its files.
const DIRECTORY: &str = "TERM_TEST_DIRECTORY";

/// Nothing when run as a test; the program of the others when they start it.
#[test]
fn program() {
    let (Ok(role), Ok(directory)) = (std::env::var(ROLE), std::env::var(DIRECTORY)) else { return };
    let closed = Path::new(&directory).join("closed");
    let hangs = role == "closing hangs";
    let ending = Ending::new(move |reason| {
        fs::write(closed, format!("{reason:?}")).unwrap();
        if hangs {
            loop {
                thread::park();
            }
        }
    });
    let notice = "It stopped; see".to_owned();
    install_fault_hook(FaultReport { directory: directory.clone().into(), notice }, ending.clone());
    if role != "deaf" {
        watch_signals(ending.clone()).unwrap();
    }
    let terminal = match Terminal::enter(role != "kiosk") {
        Ok(terminal) => terminal,
        Err(error) => {
            println!("refused: {error}");
            return;
        }
    };
    show(&terminal, &role, &ending, &Path::new(&directory).join("site.db"));
}

/// The main loop: shows what it got, and how many frames it took.
fn show(terminal: &Terminal, role: &str, ending: &Ending, store: &Path) {
    let waker = Waker::new().unwrap();
    let mut reader = Reader::new(waker.clone()).unwrap();
    let mut watch = StoreWatch::new(store).unwrap();
    let mut screen = Screen::new(Tty, terminal.size(), Palette::Ansi);
    let (mut last, mut count, mut frames, mut dirty) = ("nothing".to_owned(), 0, 0, true);
    loop {
        if dirty {
            frames += 1;
            let (width, height) = (screen.area().width, screen.area().height);
            let line = format!("last {last}; keys {count}; frames {frames}; size {width}x{height}; ready");
            match screen.draw(|buffer| {
                buffer.set_string(0, 0, &line, Style::new());
                None
            }) {
                Ok(drawn) => dirty = drawn == Drawn::Busy,
                Err(_) => ending.end(EndReason::HangUp),
            }
        }
        if role == "stuck" {
            thread::park();
        }
        let fds = [watch.as_fd()];
        let batch = reader.next_batch(Wait { fds: &fds, writable: dirty, timeout: None }).unwrap();
        dirty |= !batch.is_empty();
        for input in batch {
            match input {
                Input::Key(key) => {
                    count += 1;
                    last = format!("key {key}");
                    let waker = waker.clone();
                    match key.typed() {
                        Some('q') => return,
                        Some('p') => panic!("secret of the main thread"),
                        Some('P') => drop(thread::spawn(|| panic!("secret of a worker"))),
                        Some('w') => drop(thread::spawn(move || waker.wake())),
                        Some('W') => drop(thread::spawn(move || {
                            loop {
                                waker.wake();
                                thread::yield_now();
                            }
                        })),
                        _ if key == Key::ctrl('z') => last = format!("stop {:?}", stop(terminal, &mut screen)),
                        _ => {}
                    }
                }
                Input::Paste(text) => last = format!("paste {text:?}"),
                Input::Resize(width, height) => screen.resize((width, height)),
                Input::Resumed => screen.invalidate(),
                Input::Woken => last = "woken".into(),
                Input::Ready(_) => last = format!("store {}", watch.drain()),
                Input::Gone => ending.end(EndReason::HangUp),
            }
        }
    }
}

fn stop(terminal: &Terminal, screen: &mut Screen<Tty>) -> Stop {
    let stop = terminal.stop();
    screen.invalidate();
    stop
}

/// A directory for one run of the program.
fn directory() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn role(role: &str, directory: &tempfile::TempDir) -> Program {
    Program::this_test("program").env(ROLE, role).env(DIRECTORY, directory.path())
}

fn start(program: Program) -> Pty {
    let pty = program.spawn();
    pty.wait_for("ready", LIMIT);
    pty
}

#[track_caller]
fn check_given_back(pty: &Pty) {
    assert!(!pty.look(vt100::Screen::alternate_screen), "still on the alternate screen");
    assert!(!pty.look(vt100::Screen::hide_cursor), "still without a cursor");
    assert!(!pty.look(vt100::Screen::bracketed_paste), "still marking pastes");
    let output = String::from_utf8_lossy(&pty.output()).into_owned();
    assert_eq!(output.matches("\x1b[?1049l").count(), 1, "given back once");
    assert!(!output.contains("\x1b]"), "no OSC, so no title (S-81)");
}

fn closed(directory: &tempfile::TempDir) -> String {
    fs::read_to_string(directory.path().join("closed")).unwrap_or_default()
}

/// Work that tells how far it is wakes the loop all the time; Escape stops it all the same.
#[test]
fn escape_alone_is_a_key_however_often_the_loop_is_woken() {
    let directory = directory();
    let mut pty = start(role("", &directory));
    pty.send("W");
    pty.wait_for("last woken; keys 1", LIMIT);
    pty.send(keys::ESC);
    pty.wait_for("keys 2", LIMIT);
    pty.send("q");
    assert_eq!(pty.wait_exit(LIMIT).code, Some(0));
}

#[test]
fn keys_and_pastes_arrive() {
    let directory = directory();
    let mut pty = start(role("", &directory));
    for (sent, name) in
        [("j", "key j"), (keys::UP, "key Up"), (keys::ESC, "key Esc"), ("é", "key é"), ("\x04", "key Ctrl-d")]
    {
        pty.send(sent);
        pty.wait_for(&format!("last {name};"), LIMIT);
    }
    pty.send(keys::paste("q\nq\u{7}"));
    pty.wait_for(r#"last paste "q\nq";"#, LIMIT);
    pty.send("w");
    pty.wait_for("last woken;", LIMIT);
    pty.resize(100, 30);
    pty.wait_for("size 100x30", LIMIT);
    assert!(pty.look(vt100::Screen::bracketed_paste) && pty.look(vt100::Screen::alternate_screen));
    assert!(!pty.settings_are_back());
    pty.send("q");
    assert_eq!(pty.wait_exit(LIMIT).code, Some(0));
    pty.wait_end_of_output(LIMIT);
    check_given_back(&pty);
    assert!(pty.settings_are_back());
}

#[test]
fn keys_typed_ahead_make_few_frames() {
    let directory = directory();
    let pty = start(role("", &directory));
    pty.mark();
    pty.send("j".repeat(200));
    pty.wait_for("keys 200;", LIMIT);
    let frames = pty.screen().split("frames ").nth(1).and_then(|rest| rest.split(';').next()?.parse::<u32>().ok());
    assert!(frames <= Some(4) && pty.bytes_since_mark() < 200, "{}", pty.screen());
}

#[test]
fn another_process_that_writes_the_store_wakes_the_loop() {
    let directory = directory();
    let pty = start(role("", &directory));
    fs::write(directory.path().join("site.db-wal"), "x").unwrap();
    pty.wait_for("last store true;", LIMIT);
}

/// S-89: no output, no wake-up while nothing happens.
#[test]
fn an_idle_program_sleeps() {
    let directory = directory();
    let pty = start(role("", &directory));
    pty.send("j");
    pty.wait_for("key j", LIMIT);
    // Threads that have just started may still be on their way to sleep.
    let quiet = (0..20).any(|_| {
        let before = pty::sleeps(pty.pid());
        pty.stays_silent(Duration::from_millis(300));
        pty::sleeps(pty.pid()) == before
    });
    assert!(quiet, "something wakes up the program again and again");
}

#[track_caller]
fn check_hang_up(exit: &Exit, directory: &tempfile::TempDir) {
    assert_eq!(exit.code, Some(129), "{exit:?}");
    assert!(exit.cpu < Duration::from_millis(500), "a lost terminal burns the processor: {exit:?}");
    assert_eq!(closed(directory), "HangUp");
}

/// S-87: a hang-up ends the process.
#[test]
fn a_hang_up_ends_the_program() {
    let directory = directory();
    let mut pty = start(role("", &directory));
    pty.hang_up();
    check_hang_up(&pty.wait_exit(LIMIT), &directory);
}

/// S-87: also where the parent ignores SIGHUP.
#[test]
fn a_hang_up_ignored_by_the_parent_ends_the_program() {
    let directory = directory();
    let mut pty = start(role("", &directory).under_shell(r#"trap "" HUP; exec "$@""#));
    pty.hang_up();
    check_hang_up(&pty.wait_exit(LIMIT), &directory);
}

/// S-87: the end of the terminal is a hang-up, without any signal.
#[test]
fn the_end_of_the_terminal_is_a_hang_up() {
    let directory = directory();
    let mut pty = start(role("deaf", &directory).under_shell(r#"trap "" HUP; exec "$@""#));
    pty.hang_up();
    check_hang_up(&pty.wait_exit(LIMIT), &directory);
}

/// S-87: the main loop need not be there.
#[test]
fn signals_end_a_program_whose_loop_is_stuck() {
    for (signal, code, reason) in [
        (Signal::TERM, 143, "Terminated"),
        (Signal::INT, 130, "Interrupted"),
        (Signal::QUIT, 131, "Quit"),
        (Signal::HUP, 129, "HangUp"),
    ] {
        let directory = directory();
        let mut pty = start(role("stuck", &directory));
        pty.kill(signal);
        assert_eq!(pty.wait_exit(LIMIT).code, Some(code));
        pty.wait_end_of_output(LIMIT);
        check_given_back(&pty);
        assert_eq!(closed(&directory), reason);
    }
}

/// S-87: closing work that hangs does not keep the process.
#[test]
fn closing_that_hangs_is_left_behind() {
    let directory = directory();
    let mut pty = start(role("closing hangs", &directory));
    pty.kill(Signal::TERM);
    assert_eq!(pty.wait_exit(LIMIT).code, Some(143));
    pty.wait_end_of_output(LIMIT);
    check_given_back(&pty);
}

/// S-86: terminal back, trace in a private file, one line without data; the same from a worker.
#[test]
fn a_fault_is_reported_without_data() {
    for (key, secret) in [("p", "secret of the main thread"), ("P", "secret of a worker")] {
        let directory = directory();
        let mut pty = start(role("", &directory));
        pty.send(key);
        assert_eq!(pty.wait_exit(LIMIT).code, Some(101));
        pty.wait_end_of_output(LIMIT);
        check_given_back(&pty);
        let output = String::from_utf8_lossy(&pty.output()).into_owned();
        assert!(output.contains("It stopped; see") && !output.contains("secret"), "{output}");
        let traces: Vec<_> = fs::read_dir(directory.path())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.to_string_lossy().contains("fault-"))
            .collect();
        assert_eq!(traces.len(), 1);
        assert!(fs::read_to_string(&traces[0]).unwrap().contains(secret));
        assert_eq!(fs::metadata(&traces[0]).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

/// S-88: a session leader does not stop, nor does a kiosk; asked from outside, neither.
#[test]
fn a_session_leader_does_not_stop() {
    let directory = directory();
    let pty = start(role("", &directory));
    pty.send(keys::ctrl('z'));
    pty.wait_for("last stop Refused;", LIMIT);
    pty.send("j");
    pty.wait_for("last key j;", LIMIT);
    pty.kill(Signal::TSTP);
    pty.wait_for("last stop Refused;", LIMIT);

    let pty = start(role("kiosk", &directory).under_shell(r#""$@"; exit $?"#));
    pty.send(keys::ctrl('z'));
    pty.wait_for("last stop Refused;", LIMIT);
}

/// S-88: elsewhere the terminal is given back before stopping, and the screen drawn again after.
#[test]
fn a_stopped_program_comes_back() {
    let directory = directory();
    let pty = start(role("", &directory).under_shell(r#""$@"; exit $?"#));
    pty.send(keys::ctrl('z'));
    let (_, status) = waitpid(Some(pty.pid()), WaitOptions::UNTRACED).unwrap().unwrap();
    assert!(status.stopped());
    pty.wait_until(|screen| !screen.alternate_screen() && !screen.hide_cursor(), LIMIT);
    assert!(pty.settings_are_back());
    kill_process_group(pty.pid(), Signal::CONT).unwrap();
    pty.wait_for("last stop Continued;", LIMIT);
    assert!(pty.look(vt100::Screen::alternate_screen) && !pty.settings_are_back());
}

/// S-89: no terminal, no console, no panic.
#[test]
fn without_a_terminal_there_is_no_console() {
    let directory = directory();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "program", "--nocapture"])
        .env(ROLE, "")
        .env(DIRECTORY, directory.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("refused: standard input is not a terminal"), "{text}");
}
