//! Administrators in a real store: moved, deleted, unlocked, handed over, and felt in their open consoles.

use guichet::domain::id::{AdminId, Kind};
use guichet::domain::record::Admin;
use guichet::domain::value::Status;
use guichet::service::{Console, FRESH, Turn};

use crate::{PASSWORD, Place, code, commands, place};

pub const OWN: &str = "un autre mot de passe";

/// Makes an administrator who manages administrators and users, signed in with a password of their own.
pub fn newcomer(place: &Place, name: &str) -> Console {
    let batch = format!(
        r#"{{"do":"create_admin","username":"{name}","first_name":"A","last_name":"B","email":"{name}@example.ca","all_sites":true}}
        {{"do":"set_admin_resource","admin":"{name}","resource":"administrators","value":"manage"}}
        {{"do":"set_admin_resource","admin":"{name}","resource":"users","value":"manage"}}"#
    );
    let receipt = place.console().execute(&commands(&batch), None).unwrap();
    let temporary = receipt.answers[0].temporary_password.clone();
    let mut console = Console::open(place.settings.clone()).unwrap();
    console.sign_in(name, &temporary, 0).unwrap();
    console.set_own_password(&temporary, OWN).unwrap();
    console.begin_session().unwrap();
    console
}

pub fn run(console: &mut Console, command: &str) -> String {
    console.execute(&commands(command), None).map_or_else(code, |receipt| match receipt.entry {
        Some(_) => "done".to_owned(),
        None => "nothing".to_owned(),
    })
}

pub fn admin(console: &Console, name: &str) -> Admin {
    console.record(console.find(Kind::Admin, name).unwrap().id).unwrap()
}

const REKEY: &str = r#"{"do":"reset_admin_password","admin":"lea"}"#;
const DISABLE: &str = r#"{"do":"set_admin_enabled","admin":"lea","value":false}"#;

#[test]
fn r_37_ownership_is_passed_on_and_back() {
    let place = place();
    let (mut owner, mut lea) = (place.console(), newcomer(&place, "lea"));
    newcomer(&place, "max");
    assert_eq!(run(&mut owner, r#"{"do":"transfer_ownership","admin":"lea"}"#), "done");
    assert!(lea.actor().unwrap().owner && !owner.actor().unwrap().owner);
    assert_eq!(admin(&lea, "max").parent, Some(AdminId(1)));
    assert_eq!(
        code(lea.turn(Turn::Undo, Some(owner.journal_head().unwrap().number), false, None).err().unwrap()),
        "access.not_oneself"
    );
    assert_eq!(run(&mut owner, r#"{"do":"transfer_ownership","admin":"max"}"#), "access.owner_only");
    assert_eq!(run(&mut lea, r#"{"do":"transfer_ownership","admin":"marie"}"#), "done");
    assert!(owner.actor().unwrap().owner);
    assert_eq!(owner.verify_journal(None, &mut |_| true).unwrap().fault, None);
}

#[test]
fn a_20_a_branch_moves_below_an_administrator_made_in_the_same_batch() {
    let place = place();
    let mut owner = place.console();
    newcomer(&place, "lea");
    let batch = r#"
        {"do":"create_admin","username":"zoe","first_name":"Z","last_name":"R","email":"z@example.ca"}
        {"do":"set_admin_parent","admin":"lea","parent":"zoe"}"#;
    let made = owner.execute(&commands(batch), None).unwrap().entry;
    assert_eq!(admin(&owner, "lea").parent, Some(admin(&owner, "zoe").id));
    owner.turn(Turn::Undo, made, false, None).unwrap();
    assert_eq!(admin(&owner, "lea").parent, Some(AdminId(1)));
    assert!(owner.find(Kind::Admin, "zoe").is_err());
}

#[test]
fn a_54_a_branch_that_never_signed_in_is_deleted_and_comes_back_without_a_password() {
    let place = place();
    let mut owner = place.console();
    let make = |name: &str| {
        format!(
            r#"{{"do":"create_admin","username":"{name}","first_name":"Z","last_name":"R","email":"z@example.ca","sites":["mtl"]}}"#
        )
    };
    let batch =
        format!("{}\n{}\n{}", make("zoe"), make("max"), r#"{"do":"set_admin_parent","admin":"zoe","parent":"max"}"#);
    let receipt = owner.execute(&commands(&batch), None).unwrap();
    let temporary = receipt.answers[0].temporary_password.clone();
    let gone = "{\"do\":\"delete_admin\",\"admin\":\"zoe\"}\n{\"do\":\"delete_admin\",\"admin\":\"max\"}";
    assert_eq!(run(&mut owner, gone), "done");
    assert!(owner.find(Kind::Admin, "zoe").is_err());
    owner.turn(Turn::Undo, None, false, None).unwrap();
    let zoe = admin(&owner, "zoe");
    assert_eq!((zoe.status, zoe.sites.len(), zoe.parent), (Status::Invited, 1, Some(admin(&owner, "max").id)));
    let mut console = Console::open(place.settings.clone()).unwrap();
    assert_eq!(code(console.sign_in("zoe", &temporary, 0).err().unwrap()), "sign_in.refused", "until it is reset");
    assert_eq!(run(&mut owner, r#"{"do":"reset_admin_password","admin":"zoe"}"#), "done");
}

#[test]
fn s_16_what_is_taken_is_felt_at_the_next_action() {
    for (command, felt) in [
        (DISABLE, "sign_in.signed_out"),
        (REKEY, "sign_in.signed_out"),
        (r#"{"do":"set_admin_resource","admin":"lea","resource":"users","value":"none"}"#, "access.needs_view"),
        (r#"{"do":"set_admin_parent","admin":"lea","parent":"max"}"#, "access.needs_view"),
    ] {
        let place = place();
        let mut owner = place.console();
        let lea = newcomer(&place, "lea");
        newcomer(&place, "max");
        run(&mut owner, r#"{"do":"set_admin_resource","admin":"max","resource":"users","value":"none"}"#);
        let worker = lea.again().unwrap();
        lea.count(&crate::users(), 1).unwrap();
        assert_eq!(run(&mut owner, command), "done");
        for console in [&lea, &worker] {
            assert_eq!(code(console.count(&crate::users(), 1).err().unwrap()), felt, "{command}");
        }
    }
}

#[test]
fn s_31_an_ended_session_acts_no_more() {
    let place = place();
    let (mut owner, mut lea) = (place.console(), newcomer(&place, "lea"));
    let sessions = owner.sessions().unwrap();
    let id = sessions.iter().find(|s| s.admin != AdminId(1)).unwrap().id.clone();
    assert_eq!(lea.sessions().unwrap().len(), 1, "one's own");
    let end = format!(r#"{{"do":"end_session","session":"{id}"}}"#);
    assert_eq!(run(&mut newcomer(&place, "max"), &end), "session.not_found");
    assert_eq!(run(&mut owner, &end), "done");
    assert_eq!(run(&mut lea, DISABLE), "sign_in.signed_out");
    assert_eq!(run(&mut owner, &end), "session.not_found", "it has ended");
}

#[test]
fn s_13_who_is_locked_out_is_unlocked_by_one_above() {
    let place = place();
    let mut owner = place.console();
    newcomer(&place, "lea");
    let mut stranger = Console::open(place.settings.clone()).unwrap();
    for _ in 0..5 {
        assert_eq!(code(stranger.sign_in("lea", "faux", 0).err().unwrap()), "sign_in.refused");
        place.settings.clock.advance(1_001);
    }
    assert_eq!(code(stranger.sign_in("lea", OWN, 0).err().unwrap()), "sign_in.wait");
    assert_eq!(run(&mut owner, r#"{"do":"unlock_admin","admin":"lea"}"#), "done");
    stranger.sign_in("lea", OWN, 0).unwrap();
    assert_eq!(run(&mut owner, r#"{"do":"unlock_admin","admin":"lea"}"#), "nothing");
}

#[test]
fn s_15_a_temporary_password_is_void_after_72_hours() {
    for (hours, answer) in [(72, "ok"), (73, "sign_in.expired")] {
        let place = place();
        newcomer(&place, "lea");
        let reset = place.console().execute(&commands(REKEY), None).unwrap();
        let temporary = reset.answers[0].temporary_password.clone();
        place.settings.clock.advance(hours * 3_600_000);
        let mut lea = Console::open(place.settings.clone()).unwrap();
        let found = lea.sign_in("lea", &temporary, 0).map_or_else(code, |_| "ok".to_owned());
        assert_eq!(found, answer, "A-25: after {hours} hours");
        if answer == "ok" {
            place.settings.clock.advance(1);
            assert_eq!(code(lea.set_own_password(&temporary, "encore un autre mot").err().unwrap()), "sign_in.expired");
        }
    }
}

#[test]
fn a_25_with_a_temporary_password_nothing_else_can_be_done() {
    let place = place();
    newcomer(&place, "lea");
    let reset = place.console().execute(&commands(REKEY), None).unwrap();
    let temporary = reset.answers[0].temporary_password.clone();
    let mut lea = Console::open(place.settings.clone()).unwrap();
    assert_eq!(code(lea.sign_in("lea", OWN, 0).err().unwrap()), "sign_in.refused", "A-24: the old one is gone");
    place.settings.clock.advance(1_001);
    assert!(lea.sign_in("lea", &temporary, 0).unwrap().must_change);
    assert_eq!(code(lea.count(&crate::users(), 1).err().unwrap()), "sign_in.signed_out");
    assert_eq!(run(&mut lea, r#"{"do":"update_admin","admin":"lea","fax":"555 0199"}"#), "sign_in.signed_out");
    assert_eq!(code(lea.set_own_password(&temporary, &temporary).err().unwrap()), "password.same");
    lea.set_own_password(&temporary, "encore un autre mot").unwrap();
    lea.count(&crate::users(), 1).unwrap();
    let mut again = Console::open(place.settings.clone()).unwrap();
    assert_eq!(code(again.sign_in("lea", &temporary, 0).err().unwrap()), "sign_in.refused", "it stopped working");
}

#[test]
fn s_29_what_is_sensitive_asks_for_the_password_after_five_minutes() {
    let place = place();
    let mut owner = place.console();
    newcomer(&place, "lea");
    let fax = r#"{"do":"update_admin","admin":"lea","fax":"555 0199"}"#;
    place.settings.clock.advance(FRESH + 1);
    assert_eq!(run(&mut owner, fax), "done", "details are not");
    assert_eq!(run(&mut owner, crate::AMELIE), "done", "nor are users");
    let plan = owner.preview(&commands(DISABLE)).unwrap();
    assert!(owner.needs_proof(&plan));
    let head = owner.journal_head().unwrap();
    assert_eq!(run(&mut owner, DISABLE), "sign_in.prove_again");
    assert_eq!(owner.journal_head().unwrap(), head);

    let mut worker = owner.again().unwrap();
    assert_eq!(code(worker.prove_again("faux").err().unwrap()), "sign_in.refused");
    place.settings.clock.advance(1_001);
    let proof = worker.prove_again(PASSWORD).unwrap();
    owner.accept(proof);
    assert!(!owner.needs_proof(&plan));
    assert_eq!(run(&mut owner, DISABLE), "done");
    place.settings.clock.advance(-1);
    assert!(!owner.is_proved(), "S-49: a clock that was put back makes nothing fresh");
}

#[test]
fn s_29_roles_and_undoing_ask_as_well() {
    let place = place();
    let mut owner = place.console();
    newcomer(&place, "lea");
    assert_eq!(run(&mut owner, DISABLE), "done");
    assert_eq!(run(&mut owner, r#"{"do":"create_role","name":"Desk","licence":"analyst"}"#), "done");
    place.settings.clock.advance(FRESH + 1);
    assert_eq!(code(owner.turn(Turn::Undo, None, false, None).err().unwrap()), "sign_in.prove_again");
    for command in [
        r#"{"do":"update_role","role":"Desk","description":"x"}"#,
        r#"{"do":"delete_role","role":"Desk"}"#,
        r#"{"do":"set_admin_site","admin":"lea","site":"mtl","value":true}"#,
        REKEY,
    ] {
        assert_eq!(run(&mut owner, command), "sign_in.prove_again", "{command}");
    }
    place.console();
    assert_eq!(run(&mut owner, REKEY), "sign_in.prove_again", "another console's proof is its own");
}
