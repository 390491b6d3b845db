//! One rule, one sentence: on the screen, on the command line, and where a request is approved.

use guichet::text::Lang;

use crate::person::{Person, WIDE};
use crate::site::Site;
use crate::support::keys::{ENTER, RIGHT};
use crate::support::pty::LIMIT;

const ZOE: &str = r#""user":"zoe@example.ca","permission":"#;

/// U-41: without Web access the other permissions stay locked.
#[track_caller]
fn is_locked_everywhere(lang: Lang) {
    let site = Site::new();
    let set = |permission: &str, on: bool| format!(r#"{{"do":"set_permission",{ZOE}"{permission}","value":{on}}}"#);
    let wanted = set("webhooks_administrator", true);
    // Asked for while it could be had.
    site.change(&set("web_access", true));
    site.change(&format!(
        r#"{{"do":"open_ticket","kind":"change_rights","reason":"x","priority":"urgent","commands":[{wanted}]}}"#
    ));
    site.change(&set("web_access", false));

    let person = Person::signed_in(&site, lang, WIDE);
    let lang = person.words.lang();
    let (exit, sentence) = site.refusal(lang, &wanted);
    assert_eq!(exit, Some(4));
    let ticket = site.json(&["list", "tickets"])[0]["number"].to_string();
    let approval = format!(r#"{{"do":"approve_ticket","ticket":"{ticket}"}}"#);
    assert_eq!(site.refusal(lang, &approval), (Some(4), sentence.clone()));

    person.types("/zoe");
    person.no_longer_sees("Alain Tremblay");
    person.types(ENTER);
    person.types(ENTER);
    person.types(RIGHT);
    person.types(RIGHT);
    person.walks_to(&person.words.label("webhooks_administrator"));
    person.types(" ");
    person.pty.wait_for(&sentence, LIMIT);
    assert!(!person.pty.screen().contains(&person.words.before("head-draft", "count")), "nothing was staged");
    person.types("5");
    person.sees(&person.words.get("ticket-cannot"));
    person.no_longer_sees(&sentence);
    person.types("a");
    person.pty.wait_for(&sentence, LIMIT);
    person.leaves();
    assert_eq!(site.user("zoe@example.ca")["permissions"]["webhooks_administrator"], false);
    site.verify_journal();
}

#[test]
fn a_locked_permission_says_why_in_french() {
    is_locked_everywhere(Lang::Fr);
}

#[test]
fn a_locked_permission_says_why_in_english() {
    is_locked_everywhere(Lang::En);
}
