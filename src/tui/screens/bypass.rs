//! Ways round the ceiling by keys: each ends with its reason on the screen; what reaches the door is written down.

use super::{EN, Scene};
use crate::domain::id::Kind;
use crate::domain::record::{Admin, Ticket};
use crate::domain::value::{Level, TicketStatus};

const LEA: &str = "lea.roy";

/// Takes notes away from lea, after she could still give them.
const DEMOTED: &str = r#"[{"do":"set_admin_resource","admin":"lea.roy","resource":"notes","value":"none"}]"#;

fn lea() -> Scene {
    Scene::open(LEA, EN, (120, 40))
}

fn admin(scene: &Scene, username: &str) -> Admin {
    let owner = scene.again("demo");
    let console = &owner.app.desk.console;
    console.record(console.find(Kind::Admin, username).unwrap().id).unwrap()
}

/// Walks down to the row of a record.
#[track_caller]
fn walk(scene: &mut Scene, row: &str) {
    for _ in 0..30 {
        if scene.lines().iter().any(|line| line.contains("│ >") && line.contains(row)) {
            return;
        }
        scene.keys("j");
    }
    panic!("{row}: {:#?}", scene.lines());
}

/// Opens the resources of noe and goes to the notes, which lea may give and noe does not have.
fn notes_of_noe(scene: &mut Scene) {
    scene.keys("1 / n o e Enter Enter");
    walk(scene, "Notes");
}

/// Runs an action by its name in the palette.
fn palette(scene: &mut Scene, name: &str) {
    scene.keys(":");
    scene.types(name);
    scene.keys("Enter");
}

/// The attempt was refused so at the door, by lea, and it says why.
#[track_caller]
fn refused(scene: &mut Scene, reason: &str, said: &str) {
    assert_eq!(scene.newest(), ("refused".to_owned(), reason.to_owned(), LEA.to_owned()), "{:#?}", scene.lines());
    assert!(scene.shows(&[said]), "{:#?}", scene.lines());
}

/// A-09: a draft made before a demotion, restored at the next sign-in: its review says why, applying is refused and
/// written down, and the draft is still there.
#[test]
fn a_09_a_restored_draft_made_before_a_demotion_is_refused() {
    let mut before = lea();
    notes_of_noe(&mut before);
    before.keys("+ +");
    assert!(before.shows(&["draft: 1"]), "{:#?}", before.lines());
    before.runs(DEMOTED);
    let mut scene = before.again(LEA);
    drop(before);
    assert!(scene.shows(&["draft: 1"]), "it is restored: {:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["You cannot give more than you hold"]), "{:#?}", scene.lines());
    assert_ne!(scene.newest().0, "refused", "looking is no attempt");
    scene.keys("w");
    refused(&mut scene, "access.not_held", "You cannot give more than you hold");
    assert!(scene.shows(&["draft: 1"]));
    assert!(admin(&scene, "noe.francoeur").overrides.keys().all(|key| key.as_str() != "notes"));
}

/// Each staged Command is judged by the rights of now: what is refused is left out by a key, and the rest is applied.
#[test]
fn what_is_refused_of_a_draft_is_left_out_and_the_rest_applied() {
    let mut before = lea();
    before.keys("1 / s o f i a Enter e");
    for _ in 0..20 {
        if !before.shows(&["> Mobile"]) {
            before.keys("Tab");
        }
    }
    before.types("514 555 0177");
    before.keys("F2 Esc Esc");
    notes_of_noe(&mut before);
    before.keys("+");
    assert!(before.shows(&["draft: 2"]), "{:#?}", before.lines());
    before.runs(DEMOTED);
    let mut scene = before.again(LEA);
    scene.keys("w");
    assert!(scene.shows(&["noe.francoeur", "refused", "You cannot give more"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["sofia.munoz", "514 555 0177"]), "{:#?}", scene.lines());
    scene.keys("Space w");
    assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
    assert_eq!(admin(&scene, "sofia.munoz").mobile.as_deref(), Some("514 555 0177"));
    assert!(scene.shows(&["draft: 1"]), "what was left out is still there: {:#?}", scene.lines());
}

/// What was refused when it was shown is not applied by the next key, though it could be by now: nobody has seen it.
#[test]
fn what_was_shown_as_refused_is_not_applied_unseen() {
    let mut before = lea();
    notes_of_noe(&mut before);
    before.keys("+");
    before.runs(DEMOTED);
    let mut scene = before.again(LEA);
    scene.keys("w");
    assert!(scene.shows(&["You cannot give more"]), "{:#?}", scene.lines());
    scene.runs(r#"[{"do":"set_admin_resource","admin":"lea.roy","resource":"notes","value":null}]"#);
    scene.keys("w");
    assert!(!scene.shows(&["Applied as entry"]) && scene.shows(&["draft: 1"]), "{:#?}", scene.lines());
    scene.keys("w w");
    assert!(scene.shows(&["Applied as entry"]), "shown, then applied: {:#?}", scene.lines());
}

/// A-09, R-38: a role that gives more than its giver holds: refused in the form; at the door where it was staged in time.
#[test]
fn a_09_r_38_a_role_beyond_its_giver_is_refused() {
    let role = |name: &str| {
        let mut scene = Scene::open("marie.cote", EN, (120, 50));
        scene.keys("1 / c l a i r e Enter e");
        for _ in 0..40 {
            if !scene.shows(&["> Role"]) {
                scene.keys("Tab");
            }
        }
        scene.types(name);
        scene.keys("Enter F2");
        scene
    };
    let mut scene = role("vérif");
    assert!(scene.shows(&["You cannot give more than you hold"]), "{:#?}", scene.lines());
    assert!(scene.shows(&["[Save]"]) && scene.app.desk.staged.is_empty(), "the form is as it was");
    let mut scene = role("responsable");
    assert!(scene.shows(&["claire.lefevre", "Responsable de site"]), "{:#?}", scene.lines());
    scene.runs(r#"[{"do":"set_admin_resource","admin":"marie.cote","resource":"notes","value":"none"}]"#);
    scene.keys("w");
    let attempt = ("refused".to_owned(), "access.not_held".to_owned(), "marie.cote".to_owned());
    assert_eq!(scene.newest(), attempt, "{:#?}", scene.lines());
    assert!(scene.shows(&["You cannot give more than you hold"]), "{:#?}", scene.lines());
    assert_eq!(admin(&scene, "claire.lefevre").role, None);
}

/// S-21: nobody gives to themselves, so no second half of a draft can use it.
#[test]
fn s_21_ones_own_cells_are_locked() {
    let mut scene = lea();
    scene.keys("1 / l e a Enter Enter");
    walk(&mut scene, "Contacts");
    scene.keys("-");
    assert!(scene.app.desk.staged.is_empty(), "{:#?}", scene.lines());
    let reason = scene.app.desk.status.0.to_string();
    assert!(reason.contains("your own") || reason.contains("yourself") || reason.contains("Nobody"), "{reason}");
    let staged = "[{\"do\":\"set_admin_resource\",\"admin\":\"lea.roy\",\"resource\":\"orders\",\"value\":\"manage\"}]";
    let commands = serde_json::from_str(staged).unwrap();
    assert_eq!(scene.app.desk.console.stage(commands).unwrap_err().code(), "access.not_oneself");
}

/// S-28: a request runs with the rights of who approves it; it stays open and says why.
#[test]
fn s_28_a_request_beyond_its_approver_is_refused() {
    let mut scene = lea();
    scene.runs(
        r#"[{"do":"create_user","display_name":"Ann One","email":"ann.one@example.ca","site":"mtl"},
            {"do":"set_permission","user":"Ann One","permission":"web_access","value":true}]"#,
    );
    scene.runs_as(
        "claire.lefevre",
        r#"[{"do":"open_ticket","kind":"change_rights","reason":"busy","priority":"urgent",
            "commands":[{"do":"set_supervisor_level","user":"Ann One","value":"contact_centre"}]}]"#,
    );
    scene.keys("5 /");
    scene.types("ann one");
    scene.keys("Enter a");
    assert_eq!((scene.newest().0.as_str(), scene.newest().2.as_str()), ("refused", LEA), "{:#?}", scene.lines());
    assert!(scene.shows(&["Billable items"]), "{:#?}", scene.lines());
    let owner = scene.again("demo");
    let console = &owner.app.desk.console;
    let number = console.journal_head().unwrap().number;
    let carried = console.entry(number, 0, 0).unwrap().0.head.commands;
    let ticket: i64 = carried.split('"').find_map(|word| word.parse().ok()).unwrap();
    let ticket: Ticket = console.record(ticket).unwrap();
    assert_eq!((ticket.status, ticket.title.contains("Ann One")), (TicketStatus::Open, true));
}

/// S-26: an undo gives back nothing that is no longer held, whether it was looked at before the demotion or after.
#[test]
fn s_26_an_undo_after_a_demotion_is_refused() {
    let mut scene = lea();
    notes_of_noe(&mut scene);
    scene.keys("+ + w w - - w w u");
    assert!(scene.shows(&["Undo"]), "{:#?}", scene.lines());
    scene.runs(DEMOTED);
    scene.keys("w");
    refused(&mut scene, "access.not_held", "You cannot give more than you hold");
    scene.keys("u");
    assert!(scene.shows(&["You cannot give more than you hold"]), "{:#?}", scene.lines());
    let by_hand = admin(&scene, "noe.francoeur").overrides;
    assert!(by_hand.iter().all(|(key, level)| key.as_str() != "notes" || *level == Level::None), "{by_hand:?}");
}

/// S-73: a user name in another case or form is taken already: beside its field, and at the door where it was free before.
#[test]
fn s_73_a_rename_onto_a_name_in_another_form_is_refused() {
    let rename = |scene: &mut Scene, name: &str| {
        scene.keys("1 / s o f i a Enter e End Ctrl-u");
        scene.types(name);
        scene.keys("F2");
    };
    for name in ["NOE.FRANCOEUR", "ｎｏｅ.francoeur", "Marie.Cote"] {
        let mut scene = lea();
        rename(&mut scene, name);
        assert!(scene.shows(&["[Save]"]) && scene.app.desk.staged.is_empty(), "{name}: {:#?}", scene.lines());
        assert!(scene.shows(&["in use"]), "{name}: {:#?}", scene.lines());
    }
    let mut scene = lea();
    rename(&mut scene, "zoe.b");
    scene.runs(r#"[{"do":"create_admin","username":"ZOE.B","first_name":"Z","last_name":"B","email":"z@example.ca"}]"#);
    scene.keys("w");
    refused(&mut scene, "record.in_use", "in use");
}

/// S-23: no password of somebody stronger: not one's own, not of one above, not of one who was moved away meanwhile.
#[test]
fn s_23_a_stronger_password_is_not_reset() {
    let mut scene = lea();
    scene.keys("1 / l e a Enter");
    palette(&mut scene, "reset");
    assert!(scene.app.desk.staged.is_empty() && !scene.shows(&["Temporary password"]), "{:#?}", scene.lines());
    scene.keys("Esc /");
    scene.types("demo");
    scene.keys("Enter");
    assert!(!scene.shows(&["Préfontaine"]), "who is above is in no list: {:#?}", scene.lines());
    let mut scene = lea();
    scene.keys("1 / s o f i a Enter");
    palette(&mut scene, "reset");
    assert!(scene.shows(&["sofia.munoz gets a temporary password"]), "{:#?}", scene.lines());
    scene.runs(r#"[{"do":"set_admin_parent","admin":"sofia.munoz","parent":"marie.cote"}]"#);
    scene.keys("w");
    assert_eq!(scene.newest(), ("refused".to_owned(), "record.not_found".to_owned(), LEA.to_owned()));
    assert!(!scene.shows(&["Temporary password"]), "{:#?}", scene.lines());
}
