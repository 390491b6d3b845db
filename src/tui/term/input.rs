//! Everything that can wake the main loop, through one wait.

use std::io;
use std::os::fd::{AsFd, BorrowedFd};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::io::Errno;

use super::decode::{Decoder, Input};
use super::guard;
use super::key::{Code, Key};
use super::signal::LoopSignals;
use super::wake::Waker;

/// Reads in one batch, so that a source that never ends cannot keep the screen from being drawn.
const READS: usize = 64;

/// The flags of a descriptor whose other end is gone.
const LOST: PollFlags = PollFlags::HUP.union(PollFlags::ERR).union(PollFlags::NVAL);

/// What to wait for besides the terminal, the signals and the waker.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wait<'a> {
    /// The longest wait; `None` waits without limit and wakes up for nothing.
    pub timeout: Option<Duration>,
    /// Descriptors that wake the loop when they can be read, such as a [`StoreWatch`](super::StoreWatch).
    pub fds: &'a [BorrowedFd<'a>],
    /// Return also when the terminal takes output: set it while a frame was refused.
    pub writable: bool,
}

/// The reader of the terminal.
#[derive(Debug)]
pub struct Reader {
    decoder: Decoder,
    /// When what was cut stays cut, whatever else wakes the loop meanwhile.
    settles: Option<Instant>,
    signals: LoopSignals,
    waker: Waker,
}

/// Which of the descriptors of one wait answered.
struct Answer {
    stdin: PollFlags,
    signals: bool,
    woken: bool,
    writable: bool,
    extra: Vec<usize>,
}

impl Reader {
    /// Creates the reader. One at a time: it owns standard input and the signals of the loop.
    ///
    /// # Errors
    ///
    /// Returns the error of the system when a descriptor or a handler cannot be had.
    pub fn new(waker: Waker) -> io::Result<Self> {
        Ok(Self { decoder: Decoder::default(), settles: None, signals: LoopSignals::new()?, waker })
    }

    /// Waits until something happens and returns all of it: every key already typed, before a frame is drawn.
    ///
    /// An empty batch means that the time is over, or that the terminal takes output again.
    ///
    /// # Errors
    ///
    /// Returns the error of the wait itself, which leaves nothing to do but end.
    pub fn next_batch(&mut self, wait: Wait<'_>) -> io::Result<Vec<Input>> {
        let limit = wait.timeout.map(|timeout| Instant::now() + timeout);
        let mut batch = Vec::new();
        loop {
            let left = |until: Instant| until.saturating_duration_since(Instant::now());
            let answer = self.poll(&wait, shorter(limit.map(left), self.settles.map(left)))?;
            let typed = answer.as_ref().is_some_and(|answer| !answer.stdin.is_empty());
            if !typed && self.settles.is_some_and(|at| at <= Instant::now()) {
                self.settles = None;
                self.decoder.settle(&mut batch);
            }
            let Some(answer) = answer else {
                if !batch.is_empty() || limit.is_some_and(|limit| limit <= Instant::now()) {
                    return Ok(batch);
                }
                continue;
            };
            if answer.signals {
                self.hear(&mut batch);
            }
            if !answer.stdin.is_empty() {
                self.read_all(answer.stdin, &mut batch);
                self.settles = self.decoder.patience().map(|patience| Instant::now() + patience);
            }
            if answer.woken {
                self.waker.drain();
                batch.push(Input::Woken);
            }
            batch.extend(answer.extra.into_iter().map(Input::Ready));
            if !batch.is_empty() || answer.writable {
                return Ok(batch);
            }
        }
    }

    /// Waits once; `None` when the time passed.
    fn poll(&self, wait: &Wait<'_>, timeout: Option<Duration>) -> io::Result<Option<Answer>> {
        let (stdin, stdout) = (rustix::stdio::stdin(), rustix::stdio::stdout());
        let out = if wait.writable { PollFlags::OUT } else { PollFlags::empty() };
        let mut fds = Vec::with_capacity(4 + wait.fds.len());
        fds.push(PollFd::new(&stdin, PollFlags::IN));
        fds.push(PollFd::new(&self.signals, PollFlags::IN));
        fds.push(PollFd::new(&self.waker, PollFlags::IN));
        fds.push(PollFd::new(&stdout, out));
        fds.extend(wait.fds.iter().map(|fd| PollFd::new(fd, PollFlags::IN)));
        let timeout = timeout.and_then(|timeout| Timespec::try_from(timeout).ok());
        match rustix::event::poll(&mut fds, timeout.as_ref()) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            // A signal: it has made its own descriptor readable.
            Err(Errno::INTR) => fds.iter_mut().for_each(PollFd::clear_revents),
            Err(error) => return Err(error.into()),
        }
        let happened: Vec<PollFlags> = fds.iter().map(PollFd::revents).collect();
        Ok(Some(Answer {
            // The end of standard output is the end of the terminal too.
            stdin: happened[0] | (happened[3] & LOST),
            signals: !happened[1].is_empty(),
            woken: !happened[2].is_empty(),
            writable: happened[3].contains(PollFlags::OUT),
            extra: (0..wait.fds.len()).filter(|i| !happened[4 + i].is_empty()).collect(),
        }))
    }

    fn hear(&mut self, batch: &mut Vec<Input>) {
        let heard = self.signals.drain();
        if heard.continued {
            guard::retake();
            batch.push(Input::Resumed);
        }
        if heard.resized || heard.continued {
            let (width, height) = guard::size();
            batch.push(Input::Resize(width, height));
        }
        if heard.stop {
            batch.push(Input::Key(Key { ctrl: true, ..Key::new(Code::Char('z')) }));
        }
    }

    /// Reads standard input dry, never waiting for it.
    fn read_all(&mut self, mut state: PollFlags, batch: &mut Vec<Input>) {
        let stdin = rustix::stdio::stdin();
        let mut bytes = [0; 4096];
        for _ in 0..READS {
            if !state.contains(PollFlags::IN) {
                if state.intersects(LOST) {
                    batch.push(Input::Gone);
                }
                return;
            }
            match rustix::io::read(stdin.as_fd(), &mut bytes) {
                Ok(0) => return batch.push(Input::Gone),
                Ok(count) => self.decoder.feed(&bytes[..count], batch),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => return,
                Err(_) => return batch.push(Input::Gone),
            }
            let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
            state = match rustix::event::poll(&mut fds, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })) {
                Ok(_) => fds[0].revents(),
                Err(_) => PollFlags::empty(),
            };
        }
    }
}

fn shorter(a: Option<Duration>, b: Option<Duration>) -> Option<Duration> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}
