//! What to start in a terminal.
//!
//! The program is a session leader with the pseudo-terminal as its controlling terminal, as under sshd: hanging up sends
//! SIGHUP. A test binary becomes that leader by starting itself again ([`trampoline`]) and turning into the program, so
//! any test binary that has this module can spawn, and any other that begins with [`become_program`].

use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use rustix::pty::{OpenptFlags, grantpt, ioctl_tiocgptpeer, openpt, unlockpt};
use rustix::termios::{Winsize, tcgetattr, tcsetwinsize};

use super::pty::Pty;

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
    become_program();
}

/// Becomes the program when started by [`Program::spawn`]; what is no test calls it first.
pub fn become_program() {
    let Some(words) = std::env::var_os(TRAMPOLINE) else { return };
    let words = split(&words);
    rustix::process::setsid().unwrap();
    rustix::process::ioctl_tiocsctty(rustix::stdio::stdin()).unwrap();
    rustix::stdio::dup2_stdout(rustix::stdio::stdin()).unwrap();
    rustix::stdio::dup2_stderr(rustix::stdio::stdin()).unwrap();
    let error = Command::new(&words[0]).args(&words[1..]).env_remove(TRAMPOLINE).exec();
    panic!("{}: {error}", words[0].display());
}

pub(super) fn winsize((columns, rows): (u16, u16)) -> Winsize {
    Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }
}
