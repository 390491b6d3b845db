//! one note for each record, with a right of its own.

use guichet::domain::refusal::Class;
use serde_json::{Value, json};

use crate::undo::undo;
use crate::world::{World, read};

/// Every kind of record that has a note, by a name in the world.
const NAMED: [(&str, &str); 9] = [
    ("organisation", "Acme"),
    ("admin", "lea"),
    ("role", "Desk"),
    ("user", "2101"),
    ("contact", "Carl"),
    ("site", "mtl"),
    ("group", "Night"),
    ("workspace", "Sales"),
    ("application", "CRM"),
];

fn note(kind: &str, name: &str, text: Value) -> Value {
    json!({"do": "set_note", kind: name, "note": text})
}

#[test]
fn a_45_every_record_has_one_note_that_is_undone_like_all_else() {
    for (kind, name) in NAMED {
        let mut world = World::new();
        let before = world.facts.timeless();
        let done = world.apply("olga", note(kind, name, json!("Call back\nin May")));
        assert_eq!(read(&done), ["note: null -> \"Call back\\nin May\""], "{kind}");
        let back = undo(&world, "olga", &done).unwrap();
        world.facts.apply(&back);
        assert_eq!(world.facts.timeless(), before, "{kind}");
        assert!(world.plan("olga", note(kind, name, json!("  "))).unwrap().is_empty(), "{kind}: blank is none");
    }
}

#[test]
fn a_45_a_note_needs_notes_and_the_record_in_view() {
    let mut world = World::new();
    world.apply("olga", json!({"do": "set_admin_resource", "admin": "lea", "resource": "notes", "value": "manage"}));
    for (kind, name) in NAMED {
        let code = world.code("lea", note(kind, name, json!("x")));
        let expected = match kind {
            "organisation" | "role" => "access.needs_view",
            _ => "ok",
        };
        assert_eq!(code, expected, "{kind}");
        assert_eq!(world.class("nobody", note(kind, name, json!("x"))), Some(Class::NotAllowed), "{kind}");
    }
    let mut world = World::new();
    world.apply("anna", json!({"do": "set_admin_resource", "admin": "marc", "resource": "notes", "value": "view"}));
    assert_eq!(world.class("marc", note("user", "2101", json!("x"))), Some(Class::MayAsk));
    assert_eq!(world.code("marc", note("contact", "Carl", json!("x"))), "access.needs_manage_may_ask");
    let form = json!({"do": "update_contact", "contact": "Carl", "note": "x"});
    assert_eq!(world.code("marc", form), "ok", "the form of a contact has its note");
}

#[test]
fn s_22_no_note_beyond_ones_reach() {
    let world = World::new();
    for (kind, name) in [("user", "2104"), ("contact", "Bob"), ("site", "qc"), ("admin", "quentin")] {
        assert_eq!(world.code("marc", note(kind, name, json!("x"))), "record.not_found", "{kind}");
    }
}

#[test]
fn a_note_names_one_record() {
    let world = World::new();
    assert_eq!(world.code("olga", json!({"do": "set_note", "note": "x"})), "field.one_record");
    let two = json!({"do": "set_note", "user": "2101", "site": "mtl", "note": "x"});
    assert_eq!(world.code("olga", two), "field.one_record");
}
