//! What lists tell of users: what is missing of them, what is assigned to them, and what is exported.

use guichet::service::ServiceError;
use guichet::service::export::{Exported, Piece};
use guichet::service::view::{AssignedRow, Filter, From, List, Query, Tally, UserRow, sorts_of, terms_of};
use guichet::service::{Console, Turn};

use crate::admins::{newcomer, run};
use crate::{code, commands, place, users};

fn count(console: &Console, filter: &str) -> Tally {
    let filter = Filter::parse(filter, terms_of(List::Users));
    console.count(&Query { filter, ..users() }, 100).unwrap()
}

fn user(name: &str, rest: &str) -> String {
    format!(r#"{{"do":"create_user","display_name":"{name}"{rest}}}"#)
}

/// U-12: the neighbour of whoever comes to share an e-mail, or no longer does, is found anew as well.
#[test]
fn u_12_who_shares_an_email_is_found_as_incomplete_until_nobody_does() {
    let place = place();
    let mut console = place.console();
    let ann = user("Ann", r#","site":"mtl","email":"one@example.ca""#);
    let bob = user("Bob", r#","site":"mtl","email":"ONE@example.ca""#);
    run(&mut console, &ann);
    assert_eq!(count(&console, "is:incomplete"), Tally::Exactly(0));
    let made = console.execute(&commands(&bob), None).unwrap().entry;
    assert_eq!(count(&console, "is:shared-email"), Tally::Exactly(2));
    run(&mut console, r#"{"do":"update_user","user":"Bob","email":"two@example.ca"}"#);
    assert_eq!(count(&console, "is:incomplete"), Tally::Exactly(0));
    console.turn(Turn::Undo, None, false, None).unwrap();
    assert_eq!(count(&console, "is:shared-email ann"), Tally::Exactly(1));
    run(&mut console, r#"{"do":"delete_user","user":"Bob"}"#);
    assert_eq!(count(&console, "is:shared-email"), Tally::Exactly(0), "made by {made:?}");
    // Two at once beside the one who was there.
    let both = [user("Cleo", r#","site":"mtl","email":"one@example.ca""#), user("Dan", r#","email":"one@example.ca""#)];
    run(&mut console, &both.join("\n"));
    assert_eq!(count(&console, "is:shared-email"), Tally::Exactly(3));
    assert_eq!(count(&console, "is:without-site"), Tally::Exactly(1));
    assert_eq!(count(&console, "is:incomplete"), Tally::Exactly(3));
}

fn assigned(console: &Console, list: List, filter: &str) -> guichet::service::Result<Vec<AssignedRow>> {
    let filter = Filter::parse(filter, terms_of(list));
    let query = Query { list, filter, sort: sorts_of(list)[0], descending: false };
    Ok(console.window(&query, &From::Start, 100)?.into_iter().map(|(_, row)| row).collect())
}

const VIEWS: [List; 4] = [List::ByNumber, List::ByDevice, List::ByService, List::ByUser];

/// A-49: Services opens by service alone. A-51: User assignments opens all four. A-52: by service takes either.
#[test]
fn a_49_a_51_a_52_the_assignment_views_are_for_who_holds_them() {
    let place = place();
    let mut marie = place.console();
    let lea = newcomer(&place, "lea");
    let seen = |lea: &Console| VIEWS.map(|list| assigned(lea, list, "").is_ok());
    assert_eq!(seen(&lea), [false; 4]);
    let hold = |resource: &str, value: &str| {
        format!(r#"{{"do":"set_admin_resource","admin":"lea","resource":"{resource}","value":"{value}"}}"#)
    };
    run(&mut marie, &hold("users", "none"));
    run(&mut marie, &hold("services", "view"));
    assert_eq!(seen(&lea), [false, false, true, false]);
    run(&mut marie, &hold("assignments", "view"));
    assert_eq!(seen(&lea), [true; 4]);
    run(&mut marie, &hold("services", "none"));
    assert_eq!(seen(&lea), [true; 4], "by service is for either of the two");
    let query = users();
    let refused = lea.window::<guichet::service::view::UserRow>(&query, &From::Start, 1).unwrap_err();
    assert_eq!(refused.exit_code(), 3, "the users themselves are not");
}

/// What is exported, as one text, and how many records there were.
fn exported(console: &mut Console, what: &Exported) -> Result<(Vec<String>, u64), ServiceError> {
    let mut pieces = Vec::new();
    let records = console.export::<ServiceError>(what, |piece| {
        pieces.push(match piece {
            Piece::Begun(head) => head.to_string(),
            Piece::Kind(kind) => kind.to_owned(),
            Piece::Record(record) => record["display_name"].as_str().unwrap_or_default().to_owned(),
        });
        Ok(())
    })?;
    Ok((pieces, records))
}

/// S-50: an export is an entry of the journal. S-29: everything, and the journal, only with a fresh password.
#[test]
fn s_29_s_50_an_export_is_recorded_and_everything_asks_for_the_password() {
    let place = place();
    let mut console = place.console();
    run(&mut console, &user("Ann", r#","site":"mtl","email":"one@example.ca""#));
    run(&mut console, &user("Bob", r#","site":"mtl""#));
    let (pieces, records) = exported(&mut console, &Exported::list(List::Users, "ann")).unwrap();
    assert_eq!((pieces[1].as_str(), records), ("Ann", 1));
    let entry = console.journal_head().unwrap();
    assert_eq!(pieces[0], entry.to_string(), "the head has the export in it");
    let (read, _) = console.entry(entry.number, 0, 0).unwrap();
    assert_eq!((read.head.kind.as_str(), read.head.actor.unwrap().1.as_str()), ("export", "marie"));
    assert!(read.head.commands.contains("users") && read.head.commands.contains("ann"), "{}", read.head.commands);

    place.settings.clock.advance(10 * 60_000);
    for what in [Exported::list(List::Users, ""), Exported::list(List::Journal, "kind:apply"), Exported::Rights] {
        let refused = exported(&mut console, &what).unwrap_err();
        assert_eq!(code(refused), "sign_in.prove_again", "{what:?}");
    }
    assert_eq!(console.journal_head().unwrap(), entry, "what is refused hands nothing out");
    assert_eq!(exported(&mut console, &Exported::list(List::Users, "site:mtl")).unwrap().1, 2);
    console.prove_again(crate::PASSWORD).unwrap();
    let (pieces, _) = exported(&mut console, &Exported::Rights).unwrap();
    let kinds: Vec<_> = pieces.iter().filter(|p| ["admin", "user", "contact"].contains(&p.as_str())).collect();
    assert_eq!(kinds, ["admin", "user", "contact"]);
    assert_eq!(pieces[0], console.journal_head().unwrap().to_string(), "S-52: with the head of the journal");
}

/// An export that is not handed out whole is stopped by whoever takes it.
#[test]
fn an_export_stops_where_its_taker_does() {
    let place = place();
    let mut console = place.console();
    run(&mut console, &user("Ann", ""));
    let stopped = console.export::<ServiceError>(&Exported::list(List::Users, ""), |piece| match piece {
        Piece::Record(_) => Err(ServiceError::Stopped),
        _ => Ok(()),
    });
    assert_eq!(code(stopped.unwrap_err()), "stopped");
    let lea = newcomer(&place, "lea");
    assert_eq!(lea.may_export(&Exported::Rights).unwrap_err().exit_code(), 3, "it needs View on reports");
}

/// A great many are changed all or none: what is stopped leaves nothing behind.
#[test]
fn a_bulk_change_that_is_stopped_leaves_nothing() {
    use guichet::domain::command::{Ref, SetPermission};
    use guichet::domain::id::{Kind, Subject};
    let place = place();
    let mut console = place.console();
    let people: Vec<String> =
        (0..30).map(|n| user(&format!("P{n:02}"), &format!(r#","email":"p{n}@example.ca""#))).collect();
    run(&mut console, &people.join("\n"));
    let numbers: Vec<i64> = (1..=30).collect();
    let give = |subject: Subject| {
        let user = Ref::pinned(subject.to_string(), subject.id);
        vec![SetPermission { user, permission: "web_access".into(), value: true }.into()]
    };
    let bulk = console.bulk_preview(Kind::User, &numbers, &give, &mut |_, _| true).unwrap();
    let head = console.journal_head().unwrap();
    let mut asked = 0;
    for limit in [3, 40] {
        let stopped = console.bulk(&bulk, &mut |_, _| {
            asked += 1;
            asked % 50 < limit
        });
        assert_eq!(code(stopped.err().unwrap()), "stopped", "after {limit} steps");
        assert_eq!(console.journal_head().unwrap(), head);
        asked = 0;
    }
    console.bulk(&bulk, &mut |_, _| true).unwrap();
    assert_eq!(count(&console, "has:web_access"), Tally::Exactly(30));
}

#[test]
fn a_filter_finds_without_accents_and_case() {
    let place = place();
    let mut console = place.console();
    for name in ["Amélie Roy", "Benoît Leroy", "Œuvre Noël", "Zoé O'Neil"] {
        let command = format!(r#"{{"do":"create_user","display_name":"{name}"}}"#);
        console.execute(&commands(&command), None).unwrap();
    }
    let found = |text: &str| -> Vec<String> {
        let query = Query { filter: Filter::parse(text, &["site", "status"]), ..users() };
        let rows = console.window::<UserRow>(&query, &From::Start, 10).unwrap();
        assert_eq!(console.count(&query, 100).unwrap(), Tally::Exactly(rows.len() as u64), "{text}");
        rows.into_iter().map(|(_, row)| row.display_name).collect()
    };
    assert_eq!(found("ROY"), ["Amélie Roy", "Benoît Leroy"]);
    assert_eq!(found("oeuvre"), ["Œuvre Noël"]);
    assert_eq!(found("am"), ["Amélie Roy"]);
    assert_eq!(found("zo o'n"), ["Zoé O'Neil"]);
    assert_eq!(found("roy status:disabled"), Vec::<String>::new());
    assert_eq!(found("xyzzy"), Vec::<String>::new());
    assert_eq!(found("%"), Vec::<String>::new(), "S-77");
}
