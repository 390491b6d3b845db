//! A program in a terminal of its own, driven and watched by a test.
//!
//! [`Program`] says what to start; waits are for what the screen shows, never for a time.

use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::Child;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustix::event::{EventfdFlags, PollFd, PollFlags, Timespec, eventfd};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use rustix::termios::{Termios, tcgetattr, tcgetwinsize, tcsetwinsize};

use super::process::cpu_time;
use super::program::winsize;

pub use super::keys;
pub use super::process::sleeps;
pub use super::program::Program;

/// Long enough for a busy machine; a test that waits so long has failed.
pub const LIMIT: Duration = Duration::from_secs(20);

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
    /// When the last bytes came.
    last: Instant,
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
    pub(super) fn watch(master: OwnedFd, found: Termios, child: Child) -> Self {
        let size = tcgetwinsize(&master).unwrap();
        let parser = vt100::Parser::new(side(size.ws_row), side(size.ws_col), 0);
        let seen = Arc::new((
            Mutex::new(Seen { parser, bytes: Vec::new(), mark: 0, last: Instant::now(), ended: false }),
            Condvar::new(),
        ));
        let stop = Arc::new(eventfd(0, EventfdFlags::CLOEXEC).unwrap());
        let master = Arc::new(master);
        let reader = {
            let (master, stop, seen) = (Arc::clone(&master), Arc::clone(&stop), Arc::clone(&seen));
            thread::spawn(move || read_all(&master, &stop, &seen))
        };
        let pidfd = pidfd_open(Pid::from_child(&child), PidfdFlags::empty()).unwrap();
        Self { master: Some(master), found, child, pidfd, seen, stop, reader: Some(reader) }
    }

    /// Types bytes as the keyboard would; see [`keys`](super::keys).
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

    /// Waits until the program writes nothing for a while; answers when it wrote last.
    pub fn settled(&self, quiet: Duration) -> Instant {
        let (lock, changed) = &*self.seen;
        let mut seen = lock.lock().unwrap();
        loop {
            let before = seen.bytes.len();
            let waited = changed.wait_timeout_while(seen, quiet, |seen| seen.bytes.len() == before).unwrap();
            seen = waited.0;
            if waited.1.timed_out() {
                return seen.last;
            }
        }
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
        seen_now.last = Instant::now();
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
