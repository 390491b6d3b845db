//! Why, who, and what has happened: when and by whom, and nothing beyond one's reach.

use guichet::domain::id::Kind;
use guichet::service::view::From;
use guichet::service::{AccessFault, check_access, recover};

use crate::admins::{newcomer, run};
use crate::{code, commands, place};

fn view(admin: &str, resource: &str, level: &str) -> String {
    format!(r#"{{"do":"set_admin_resource","admin":"{admin}","resource":"{resource}","value":"{level}"}}"#)
}

#[test]
fn why_says_when_and_by_whom_a_value_was_given() {
    let place = place();
    let mut marie = place.console();
    let mut lea = newcomer(&place, "lea");
    run(&mut lea, r#"{"do":"create_admin","username":"max","first_name":"A","last_name":"B","email":"m@example.ca"}"#);
    run(&mut marie, &view("lea", "notes", "manage"));
    let given = lea.execute(&commands(&view("max", "notes", "view")), None).unwrap().entry.unwrap();
    let role =
        marie.execute(&commands(r#"{"do":"set_admin_role","admin":"max","value":"Analyst"}"#), None).unwrap().entry;
    let max = marie.find(Kind::Admin, "max").unwrap();
    let why = marie.why(max, "notes", &[]).unwrap();
    let since = |what: &str| why.steps.iter().find(|s| s.what == what).and_then(|s| s.since.clone()).unwrap();
    assert_eq!((since("by-hand").entry, since("by-hand").by.as_deref()), (given, Some("lea")));
    assert_eq!((Some(since("role-licence").entry), since("role-licence").by.as_deref()), (role, Some("marie")));
    assert_eq!(since("allowed").by.as_deref(), Some("marie"), "what the parent was given");
    let lea_sees = lea.why(max, "notes", &[]).unwrap();
    assert!(lea_sees.steps.iter().all(|s| s.since.is_none()), "without the journal nothing of it is said");
}

#[test]
fn s_22_the_history_of_a_record_is_that_of_the_entries_one_may_see() {
    let place = place();
    let mut marie = place.console();
    let lea = newcomer(&place, "lea");
    newcomer(&place, "max");
    run(&mut marie, &view("lea", "journal", "view"));
    run(&mut marie, &view("max", "notes", "view"));
    let number = |name: &str| marie.find(Kind::Admin, name).unwrap();
    assert!(!marie.history(number("max"), 50).unwrap().is_empty());
    assert_eq!(code(lea.history(number("max"), 50).err().unwrap()), "record.not_found");
    assert!(!lea.history(number("lea"), 50).unwrap().is_empty(), "one's own");
}

#[test]
fn s_22_namesakes_out_of_reach_do_not_hide_the_one_in_reach() {
    let place = place();
    let mut marie = place.console();
    let user = |site: &str, email: usize| {
        format!(r#"{{"do":"create_user","display_name":"Jean Roy","email":"jean{email}@example.ca","site":"{site}"}}"#)
    };
    let batch: Vec<String> = (0..12).map(|at| user(if at == 11 { "mtl" } else { "qc" }, at)).collect();
    marie.execute(&commands(&batch.join("\n")), None).unwrap();
    let lea = newcomer(&place, "lea");
    run(&mut marie, r#"{"do":"set_admin_all_sites","admin":"lea","value":false}"#);
    run(&mut marie, r#"{"do":"set_admin_site","admin":"lea","site":"mtl","value":true}"#);
    assert!(lea.find(Kind::User, "jean roy").is_ok());
    assert_eq!(code(marie.find(Kind::User, "jean roy").err().unwrap()), "record.ambiguous");
}

#[test]
fn who_goes_on_over_those_who_hold_nothing() {
    let place = place();
    let mut marie = place.console();
    for at in 0..8 {
        let make = format!(
            r#"{{"do":"create_admin","username":"aa{at}","first_name":"A","last_name":"B","email":"m@example.ca"}}"#
        );
        run(&mut marie, &make);
    }
    run(&mut marie, &view("aa7", "orders", "view"));
    let mut names = Vec::new();
    let mut from = From::Start;
    while let Some((cursor, holder)) = marie.who("orders", &from, 1).unwrap().pop() {
        from = From::After(cursor);
        names.push(holder.name);
    }
    assert_eq!(names, ["aa7", "marie"], "a page at a time, each with somebody");
}

#[test]
fn the_access_audit_names_what_is_worth_a_look() {
    let place = place();
    let mut marie = place.console();
    let lea = newcomer(&place, "lea");
    run(
        &mut marie,
        r#"{"do":"create_admin","username":"new","first_name":"A","last_name":"B","email":"m@example.ca"}"#,
    );
    run(&mut marie, r#"{"do":"set_admin_role","admin":"lea","value":"Analyst"}"#);
    run(&mut marie, r#"{"do":"set_admin_all_sites","admin":"lea","value":false}"#);
    run(&mut marie, r#"{"do":"set_admin_site","admin":"lea","site":"mtl","value":true}"#);
    let read = |found: Vec<guichet::service::AccessFinding>| {
        found.into_iter().map(|f| (f.fault, f.name, f.resources.len())).collect::<Vec<_>>()
    };
    let fault = |fault, name: &str, resources| (fault, name.to_owned(), resources);
    let all = vec![
        fault(AccessFault::NeverSignedIn, "new", 0),
        fault(AccessFault::BeyondRole, "lea", 2),
        fault(AccessFault::TemporaryPassword, "new", 0),
        fault(AccessFault::NobodyForSite, "qc", 0),
    ];
    assert_eq!(read(marie.check_access().unwrap()), all);
    assert_eq!(read(check_access(&place.settings).unwrap()), all, "without an account, for whoever owns the file");
    assert_eq!(read(lea.check_access().unwrap()), [fault(AccessFault::BeyondRole, "lea", 2)], "A-08: within reach");
    place.settings.clock.advance(91 * 24 * 3_600_000);
    let unused = read(check_access(&place.settings).unwrap());
    assert!(
        unused.contains(&fault(AccessFault::Unused, "lea", 0))
            && unused.contains(&fault(AccessFault::Unused, "marie", 0))
    );
}

#[test]
fn s_19_recovery_gives_the_owner_a_temporary_password_and_leaves_a_trace() {
    let place = place();
    let mut marie = place.console();
    marie.begin_session().unwrap();
    let before = marie.journal_head().unwrap().number;
    let recovered = recover(&place.settings).unwrap();
    assert_eq!(code(marie.count(&crate::users(), 1).err().unwrap()), "sign_in.signed_out", "S-16");
    let mut again = guichet::service::Console::open(place.settings.clone()).unwrap();
    assert_eq!(code(again.sign_in("marie", crate::PASSWORD, 0).err().unwrap()), "sign_in.refused");
    place.settings.clock.advance(1_001);
    let welcome = again.sign_in(&recovered.username, &recovered.temporary_password, 0).unwrap();
    assert!(welcome.must_change && welcome.recovered_at.is_some(), "the owner is told");
    again.set_own_password(&recovered.temporary_password, "encore un autre mot").unwrap();
    let (entry, _) = again.entry(before + 1, 0, 1).unwrap();
    assert_eq!((entry.head.kind.as_str(), entry.head.actor), ("recovery", None));
    assert_eq!(again.verify_journal(None, &mut |_| true).unwrap().fault, None);
    let mut later = guichet::service::Console::open(place.settings.clone()).unwrap();
    assert_eq!(later.sign_in("marie", "encore un autre mot", 0).unwrap().recovered_at, None, "once");
}
