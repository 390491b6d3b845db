//! The form of each kind of record: its fields, and the Commands that they make.

pub mod admin;
pub mod contact;
mod fields;
pub mod newcomer;
pub mod note;
pub mod organisation;
pub mod place;
mod read;
pub mod role;
pub mod ticket;
pub mod user;

use super::super::desk::Desk;
use super::super::widget::form::Field;
use super::form::{Build, FormLayer};
use crate::domain::facts::{Facts, Get};
use crate::domain::record::Record;
use crate::domain::value::Status;
use crate::service::Result;
use fields::Fields;

/// A record with the draft on top, as a form starts with it.
///
/// # Errors
/// Not found within reach, signed out, or the store.
fn drafted<T: Record>(desk: &Desk, number: i64) -> Result<T>
where
    for<'a> dyn Facts + 'a: Get<T>,
{
    desk.console.drafted(number, &desk.staged)
}

/// The form that disables somebody with a reason; enabling asks for none.
fn switching(desk: &Desk, name: &str, status: Status, more: Option<Field>, build: Build) -> FormLayer {
    let texts = &desk.look.texts;
    let name = ("name", name.into());
    let on = status == Status::Disabled;
    let title = if on { texts.with("form-enable", &[name]) } else { texts.with("form-disable", &[name]) };
    let mut fields = vec![Fields(desk).note("reason", None)];
    fields.extend(more);
    FormLayer::staging(desk, title, fields, build)
}

#[cfg(test)]
mod tests;
