//! Windows of lists: from a key, so many rows, in either direction.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::cursor::Cursor;
use super::part::add_where;
use super::query::Query;
use super::question::Question;
use super::rows::Row;
use super::spec::{columns, keys, own, table};
use super::{Filter, From, List, Scope, read};
use crate::store::Tables;
use crate::store::error::Result;

/// Reads a window of a list.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn window<R: Row>(
    tables: Tables<'_>,
    scope: &Scope,
    query: &Query,
    from: &From,
    limit: usize,
) -> Result<Vec<(Cursor, R)>> {
    let mut statement = tables.connection().prepare_cached(&row_sql(query.list))?;
    let mut found = Vec::with_capacity(limit.min(256));
    for (cursor, number) in ids(tables, scope, query, from, limit)? {
        let mut rows = statement.query([number])?;
        if let Some(row) = rows.next()? {
            found.push((cursor, R::read(row)?));
        }
    }
    Ok(found)
}

/// Reads one row of a list by its number, whoever reaches it.
///
/// # Errors
/// Where SQLite refuses.
pub fn row<R: Row>(tables: Tables<'_>, list: List, number: i64) -> Result<Option<R>> {
    let mut statement = tables.connection().prepare_cached(&row_sql(list))?;
    let mut rows = statement.query([number])?;
    rows.next()?.map(R::read).transpose()
}

fn row_sql(list: List) -> String {
    ["SELECT ", columns(list), " FROM ", table(list), " WHERE ", own(list)].concat()
}

/// Reads the numbers of a window of a list.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn ids(tables: Tables<'_>, scope: &Scope, query: &Query, from: &From, limit: usize) -> Result<Vec<(Cursor, i64)>> {
    let conn = tables.connection();
    let question = Question::new(conn, scope, query)?;
    let keys = read::window(conn, &question, from, query.descending, limit)?;
    Ok(keys.into_iter().map(|cursor| (cursor.number(query.list), cursor)).map(|(n, cursor)| (cursor, n)).collect())
}

/// Where the row of that number stands in a list.
///
/// # Errors
/// Where SQLite refuses.
pub fn cursor_of(tables: Tables<'_>, scope: &Scope, query: &Query, number: i64) -> Result<Option<Cursor>> {
    let conn = tables.connection();
    let keys = keys(query.list, query.sort);
    let question = Question::new(conn, scope, &Query { filter: Filter::default(), ..query.clone() })?;
    let mut sql = ["SELECT ", &keys.join(", "), " FROM ", table(query.list), " WHERE "].concat();
    sql.push_str(own(query.list));
    let mut values = vec![Value::Integer(number)];
    add_where(&mut sql, &mut values, " AND ", &question.all());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    rows.next()?.map(|row| Cursor::read(row, keys.len())).transpose()
}
