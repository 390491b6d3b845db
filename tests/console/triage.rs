//! Fifty requests that wait, worked by one person with the keys of triage.

use std::cell::Cell;

use guichet::domain::command::Command;
use guichet::service::{Console, Settings};
use guichet::text::Lang;
use serde_json::{Value, json};

use crate::person::{Person, WIDE};
use crate::site::{PASSWORD, Site};
use crate::support::keys::ENTER;
use crate::support::pty::LIMIT;

/// How many wait.
const WAITING: usize = 50;

/// The reason given first, and taken up again afterwards.
const REASON: &str = "Not before the audit";

/// What the person does with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Approve,
    Reject,
    Take,
}

/// Six approvals, three rejections, one for later: five times over.
const fn deed(number: usize) -> Deed {
    match number % 10 {
        0..=5 => Deed::Approve,
        6..=8 => Deed::Reject,
        _ => Deed::Take,
    }
}

fn name(number: usize) -> String {
    format!("Agent {number:02}")
}

fn email(number: usize) -> String {
    format!("agent{number:02}@example.ca")
}

fn commands(list: &Value) -> Vec<Command> {
    serde_json::from_value(list.clone()).unwrap()
}

/// A site where lea, who only looks on, has sent fifty requests; what marie had sent herself is withdrawn.
fn site() -> Site {
    let site = Site::new();
    let mut owner = site.console();
    let mut batch = vec![
        json!({"do": "cancel_ticket", "ticket": "1"}),
        json!({"do": "create_admin", "username": "lea", "first_name": "L", "last_name": "R", "email": "lea@example.ca", "sites": ["mtl"]}),
        json!({"do": "set_admin_resource", "admin": "lea", "resource": "users", "value": "view"}),
        json!({"do": "set_admin_resource", "admin": "lea", "resource": "tickets", "value": "view"}),
    ];
    for number in 0..WAITING {
        batch.push(json!({"do": "create_user", "display_name": name(number), "email": email(number), "site": "mtl"}));
    }
    let receipt = owner.execute(&commands(&Value::Array(batch)), None).unwrap();
    let temporary = &receipt.answers[0].temporary_password;
    let mut lea = Console::open(Settings::new(site.store())).unwrap();
    lea.sign_in("lea", temporary, 0).unwrap();
    lea.set_own_password(temporary, PASSWORD).unwrap();
    for number in 0..WAITING {
        let right = json!({"do": "set_permission", "user": email(number), "permission": "web_access", "value": true});
        let open = json!([{"do": "open_ticket", "kind": "change_rights", "reason": "asked", "commands": [right]}]);
        lea.execute(&commands(&open), None).unwrap();
    }
    site
}

/// A person whose keys are counted.
struct Counted {
    person: Person,
    keys: Cell<usize>,
}

impl Counted {
    fn press(&self, keys: &str) {
        self.keys.set(self.keys.get() + keys.chars().count());
        self.person.types(keys);
    }

    /// Text beside the keys.
    fn say(&self, text: &str) {
        self.person.types(text);
    }

    fn count(&self) -> usize {
        self.keys.replace(0)
    }
}

#[test]
fn t_21_fifty_requests_at_the_speed_of_keys() {
    let site = site();
    let before: Vec<Value> = (0..WAITING).map(|number| site_user(&site, number)).collect();
    let counted = Counted { person: Person::signed_in(&site, Lang::En, WIDE), keys: Cell::new(0) };
    let person = &counted.person;
    person.types("5");
    person.reads("ticket-if-approved");
    let mut left = WAITING;
    let mut reasons = 0;
    for number in 0..WAITING {
        person.has_selected(&name(number));
        // Its plan is on screen, which is what is decided on.
        person.sees(&format!("#{}  change of rights", number + 2));
        match deed(number) {
            Deed::Approve => {
                counted.press("a");
                assert!(counted.count() <= 3);
            }
            Deed::Reject => {
                counted.press("r");
                person.sees("Reject request");
                if reasons == 0 {
                    counted.say(REASON);
                    person.sees("as typed");
                } else {
                    // The reason of the last time is offered, and comes first.
                    person.sees(REASON);
                }
                counted.press(ENTER);
                reasons += 1;
                assert!(counted.count() <= 5);
            }
            Deed::Take => {
                counted.press("t");
                person.sees_line(&[&name(number), "in prog"]);
                if left > 5 {
                    counted.press("j");
                }
                assert!(counted.count() <= 3);
                continue;
            }
        }
        left -= 1;
        person.sees(&person.words.with("desk-left", &[("count", i64::try_from(left).unwrap().into())]));
    }
    assert_eq!((left, reasons), (5, 15));
    decided(&site);

    // The last five deeds taken back, one key each: that 49 was taken, three rejections, then the approval of agent 45.
    for _ in 0..5 {
        let open = site.json(&["list", "tickets", "--filter", "status:open"]).as_array().unwrap().len();
        person.types("u");
        person.pty.wait_until(
            |_| site.json(&["list", "tickets", "--filter", "status:open"]).as_array().unwrap().len() == open + 1,
            LIMIT,
        );
    }
    person.has_selected(&name(45));
    assert_eq!(site_user(&site, 45), before[45], "the user is as before, to the last field");
    assert_ne!(site_user(&site, 44), before[44]);
    counted.person.leaves();
    site.verify_journal();
}

/// S-44: what waits for somebody else who is saving is the deed that the key takes back, not the one before it.
#[test]
fn t_21_an_undo_that_has_to_wait_takes_back_the_last_deed() {
    let site = site();
    let before: Vec<Value> = (0..2).map(|number| site_user(&site, number)).collect();
    let person = Person::signed_in(&site, Lang::En, WIDE);
    person.types("5");
    person.reads("ticket-if-approved");
    for number in 0..2 {
        person.has_selected(&name(number));
        person.sees(&format!("#{}  change of rights", number + 2));
        person.types("a");
        person.has_selected(&name(number + 1));
    }
    let other = rusqlite::Connection::open(site.store()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    person.types("u");
    person.reads("desk-busy");
    other.execute_batch("ROLLBACK").unwrap();
    person.has_selected(&name(1));
    person.no_longer_sees(&person.words.get("desk-busy"));
    assert_eq!(site_user(&site, 1), before[1]);
    assert_ne!(site_user(&site, 0), before[0]);
    person.leaves();
    site.verify_journal();
}

fn site_user(site: &Site, number: usize) -> Value {
    site.user(&email(number))
}

/// Fifty decisions stand in the journal: who asked, who decided.
fn decided(site: &Site) {
    let tickets = site.json(&["list", "tickets"]);
    let lea: Vec<&Value> = tickets.as_array().unwrap().iter().filter(|ticket| ticket["requester"] == "lea").collect();
    let count =
        |status: &str| lea.iter().filter(|ticket| ticket["status"] == status && ticket["assignee"] == "marie").count();
    assert_eq!((count("done"), count("rejected"), count("in_progress")), (30, 15, 5));
    let rejected = lea.iter().filter(|ticket| ticket["status"] == "rejected");
    assert!(rejected.into_iter().all(|ticket| ticket["comments"][0]["text"] == REASON));
    let journal = site.json(&["list", "journal", "--filter", "actor:marie kind:apply"]);
    let entries = journal.as_array().unwrap();
    let decisions = entries.iter().filter(|entry| {
        let command = &entry["commands"][0]["do"];
        ["approve_ticket", "reject_ticket", "take_ticket"].iter().any(|decided| command == decided)
    });
    assert_eq!(decisions.count(), WAITING);
    let sent = site.json(&["list", "journal", "--filter", "actor:lea kind:apply"]);
    assert_eq!(sent.as_array().unwrap().len(), WAITING);
}
