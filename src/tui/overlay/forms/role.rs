//! The form of a role: name, licence, description; its values are set in the record or the matrix.

use super::super::super::desk::Desk;
use super::super::super::widget::form::Field;
use super::super::form::FormLayer;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{CreateRole, Ref, UpdateRole};
use crate::domain::record::Role;
use crate::domain::value::Licence;
use crate::service::Result;

/// The form of a new role.
pub fn create(desk: &Desk) -> FormLayer {
    let fields = fields(desk, &Role::default());
    FormLayer::staging(
        desk,
        desk.look.texts.get("form-new-role"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let licence = Licence::parse(&read.text("licence")).unwrap_or_default();
            vec![CreateRole { name: read.text("name"), licence, description: read.some("description") }.into()]
        }),
    )
}

/// The form of a role.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit(desk: &Desk, number: i64) -> Result<FormLayer> {
    let role: Role = drafted(desk, number)?;
    let fields = fields(desk, &role);
    let reference = Ref::pinned(role.name, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-role"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let command = UpdateRole {
                role: reference.clone(),
                name: read.new_text("name"),
                licence: read.word("licence"),
                description: read.given("description"),
            };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    ))
}

fn fields(desk: &Desk, role: &Role) -> Vec<Field> {
    let of = Fields(desk);
    vec![
        of.line("name", Some(&role.name)).required(),
        of.word("licence", Licence::ALL, Some(role.licence)).required(),
        of.note("description", role.description.as_deref()),
    ]
}
