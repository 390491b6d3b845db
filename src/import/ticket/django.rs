//! Dumps of django-helpdesk: tickets, their queues, and the people they name. Passwords are never looked at.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::super::json::{self, Lines};
use super::super::message::{Caution, ReadError, Refusal};
use super::super::place::{Place, Refused};
use super::super::reading::Reading;
use super::super::record::{TicketRecord, TicketState, Urgency};
use super::super::value::{Cleaner, quoted};
use super::date::{self, Order};

#[derive(Deserialize)]
struct Item<'t> {
    model: String,
    pk: serde_json::Value,
    #[serde(borrow)]
    fields: &'t RawValue,
}

#[derive(Deserialize)]
struct Queue {
    title: String,
}

#[derive(Deserialize)]
struct Person {
    username: String,
    email: Option<String>,
}

#[derive(Deserialize)]
struct Fields {
    title: String,
    queue: Option<i64>,
    created: Option<String>,
    modified: Option<String>,
    due_date: Option<String>,
    submitter_email: Option<String>,
    assigned_to: Option<i64>,
    status: Option<i64>,
    priority: Option<i64>,
    description: Option<String>,
}

/// Reads every ticket of a dump into the reading.
pub(in super::super) fn read(
    file: usize,
    text: &str,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let name = reading.files[file].name.clone();
    json::check(&name, text)?;
    let items: Vec<Item<'_>> = json::outside(&name, text)?;
    let (mut queues, mut people) = (HashMap::new(), HashMap::new());
    let path = |index: usize| format!("/{index}/fields");
    for (index, item) in items.iter().enumerate() {
        if item.model.ends_with(".queue") {
            let queue: Queue = json::parse(&name, &path(index), item.fields)?;
            queues.insert(number(&item.pk), queue.title);
        } else if item.model == "auth.user" {
            let person: Person = json::parse(&name, &path(index), item.fields)?;
            people.insert(number(&item.pk), person.email.filter(|e| !e.is_empty()).unwrap_or(person.username));
        }
    }
    let mut cleaner = Cleaner::new();
    let mut lines = Lines::new(text);
    for (index, item) in items.iter().enumerate() {
        if index.is_multiple_of(1024) && stop() {
            return Err(ReadError::Stopped);
        }
        if !item.model.ends_with(".ticket") {
            continue;
        }
        let fields: Fields = json::parse(&name, &path(index), item.fields)?;
        let place = Place::line(file, lines.of(item.fields));
        let mut reader = Reader { place, cleaner: &mut cleaner, reading };
        let queue = fields.queue.and_then(|queue| queues.get(&queue.to_string())).cloned();
        let assignee = fields.assigned_to.and_then(|person| people.get(&person.to_string())).cloned();
        let ticket = reader.ticket(&number(&item.pk), fields, queue, assignee);
        reading.ticket(ticket)?;
        reading.files[file].records += 1;
    }
    reading.files[file].secret_columns = vec!["password".to_owned()];
    Ok(())
}

fn number(pk: &serde_json::Value) -> String {
    pk.as_str().map_or_else(|| pk.to_string(), str::to_owned)
}

struct Reader<'r> {
    place: Place,
    cleaner: &'r mut Cleaner,
    reading: &'r mut Reading,
}

impl Reader<'_> {
    fn line(&mut self, value: Option<String>, column: &str) -> Result<Option<String>, Refused> {
        let cleaned = self.cleaner.line(value.as_deref().unwrap_or_default());
        let cleaned = cleaned.map(|value| value.map(std::borrow::Cow::into_owned));
        cleaned.map_err(|reason| Refused { place: self.place.clone().column(column), reason })
    }

    fn date(&mut self, value: Option<String>, column: &str) -> Option<i64> {
        let text = value?;
        let parsed = date::parse(&text, Order::DayFirst);
        if parsed.is_none() {
            let caution = Caution::DateUnreadable { value: quoted(&text) };
            self.reading.warn(self.place.clone().column(column), caution);
        }
        parsed
    }

    fn ticket(
        &mut self,
        pk: &str,
        fields: Fields,
        queue: Option<String>,
        assignee: Option<String>,
    ) -> Result<TicketRecord, Refused> {
        let untitled = Refused { place: self.place.clone().column("title"), reason: Refusal::TicketUntitled };
        let description = fields.description.map(|text| text.replace("\r\n", "\n"));
        let description = self.cleaner.text(description.as_deref().unwrap_or_default());
        let description = description
            .map(|text| text.map(std::borrow::Cow::into_owned))
            .map_err(|reason| Refused { place: self.place.clone().column("description"), reason })?;
        let (status, state) = match fields.status {
            Some(1) => ("Open", Some(TicketState::Open)),
            Some(2) => ("Reopened", Some(TicketState::Open)),
            Some(3) => ("Resolved", Some(TicketState::Done)),
            Some(4) => ("Closed", Some(TicketState::Done)),
            Some(5) => ("Duplicate", Some(TicketState::Done)),
            _ => ("", None),
        };
        let (priority, urgency) = match fields.priority {
            Some(1) => ("Critical", Some(Urgency::Urgent)),
            Some(2) => ("High", Some(Urgency::High)),
            Some(3) => ("Normal", Some(Urgency::Normal)),
            Some(4) => ("Low", Some(Urgency::Low)),
            Some(5) => ("Very low", Some(Urgency::Low)),
            _ => ("", None),
        };
        let word = |known: &str, number: Option<i64>| match (known, number) {
            ("", number) => number.map(|number| number.to_string()),
            (known, _) => Some(known.to_owned()),
        };
        let key = self.line(Some(pk.to_owned()), "pk")?.unwrap_or_default();
        Ok(TicketRecord {
            number: Some(key.clone()),
            key,
            file: self.place.file,
            line: self.place.line.unwrap_or(0),
            title: self.line(Some(fields.title), "title")?.ok_or(untitled)?,
            status: word(status, fields.status),
            state,
            priority: word(priority, fields.priority),
            urgency,
            requester: self.line(fields.submitter_email, "submitter_email")?,
            assignee: self.line(assignee, "assigned_to")?,
            category: None,
            queue: self.line(queue, "queue")?,
            description,
            created: self.date(fields.created, "created"),
            updated: self.date(fields.modified, "modified"),
            due: self.date(fields.due_date, "due_date"),
            closed: None,
        })
    }
}
