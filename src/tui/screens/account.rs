//! One's own account, the consoles that are open, and the password that is asked again.

use super::super::app::Flow;
use super::scene::{MINUTES, palette};
use super::{EN, FR, Scene, reviewed};
use crate::service::demo::PASSWORD;
use crate::service::export::Exported;
use crate::service::view::List;

/// A-06, R-12: the menu of one's own account leads to one's details and password, and to where others are managed.
#[test]
fn a_06_r_12_the_menu_of_ones_own_account() {
    reviewed("account-menu", |scene| scene.keys("1 g m"));
    let mut scene = Scene::open("demo", EN, (80, 24));
    scene.keys("7 g m");
    scene.types("manage adm");
    scene.keys("Enter");
    assert!(scene.shows(&["[1 Admins]"]), "{:#?}", scene.lines());
    scene.keys("g m");
    scene.types("roles");
    scene.keys("Enter");
    assert!(scene.shows(&["[3 Roles]"]), "{:#?}", scene.lines());
    let mut noe = Scene::open("noe.francoeur", EN, (80, 24));
    noe.keys("g m");
    assert!(noe.shows(&["My details"]) && !noe.shows(&["Manage administrators"]), "{:#?}", noe.lines());
}

/// A-17: one's own details, and nothing else of oneself.
#[test]
fn a_17_my_details() {
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.keys("g m Enter");
    assert!(scene.shows(&["Your account, lea.roy"]) && scene.shows(&["First name"]), "{:#?}", scene.lines());
    assert!(!scene.shows(&["All sites"]) && !scene.shows(&["User name"]), "{:#?}", scene.lines());
}

/// S-11, S-16: one's own password, and what becomes of one's other consoles.
#[test]
fn s_11_s_16_ones_own_password() {
    const NEW: &str = "trois grenouilles sur un banc";
    let change = |scene: &mut Scene| {
        scene.keys("g m Down Enter");
        scene.types(PASSWORD);
        scene.keys("Tab");
        scene.types(NEW);
        scene.keys("Tab");
    };
    reviewed("own-password", |scene| {
        scene.keys("1");
        change(scene);
        scene.types("another one");
        scene.keys("F2");
    });
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.app.desk.console.begin_session().unwrap();
    let mut other = scene.console_of("lea.roy");
    other.begin_session().unwrap();
    change(&mut scene);
    assert!(scene.shows(&["console is signed out."]), "{:#?}", scene.lines());
    scene.types(NEW);
    scene.keys("F2");
    assert!(scene.shows(&["Your password is changed; your other console was signed out."]), "{:#?}", scene.lines());
    assert!(other.actor().is_err() && scene.app.desk.console.actor().is_ok());
    assert!(other.again().unwrap().prove_again(NEW).is_ok());
}

/// S-31: the consoles that are open are listed to those who may see them, with when they were last used; one is ended
/// after its plan was shown.
#[test]
fn s_31_an_open_console_is_listed_and_ended() {
    let mut scene = Scene::open("demo", EN, (100, 24));
    scene.app.desk.console.begin_session().unwrap();
    let mut marie = scene.console_of("marie.cote");
    marie.begin_session().unwrap();
    palette(&mut scene, "sessions");
    assert!(scene.shows(&["demo", "since", "seen"]) && scene.shows(&["marie.cote"]), "{:#?}", scene.lines());
    scene.types("marie");
    scene.keys("Enter");
    assert!(scene.shows(&["Review: "]) && marie.actor().is_ok(), "{:#?}", scene.lines());
    scene.keys("w");
    assert!(scene.shows(&["Applied as entry"]) && marie.actor().is_err(), "{:#?}", scene.lines());
    let mut lea = Scene::open("lea.roy", FR, (100, 24));
    lea.app.desk.console.begin_session().unwrap();
    let mut demo = lea.console_of("demo");
    demo.begin_session().unwrap();
    palette(&mut lea, "sessions");
    assert!(lea.shows(&["lea.roy", "vu"]) && !lea.shows(&["demo"]), "one's own only: {:#?}", lea.lines());
}

/// S-31: that somebody is there is noted when they do something, once a minute, never by itself.
#[test]
fn s_31_when_a_console_was_last_used() {
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.app.desk.console.begin_session().unwrap();
    let seen = |scene: &Scene| scene.app.desk.console.sessions().unwrap()[0].last_seen_at;
    let begun = seen(&scene);
    scene.later(59_000);
    assert!(scene.app.desk.console.to_be_seen().is_none());
    scene.later(1_000);
    assert_eq!(seen(&scene), begun, "nothing was done");
    scene.keys("j");
    while seen(&scene) == begun {
        std::thread::yield_now();
    }
    assert_eq!(seen(&scene), begun.plus(60_000));
    assert!(scene.app.desk.console.to_be_seen().is_none(), "a minute again");
}

/// S-13: who was locked out by failures is let in again, and the journal says by whom.
#[test]
fn s_13_an_account_is_unlocked_on_screen() {
    let mut scene = Scene::open("demo", EN, (80, 24));
    let mut stranger = scene.console_of("marie.cote");
    assert!(stranger.sign_in("lea.roy", "not this one", 0).is_err());
    scene.keys("1 / l e a Enter Enter Right Right");
    assert!(scene.shows(&["1 failed"]), "{:#?}", scene.lines());
    palette(&mut scene, "unlock");
    scene.keys("w");
    assert!(scene.shows(&["Applied as entry"]) && !scene.shows(&["1 failed"]), "{:#?}", scene.lines());
}

/// S-29: what touches administrators, roles or ownership asks for the password again after five minutes.
#[test]
fn s_29_what_asks_for_the_password_again() {
    let asks = |play: &dyn Fn(&mut Scene)| {
        let mut scene = Scene::open("demo", EN, (100, 30));
        scene.later(MINUTES);
        play(&mut scene);
        scene.keys("w");
        if scene.shows(&["Your password again"]) {
            scene.types(PASSWORD);
            scene.keys("Enter");
            assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
            return true;
        }
        assert!(scene.shows(&["Applied as entry"]), "{:#?}", scene.lines());
        false
    };
    assert!(asks(&|scene| scene.keys("1 / n o e Enter Enter j Space w")), "rights");
    assert!(asks(&|scene| scene.keys("1 / n o e Enter Enter Right j Space w")), "sites");
    assert!(asks(&|scene| scene.keys("3 / v e r i f Enter Enter G Space w")), "a role");
    assert!(asks(&|scene| scene.keys("1 / n o e Enter D F2")), "disabled");
    assert!(asks(&|scene| {
        scene.keys("1 / n o e Enter");
        palette(scene, "reset");
    }));
    assert!(asks(&|scene| {
        scene.keys("1 / m a r i e Enter");
        palette(scene, "pass owner");
        scene.types("marie.cote");
        scene.keys("Enter");
    }));
    assert!(!asks(&|scene| scene.keys("2 G D F2")), "a user");
    assert!(!asks(&|scene| scene.keys("4 Enter Space w")), "a contact");
}

/// S-29: decisions on tickets of users ask nothing.
#[test]
fn s_29_triage_does_not_ask_for_the_password() {
    let mut scene = Scene::open("demo", EN, (100, 30));
    scene.later(MINUTES);
    scene.keys("5 t");
    assert!(!scene.shows(&["Your password again"]), "{:#?}", scene.lines());
}

/// S-29: the journal and whole lists are exported only by somebody whose password was just typed.
#[test]
fn s_29_exports_of_everything_ask_for_the_password() {
    let scene = Scene::open("demo", EN, (80, 24));
    let console = &scene.app.desk.console;
    assert!(console.may_export(&Exported::list(List::Users, "")).is_ok());
    scene.app.desk.console.clock().advance(MINUTES);
    assert_eq!(console.may_export(&Exported::list(List::Users, "")).unwrap_err().code(), "sign_in.prove_again");
    assert!(console.may_export(&Exported::list(List::Users, "roy")).is_ok());
}

/// S-16: a console whose account was disabled elsewhere is left as soon as it looks at the store again.
#[test]
fn s_16_a_console_that_was_ended_is_left() {
    let mut scene = Scene::open("lea.roy", EN, (80, 24));
    scene.app.desk.console.begin_session().unwrap();
    scene.runs_apart(r#"[{"do":"set_admin_enabled","admin":"lea.roy","value":false}]"#);
    assert_eq!(scene.app.refresh_if_moved(), Flow::SignedOut);
}

/// X-04: a cell that is turned and turned back leaves nothing staged; turned on, only where it went.
#[test]
fn x_04_a_cell_turned_to_and_fro_is_staged_once_or_not_at_all() {
    let mut scene = Scene::open("demo", EN, (100, 30));
    let staged = |scene: &Scene| scene.app.desk.staged.len();
    scene.keys("1 / n o e Enter Enter Right j Space");
    assert_eq!(staged(&scene), 1, "{:#?}", scene.lines());
    scene.keys("j Space k Space");
    assert_eq!(staged(&scene), 1, "the first is taken back, the other stays: {:#?}", scene.lines());
    scene.keys("W Enter Left j");
    for count in [1, 1, 0] {
        scene.keys("Space");
        assert_eq!(staged(&scene), count, "none, view, manage, none: {:#?}", scene.lines());
    }
    assert!(scene.shows(&["Taken back."]), "{:#?}", scene.lines());
}
