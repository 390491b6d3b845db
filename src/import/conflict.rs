//! Records that clash inside one reading: equal keys, shared addresses.

use super::message::{Caution, ReadError, Refusal};
use super::pile::{Pile, Piled};
use super::place::{Place, Refused, Warning};
use super::reading::{Reading, refuse};
use super::value::quoted;

/// Lines named in one warning about a shared address.
const LINES_NAMED: usize = 5;

/// Refuses the second and later records of a key, naming the line of the first.
pub(super) fn refuse_duplicates(reading: &mut Reading, stop: &dyn Fn() -> bool) -> Result<(), ReadError> {
    let names: Vec<String> = reading.files.iter().map(|file| file.name.clone()).collect();
    let refused = &mut reading.refused;
    settle(&mut reading.users, &names, refused, stop)?;
    settle(&mut reading.contacts, &names, refused, stop)?;
    settle(&mut reading.people, &names, refused, stop)?;
    settle(&mut reading.tickets, &names, refused, stop)?;
    reading.refused.sort_by_key(|refused| (refused.place.file, refused.place.line));
    Ok(())
}

fn settle<T: Piled>(
    pile: &mut Pile<T>,
    names: &[String],
    refused: &mut Vec<Refused>,
    stop: &dyn Fn() -> bool,
) -> Result<(), ReadError> {
    let mut settled = Ok(());
    pile.settle_keys(stop, |double| {
        let (first_file, first_line) = double.first;
        let first_file = names.get(first_file).cloned().unwrap_or_default();
        let reason = Refusal::DuplicateKey { key: quoted(double.record.label()), first_file, first_line };
        let (file, line) = double.record.place();
        if settled.is_ok() {
            settled = refuse(refused, Refused { place: Place::line(file, line), reason });
        }
    })?;
    settled
}

/// Warns about each e-mail address that several users have, case apart.
pub(super) fn flag_shared_emails(reading: &mut Reading) -> Result<(), ReadError> {
    for owners in reading.users.settle_emails(LINES_NAMED + 1)? {
        let first = &owners[0];
        let mut lines: Vec<String> = owners.iter().take(LINES_NAMED).map(|user| user.line.to_string()).collect();
        if owners.len() > LINES_NAMED {
            lines.push("…".to_owned());
        }
        let value = first.email.as_deref().map(quoted).unwrap_or_default();
        reading.warnings.push(Warning {
            place: Place::line(first.file, first.line),
            caution: Caution::EmailShared { value, lines: lines.join(", ") },
        });
    }
    reading.people.settle_emails(0)?;
    Ok(())
}
