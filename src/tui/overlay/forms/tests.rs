//! Keys into the forms, Commands and screens out.

use super::super::super::layer::{Answer, Layer};
use super::super::super::place::{Place, Tab};
use super::super::super::testing::{EN, FR, drawn, screen};
use super::super::Message;
use super::super::testing::{desk, keys, run, typed};
use super::*;
use crate::domain::command::Command;
use crate::domain::id::{Kind, Subject};
use crate::text::{Glyphs, Lang};

const PEOPLE: &str = r#"[
    {"do":"create_user","display_name":"Amélie Roy","email":"amelie@example.ca","site":"mtl"},
    {"do":"create_contact","name":"Bob Côté","emails":["bob@example.ca"],
     "phones":[{"kind":"work","number":"514 555 0101"}]},
    {"do":"create_admin","username":"lea","first_name":"Léa","last_name":"Roy","email":"lea@example.ca",
     "sites":["mtl"]},
    {"do":"create_group","name":"Ventes"},
    {"do":"create_workspace","name":"Nord"},
    {"do":"create_application","name":"Devis","rights":["read","write"]}
]"#;

/// What a form staged, as the JSON of its Commands, and whether the review opens.
fn staged(answer: Answer<Message>) -> (String, bool) {
    match answer {
        Answer::Say(Message::Stage { commands, review }) => (serde_json::to_string(&commands).unwrap(), review),
        other => panic!("{other:?}"),
    }
}

fn ran(answer: Answer<Message>) -> String {
    match answer {
        Answer::Say(Message::Run(commands)) => serde_json::to_string(&commands).unwrap(),
        other => panic!("{other:?}"),
    }
}

fn shown(kind: (Lang, Glyphs), layer: &mut FormLayer) -> String {
    screen(kind, 80, 22, |canvas| layer.draw(canvas)).join("\n")
}

fn new(desk: &Desk, tab: Tab) -> FormLayer {
    new_form(desk, tab, None).unwrap().unwrap()
}

fn edit(desk: &Desk, kind: Kind, id: i64) -> FormLayer {
    edit_form(desk, Subject::new(kind, id)).unwrap().unwrap()
}

/// Presses a key so often.
fn times(key: &str, count: usize) -> String {
    [key].repeat(count).join(" ")
}

#[test]
fn u_04_a_user_is_made_of_what_was_typed() {
    let (_dir, desk) = desk(EN);
    let mut layer = new(&desk, Tab::Users);
    let said = shown(EN, &mut layer);
    assert!(said.contains("─ New user, by hand ─") && said.contains("not on the phone system"), "{said}");
    assert!(said.contains("> Display name *") && said.contains("[Stage only]"), "{said}");
    keys(&mut layer, &format!("{} {} {}", typed("Zoé Roy"), times("Tab", 4), typed("zoe@ex.ca")));
    keys(&mut layer, &format!("{} q u Enter", times("Tab", 5)));
    let (commands, review) = staged(keys(&mut layer, "F2"));
    let expected = r#"[{"do":"create_user","display_name":"Zoé Roy","email":"zoe@ex.ca","site":"qc"}]"#;
    assert_eq!((commands.as_str(), review), (expected, true));
}

/// A-26: saving goes to the first required field that is empty.
#[test]
fn a_26_required_fields_are_marked_and_asked_for() {
    let (_dir, desk) = desk(FR);
    let mut layer = new(&desk, Tab::Admins);
    assert_eq!(keys(&mut layer, &format!("{} Tab F2", typed("lea.roy"))), Answer::Used);
    let said = shown(FR, &mut layer);
    assert!(said.contains("Nouvel administrateur") && said.contains("> Prénom *"), "{said}");
    assert!(said.contains("Ce champ est requis."), "{said}");
}

#[test]
fn a_11_an_administrator_is_made_with_role_and_sites() {
    let (_dir, mut desk) = desk(EN);
    let mut layer = new(&desk, Tab::Admins);
    keys(
        &mut layer,
        &format!("{} Tab {} Tab Tab {} Tab {}", typed("Max"), typed("Max"), typed("Côté"), typed("m@e.ca")),
    );
    keys(&mut layer, &format!("{} m o n t Enter Esc", times("Tab", 10)));
    keys(&mut layer, "Tab Tab a n a l Enter Tab n o t e Enter Esc");
    let (commands, _) = staged(keys(&mut layer, "F2"));
    assert!(commands.contains(r#""role":"Analyst","sites":["mtl"]"#), "{commands}");
    assert!(commands.contains(r#""resource":"notes","value":"view""#), "A-16: {commands}");
    run(&mut desk, &commands);
}

#[test]
fn a_17_an_edit_says_only_what_changed() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let mut layer = edit(&desk, Kind::Admin, 2);
    keys(&mut layer, &format!("{} {}", times("Tab", 2), typed("Anne")));
    keys(&mut layer, &format!("{} m o n t Enter Ctrl-u q u Enter Esc Tab Space", times("Tab", 12)));
    let (commands, _) = staged(keys(&mut layer, "F2"));
    let admin = r#""admin":{"name":"lea","number":2}"#;
    assert_eq!(
        commands,
        format!(
            "[{{\"do\":\"update_admin\",{admin},\"middle_name\":\"Anne\"}},\
             {{\"do\":\"set_admin_all_sites\",{admin},\"value\":true}},\
             {{\"do\":\"set_admin_site\",{admin},\"site\":\"mtl\",\"value\":false}},\
             {{\"do\":\"set_admin_site\",{admin},\"site\":\"qc\",\"value\":true}}]"
        )
    );
    run(&mut desk, &commands);
    assert_eq!(keys(&mut edit(&desk, Kind::Admin, 2), "F2"), Answer::Close, "nothing was changed");
}

#[test]
fn c_06_a_contact_has_several_e_mails_and_numbers() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let mut layer = edit(&desk, Kind::Contact, 1);
    let said = shown(EN, &mut layer);
    assert!(said.contains("bob@example.ca") && said.contains("work: 514 555 0101"), "{said}");
    keys(&mut layer, &format!("{} Enter {} Tab", times("Tab", 5), typed("b@")));
    assert!(shown(EN, &mut layer).contains("Not an e-mail address"), "{}", shown(EN, &mut layer));
    keys(&mut layer, &format!("Shift-Tab {} Tab Enter {}", typed("e.ca"), typed("mobile: 1")));
    let (commands, _) = staged(keys(&mut layer, "F2"));
    assert_eq!(
        commands,
        r#"[{"do":"update_contact","contact":{"name":"Bob Côté","number":1},"emails":["bob@example.ca","b@e.ca"],"phones":[{"kind":"work","number":"514 555 0101"},{"kind":"mobile","number":"1"}]}]"#
    );
}

#[test]
fn a_field_that_is_emptied_is_cleared() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let mut layer = edit(&desk, Kind::User, 1);
    keys(&mut layer, &format!("{} Ctrl-u {} Backspace", times("Tab", 4), times("Tab", 5)));
    let (commands, _) = staged(keys(&mut layer, "F2"));
    let expected = r#"[{"do":"update_user","user":{"name":"Amélie Roy","number":1},"email":null,"site":null}]"#;
    assert_eq!(commands, expected);
}

#[test]
fn a_form_starts_with_what_is_staged() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let batch = r#"[{"do":"update_user","user":"amelie@example.ca","position":"Analyst"}]"#;
    let commands: Vec<Command> = serde_json::from_str(batch).unwrap();
    assert!(desk.stage(commands));
    assert!(shown(EN, &mut edit(&desk, Kind::User, 1)).contains("Analyst"));
}

#[test]
fn a_refusal_stands_in_the_form_and_nothing_typed_is_lost() {
    let (_dir, desk) = desk(EN);
    let mut layer = new(&desk, Tab::Roles);
    keys(&mut layer, &format!("{} F2", typed("Owner")));
    layer.refused(Some("name"), crate::text::show("Taken."));
    let (lines, cursor) = drawn(EN, 80, 22, |canvas| layer.draw(canvas));
    assert!(lines.iter().any(|line| line.contains("> Name *") && line.contains("Owner")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("Taken.")) && cursor.is_some(), "{lines:#?}");
    layer.refused(None, crate::text::show("Nobody may do this now."));
    assert!(shown(EN, &mut layer).contains("Nobody may do this now."));
    keys(&mut layer, "s");
    assert!(!shown(EN, &mut layer).contains("Nobody may do this now."), "it is being corrected");
}

#[test]
fn r_31_a_role_is_made_with_its_licence() {
    let (_dir, mut desk) = desk(EN);
    let mut layer = new(&desk, Tab::Roles);
    keys(&mut layer, &format!("{} Tab a d m i Enter Tab {}", typed("Accueil"), typed("desk")));
    let staged = staged(keys(&mut layer, "Tab Tab Enter"));
    let expected = r#"[{"do":"create_role","name":"Accueil","licence":"administrator","description":"desk"}]"#;
    assert_eq!(staged, (expected.to_owned(), false), "Stage only opens no review");
    run(&mut desk, &staged.0);
}

#[test]
fn a_22_disabling_asks_for_the_reason_and_enabling_for_none() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let open = |desk: &Desk, kind, id| disable_form(desk, Subject::new(kind, id)).unwrap().unwrap();
    let mut layer = open(&desk, Kind::User, 1);
    assert!(shown(EN, &mut layer).contains("─ Disable Amélie Roy ─"));
    let (commands, _) = staged(keys(&mut layer, &format!("{} F2", typed("left"))));
    assert!(commands.contains(r#""value":false,"reason":"left""#), "{commands}");
    run(&mut desk, &commands);
    let mut again = open(&desk, Kind::User, 1);
    assert!(shown(EN, &mut again).contains("─ Enable Amélie Roy ─"));
    assert!(staged(keys(&mut again, "F2")).0.contains(r#""value":true}"#));
    let (commands, _) = staged(keys(&mut open(&desk, Kind::Admin, 2), "x Tab Space F2"));
    assert!(commands.contains(r#""branch":true,"reason":"x""#), "{commands}");
    assert!(disable_form(&desk, Subject::new(Kind::Contact, 1)).unwrap().is_none());
}

#[test]
fn a_ticket_is_commented_at_once() {
    let (_dir, desk) = desk(FR);
    let mut comment = comment_form(&desk, 7).unwrap().unwrap();
    assert!(ran(keys(&mut comment, "o k F2")).contains(r#""text":"ok""#));
    assert!(ran(keys(&mut new(&desk, Tab::Tickets), "o k F2")).contains(r#""kind":"other","reason":"ok""#));
}

#[test]
fn places_are_made_and_renamed() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let make = |desk: &Desk, kind| new_form(desk, Tab::Site, Some(kind)).unwrap().unwrap();
    for (kind, typing) in [
        (Kind::Site, "s h Tab S h F2"),
        (Kind::Group, "S u d F2"),
        (Kind::Workspace, "S u d F2"),
        (Kind::Application, "F a x Tab s e n d , r e a d F2"),
    ] {
        let (commands, _) = staged(keys(&mut make(&desk, kind), typing));
        run(&mut desk, &commands);
    }
    for (kind, expected) in [
        (Kind::Site, r#"{"do":"update_site","site":{"name":"mtl","number":1},"code":"mtl2"}"#),
        (Kind::Group, r#"{"do":"update_group","group":{"name":"Ventes","number":1},"name":"Ventes2"}"#),
        (Kind::Workspace, r#"{"do":"update_workspace","workspace":{"name":"Nord","number":1},"name":"Nord2"}"#),
        (Kind::Application, r#"{"do":"update_application","application":{"name":"Devis","number":1},"name":"Devis2"}"#),
    ] {
        let (commands, _) = staged(keys(&mut edit(&desk, kind, 1), "2 F2"));
        assert_eq!(commands, format!("[{expected}]"));
    }
    assert!(new_form(&desk, Tab::Site, None).unwrap().is_none());
    assert!(new_form(&desk, Tab::Journal, None).unwrap().is_none());
    assert!(edit_form(&desk, Subject::new(Kind::Group, 99)).is_err());
}

#[test]
fn the_organisation_has_its_settings_and_seats() {
    let (_dir, mut desk) = desk(EN);
    let mut layer = edit(&desk, Kind::Organisation, 1);
    assert!(shown(EN, &mut layer).contains("Shortest password *"), "{}", shown(EN, &mut layer));
    keys(&mut layer, &format!("{} Space {} Ctrl-u x Tab", times("Tab", 2), times("Tab", 4)));
    assert!(shown(EN, &mut layer).contains("Write a whole number."));
    keys(&mut layer, &format!("Shift-Tab Ctrl-u 5 {} 1 2", times("Tab", 3)));
    let (commands, _) = staged(keys(&mut layer, "F2"));
    assert!(commands.contains(r#""voip":false"#) && commands.contains(r#""idle_lock_minutes":5"#), "{commands}");
    assert!(commands.contains(r#""seats":{"essential":12}"#), "{commands}");
    run(&mut desk, &commands);
}

/// A picker opens over the form, and a small screen is scrolled to the field with the focus.
#[test]
fn a_small_screen_is_enough() {
    let (_dir, mut desk) = desk(FR);
    run(&mut desk, PEOPLE);
    let mut layer = edit(&desk, Kind::Contact, 1);
    keys(&mut layer, &times("Shift-Tab", 5));
    let lines = screen(FR, 60, 14, |canvas| layer.draw(canvas));
    assert!(lines.iter().any(|line| line.contains("> Site")), "{lines:#?}");
    keys(&mut layer, "q");
    assert_eq!(layer.place(), Place::Choice);
    let lines = screen(FR, 60, 14, |canvas| layer.draw(canvas));
    assert!(lines.iter().any(|line| line.contains("> Québec")), "{lines:#?}");
    for size in [(0, 0), (3, 3), (20, 5)] {
        screen(FR, size.0, size.1, |canvas| layer.draw(canvas));
    }
}

#[test]
fn c_06_a_contact_has_postal_addresses_types_and_a_note() {
    let (_dir, mut desk) = desk(EN);
    run(&mut desk, PEOPLE);
    let mut layer = edit(&desk, Kind::Contact, 1);
    let said = screen(EN, 80, 30, |canvas| layer.draw(canvas)).join("\n");
    assert!(said.contains("Addresses") && said.contains("street; town"), "{said}");
    keys(&mut layer, &format!("{} {} Tab {}", times("Tab", 7), typed("1 rue A; Laval"), typed("By day")));
    keys(&mut layer, "Tab Tab f i n Enter Esc");
    let (commands, _) = staged(keys(&mut layer, "F2"));
    assert_eq!(
        commands,
        r#"[{"do":"update_contact","contact":{"name":"Bob Côté","number":1},"addresses":[{"street":"1 rue A","town":"Laval","region":null,"postcode":null,"country":null}],"note":"By day","communications":["financial"]}]"#
    );
    run(&mut desk, &commands);
    assert_eq!(keys(&mut edit(&desk, Kind::Contact, 1), "F2"), Answer::Close, "it starts with what is there");
}
