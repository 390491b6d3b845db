//! What a plan does, as it is kept with a ticket and compared with another plan.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Plan;
use crate::domain::change::Change;
use crate::domain::record::AskedChange;
use crate::domain::value::Status;

impl Plan {
    /// What it does, in the form kept with a ticket: new records have no number yet.
    pub fn difference(&self) -> Vec<AskedChange> {
        let made: BTreeSet<_> = self.changes.iter().filter(|c| c.makes()).map(|c| c.subject).collect();
        let record = |c: &Change| {
            if made.contains(&c.subject) { format!("{}:0", c.subject.kind) } else { c.subject.to_string() }
        };
        let asked = self.changes.iter().filter(|c| !c.effect).map(|c| AskedChange {
            record: record(c),
            name: c.name.clone(),
            field: c.field_read().to_owned(),
            before: c.before_read().clone(),
            after: c.after_read().clone(),
        });
        asked.chain(disabled(self)).collect()
    }

    /// Whether two plans do the same to the same records, whatever numbers new ones get and whenever they were decided.
    pub fn does_the_same(&self, other: &Self) -> bool {
        let passwords =
            |plan: &Self| plan.passwords.iter().map(|p| (p.command, p.username.clone())).collect::<Vec<_>>();
        self.basis() == other.basis()
            && self.difference_at_any_time() == other.difference_at_any_time()
            && passwords(self) == passwords(other)
            && self.deeds == other.deeds
    }

    /// What it does, without the moment of the decision where that is written down: a comment said a second later is the
    /// same comment.
    fn difference_at_any_time(&self) -> Vec<AskedChange> {
        let now = Value::String(self.at.to_string());
        let mut difference = self.difference();
        for change in &mut difference {
            forget(&mut change.after, &change.before, &now);
        }
        difference
    }
}

/// Whether two differences are the same: what a record is called does not count.
pub fn same_difference(one: &[AskedChange], other: &[AskedChange]) -> bool {
    let what = |c: &AskedChange| (c.record.clone(), c.field.clone(), c.before.clone(), c.after.clone());
    one.iter().map(what).eq(other.iter().map(what))
}

/// A disabled subject is part of what was shown, so that one disabled meanwhile is a difference.
fn disabled(plan: &Plan) -> impl Iterator<Item = AskedChange> {
    let users = plan.touched.users.values().filter_map(|slot| slot.before.as_ref().zip(slot.after.as_ref()));
    let stay = users.filter(|(before, after)| [before.status, after.status] == [Status::Disabled; 2]);
    stay.map(|(_, user)| AskedChange {
        record: user.id.subject().to_string(),
        name: user.display_name.clone(),
        field: "status".into(),
        before: Status::Disabled.as_str().into(),
        after: Status::Disabled.as_str().into(),
    })
}

/// Leaves a moment out of a value, where it was not there before.
fn forget(after: &mut Value, before: &Value, moment: &Value) {
    if after == before {
        return;
    }
    match after {
        Value::Array(items) => {
            for (at, item) in items.iter_mut().enumerate() {
                forget(item, before.get(at).unwrap_or(&Value::Null), moment);
            }
        }
        Value::Object(members) => {
            for (key, member) in members.iter_mut() {
                forget(member, before.get(key).unwrap_or(&Value::Null), moment);
            }
        }
        other if other == moment => *other = Value::Null,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::compare;
    use crate::domain::id::TicketId;
    use crate::domain::overlay::{Slot, Touched};
    use crate::domain::record::{Comment, Ticket};
    use crate::domain::time::Time;

    fn said(at: i64, text: &str) -> Comment {
        Comment { at: Time(at), by: "marie".into(), text: text.into() }
    }

    /// A plan that says something of a ticket of which something was said before.
    fn comments(at: i64, text: &str) -> Plan {
        let before = Ticket { id: TicketId(7), version: 3, comments: vec![said(5, "Why?")], ..Ticket::default() };
        let after = Ticket { comments: vec![said(5, "Why?"), said(at, text)], ..before.clone() };
        let changes = compare(Some(&before), Some(&after));
        let mut touched = Touched::default();
        touched.tickets.insert(7, Slot { before: Some(before), after: Some(after) });
        Plan { at: Time(at), changes, touched, ..Plan::default() }
    }

    #[test]
    fn what_is_said_later_is_the_same_and_what_is_said_otherwise_is_not() {
        let seen = comments(10, "Not now.");
        assert!(seen.does_the_same(&comments(2_000, "Not now.")));
        assert!(comments(5, "Not now.").does_the_same(&seen), "also in the moment of the comment before it");
        assert!(!seen.does_the_same(&comments(10, "Never.")));
        let mut other = comments(10, "Not now.");
        other.touched.tickets.get_mut(&7).unwrap().before.as_mut().unwrap().version = 4;
        assert!(!seen.does_the_same(&other), "somebody changed it meanwhile");
    }
}
