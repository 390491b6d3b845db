//! Requests from the screens of users: what is seen of a team, what can be asked for, and what waits.

use super::super::testing::{EN, FR};
use super::contacts::EMPTY;
use super::{Scene, reviewed, reviewed_as};

/// The designated person of a team at its users, in both languages.
fn both(play: impl Fn(&mut Scene, bool)) {
    for kind in [EN, FR] {
        let mut scene = Scene::open("claire.lefevre", kind, (160, 50));
        scene.keys("2");
        play(&mut scene, kind == FR);
    }
}

/// Selects a user of the team by a part of the name.
fn finds(scene: &mut Scene, name: &str) {
    scene.keys("/");
    scene.types(name);
    scene.keys("Enter");
}

#[test]
fn t_01_rights_are_seen_and_a_change_of_them_is_asked_for() {
    both(|scene, french| {
        finds(scene, "aaron");
        scene.keys("Enter Left Left");
        assert!(scene.shows(&["Aaron Walker"]), "{:#?}", scene.lines());
        applications(scene);
        assert!(scene.shows(&["Facturation"]), "{:#?}", scene.lines());
        scene.keys("/");
        scene.types("saisir");
        scene.keys("Enter Space w");
        let may_ask = if french { "demande" } else { "request" };
        assert!(scene.shows(&["Facturation/saisir"]) && scene.shows(&[may_ask]), "{:#?}", scene.lines());
        scene.keys("w F2");
        scene.keys("5 /");
        scene.types("aaron");
        scene.keys("Enter");
        let (kind, status) = if french { ("droits", "ouvert") } else { ("rights", "open") };
        assert!(scene.shows(&["Aaron Walker", kind, status]), "{:#?}", scene.lines());
    });
}

/// Goes to the last section of the record, the applications.
fn applications(scene: &mut Scene) {
    scene.keys("Right Right Right Right Right Right Right Right");
}

/// T-03 to T-06: the columns of the seed stand in the record.
#[test]
fn t_03_t_04_t_05_t_06_name_e_mail_login_and_role_stand_in_the_record() {
    for (kind, labels) in [
        (EN, ["Display name", "E-mail", "Login", "Role"]),
        (FR, ["Nom d’affichage", "Courriel", "Identifiant", "Rôle"]),
    ] {
        let mut scene = Scene::open("claire.lefevre", kind, (160, 50));
        scene.runs(
            r#"[{"do":"update_user","user":"Aaron Walker","login":"awalker"},
                {"do":"set_user_role","user":"Aaron Walker","value":"Analyst"}]"#,
        );
        scene.keys("2");
        finds(&mut scene, "aaron");
        scene.keys("Enter Left Left Left Enter");
        let values = ["Aaron Walker", "aaron.walker@atelier-nord.example", "awalker", "Analyst"];
        for (label, value) in labels.into_iter().zip(values) {
            assert!(scene.shows(&[label, value]), "{label} {value}: {:#?}", scene.lines());
        }
    }
}

#[test]
fn t_07_t_13_the_rights_per_application_and_those_that_are_only_shown() {
    both(|scene, french| {
        finds(scene, "aaron");
        scene.keys("Enter");
        applications(scene);
        for application in ["Call reports", "Facturation", "Inventory"] {
            assert!(scene.shows(&[application]), "{application}: {:#?}", scene.lines());
        }
        let why = if french { "gérés ailleurs" } else { "managed elsewhere" };
        assert!(scene.shows(&["( ) write", why]), "{:#?}", scene.lines());
        scene.keys("/");
        scene.types("write");
        scene.keys("Enter Space");
        assert!(scene.shows(&[why]) && !scene.shows(&["[+]"]), "{:#?}", scene.lines());
    });
    // In the form of a new user they cannot even be chosen.
    let mut scene = Scene::open("claire.lefevre", EN, (160, 50));
    scene.keys("5 n Enter Tab Tab Tab Tab Tab Space");
    assert!(scene.shows(&["Facturation: consulter"]) && !scene.shows(&["Contacts: "]), "{:#?}", scene.lines());
}

#[test]
fn t_08_the_cloud_view_shows_who_has_an_application() {
    for kind in [EN, FR] {
        let mut scene = Scene::open("claire.lefevre", kind, (160, 50));
        scene.keys("2");
        let count = |scene: &mut Scene| {
            scene.lines()[3].split('│').next().unwrap().split_whitespace().last().unwrap().parse::<usize>()
        };
        let all = count(&mut scene).unwrap();
        scene.keys("f");
        scene.types("application");
        scene.keys("Enter");
        let some = count(&mut scene).unwrap();
        assert!(0 < some && some < all, "{some} of {all}");
        finds(&mut scene, " aaron");
        assert!(!scene.shows(&["Aaron Walker"]), "who has none is not shown: {:#?}", scene.lines());
    }
    reviewed_as("claire.lefevre", "users-cloud", |scene| {
        scene.keys("2 f");
        scene.types("application");
        scene.keys("Enter");
    });
}

#[test]
fn t_16_a_deactivation_without_a_reason_is_not_sent() {
    both(|scene, french| {
        scene.keys("D F2 w F2");
        let (field, missing) =
            if french { ("Motif *", "Ce champ est requis.") } else { ("Reason *", "This is needed.") };
        assert!(scene.shows(&[field]) && scene.shows(&[missing]), "{:#?}", scene.lines());
        scene.keys("Esc Esc 5");
        assert!(!scene.shows(&["  24  "]), "{:#?}", scene.lines());
    });
}

#[test]
fn t_17_a_user_stays_active_until_the_deactivation_is_approved() {
    for (kind, active, asked, inactive) in [
        (EN, "active", "deactivation requested, #24", "disabled"),
        (FR, "actif", "désactivation demandée, #24", "désactivé"),
    ] {
        let mut scene = Scene::open("claire.lefevre", kind, (160, 50));
        scene.keys("2");
        finds(&mut scene, "aaron");
        scene.keys("D");
        scene.types("Parti");
        scene.keys("F2 w F2 Enter Left Left Enter");
        assert!(scene.shows(&[active, asked]), "{:#?}", scene.lines());
        assert!(scene.shows(&["#24"]), "{:#?}", scene.lines());
        scene.runs(r##"[{"do":"approve_ticket","ticket":"#24"}]"##);
        assert!(scene.shows(&[inactive]) && !scene.shows(&[asked]), "{:#?}", scene.lines());
    }
}

#[test]
fn t_17_what_waits_for_a_user_stands_in_the_record() {
    reviewed("users-waiting", |scene| {
        scene.keys("2 /");
        scene.types("callum chen");
        scene.keys("Enter Enter Left Left Enter");
    });
}

#[test]
fn a_queue_where_nothing_waits() {
    reviewed_as("john.oneil", "tickets-empty", |scene| {
        scene.runs(EMPTY);
        scene.keys("5");
    });
    reviewed_as("john.oneil", "overview-empty", |scene| {
        scene.runs(EMPTY);
        scene.keys("7");
    });
}
