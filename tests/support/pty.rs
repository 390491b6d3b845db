//! A program in a terminal of its own, driven and watched by a test.
//!
//! The program is a session leader with the pseudo-terminal as its controlling terminal, as under sshd: hanging up sends
//! SIGHUP. A test binary becomes that leader by starting itself again ([`trampoline`]) and turning into the program, so
//! any test binary that has this module can spawn.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};

/// Long enough for a busy machine; a test that waits so long has failed.
pub const LIMIT: Duration = Duration::from_secs(20);

/// Says to [`trampoline`] that it was started to become the program.
const TRAMPOLINE: &str = "GUICHET_TEST_TRAMPOLINE";

/// A program to start.
pub struct Program {
    command: Command,
    size: (u16, u16),
}

impl Program {
    /// The program at `path`, with an empty environment but for `TERM`, `PATH` and `LANG`.
    pub fn new(path: impl AsRef<OsStr>) -> Self {
        // The test harness leaves the name of the crate out.
        let module = module_path!().split_once("::").map_or("", |(_, module)| module);
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", &format!("{module}::trampoline"), "--nocapture"]);
        command.env_clear().env("TERM", "xterm-256color").env("LANG", "C.UTF-8");
        command.env("PATH", "/usr/local/bin:/usr/bin:/bin");
        let mut program = Self { command, size: (80, 24) };
        program.push(path.as_ref());
        program
    }

    /// One test of this very binary, as the program: the test looks for an environment variable and acts.
    pub fn this_test(name: &str) -> Self {
        Self::new(std::env::current_exe().unwrap()).args(["--exact", name, "--nocapture"])
    }

    /// The same program, started by a shell that runs `script` around `"$@"`.
    pub fn under_shell(self, script: &str) -> Self {
        let words = self.words();
        let mut wrapped = Self { command: self.command, size: self.size };
        wrapped.command.env_remove(TRAMPOLINE);
        ["/bin/sh", "-c", script, "sh"]
            .into_iter()
            .map(OsString::from)
            .chain(words)
            .for_each(|word| wrapped.push(&word));
        wrapped
    }

    pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, args: I) -> Self {
        args.into_iter().for_each(|arg| self.push(arg.as_ref()));
        self
    }

    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Columns and rows; 80x24 when not said.
    pub fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    /// Starts the program.
    pub fn spawn(mut self) -> Pty {
        let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&master).unwrap();
        unlockpt(&master).unwrap();
        tcsetwinsize(&master, winsize(self.size)).unwrap();
        let found = tcgetattr(&master).unwrap();
        let slave = ioctl_tiocgptpeer(&master, OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        let child = self.command.stdin(slave).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        // The command still holds the other side of the terminal; the program must be the only one.
        drop(self);
        Pty::watch(master, found, child)
    }

    /// Words travel in one variable, ended by a unit separator each.
    fn push(&mut self, word: &OsStr) {
        let mut words = self.variable();
        words.push(word);
        words.push("\u{1f}");
        self.command.env(TRAMPOLINE, words);
    }

    fn variable(&self) -> OsString {
        let found = self.command.get_envs().find(|(name, _)| *name == TRAMPOLINE);
        found.and_then(|(_, value)| value).unwrap_or_default().to_owned()
    }

    fn words(&self) -> Vec<OsString> {
        split(&self.variable())
    }
}

fn split(words: &OsStr) -> Vec<OsString> {
    let words = words.to_str().expect("arguments of tests are text");
    words.split_terminator('\u{1f}').map(OsString::from).collect()
}

/// Does nothing when run as a test; becomes the program when started by [`Program::spawn`].
#[test]
fn trampoline() {
    let Some(words) = std::env::var_os(TRAMPOLINE) else { return };
    let words = split(&words);
    rustix::process::setsid().unwrap();
    rustix::process::ioctl_tiocsctty(rustix::stdio::stdin()).unwrap();
    rustix::stdio::dup2_stdout(rustix::stdio::stdin()).unwrap();
    rustix::stdio::dup2_stderr(rustix::stdio::stdin()).unwrap();
    let error = Command::new(&words[0]).args(&words[1..]).env_remove(TRAMPOLINE).exec();
    panic!("{}: {error}", words[0].display());
}

/// How a program ended.
#[derive(Debug)]
pub struct Exit {
    /// Exit status, or `None` when a signal killed it.
    pub code: Option<i32>,
    /// The signal that killed it.
    pub signal: Option<i32>,
    /// Processor time of the whole life of the process.
    pub cpu: Duration,
}

/// What the terminal has received.
struct Seen {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    mark: usize,
    ended: bool,
}

/// A running program and its terminal; dropping it kills the program.
pub struct Pty {
    master: Option<Arc<OwnedFd>>,
    found: Termios,
    child: Child,
    pidfd: OwnedFd,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    stop: Arc<OwnedFd>,
    reader: Option<JoinHandle<()>>,
}

impl Pty {
    fn watch(master: OwnedFd, found: Termios, child: Child) -> Self {
        let size = rustix::termios::tcgetwinsize(&master).unwrap();
        let parser = vt100::Parser::new(side(size.ws_row), side(size.ws_col), 0);
        let seen = Arc::new((Mutex::new(Seen { parser, bytes: Vec::new(), mark: 0, ended: false }), Condvar::new()));
        let stop = Arc::new(eventfd(0, EventfdFlags::CLOEXEC).unwrap());
        let master = Arc::new(master);
        let reader = {
            let (master, stop, seen) = (Arc::clone(&master), Arc::clone(&stop), Arc::clone(&seen));
            thread::spawn(move || read_all(&master, &stop, &seen))
        };
        let pidfd = pidfd_open(Pid::from_child(&child), PidfdFlags::empty()).unwrap();
        Self { master: Some(master), found, child, pidfd, seen, stop, reader: Some(reader) }
    }

    /// Types bytes as the keyboard would; see [`keys`].
    pub fn send(&self, bytes: impl AsRef<[u8]>) {
        let mut bytes = bytes.as_ref();
        while !bytes.is_empty() {
            let written = rustix::io::write(self.master(), bytes).unwrap();
            bytes = &bytes[written..];
        }
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&self, text: &str, limit: Duration) {
        self.wait(&format!("{text:?}"), limit, |seen| shows(seen.parser.screen(), text));
    }

    /// Waits until the screen is as `wanted` says.
    #[track_caller]
    pub fn wait_until(&self, wanted: impl Fn(&vt100::Screen) -> bool, limit: Duration) {
        self.wait("the wanted screen", limit, |seen| wanted(seen.parser.screen()));
    }

    /// Waits until nothing more can come: every process has closed the terminal.
    #[track_caller]
    pub fn wait_end_of_output(&self, limit: Duration) {
        self.wait("the end of the output", limit, |seen| seen.ended);
    }

    /// Checks that the program writes nothing for a while.
    #[track_caller]
    pub fn stays_silent(&self, time: Duration) {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let before = seen.bytes.len();
        let (seen, _) = changed.wait_timeout_while(seen, time, |seen| seen.bytes.len() == before).unwrap();
        assert_eq!(seen.bytes.len(), before, "the program wrote {:?}", String::from_utf8_lossy(&seen.bytes[before..]));
    }

    /// Returns the text of the screen.
    pub fn screen(&self) -> String {
        self.seen().parser.screen().contents()
    }

    /// Returns what `look` sees in the screen.
    pub fn look<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.seen().parser.screen())
    }

    /// Counts bytes from here on.
    pub fn mark(&self) {
        let mut seen = self.seen();
        seen.mark = seen.bytes.len();
    }

    /// Returns how many bytes the program wrote since the mark.
    pub fn bytes_since_mark(&self) -> usize {
        let seen = self.seen();
        seen.bytes.len() - seen.mark
    }

    /// Returns everything the program wrote.
    pub fn output(&self) -> Vec<u8> {
        self.seen().bytes.clone()
    }

    /// Gives the terminal another size, which sends SIGWINCH.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.seen().parser.set_size(side(rows), side(columns));
        tcsetwinsize(self.master(), winsize((columns, rows))).unwrap();
    }

    /// Says whether the settings of the terminal are those it had before the program.
    pub fn settings_are_back(&self) -> bool {
        let now = tcgetattr(self.master()).unwrap();
        (now.input_modes, now.output_modes, now.local_modes)
            == (self.found.input_modes, self.found.output_modes, self.found.local_modes)
    }

    /// Closes the terminal from the side of the person: every copy of it, so that the program gets SIGHUP.
    pub fn hang_up(&mut self) {
        self.stop_reading();
        let master = self.master.take().expect("hung up once");
        assert_eq!(Arc::strong_count(&master), 1, "a copy keeps the terminal open");
    }

    /// Returns the process id of the program (of the shell, under one).
    pub fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    /// Sends a signal to the program.
    pub fn kill(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub fn wait_exit(&mut self, limit: Duration) -> Exit {
        let mut fds = [PollFd::new(&self.pidfd, PollFlags::IN)];
        let limit = Timespec::try_from(limit).unwrap();
        if rustix::event::poll(&mut fds, Some(&limit)).unwrap() == 0 {
            panic!("the program does not end; its screen:\n{}", self.screen());
        }
        // Dead and not yet waited for: its times are still there.
        let cpu = cpu_time(self.pid());
        let status = self.child.wait().unwrap();
        Exit { code: status.code(), signal: status.signal(), cpu }
    }

    fn master(&self) -> &OwnedFd {
        self.master.as_ref().expect("the terminal was hung up")
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    #[track_caller]
    fn wait(&self, what: &str, limit: Duration, is_there: impl Fn(&Seen) -> bool) {
        let (lock, changed) = &*self.seen;
        let end = Instant::now() + limit;
        let mut seen = lock.lock().unwrap();
        while !is_there(&seen) {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() || seen.ended {
                let screen = seen.parser.screen().contents();
                let why = if seen.ended { "the terminal was closed" } else { "the time is over" };
                drop(seen);
                panic!("{what} did not come: {why}; the screen:\n{screen}\n--");
            }
            seen = changed.wait_timeout(seen, left).unwrap().0;
        }
    }

    fn stop_reading(&mut self) {
        if let Some(reader) = self.reader.take() {
            rustix::io::write(&self.stop, &1u64.to_ne_bytes()).unwrap();
            reader.join().unwrap();
        }
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.stop_reading();
    }
}

/// Feeds the screen until the terminal is closed or the test stops it.
fn read_all(master: &OwnedFd, stop: &OwnedFd, seen: &(Mutex<Seen>, Condvar)) {
    let mut bytes = vec![0; 64 * 1024];
    loop {
        let mut fds = [PollFd::new(master, PollFlags::IN), PollFd::new(stop, PollFlags::IN)];
        let polled = rustix::event::poll(&mut fds, None);
        if polled.is_err() {
            continue;
        }
        if !fds[1].revents().is_empty() {
            return;
        }
        let count = rustix::io::read(master.as_fd(), &mut bytes[..]).unwrap_or(0);
        let mut seen_now = seen.0.lock().unwrap();
        seen_now.parser.process(&bytes[..count]);
        seen_now.bytes.extend_from_slice(&bytes[..count]);
        seen_now.ended = count == 0;
        seen.1.notify_all();
        if count == 0 {
            return;
        }
    }
}

fn shows(screen: &vt100::Screen, text: &str) -> bool {
    screen.contents().contains(text)
}

fn side(length: u16) -> NonZeroU16 {
    NonZeroU16::new(length).expect("a terminal has a size")
}

fn winsize((columns, rows): (u16, u16)) -> Winsize {
    Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}

/// Returns the processor time of a process, ended or not.
pub fn cpu_time(pid: Pid) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero())).unwrap();
    // The name, in parentheses, may hold anything; user and system time are the 14th and 15th fields.
    let fields: Vec<&str> = stat[stat.rfind(')').unwrap() + 2..].split(' ').collect();
    let ticks: u64 = fields[11..13].iter().map(|field| field.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 10)
}

/// Returns how often the threads of a process went to sleep so far.
pub fn sleeps(pid: Pid) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{}/task", pid.as_raw_nonzero())).unwrap();
    tasks
        .map(|task| {
            let status = fs::read_to_string(task.unwrap().path().join("status")).unwrap();
            let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).unwrap();
            line.trim().parse::<u64>().unwrap()
        })
        .sum()
}

/// What a keyboard sends.
pub mod keys {
    pub const ENTER: &str = "\r";
    pub const ESC: &str = "\x1b";
    pub const TAB: &str = "\t";
    pub const SHIFT_TAB: &str = "\x1b[Z";
    pub const BACKSPACE: &str = "\x7f";
    pub const DELETE: &str = "\x1b[3~";
    pub const UP: &str = "\x1b[A";
    pub const DOWN: &str = "\x1b[B";
    pub const RIGHT: &str = "\x1b[C";
    pub const LEFT: &str = "\x1b[D";
    pub const HOME: &str = "\x1b[H";
    pub const END: &str = "\x1b[F";
    pub const PG_UP: &str = "\x1b[5~";
    pub const PG_DN: &str = "\x1b[6~";
    pub const F1: &str = "\x1bOP";

    /// Control and a letter.
    pub fn ctrl(letter: char) -> String {
        char::from(letter as u8 & 0x1f).to_string()
    }

    /// Text as a terminal pastes it.
    pub fn paste(text: &str) -> String {
        format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r"))
    }
}
