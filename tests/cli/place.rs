//! A store of its own for each test, and the program run on it.

use std::fs;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use guichet::domain::time::Time;
use guichet::domain::value::Formula;
use guichet::service::clock::Clock;
use guichet::service::{Console, Founding, Opening, Settings, found};
use serde_json::Value;
use tempfile::TempDir;

/// The password of everybody.
pub const PASSWORD: &str = "les sanglots longs des violons";

/// A store with its owner `marie`, the sites `mtl` and `qc`, and the enterprise plan.
pub struct Place {
    pub folder: TempDir,
}

/// What a run said.
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Said {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The JSON on standard output of a run that succeeded.
    pub fn json(&self) -> Value {
        assert_eq!(self.code, 0, "{}", self.err);
        assert_eq!(self.err, "");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The one error object on standard error of a run that failed so.
    pub fn error(&self, code: i32) -> Value {
        assert_eq!(self.code, code, "{} {}", self.out, self.err);
        let error: Value = serde_json::from_str(&self.err).unwrap_or_else(|error| panic!("{error}: {}", self.err));
        let keys: Vec<&String> = error["error"].as_object().unwrap().keys().collect();
        assert!(keys.iter().all(|key| ["code", "message", "field", "line"].contains(&key.as_str())), "{keys:?}");
        assert!(error["error"]["message"].as_str().unwrap().ends_with('.'), "{error}");
        error["error"].clone()
    }
}

/// The bytes of a store that was just made; making one costs a password hash.
fn template() -> &'static [u8] {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let founding = Founding {
            organisation: "Atelier Nord".into(),
            plan: Formula::Enterprise,
            sites: vec![("mtl".into(), "Montréal".into()), ("qc".into(), "Québec".into())],
            owner: "marie".into(),
            email: "marie@example.ca".into(),
        };
        let clock = Clock::frozen(Time(1_700_000_000_000));
        found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
        fs::read(path).unwrap()
    })
}

impl Place {
    /// An empty directory with the password's file.
    pub fn bare() -> Self {
        let place = Self { folder: tempfile::tempdir().unwrap() };
        place.file("password", &format!("{PASSWORD}\nsecond line\n"));
        place
    }

    /// A store.
    pub fn new() -> Self {
        let place = Self::bare();
        place.write("store", template());
        place
    }

    /// A file beside the store.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        self.write(name, text.as_bytes())
    }

    /// A file beside the store, for its owner alone.
    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        let mut file = fs::OpenOptions::new().create(true).truncate(true).write(true).mode(0o600).open(&path).unwrap();
        file.write_all(bytes).unwrap();
        path
    }

    /// Where the store is.
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("store")
    }

    /// The program with that store; nobody is named.
    pub fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_guichet"));
        command.env_clear().env("LANG", "C.UTF-8").env("HOME", self.folder.path()).env("GUICHET_STORE", self.store());
        command.args(args).stdin(Stdio::null());
        command
    }

    /// Runs the program; nobody is named.
    pub fn run(&self, args: &[&str]) -> Said {
        Said::of(self.program(args).output().unwrap())
    }

    /// Runs the program as an administrator.
    pub fn run_as(&self, username: &str, args: &[&str]) -> Said {
        Said::of(self.named(username, args).output().unwrap())
    }

    /// Runs the program as the owner.
    pub fn marie(&self, args: &[&str]) -> Said {
        self.run_as("marie", args)
    }

    /// The program as an administrator.
    pub fn named(&self, username: &str, args: &[&str]) -> Command {
        let mut command = self.program(args);
        command.args(["--as", username, "--password-file"]).arg(self.folder.path().join("password"));
        command
    }

    /// Applies lines as an administrator.
    pub fn apply_as(&self, username: &str, lines: &str, args: &[&str]) -> Said {
        let mut command = self.named(username, &[&["apply"], args].concat());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        // A program that refuses before it reads closes its end.
        let _ = child.stdin.take().unwrap().write_all(lines.as_bytes());
        Said::of(child.wait_with_output().unwrap())
    }

    /// Applies lines as the owner; they must succeed.
    pub fn apply(&self, lines: &str) -> Value {
        self.apply_as("marie", lines, &["--json"]).json()
    }

    /// A console in this process, for what needs no program of its own.
    pub fn console(&self, username: &str) -> Console {
        let mut console = Console::open(Settings::new(self.store())).unwrap();
        console.sign_in(username, PASSWORD, 0).unwrap();
        console
    }

    /// Makes an administrator of one site who has everybody's password, and gives the commands to them.
    pub fn administrator(&self, username: &str, more: &str) {
        let create = format!(
            r#"{{"do":"create_admin","username":"{username}","first_name":"A","last_name":"B","email":"{username}@example.ca","sites":["mtl"]}}"#
        );
        let commands: Vec<_> =
            [create.as_str()].into_iter().chain(more.lines()).map(|line| serde_json::from_str(line).unwrap()).collect();
        let receipt = self.console("marie").execute(&commands, None).unwrap();
        let temporary = &receipt.answers[0].temporary_password;
        let mut own = Console::open(Settings::new(self.store())).unwrap();
        own.sign_in(username, temporary, 0).unwrap();
        own.set_own_password(temporary, PASSWORD).unwrap();
    }

    /// The newest entry, as `number:hash`.
    pub fn head(&self) -> String {
        self.marie(&["journal", "head"]).out.trim().to_owned()
    }

    /// Verifies the journal, without an account.
    pub fn assert_sound(&self) {
        let said = self.run(&["journal", "verify"]);
        assert_eq!(said.code, 0, "{}", said.err);
    }

    /// The store's file as another program would open it.
    pub fn raw(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.store()).unwrap()
    }
}

/// What must not change of a file that is refused.
pub fn print_of(path: &Path) -> (Vec<u8>, std::time::SystemTime) {
    (fs::read(path).unwrap(), fs::metadata(path).unwrap().modified().unwrap())
}

/// A user with a site and an e-mail.
pub const AMELIE: &str =
    r#"{"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"mtl"}"#;
