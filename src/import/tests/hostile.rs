use super::*;

/// What a hostile input must lead to.
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

const HEADER: &str = "extension,name,tech,dial,secret,voicemail_email\n";

fn row(name: &str) -> Vec<u8> {
    format!("{HEADER}200,{name},pjsip,PJSIP/200,hush,\n").into_bytes()
}

fn table() -> Vec<(&'static str, Vec<u8>, Verdict)> {
    const CONTROL: &[(u64, &str)] = &[(2, "import.control_character")];
    const DIRECTION: &[(u64, &str)] = &[(2, "import.direction_control")];
    let text = |text: &str| text.as_bytes().to_vec();
    let flood = |line: &str, count: usize| line.repeat(count);
    vec![
        ("clear screen in a name", row("\x1B[2J"), Rows(CONTROL)),
        ("window title in a name", row("\x1B]0;x\x07"), Rows(CONTROL)),
        ("8-bit CSI in a name", row("a\u{9B}2J"), Rows(CONTROL)),
        ("bell", row("a\x07"), Rows(CONTROL)),
        ("backspace", row("a\x08b"), Rows(CONTROL)),
        ("delete", row("a\x7F"), Rows(CONTROL)),
        ("NUL in a name", row("a\0b"), Rows(CONTROL)),
        ("tab in a name", row("a\tb"), Rows(CONTROL)),
        ("line end in a name", row("\"a\nb\""), Rows(CONTROL)),
        ("lone CR in a quoted name", row("\"a\rb\""), Rows(CONTROL)),
        ("right-to-left override", row("a\u{202E}b"), Rows(DIRECTION)),
        ("isolate", row("a\u{2066}b"), Rows(DIRECTION)),
        ("invisible characters", row("a\u{200B}b"), Warned("import.invisible_dropped")),
        ("name of invisible characters", row("\u{200B}\u{AD}"), Rows(&[(2, "import.name_missing")])),
        ("name of blanks", row(" \u{A0}\u{202F}"), Rows(&[(2, "import.name_missing")])),
        ("300 letters", row(&"é".repeat(300)), Read),
        ("emoji with a joiner", row("👩\u{200D}🔧"), Read),
        ("formula", row("=cmd|' /C calc'!A0"), Warned("import.name_formula")),
        ("escape in a column that is not read", text("extension,name,tech,ringtimer\n1,a,pjsip,\x1B[2J\n"), Read),
        ("escape in a secret", text("extension,name,tech,secret\n1,a,pjsip,\x1B[2J\n"), Read),
        ("escape in a column name", text("extension,name,tech,\x1B[2J\n1,a,pjsip,\n"), File("import.header_control")),
        ("no byte", text(""), File("import.file_empty")),
        ("blank lines", text("\n \r\n\t\n"), File("import.file_empty")),
        ("a mark and nothing", b"\xEF\xBB\xBF".to_vec(), File("import.file_empty")),
        ("program", [b"\x7FELF\x02\x01\x01".as_slice(), &[0; 64]].concat(), File("import.file_binary")),
        ("NUL bytes", vec![0; 100], File("import.file_binary")),
        ("workbook", b"PK\x03\x04\x14\0\x06\0".to_vec(), File("import.file_spreadsheet")),
        ("old workbook", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), File("import.file_spreadsheet")),
        ("compressed", b"\x1F\x8B\x08\0".to_vec(), File("import.file_compressed")),
        ("odd UTF-16", b"\xFF\xFEa\0b".to_vec(), File("import.undecodable")),
        ("half a pair in UTF-16", b"\xFE\xFF\xD8\0\0a".to_vec(), File("import.undecodable")),
        ("UTF-8 mark, bad byte", b"\xEF\xBB\xBFextension,name,tech\n1,\xFF,\n".to_vec(), File("import.undecodable")),
        ("undefined byte", b"extension,name,tech\n1,\x81\xE9,\n".to_vec(), File("import.undecodable")),
        ("open quote", text(&format!("{HEADER}1,a,\n2,\"b,\n3,c,\n")), File("import.quote_unterminated")),
        ("open quote in the header", text("extension,\"name,tech\n1,a\n"), File("import.quote_unterminated")),
        ("open quote at the very end", text("extension,name,tech\n1,a,\""), File("import.quote_unterminated")),
        ("lone CR line ends", text("extension,name,tech\r1,a,pjsip\r2,b,pjsip\r"), Read),
        ("CR CR LF line ends", text("extension,name,tech\r\r\n1,a,pjsip\r\r\n"), Read),
        ("header only", text(HEADER), Warned("import.no_record")),
        ("rows of commas", text(&format!("{HEADER},,,,,\n")), Warned("import.no_record")),
        ("doubled column", text("extension,name,tech,name\n1,a,pjsip,b\n"), Warned("import.header_duplicate")),
        ("colon between columns", text("extension:name:tech\n1:a:pjsip\n"), File("import.header_unknown")),
        ("no name column", text("extension,tech\n1,pjsip\n"), File("import.header_incomplete")),
        ("delimiter declared wrong", text("sep=;\nextension,name,tech\n1,a,pjsip\n"), File("import.header_unknown")),
        ("600 columns", text(&format!("extension,name,tech{}\n", flood(",x", 600))), File("import.too_many_columns")),
        ("huge field", row(&"x".repeat(70_000)), File("import.field_too_long")),
        ("huge record", row(&"x".repeat(1_100_000)), File("import.record_too_long")),
        (
            "secret slid by a lost field",
            text(&format!("{HEADER}7,pjsip,PJSIP/7,hush\n")),
            Rows(&[(2, "import.row_shifted")]),
        ),
        (
            "secret slid by a loose comma",
            text("extension,secret,name,tech,dial\n7,x,Doe, Jo,pjsip,PJSIP/7\n"),
            Rows(&[(2, "import.row_shifted")]),
        ),
        ("arabic digits", text(&format!("{HEADER}\u{661},a,pjsip\n")), Rows(&[(2, "import.row_shifted")])),
        ("negative extension", text("extension,name,tech\n-1,a,pjsip\n"), Rows(&[(2, "import.extension_not_numeric")])),
        (
            "long extension",
            text("extension,name,tech\n1234567890123456,a,\n"),
            Rows(&[(2, "import.extension_too_long")]),
        ),
        (
            "numbers like strings of SQL",
            text("extension,name,tech\n1' OR 1=1,a,\n"),
            Rows(&[(2, "import.extension_not_numeric")]),
        ),
        ("inbound routes", text("cidnum,extension,destination\n"), File("import.inbound_routes")),
        ("trunks", text("trunk_name,sip_server\n"), File("import.trunk_list")),
        (
            "template with passwords",
            text("version:v1.0\nName [displayName] Required\n"),
            File("import.password_template"),
        ),
        ("nested JSON", text(&flood("[", 100_000)), File("import.content_unknown")),
        ("JSON of nothing", text("{}"), File("import.content_unknown")),
        ("entity bomb", text("<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]><x>&a;</x>"), File("import.content_unknown")),
        ("card without a name", text("BEGIN:VCARD\nEND:VCARD\n"), Rows(&[(1, "import.contact_nameless")])),
        ("template of itself", text("[a](a)\ntype=endpoint\n"), Warned("import.template_missing")),
        ("unclosed section", text("[a]\n[b\ntype=endpoint\n"), Warned("import.line_unreadable")),
        ("unclosed comment", text("[a]\n;-- \n[1]\n"), Warned("import.comment_unterminated")),
        ("command", text("[a]\n#exec rm -rf /\n"), Warned("import.exec_not_run")),
        ("include of a secret place", text("[a]\n#include /etc/shadow\n"), Warned("import.include_not_read")),
        ("section named by an escape", text("[a]\n[\x1B[2J]\ntype=endpoint\n"), Warned("import.line_unreadable")),
        (
            "flood of settings",
            text(&format!("[12]\n{}", flood("type=endpoint\n", 5000))),
            Rows(&[(1, "import.section_too_large")]),
        ),
        // Directories.
        ("LDIF that changes", text("dn: cn=a\nchangetype: delete\n"), File("import.ldif_changes")),
        ("LDIF that opens a file", text("dn: cn=a\njpegPhoto:< file:///etc/shadow\n"), File("import.ldif_url")),
        ("LDIF without a colon", text("dn: cn=a\nmail\n"), File("import.record_unreadable")),
        (
            "LDIF with a huge value",
            text(&format!("dn: cn=a\nmail: {}\n", flood("x", 70_000))),
            File("import.field_too_long"),
        ),
        (
            "LDIF, huge picture",
            text(&format!("dn: cn=a\nobjectClass: person\ncn: A\njpegPhoto:: {}\n", flood("A", 70_000))),
            Heard(&[]),
        ),
        (
            "LDIF, escape in a name",
            text("dn: cn=a\nobjectClass: person\ncn:: G1sySg==\n"),
            Rows(&[(1, "import.control_character")]),
        ),
        (
            "LDIF, escape in what is not read",
            text("dn: cn=a\nobjectClass: person\ncn: A\ndrink: \x1B[2J\n"),
            Heard(&[]),
        ),
        ("LDIF, broken base64", text("dn: cn=a\nobjectClass: person\ncn: A\nmail:: %%%\n"), Heard(&[])),
        ("LDIF, bytes for an address", text("dn: cn=a\nobjectClass: person\ncn: A\nmail:: gP8=\n"), Heard(&[])),
        (
            "LDIF, no name",
            text("dn: cn=a\nobjectClass: person\nmail: a@example.org\n"),
            Rows(&[(1, "import.name_missing")]),
        ),
        (
            "LDIF, twice the same",
            text("dn: cn=a\nobjectClass: person\ncn: A\n\ndn: CN=A\nobjectClass: person\ncn: A\n"),
            Rows(&[(5, "import.key_duplicate")]),
        ),
        ("LDIF, group of itself", text("dn: cn=a\nobjectClass: group\ncn: A\nmember: cn=a\n"), Heard(&[])),
        (
            "LDIF, password under an odd name",
            text("dn: cn=a\nobjectClass: person\ncn: A\nsambaNTPassword: hush\n"),
            Heard(&[]),
        ),
        // Cards.
        ("card that never ends", text("BEGIN:VCARD\nFN:A\n"), Rows(&[(1, "import.card_unclosed")])),
        (
            "card inside a card",
            text("BEGIN:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\n"),
            Rows(&[(1, "import.card_unclosed")]),
        ),
        (
            "card, escape in the name",
            text("BEGIN:VCARD\nFN:a\x1B[2J\nEND:VCARD\n"),
            Rows(&[(2, "import.control_character")]),
        ),
        (
            "card, escape in quoted-printable",
            text("BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:a=1B[2J\nEND:VCARD\n"),
            Rows(&[(3, "import.control_character")]),
        ),
        (
            "card, turned direction",
            text("BEGIN:VCARD\nFN:a\u{202E}b\nEND:VCARD\n"),
            Rows(&[(2, "import.direction_control")]),
        ),
        (
            "card, soft break at the end of the file",
            text("BEGIN:VCARD\nFN;QUOTED-PRINTABLE:a="),
            Rows(&[(1, "import.card_unclosed")]),
        ),
        ("card, unknown charset", text("BEGIN:VCARD\nFN;CHARSET=klingon:A\nEND:VCARD\n"), Heard(&[])),
        (
            "card, half a character",
            text("BEGIN:VCARD\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:A=C3\nEND:VCARD\n"),
            Heard(&["import.encoding_guessed"]),
        ),
        (
            "card, huge note",
            text(&format!("BEGIN:VCARD\nFN:A\nNOTE:{}\nEND:VCARD\n", flood("x", 70_000))),
            File("import.field_too_long"),
        ),
        (
            "card, huge folded note",
            text(&format!("BEGIN:VCARD\nFN:A\nNOTE:x\n{}END:VCARD\n", flood(" xxxxxxxxxx\n", 7_000))),
            File("import.field_too_long"),
        ),
        (
            "card, huge photo",
            text(&format!("BEGIN:VCARD\nFN:A\nPHOTO:{}\nEND:VCARD\n", flood("x", 200_000))),
            Heard(&[]),
        ),
        ("card, secret key", text("BEGIN:VCARD\nFN:A\nKEY:hush\nEND:VCARD\n"), Heard(&[])),
        ("card, junk between", text("BEGIN:VCARD\nFN:A\n%%%\nEND:VCARD\n"), Heard(&["import.line_unreadable"])),
        ("card, formula", text("BEGIN:VCARD\nFN:=cmd()\nEND:VCARD\n"), Heard(&["import.name_formula"])),
        // XML.
        (
            "XML, entity bomb in a directory",
            text("<!DOCTYPE x [<!ENTITY a \"&a;\">]><include><user id=\"&a;\"/></include>"),
            File("import.doctype"),
        ),
        ("XML, never closed", text("<include><user id=\"1\">"), File("import.malformed")),
        ("XML, crossed tags", text("<include><user id=\"1\"></include></user>"), File("import.malformed")),
        ("XML, unknown entity", text("<include><user id=\"&x;\"/></include>"), File("import.malformed")),
        ("XML, too deep", text(&format!("<include><user id=\"1\">{}", flood("<a>", 20))), File("import.too_deep")),
        (
            "XML, escape in an id",
            text("<include><user id=\"1&#27;[2J\"/></include>"),
            Rows(&[(1, "import.control_character")]),
        ),
        (
            "XML, command",
            text("<include><X-PRE-PROCESS cmd=\"exec\" data=\"rm\"/><user id=\"1\"/></include>"),
            Heard(&["import.exec_not_run"]),
        ),
        (
            "XML, a thousand attributes",
            text(&format!("<include><user id=\"1\" {}/></include>", flood("a=\"1\" ", 20_000))),
            Heard(&[]),
        ),
        (
            "XML, password",
            text("<include><user id=\"1\"><params><param name=\"password\" value=\"hush\"/></params></user></include>"),
            Heard(&[]),
        ),
        // JSON.
        (
            "realm, key twice",
            text("{\"realm\":\"a\",\"users\":[{\"id\":\"1\",\"id\":\"2\"}]}"),
            File("import.json_key_twice"),
        ),
        (
            "realm, too deep",
            text(&format!("{{\"realm\":\"a\",\"users\":[],\"x\":{}{}}}", flood("[", 20), flood("]", 20))),
            File("import.too_deep"),
        ),
        ("realm, users of another kind", text("{\"realm\":\"a\",\"users\":[7]}"), File("import.json_shape")),
        (
            "realm, name of another kind",
            text("{\"realm\":\"a\",\"users\":[{\"username\":{}}]}"),
            File("import.json_shape"),
        ),
        (
            "realm, escape in a name",
            text("{\"realm\":\"a\",\"users\":[{\"username\":\"a\\u001b[2J\"}]}"),
            Rows(&[(1, "import.control_character")]),
        ),
        (
            "realm, credentials",
            text("{\"realm\":\"a\",\"users\":[{\"username\":\"a\",\"credentials\":[{\"value\":\"hush\"}]}]}"),
            Heard(&[]),
        ),
        ("realm, trailing data", text("{\"realm\":\"a\",\"users\":[]} x"), File("import.content_unknown")),
        (
            "realm, half a pair",
            text("{\"realm\":\"a\",\"users\":[{\"username\":\"\\ud800\"}]}"),
            File("import.malformed"),
        ),
        (
            "tickets, number out of range",
            text("[{\"model\":\"helpdesk.ticket\",\"pk\":1,\"fields\":{\"title\":\"a\",\"status\":1e30}}]"),
            File("import.json_shape"),
        ),
        (
            "tickets, day that is none",
            text("id;titre;statut;date d'ouverture\n1;a;Nouveau;31/02/2024\n"),
            Heard(&["import.date_unreadable"]),
        ),
        (
            "tickets, year beyond",
            text("id;titre;statut;date d'ouverture\n1;a;Nouveau;01/01/99999\n"),
            Heard(&["import.date_unreadable"]),
        ),
        (
            "tickets, slid row",
            text("id;titre;statut;date d'ouverture\n1;a;b;c;hush\n"),
            Rows(&[(2, "import.row_shifted")]),
        ),
        (
            "tickets, escape in a title",
            text("id;titre;statut;date d'ouverture\n1;a\x1B[2J;b;\n"),
            Rows(&[(2, "import.control_character")]),
        ),
        (
            "people, escape in a department",
            text("userPrincipalName,displayName,id,department\na@x.org,A,1,\x1B[2J\n"),
            Rows(&[(2, "import.control_character")]),
        ),
        (
            "people, secret slid under an address",
            text("ext,fname,lname,email,password\n1,a,b\n2,A, B,hush,x,y\n"),
            Rows(&[(3, "import.row_shifted")]),
        ),
        ("people, nobody to know", text("userPrincipalName,displayName,id\n,A,\n"), Rows(&[(2, "import.key_missing")])),
        (
            "phone of a spreadsheet",
            text("userPrincipalName,displayName,id,mobile\na@x.org,A,1,3.31E+10\n"),
            Heard(&["import.phone_scientific"]),
        ),
        ("flood of sections", text(&flood("[a]\n", 500_001)), File("import.too_many_records")),
    ]
}

#[test]
fn s_70_to_s_78_hostile_inputs_are_refused_or_said() {
    let table = table();
    assert!(table.len() >= 100, "{}", table.len());
    for (what, bytes, verdict) in table {
        let read = read_all(&[file("f", bytes)]);
        let shown = format!("{read:?}");
        assert!(!shown.contains("hush"), "{what} gives a secret away");
        match (read, verdict) {
            (Err(error), File(code)) => assert_eq!(error.code(), code, "{what}"),
            (Ok(reading), Rows(rows)) => assert_eq!(refusals(&reading), rows, "{what}"),
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
