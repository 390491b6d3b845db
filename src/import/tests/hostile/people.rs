//! Directories and cards.

use super::Verdict::{FileAt, Heard, Rows};
use super::{Case, flood, text};

pub(super) fn cases() -> Vec<Case> {
    vec![
        // Directories.
        ("LDIF that changes", text("dn: cn=a\nchangetype: delete\n"), FileAt(2, "", "import.ldif_changes")),
        (
            "LDIF that opens a file",
            text("dn: cn=a\njpegPhoto:< file:///etc/shadow\n"),
            FileAt(2, "", "import.ldif_url"),
        ),
        ("LDIF without a colon", text("dn: cn=a\nmail\n"), FileAt(2, "", "import.record_unreadable")),
        (
            "LDIF with a huge value",
            text(&format!("dn: cn=a\nmail: {}\n", flood("x", 70_000))),
            FileAt(2, "mail", "import.field_too_long"),
        ),
        (
            "LDIF, huge picture",
            text(&format!("dn: cn=a\nobjectClass: person\ncn: A\njpegPhoto:: {}\n", flood("A", 70_000))),
            Heard(&[]),
        ),
        (
            "LDIF, escape in a name",
            text("dn: cn=a\nobjectClass: person\ncn:: G1sySg==\n"),
            Rows(&[(1, "cn", "import.control_character")]),
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
            Rows(&[(1, "cn", "import.name_missing")]),
        ),
        (
            "LDIF, twice the same",
            text("dn: cn=a\nobjectClass: person\ncn: A\n\ndn: CN=A\nobjectClass: person\ncn: A\n"),
            Rows(&[(5, "", "import.key_duplicate")]),
        ),
        ("LDIF, group of itself", text("dn: cn=a\nobjectClass: group\ncn: A\nmember: cn=a\n"), Heard(&[])),
        (
            "LDIF, password under an odd name",
            text("dn: cn=a\nobjectClass: person\ncn: A\nsambaNTPassword: hush\n"),
            Heard(&[]),
        ),
        // Cards.
        ("card that never ends", text("BEGIN:VCARD\nFN:A\n"), Rows(&[(1, "", "import.card_unclosed")])),
        (
            "card inside a card",
            text("BEGIN:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\n"),
            Rows(&[(1, "", "import.card_unclosed")]),
        ),
        (
            "card, escape in the name",
            text("BEGIN:VCARD\nFN:a\x1B[2J\nEND:VCARD\n"),
            Rows(&[(2, "fn", "import.control_character")]),
        ),
        (
            "card, escape in quoted-printable",
            text("BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:a=1B[2J\nEND:VCARD\n"),
            Rows(&[(3, "fn", "import.control_character")]),
        ),
        (
            "card, turned direction",
            text("BEGIN:VCARD\nFN:a\u{202E}b\nEND:VCARD\n"),
            Rows(&[(2, "fn", "import.direction_control")]),
        ),
        (
            "card, soft break at the end of the file",
            text("BEGIN:VCARD\nFN;QUOTED-PRINTABLE:a="),
            Rows(&[(1, "", "import.card_unclosed")]),
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
            FileAt(3, "note", "import.field_too_long"),
        ),
        (
            "card, huge folded note",
            text(&format!("BEGIN:VCARD\nFN:A\nNOTE:x\n{}END:VCARD\n", flood(" xxxxxxxxxx\n", 7_000))),
            FileAt(3, "note", "import.field_too_long"),
        ),
        (
            "card, huge photo",
            text(&format!("BEGIN:VCARD\nFN:A\nPHOTO:{}\nEND:VCARD\n", flood("x", 200_000))),
            Heard(&[]),
        ),
        ("card, secret key", text("BEGIN:VCARD\nFN:A\nKEY:hush\nEND:VCARD\n"), Heard(&[])),
        ("card, junk between", text("BEGIN:VCARD\nFN:A\n%%%\nEND:VCARD\n"), Heard(&["import.line_unreadable"])),
        ("card, formula", text("BEGIN:VCARD\nFN:=cmd()\nEND:VCARD\n"), Heard(&["import.name_formula"])),
    ]
}
