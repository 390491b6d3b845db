//! A record as cells: the columns are the names in JSON, a list is joined by `;`, an object has a column for each key.

use serde_json::{Map, Value};

/// Objects whose keys differ from record to record: one column for the whole.
const WHOLE: [&str; 4] = ["feed", "overrides", "origin", "address"];

/// The columns of a list, as its first record has them.
pub fn columns(record: &Value) -> Vec<String> {
    let mut columns = Vec::new();
    if let Value::Object(fields) = record {
        spread("", fields, &mut columns);
    }
    columns
}

fn spread(prefix: &str, fields: &Map<String, Value>, columns: &mut Vec<String>) {
    for (name, value) in fields {
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}.{name}") };
        match value {
            // The device of a client is the value of that client, there or not.
            Value::Object(members) if prefix != "softphone" && !WHOLE.contains(&name.as_str()) => {
                spread(&path, members, columns);
            }
            _ => columns.push(path),
        }
    }
}

/// The cells of a record under these columns; empty where it has none.
pub fn cells(record: &Value, columns: &[String]) -> Vec<String> {
    columns.iter().map(|column| cell(find(record, column))).collect()
}

fn find<'v>(record: &'v Value, column: &str) -> &'v Value {
    let mut value = record;
    let mut rest = column;
    loop {
        // Names of applications and workspaces may hold dots: the longest name that is there is meant.
        if let Some(found) = value.get(rest) {
            return found;
        }
        let split = rest.match_indices('.').find(|(at, _)| value.get(&rest[..*at]).is_some());
        let Some((at, _)) = split else { return &Value::Null };
        value = &value[&rest[..at]];
        rest = &rest[at + 1..];
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(item).collect::<Vec<_>>().join(";"),
        Value::Object(members) if members.is_empty() => String::new(),
        other => other.to_string(),
    }
}

/// An item of a list, with what would part it escaped.
fn item(value: &Value) -> String {
    let text = match value {
        Value::Object(members) if members.len() == 2 && members.contains_key("number") => {
            let part = |name: &str| members.get(name).and_then(Value::as_str).unwrap_or_default();
            format!("{}:{}", part("kind"), part("number"))
        }
        Value::Object(_) => value.to_string(),
        other => cell(other),
    };
    text.replace('\\', "\\\\").replace(';', "\\;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn records_are_spread_over_columns() {
        let record = json!({
            "id": "user:1", "queues": ["a;b", "c"], "permissions": {"web_access": true},
            "applications": {"Crm 2.0": {"read": false}}, "softphone": {"desktop": {"device": "SIP/1"}, "crm": null},
            "phones": [{"kind": "work", "number": "+33"}], "note": null, "feed": {"freepbx": "200"},
        });
        let columns = columns(&record);
        assert_eq!(
            columns,
            [
                "id",
                "queues",
                "permissions.web_access",
                "applications.Crm 2.0.read",
                "softphone.desktop",
                "softphone.crm",
                "phones",
                "note",
                "feed"
            ]
        );
        assert_eq!(
            cells(&record, &columns),
            [
                "user:1",
                "a\\;b;c",
                "true",
                "false",
                "{\"device\":\"SIP/1\"}",
                "",
                "work:+33",
                "",
                "{\"freepbx\":\"200\"}"
            ]
        );
    }
}
