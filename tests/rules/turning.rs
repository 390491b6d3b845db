//! Undo in the small: the changes of an applied plan, turned round, give back the records as they were.

use guichet::domain::change::{Change, from_fields, set_field};
use guichet::domain::id::Kind;
use guichet::domain::plan::Plan;
use guichet::domain::record::{
    Admin, Application, CommunicationOrder, Contact, Group, Organisation, Record, Role, Site, Ticket, User, Workspace,
};
use serde_json::json;

use crate::memory::{Memory, Stored};
use crate::world::World;

/// Turns every change of a plan round, the last one first, and compares with what was there.
pub fn restores(before: &Memory, after: &Memory, plan: &Plan) {
    let mut turned = after.clone();
    for change in plan.changes.iter().rev().filter(|change| !change.effect) {
        match change.subject.kind {
            Kind::Organisation => back::<Organisation>(&mut turned, change),
            Kind::Site => back::<Site>(&mut turned, change),
            Kind::Group => back::<Group>(&mut turned, change),
            Kind::Workspace => back::<Workspace>(&mut turned, change),
            Kind::Application => back::<Application>(&mut turned, change),
            Kind::Admin => back::<Admin>(&mut turned, change),
            Kind::Role => back::<Role>(&mut turned, change),
            Kind::User => back::<User>(&mut turned, change),
            Kind::Contact => back::<Contact>(&mut turned, change),
            Kind::Order => back::<CommunicationOrder>(&mut turned, change),
            Kind::Ticket => back::<Ticket>(&mut turned, change),
        }
    }
    assert_eq!(turned.timeless(), before.timeless());
}

fn back<T: Stored + Default + std::fmt::Debug>(memory: &mut Memory, change: &Change) {
    let number = change.subject.id;
    if change.makes() {
        let made = T::table_mut(memory).remove(&number).expect("what was made is there");
        let again: T = from_fields(&T::default(), number, &change.after).expect("the journal keeps it whole");
        assert_eq!(timeless(&again), timeless(&made), "what the journal keeps is the record");
    } else if change.removes() {
        let again: T = from_fields(&T::default(), number, &change.before).expect("the journal keeps it whole");
        T::table_mut(memory).insert(number, again);
    } else {
        let record = T::table_mut(memory).get_mut(&number).expect("what was changed is there");
        let turned = set_field(record, &change.field, &change.after, &change.before);
        assert!(turned.is_ok(), "{} {}: {turned:?}", change.subject, change.field);
    }
}

/// A record without its version.
pub fn timeless<T: Record>(record: &T) -> T {
    let mut record = record.clone();
    record.identify(record.number(), 0);
    record
}

/// What random batches reach seldom: addresses, seats, lists and whole records.
#[test]
fn changes_of_every_shape_turn_round() {
    let mut world = World::new();
    let address = json!({"street": "1 rue A\n2e étage", "town": "Laval"});
    for command in [
        json!({"do": "set_organisation", "seats": {"essential": 9, "reports": 1}, "help_general": "x", "name": "B"}),
        json!({"do": "set_organisation", "seats": {"essential": null}, "help_general": null}),
        json!({"do": "update_admin", "admin": "lea", "address": address, "fax": "555 0199", "middle_name": "M"}),
        json!({"do": "update_admin", "admin": "lea", "address": {"town": "Québec"}, "fax": null}),
        json!({"do": "update_contact", "contact": "Bob", "emails": [], "addresses": [address], "note": "a\nb",
            "phones": [{"kind": "work", "number": "555 0199"}], "communications": ["technical", "financial"]}),
        json!({"do": "update_contact", "contact": "Bob", "emails": ["b@x.ca", "c@x.ca"], "phones": [], "site": null}),
        json!({"do": "set_application_right", "user": "2101", "application": "CRM", "right": "write.all", "value": true}),
        json!({"do": "set_workspace_access", "user": "2101", "workspace": "Sales", "value": "view"}),
        json!({"do": "set_access_type", "user": "2102", "value": "essential"}),
        json!({"do": "create_contact", "name": "Dora", "addresses": [address], "communications": ["technical"]}),
        json!({"do": "create_application", "name": "ERP", "rights": ["a.b", "c"], "view_only": true}),
        json!({"do": "open_ticket", "kind": "deactivate", "user": "2101", "reason": "left", "priority": "high"}),
        json!({"do": "comment_ticket", "ticket": "1", "text": "one\ntwo"}),
        json!({"do": "approve_ticket", "ticket": "1", "as_of_now": true}),
    ] {
        let command = if command["do"] == "approve_ticket" {
            json!([{"do": "set_organisation", "four_eyes": "off"}, command])
        } else {
            command
        };
        let before = world.facts.clone();
        let plan = world.apply("olga", command);
        restores(&before, &world.facts, &plan);
    }
}

#[test]
fn a_change_is_not_turned_round_over_a_later_one() {
    let mut world = World::new();
    let plan = world.apply("olga", json!({"do": "update_user", "user": "2101", "position": "one"}));
    world.apply("olga", json!({"do": "update_user", "user": "2101", "position": "two"}));
    let mut user = world.user("Amélie Roy").clone();
    let change = &plan.changes[0];
    let refused = set_field(&mut user, &change.field, &change.after, &change.before).unwrap_err();
    assert_eq!(refused.found, json!("two"));
    assert_eq!(user, *world.user("Amélie Roy"));
}
