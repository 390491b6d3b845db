//! What refuses an import, and that nothing is changed then.

use std::os::unix::fs::PermissionsExt;

use guichet::service::ServiceError;
use guichet::service::import::{ImportOptions, SourceFile};

use crate::house::{House, bytes, code, counts, csv, extensions, import, import_with, preview, user, users};

fn skip() -> ImportOptions {
    ImportOptions { skip_refused: true, ..ImportOptions::default() }
}

#[test]
fn s_71_a_name_that_would_act_on_the_terminal_refuses_the_import_with_its_place() {
    let house = House::new();
    let mut console = house.owner();
    let file = csv("extension,name,tech\n200,Amélie,pjsip\n201,Zo\x1b[2Jé,pjsip\n");
    let head = console.journal_head().unwrap();
    assert_eq!(code(import_with(&mut console, &file, &ImportOptions::default())), ("import.refused".into(), 4));
    assert_eq!(users(&console), 0);
    let (entry, changes) = console.entry(head.number + 1, 0, 10).unwrap();
    assert_eq!((entry.head.kind.as_str(), entry.head.result.as_str(), changes.len()), ("refused", "import.refused", 0));
    let plan = preview(&console, &file, &ImportOptions::default()).unwrap();
    assert_eq!(plan.counts, counts(|c| (c.new, c.refused) = (1, 1)));
    let refused = &plan.refused[0];
    assert_eq!(refused.code(), "import.control_character");
    assert_eq!((refused.place.line, refused.place.column.as_deref()), (Some(3), Some("name")));
    assert!(plan.blocked.is_some());
    let receipt = import_with(&mut console, &file, &skip()).unwrap();
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.refused) = (1, 1)));
    assert_eq!(user(&console, "200").display_name, "Amélie");
}

#[test]
fn s_72_a_file_that_was_cut_off_is_refused_whole() {
    let house = House::new();
    let mut console = house.owner();
    let head = console.journal_head().unwrap();
    let whole =
        String::from_utf8(bytes(&extensions(&[("200", "\"Amélie, Roy\"", ""), ("201", "\"Zoé, Ky\"", "")]))).unwrap();
    let cut = csv(&whole[..whole.find("Ky").unwrap()]);
    for options in [ImportOptions::default(), skip()] {
        let error = import_with(&mut console, &cut, &options).err().unwrap();
        assert_eq!((error.code().as_str(), error.exit_code()), ("import.quote_unterminated", 4));
        let ServiceError::Import(error) = error else { panic!("{error:?}") };
        assert!(error.args().contains(&("line", "3".to_owned())));
    }
    assert_eq!((users(&console), console.journal_head().unwrap()), (0, head));
}

#[test]
fn what_no_field_can_hold_is_refused_by_row() {
    let house = House::new();
    let console = house.owner();
    let long = "x".repeat(201);
    let file = extensions(&[("200", &long, ""), ("201", &"y".repeat(200), ""), ("202", "a\u{200D}b", "")]);
    let plan = preview(&console, &file, &ImportOptions::default()).unwrap();
    let refused: Vec<_> = plan.refused.iter().map(|r| (r.code(), r.place.line)).collect();
    assert_eq!(refused, [("import.value_too_long", Some(2)), ("import.value_not_visible", Some(4))]);
    assert_eq!(plan.counts, counts(|c| (c.new, c.refused) = (1, 2)));
}

#[test]
fn a_key_twice_refuses_the_second() {
    let house = House::new();
    let mut console = house.owner();
    let file = extensions(&[("200", "Amélie Roy", ""), ("200", "Paul Ky", "")]);
    assert_eq!(code(import_with(&mut console, &file, &ImportOptions::default())), ("import.refused".into(), 4));
    let receipt = import_with(&mut console, &file, &skip()).unwrap();
    assert_eq!(receipt.import.refused[0].code(), "import.key_duplicate");
    assert_eq!(user(&console, "200").display_name, "Amélie Roy");
}

#[test]
fn a_feed_has_a_name_that_can_be_written_down() {
    let house = House::new();
    let mut console = house.owner();
    for (name, fault) in [("a:b", "field.name_character"), ("a.b", "field.name_character"), (" ", "name.empty")] {
        let options = ImportOptions { feed: Some(name.into()), ..ImportOptions::default() };
        let (code, exit) = code(import_with(&mut console, &extensions(&[("200", "A", "")]), &options));
        assert_eq!((code.as_str(), exit), (fault, 4), "{name}");
    }
}

#[test]
fn what_is_no_list_of_people_is_refused() {
    let house = House::new();
    let mut console = house.owner();
    for (bytes, fault) in [
        (b"".as_slice(), "import.file_empty"),
        (b"PK\x03\x04...", "import.file_spreadsheet"),
        (b"a,b\n1,2\n", "import.header_unknown"),
    ] {
        let file = SourceFile::new("x", bytes.to_vec());
        assert_eq!(code(import_with(&mut console, &file, &ImportOptions::default())), (fault.into(), 4));
    }
    let none = console.import(&[], &ImportOptions::default(), &mut |_, _| true);
    assert_eq!(code(none), ("import.no_file".into(), 4));
}

#[test]
fn empty_rows_are_counted_and_refuse_nothing() {
    let house = House::new();
    let mut console = house.owner();
    let receipt = import(&mut console, &csv("extension,name,tech\n200,Amélie,pjsip\n,,\n,,\n"));
    assert_eq!(receipt.import.counts, counts(|c| (c.new, c.skipped) = (1, 2)));
}

/// S-72, S-95: in the kiosk the file of all problems stands in the one directory for what is written, and nowhere else.
#[test]
fn s_72_s_95_in_the_kiosk_the_problems_are_kept_where_exports_are() {
    let mut house = House::new();
    house.settings.kiosk = true;
    let console = house.owner();
    let folder = house.settings.path.parent().unwrap().to_path_buf();
    let exports = folder.join("exports");
    let names = |folder: &std::path::Path| -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let rows = || ["file,line\n", "extensions.csv,3\n"].map(String::from).into_iter();
    let first = console.write_problems(rows()).unwrap();
    assert_eq!(first, exports.join("import-problems-20231114221320.csv"));
    assert_eq!(std::fs::read_to_string(&first).unwrap(), "file,line\nextensions.csv,3\n");
    assert_eq!(std::fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
    let second = console.write_problems(rows()).unwrap();
    assert_eq!(second, exports.join("import-problems-20231114221320-2.csv"), "nothing is written over");
    assert_eq!(names(&exports).len(), 2);
    assert!(names(&folder).iter().all(|name| !name.contains("problems")), "{:?}", names(&folder));

    (0..100).for_each(|n| std::fs::write(exports.join(n.to_string()), "x").unwrap());
    assert_eq!(code(console.write_problems(rows())).0, "kiosk.full");
}
