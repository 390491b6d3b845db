//! A morning at the counter, by keyboard alone, in both languages and on a wide and a small screen.

use guichet::text::Lang;
use serde_json::Value;

use crate::person::{Person, SMALL, WIDE};
use crate::site::Site;
use crate::support::keys::{ENTER, ESC, RIGHT};

/// U-42: a supervisor level brings Web access, and both go with one undo.
fn gives_a_level_and_takes_it_back(site: &Site, person: &Person) {
    let words = &person.words;
    let (level, web) = (words.label("supervisor_level"), words.label("web_access"));
    let held = || {
        let user = site.user("amelie.roy@example.ca");
        (user["supervisor_level"].clone(), user["permissions"]["web_access"] == true)
    };

    person.types("/amel");
    person.no_longer_sees("Alain Tremblay");
    person.has_selected("Amélie Roy");
    // One Enter ends the filter, the other one opens the record.
    person.types(ENTER);
    person.types(ENTER);
    person.types(RIGHT);
    person.walks_to(&level);
    person.types(" ");
    person.sees(&words.with("head-draft", &[("count", 1.into())]));
    assert_eq!(held(), ("none".into(), false), "only staged");

    person.types("w");
    person.sees(&words.review(1, 1));
    person.sees_line(&[&level, &words.value("supervisor_level", 1)]);
    person.sees_line(&[&web, &words.on()]);
    person.types("w");
    person.sees(&words.before("desk-applied", "entry"));
    person.no_longer_sees(&words.before("head-draft", "count"));
    assert_eq!(held(), ("reports".into(), true));

    let (what, value) = ((&level).into(), words.value("supervisor_level", 1).into());
    let why = words.with("why-asked", &[("what", what), ("value", value), ("name", "Amélie Roy".into())]);
    person.types("x");
    person.sees(&why);
    person.types(ESC);
    // Esc and a letter in one go are Alt and that letter.
    person.no_longer_sees(&why);

    person.types("u");
    person.sees(&words.before("undo-title", "entry"));
    person.types("w");
    person.sees(&words.before("desk-undone", "entry"));
    assert_eq!(held(), ("none".into(), false));

    // Out of the record, then out of the filter.
    person.types(ESC);
    person.sees(&words.get("act-filter"));
    person.types(ESC);
    person.sees("Alain Tremblay");
}

/// C-22: the order is edited as a draft, and saved whole.
fn reorders_the_technical_contacts(site: &Site, person: &Person) {
    let words = &person.words;
    person.types("4");
    person.sees("Farida Haddad");
    person.types("o");
    person.sees(&words.get("order-title"));
    person.has_selected("Denis Lavoie");
    person.types("J");
    person.sees_line(&["2", "Denis Lavoie"]);
    person.sees(&words.get("order-edited"));
    person.types("w");
    person.sees(&words.with("review-title", &[("asked", 1.into())]));
    person.types("w");
    person.sees(&words.before("desk-applied", "entry"));
    let contacts = site.json(&["list", "contacts"]);
    let rank = |name: &str| {
        let all = contacts.as_array().unwrap();
        all.iter().find(|contact| contact["name"] == name).unwrap()["technical_rank"].clone()
    };
    assert_eq!(["Farida Haddad", "Denis Lavoie", "Gaston Miron"].map(rank), [1, 2, 3].map(Value::from));
}

/// T-21: approving does what was asked.
fn approves_the_request(site: &Site, person: &Person) {
    let words = &person.words;
    person.types("5");
    person.sees("Benoît Côté");
    // The plan is read before it is approved.
    person.types(ENTER);
    person.reads("ticket-if-approved");
    person.types("a");
    person.sees(&words.before("desk-applied", "entry"));
    assert_eq!(site.user("benoit@example.ca")["permissions"]["web_access"], true);
    person.types("2");
    person.sees_line(&["Benoît Côté", "[x]"]);
}

/// Every step, the newest last, as `guichet list journal` tells them.
fn steps(site: &Site) -> Vec<String> {
    let entries = site.json(&["list", "journal"]);
    let kind = |entry: &Value| entry["kind"].as_str().unwrap().to_owned();
    let commands = |entry: &Value| {
        let names = entry["commands"].as_array().unwrap().iter().filter_map(|command| command["do"].as_str());
        names.collect::<Vec<_>>().join(" ")
    };
    let entries = entries.as_array().unwrap().iter().rev();
    entries.map(|entry| format!("{} {}", kind(entry), commands(entry)).trim().to_owned()).collect()
}

#[track_caller]
fn morning(lang: Lang, size: (u16, u16)) {
    let site = Site::new();
    let person = Person::signed_in(&site, lang, size);
    let before = steps(&site).len();
    gives_a_level_and_takes_it_back(&site, &person);
    reorders_the_technical_contacts(&site, &person);
    approves_the_request(&site, &person);
    person.leaves();
    site.verify_journal();
    let wanted = ["apply set_supervisor_level", "undo", "apply set_communication_order", "apply approve_ticket"]
        .map(String::from);
    assert_eq!(steps(&site)[before..], wanted);
}

#[test]
fn a_morning_in_french_on_a_wide_screen() {
    morning(Lang::Fr, WIDE);
}

#[test]
fn a_morning_in_french_on_a_small_screen() {
    morning(Lang::Fr, SMALL);
}

#[test]
fn a_morning_in_english_on_a_wide_screen() {
    morning(Lang::En, WIDE);
}

#[test]
fn a_morning_in_english_on_a_small_screen() {
    morning(Lang::En, SMALL);
}
