//! A site to work at: a store with a few people, and the command line beside the console.
#![allow(dead_code, reason = "the tests of the console and those over SSH use their part each")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use guichet::domain::command::Command as Asked;
use guichet::domain::value::Formula;
use guichet::service::clock::Clock;
use guichet::service::{Console, Founding, Opening, Settings, found};
use rustix::process::Pid;
use serde_json::Value;

use crate::support::pty::Program;

/// The program under test.
pub const GUICHET: &str = env!("CARGO_BIN_EXE_guichet");

/// The password of both administrators.
pub const PASSWORD: &str = "les sanglots longs des violons";

/// What there is: users, contacts in an order, and somebody besides the owner.
const PEOPLE: &str = r#"
{"do":"create_user","display_name":"Alain Tremblay","email":"alain@example.ca","site":"mtl"}
{"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"mtl"}
{"do":"create_user","display_name":"Benoît Côté","email":"benoit@example.ca","site":"mtl"}
{"do":"create_user","display_name":"Zoé Girard","email":"zoe@example.ca","site":"mtl"}
{"do":"create_contact","name":"Denis Lavoie","phones":[{"kind":"mobile","number":"514 555-0101"}]}
{"do":"create_contact","name":"Farida Haddad","phones":[{"kind":"mobile","number":"514 555-0102"}]}
{"do":"create_contact","name":"Gaston Miron","phones":[{"kind":"mobile","number":"514 555-0103"}]}
{"do":"set_communication_order","list":"technical","contacts":["Denis Lavoie","Farida Haddad","Gaston Miron"]}
{"do":"open_ticket","kind":"change_rights","reason":"asked","commands":[{"do":"set_permission","user":"benoit@example.ca","permission":"web_access","value":true}]}
"#;

/// A store in a directory of its own.
pub struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    /// A directory without a store.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A store whose owner is `marie`, with people in it.
    pub fn new() -> Self {
        let site = Self::empty();
        let founding = Founding {
            organisation: "Atelier Nord".into(),
            plan: Formula::Enterprise,
            sites: vec![("mtl".into(), "Montréal".into())],
            owner: "marie".into(),
            email: "marie@example.ca".into(),
        };
        found(&site.store(), Opening::default(), &Clock::System, &founding, PASSWORD).unwrap();
        site.keep_password();
        site.change(PEOPLE);
        site
    }

    /// Writes the password where the subcommands find it.
    pub fn keep_password(&self) {
        std::fs::write(self.password_file(), PASSWORD).unwrap();
    }

    pub fn store(&self) -> PathBuf {
        self.folder.path().join("store.guichet")
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The file with the password of the owner.
    pub fn password_file(&self) -> PathBuf {
        self.folder.path().join("password")
    }

    /// The store, signed in, within the test.
    pub fn console(&self) -> Console {
        let mut console = Console::open(Settings::new(self.store())).unwrap();
        console.sign_in("marie", PASSWORD, 0).unwrap();
        console
    }

    /// Applies Commands, one a line, from beside the console.
    pub fn change(&self, lines: &str) {
        let lines = lines.lines().filter(|line| !line.trim().is_empty());
        let commands: Vec<Asked> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
        self.console().execute(&commands, None).unwrap();
    }

    /// Makes an administrator of every site who has signed in, and has the password of everybody.
    pub fn administrator(&self, username: &str, holds: &[(&str, &str)]) {
        let create = serde_json::json!({"do": "create_admin", "username": username, "first_name": "A", "last_name": "B",
            "email": format!("{username}@example.ca"), "all_sites": true});
        let give = holds.iter().map(|(resource, value)| {
            serde_json::json!({"do": "set_admin_resource", "admin": username, "resource": resource, "value": value})
        });
        let commands: Vec<Asked> =
            [create].into_iter().chain(give).map(|c| serde_json::from_value(c).unwrap()).collect();
        let receipt = self.console().execute(&commands, None).unwrap();
        let temporary = &receipt.answers[0].temporary_password;
        let mut own = Console::open(Settings::new(self.store())).unwrap();
        own.sign_in(username, temporary, 0).unwrap();
        own.set_own_password(temporary, PASSWORD).unwrap();
    }

    /// The console, not yet started.
    pub fn program(&self, lang: &str) -> Program {
        Program::new(GUICHET).args(["--lang", lang, "--store"]).args([self.store()])
    }

    /// Runs a subcommand as the owner.
    pub fn run(&self, lang: &str, args: &[&str]) -> Output {
        let mut command = Command::new(GUICHET);
        command.args(args).args(["--lang", lang, "--as", "marie", "--store"]).arg(self.store());
        command.arg("--password-file").arg(self.password_file()).env_clear().output().unwrap()
    }

    /// Runs a subcommand as the owner and reads the JSON that it writes.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        let output = self.run("en", &[args, &["--json"]].concat());
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{args:?}: {error}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Applies Commands that are refused: the exit code and the sentence.
    #[track_caller]
    pub fn refusal(&self, lang: &str, lines: &str) -> (Option<i32>, String) {
        let file = self.folder.path().join("commands");
        std::fs::write(&file, lines).unwrap();
        let output = self.run(lang, &["apply", file.to_str().unwrap(), "--json"]);
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        (output.status.code(), error["error"]["message"].as_str().unwrap().to_owned())
    }

    /// The user of that e-mail, as `guichet show` has it.
    #[track_caller]
    pub fn user(&self, email: &str) -> Value {
        self.json(&["show", "user", email])
    }

    /// Checks that the chain of the journal is whole.
    #[track_caller]
    pub fn verify_journal(&self) {
        let output = self.run("en", &["journal", "verify"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    /// The sessions that run, as `guichet sessions` lists them.
    pub fn sessions(&self) -> Vec<Value> {
        self.json(&["sessions"]).as_array().unwrap().clone()
    }

    /// Why each session ended, the oldest first; none for one that has not.
    pub fn session_ends(&self) -> Vec<Option<String>> {
        let store = self.sqlite();
        let mut ends = store.prepare("SELECT end_reason FROM session ORDER BY started_at").unwrap();
        ends.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    /// The process and the peer of the one session that runs.
    pub fn running(&self) -> (Pid, Option<String>) {
        let sql = "SELECT process, peer FROM session WHERE ended_at IS NULL";
        let (process, peer): (i32, _) = self.sqlite().query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        (Pid::from_raw(process).unwrap(), peer)
    }

    /// The file itself: what no subcommand tells.
    fn sqlite(&self) -> rusqlite::Connection {
        let flags = rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY;
        rusqlite::Connection::open_with_flags(self.store(), flags).unwrap()
    }
}
