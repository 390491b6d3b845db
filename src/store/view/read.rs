//! Reads the keys of a window, in the order of the list: from the search index, from a few rows that were listed, or
//! along the index of the sort.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, Row, params_from_iter};

use super::cursor::{Cursor, Part as KeyPart, Side};
use super::question::{Part, Question, add_where};
use super::spec::Sort;
use super::{From, List};
use super::{devices, services};
use crate::domain::value::Status;
use crate::store::convert::first;
use crate::store::error::{Result, StoreError};
use crate::store::search::token;

/// Up to how many rows are fetched and sorted here, whatever the order asked for.
const FEW: usize = 1500;
/// How many rows, times how many users there are, cost as much to walk past as so many matches squared to remember. What
/// is worth remembering, in an order that the search index does not have, is the root: of a million users 12 000 matches;
/// where there are more, the walk meets one soon enough.
const WALKED: i64 = 150;

/// A window: so many keys on a side of a place, in the order of the list, up or down.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    pub side: Option<Side<'a>>,
    pub descending: bool,
    pub limit: usize,
}

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
    let most = worth_remembering(conn, question)?;
    let mut users = None;
    for list in &question.lists {
        meet(&mut users, few_of(conn, list, most)?);
    }
    let is_ordered = matches!(question.sort, Sort::Name | Sort::Status);
    if let Some(expression) = expression.as_ref().filter(|_| !is_ordered || users.is_some())
        && has_few(conn, expression, most)?
    {
        let sql = "SELECT p.user_id FROM user_search f CROSS JOIN user_place p ON p.place = f.rowid
            WHERE user_search MATCH ?";
        meet(&mut users, few_of(conn, &Part::new(sql, [Value::Text(expression.clone())]), most)?);
    }
    match (users, expression) {
        (Some(users), _) if users.len() <= FEW => among(conn, question, window, &users),
        (_, Some(expression)) if question.sort == Sort::Name => found(conn, question, window, &expression),
        (_, Some(expression)) if is_ordered => found_by_status(conn, question, window, &expression),
        (Some(users), _) => walk_among(conn, question, window, &users),
        (None, _) => walk(conn, question, window),
    }
}

/// Keeps those who are in both; what is not known keeps all.
fn meet(users: &mut Option<HashSet<i64>>, others: Option<HashSet<i64>>) {
    match (users.as_mut(), others) {
        (Some(users), Some(others)) => users.retain(|user| others.contains(user)),
        (None, others) => *users = others,
        (Some(_), None) => {}
    }
}

/// How many users are worth remembering; none are where nothing is looked for that could be.
fn worth_remembering(conn: &Connection, question: &Question) -> Result<i64> {
    if question.list.is_of_users() && !question.is_for_all() { rememberable(conn) } else { Ok(0) }
}

/// How many users are worth remembering.
pub(super) fn rememberable(conn: &Connection) -> Result<i64> {
    let last: Option<i64> = first(conn, "SELECT max(id) FROM user", [], |row| Ok(row.get(0)?))?.flatten();
    Ok((WALKED * last.unwrap_or(0)).isqrt())
}

/// Whether the search index has no more matches than that, which it says sooner than who they are.
pub(super) fn has_few(conn: &Connection, expression: &str, most: i64) -> Result<bool> {
    let sql = "SELECT count(*) FROM (SELECT 1 FROM user_search WHERE user_search MATCH ?1 LIMIT ?2)";
    let found = first(conn, sql, rusqlite::params![expression, most + 1], |row| Ok(row.get::<_, i64>(0)?))?;
    Ok(found.is_none_or(|found| found <= most))
}

/// The users that a statement lists, if they are not too many to remember.
pub(super) fn few_of(conn: &Connection, list: &Part, most: i64) -> Result<Option<HashSet<i64>>> {
    let mut statement = conn.prepare_cached(&[&list.sql, " LIMIT ?"].concat())?;
    let mut rows = statement.query(params_from_iter(list.values.iter().cloned().chain([Value::Integer(most + 1)])))?;
    let mut users = HashSet::new();
    while let Some(row) = rows.next()? {
        users.insert(row.get(0)?);
    }
    Ok(i64::try_from(users.len()).is_ok_and(|count| count <= most).then_some(users))
}

/// Looks at single users: whether they match, and their key.
pub(super) struct Look<'a> {
    question: &'a Question,
    statement: CachedStatement<'a>,
    values: Vec<Value>,
    columns: usize,
}

impl<'a> Look<'a> {
    pub fn at(conn: &'a Connection, question: &'a Question) -> Result<Self> {
        let keys = question.keys();
        let mut sql = ["SELECT ", &keys.join(", "), ", ", question.text(), " FROM ", question.table()].concat();
        sql.push_str(" WHERE t.id = ?");
        let mut values = vec![Value::Null];
        add_where(&mut sql, &mut values, " AND ", &question.all());
        Ok(Self { question, statement: conn.prepare_cached(&sql)?, values, columns: keys.len() })
    }

    /// Whether a user matches.
    pub fn has(&mut self, user: i64) -> Result<bool> {
        Ok(self.key(user)?.is_some())
    }

    fn key(&mut self, user: i64) -> Result<Option<Cursor>> {
        self.values[0] = Value::Integer(user);
        let mut rows = self.statement.query(params_from_iter(&self.values))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let matches = self.question.words.is_empty() || self.question.has_words(text(row, self.columns)?);
        if matches { Ok(Some(Cursor::read(row, self.columns)?)) } else { Ok(None) }
    }
}

/// Looks at each of these users, and sorts those that match.
fn among(conn: &Connection, question: &Question, window: Window<'_>, users: &HashSet<i64>) -> Result<Vec<Cursor>> {
    let mut look = Look::at(conn, question)?;
    let mut found = Vec::new();
    for user in users {
        found.extend(look.key(*user)?.filter(|key| window.side.is_none_or(|side| side.has(key))));
    }
    found.sort_unstable();
    if window.descending {
        found.reverse();
    }
    found.truncate(window.limit);
    Ok(found)
}

/// Walks the index of the sort, and looks at those users only who are among these.
fn walk_among(conn: &Connection, question: &Question, window: Window<'_>, users: &HashSet<i64>) -> Result<Vec<Cursor>> {
    let (sql, values) = in_order(question, window, "''", |branch| vec![branch]);
    let columns = question.keys().len();
    let mut look = Look::at(conn, question)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::with_capacity(window.limit.min(256));
    while found.len() < window.limit
        && let Some(row) = rows.next()?
    {
        let user = row.get(columns - 1)?;
        if users.contains(&user) {
            found.extend(look.key(user)?);
        }
    }
    Ok(found)
}

/// Reads what the search index finds, which stands in the order of names.
pub(super) fn found(
    conn: &Connection,
    question: &Question,
    window: Window<'_>,
    expression: &str,
) -> Result<Vec<Cursor>> {
    let keys = question.keys();
    let mut sql = ["SELECT ", &keys.join(", "), ", t.search"].concat();
    sql.push_str(
        " FROM user_search f CROSS JOIN user_place p ON p.place = f.rowid CROSS JOIN user t ON t.id = p.user_id",
    );
    sql.push_str(" WHERE user_search MATCH ?");
    let mut values = vec![Value::Text(expression.to_owned())];
    if let Some(side) = window.side {
        // The first place that is not below: from there on is above it, and before it is below.
        sql.push_str(if side.above { " AND f.rowid >= ?" } else { " AND f.rowid < ?" });
        values.push(Value::Integer(place_of(conn, side)?));
    }
    add_where(&mut sql, &mut values, " AND ", &question.untold());
    sql.push_str(if window.descending { " ORDER BY f.rowid DESC" } else { " ORDER BY f.rowid" });
    take(conn, question, sql, values, window.limit)
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
fn found_by_status(
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

/// Walks the index of the sort.
fn walk(conn: &Connection, question: &Question, window: Window<'_>) -> Result<Vec<Cursor>> {
    let text = if question.words.is_empty() { "''" } else { question.text() };
    let (sql, values) = in_order(question, window, text, |branch| question.of_branch(branch));
    take(conn, question, sql, values, window.limit)
}

/// The rows of all branches along the index of the sort, merged: their keys, and a text.
fn in_order<'a>(
    question: &'a Question,
    window: Window<'_>,
    text: &str,
    conditions: impl Fn(&'a Part) -> Vec<&'a Part>,
) -> (String, Vec<Value>) {
    let keys = question.keys();
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

/// Takes rows until there are enough; SQL counts them where no words are left to look for.
fn take(
    conn: &Connection,
    question: &Question,
    mut sql: String,
    mut values: Vec<Value>,
    limit: usize,
) -> Result<Vec<Cursor>> {
    let columns = question.keys().len();
    if question.words.is_empty() {
        sql.push_str(" LIMIT ?");
        values.push(Value::Integer(i64::try_from(limit).unwrap_or(i64::MAX)));
    }
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = Vec::with_capacity(limit.min(256));
    while found.len() < limit
        && let Some(row) = rows.next()?
    {
        if question.words.is_empty() || question.has_words(text(row, columns)?) {
            found.push(Cursor::read(row, columns)?);
        }
    }
    Ok(found)
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    row.get_ref(column)?.as_str().map_err(|_| StoreError::Value { column: "search" })
}
