//! XML, JSON, tickets, and people of other lists.

use super::Verdict::{File, FileAt, Heard, Rows};
use super::{Case, flood, text};

pub(super) fn cases() -> Vec<Case> {
    vec![
        // XML.
        (
            "XML, entity bomb in a directory",
            text("<!DOCTYPE x [<!ENTITY a \"&a;\">]><include><user id=\"&a;\"/></include>"),
            File("import.doctype"),
        ),
        ("XML, never closed", text("<include><user id=\"1\">"), FileAt(1, "", "import.malformed")),
        ("XML, crossed tags", text("<include><user id=\"1\"></include></user>"), FileAt(1, "", "import.malformed")),
        ("XML, unknown entity", text("<include><user id=\"&x;\"/></include>"), FileAt(1, "", "import.malformed")),
        (
            "XML, too deep",
            text(&format!("<include><user id=\"1\">{}", flood("<a>", 20))),
            FileAt(1, "", "import.too_deep"),
        ),
        (
            "XML, escape in an id",
            text("<include><user id=\"1&#27;[2J\"/></include>"),
            Rows(&[(1, "id", "import.control_character")]),
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
            FileAt(1, "", "import.json_key_twice"),
        ),
        (
            "realm, too deep",
            text(&format!("{{\"realm\":\"a\",\"users\":[],\"x\":{}{}}}", flood("[", 20), flood("]", 20))),
            FileAt(1, "", "import.too_deep"),
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
            Rows(&[(1, "username", "import.control_character")]),
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
            FileAt(1, "", "import.malformed"),
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
            Rows(&[(2, "", "import.row_shifted")]),
        ),
        (
            "tickets, escape in a title",
            text("id;titre;statut;date d'ouverture\n1;a\x1B[2J;b;\n"),
            Rows(&[(2, "titre", "import.control_character")]),
        ),
        (
            "people, escape in a department",
            text("userPrincipalName,displayName,id,department\na@x.org,A,1,\x1B[2J\n"),
            Rows(&[(2, "department", "import.control_character")]),
        ),
        (
            "people, secret slid under an address",
            text("ext,fname,lname,email,password\n1,a,b\n2,A, B,hush,x,y\n"),
            Rows(&[(3, "", "import.row_shifted")]),
        ),
        (
            "people, nobody to know",
            text("userPrincipalName,displayName,id\n,A,\n"),
            Rows(&[(2, "id", "import.key_missing")]),
        ),
        (
            "phone of a spreadsheet",
            text("userPrincipalName,displayName,id,mobile\na@x.org,A,1,3.31E+10\n"),
            Heard(&["import.phone_scientific"]),
        ),
        ("flood of sections", text(&flood("[a]\n", 500_001)), File("import.texts_too_large")),
    ]
}
