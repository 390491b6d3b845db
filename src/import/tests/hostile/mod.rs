//! Inputs that mean harm: each is read as data, or refused with its place and what to do (S-70 to S-78). That every
//! sentence says what to do is checked where they are worded.

mod characters;
mod documents;
mod lists;
mod people;

use super::*;

/// What a hostile input must lead to.
#[derive(Clone)]
enum Verdict {
    /// The whole file is refused with this code.
    File(&'static str),
    /// The same at a line and in a column; 0 and nothing where the one or the other has no meaning.
    FileAt(u64, &'static str, &'static str),
    /// These records are refused, the others read: line, column (nothing for the whole record) and code.
    Rows(&'static [(u64, &'static str, &'static str)]),
    /// Nothing is refused, and this is warned about.
    Warned(&'static str),
    /// Read without a word, users among it.
    Read,
    /// Nothing is refused, and these alone are warned about; others of no weight may be.
    Heard(&'static [&'static str]),
}

use Verdict::{File, FileAt, Heard, Read, Rows, Warned};

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

/// The line and the column that a sentence is told.
fn at(args: &[(&'static str, String)]) -> (u64, String) {
    let told = |name: &str| args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
    (told("line").map_or(0, |line| line.parse().unwrap()), told("column").unwrap_or_default())
}

/// The same of a whole file, which is always named.
fn place(error: &ReadError) -> (u64, String) {
    let args = error.args();
    assert!(args.contains(&("file", "f".to_owned())), "{error:?}");
    at(&args)
}

#[test]
fn s_70_to_s_78_hostile_inputs_are_refused_or_said() {
    let table = [lists::cases(), characters::cases(), people::cases(), documents::cases()].concat();
    let refuses = |case: &&Case| matches!(case.2, File(_) | FileAt(..) | Rows(_));
    let refused = table.iter().filter(refuses).count();
    assert!(refused >= 100, "{refused}");
    for (what, bytes, verdict) in table {
        let read = read_all(&[file("f", bytes)]);
        let shown = format!("{read:?}");
        assert!(!shown.contains("hush"), "{what} gives a secret away");
        match (read, verdict) {
            (Err(error), File(code)) => assert_eq!((error.code(), place(&error)), (code, (0, String::new())), "{what}"),
            (Err(error), FileAt(line, column, code)) => {
                assert_eq!((error.code(), place(&error)), (code, (line, column.to_owned())), "{what}");
            }
            (Ok(reading), Rows(rows)) => {
                let found: Vec<_> = reading.refused.iter().map(|r| (at(&r.args()), r.code())).collect();
                let wanted = rows.iter().map(|(line, column, code)| ((*line, (*column).to_owned()), *code));
                assert_eq!(found, wanted.collect::<Vec<_>>(), "{what}");
                assert!(reading.refused.iter().all(|r| reading.files[r.place.file].name == "f"), "{what}: file");
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

/// What is held whole is bounded for all files of an import together; what is read line by line is not (S-78).
#[test]
fn s_78_texts_that_are_held_whole_are_bounded_together_and_pictures_are_not_held() {
    let comments = |bytes: usize| text(&format!("[1]\ntype=endpoint\n{}", flood(";\n", bytes / 2)));
    let half = limits::WHOLE / 2 + limits::KIB;
    assert!(read_all(&[file("a", comments(half))]).is_ok());
    let error = read_all(&[file("a", comments(half)), file("f", comments(half))]).err().unwrap();
    assert_eq!((error.code(), place(&error)), ("import.texts_too_large", (0, String::new())));

    let lines = flood(" AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n", 400_000);
    assert!(lines.len() > limits::WHOLE);
    let card = format!("BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:A\n{lines}TEL:1\nEND:VCARD\n");
    let reading = read_text(card);
    assert_eq!((reading.contacts[0].name.as_str(), reading.contacts[0].phones.len()), ("A", 1));
    let entry = format!("dn: cn=a\nobjectClass: person\njpegPhoto:: A\n{lines}cn: A\n");
    assert_eq!(read_text(entry).people.len(), 1);
}

#[test]
fn s_78_the_entries_of_a_directory_are_held_and_bounded() {
    let entry = |n: usize| format!("dn: cn={n}\nobjectClass: person\ncn: A\ndescription: {}\n\n", flood("x", 65_000));
    let many: String = (0..limits::ENTRIES / 65_000 + 1).map(entry).collect();
    assert_eq!(read_all(&[file("f", many)]).err().unwrap().code(), "import.texts_too_large");
    let sections = |count: usize| text(&flood("[101]\ntype=endpoint\n", count));
    let fits = limits::SECTIONS / 300;
    assert!(read_all(&[file("a", sections(fits))]).is_ok());
    let error = read_all(&[file("a", sections(fits)), file("f", sections(fits))]).err().unwrap();
    assert_eq!((error.code(), place(&error)), ("import.texts_too_large", (0, String::new())));
}

#[test]
fn s_78_so_many_refused_records_are_a_file_that_is_not_what_it_seems() {
    let rows = |count: usize| text(&format!("extension,name,tech\n{}", flood("x,a,pjsip\n", count)));
    assert_eq!(read_all(&[file("f", rows(1000))]).unwrap().refused.len(), 1000);
    let error = read_all(&[file("f", rows(limits::REFUSED + 1))]).err().unwrap();
    assert_eq!(error.code(), "import.too_many_refused");
}
