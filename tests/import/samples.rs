//! Real files of other systems, where they are at hand.

use std::path::PathBuf;

use guichet::service::import::{ImportOptions, SourceFile};

use crate::house::{House, counts, rows, user, users};

/// Reads files of the sample folder beside the repository, or says that they are absent.
pub fn samples(names: &[&str]) -> Option<Vec<SourceFile>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/samples");
    let read = |name: &&str| {
        let bytes = std::fs::read(folder.join(name)).ok()?;
        Some(SourceFile::new(*name, bytes))
    };
    let files: Option<Vec<SourceFile>> = names.iter().map(read).collect();
    if files.is_none() {
        println!("skipped: {names:?} not found in {}", folder.display());
    }
    files
}

/// Imports the samples twice; the second time nothing is left to do.
fn twice(
    names: &[&str],
    options: &ImportOptions,
) -> Option<(House, guichet::service::Console, guichet::service::import::ImportReceipt)> {
    let files = samples(names)?;
    let house = House::new();
    let mut console = house.owner();
    let receipt = console.import(&files, options, &mut |_, _| true).unwrap();
    let again = console.import(&files, options, &mut |_, _| true).unwrap();
    assert_eq!((again.import.counts.unchanged, again.entry), (receipt.import.counts.new, None), "{names:?}");
    Some((house, console, receipt))
}

#[test]
fn five_hundred_extensions() {
    let Some((_house, console, receipt)) = twice(&["freepbx/bulk13ext-500.csv"], &ImportOptions::default()) else {
        return;
    };
    assert_eq!(receipt.import.counts, counts(|c| c.new = 501));
    let first = user(&console, "200");
    assert_eq!((first.email, first.devices[0].id.as_str()), (None, "PJSIP/200"));
    assert_eq!(users(&console), 501);
}

#[test]
fn browsers() {
    let Some((_house, console, receipt)) = twice(&["freepbx/extensions-v16-webrtc.csv"], &ImportOptions::default())
    else {
        return;
    };
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.skipped) = (4, 2)));
    let webrtc = |number: &str| user(&console, number).devices.iter().any(|device| device.webrtc);
    assert!(webrtc("7100") && webrtc("7200"));
    let rows = rows(&receipt.import).iter().filter(|row| webrtc(&row.key)).count();
    assert_eq!(rows, 2);
}

#[test]
fn rows_that_are_refused_are_left_out_when_asked() {
    let options = ImportOptions { skip_refused: true, ..ImportOptions::default() };
    let Some((_house, console, receipt)) = twice(&["freepbx/bulkhandler-sample.csv"], &options) else { return };
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.refused) = (2, 1)));
    assert_eq!(user(&console, "146").email.as_deref(), Some("itdirector@example.com"));
    let row = rows(&receipt.import).into_iter().find(|row| row.key == "146").unwrap();
    assert!(row.shown.iter().any(|(column, _)| column == "mobile"), "proposed, not taken: {:?}", row.shown);
    assert_eq!(user(&console, "146").mobile, None);
}

#[test]
fn a_whole_small_exchange() {
    let names =
        ["pjsip.conf", "voicemail.conf", "queues.conf", "extensions.conf"].map(|n| format!("asterisk/basic-pbx/{n}"));
    let names = names.each_ref().map(String::as_str);
    let Some((_house, console, receipt)) = twice(&names, &ImportOptions::default()) else { return };
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.skipped) = (15, 10)));
    assert_eq!(receipt.import.feeds[0], "asterisk");
    assert_eq!(user(&console, "1102").display_name, "Tommie Briar");
    assert_eq!(user(&console, "1109").queues, ["sales"]);
    assert_eq!(user(&console, "1107").devices[0].id, "PJSIP/1107");
    assert!(receipt.import.warnings.iter().any(|warning| warning.code() == "import.mailbox_not_found"));
}

#[test]
fn mailboxes_of_two_contexts_and_address_books() {
    let Some((_house, console, receipt)) = twice(&["asterisk/samples-23/voicemail.conf"], &ImportOptions::default())
    else {
        return;
    };
    assert_eq!((receipt.import.counts.new, users(&console)), (2, 2));
    for (name, made) in
        [("roundcube/gmail.csv", 1), ("thunderbird/export.csv", 2), ("thunderbird/csv_semicolon.csv", 2)]
    {
        let name = format!("contacts-csv/{name}");
        let Some((_house, _, receipt)) = twice(&[&name], &ImportOptions::default()) else { return };
        assert_eq!(receipt.import.counts.new, made, "{name}");
    }
}
