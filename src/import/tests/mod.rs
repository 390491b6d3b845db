//! Whole readings: invented fixtures, hostile inputs, random bytes, and real samples where they are at hand.

mod asterisk;
mod contacts;
mod directories;
mod freepbx;
mod hostile;
mod messages;
mod properties;
mod samples;
mod samples_every;
mod samples_people;
mod telephones;

use super::*;

/// What a reading holds, all at once.
#[derive(Debug, PartialEq)]
struct Reading {
    family: Family,
    files: Vec<FileReport>,
    users: Vec<UserRecord>,
    people: Vec<PersonRecord>,
    contacts: Vec<ContactRecord>,
    tickets: Vec<TicketRecord>,
    refused: Vec<Refused>,
    skipped: u64,
    warnings: Vec<Warning>,
}

fn read(files: &[SourceFile], options: &ReadOptions, stop: &dyn Fn() -> bool) -> Result<Reading, ReadError> {
    let mut readings = super::read(files, options, stop)?;
    assert_eq!(readings.len(), 1, "files of one family");
    let reading = readings.remove(0);
    Ok(Reading {
        users: reading.users.iter().collect::<Result<_, _>>()?,
        people: reading.people().collect::<Result<_, _>>()?,
        contacts: reading.contacts.iter().collect::<Result<_, _>>()?,
        tickets: reading.tickets.iter().collect::<Result<_, _>>()?,
        family: reading.family,
        files: reading.files,
        refused: reading.refused,
        skipped: reading.skipped,
        warnings: reading.warnings,
    })
}

/// Reads a file of the fixtures.
fn fixture(name: &str) -> SourceFile {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import").join(name);
    SourceFile::new(name, std::fs::read(path).unwrap())
}

fn file(name: &str, text: impl AsRef<[u8]>) -> SourceFile {
    SourceFile::new(name, text.as_ref().to_vec())
}

fn read_all(files: &[SourceFile]) -> Result<Reading, ReadError> {
    read(files, &ReadOptions::default(), &|| false)
}

fn read_text(text: impl AsRef<[u8]>) -> Reading {
    read_all(&[file("f", text)]).unwrap()
}

/// Where and why each record was refused: line and code.
fn refusals(reading: &Reading) -> Vec<(u64, &'static str)> {
    reading.refused.iter().map(|refused| (refused.place.line.unwrap_or(0), refused.code())).collect()
}

fn warning_codes(reading: &Reading) -> Vec<&'static str> {
    reading.warnings.iter().map(Warning::code).collect()
}

fn keys(reading: &Reading) -> Vec<&str> {
    reading.users.iter().map(|user| user.key.as_str()).collect()
}

/// The fixtures that belong together, as one import each.
const FIXTURES: &[&[&str]] = &[
    &["freepbx.csv"],
    &["freepbx-shifted.csv"],
    &["pjsip.conf", "voicemail.conf", "queues.conf", "extensions.conf"],
    &["sip.conf", "users.conf"],
    &["google-new.csv"],
    &["outlook-fr.csv"],
    &["thunderbird-fr.csv"],
    &["wazo.csv"],
    &["3cx.csv"],
    &["switchvox.csv"],
    &["fusionpbx.csv"],
    &["bulkext.csv"],
    &["broadworks.csv"],
    &["freeswitch/domain.xml"],
    &["userman.csv", "userman-groups.csv"],
    &["contact-manager.csv"],
    &["directory.ldif", "csvde.csv"],
    &["cards.vcf"],
    &["realm.json"],
    &["entra.csv", "m365.csv"],
    &["workspace.csv"],
    &["redmine-users.csv"],
    &["glpi.csv"],
    &["redmine.csv"],
    &["helpdesk.json"],
];

/// Every secret of the fixtures begins with this.
const NEEDLE: &str = "hush";

#[test]
fn no_secret_of_the_fixtures_survives_the_reading() {
    for set in FIXTURES {
        let files: Vec<SourceFile> = set.iter().map(|name| fixture(name)).collect();
        let shown = format!("{:?}", read_all(&files).unwrap());
        assert!(!shown.to_lowercase().contains(NEEDLE), "{set:?}");
    }
}

#[test]
fn the_same_bytes_give_the_same_reading() {
    for set in FIXTURES {
        let files: Vec<SourceFile> = set.iter().map(|name| fixture(name)).collect();
        assert_eq!(read_all(&files), read_all(&files));
    }
}
