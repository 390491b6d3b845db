//! The stores that are measured, and what is done in them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use guichet::domain::command::{Command, Ref, SetPermission};
use guichet::service::import::SourceFile;
use guichet::service::view::{Filter, From, List, Query, Sort};
use guichet::service::{Console, Settings, demo};

use super::made::folder;

pub use super::made::{sizes, store};

/// A console signed in as the owner of the store of that size, which is made if there is none.
pub fn console(users: u64) -> Console {
    open(&store(users), demo::OWNER)
}

fn open(path: &Path, username: &str) -> Console {
    let mut console = Console::open(Settings::new(path)).expect("the store opens");
    console.sign_in(username, demo::PASSWORD, 5_000).expect("the sign-in");
    console
}

/// A console on the same store, of an administrator who sees users, but not of all sites.
pub fn somebody_with_some_sites(owner: &Console) -> Console {
    let query = Query { list: List::Admins, filter: Filter::default(), sort: Sort::Name, descending: false };
    for (_, row) in owner.admins(&query, &From::Start, 100).expect("the administrators") {
        let mut console = Console::open(Settings::new(owner.path())).expect("the store opens");
        if console.sign_in(&row.username, demo::PASSWORD, 5_000).is_err() {
            continue;
        }
        let sees = console.held().is_ok_and(|held| held.iter().any(|key| key.as_str() == "users"));
        if sees && console.actor().is_ok_and(|actor| !actor.all_sites()) {
            return console;
        }
    }
    panic!("the demonstration has somebody with some sites");
}

/// The code of the first site.
pub fn first_site(users: u64) -> Option<String> {
    console(users).sites().expect("the sites").first().map(|site| site.code.clone())
}

/// Gives a permission to somebody who may have it, or takes it away.
pub fn set_permission(owner: &Console, on: bool) -> Command {
    set_permissions_to(owner, 1, on).pop().expect("a user")
}

/// Gives a permission to so many who may have it; most lack it.
pub fn set_permissions(owner: &Console, users: usize) -> Vec<Command> {
    set_permissions_to(owner, users, true)
}

fn set_permissions_to(owner: &Console, users: usize, on: bool) -> Vec<Command> {
    let filter = Filter::parse("has:web_access", &["has"]);
    let query = Query { list: List::Users, filter, sort: Sort::Extension, descending: false };
    let ids = owner.ids(&query, &From::Start, users).expect("the users");
    let set = |(_, user): &(_, i64)| {
        let reference = Ref::pinned(user.to_string(), *user);
        SetPermission { user: reference, permission: "client_settings".into(), value: on }.into()
    };
    ids.iter().map(set).collect()
}

/// A file of new extensions, as FreePBX writes it.
pub fn extensions(rows: u64) -> SourceFile {
    let mut text = "extension,name,tech,dial,voicemail_email\n".to_owned();
    for row in 0..rows {
        let number = 5_000_000 + row;
        let _ = writeln!(
            text,
            "{number},Newcomer {},pjsip,PJSIP/{number},newcomer{row}@exemple.example",
            row * 7919 % rows
        );
    }
    SourceFile::new("extensions.csv", text)
}

/// A copy of a store, removed when it goes.
pub struct Copy(PathBuf);

impl Copy {
    /// Copies the store of that size.
    pub fn of(users: u64) -> Self {
        let path = store(users).with_extension("copy");
        guichet::store::discard(&path);
        std::fs::copy(store(users), &path).expect("a copy");
        Self(path)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A console signed in as its owner.
    pub fn console(&self) -> Console {
        open(&self.0, demo::OWNER)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        guichet::store::discard(&self.0);
    }
}

/// A database with one row, written as durably as a store: what the disk itself takes.
pub fn bare() -> rusqlite::Connection {
    let path = folder().join("bare.sqlite");
    guichet::store::discard(&path);
    let bare = rusqlite::Connection::open(path).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (n INTEGER); INSERT INTO t VALUES (0);",
    )
    .expect("a table");
    bare
}

/// Says the percentiles of what was timed, and what took longest.
#[expect(clippy::print_stderr, reason = "a bench says what it measured")]
pub fn say_percentiles(what: &str, mut times: Vec<(Duration, String)>) {
    times.sort();
    let at = |percent: usize| times.get(times.len() * percent / 100).map_or(0.0, |(time, _)| time.as_secs_f64() * 1e3);
    let slowest = times.last().map_or("", |(_, what)| what.as_str());
    let last = times.last().map_or(0.0, |(time, _)| time.as_secs_f64() * 1e3);
    eprintln!(
        "{what}: p50 {:.2} ms, p90 {:.2} ms, p99 {:.2} ms, most {last:.2} ms ({slowest})",
        at(50),
        at(90),
        at(99)
    );
}
