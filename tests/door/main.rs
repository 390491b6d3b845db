//! The door with a real store: what is asked is decided, applied, journalled, undone, and proved.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

mod accounts;
mod admins;
mod batches;
mod bypass;
mod drafts;
mod lists;
mod noted;
mod questions;
mod turns;

use guichet::domain::command::Command;
use guichet::domain::time::Time;
use guichet::domain::value::Formula;
use guichet::service::clock::Clock;
use guichet::service::view::{Filter, List, Query, Sort};
use guichet::service::{Console, Founding, Opening, ServiceError, Settings, found};

const PASSWORD: &str = "les sanglots longs des violons";

struct Place {
    _folder: tempfile::TempDir,
    settings: Settings,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.guichet");
    let clock = Clock::frozen(Time(1_700_000_000_000));
    let founding = Founding {
        organisation: "Atelier Nord".into(),
        plan: Formula::Enterprise,
        sites: vec![("mtl".into(), "Montréal".into()), ("qc".into(), "Québec".into())],
        owner: "marie".into(),
        email: "marie@example.ca".into(),
    };
    found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
    let settings = Settings { clock, ..Settings::new(path) };
    Place { _folder: folder, settings }
}

impl Place {
    fn console(&self) -> Console {
        let mut console = Console::open(self.settings.clone()).unwrap();
        console.sign_in("marie", PASSWORD, 0).unwrap();
        console
    }
}

fn commands(text: &str) -> Vec<Command> {
    text.lines().filter(|l| !l.trim().is_empty()).map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn code(error: ServiceError) -> String {
    error.code()
}

fn users() -> Query {
    Query { list: List::Users, filter: Filter::default(), sort: Sort::Name, descending: false }
}

const AMELIE: &str = r#"{"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"mtl"}"#;
const LEVEL: &str = r#"{"do":"set_supervisor_level","user":"amelie.roy@example.ca","value":"reports"}"#;
