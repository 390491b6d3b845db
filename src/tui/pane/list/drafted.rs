//! The draft in the rows of a list.

use super::super::super::desk::Desk;
use crate::domain::facts::{Facts, Get};
use crate::domain::id::Subject;
use crate::domain::record::Record;
use crate::service::Result;
use crate::service::view::Cursor;

/// Puts what is staged into the rows that it is staged on, so that a list says what its records say.
pub fn with_draft<R, T: Record>(
    desk: &Desk,
    mut rows: Vec<(Cursor, R)>,
    number: impl Fn(&R) -> i64,
    put: impl Fn(&mut R, T),
) -> Result<Vec<(Cursor, R)>>
where
    for<'a> dyn Facts + 'a: Get<T>,
{
    let named = |row: &R| is_staged(desk, Subject::new(T::KIND, number(row)));
    let staged: Vec<i64> = rows.iter().filter(|(_, row)| named(row)).map(|(_, row)| number(row)).collect();
    if staged.is_empty() {
        return Ok(rows);
    }
    for record in desk.console.all_drafted::<T>(&staged, &desk.staged)? {
        let of = record.subject().id;
        if let Some((_, row)) = rows.iter_mut().find(|(_, row)| number(row) == of) {
            put(row, record);
        }
    }
    Ok(rows)
}

/// Whether a staged Command names the record.
pub fn is_staged(desk: &Desk, subject: Subject) -> bool {
    let name = subject.to_string();
    desk.draft.staged.iter().any(|staged| staged.versions.iter().any(|(named, _)| *named == name))
}
