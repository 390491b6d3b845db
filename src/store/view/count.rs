//! How many rows a list has: kept where it can be, else counted up to a limit.

use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};

use super::part::{Part, add_where};
use super::query::Query;
use super::question::Question;
use super::{List, Scope, devices, services};
use crate::store::Tables;
use crate::store::error::Result;
use crate::store::search::token;

/// A count that may have stopped early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tally {
    /// So many.
    Exactly(u64),
    /// At least so many.
    AtLeast(u64),
}

impl Tally {
    /// What was found, when counting stopped one beyond the limit.
    pub(super) const fn of(found: u64, up_to: u64) -> Self {
        if found > up_to { Self::AtLeast(up_to) } else { Self::Exactly(found) }
    }
}

/// Counts the rows of a list, up to a limit.
///
/// # Errors
/// Where SQLite refuses, or was interrupted.
pub fn count(tables: Tables<'_>, scope: &Scope, query: &Query, up_to: u64) -> Result<Tally> {
    let conn = tables.connection();
    let question = Question::new(conn, scope, query)?;
    if query.list.is_of_users() && question.is_for_all() {
        return Ok(Tally::Exactly(kept(conn, question.reach.sites.as_deref())?));
    }
    let most = i64::try_from(up_to).unwrap_or(i64::MAX).saturating_add(1);
    let found = u64::try_from(counted(conn, &question, most)?).unwrap_or(0);
    Ok(Tally::of(found, up_to))
}

/// Users are counted with their sites.
fn kept(conn: &Connection, sites: Option<&[i64]>) -> Result<u64> {
    let number = match sites {
        None => conn
            .prepare_cached(
                "SELECT (SELECT ifnull(sum(users), 0) FROM site) + (SELECT count(*) FROM user WHERE site_id IS NULL)",
            )?
            .query_row([], |row| row.get::<_, i64>(0))?,
        Some(sites) => {
            let mut statement = conn.prepare_cached("SELECT users FROM site WHERE id = ?1")?;
            let mut sum = 0;
            for site in sites {
                sum += statement.query_row([site], |row| row.get::<_, i64>(0)).unwrap_or(0);
            }
            sum
        }
    };
    Ok(u64::try_from(number).unwrap_or(0))
}

fn counted(conn: &Connection, question: &Question, most: i64) -> Result<i64> {
    if question.list == List::ByDevice {
        return devices::count(conn, question, most);
    }
    if question.list == List::ByService {
        let mut found = 0;
        for (_, expression) in services::expressions(question) {
            found += matched(conn, question, expression, (most - found).max(0))?;
        }
        return Ok(found);
    }
    if let Some(list) = question.lists.first() {
        let listed = [" FROM (", &list.sql, ") l CROSS JOIN user t ON t.id = l.user_id"].concat();
        return rows(conn, question, &listed, list.values.clone(), &question.all(), most);
    }
    let Some(expression) = question.match_expression() else {
        let table = [" FROM ", question.table()].concat();
        return rows(conn, question, &table, Vec::new(), &question.all(), most);
    };
    matched(conn, question, expression, most)
}

/// Counts what the search index finds.
fn matched(conn: &Connection, question: &Question, expression: String, most: i64) -> Result<i64> {
    let mut from = " FROM user_search f".to_owned();
    let untold = question.untold();
    if !untold.is_empty() || token::is_rough(&question.words) {
        from.push_str(" CROSS JOIN user_place p ON p.place = f.rowid");
    }
    if !untold.is_empty() {
        from.push_str(" CROSS JOIN user t ON t.id = p.user_id");
    }
    from.push_str(" WHERE user_search MATCH ?");
    rows(conn, question, &from, vec![Value::Text(expression)], &untold, most)
}

/// Counts rows that meet conditions, and whose text has the words where that is not known of each.
fn rows(
    conn: &Connection,
    question: &Question,
    from: &str,
    mut values: Vec<Value>,
    conditions: &[&Part],
    most: i64,
) -> Result<i64> {
    let told = from.contains(" MATCH ");
    let joiner = if told { " AND " } else { " WHERE " };
    let mut sql = from.to_owned();
    add_where(&mut sql, &mut values, joiner, conditions);
    if question.words.is_empty() || (told && !token::is_rough(&question.words)) {
        values.push(Value::Integer(most));
        let sql = ["SELECT count(*) FROM (SELECT 1", &sql, " LIMIT ?)"].concat();
        return Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?);
    }
    // The text stands beside the place too, and is nearer there.
    let sql = ["SELECT ", if told { "p.search" } else { question.text() }, &sql].concat();
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut found = 0;
    while found < most
        && let Some(row) = rows.next()?
    {
        let text = row.get_ref(0)?.as_str().unwrap_or_default();
        found += i64::from(question.has_words(text));
    }
    Ok(found)
}
