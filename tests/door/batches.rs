//! Batches: all or nothing, stale or empty, one act on many, a change with its entry.

use guichet::domain::command::{Ref, SetPermission};
use guichet::domain::id::{Kind, Subject};
use guichet::domain::record::User;
use guichet::domain::value::SupervisorLevel;
use guichet::service::bulk::Marked;
use guichet::service::view::{EntryRow, Filter, From, List, Query, Sort, Tally, terms_of};
use guichet::service::{Console, ServiceError, Turn};

use crate::{AMELIE, LEVEL, code, commands, place, users};

#[test]
fn a_batch_is_all_or_nothing_and_a_dry_run_writes_nothing() {
    let place = place();
    let mut console = place.console();
    let head = console.journal_head().unwrap();
    let batch = format!("{AMELIE}\n{}", LEVEL.replace("reports", "analytics"));
    assert_eq!(console.preview(&commands(&batch)).unwrap().changes.len(), 1, "one record made, whole");
    assert_eq!(console.journal_head().unwrap(), head);
    let bad = format!(
        "{AMELIE}\n{}",
        r#"{"do":"set_permission","user":"amelie.roy@example.ca","permission":"webhooks_administrator","value":true}"#
    );
    let error = console.execute(&commands(&bad), None).err().unwrap();
    let ServiceError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!((refusal.code(), refusal.line), ("user.web_access_required", Some(2)), "U-41");
    assert_eq!(console.count(&users(), 100).unwrap(), Tally::Exactly(0));
    assert_ne!(console.journal_head().unwrap(), head, "S-50: the refused attempt is written down");
}

#[test]
fn what_changes_nothing_writes_no_entry() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    console.execute(&commands(LEVEL), None).unwrap();
    let head = console.journal_head().unwrap();
    assert_eq!(console.execute(&commands(LEVEL), None).unwrap().entry, None);
    assert_eq!(console.journal_head().unwrap(), head);
}

#[test]
fn a_stale_plan_is_refused_and_names_what_moved() {
    let place = place();
    let (mut one, mut other) = (place.console(), place.console());
    one.execute(&commands(AMELIE), None).unwrap();
    let plan = one.preview(&commands(LEVEL)).unwrap();
    let rename = r#"{"do":"update_user","user":"amelie.roy@example.ca","position":"Chef"}"#;
    other.execute(&commands(rename), None).unwrap();
    let error = one.execute(&commands(LEVEL), Some(&plan)).err().unwrap();
    let ServiceError::Refused(refusal) = &error else { panic!("{error:?}") };
    assert_eq!(refusal.code(), "plan.stale");
    assert!(format!("{refusal:?}").contains("Amélie Roy"));
    assert_eq!(error.exit_code(), 5);
}

#[test]
fn one_act_on_many_leaves_out_those_who_may_not_and_is_one_entry() {
    let place = place();
    let mut console = place.console();
    let people: String = (0..20)
        .map(|n| {
            let email = if n % 5 == 0 { String::new() } else { format!(r#","email":"p{n}@example.ca""#) };
            format!("{{\"do\":\"create_user\",\"display_name\":\"Person {n:02}\",\"site\":\"mtl\"{email}}}\n")
        })
        .collect();
    console.execute(&commands(&people), None).unwrap();
    let marked = Marked::AllBut(Box::new(users()), [2].into());
    let numbers = console.marked(&marked).unwrap();
    assert_eq!(numbers.len(), 19);
    let give = |subject: Subject| {
        let reference = Ref::pinned(subject.to_string(), subject.id);
        vec![SetPermission { user: reference, permission: "web_access".into(), value: true }.into()]
    };
    let mut steps = 0;
    let bulk = console.bulk_preview(Kind::User, &numbers, &give, &mut |_, of| {
        steps += 1;
        of == 19
    });
    let bulk = bulk.unwrap();
    assert_eq!((steps, bulk.allowed, bulk.refused.len()), (19, 15, 4));
    let why = bulk.refused[0].refused.as_ref().unwrap();
    assert_eq!((bulk.refused[0].name.as_str(), why.code()), ("Person 00", "user.email_required"));
    let entry = console.bulk(&bulk, &mut |_, _| true).unwrap().entry.unwrap();
    let having = |console: &Console| {
        let filter = Filter::parse("has:web_access", &["has"]);
        console.count(&Query { filter, ..users() }, 100).unwrap()
    };
    assert_eq!(having(&console), Tally::Exactly(15));
    console.turn(Turn::Undo, Some(entry), false, None).unwrap();
    assert_eq!(having(&console), Tally::Exactly(0));
    assert!(console.bulk_preview(Kind::User, &numbers, &give, &mut |at, _| at < 3).is_err(), "stopped");
}

#[test]
fn a_ticket_is_opened_and_approved_and_the_user_changes() {
    let place = place();
    let mut console = place.console();
    console.execute(&commands(AMELIE), None).unwrap();
    let ticket = format!(r#"{{"do":"open_ticket","kind":"change_rights","reason":"devis","commands":[{LEVEL}]}}"#);
    console.execute(&commands(&ticket), None).unwrap();
    let again = console.execute(&commands(&ticket), None).err().unwrap();
    assert_eq!(code(again), "ticket.duplicate", "T-23");
    let receipt = console.execute(&commands(r#"{"do":"approve_ticket","ticket":"1"}"#), None).unwrap();
    assert_eq!(receipt.plan.tickets, [1]);
    let user = console.find(Kind::User, "amelie roy").unwrap();
    assert_eq!(console.record::<User>(user.id).unwrap().supervisor_level, SupervisorLevel::Reports);
    let decided = console.execute(&commands(r#"{"do":"approve_ticket","ticket":"1"}"#), None).err().unwrap();
    assert_eq!(code(decided), "ticket.decided");
    console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(console.record::<User>(user.id).unwrap().supervisor_level, SupervisorLevel::None);
}

/// S-41: the data, its version, what undoes it and the journal are one change: where the last of them fails, none is there.
#[test]
fn s_41_a_change_and_its_entry_are_one() {
    let place = place();
    let mut console = place.console();
    let head = console.journal_head().unwrap();
    let other = rusqlite::Connection::open(&place.settings.path).unwrap();
    for table in ["journal_change", "journal_entry", "journal_site"] {
        let trigger = format!("CREATE TRIGGER spoils BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'no'); END");
        other.execute_batch(&trigger).unwrap();
        assert!(matches!(console.execute(&commands(AMELIE), None).err(), Some(ServiceError::Store(_))), "{table}");
        other.execute_batch("DROP TRIGGER spoils").unwrap();
        assert!(console.find(Kind::User, "amelie.roy@example.ca").is_err(), "{table}: nothing half-written");
        assert_eq!(console.journal_head().unwrap(), head, "{table}");
    }
    let entry = console.execute(&commands(AMELIE), None).unwrap().entry.unwrap();
    let user: User = console.record(console.find(Kind::User, "amelie.roy@example.ca").unwrap().id).unwrap();
    let (found, changes) = console.entry(entry, 0, 10).unwrap();
    assert_eq!((user.version, found.changes, changes.len()), (entry, 1, 1));
    assert!(changes[0].makes() && found.head.commands.contains("create_user"));
    assert_eq!(console.verify_journal(None, &mut |_| true).unwrap().fault, None);
}

/// One entry may decide several tickets: each of them is what it is found by.
#[test]
fn an_entry_is_found_by_each_ticket_that_it_decides() {
    let place = place();
    let mut console = place.console();
    let user = |name: &str| AMELIE.replace("amelie.roy", name).replace("Amélie Roy", name);
    console.execute(&commands(&[user("ann"), user("bob")].join("\n")), None).unwrap();
    for name in ["ann", "bob"] {
        let level = LEVEL.replace("amelie.roy", name);
        let ticket = format!(r#"{{"do":"open_ticket","kind":"change_rights","reason":"devis","commands":[{level}]}}"#);
        console.execute(&commands(&ticket), None).unwrap();
    }
    let both = "{\"do\":\"approve_ticket\",\"ticket\":\"1\"}\n{\"do\":\"approve_ticket\",\"ticket\":\"2\"}";
    let entry = console.execute(&commands(both), None).unwrap().entry.unwrap();
    for (typed, found) in [("ticket:1", true), ("ticket:2", true), ("ticket:#2", true), ("ticket:3", false)] {
        let filter = Filter::parse(typed, terms_of(List::Journal));
        let query = Query { list: List::Journal, filter, sort: Sort::Number, descending: true };
        let entries = console.window::<EntryRow>(&query, &From::Start, 10).unwrap();
        assert_eq!(entries.iter().any(|(_, row)| row.number == entry), found, "{typed}");
    }
}
