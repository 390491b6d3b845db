//! What the search index finds, in the order of names.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::cursor::{Cursor, Part as KeyPart, Side, Window};
use super::look::{Look, text};
use super::question::Question;
use crate::domain::value::Status;
use crate::store::convert::first;
use crate::store::error::Result;
use crate::store::search::token;

/// Reads what the search index finds, which stands in the order of names. Words are looked for in the text beside the
/// place, for rows that have the parts of a word and not the word.
pub(super) fn found(
    conn: &Connection,
    question: &Question,
    window: Window<'_>,
    expression: &str,
) -> Result<Vec<Cursor>> {
    let is_rough = token::is_rough(&question.words);
    let column = if is_rough { "p.search" } else { "''" };
    let mut sql = ["SELECT p.user_id, ", column, " FROM user_search f"].concat();
    sql.push_str(" CROSS JOIN user_place p ON p.place = f.rowid WHERE user_search MATCH ?");
    let mut values = vec![Value::Text(expression.to_owned())];
    if let Some(side) = window.side {
        // The first place that is not below: from there on is above it, and before it is below.
        sql.push_str(if side.above { " AND f.rowid >= ?" } else { " AND f.rowid < ?" });
        values.push(Value::Integer(place_of(conn, side)?));
    }
    sql.push_str(if window.descending { " ORDER BY f.rowid DESC" } else { " ORDER BY f.rowid" });
    let mut look = Look::at_untold(conn, question)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::with_capacity(window.limit.min(256));
    while found.len() < window.limit
        && let Some(row) = rows.next()?
    {
        if !is_rough || question.has_words(text(row, 1)?) {
            found.extend(look.key(row.get(0)?)?);
        }
    }
    Ok(found)
}

/// The place of the first user above a name; with the name itself where above is with it, or below is without.
fn place_of(conn: &Connection, side: Side<'_>) -> Result<i64> {
    let name = &side.cursor.0[side.cursor.0.len() - 2..];
    let operator = if side.above == side.with { ">= " } else { "> " };
    let sql = [
        "SELECT p.place FROM user t CROSS JOIN user_place p ON p.user_id = t.id WHERE (t.sort_key, t.id) ",
        operator,
        "(?, ?) ORDER BY t.sort_key, t.id LIMIT 1",
    ];
    Ok(first(conn, &sql.concat(), params_from_iter(name), |row| Ok(row.get(0)?))?.unwrap_or(i64::MAX))
}

/// Reads what the search index finds, one status after the other.
pub(super) fn found_by_status(
    conn: &Connection,
    question: &Question,
    window: Window<'_>,
    expression: &str,
) -> Result<Vec<Cursor>> {
    let mut statuses: Vec<&str> = Status::ALL.iter().map(|status| status.as_str()).collect();
    statuses.sort_unstable();
    if window.descending {
        statuses.reverse();
    }
    let at = window.side.and_then(|side| match side.cursor.0.first() {
        Some(KeyPart::Text(status)) => statuses.iter().position(|s| s == status),
        _ => None,
    });
    let mut keys = Vec::new();
    for (number, status) in statuses.iter().enumerate().skip(at.unwrap_or(0)) {
        let asked = [expression, &token::all_of(&[token::term("status", status)])].join(" AND ");
        let side = window.side.filter(|_| at == Some(number));
        keys.extend(found(conn, question, Window { side, limit: window.limit - keys.len(), ..window }, &asked)?);
        if keys.len() >= window.limit {
            break;
        }
    }
    Ok(keys)
}
