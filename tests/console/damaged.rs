//! A file that is damaged where nobody has looked yet.

use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};

use guichet::text::Lang;

use crate::person::{Person, SMALL};
use crate::site::Site;
use crate::support::pty::LIMIT;

#[test]
fn s_47_a_damaged_page_ends_the_console_in_words_after_the_first_screen() {
    let site = Site::new();
    let raw = rusqlite::Connection::open(site.store()).unwrap();
    // The last look was long ago.
    raw.execute_batch("UPDATE meta SET value = '0' WHERE key = 'checked_at'; PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let page = "SELECT rootpage FROM sqlite_schema WHERE name = 'user_device_by_name'";
    let page: u32 = raw.query_row(page, [], |row| row.get(0)).unwrap();
    let size: u32 = raw.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    drop(raw);
    let mut file = OpenOptions::new().write(true).open(site.store()).unwrap();
    file.seek(SeekFrom::Start(u64::from((page - 1) * size))).unwrap();
    file.write_all(&[0xff; 512]).unwrap();
    drop(file);

    let mut person = Person::at(&site, Lang::En, SMALL);
    person.reads("entrance-username");
    person.types(&format!("marie\t{}\r", crate::site::PASSWORD));
    let exit = person.pty.wait_exit(LIMIT);
    assert_eq!(exit.code, Some(6));
    person.reads("store-damaged");
    person.has_terminal_back();
}
