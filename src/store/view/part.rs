//! Pieces of SQL with their values.

use rusqlite::types::Value;

/// SQL and its values in order; nothing where it is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub sql: String,
    pub values: Vec<Value>,
}

impl Part {
    pub fn new(sql: impl Into<String>, values: impl IntoIterator<Item = Value>) -> Self {
        Self { sql: sql.into(), values: values.into_iter().collect() }
    }
}

/// Adds conditions to SQL that ends before them.
pub(super) fn add_where(sql: &mut String, values: &mut Vec<Value>, joiner: &str, parts: &[&Part]) {
    for (at, part) in parts.iter().enumerate() {
        sql.push_str(if at == 0 { joiner } else { " AND " });
        sql.push_str(&part.sql);
        values.extend(part.values.iter().cloned());
    }
}

/// Numbers as a JSON array, for `json_each`.
pub(super) fn array(numbers: &[i64]) -> Value {
    let list: Vec<String> = numbers.iter().map(i64::to_string).collect();
    Value::Text(["[", &list.join(","), "]"].concat())
}
