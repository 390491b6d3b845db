//! Directory files of FreeSWITCH, read as one set: groups point at users of other files.

mod found;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use super::device::mac;
use super::email;
use super::message::{Caution, ReadError, Refusal};
use super::number;
use super::place::{Place, Refused};
use super::reading::Reading;
use super::record::{DeviceRecord, Field, FieldSet, UserRecord};
use super::value::{Cleaner, looks_like_formula, quoted};
use found::{Found, FoundUser};

/// Reads the files of the set, in the order of the reading, into it.
pub(super) fn read(texts: &[&str], reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let mut found = Found::default();
    for (file, text) in texts.iter().enumerate() {
        let name = reading.files[file].name.clone();
        let before = found.users.len();
        walk::walk(file, &name, text, &mut found, stop)?;
        let report = &mut reading.files[file];
        report.records = (found.users.len() - before) as u64;
        report.secret_columns = std::mem::take(&mut found.secrets).into_iter().collect();
    }
    let given: Vec<String> = reading.files.iter().map(|file| file.name.clone()).collect();
    for (file, line, path) in found.includes.drain(..) {
        if !is_given(&path, &given) {
            reading.warn(Place::line(file, line), Caution::IncludeNotRead { path: quoted(&path) });
        }
    }
    for (file, line) in found.commands.drain(..) {
        reading.warn(Place::line(file, line), Caution::ExecNotRun);
    }
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut unknown = 0;
    let mut first = None;
    let ids: BTreeSet<&str> = found.users.iter().map(|user| user.id.as_str()).collect();
    for pointer in found.pointers {
        if ids.contains(pointer.user.as_str()) {
            groups.entry(pointer.user).or_default().insert(pointer.group);
        } else {
            unknown += 1;
            first = first.or(Some(pointer.file));
        }
    }
    if let Some(file) = first {
        reading.warn(Place::file(file), Caution::PointersUnknown { count: unknown });
    }
    if found.users.is_empty() {
        reading.warn(Place::file(0), Caution::NoLiveUser);
    }
    let mut cleaner = Cleaner::new();
    for user in found.users {
        let pointed = groups.get(&user.id).into_iter().flatten().cloned();
        let user = record(user, pointed.collect(), &mut cleaner, reading);
        reading.user(user)?;
    }
    if cleaner.dropped > 0 {
        let caution = Caution::InvisibleDropped { count: cleaner.dropped };
        reading.warn(Place::file(0), caution);
    }
    Ok(())
}

/// Whether an included path, which may have a pattern as its last part, is among the files given.
fn is_given(path: &str, given: &[String]) -> bool {
    let last = path.rsplit('/').next().unwrap_or(path);
    let base = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    match last.split_once('*') {
        Some((start, end)) => given.len() > 1 && given.iter().any(|g| base(g).starts_with(start) && g.ends_with(end)),
        None => given.iter().any(|name| base(name) == last),
    }
}

fn record(
    user: FoundUser,
    pointed: Vec<String>,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
) -> Result<UserRecord, Refused> {
    let place = Place::line(user.file, user.line);
    let mut clean = |value: Option<&str>, column: &str| -> Result<Option<String>, Refused> {
        let cleaned = cleaner.line(value.filter(|value| !value.contains("${")).unwrap_or_default());
        let refuse = |reason| Refused { place: place.clone().column(column), reason };
        cleaned.map(|value| value.map(std::borrow::Cow::into_owned)).map_err(refuse)
    };
    let refuse = |reason| Refused { place: place.clone().column("id"), reason };
    let id = clean(Some(&user.id), "id")?.ok_or_else(|| refuse(Refusal::KeyMissing))?;
    let domain = clean(user.domain.as_deref(), "domain")?;
    let number = clean(user.number.as_deref().or(user.alias.as_deref()), "effective_caller_id_number")?;
    let display_name = clean(user.name.as_deref(), "effective_caller_id_name")?;
    let mut shown = Vec::new();
    let extension = if number::is_digits(&id) {
        Some(number::extension(&id).map_err(refuse)?)
    } else {
        shown.extend(number.filter(|number| number::is_digits(number)).map(|n| ("extension".to_owned(), n)));
        None
    };
    shown.extend(clean(user.context.as_deref(), "user_context")?.map(|context| ("user_context".to_owned(), context)));
    let email = clean(user.email.as_deref(), "vm-mailto")?.and_then(|cell| {
        let (kept, cautions) = email::read_one(&cell);
        cautions.into_iter().for_each(|caution| reading.warn(place.clone().column("vm-mailto"), caution));
        kept
    });
    let mut groups_proposed = Vec::new();
    for group in pointed.iter().chain(&user.groups) {
        if let Some(group) = clean(Some(group), "group")?
            && !groups_proposed.contains(&group)
        {
            groups_proposed.push(group);
        }
    }
    let display_name = display_name.unwrap_or_else(|| id.clone());
    if looks_like_formula(&display_name) {
        reading.warn(place, Caution::NameFormula { value: quoted(&display_name) });
    }
    let device = DeviceRecord {
        id: format!("SIP/{id}"),
        tech: "sip".to_owned(),
        mac: user.mac.as_deref().and_then(mac),
        webrtc: user.verto,
    };
    Ok(UserRecord {
        key: domain.map_or_else(|| id.clone(), |domain| format!("{id}@{domain}")),
        file: user.file,
        line: user.line,
        display_name,
        email,
        extension,
        devices: vec![device],
        groups_proposed,
        shown,
        columns: FieldSet::default()
            .with(Field::DisplayName)
            .with(Field::Extension)
            .with(Field::Devices)
            .with(Field::Groups)
            .with(Field::Email),
        ..UserRecord::default()
    })
}
