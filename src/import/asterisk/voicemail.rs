//! Mailboxes: the name and e-mail address they give to users, and those that stand alone.

use std::collections::HashMap;

use super::super::message::Caution;
use super::super::place::Refused;
use super::super::record::{Field, FieldSet, UserRecord};
use super::super::{limits, value};
use super::person::{Draft, People};
use super::set::{Mailbox, Set};

/// What a mailbox gives.
struct Found {
    file: usize,
    line: u64,
    context: String,
    number: String,
    name: Option<String>,
    email: Option<String>,
    linked: bool,
}

/// Gives every user the name and address of their mailbox; in a set without telephones, mailboxes are the users.
pub(super) fn link(people: &mut People<'_>, set: &Set<'_>) {
    if set.mailboxes.is_empty() {
        return;
    }
    let alone = set.telephones.is_empty();
    let mut found: Vec<Found> = Vec::new();
    for mailbox in &set.mailboxes {
        match read(people, mailbox) {
            Ok(mailbox) => found.push(mailbox),
            Err(refused) => people.refused.push(refused),
        }
    }
    if alone {
        users(people, found);
        return;
    }
    let mut index: HashMap<(String, String), usize> = HashMap::new();
    for (at, mailbox) in found.iter().enumerate() {
        index.entry((mailbox.number.clone(), mailbox.context.clone())).or_insert(at);
    }
    let mut missing = Vec::new();
    for draft in &mut people.drafts {
        draft.user.columns = draft.user.columns.with(Field::Email);
        for wanted in &draft.mailboxes {
            match index.get(wanted) {
                Some(&at) => give(&mut found[at], &mut draft.user),
                None => {
                    let (mailbox, context) = wanted.clone();
                    let caution = Caution::MailboxNotFound { mailbox, context, user: draft.user.key.clone() };
                    missing.push((draft.user.file, draft.user.line, caution));
                }
            }
        }
    }
    missing.into_iter().for_each(|(file, line, caution)| people.warn(file, line, caution));
    adopt(people, &mut found);
}

fn read(people: &mut People<'_>, mailbox: &Mailbox<'_>) -> Result<Found, Refused> {
    let (file, line) = (mailbox.file, mailbox.line.line);
    Ok(Found {
        file,
        line,
        context: mailbox.context.to_owned(),
        number: mailbox.line.number.clone(),
        name: people.clean(Some(&mailbox.line.name), file, line, "fullname")?,
        email: people.email(Some(&mailbox.line.email), file, line)?,
        linked: false,
    })
}

fn give(mailbox: &mut Found, user: &mut UserRecord) {
    mailbox.linked = true;
    if user.display_name.is_empty() {
        user.display_name = mailbox.name.clone().unwrap_or_default();
    }
    if user.email.is_none() {
        user.email.clone_from(&mailbox.email);
    }
}

/// Gives a mailbox that nobody names to the user of that number who names none; others without a user are reported.
fn adopt(people: &mut People<'_>, found: &mut [Found]) {
    let owners: HashMap<String, usize> = people
        .drafts
        .iter()
        .enumerate()
        .filter_map(|(index, draft)| Some((draft.user.extension.clone()?, index)))
        .collect();
    for mailbox in found.iter_mut().filter(|mailbox| !mailbox.linked) {
        match owners.get(&mailbox.number).map(|&index| &mut people.drafts[index]) {
            Some(draft) if draft.mailboxes.is_empty() => give(mailbox, &mut draft.user),
            Some(_) => {}
            None => {
                let caution =
                    Caution::MailboxUnlinked { mailbox: mailbox.number.clone(), context: mailbox.context.clone() };
                people.warn(mailbox.file, mailbox.line, caution);
            }
        }
    }
}

/// Makes users of mailboxes, kept apart by context; a number that two contexts have is nobody's extension.
fn users(people: &mut People<'_>, found: Vec<Found>) {
    let mut count: HashMap<String, usize> = HashMap::new();
    for mailbox in &found {
        *count.entry(mailbox.number.clone()).or_default() += 1;
    }
    for mailbox in found {
        let shared = count.get(&mailbox.number).is_some_and(|count| *count > 1);
        if shared {
            people.warn(mailbox.file, mailbox.line, Caution::ExtensionShared { value: value::quoted(&mailbox.number) });
        }
        let usable = !shared && mailbox.number.len() <= limits::EXTENSION;
        let user = UserRecord {
            key: format!("{}@{}", mailbox.number, mailbox.context),
            file: mailbox.file,
            line: mailbox.line,
            display_name: mailbox.name.unwrap_or_default(),
            email: mailbox.email,
            extension: usable.then_some(mailbox.number),
            columns: FieldSet::default().with(Field::DisplayName).with(Field::Extension).with(Field::Email),
            ..UserRecord::default()
        };
        people.drafts.push(Draft::without_telephone(user));
    }
}
