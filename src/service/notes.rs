//! Notes are for those who may read them: whoever may not sees no trace of one, in no change and in no Command.

use serde_json::Value;

use crate::domain::change::Change;
use crate::domain::engine::Actor;
use crate::domain::id::Kind;
use crate::domain::value::Level;

/// Whether the actor may read notes.
pub fn reads_notes(actor: &Actor) -> bool {
    actor.level("notes") >= Level::View
}

/// Leaves out the notes that the actor may not read; a ticket's note is its requester's, and read with the ticket.
pub fn readable(actor: &Actor, mut changes: Vec<Change>) -> Vec<Change> {
    if !reads_notes(actor) {
        changes.retain(|change| change.subject.kind == Kind::Ticket || change.field != "note");
        for change in changes.iter_mut().filter(|change| change.subject.kind != Kind::Ticket) {
            let reads = change.reads.iter_mut().flat_map(|reads| [&mut reads.before, &mut reads.after]);
            [&mut change.before, &mut change.after].into_iter().chain(reads).for_each(without);
        }
    }
    changes
}

/// Leaves the notes out of the JSON of Commands; those of requests stay.
pub fn without_notes(commands: &mut Value) {
    for command in commands.as_array_mut().into_iter().flatten() {
        if command["do"] != "open_ticket" {
            without(command);
        }
    }
}

/// Leaves the notes out of Commands written as JSON; what is no JSON is left out whole.
pub fn text_without_notes(commands: String) -> String {
    let Ok(mut read) = serde_json::from_str::<Value>(&commands) else { return String::new() };
    without_notes(&mut read);
    read.to_string()
}

fn without(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.remove("note");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue::{Catalogue, Key};
    use crate::domain::change::compare;
    use crate::domain::record::{Site, Ticket};
    use serde_json::json;

    #[test]
    fn a_45_no_note_is_seen_without_the_right_to_read_notes() {
        let mut actor = Actor::program(Catalogue::builtin());
        let site = Site { name: "M".into(), note: Some("secret".into()), ..Site::default() };
        let ticket = Ticket { note: Some("please".into()), ..Ticket::default() };
        let changes = || {
            let mut changes = compare(Some(&Site::default()), Some(&site));
            changes.extend(compare(Some(&site), None));
            changes.extend(compare(Some(&Ticket::default()), Some(&ticket)));
            changes
        };
        assert_eq!(readable(&actor, changes()), changes());
        actor.holds.resources.insert(Key::new("notes"), Level::None);
        let left = readable(&actor, changes());
        assert!(!format!("{left:?}").contains("secret"), "{left:?}");
        assert_eq!(left.len(), changes().len() - 1);
        assert!(format!("{left:?}").contains("please"), "{left:?}");
        let mut commands =
            json!([{"do": "set_note", "user": "2101", "note": "secret"}, {"do": "open_ticket", "note": "x"}]);
        without_notes(&mut commands);
        assert_eq!(commands, json!([{"do": "set_note", "user": "2101"}, {"do": "open_ticket", "note": "x"}]));
        let text = r#"[{"do":"set_note","user":"2101","note":"secret"}]"#;
        assert_eq!(text_without_notes(text.to_owned()), r#"[{"do":"set_note","user":"2101"}]"#);
    }
}
