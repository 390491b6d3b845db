//! What is done about signing in: unlocking, and ending sessions.

use guichet::domain::plan::Deed;
use serde_json::json;

use crate::world::{World, effects};

fn unlock(admin: &str) -> serde_json::Value {
    json!({"do": "unlock_admin", "admin": admin})
}

fn end(session: &str) -> serde_json::Value {
    json!({"do": "end_session", "session": session})
}

#[test]
fn s_13_who_may_unlocks_those_below() {
    let mut world = World::new();
    world.facts.failed_tries = ["olga", "anna", "marc", "lea"].map(|name| (world.admin(name).id, 120)).into();
    let plan = world.plan("marc", json!([unlock("lea"), unlock("lea")])).unwrap();
    assert_eq!(plan.deeds, [Deed::Unlock { admin: world.admin("lea").id, failed_tries: 120 }], "once");
    assert_eq!(effects(&plan), ["lea failed_tries: 120 -> 0"]);
    assert!(!plan.is_empty() && plan.changes.iter().all(|c| c.effect), "done, and nothing of it is undone");
    assert!(world.plan("marc", unlock("nobody")).unwrap().is_empty(), "nothing to forgive");
    for (actor, admin, code) in [
        ("marc", "marc", "access.not_oneself"),
        ("marc", "anna", "record.not_found"),
        ("quentin", "lea", "record.not_found"),
        ("lea", "nobody", "access.needs_manage_may_ask"),
    ] {
        assert_eq!(world.code(actor, unlock(admin)), code, "{actor} {admin}");
    }
}

#[test]
fn s_31_the_owner_ends_any_session_and_others_their_own() {
    let mut world = World::new();
    world.facts.sessions = ["anna", "marc", "lea"].map(|name| (format!("of-{name}"), world.admin(name).id)).into();
    for (actor, session, code) in [
        ("olga", "of-lea", "ok"),
        ("anna", "of-lea", "session.not_found"),
        ("anna", "of-anna", "ok"),
        ("lea", "of-lea", "ok"),
        ("lea", "of-marc", "session.not_found"),
        ("olga", "of-nobody", "session.not_found"),
    ] {
        assert_eq!(world.code(actor, end(session)), code, "{actor} {session}");
    }
    let plan = world.plan("olga", end("of-lea")).unwrap();
    assert_eq!(effects(&plan), ["lea session: \"of-lea\" -> null"]);
    let request = json!({"do": "open_ticket", "kind": "other", "commands": [end("of-lea")]});
    assert_eq!(world.code("lea", request), "ticket.carries");
}
