//! Rows to values and back, in one place.

use std::str::FromStr;

use rusqlite::{Connection, Params, Row};

use super::error::{Result, StoreError};

/// A word of a closed set.
pub fn word<T: FromStr>(row: &Row<'_>, column: &'static str) -> Result<T> {
    word_at(row, row.as_ref().column_index(column)?, column)
}

/// The same by its place, for rows that are read very often.
pub fn word_at<T: FromStr>(row: &Row<'_>, at: usize, column: &'static str) -> Result<T> {
    let text = row.get_ref(at)?.as_str().map_err(|_| StoreError::Value { column })?;
    text.parse().map_err(|_| StoreError::Value { column })
}

/// JSON text.
pub fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &'static str) -> Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| StoreError::Value { column })
}

/// A value as JSON text.
pub fn to_json(value: &impl serde::Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|_| StoreError::Value { column: "json" })
}

/// All rows of a cached statement.
pub fn all<T, P: Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    mut read: impl FnMut(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(read(row)?);
    }
    Ok(found)
}

/// The first row of a cached statement.
pub fn first<T, P: Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    read: impl FnOnce(&Row<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    rows.next()?.map(read).transpose()
}

/// Runs a cached statement.
pub fn run<P: Params>(conn: &Connection, sql: &str, params: P) -> Result<usize> {
    Ok(conn.prepare_cached(sql)?.execute(params)?)
}
