//! How people read a change, as its row has it: the field and both values, or, of a record made or removed, only the
//! fields that read otherwise than they are stored.

use serde_json::{Map, Value};

use crate::domain::change::{Change, Reads};
use crate::store::convert::to_json;
use crate::store::error::{Result, StoreError};

/// The text of the column.
///
/// # Errors
/// Where a value cannot be written down.
pub(super) fn written(change: &Change) -> Result<Option<String>> {
    let Some(reads) = &change.reads else { return Ok(None) };
    match (record(&change.field, &change.before, &change.after), record("", &reads.before, &reads.after)) {
        (Some(stored), Some(named)) => to_json(&otherwise(stored, named)).map(Some),
        _ => to_json(reads).map(Some),
    }
}

/// What the text of the column says beside the change as it is stored.
///
/// # Errors
/// A text that is none of ours.
pub(super) fn read(text: &str, field: &str, before: &Value, after: &Value) -> Result<Reads> {
    let not_ours = |_| StoreError::Value { column: "reads" };
    let Some(stored) = record(field, before, after) else { return serde_json::from_str(text).map_err(not_ours) };
    let mut named = stored.clone();
    named.extend(serde_json::from_str::<Map<String, Value>>(text).map_err(not_ours)?);
    let (before, after) = match before {
        Value::Null => (Value::Null, Value::Object(named)),
        _ => (Value::Object(named), Value::Null),
    };
    Ok(Reads { field: String::new(), before, after })
}

/// The fields of a record that is made or removed.
fn record<'v>(field: &str, before: &'v Value, after: &'v Value) -> Option<&'v Map<String, Value>> {
    match (before, after) {
        (Value::Null, Value::Object(fields)) | (Value::Object(fields), Value::Null) if field.is_empty() => Some(fields),
        _ => None,
    }
}

fn otherwise(stored: &Map<String, Value>, named: &Map<String, Value>) -> Map<String, Value> {
    named
        .iter()
        .filter(|(field, value)| stored.get(*field) != Some(value))
        .map(|(f, v)| (f.clone(), v.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Kind, Subject};
    use serde_json::json;

    fn change(field: &str, before: Value, after: Value, reads: Reads) -> Change {
        let (field, name) = (field.to_owned(), "Zoé".to_owned());
        let subject = Subject::new(Kind::User, 7);
        Change { subject, name, field, before, after, cause: None, effect: false, reads: Some(reads) }
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let stored = json!({"display_name": "Zoé", "site": 3, "groups": {"4": true}});
        let named = json!({"display_name": "Zoé", "site": "mtl", "groups": {"Accueil": true}});
        let whole = |before: &Value, after: &Value| Reads {
            field: String::new(),
            before: before.clone(),
            after: after.clone(),
        };
        let site = Reads { field: "site".into(), before: Value::Null, after: json!("mtl") };
        let rows = [
            (
                change("", Value::Null, stored.clone(), whole(&Value::Null, &named)),
                r#"{"site":"mtl","groups":{"Accueil":true}}"#,
            ),
            (
                change("", stored, Value::Null, whole(&named, &Value::Null)),
                r#"{"site":"mtl","groups":{"Accueil":true}}"#,
            ),
            (change("site", Value::Null, json!(3), site), r#"{"field":"site","before":null,"after":"mtl"}"#),
        ];
        for (change, expected) in rows {
            let text = written(&change).unwrap().unwrap();
            assert_eq!(text, expected);
            let back = read(&text, &change.field, &change.before, &change.after).unwrap();
            assert_eq!(Some(back), change.reads);
        }
        assert!(read("[]", "", &Value::Null, &json!({})).is_err());
    }
}
