//! The figures of the overview: what is counted, for whom, and from which index.

use rusqlite::Connection;

use super::super::{Filter, From, List, Query, Scope, Sort, TicketRow, decided_since, waiting_between, window};
use super::plans::{asked_by, lines};
use super::{scopes, store};
use crate::domain::time::Time;
use crate::domain::value::{TicketKind, TicketStatus};
use crate::store::Tables;

/// The tickets that the list shows to who looks.
fn listed(conn: &Connection, scope: &Scope, filter: &str) -> Vec<TicketRow> {
    let filter = Filter::parse(filter, &["status"]);
    let query = Query { list: List::Tickets, filter, sort: Sort::Queue, descending: false };
    window(Tables::new(conn), scope, &query, &From::Start, 500).unwrap().into_iter().map(|(_, row)| row).collect()
}

#[test]
fn s_22_as_many_are_counted_as_the_list_shows() {
    let conn = store();
    for scope in scopes() {
        let rows = listed(&conn, &scope, "status:open");
        for kind in TicketKind::ALL {
            for (from, to) in [(0, 20), (20, 61), (0, 1_000)] {
                let shown = rows.iter().filter(|r| r.kind == *kind && (from..to).contains(&r.opened_at.0)).count();
                let counted = waiting_between(Tables::new(&conn), &scope, *kind, Time(from), Time(to)).unwrap();
                assert_eq!(counted, shown as u64, "{kind} of {from}..{to} for {scope:?}");
            }
        }
        let decided = decided_since(Tables::new(&conn), &scope, Time(0)).unwrap();
        assert_eq!(decided.len(), listed(&conn, &scope, "status:done").len(), "{scope:?}");
        assert!(decided.is_sorted_by_key(|request| request.decided_at));
        assert!(decided.iter().all(|request| request.status == TicketStatus::Done));
        let late = decided_since(Tables::new(&conn), &scope, Time(60)).unwrap();
        assert_eq!(late, decided.into_iter().filter(|d| d.decided_at >= Time(60)).collect::<Vec<_>>());
    }
}

#[test]
fn figures_come_from_an_index_that_holds_nothing_else() {
    let mut conn = store();
    for scope in scopes() {
        let asked = asked_by(&mut conn, |conn| {
            waiting_between(Tables::new(conn), &scope, TicketKind::Other, Time(0), Time(9)).unwrap();
            decided_since(Tables::new(conn), &scope, Time(0)).unwrap();
        });
        let lines: Vec<String> = lines(&conn, &asked).into_iter().map(|(_, line)| line).collect();
        let of_tickets: Vec<&String> = lines.iter().filter(|line| line.contains(" t")).collect();
        assert_eq!(of_tickets.len(), 2, "{lines:#?}");
        for index in ["ticket_waiting", "ticket_by_decision"] {
            let search = format!("SEARCH t USING COVERING INDEX {index} (");
            assert!(of_tickets.iter().any(|line| line.starts_with(&search)), "{index}: {lines:#?}");
        }
        assert!(!lines.iter().any(|line| line.contains("TEMP B-TREE")), "{lines:#?}");
    }
}
