//! The console over a real OpenSSH server on loopback, behind a forced command, as it is installed.
//!
//! Where there is no OpenSSH the tests say so and pass, unless `GUICHET_NEED_SSHD` is set, as `.ci/run` does.

#![expect(clippy::unwrap_used, clippy::print_stderr, reason = "a helper that fails is a test that fails")]

#[path = "console/person.rs"]
mod person;
#[path = "console/site.rs"]
mod site;
mod support;
#[path = "console/words.rs"]
mod words;

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use guichet::text::Lang;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, pidfd_open};

use person::{Person, SMALL};
use site::{GUICHET, Site};
use support::keys::{ENTER, RIGHT};
use support::pty::{LIMIT, Program};
use words::Words;

/// How soon the process is gone once its client is.
const SOON: Duration = Duration::from_secs(1);

/// What has to be installed.
struct OpenSsh {
    sshd: PathBuf,
    ssh: PathBuf,
    keygen: PathBuf,
}

impl OpenSsh {
    fn find() -> Option<Self> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&path).chain(["/usr/sbin".into()]).collect();
        let program = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
        Some(Self { sshd: program("sshd")?, ssh: program("ssh")?, keygen: program("ssh-keygen")? })
    }
}

/// A server with a store behind it, as the current user.
struct Server {
    site: Site,
    open_ssh: OpenSsh,
    port: u16,
    sshd: Child,
    said: Receiver<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        // The sessions are processes of their own; they end with their clients.
        let _ = self.sshd.kill();
        let _ = self.sshd.wait();
    }
}

/// Says loudly that nothing was tested; fails where it had to be.
fn not_tested(why: &str) -> Option<Server> {
    eprintln!("\n*** NOT TESTED over SSH: {why}.\n*** `.ci/run` installs what it takes.\n");
    assert!(std::env::var_os("GUICHET_NEED_SSHD").is_none(), "GUICHET_NEED_SSHD is set, and {why}");
    None
}

/// Starts a server; none where there is no OpenSSH.
fn serve() -> Option<Server> {
    let Some(open_ssh) = OpenSsh::find() else { return not_tested("OpenSSH is not installed") };
    let site = Site::new();
    for name in ["host", "person"] {
        let made = Command::new(&open_ssh.keygen)
            .args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"])
            .arg(site.folder().join(name))
            .status();
        assert!(made.unwrap().success());
    }
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let config = site.folder().join("sshd_config");
    std::fs::write(&config, config_of(site.folder(), &site.store(), port)).unwrap();
    let check = Command::new(&open_ssh.sshd).arg("-t").arg("-f").arg(&config).output().unwrap();
    if !check.status.success() {
        return not_tested(String::from_utf8_lossy(&check.stderr).trim());
    }
    let mut sshd = Command::new(&open_ssh.sshd)
        .args(["-D", "-e", "-f"])
        .arg(&config)
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let log = BufReader::new(sshd.stderr.take().unwrap());
    let (say, said) = channel();
    // Ends with the server and its sessions.
    thread::spawn(move || log.lines().map_while(Result::ok).try_for_each(|line| say.send(line)));
    let server = Server { site, open_ssh, port, sshd, said };
    loop {
        let line = server.said.recv_timeout(LIMIT).expect("the server says that it listens");
        if line.contains("Server listening") {
            return Some(server);
        }
    }
}

/// What `assets/sshd/guichet.conf` says for the members of a group, here for everybody who has the key.
fn config_of(folder: &Path, store: &Path, port: u16) -> String {
    let (folder, store) = (folder.display(), store.display());
    format!(
        "Port {port}\nListenAddress 127.0.0.1\nHostKey {folder}/host\nPidFile none\n\
         AuthorizedKeysFile {folder}/person.pub\nStrictModes no\nUsePAM no\nPermitRootLogin prohibit-password\n\
         PasswordAuthentication no\nKbdInteractiveAuthentication no\n\
         DisableForwarding yes\nPermitUserRC no\nPrintMotd no\nPrintLastLog no\n\
         ForceCommand {GUICHET} --kiosk --lang en --store {store}\n"
    )
}

impl Server {
    /// The client: `ssh` in a terminal, with what the client may ask for.
    fn client(&self, asked: &[&str]) -> Program {
        let name = Command::new("id").arg("-un").output().unwrap().stdout;
        let to = format!("{}@127.0.0.1", String::from_utf8(name).unwrap().trim());
        let port = self.port.to_string();
        let options =
            ["StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null", "IdentitiesOnly=yes", "BatchMode=yes"];
        let program = Program::new(&self.open_ssh.ssh).args(["-tt", "-F", "none", "-p", &port, "-o", "LogLevel=ERROR"]);
        let program = program.args(options.iter().flat_map(|option| ["-o", option]));
        program.args(["-i"]).args([self.site.folder().join("person")]).args([&to]).args(asked).size(SMALL.0, SMALL.1)
    }

    /// Somebody who has signed in through it.
    fn signed_in(&self) -> Person {
        let person = Person { pty: self.client(&[]).spawn(), words: Words::of(Lang::En) };
        person.signs_in();
        person
    }
}

/// Gives the first user a supervisor level.
fn changes_something(person: &Person) {
    person.has_selected("Alain Tremblay");
    person.types(ENTER);
    person.types(RIGHT);
    person.walks_to(&person.words.label("supervisor_level"));
    person.types(" ");
    person.sees(&person.words.before("head-draft", "count"));
    person.types("w");
    person.sees(&person.words.review(1, 1));
    person.types("w");
    person.sees(&person.words.before("desk-applied", "entry"));
}

/// Waits until a process that is not a child is gone.
#[track_caller]
fn is_gone(process: Pid, limit: Duration) {
    // Gone already, and not even a zombie.
    let Ok(watched) = pidfd_open(process, PidfdFlags::empty()) else { return };
    let mut fds = [PollFd::new(&watched, PollFlags::IN)];
    let limit = Timespec::try_from(limit).unwrap();
    assert_eq!(poll(&mut fds, Some(&limit)).unwrap(), 1, "the process outlives its client");
}

#[test]
fn something_is_changed_through_ssh_and_the_terminal_is_given_back() {
    let Some(server) = serve() else { return };
    let person = server.signed_in();
    let (process, peer) = server.site.running();
    assert_eq!(peer.as_deref(), Some("127.0.0.1"));
    changes_something(&person);
    person.leaves();
    is_gone(process, SOON);
    assert_eq!(server.site.user("alain@example.ca")["supervisor_level"], "reports");
    assert_eq!(server.site.session_ends(), [Some("quit".into())]);
    server.site.verify_journal();
}

/// S-87: the client is killed in the middle of something.
#[test]
fn a_client_that_is_killed_takes_the_process_along() {
    let Some(server) = serve() else { return };
    let mut person = server.signed_in();
    changes_something(&person);
    person.types("u");
    person.sees(&person.words.before("undo-title", "entry"));
    let (process, _) = server.site.running();
    person.pty.kill(Signal::KILL);
    assert_eq!(person.pty.wait_exit(LIMIT).signal, Some(9));
    is_gone(process, SOON);
    assert_eq!(server.site.session_ends(), [Some("hang_up".into())]);
    assert_eq!(server.site.user("alain@example.ca")["supervisor_level"], "reports", "what was said to be applied is");
    server.site.verify_journal();
}

/// What the client asks to run is not run, and is said to be refused.
#[test]
fn a_command_of_the_client_is_refused() {
    let Some(server) = serve() else { return };
    let file = server.site.folder().join("never");
    let mut pty = server.client(&["touch", file.to_str().unwrap()]).spawn();
    assert_eq!(pty.wait_exit(LIMIT).code, Some(3));
    assert!(!file.exists());
    assert!(server.site.session_ends().is_empty());
}
