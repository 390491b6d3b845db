//! Tickets of help desks: read-only copies.

use guichet::domain::command::Command;
use guichet::domain::id::Kind;
use guichet::domain::record::Ticket;
use guichet::domain::value::{Priority, TicketKind, TicketStatus};
use guichet::service::view::List;
use guichet::service::{Console, Turn};

use crate::house::{House, code, counts, csv, import, run, tally};

const GLPI: &str = "\"ID\";\"Titre\";\"Statut\";\"Date d'ouverture\";\"Priorité\";\"Demandeur - Demandeur\"\n\
    \"5 732\";\"Téléphone muet\";\"Nouveau\";\"2024-03-04 09:00\";\"Haute\";\"Roy Jean\"\n\
    \"5 733\";\"Écran noir\";\"Clos\";\"2024-03-05 09:00\";\"Étrange\";\"\"\n";

fn ticket(console: &Console, number: &str) -> Ticket {
    console.record(console.find(Kind::Ticket, number).unwrap().id).unwrap()
}

#[test]
fn tickets_become_copies_with_their_origin() {
    let house = House::new();
    let mut console = house.owner();
    let receipt = import(&mut console, &csv(GLPI));
    assert_eq!((receipt.import.feeds[0].as_str(), receipt.import.counts), ("glpi", counts(|c| c.new = 2)));
    let first = ticket(&console, "1");
    assert_eq!((first.kind, first.status, first.priority), (TicketKind::Other, TicketStatus::Open, Priority::High));
    assert_eq!((first.title.as_str(), first.requester, first.commands.len()), ("Téléphone muet", None, 0));
    let origin = first.origin.unwrap();
    assert_eq!(
        (&origin["feed"], &origin["number"], &origin["status"]),
        (&"glpi".into(), &"5732".into(), &"Nouveau".into())
    );
    assert_eq!(origin["requester"], "Roy Jean");
    let second = ticket(&console, "2");
    assert_eq!((second.status, second.priority), (TicketStatus::Done, Priority::Normal));
    assert_eq!(second.origin.unwrap()["priority"], "Étrange", "an unknown word stays as it is");
}

#[test]
fn the_same_tickets_change_nothing_and_newer_ones_are_followed() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &csv(GLPI));
    run(&mut console, r#"{"do":"comment_ticket","ticket":"1","text":"vu"}"#);
    let again = import(&mut console, &csv(GLPI));
    assert_eq!((again.import.counts, again.entry), (counts(|c| c.unchanged = 2), None));
    let newer = import(&mut console, &csv(&GLPI.replace("\"Nouveau\"", "\"Résolu\"")));
    assert_eq!(newer.import.counts, counts(|c| (c.changed, c.unchanged) = (1, 1)));
    let first = ticket(&console, "1");
    assert_eq!((first.status, first.comments.len()), (TicketStatus::Done, 1));
    console.turn(Turn::Undo, newer.entry, false, None).unwrap();
    assert_eq!(ticket(&console, "1").status, TicketStatus::Open);
}

#[test]
fn a_copy_can_be_commented_and_no_more() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &csv(GLPI));
    for command in [
        r#"{"do":"approve_ticket","ticket":"1"}"#,
        r#"{"do":"take_ticket","ticket":"1"}"#,
        r#"{"do":"reject_ticket","ticket":"1","reason":"non"}"#,
    ] {
        let command: Command = serde_json::from_str(command).unwrap();
        assert_eq!(code(console.execute(&[command], None)).0, "ticket.imported");
    }
}

#[test]
fn tickets_without_a_number_come_once() {
    let house = House::new();
    let mut console = house.owner();
    let redmine = "priority;subject;description;tracker;status\nHigh;First;Words;bug;new\nNormal;Second;;bug;new\n";
    let receipt = import(&mut console, &csv(redmine));
    assert_eq!(receipt.import.counts, counts(|c| c.new = 2));
    assert!(receipt.import.warnings.iter().any(|warning| warning.code() == "import.ticket_unnumbered"));
    assert_eq!(import(&mut console, &csv(redmine)).entry, None);
    assert_eq!(tally(&console, List::Tickets), 2);
}
