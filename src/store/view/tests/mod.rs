//! Every list in every order, from everywhere, for every actor.

mod figures;
mod plans;
mod windows;

use rusqlite::Connection;

use super::{Filter, List, Query, Scope, sorts_of, terms_of};
use crate::domain::id::AdminId;
use crate::store::folding;
use crate::store::migrate::migrate;
use crate::store::search;

const LISTS: [List; 10] = [
    List::Admins,
    List::Users,
    List::Roles,
    List::Contacts,
    List::Tickets,
    List::Journal,
    List::Sites,
    List::Groups,
    List::Workspaces,
    List::Applications,
];

/// A store with a few hundred rows of each kind, made up by SQL: what is tested is how they are read.
fn store() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    migrate(&conn, 0).unwrap();
    folding::lend(&conn).unwrap();
    conn.execute_batch(include_str!("rows.sql")).unwrap();
    assert!(search::fill(&conn, &mut || true).unwrap());
    conn
}

/// The whole, one site, and several of them.
fn scopes() -> [Scope; 4] {
    let of = |sites: &[i64], triages| Scope {
        sites: Some(sites.to_vec()),
        admin: Some(AdminId(3)),
        whole_tree: false,
        triages,
    };
    let whole = Scope { sites: None, admin: Some(AdminId(1)), whole_tree: true, triages: true };
    [whole, of(&[2], false), of(&[1, 3, 4], true), of(&[], true)]
}

/// Filters of a list: none, words short, long and rare, each of its terms, and both.
fn filters(list: List) -> Vec<Filter> {
    let values = |field: &str| match (list, field) {
        (_, "site") => "s3",
        (List::Users, "status") => "disabled",
        (List::Admins, "status") => "active",
        (List::Tickets, "status") => "open",
        (_, "source") => "pbx",
        (_, "access") => "essential",
        (_, "level") => "reports",
        (_, "role" | "group" | "workspace") => "two",
        (List::Users, "has") => "recording_playback",
        (_, "has") => "billing",
        (_, "right") => "two/read",
        (_, "email") => "ada.7@example.test",
        (_, "extension") => "207",
        (_, "order") => "technical",
        (List::Tickets, "kind") => "other",
        (_, "kind") => "apply",
        (_, "priority") => "high",
        (_, "requester" | "assignee" | "actor" | "parent" | "admin") => "admin3",
        (_, "user" | "contact") => "ada number 7",
        (_, "ticket") => "2",
        (_, "licence") => "analyst",
        _ => unreachable!("a term without a value to test: {field}"),
    };
    let mut typed: Vec<String> =
        ["", "a", "nu", "num", "number", "ada number", "ada 7", "qqq", "bel status:active"].map(str::to_owned).to_vec();
    for field in terms_of(list) {
        typed.push(format!("{field}:\"{}\"", values(field)));
        typed.push(format!("{field}:\"{}\" ad", values(field)));
    }
    if list == List::Users {
        typed.extend(["has:softphone", "has:application num", "has:agent_addon status:active"].map(str::to_owned));
    }
    if list == List::Tickets {
        // T-24: the views of the queue.
        typed.extend(["status:waiting", "status:decided", "assignee:none status:waiting"].map(str::to_owned));
    }
    typed.iter().map(|text| Filter::parse(text, terms_of(list))).collect()
}

/// Every question there is.
fn questions() -> Vec<(Scope, Query)> {
    let mut questions = Vec::new();
    for list in LISTS {
        for scope in scopes() {
            for filter in filters(list) {
                for sort in sorts_of(list) {
                    for descending in [false, true] {
                        let query = Query { list, filter: filter.clone(), sort: *sort, descending };
                        questions.push((scope.clone(), query));
                    }
                }
            }
        }
    }
    questions
}
