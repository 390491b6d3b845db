//! What stands in the journal though nothing changed, and what a number means to undo and redo.

use std::time::Instant;

use guichet::domain::id::Kind;
use guichet::domain::record::User;
use guichet::domain::value::SupervisorLevel;
use guichet::service::{Console, Turn};

use crate::admins::{newcomer, run};
use crate::{AMELIE, LEVEL, code, commands, place};

/// The kind and the result of the newest entry.
fn newest(console: &Console) -> (String, String) {
    let head = console.entry(console.journal_head().unwrap().number, 0, 0).unwrap().0.head;
    (head.kind, head.result)
}

fn noted(result: &str) -> (String, String) {
    ("refused".to_owned(), result.to_owned())
}

fn turned(console: &mut Console, turn: Turn, entry: Option<i64>) -> String {
    console.turn(turn, entry, false, None).map_or_else(code, |_| "done".to_owned())
}

#[test]
fn s_26_redo_of_a_number_only_brings_back_what_was_undone() {
    let place = place();
    let mut marie = place.console();
    marie.execute(&commands(AMELIE), None).unwrap();
    let given = marie.execute(&commands(LEVEL), None).unwrap().entry;
    let level = |marie: &Console| {
        let user = marie.find(Kind::User, "Amélie Roy").unwrap();
        marie.record::<User>(user.id).unwrap().supervisor_level
    };
    assert_eq!(turned(&mut marie, Turn::Redo, given), "redo.nothing");
    assert_eq!(level(&marie), SupervisorLevel::Reports, "it stands, and stays");
    // By the number of what was undone, and by that of what undid it.
    for by_its_undo in [false, true] {
        let undone = marie.turn(Turn::Undo, given, false, None).unwrap().entry;
        assert_eq!(level(&marie), SupervisorLevel::None);
        let number = if by_its_undo { undone } else { given };
        assert_eq!(turned(&mut marie, Turn::Redo, number), "done");
        assert_eq!(level(&marie), SupervisorLevel::Reports);
        assert_eq!(turned(&mut marie, Turn::Redo, number), "redo.nothing");
    }
}

#[test]
fn s_50_what_is_refused_stands_in_the_journal_wherever_it_is_refused() {
    let place = place();
    let mut marie = place.console();
    let made = marie.execute(&commands(AMELIE), None).unwrap().entry;
    assert_eq!(turned(&mut marie, Turn::Undo, made), "done");
    assert_eq!(turned(&mut marie, Turn::Undo, made), "undo.already");
    assert_eq!(newest(&marie), noted("undo.already"));
    assert_eq!(turned(&mut marie, Turn::Redo, Some(9_999)), "journal.not_found");
    assert_eq!(newest(&marie), noted("journal.not_found"));

    let mut lea = newcomer(&place, "lea");
    let copy = place.settings.path.with_file_name("copy.guichet");
    assert_eq!(code(lea.back_up(&copy).unwrap_err()), "access.owner_only");
    assert_eq!(newest(&marie), noted("access.owner_only"));
    assert!(!copy.exists());
    assert_eq!(marie.verify_journal(None, &mut |_| true).unwrap().fault, None);
}

const MAKE: &str = r#"{"do":"create_admin","username":"zoe","first_name":"Z","last_name":"R","email":"z@example.ca"}"#;
const REKEY: &str = r#"{"do":"reset_admin_password","admin":"zoe"}"#;
const DELETE: &str = r#"{"do":"delete_admin","admin":"zoe"}"#;

#[test]
fn a_24_a_batch_gives_one_password_to_each_who_is_there_at_its_end() {
    let place = place();
    let mut marie = place.console();
    let receipt = marie.execute(&commands(&format!("{MAKE}\n{DELETE}")), None).unwrap();
    assert_eq!((receipt.entry, receipt.answers.len()), (None, 0));
    let receipt = marie.execute(&commands(&format!("{MAKE}\n{REKEY}\n{REKEY}")), None).unwrap();
    assert_eq!(receipt.answers.len(), 1);
    let mut zoe = Console::open(place.settings.clone()).unwrap();
    assert!(zoe.sign_in("zoe", &receipt.answers[0].temporary_password, 0).unwrap().must_change);
    let receipt = marie.execute(&commands(&format!("{REKEY}\n{DELETE}")), None).unwrap();
    assert!(receipt.entry.is_some() && receipt.answers.is_empty());
    assert!(marie.find(Kind::Admin, "zoe").is_err());
}

#[test]
fn s_10_who_may_not_make_administrators_has_nothing_hashed() {
    let place = place();
    let mut marie = place.console();
    let mut lea = newcomer(&place, "lea");
    run(&mut marie, r#"{"do":"set_admin_resource","admin":"lea","resource":"administrators","value":"view"}"#);
    let begun = Instant::now();
    marie.is_own_password("faux").unwrap();
    let hash = begun.elapsed();
    let many: Vec<_> = (0..300).flat_map(|n| commands(&MAKE.replace("zoe", &format!("zoe{n}")))).collect();
    let begun = Instant::now();
    assert_eq!(lea.execute(&many, None).err().unwrap().exit_code(), 3);
    assert!(begun.elapsed() < hash * 50, "{:?} with {hash:?} for one", begun.elapsed());
    assert_eq!(newest(&marie).0, "refused");
}
