//! Walks along the index of a sort.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::chosen::Chosen;
use super::cursor::{Cursor, Part as KeyPart, Side, Window};
use super::look::{Look, text};
use super::part::{Part, add_where};
use super::question::Question;
use super::spec::keys;
use crate::store::error::Result;

/// So many rows are looked at first: frequent matches are among them. Tests have a small store, and go all ways in it.
const FIRST: usize = if cfg!(test) { 20 } else { 400 };
/// So many more are looked at where one in [`RARE`] of the first matched: what is left to find is found sooner than all
/// matches are listed.
const MORE: usize = if cfg!(test) { 30 } else { 1600 };
/// See [`MORE`].
const RARE: usize = 50;

/// Walks the index of the sort, through all that is reached.
pub(super) fn walk(conn: &Connection, question: &Question, window: Window<'_>) -> Result<Vec<Cursor>> {
    let text_column = if question.words.is_empty() { "''" } else { question.text() };
    let (mut sql, mut values) = in_order(question, window, text_column, |branch| question.of_branch(branch));
    let columns = keys(question.list, question.sort).len();
    if question.words.is_empty() {
        sql.push_str(" LIMIT ?");
        values.push(Value::Integer(i64::try_from(window.limit).unwrap_or(i64::MAX)));
    }
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::with_capacity(window.limit.min(256));
    while found.len() < window.limit
        && let Some(row) = rows.next()?
    {
        if question.words.is_empty() || question.has_words(text(row, columns)?) {
            found.push(Cursor::read(row, columns)?);
        }
    }
    Ok(found)
}

/// Walks the index of the sort for users that each of the sources lists: with a look at each for as long as matches are
/// frequent, then past all but those who are listed. A step past a user takes a hundredth of a look.
pub(super) fn walk_among(
    conn: &Connection,
    question: &Question,
    window: Window<'_>,
    sources: &[Part],
) -> Result<Vec<Cursor>> {
    let mut found = Vec::with_capacity(window.limit.min(256));
    let Some(mut last) = walk_on(conn, question, window, None, FIRST, &mut found)? else { return Ok(found) };
    if found.len() * RARE >= FIRST {
        match walk_on(conn, question, after(window, &last), None, MORE, &mut found)? {
            Some(later) => last = later,
            None => return Ok(found),
        }
    }
    let chosen = Chosen::of(conn, sources)?;
    walk_on(conn, question, after(window, &last), Some(&chosen), usize::MAX, &mut found)?;
    Ok(found)
}

/// What is left of a window after a key.
const fn after<'a>(window: Window<'a>, last: &'a Cursor) -> Window<'a> {
    Window { side: Some(Side { cursor: last, above: !window.descending, with: false }), ..window }
}

/// Walks on until enough is found, the end is reached, or so many users were looked at; then it returns the last key.
fn walk_on(
    conn: &Connection,
    question: &Question,
    window: Window<'_>,
    chosen: Option<&Chosen>,
    most: usize,
    found: &mut Vec<Cursor>,
) -> Result<Option<Cursor>> {
    let (sql, values) = in_order(question, window, "''", |branch| vec![branch]);
    let columns = keys(question.list, question.sort).len();
    let mut look = Look::at(conn, question)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut looked = 0;
    while found.len() < window.limit
        && let Some(row) = rows.next()?
    {
        let user = row.get(columns - 1)?;
        if chosen.is_none_or(|chosen| chosen.has(user)) {
            looked += 1;
            found.extend(look.key(user)?);
            if looked == most {
                return Ok(Some(Cursor::read(row, columns)?));
            }
        }
    }
    Ok(None)
}

/// The rows of all branches along the index of the sort, merged: their keys, and a text.
fn in_order<'a>(
    question: &'a Question,
    window: Window<'_>,
    text: &str,
    conditions: impl Fn(&'a Part) -> Vec<&'a Part>,
) -> (String, Vec<Value>) {
    let keys = keys(question.list, question.sort);
    let (mut sql, mut values) = (String::new(), Vec::new());
    for (at, branch) in question.reach.branches.iter().enumerate() {
        sql.push_str(if at == 0 { "SELECT " } else { " UNION ALL SELECT " });
        sql.push_str(&[&keys.join(", "), ", ", text, " FROM ", question.table()].concat());
        let conditions: Vec<&Part> = conditions(branch).into_iter().filter(|part| !part.sql.is_empty()).collect();
        add_where(&mut sql, &mut values, " WHERE ", &conditions);
        if let Some(side) = window.side {
            sql.push_str(if conditions.is_empty() { " WHERE (" } else { " AND (" });
            let places = vec!["?"; keys.len()].join(", ");
            sql.push_str(&[&keys.join(", "), ")", side.operator(), "(", &places, ")"].concat());
            values.extend(side.cursor.0.iter().map(KeyPart::value));
        }
    }
    let direction = if window.descending { " DESC" } else { "" };
    let order: Vec<String> = (1..=keys.len()).map(|at| format!("{at}{direction}")).collect();
    sql.push_str(&[" ORDER BY ", &order.join(", ")].concat());
    (sql, values)
}
