//! The form of each kind of record: its fields, and the Commands that they make.

mod admin;
mod contact;
mod fields;
mod newcomer;
mod note;
mod organisation;
mod place;
mod read;
mod role;
mod ticket;
mod user;

use super::super::desk::Desk;
use super::super::place::Tab;
use super::super::widget::form::Field;
use super::form::{Build, FormLayer};
use crate::domain::facts::{Facts, Get};
use crate::domain::id::{Kind, Subject};
use crate::domain::record::Record;
use crate::domain::value::{Status, TicketKind};
use crate::service::{Draft, Request, Result};
use fields::Fields;

/// Opens the form of a new record: of the tab, or of that kind in the tab Site. None where nothing can be
/// made there by hand.
///
/// # Errors
/// Signed out, or the store.
pub fn new_form(desk: &Desk, tab: Tab, kind: Option<Kind>) -> Result<Option<FormLayer>> {
    Ok(match tab {
        Tab::Admins => Some(admin::create(desk)?),
        Tab::Users => Some(user::create(desk)?),
        Tab::Roles => Some(role::create(desk)),
        Tab::Contacts => Some(contact::create(desk)?),
        Tab::Tickets => Some(ticket::open(desk)),
        Tab::Journal => None,
        Tab::Site => kind.and_then(|kind| place::create(desk, kind)),
    })
}

/// Opens the form of a record with what it holds, the draft on top; none for what no form edits.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    Ok(Some(match subject.kind {
        Kind::Organisation => organisation::edit(desk)?,
        Kind::Site => place::edit_site(desk, subject.id)?,
        Kind::Group => place::edit_group(desk, subject.id)?,
        Kind::Workspace => place::edit_workspace(desk, subject.id)?,
        Kind::Application => place::edit_application(desk, subject.id)?,
        Kind::Admin => admin::edit(desk, subject.id)?,
        Kind::Role => role::edit(desk, subject.id)?,
        Kind::User => user::edit(desk, subject.id)?,
        Kind::Contact => contact::edit(desk, subject.id)?,
        Kind::Order | Kind::Ticket => return Ok(None),
    }))
}

/// Opens the form of a record's note; none where there is none.
///
/// # Errors
/// Not found, not allowed, signed out, or the store.
pub fn note_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    note::edit(desk, subject)
}

/// Opens the form of one's own details.
///
/// # Errors
/// Signed out, or the store.
pub fn own_form(desk: &Desk) -> Result<Option<FormLayer>> {
    admin::own(desk).map(Some)
}

/// Opens the form of a new role with what another one gives.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn clone_role_form(desk: &Desk, number: i64) -> Result<FormLayer> {
    role::clone(desk, number)
}

/// Opens the form that disables a person with a reason, or enables them again; none for what is no person.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn disable_form(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    match subject.kind {
        Kind::User => user::disable(desk, subject.id).map(Some),
        Kind::Admin => admin::disable(desk, subject.id).map(Some),
        _ => Ok(None),
    }
}

/// Opens the form of a request of that kind, for those that have one of their own; the others begin where what they
/// are about is shown.
///
/// # Errors
/// Signed out, or the store.
pub fn ask_form(desk: &Desk, kind: TicketKind) -> Result<Option<FormLayer>> {
    match kind {
        TicketKind::NewUser => newcomer::ask(desk).map(Some),
        TicketKind::Other => Ok(Some(ticket::open(desk))),
        TicketKind::ChangeRights | TicketKind::Deactivate => Ok(None),
    }
}

/// Opens the form that sends what is staged as requests.
pub fn send_form(desk: &Desk, requests: Vec<Request>, sent: Draft) -> FormLayer {
    ticket::send(desk, requests, sent)
}

/// Opens the form that comments a ticket.
///
/// # Errors
/// None yet.
pub fn comment_form(desk: &Desk, ticket: i64) -> Result<Option<FormLayer>> {
    Ok(Some(ticket::comment(desk, ticket)))
}

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
