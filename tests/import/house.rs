//! A store to import into, files to import, and questions about what came of it.

use guichet::domain::command::Command;
use guichet::domain::id::{Kind, UserId};
use guichet::domain::record::User;
use guichet::domain::time::Time;
use guichet::domain::value::Formula;
use guichet::service::clock::Clock;
use guichet::service::import::{ImportCounts, ImportOptions, ImportPlan, ImportReceipt, ImportRow, SourceFile};
use guichet::service::view::{Filter, List, Query, Sort, Tally};
use guichet::service::{self, Console, Founding, Opening, Result, Settings};

pub const PASSWORD: &str = "les sanglots longs des violons";

/// A store of its own in a folder that goes with it.
pub struct House {
    folder: tempfile::TempDir,
    pub settings: Settings,
}

impl House {
    /// A store with one site.
    pub fn new() -> Self {
        Self::with_sites(&["mtl"])
    }

    pub fn with_sites(sites: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.guichet");
        let clock = Clock::frozen(Time(1_700_000_000_000));
        let founding = Founding {
            organisation: "Atelier Nord".into(),
            plan: Formula::Enterprise,
            sites: sites.iter().map(|code| ((*code).to_owned(), format!("Site {code}"))).collect(),
            owner: "marie".into(),
            email: "marie@example.ca".into(),
        };
        service::found(&path, Opening::default(), &clock, &founding, PASSWORD).unwrap();
        let settings = Settings { clock, ..Settings::new(path) };
        Self { folder, settings }
    }

    /// The owner at the console.
    pub fn owner(&self) -> Console {
        self.sign_in("marie", PASSWORD)
    }

    pub fn sign_in(&self, username: &str, password: &str) -> Console {
        let mut console = Console::open(self.settings.clone()).unwrap();
        console.sign_in(username, password, 0).unwrap();
        console
    }

    /// Every byte of the store, its log included.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for entry in std::fs::read_dir(self.folder.path()).unwrap() {
            bytes.extend(std::fs::read(entry.unwrap().path()).unwrap());
        }
        bytes
    }
}

/// A FreePBX export of the people: extension, name, e-mail.
pub fn extensions(people: &[(&str, &str, &str)]) -> SourceFile {
    let mut text = String::from("extension,name,tech,dial,voicemail_email,secret\n");
    for (extension, name, email) in people {
        text.push_str(&format!("{extension},{name},pjsip,PJSIP/{extension},{email},hush-{extension}\n"));
    }
    csv(&text)
}

pub fn csv(text: &str) -> SourceFile {
    SourceFile::new("people.csv", text)
}

pub fn import(console: &mut Console, file: &SourceFile) -> ImportReceipt {
    import_with(console, file, &ImportOptions::default()).unwrap()
}

pub fn import_with(console: &mut Console, file: &SourceFile, options: &ImportOptions) -> Result<ImportReceipt> {
    console.import(std::slice::from_ref(file), options, &mut |_, _| true)
}

pub fn preview(console: &Console, file: &SourceFile, options: &ImportOptions) -> Result<ImportPlan> {
    console.import_preview(std::slice::from_ref(file), options, &mut |_, _| true)
}

/// Every row of an import.
pub fn rows(import: &ImportPlan) -> Vec<ImportRow> {
    import.rows.iter().map(|row| row.unwrap()).collect()
}

/// What a file holds.
pub fn bytes(file: &SourceFile) -> Vec<u8> {
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut file.content.reader(), &mut bytes).unwrap();
    bytes
}

/// The code with which something was refused.
pub fn code<T>(result: Result<T>) -> (String, u8) {
    let error = result.err().unwrap();
    (error.code(), error.exit_code())
}

pub fn user(console: &Console, reference: &str) -> User {
    console.record(console.find(Kind::User, reference).unwrap().id).unwrap()
}

pub fn by_number(console: &Console, id: UserId) -> User {
    console.record(id.0).unwrap()
}

pub fn run(console: &mut Console, command: &str) {
    let command: Command = serde_json::from_str(command).unwrap();
    console.execute(&[command], None).unwrap();
}

/// How many records a list has.
pub fn tally(console: &Console, list: List) -> u64 {
    count(console, &Query { list, filter: Filter::default(), sort: Sort::Name, descending: false })
}

/// How many users a filter finds.
pub fn found(console: &Console, words: &str) -> u64 {
    let filter = Filter::parse(words, &[]);
    count(console, &Query { list: List::Users, filter, sort: Sort::Name, descending: false })
}

fn count(console: &Console, query: &Query) -> u64 {
    match console.count(query, 100_000).unwrap() {
        Tally::Exactly(count) => count,
        other => panic!("{other:?}"),
    }
}

pub fn users(console: &Console) -> u64 {
    tally(console, List::Users)
}

/// Counts with the rest at nothing.
pub fn counts(set: impl FnOnce(&mut ImportCounts)) -> ImportCounts {
    let mut counts = ImportCounts::default();
    set(&mut counts);
    counts
}
