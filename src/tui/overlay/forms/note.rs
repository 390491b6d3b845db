//! The form of a note: one text of several lines for any record.

use super::super::super::desk::Desk;
use super::super::form::FormLayer;
use super::super::name_of;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{Ref, SetNote};
use crate::domain::id::{Kind, Subject};
use crate::domain::policy::require;
use crate::domain::record::{Admin, Application, Contact, Group, Organisation, Role, Site, User, Workspace};
use crate::domain::value::Level;
use crate::service::Result;

/// The form of a record's note; none where there is none: a ticket's is its requester's.
///
/// # Errors
/// Not found, not allowed, signed out, or the store.
pub fn edit(desk: &Desk, subject: Subject) -> Result<Option<FormLayer>> {
    require(&desk.actor, "notes", Level::View)?;
    let number = subject.id;
    let note = match subject.kind {
        Kind::Organisation => drafted::<Organisation>(desk, number)?.note,
        Kind::Admin => drafted::<Admin>(desk, number)?.note,
        Kind::Role => drafted::<Role>(desk, number)?.note,
        Kind::User => drafted::<User>(desk, number)?.note,
        Kind::Contact => drafted::<Contact>(desk, number)?.note,
        Kind::Site => drafted::<Site>(desk, number)?.note,
        Kind::Group => drafted::<Group>(desk, number)?.note,
        Kind::Workspace => drafted::<Workspace>(desk, number)?.note,
        Kind::Application => drafted::<Application>(desk, number)?.note,
        Kind::Order | Kind::Ticket => return Ok(None),
    };
    let name = name_of(desk, subject)?;
    let title = desk.look.texts.with("form-note", &[("name", (&name).into())]);
    let fields = vec![Fields(desk).note("note", note.as_deref())];
    Ok(Some(FormLayer::staging(
        desk,
        title,
        fields,
        Box::new(move |form| {
            let note = Read(form).given("note");
            note.map(|note| set(subject, Ref::pinned(name.clone(), number), note).into()).into_iter().collect()
        }),
    )))
}

fn set(subject: Subject, name: Ref, note: Option<String>) -> SetNote {
    let mut command = SetNote {
        organisation: None,
        admin: None,
        role: None,
        user: None,
        contact: None,
        site: None,
        group: None,
        workspace: None,
        application: None,
        note,
    };
    let field = match subject.kind {
        Kind::Organisation => &mut command.organisation,
        Kind::Admin => &mut command.admin,
        Kind::Role => &mut command.role,
        Kind::Contact => &mut command.contact,
        Kind::Site => &mut command.site,
        Kind::Group => &mut command.group,
        Kind::Workspace => &mut command.workspace,
        Kind::Application => &mut command.application,
        Kind::User | Kind::Order | Kind::Ticket => &mut command.user,
    };
    *field = Some(name);
    command
}
