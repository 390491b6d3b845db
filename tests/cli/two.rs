//! Two people at one store, in any order: no update is lost, nothing is done twice, and what is refused can be understood.

use guichet::domain::command::Command;
use guichet::domain::plan::Plan;
use guichet::service::{Console, ServiceError};
use guichet::text::{Lang, Texts};
use serde_json::{Value, json};

use super::place::Place;

/// How many interleavings are tried.
const RUNS: usize = 1_000;

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// What a person has before them: Commands and the plan that was shown for them.
type Seen = Option<(Vec<Command>, Plan)>;

fn commands(list: &Value) -> Vec<Command> {
    serde_json::from_value(list.clone()).unwrap()
}

/// A console that looks first and acts later, as people do.
struct Person {
    console: Console,
    seen: Seen,
}

impl Person {
    /// Looks at what Commands would do; what is refused now is put aside.
    fn looks(&mut self, list: &Value) {
        let commands = commands(list);
        self.seen = match self.console.preview(&commands) {
            Ok(plan) => Some((commands, plan)),
            Err(error) => {
                understandable(&self.console, &error);
                None
            }
        };
    }

    /// Does what was looked at; says whether it was done.
    fn acts(&mut self) -> bool {
        let Some((commands, plan)) = self.seen.take() else { return false };
        match self.console.execute(&commands, Some(&plan)) {
            Ok(receipt) => {
                assert!(receipt.plan.does_the_same(&plan), "what is done is what was shown");
                receipt.entry.is_some()
            }
            Err(error) => {
                understandable(&self.console, &error);
                false
            }
        }
    }
}

/// A refusal of a rule, in a sentence of both languages; never a fault of the store.
fn understandable(console: &Console, error: &ServiceError) {
    assert!(matches!(error, ServiceError::Refused(_)), "{error:?}");
    for lang in [Lang::En, Lang::Fr] {
        let said = Texts::new(lang).told(console.catalogue(), &error.told()).to_string();
        assert!(said.ends_with('.') && said.split(' ').count() > 3, "{said}");
    }
}

fn order(place: &Console) -> Vec<i64> {
    let order = place.order(guichet::domain::value::OrderList::Technical, &[]).unwrap();
    order.into_iter().map(|contact| contact.id.0).collect()
}

#[test]
fn c_28_t_21_two_people_in_any_order_lose_nothing_and_do_nothing_twice() {
    let place = Place::new();
    place.administrator(
        "lea",
        r#"{"do":"set_admin_resource","admin":"lea","resource":"contacts","value":"manage"}
{"do":"set_admin_resource","admin":"lea","resource":"tickets","value":"manage"}
{"do":"set_admin_resource","admin":"lea","resource":"users","value":"manage"}
{"do":"set_admin_all_sites","admin":"lea","value":true}"#,
    );
    let people: Vec<String> = (0..6).map(|n| format!(r#"{{"do":"create_contact","name":"Contact {n}"}}"#)).collect();
    place.apply(&people.join("\n"));
    let user = r#"{"do":"create_user","display_name":"Amélie Roy","email":"amelie.roy@example.ca","site":"mtl"}"#;
    place.apply(user);
    place.apply(r#"{"do":"set_organisation","four_eyes":"off"}"#);
    let mut both = ["marie", "lea"].map(|name| Person { console: place.console(name), seen: None });
    let mut dice = Dice(20_260_601);
    // The order as those who saved it left it, and which tickets were decided how often.
    let mut expected: Vec<i64> = Vec::new();
    let mut refused = 0;
    for run in 0..RUNS {
        let mut plans: Vec<Option<(Vec<i64>, Option<i64>)>> = vec![None, None];
        let what = dice.below(3);
        let waiting = (what == 1).then(|| open_ticket(&mut both[0].console));
        for (who, plan) in plans.iter_mut().enumerate() {
            let asked = match (what, waiting) {
                (1, Some(ticket)) => decision(&mut dice, ticket),
                (_, _) => {
                    let (list, contacts) = shuffled(&mut dice, &both[who].console, what == 2 && who == 1);
                    *plan = contacts.map(|contacts| (contacts, None));
                    list
                }
            };
            both[who].looks(&asked);
        }
        let first = dice.below(2);
        let done = [both[first].acts(), both[1 - first].acts()];
        refused += done.iter().filter(|done| !**done).count();
        if what == 1 {
            assert!(done[0] && !done[1], "run {run}: one decision, and the other person is told: {done:?}");
        }
        for (who, done) in [first, 1 - first].into_iter().zip(done) {
            if let (true, Some((contacts, _))) = (done, plans[who].take()) {
                expected = contacts;
            }
        }
        let now = order(&both[0].console);
        if what == 2 {
            // A contact may have been deleted: it is gone from the order, and the rest stands as it stood.
            let left: Vec<i64> = expected.iter().copied().filter(|contact| now.contains(contact)).collect();
            assert_eq!(now, left, "run {run}");
            expected = now;
        } else {
            assert_eq!(now, expected, "run {run}: the order is what the last who was told so has saved");
        }
    }
    assert!(refused > RUNS / 10, "{refused}: they were in each other's way often enough");
    place.assert_sound();
}

/// Sends a request, Web access coming and going; returns its number.
fn open_ticket(console: &mut Console) -> i64 {
    let level = |value: bool| {
        let user = "amelie.roy@example.ca";
        json!({"do": "set_permission", "user": user, "permission": "web_access", "value": value})
    };
    let open = |value: bool| json!([{"do": "open_ticket", "kind": "change_rights", "reason": "r", "commands": [level(value)]}]);
    let sent = [true, false].iter().find_map(|value| console.execute(&commands(&open(*value)), None).ok());
    let plan = sent.expect("one of the two is a difference").plan;
    plan.changes.iter().find(|change| change.makes()).expect("a ticket is made").subject.id
}

fn decision(dice: &mut Dice, ticket: i64) -> Value {
    let ticket = ticket.to_string();
    match dice.below(2) {
        0 => json!([{"do": "approve_ticket", "ticket": ticket}]),
        _ => json!([{"do": "reject_ticket", "ticket": ticket, "reason": "no need"}]),
    }
}

/// A new order of the contacts that are there; or the deletion of one, with its successor made at once.
fn shuffled(dice: &mut Dice, console: &Console, deletes: bool) -> (Value, Option<Vec<i64>>) {
    let query = guichet::service::view::Query {
        list: guichet::service::view::List::Contacts,
        filter: guichet::service::view::Filter::default(),
        sort: guichet::service::view::Sort::Name,
        descending: false,
    };
    let mut there: Vec<i64> =
        console.ids(&query, &guichet::service::view::From::Start, 50).unwrap().into_iter().map(|(_, id)| id).collect();
    if deletes {
        let gone = there[dice.below(there.len())];
        let list = json!([
            {"do": "delete_contact", "contact": format!("contact:{gone}")},
            {"do": "create_contact", "name": format!("Contact after {gone}")},
        ]);
        return (list, None);
    }
    for at in (1..there.len()).rev() {
        there.swap(at, dice.below(at + 1));
    }
    there.truncate(1 + dice.below(there.len()));
    let names: Vec<String> = there.iter().map(|id| format!("contact:{id}")).collect();
    (json!([{"do": "set_communication_order", "list": "technical", "contacts": names}]), Some(there))
}
