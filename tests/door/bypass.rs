//! Ways round the ceiling: each is refused with its reason, and the attempt is written down.

use guichet::domain::id::Kind;
use guichet::domain::value::TicketStatus;
use guichet::service::{Console, Turn};

use crate::admins::{OWN, admin, newcomer, run};
use crate::{Place, code, commands, place};

/// A store with marie, who owns it; lea, who manages administrators, users and orders; max and zoe below lea.
struct Tree {
    place: Place,
    marie: Console,
    lea: Console,
}

fn tree() -> Tree {
    let place = place();
    let mut marie = place.console();
    let mut lea = newcomer(&place, "lea");
    let more = r#"
        {"do":"set_admin_resource","admin":"lea","resource":"orders","value":"manage"}
        {"do":"set_admin_resource","admin":"lea","resource":"tickets","value":"manage"}
        {"do":"create_role","name":"Desk","licence":"analyst"}
        {"do":"set_role_resource","role":"Desk","resource":"contacts","value":"manage"}"#;
    marie.execute(&commands(more), None).unwrap();
    for name in ["max", "zoe"] {
        let make = format!(
            r#"{{"do":"create_admin","username":"{name}","first_name":"A","last_name":"B","email":"{name}@example.ca"}}"#
        );
        let temporary = lea.execute(&commands(&make), None).unwrap().answers.remove(0).temporary_password;
        let mut console = Console::open(place.settings.clone()).unwrap();
        console.sign_in(name, &temporary, 0).unwrap();
        console.set_own_password(&temporary, OWN).unwrap();
    }
    Tree { place, marie, lea }
}

impl Tree {
    /// Tries as lea; the refusal stands in the journal.
    #[track_caller]
    fn refused(&mut self, attempt: &str, reason: &str) {
        let before = self.marie.journal_head().unwrap().number;
        assert_eq!(run(&mut self.lea, attempt), reason, "{attempt}");
        self.written(before, reason);
    }

    #[track_caller]
    fn written(&self, before: i64, reason: &str) {
        let head = self.marie.journal_head().unwrap().number;
        assert_eq!(head, before + 1, "S-50: the attempt is written down");
        let (entry, changes) = self.marie.entry(head, 0, 10).unwrap();
        assert_eq!((entry.head.kind.as_str(), entry.head.result.as_str(), changes.len()), ("refused", reason, 0));
        assert_eq!(entry.head.actor.unwrap().1, "lea");
    }
}

#[test]
fn a_09_a_role_gives_nothing_that_its_giver_lacks() {
    let mut tree = tree();
    tree.refused(r#"{"do":"set_admin_role","admin":"max","value":"Desk"}"#, "access.not_held");
    tree.refused(r#"{"do":"set_admin_role","admin":"max","value":"Owner"}"#, "access.not_held");
    let make = r#"{"do":"create_admin","username":"yan","first_name":"A","last_name":"B","email":"y@example.ca","role":"Desk"}"#;
    tree.refused(make, "access.not_held");
    tree.refused(r#"{"do":"create_role","name":"Mine","licence":"analyst"}"#, "access.needs_view");
}

#[test]
fn a_09_a_batch_does_not_use_what_it_gives() {
    let mut tree = tree();
    for batch in [
        r#"{"do":"set_admin_resource","admin":"lea","resource":"billable_items","value":"manage"}
           {"do":"set_admin_resource","admin":"max","resource":"billable_items","value":"manage"}"#,
        r#"{"do":"set_admin_parent","admin":"lea","parent":"max"}
           {"do":"set_admin_resource","admin":"max","resource":"notes","value":"view"}"#,
        r#"{"do":"set_admin_parent","admin":"max","parent":"zoe"}
           {"do":"set_admin_resource","admin":"max","resource":"contacts","value":"view"}"#,
    ] {
        let found = run(&mut tree.lea, batch);
        assert!(
            ["access.not_oneself", "admin.circle", "access.not_held"].contains(&found.as_str()),
            "{batch}: {found}"
        );
    }
}

#[test]
fn s_26_undo_gives_back_nothing_that_is_no_longer_held() {
    let mut tree = tree();
    let orders =
        |value: &str| format!(r#"{{"do":"set_admin_resource","admin":"max","resource":"orders","value":"{value}"}}"#);
    run(&mut tree.lea, &orders("manage"));
    let taken = tree.lea.execute(&commands(&orders("none")), None).unwrap().entry;
    run(&mut tree.marie, r#"{"do":"set_admin_resource","admin":"lea","resource":"orders","value":"view"}"#);
    let before = tree.marie.journal_head().unwrap().number;
    assert_eq!(code(tree.lea.turn(Turn::Undo, taken, false, None).err().unwrap()), "access.not_held");
    tree.written(before, "access.not_held");
}

#[test]
fn a_09_a_draft_made_before_a_demotion_is_judged_by_the_rights_of_now() {
    let mut tree = tree();
    let give = r#"{"do":"set_admin_resource","admin":"max","resource":"orders","value":"manage"}"#;
    tree.lea.stage(commands(give)).unwrap();
    run(&mut tree.marie, r#"{"do":"set_admin_resource","admin":"lea","resource":"orders","value":"none"}"#);
    let mut again = Console::open(tree.place.settings.clone()).unwrap();
    again.sign_in("lea", OWN, 0).unwrap();
    let draft = again.draft().unwrap().commands();
    assert_eq!(draft.len(), 1, "the draft is there");
    assert_eq!(code(again.execute(&draft, None).err().unwrap()), "access.not_held");
}

#[test]
fn s_28_a_ticket_runs_under_the_rights_of_its_approver() {
    let mut tree = tree();
    run(&mut tree.lea, r#"{"do":"set_admin_resource","admin":"max","resource":"tickets","value":"view"}"#);
    let mut max = Console::open(tree.place.settings.clone()).unwrap();
    max.sign_in("max", OWN, 0).unwrap();
    for (asked, answer) in [
        (r#"{"do":"set_admin_resource","admin":"max","resource":"notes","value":"view"}"#, "access.needs_manage"),
        (r#"{"do":"reset_admin_password","admin":"lea"}"#, "ticket.carries"),
        (r#"{"do":"transfer_ownership","admin":"max"}"#, "ticket.carries"),
    ] {
        let ticket = format!(r#"{{"do":"open_ticket","kind":"other","commands":[{asked}]}}"#);
        assert_eq!(run(&mut max, &ticket), answer, "{asked}");
    }
    let request =
        r#"{"do":"open_ticket","kind":"other","commands":[{"do":"set_admin_all_sites","admin":"zoe","value":true}]}"#;
    run(&mut tree.lea, request);
    run(&mut tree.marie, r#"{"do":"set_admin_all_sites","admin":"lea","value":false}"#);
    let found = run(&mut tree.lea, r#"{"do":"approve_ticket","ticket":"1","as_of_now":true}"#);
    assert!(found != "done", "{found}");
    let number = tree.marie.find(Kind::Ticket, "1").unwrap().id;
    let ticket: guichet::domain::record::Ticket = tree.marie.record(number).unwrap();
    assert_eq!(ticket.status, TicketStatus::Open, "it stays open");
    assert!(!admin(&tree.marie, "zoe").all_sites);
}

#[test]
fn s_25_no_import_reaches_administrators_or_what_they_hold() {
    for text in [
        r#"{"do":"import","files":["x.csv"]}"#,
        r#"{"do":"set_admin_resource","admin":"lea","resource":"roles","value":"manage","as":"marie"}"#,
        r#"{"do":"update_admin","admin":"lea","parent":"marie"}"#,
        r#"{"do":"update_admin","admin":"lea","status":"active"}"#,
        r#"{"do":"create_admin","username":"yan","first_name":"A","last_name":"B","email":"y@example.ca","password":"x"}"#,
        r#"{"do":"create_admin","username":"yan","first_name":"A","last_name":"B","email":"y@example.ca","parent":null}"#,
    ] {
        assert!(serde_json::from_str::<guichet::domain::command::Command>(text).is_err(), "{text}");
    }
}

#[test]
fn s_73_no_name_is_taken_in_another_case_or_form() {
    let mut tree = tree();
    for name in ["ZOE", "Zoe", "ｚｏｅ", "MARIE"] {
        tree.refused(&format!(r#"{{"do":"update_admin","admin":"max","username":"{name}"}}"#), "record.in_use");
    }
    for name in ["zoé", "z\u{200b}oe", "zое"] {
        let found = run(&mut tree.lea, &format!(r#"{{"do":"update_admin","admin":"max","username":"{name}"}}"#));
        assert!(
            found.starts_with("username.") || found.starts_with("text.") || found == "record.in_use",
            "{name}: {found}"
        );
    }
    for name in ["DESK", "Ｄesk", "De\u{301}sk"] {
        let found = run(&mut tree.marie, &format!(r#"{{"do":"update_role","role":"Analyst","name":"{name}"}}"#));
        assert_eq!(found, "record.in_use", "{name}");
    }
}

#[test]
fn s_23_nobody_resets_the_password_of_who_is_stronger() {
    let mut tree = tree();
    for stronger in ["marie", "nobody-at-all"] {
        tree.refused(&format!(r#"{{"do":"reset_admin_password","admin":"{stronger}"}}"#), "record.not_found");
    }
    tree.refused(r#"{"do":"reset_admin_password","admin":"lea"}"#, "access.not_oneself");
    run(&mut tree.lea, r#"{"do":"set_admin_resource","admin":"max","resource":"administrators","value":"manage"}"#);
    let mut max = Console::open(tree.place.settings.clone()).unwrap();
    max.sign_in("max", OWN, 0).unwrap();
    for (other, action) in [("lea", "reset_admin_password"), ("zoe", "reset_admin_password"), ("zoe", "unlock_admin")] {
        assert_eq!(run(&mut max, &format!(r#"{{"do":"{action}","admin":"{other}"}}"#)), "record.not_found");
    }
}
