//! Records that clash inside one reading: equal keys, shared addresses.

use std::collections::HashMap;

use super::message::{Caution, Refusal};
use super::reading::{Place, Reading, Refused, Warning};
use super::value::quoted;

/// Lines named in one warning about a shared address.
const LINES_NAMED: usize = 5;

/// Refuses the second and later records of a key, naming the line of the first.
pub(super) fn refuse_duplicates(reading: &mut Reading) {
    let names: Vec<String> = reading.files.iter().map(|file| file.name.clone()).collect();
    let users = reading.users.iter().map(|user| (user.key.as_str(), user.file, user.line, user.key.as_str()));
    let (keep, refused) = judge(users, &names);
    retain(&mut reading.users, &keep);
    reading.refused.extend(refused);
    let contacts = reading
        .contacts
        .iter()
        .map(|contact| (contact.key.as_str(), contact.file, contact.line, contact.name.as_str()));
    let (keep, refused) = judge(contacts, &names);
    retain(&mut reading.contacts, &keep);
    reading.refused.extend(refused);
    let people = reading.people.iter().map(|p| (p.key.as_str(), p.file, p.line, p.key.as_str()));
    let (keep, refused) = judge(people, &names);
    retain(&mut reading.people, &keep);
    reading.refused.extend(refused);
    let tickets = reading.tickets.iter().map(|t| (t.key.as_str(), t.file, t.line, t.title.as_str()));
    let (keep, refused) = judge(tickets, &names);
    retain(&mut reading.tickets, &keep);
    reading.refused.extend(refused);
    reading.refused.sort_by_key(|refused| (refused.place.file, refused.place.line));
}

fn judge<'r>(
    records: impl Iterator<Item = (&'r str, usize, u64, &'r str)>,
    names: &[String],
) -> (Vec<bool>, Vec<Refused>) {
    let mut first: HashMap<&str, (usize, u64)> = HashMap::with_capacity(records.size_hint().0);
    let (mut keep, mut refused) = (Vec::with_capacity(records.size_hint().0), Vec::new());
    for (key, file, line, label) in records {
        let (first_file, first_line) = *first.entry(key).or_insert((file, line));
        let is_first = (first_file, first_line) == (file, line);
        keep.push(is_first);
        if !is_first {
            let first_file = names.get(first_file).cloned().unwrap_or_default();
            let reason = Refusal::DuplicateKey { key: quoted(label), first_file, first_line };
            refused.push(Refused { place: Place::line(file, line), reason });
        }
    }
    (keep, refused)
}

fn retain<T>(records: &mut Vec<T>, keep: &[bool]) {
    let mut keep = keep.iter();
    records.retain(|_| keep.next().copied().unwrap_or(true));
}

/// Warns about each e-mail address that several users have, case apart.
pub(super) fn flag_shared_emails(reading: &mut Reading) {
    let mut owners: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, user) in reading.users.iter().enumerate() {
        if let Some(email) = &user.email {
            owners.entry(email.to_lowercase()).or_default().push(index);
        }
    }
    let mut shared: Vec<Vec<usize>> = owners.into_values().filter(|owners| owners.len() > 1).collect();
    shared.sort();
    for owners in shared {
        let first = &reading.users[owners[0]];
        let mut lines: Vec<String> =
            owners.iter().take(LINES_NAMED).map(|&index| reading.users[index].line.to_string()).collect();
        if owners.len() > LINES_NAMED {
            lines.push("…".to_owned());
        }
        let value = first.email.as_deref().map(quoted).unwrap_or_default();
        reading.warnings.push(Warning {
            place: Place::line(first.file, first.line),
            caution: Caution::EmailShared { value, lines: lines.join(", ") },
        });
    }
}
