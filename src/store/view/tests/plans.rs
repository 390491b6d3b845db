//! What a question costs, as SQLite plans it: no table is read through, and nothing is sorted on the way.

use std::cell::RefCell;
use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::trace::{TraceEvent, TraceEventCodes};

use super::super::{From, count, ids};
use super::{questions, store};
use crate::store::Tables;

thread_local! {
    static ASKED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

fn note(event: TraceEvent<'_>) {
    if let TraceEvent::Stmt(_, sql) = event {
        ASKED.with_borrow_mut(|asked| asked.insert(sql.to_owned()));
    }
}

/// Whether a line of the plan of a statement is within bounds.
fn is_bounded(sql: &str, line: &str) -> bool {
    // Users by their places, entries and tickets by their numbers, and what walks the index of its sort.
    let walks = line.contains(" USING INDEX")
        || line.contains(" USING COVERING INDEX")
        || (line == "SCAN t" && ["journal_entry t", "ticket t"].iter().any(|table| sql.contains(table)));
    // The words, the sites and the branch that are asked for, and the sites themselves: as many as there are of these;
    // and a question within another, which has lines of its own.
    let few = ["VIRTUAL TABLE INDEX", "SCAN b", "SCAN below", "CONSTANT ROW", "SCAN site", "SCAN (subquery"];
    // Counted up to a limit, off the drawing path, and stopped by the next question.
    let counts = sql.starts_with("SELECT count(*) FROM (") || !sql.contains("ORDER BY");
    let holds_many = sql.contains("user t") || sql.contains("user_");
    let is_few = few.iter().any(|part| line.contains(part)) || (counts && !holds_many);
    !line.contains("TEMP B-TREE") && (!line.starts_with("SCAN") || walks || is_few)
}

/// The statements that SQLite runs meanwhile.
pub(super) fn asked_by(conn: &mut Connection, ask: impl FnOnce(&Connection)) -> BTreeSet<String> {
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note)).unwrap();
    ask(conn);
    ASKED.take()
}

/// How SQLite plans these statements, line by line, each with its statement.
pub(super) fn lines(conn: &Connection, asked: &BTreeSet<String>) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for sql in asked.iter().filter(|sql| !sql.starts_with("--")) {
        let mut statement = conn.prepare(&["EXPLAIN QUERY PLAN ", sql].concat()).unwrap();
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().unwrap() {
            lines.push((sql.clone(), row.get(3).unwrap()));
        }
    }
    lines
}

fn every_question(conn: &Connection) {
    let tables = Tables::new(conn);
    for (scope, query) in questions() {
        let rows = ids(tables, &scope, &query, &From::Start, 3).unwrap();
        ids(tables, &scope, &query, &From::End, 3).unwrap();
        for (cursor, _) in rows.into_iter().take(1) {
            for from in [From::After(cursor.clone()), From::Before(cursor.clone()), From::At(cursor)] {
                ids(tables, &scope, &query, &from, 3).unwrap();
            }
        }
        count(tables, &scope, &query, 10_000).unwrap();
    }
}

#[test]
fn no_list_reads_a_table_through_or_sorts_what_it_read() {
    let mut conn = store();
    let asked = asked_by(&mut conn, every_question);
    assert!(asked.len() > 200, "only {} statements were seen", asked.len());
    let unbounded = lines(&conn, &asked).into_iter().filter(|(sql, line)| !is_bounded(sql, line));
    let told: Vec<String> = unbounded.map(|(sql, line)| [line, sql].join("\n  in ")).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}
