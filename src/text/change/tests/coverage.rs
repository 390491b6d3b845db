//! No field, cause or value is left without its words.

use std::collections::BTreeSet;

use serde_json::json;

use super::super::*;
use super::change;
use crate::domain::catalogue::Key;
use crate::domain::change::compare;
use crate::domain::command::Command;
use crate::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Phone, PostalAddress, Record, Role, Seat,
    Site, Ticket, User, Workspace,
};
use crate::domain::value::{AccessType, Status, SupervisorLevel};
use crate::text::Lang;

#[test]
fn every_cause_is_worded() {
    let ours = [
        "parent",
        "role",
        "override",
        "phone_system",
        "communication_order",
        "contact_deleted",
        "group_left",
        "group_deleted",
        "site_deleted",
        "workspace_deleted",
        "application_deleted",
        "right_removed",
        "branch",
        "ticket",
    ];
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for word in ours {
            assert!(texts.has(&format!("cause-{word}")), "{lang}: {word}");
        }
        for entry in Catalogue::builtin().entries() {
            let cause = texts.cause(Catalogue::builtin(), &Cause::entry(&entry.key));
            assert!(cause.as_str().contains(texts.entry_label(entry).as_str()), "{lang}: {cause}");
        }
    }
    let mut change = change(Kind::User, "permissions.web_access", json!(null), json!(true));
    change.cause = Some(Cause::entry(&Key::new("uc_client")));
    let because = |lang| Texts::new(lang).change(Catalogue::builtin(), &change).because.map(String::from);
    assert_eq!(because(Lang::En).as_deref(), Some("because of UC client"));
    assert_eq!(because(Lang::Fr).as_deref(), Some("en raison de «\u{a0}Client UC\u{a0}»"));
}

/// Every field of every record, with the members of the objects that have fields of their own.
fn record_fields() -> BTreeSet<String> {
    fn of<T: Record + Default>() -> Vec<String> {
        match serde_json::to_value(T::default()) {
            Ok(Value::Object(map)) => map.keys().cloned().collect(),
            other => panic!("a record is an object: {other:?}"),
        }
    }
    let address = serde_json::to_value(PostalAddress::default()).unwrap();
    let kinds = [
        of::<Organisation>(),
        of::<Site>(),
        of::<Group>(),
        of::<Workspace>(),
        of::<Application>(),
        of::<Admin>(),
        of::<Role>(),
        of::<User>(),
        of::<Contact>(),
        of::<CommunicationOrder>(),
        of::<Ticket>(),
    ];
    kinds.into_iter().flatten().chain(address.as_object().unwrap().keys().cloned()).collect()
}

/// Every field of every Command, from their schema.
fn command_fields() -> BTreeSet<String> {
    let schema = serde_json::to_value(Command::schema()).unwrap();
    let mut found = BTreeSet::new();
    let mut left = vec![&schema];
    while let Some(value) = left.pop() {
        if let Some(properties) = value.get("properties").and_then(Value::as_object) {
            found.extend(properties.keys().filter(|name| *name != "do").cloned());
        }
        match value {
            Value::Array(items) => left.extend(items),
            Value::Object(map) => left.extend(map.values()),
            _ => {}
        }
    }
    found
}

#[test]
fn every_field_has_its_label_in_both_languages() {
    let seats = Seat::ALL.map(Seat::as_str);
    let mut fields: BTreeSet<String> = record_fields().into_iter().chain(command_fields()).collect();
    // The parts of a phone and the kinds of seats have words of their own.
    fields.retain(|name| name != "number" && !seats.contains(&name.as_str()));
    assert!(fields.len() > 60, "{fields:?}");
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        let missing: Vec<_> = fields.iter().filter(|name| !texts.has(&format!("field-{name}"))).collect();
        assert!(missing.is_empty(), "{lang}: {missing:?}");
    }
}

#[test]
fn nothing_of_a_full_record_is_left_in_the_words_of_json() {
    let user = User {
        access_type: AccessType::Professional,
        supervisor_level: SupervisorLevel::ContactCentre,
        status: Status::Disabled,
        ..User::default()
    };
    let contact = Contact { phones: vec![Phone { kind: "fax_home".into(), number: "1".into() }], ..Contact::default() };
    for lang in Lang::ALL {
        let texts = Texts::new(lang);
        for change in [compare(None, Some(&user)), compare(None, Some(&contact))].iter().flatten() {
            for line in texts.change_fields(Catalogue::builtin(), change) {
                assert!(!line.after.as_str().contains('_') && !line.what.as_str().contains('_'), "{lang}: {line:?}");
            }
        }
    }
}
