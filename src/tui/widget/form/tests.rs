//! Keys in, values and screen out.

use super::super::super::testing::{EN, FR, drawn, press, screen};
use super::super::choice::items_of;
use super::*;
use crate::domain::norm::check_email;
use crate::text::{Lang, Texts, show};

fn form(lang: Lang) -> Form {
    let texts = Texts::new(lang);
    let items = items_of([("mtl".into(), show("Montréal")), ("qc".into(), show("Québec"))]);
    let languages = items_of([("en".into(), show("English")), ("fr".into(), show("Français"))]);
    let email = move |value: &Value| match value {
        Value::Text(text) => check_email(text).err().map(|fault| Texts::new(lang).norm(&fault)),
        _ => None,
    };
    let fields = vec![
        Field::text("display_name", show("Name"), "").required(),
        Field::text("email", show("E-mail"), "").check(email),
        Field::one("site", show("Site"), items, None).required(),
        Field::many("languages", show("Languages"), languages, &["fr"]),
        Field::switch("view_only", show("View only"), false),
    ];
    let buttons =
        vec![(Button::Save, show("Save")), (Button::StageOnly, show("Stage only")), (Button::Cancel, show("Cancel"))];
    Form::new(fields, buttons, texts.get("form-required"))
}

fn keys(form: &mut Form, keys: &str) -> Filled {
    let mut last = Filled::Passed;
    press(form, keys, Form::place, |form, event| last = form.on(event));
    last
}

#[test]
fn fields_are_filled_with_the_keyboard_alone() {
    let mut form = form(Lang::En);
    keys(&mut form, "Z o é Tab z @ e x . c a Tab q u é Enter Tab e n Enter Esc Tab Space Tab Enter");
    assert_eq!(keys(&mut form, "F2"), Filled::Save);
    let values: Vec<_> = form.changed().collect();
    assert_eq!(
        values,
        [
            ("display_name", Value::Text("Zoé".into())),
            ("email", Value::Text("z@ex.ca".into())),
            ("site", Value::One(Some("qc".into()))),
            ("languages", Value::Many(vec!["fr".into(), "en".into()])),
            ("view_only", Value::On(true)),
        ]
    );
}

#[test]
fn an_error_stands_beside_its_field_as_soon_as_it_is_left() {
    let mut form = form(Lang::En);
    keys(&mut form, "Tab x Tab");
    let lines = screen(EN, 120, 10, |canvas| form.draw(canvas));
    assert_eq!(lines[0], "  Name *                                                     This is needed.");
    assert!(lines[1].contains("Not an e-mail address"), "{}", lines[1]);
    assert_eq!(lines[2], "> Site *                                                  ▾");
    assert_eq!(lines[6], "   [Save]   [Stage only]   [Cancel]");
    let narrow = screen(EN, 60, 12, |canvas| form.draw(canvas));
    assert_eq!(narrow[1], "               This is needed.");
    keys(&mut form, "Shift-Tab z");
    assert!(!screen(EN, 120, 10, |canvas| form.draw(canvas))[1].contains("Not an"), "it is being corrected");
}

#[test]
fn saving_goes_to_the_first_field_that_is_wrong() {
    let mut form = form(Lang::Fr);
    assert_eq!(keys(&mut form, "Tab Tab F2"), Filled::Used);
    let lines = screen(FR, 100, 10, |canvas| form.draw(canvas));
    assert!(lines[0].starts_with("> Name *") && lines[0].contains("Ce champ est requis."), "{}", lines[0]);
}

#[test]
fn a_18_leaving_asks_to_save_discard_or_stay() {
    assert_eq!(keys(&mut form(Lang::En), "Tab Esc"), Filled::Leave);
    let mut typed = form(Lang::En);
    assert_eq!(keys(&mut typed, "x Esc"), Filled::Used);
    let question = |form: &mut Form| screen(EN, 100, 10, |canvas| form.draw(canvas)).pop().unwrap();
    assert_eq!(question(&mut typed), "Not saved yet: >[Save]<  [Discard]   [Stay]");
    assert_eq!(keys(&mut typed, "y"), Filled::Used, "nothing is typed meanwhile");
    assert_eq!(keys(&mut typed, "Right Right Enter"), Filled::Used, "stays");
    assert!(typed.is_changed());
    assert_eq!(keys(&mut typed, "Esc Esc"), Filled::Used, "stays as well");
    assert!(!question(&mut typed).contains("Not saved"));
    assert_eq!(keys(&mut typed, "Esc Right Enter"), Filled::Leave, "discards");
    assert_eq!(keys(&mut typed, "Esc Enter"), Filled::Used, "A-26: a required field is empty, and has the cursor now");
    assert_eq!(keys(&mut typed, "q u Enter Esc Enter"), Filled::Save);
}

#[test]
fn a_picker_filters_over_the_form() {
    let mut form = form(Lang::En);
    keys(&mut form, "Tab Tab q u");
    assert_eq!(form.place(), Place::Choice);
    let lines = screen(EN, 80, 24, |canvas| form.draw(canvas));
    assert!(lines.iter().any(|line| line.contains("┌─ Site ─")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("> Québec")) && !lines.iter().any(|line| line.contains("Montréal")));
    keys(&mut form, "Esc");
    assert_eq!((form.place(), form.is_changed()), (Place::Form, false));
}

#[test]
fn buttons_are_reached_with_tab() {
    let mut form = form(Lang::En);
    keys(&mut form, "x Tab Tab m Enter Tab Tab Tab Tab");
    assert!(screen(EN, 80, 10, |canvas| form.draw(canvas))[6].contains(">[Stage only]<"));
    assert_eq!(keys(&mut form, "Enter"), Filled::StageOnly);
    assert_eq!(keys(&mut form, "Right Enter Enter"), Filled::Leave);
}

/// S-91: a paste into a form is text of its field.
#[test]
fn s_91_a_paste_is_text() {
    let mut form = form(Lang::En);
    form.on(Event::Paste("Zoé\nq"));
    assert_eq!(form.text("display_name"), "Zoé q");
    assert_eq!(keys(&mut form, "Tab Tab"), Filled::Used);
    assert_eq!(form.on(Event::Paste("qc\n")), Filled::Used);
    assert_eq!(form.text("site"), "");
}

#[test]
fn a_refusal_of_the_door_stands_beside_its_field() {
    let mut form = form(Lang::En);
    form.refuse("email", show("Taken."));
    let (lines, cursor) = drawn(EN, 100, 10, |canvas| form.draw(canvas));
    assert!(lines[1].starts_with("> E-mail") && lines[1].ends_with("Taken."), "{}", lines[1]);
    assert_eq!(cursor, Some((15, 1)));
}

#[test]
fn a_small_screen_shows_the_field_with_the_focus() {
    let mut form = form(Lang::En);
    for height in 0..8 {
        screen(EN, 60, height, |canvas| form.draw(canvas));
    }
    keys(&mut form, "x Tab Tab Tab Tab");
    let lines = screen(EN, 60, 4, |canvas| form.draw(canvas));
    assert!(lines.iter().any(|line| line.starts_with("> View only")), "{lines:#?}");
}
