//! Lists of people as CSV: users of telephone systems, and people of directories.

mod columns;
mod device;
mod plan;
mod row;

use super::cells::Cells;
use super::family::Nature;
use super::format::Format;
use super::mapping::Mapping;
use super::message::{Caution, ReadError, Refusal};
use super::number;
use super::place::{Place, Refused};
use super::reading::{Reading, refuse};
use super::record::{PersonRecord, PhoneKind, UserRecord};
use super::table::Table;
use super::value::Cleaner;
use plan::Plan;
use row::{Found, Person};

/// Reads every row of the table into the reading.
pub(super) fn read(
    (format, mapping): (Format, Option<&Mapping>),
    table: &mut Table<'_>,
    file: usize,
    cleaner: &mut Cleaner,
    reading: &mut Reading,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let plan = match mapping {
        None => Plan::find(format, &mut table.header),
        Some(mapping) => Plan::mapped(mapping, &mut table.header).map_err(|missing| ReadError::MappingUnfit {
            file: reading.files[file].name.clone(),
            missing: missing.join(", "),
        })?,
    };
    if format == Format::GuichetUsers {
        table.header.protected = true;
    }
    let telephones = reading.family.nature() == Nature::Telephones;
    let mut templates = 0;
    while let Some((line, row)) = table.next_row(stop)? {
        let mut cells = Cells { row, file, line, cleaner, warnings: Vec::new() };
        if format == Format::BroadWorks && row::is_template(&cells) {
            templates += 1;
            continue;
        }
        let found = person(&mut cells, &plan);
        reading.warnings.append(&mut cells.warnings);
        match found {
            Ok(Found::Person(person)) if telephones => reading.user(user(&cells, *person))?,
            Ok(Found::Person(person)) => reading.person(Ok(listed(*person)))?,
            Ok(Found::Guest) => reading.skipped += 1,
            Err(refused) => refuse(&mut reading.refused, refused)?,
        }
    }
    if templates > 0 {
        reading.skipped += templates;
        reading.warn(Place::file(file), Caution::TemplateOnly { count: templates });
    }
    Ok(())
}

fn person(cells: &mut Cells<'_, '_>, plan: &Plan) -> Result<Found, Refused> {
    row::check_shape(cells, plan)?;
    row::read(cells, plan)
}

/// A user of a telephone system; one without extension is one without telephone.
fn user(cells: &Cells<'_, '_>, person: Person) -> Result<UserRecord, Refused> {
    let name = person.name.clone().or_else(|| person.fallback.clone());
    let Some(display_name) = name else { return Err(cells.refuse(None, Refusal::NameMissing)) };
    let key = match (&person.key, &person.extension, &person.context) {
        (Some(key), _, _) => key.clone(),
        (None, Some(extension), Some(context)) => format!("{extension}@{context}"),
        (None, Some(extension), None) => extension.clone(),
        (None, None, _) if person.may_lack_extension => format!("name:{}", display_name.to_lowercase()),
        (None, None, _) => return Err(cells.refuse(None, Refusal::ExtensionMissing)),
    };
    let devices = device::list(&person);
    Ok(UserRecord {
        key,
        file: cells.file,
        line: cells.line,
        display_name,
        first_name: person.first,
        last_name: person.last,
        email: person.email,
        extension: person.extension,
        position: person.position,
        mobile: person.mobile,
        department: person.department,
        disabled: person.disabled,
        language: person.language,
        devices,
        groups_proposed: person.groups,
        shown: person.shown,
        columns: person.columns,
        ..UserRecord::default()
    })
}

/// A person of a directory.
fn listed(person: Person) -> PersonRecord {
    let name = person.name.or(person.fallback).or_else(|| person.email.clone());
    let mut shown = person.shown;
    let own = person.own;
    if person.disabled {
        shown.push(("disabled".to_owned(), "1".to_owned()));
    }
    shown.extend(person.groups.into_iter().map(|group| ("groups".to_owned(), group)));
    let desk = person.phones.iter().filter(|(kind, _)| *kind == PhoneKind::Work);
    PersonRecord {
        numbers: desk.map(|(_, number)| number::comparable(number)).collect(),
        key: person.key.or_else(|| person.account.clone()).unwrap_or_default(),
        file: person.file,
        line: person.line,
        display_name: name.unwrap_or_default(),
        first_name: person.first,
        last_name: person.last,
        email: person.email,
        mobile: person.mobile,
        department: person.department,
        position: person.position,
        organisation: person.organisation,
        extension: person.extension,
        phones: person.phones,
        addresses: Vec::new(),
        shown,
        columns: person.columns,
        own,
    }
}
