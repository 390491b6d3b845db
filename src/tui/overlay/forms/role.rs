//! The form of a role: name, licence, description; its values are set in the record or the matrix.

use super::super::super::desk::Desk;
use super::super::super::widget::form::{Field, Form};
use super::super::form::FormLayer;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::catalogue::Key;
use crate::domain::command::{Command, CreateRole, Ref, SetRoleResource, UpdateRole};
use crate::domain::record::Role;
use crate::domain::value::{Level, Licence};
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

/// The form of a new role that gives what another one does; nothing is stored until it is saved.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn clone(desk: &Desk, number: i64) -> Result<FormLayer> {
    let role: Role = drafted(desk, number)?;
    let texts = &desk.look.texts;
    let args = [("name", (&role.name).into())];
    let title = texts.with("form-clone-role", &args);
    let copy = Role { name: texts.with("form-clone-name", &args).to_string(), ..role.clone() };
    let build = move |form: &Form| {
        let read = Read(form);
        let licence = Licence::parse(&read.text("licence")).unwrap_or_default();
        let name = read.text("name");
        let set = |(key, level): (&Key, &Level)| {
            let (role, resource) = (Ref::new(name.as_str()), key.as_str().to_owned());
            // What the licence gives anyway needs no Command.
            let beyond = *level > licence.minimum(&resource);
            beyond.then(|| SetRoleResource { role, resource, value: *level }.into())
        };
        let added: Vec<Command> = role.added.iter().filter_map(set).collect();
        let make = CreateRole { name: name.clone(), licence, description: read.some("description") };
        std::iter::once(make.into()).chain(added).collect()
    };
    Ok(FormLayer::staging(desk, title, fields(desk, &copy), Box::new(build)))
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
