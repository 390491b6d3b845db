//! What is refused in the queue: the console says the very sentence that the rule has, as the command line does.

use super::super::testing::{EN, FR};
use super::Scene;
use crate::domain::command::Command;
use crate::service::ServiceError;
use crate::text::Texts;

/// Approves the ticket of that number by its key, and compares what is said with the sentence of the rule.
#[track_caller]
fn refused(admin: &str, batch: &str, (number, title): (i64, &str), code: &str) {
    for kind in [EN, FR] {
        let mut scene = Scene::open(admin, kind, (160, 50));
        if !batch.is_empty() {
            scene.runs(batch);
        }
        let approve = format!(r##"[{{"do":"approve_ticket","ticket":"#{number}"}}]"##);
        let commands: Vec<Command> = serde_json::from_str(&approve).unwrap();
        let desk = &scene.app.desk;
        let Err(error) = desk.console.preview(&commands) else { panic!("#{number} can be approved") };
        let sentence = desk.word(&error).to_string();
        let told = Texts::new(kind.0).told(desk.console.catalogue(), &error.told()).to_string();
        assert!(told.ends_with(&sentence), "{told}");
        assert!(matches!(&error, ServiceError::Refused(refusal) if refusal.code() == code), "{error:?}");
        scene.keys("5 /");
        scene.types(title);
        scene.keys("Enter a");
        let begins: String = sentence.chars().take(100).collect();
        assert!(scene.shows(&[&begins]), "{sentence}: {:#?}", scene.lines());
    }
}

/// A request of the owner, whose queue it then is.
const OWN: &str = r#"[{"do":"open_ticket","kind":"other","note":"A new headset"}]"#;

#[test]
fn t_22_one_does_not_approve_ones_own_request() {
    refused("demo", OWN, (24, "other"), "ticket.four_eyes");
}

#[test]
fn t_21_one_gives_what_one_may_give() {
    // Léa only sees the billable items.
    refused("lea.roy", "", (10, "guillaume"), "user.billable_needed");
}

#[test]
fn t_20_what_is_decided_is_not_decided_again() {
    refused("demo", r##"[{"do":"approve_ticket","ticket":"#10"}]"##, (10, "guillaume"), "ticket.decided");
}
