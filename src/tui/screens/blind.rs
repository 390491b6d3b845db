//! What must never be done unseen: keys on a screen that shows nothing, a request approved without its plan.

use super::super::app::Flow;
use super::{EN, FR, Scene};
use crate::domain::id::Kind;
use crate::domain::record::Ticket;
use crate::domain::value::TicketStatus;

fn waiting(scene: &Scene) -> usize {
    let console = &scene.app.desk.console;
    let waits = |number: &i64| console.record::<Ticket>(*number).is_ok_and(|t| t.status == TicketStatus::Open);
    (1..40).filter(waits).count()
}

fn head(scene: &Scene) -> i64 {
    scene.app.desk.console.journal_head().unwrap().number
}

/// S-85: on a screen that is too small nothing can be seen, so nothing but leaving is done.
#[test]
fn s_85_keys_do_nothing_on_a_screen_that_shows_nothing() {
    for kind in [EN, FR] {
        let mut scene = Scene::open("demo", kind, (120, 30));
        scene.keys("5");
        let (head, size) = (head(&scene), (50, 8));
        scene.resize(size);
        assert!(scene.shows(&["60x16"]), "{:#?}", scene.lines());
        let quit = if kind == EN { "Q quit" } else { "Q quitter" };
        assert!(scene.shows(&[quit]), "{:#?}", scene.lines());
        scene.keys("a 2 Enter Right Space w w : q Enter d D Esc r");
        scene.app.paste("status:open");
        scene.resize((120, 30));
        assert_eq!(self::head(&scene), head, "nothing was applied");
        assert!(scene.app.desk.staged.is_empty(), "nothing was staged");
        assert!(scene.lines()[1].contains("[5 "), "and the tab is the same: {:#?}", scene.lines());
        scene.resize(size);
        assert_eq!(scene.app.key("Q".parse().unwrap()), Flow::Quit, "the way out stays");
    }
}

/// T-21: where the plan has no room beside the queue, the first key opens it and the second approves.
#[test]
fn t_21_nobody_approves_a_plan_that_was_not_on_screen() {
    for kind in [EN, FR] {
        let mut scene = Scene::open("demo", kind, (80, 24));
        scene.keys("5");
        let before = (waiting(&scene), head(&scene));
        scene.keys("a");
        assert_eq!((waiting(&scene), head(&scene)), before, "{:#?}", scene.lines());
        let texts = &scene.app.desk.look.texts;
        let (plan, again) = (texts.get("ticket-if-approved").to_string(), texts.get("ticket-read-first").to_string());
        let cannot = texts.get("ticket-cannot").to_string();
        assert!(scene.shows(&[&plan]) || scene.shows(&[&cannot]), "{:#?}", scene.lines());
        assert!(scene.shows(&[&again[..20]]), "{:#?}", scene.lines());
        scene.keys("a");
        assert_eq!(head(&scene), before.1 + 1, "{:#?}", scene.lines());
        assert!(scene.shows(&[&plan]) || scene.shows(&[&cannot]), "the next one is on screen: {:#?}", scene.lines());
        // In another section the plan is not seen either.
        scene.keys("Right a");
        assert_eq!(head(&scene), before.1 + 1);
        scene.keys("a");
        assert_eq!(head(&scene), before.1 + 2);
    }
}

/// Keys that come faster than the screen is drawn decide nothing that was not drawn.
#[test]
fn t_21_keys_typed_ahead_decide_only_what_was_seen() {
    let mut scene = Scene::open("demo", EN, (120, 30));
    scene.keys("5");
    let before = head(&scene);
    for _ in 0..3 {
        scene.app.key("a".parse().unwrap());
    }
    assert_eq!(head(&scene), before + 1);
    assert!(scene.app.desk.console.find(Kind::Ticket, "1").is_ok());
}
