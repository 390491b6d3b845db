//! The queue is read by an index in each of its orders and views: nothing is sorted, nothing read through.

use std::cell::RefCell;

use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::{Filter, From, List, Query, Scope, ids, sorts_of, terms_of};
use crate::domain::id::AdminId;
use crate::store::Tables;
use crate::store::migrate::migrate;

thread_local! {
    static ASKED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, sql) = event {
        ASKED.with_borrow_mut(|asked| asked.push(sql.to_owned()));
    }
}

#[test]
fn t_24_every_order_and_view_of_the_queue_has_its_index() {
    let mut conn = rusqlite::Connection::open_in_memory().unwrap();
    migrate(&conn, 0).unwrap();
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note)).unwrap();
    let scope = Scope { sites: None, admin: Some(AdminId(1)), whole_tree: true, triages: true };
    for sort in sorts_of(List::Tickets) {
        for view in ["", "status:waiting", "status:decided", "assignee:marie status:waiting", "assignee:none"] {
            for descending in [false, true] {
                let filter = Filter::parse(view, terms_of(List::Tickets));
                let query = Query { list: List::Tickets, filter, sort: *sort, descending };
                ids(Tables::new(&conn), &scope, &query, &From::Start, 20).unwrap();
            }
        }
    }
    let asked = ASKED.take();
    assert!(asked.len() >= 50, "{}", asked.len());
    for sql in asked {
        let mut statement = conn.prepare(&["EXPLAIN QUERY PLAN ", &sql].concat()).unwrap();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().unwrap() {
            let line: String = row.get(3).unwrap();
            let by_number = line.contains("INTEGER PRIMARY KEY") || (line == "SCAN t" && sql.contains("ORDER BY t.id"));
            assert!(line.contains(" INDEX ") || by_number, "{line}\nin {sql}");
            assert!(!line.contains("TEMP B-TREE"), "{line}\nin {sql}");
        }
    }
}
