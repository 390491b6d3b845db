//! Looks at single rows: whether they match, and their key.

use rusqlite::types::Value;
use rusqlite::{CachedStatement, Connection, Row, params_from_iter};

use super::cursor::{Cursor, Window};
use super::part::{Part, add_where};
use super::question::Question;
use crate::store::error::{Result, StoreError};

/// Looks at users by their numbers.
pub(super) struct Look<'a> {
    question: &'a Question,
    statement: CachedStatement<'a>,
    values: Vec<Value>,
    columns: usize,
    /// Whether the words are looked for.
    words: bool,
}

impl<'a> Look<'a> {
    /// Looks for all that is asked.
    pub fn at(conn: &'a Connection, question: &'a Question) -> Result<Self> {
        Self::new(conn, question, &question.all(), !question.words.is_empty())
    }

    /// Looks for what the search index does not tell, where the words are known to be there.
    pub fn at_untold(conn: &'a Connection, question: &'a Question) -> Result<Self> {
        Self::new(conn, question, &question.untold(), false)
    }

    fn new(conn: &'a Connection, question: &'a Question, conditions: &[&Part], words: bool) -> Result<Self> {
        let keys = question.keys();
        let text = if words { question.text() } else { "''" };
        let mut sql = ["SELECT ", &keys.join(", "), ", ", text, " FROM ", question.table()].concat();
        sql.push_str(" WHERE t.id = ?");
        let mut values = vec![Value::Null];
        add_where(&mut sql, &mut values, " AND ", conditions);
        Ok(Self { question, statement: conn.prepare_cached(&sql)?, values, columns: keys.len(), words })
    }

    /// Whether a user matches.
    pub fn has(&mut self, user: i64) -> Result<bool> {
        Ok(self.key(user)?.is_some())
    }

    /// The key of a user who matches.
    pub fn key(&mut self, user: i64) -> Result<Option<Cursor>> {
        self.values[0] = Value::Integer(user);
        let mut rows = self.statement.query(params_from_iter(&self.values))?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let matches = !self.words || self.question.has_words(text(row, self.columns)?);
        if matches { Ok(Some(Cursor::read(row, self.columns)?)) } else { Ok(None) }
    }
}

/// Looks at each of these users, and sorts those that match.
pub(super) fn among(conn: &Connection, question: &Question, window: Window<'_>, users: &[i64]) -> Result<Vec<Cursor>> {
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

/// The text in a column.
pub(super) fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a str> {
    row.get_ref(column)?.as_str().map_err(|_| StoreError::Value { column: "search" })
}
