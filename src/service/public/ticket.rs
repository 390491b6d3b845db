//! Tickets, and Commands as they were asked.

use serde_json::{Map, Value, json};

use super::Public;
use super::names::id;
use crate::domain::record::{Record, Ticket};
use crate::service::error::Result;
use crate::store::about;

impl Public<'_> {
    /// A ticket; its note is the requester's own.
    pub(super) fn ticket(&self, ticket: &Ticket) -> Result<Value> {
        let dates = about::dates(self.tables, ticket.subject())?;
        Ok(json!({
            "id": id(ticket),
            "number": ticket.id.0,
            "kind": ticket.kind,
            "title": ticket.title,
            "status": ticket.status,
            "user": self.name_within_reach(ticket.user)?,
            "site": self.maybe_name(ticket.site)?,
            "reason": ticket.reason,
            "note": ticket.note,
            "priority": ticket.priority,
            "requester": self.maybe_name(ticket.requester)?,
            "assignee": self.maybe_name(ticket.assignee)?,
            "opened_at": ticket.opened_at,
            "changed_at": dates.map(|dates| dates.modified),
            "commands": ticket.commands.iter().cloned().map(as_asked).collect::<Vec<_>>(),
            "comments": ticket.comments,
            "origin": ticket.origin,
        }))
    }
}

/// A Command with its REFs as they were written, without the numbers kept beside them.
pub(super) fn as_asked(value: Value) -> Value {
    match value {
        Value::Object(map) => match (map.len(), map.get("name"), map.get("number")) {
            (2, Some(name @ Value::String(_)), Some(Value::Number(_))) => name.clone(),
            _ => map.into_iter().map(|(key, value)| (key, as_asked(value))).collect::<Map<_, _>>().into(),
        },
        Value::Array(items) => items.into_iter().map(as_asked).collect(),
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_references_are_written_as_they_were_asked() {
        let kept = json!({"do": "set_communication_order", "list": "technical",
            "contacts": [{"name": "Zoé", "number": 3}, "Luc"], "phone": {"kind": "work", "number": "5"}});
        let asked = json!({"do": "set_communication_order", "list": "technical", "contacts": ["Zoé", "Luc"],
            "phone": {"kind": "work", "number": "5"}});
        assert_eq!(as_asked(kept), asked);
    }
}
