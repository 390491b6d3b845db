//! Inputs that mean harm: each is read as data, or refused with its place and what to do (S-70 to S-78).

mod documents;
mod lists;
mod people;

use super::*;

/// What a hostile input must lead to.
#[derive(Clone)]
enum Verdict {
    /// The whole file is refused with this code.
    File(&'static str),
    /// These records are refused, the others read: line and code.
    Rows(&'static [(u64, &'static str)]),
    /// Nothing is refused, and this is warned about.
    Warned(&'static str),
    /// Read without a word, users among it.
    Read,
    /// Nothing is refused, and these alone are warned about; others of no weight may be.
    Heard(&'static [&'static str]),
}

use Verdict::{File, Heard, Read, Rows, Warned};

/// What it is, its bytes, and what it must lead to.
type Case = (&'static str, Vec<u8>, Verdict);

const HEADER: &str = "extension,name,tech,dial,secret,voicemail_email\n";

fn row(name: &str) -> Vec<u8> {
    format!("{HEADER}200,{name},pjsip,PJSIP/200,hush,\n").into_bytes()
}

fn text(text: &str) -> Vec<u8> {
    text.as_bytes().to_vec()
}

fn flood(line: &str, count: usize) -> String {
    line.repeat(count)
}

#[test]
fn s_70_to_s_78_hostile_inputs_are_refused_or_said() {
    let table = [lists::cases(), people::cases(), documents::cases()].concat();
    assert!(table.len() >= 100, "{}", table.len());
    for (what, bytes, verdict) in table {
        let read = read_all(&[file("f", bytes)]);
        let shown = format!("{read:?}");
        assert!(!shown.contains("hush"), "{what} gives a secret away");
        match (read, verdict) {
            (Err(error), File(code)) => assert_eq!(error.code(), code, "{what}"),
            (Ok(reading), Rows(rows)) => {
                assert_eq!(refusals(&reading), rows, "{what}");
                let placed =
                    |refused: &Refused| reading.files[refused.place.file].name == "f" && refused.place.line.is_some();
                assert!(reading.refused.iter().all(placed), "{what}: file and line");
            }
            (Ok(reading), Warned(code)) => {
                assert!(reading.refused.is_empty(), "{what}: {:?}", reading.refused);
                assert!(warning_codes(&reading).contains(&code), "{what}: {:?}", reading.warnings);
            }
            (Ok(reading), Heard(codes)) => {
                assert!(reading.refused.is_empty(), "{what}: {:?}", reading.refused);
                let heard = warning_codes(&reading);
                assert!(codes.iter().all(|code| heard.contains(code)), "{what}: {heard:?}");
            }
            (Ok(reading), Read) => {
                assert_eq!((refusals(&reading), warning_codes(&reading)), (vec![], vec![]), "{what}");
                assert!(!reading.users.is_empty(), "{what}");
            }
            (read, _) => panic!("{what}: {read:?}"),
        }
    }
}

#[test]
fn each_family_of_files_gives_a_reading_of_its_own_telephones_first() {
    let pbx = file("a.csv", "extension,name,tech\n1,a,pjsip\n");
    let mail = file("b.csv", "Primary Email\na@example.org\n");
    let readings = super::super::read(&[mail, pbx.clone()], &ReadOptions::default(), &|| false).unwrap();
    let found = readings.iter().map(|r| (r.family, r.files[0].name.as_str(), r.users.len(), r.contacts.len()));
    assert_eq!(found.collect::<Vec<_>>(), [(Family::Freepbx, "a.csv", 1, 0), (Family::Contacts, "b.csv", 0, 1)]);
    let twice = read_all(&[pbx.clone(), SourceFile { name: "c.csv".to_owned(), ..pbx.clone() }]).unwrap();
    assert_eq!(refusals(&twice), [(2, "import.key_duplicate")]);
    assert_eq!(twice.refused[0].place.file, 1);
    assert_eq!(read_all(&[]).unwrap_err(), ReadError::NoFile);
}

#[test]
fn a_file_beyond_the_limit_is_refused_before_it_is_decoded() {
    let big = file("f", vec![b'a'; limits::FILE + 1]);
    assert_eq!(read_all(&[big]).unwrap_err().code(), "import.file_too_large");
}

#[test]
fn templates_of_two_files_that_inherit_from_each_other_end() {
    let files = [file("a", "[a](b)\ntype=endpoint\n"), file("b", "[b](a)\ntype=endpoint\n")];
    assert!(warning_codes(&read_all(&files).unwrap()).contains(&"import.template_cycle"));
}

#[test]
fn reading_ends_when_asked_to_stop() {
    let stopped = read(&[file("f", HEADER)], &ReadOptions::default(), &|| true);
    assert_eq!(stopped, Err(ReadError::Stopped));
    let asked = std::cell::Cell::new(0);
    let after = |limit: u32| move |asked: &std::cell::Cell<u32>| asked.replace(asked.get() + 1) >= limit;
    let stop = after(3);
    let many = format!("{HEADER}{}", "1,a,pjsip,,,\n".repeat(10_000));
    assert_eq!(read(&[file("f", many)], &ReadOptions::default(), &|| stop(&asked)), Err(ReadError::Stopped));
}
