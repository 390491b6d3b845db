//! Reads the keys of a window, in the order of the list: from the search index, from a few rows that were listed, or
//! along the index of the sort.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::chosen::few;
use super::cursor::{Cursor, Window};
use super::found::{found, found_by_status};
use super::look::among;
use super::part::Part;
use super::question::Question;
use super::spec::Sort;
use super::walk::{walk, walk_among};
use super::{From, List};
use super::{devices, services};
use crate::store::error::Result;

/// Up to how many rows are fetched and sorted here, whatever the order asked for: fewer than so many are sooner fetched
/// than met along the way.
const FEW: usize = if cfg!(test) { 7 } else { 600 };

/// Reads the keys of a window.
pub(super) fn window(
    conn: &Connection,
    question: &Question,
    from: &From,
    descending: bool,
    limit: usize,
) -> Result<Vec<Cursor>> {
    let backwards = from.is_backwards();
    let window = Window { side: from.side(descending), descending: descending != backwards, limit };
    let mut found = keys_of(conn, question, window)?;
    if backwards {
        found.reverse();
    }
    Ok(found)
}

fn keys_of(conn: &Connection, question: &Question, window: Window<'_>) -> Result<Vec<Cursor>> {
    match question.list {
        List::ByDevice => return devices::keys_of(conn, question, window),
        List::ByService => return services::keys_of(conn, question, window),
        _ => {}
    }
    let expression = question.match_expression();
    let is_told = expression.is_some() && matches!(question.sort, Sort::Name | Sort::Status);
    let sources = sources(question, expression.as_deref().filter(|_| !is_told || !question.lists.is_empty()));
    for source in &sources {
        if let Some(users) = few(conn, source, FEW)? {
            return among(conn, question, window, &users);
        }
    }
    match expression {
        Some(expression) if question.sort == Sort::Name => found(conn, question, window, &expression),
        Some(expression) if is_told => found_by_status(conn, question, window, &expression),
        _ if sources.is_empty() => walk(conn, question, window),
        _ => walk_among(conn, question, window, &sources),
    }
}

/// Statements that list users, each of them all that match.
fn sources(question: &Question, expression: Option<&str>) -> Vec<Part> {
    let sql = "SELECT p.user_id FROM user_search f CROSS JOIN user_place p ON p.place = f.rowid
        WHERE user_search MATCH ?";
    let told = expression.map(|expression| Part::new(sql, [Value::Text(expression.to_owned())]));
    let lists = if question.list.is_of_users() { question.lists.as_slice() } else { &[] };
    lists.iter().cloned().chain(told).collect()
}
