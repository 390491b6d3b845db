//! The forms of sites, groups, workspaces and applications.

use super::super::super::desk::Desk;
use super::super::super::widget::form::Field;
use super::super::form::FormLayer;
use super::drafted;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{
    CreateApplication, CreateGroup, CreateSite, CreateWorkspace, Ref, UpdateApplication, UpdateGroup, UpdateSite,
    UpdateWorkspace,
};
use crate::domain::id::Kind;
use crate::domain::record::{Application, Group, Site, Workspace};
use crate::service::Result;

/// The form of a new place of that kind; none for what is no place.
pub fn create(desk: &Desk, kind: Kind) -> Option<FormLayer> {
    let texts = &desk.look.texts;
    Some(match kind {
        Kind::Site => {
            let fields = site_fields(desk, &Site::default());
            FormLayer::staging(
                desk,
                texts.get("form-new-site"),
                fields,
                Box::new(|form| {
                    let read = Read(form);
                    let (code, name, address) = (read.text("code"), read.text("name"), read.some("address"));
                    vec![CreateSite { code, name, address }.into()]
                }),
            )
        }
        Kind::Group => FormLayer::staging(
            desk,
            texts.get("form-new-group"),
            name_field(desk, ""),
            Box::new(|form| vec![CreateGroup { name: Read(form).text("name") }.into()]),
        ),
        Kind::Workspace => FormLayer::staging(
            desk,
            texts.get("form-new-workspace"),
            name_field(desk, ""),
            Box::new(|form| vec![CreateWorkspace { name: Read(form).text("name") }.into()]),
        ),
        Kind::Application => {
            let fields = application_fields(desk, &Application::default());
            FormLayer::staging(
                desk,
                texts.get("form-new-application"),
                fields,
                Box::new(|form| {
                    let read = Read(form);
                    let (name, rights) = (read.text("name"), rights(&read.text("rights")));
                    vec![CreateApplication { name, rights, view_only: read.turned("view_only") }.into()]
                }),
            )
        }
        _ => return None,
    })
}

/// The form of a site.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_site(desk: &Desk, number: i64) -> Result<FormLayer> {
    let site: Site = drafted(desk, number)?;
    let fields = site_fields(desk, &site);
    let reference = Ref::pinned(site.code, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-site"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let (code, name, address) = (read.new_text("code"), read.new_text("name"), read.given("address"));
            let command = UpdateSite { site: reference.clone(), code, name, address };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    ))
}

/// The form that renames a group.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_group(desk: &Desk, number: i64) -> Result<FormLayer> {
    let group: Group = drafted(desk, number)?;
    let fields = name_field(desk, &group.name);
    let reference = Ref::pinned(group.name, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-group"),
        fields,
        Box::new(move |form| {
            let name = Read(form).new_text("name");
            name.map(|name| UpdateGroup { group: reference.clone(), name }.into()).into_iter().collect()
        }),
    ))
}

/// The form that renames a workspace.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_workspace(desk: &Desk, number: i64) -> Result<FormLayer> {
    let workspace: Workspace = drafted(desk, number)?;
    let fields = name_field(desk, &workspace.name);
    let reference = Ref::pinned(workspace.name, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-workspace"),
        fields,
        Box::new(move |form| {
            let name = Read(form).new_text("name");
            name.map(|name| UpdateWorkspace { workspace: reference.clone(), name }.into()).into_iter().collect()
        }),
    ))
}

/// The form of an application with its rights.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit_application(desk: &Desk, number: i64) -> Result<FormLayer> {
    let application: Application = drafted(desk, number)?;
    let fields = application_fields(desk, &application);
    let reference = Ref::pinned(application.name, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-application"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let command = UpdateApplication {
                application: reference.clone(),
                name: read.new_text("name"),
                rights: read.new_text("rights").map(|text| rights(&text)),
                view_only: read.turned("view_only"),
            };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    ))
}

fn name_field(desk: &Desk, name: &str) -> Vec<Field> {
    vec![Fields(desk).line("name", Some(name)).required()]
}

fn site_fields(desk: &Desk, site: &Site) -> Vec<Field> {
    let of = Fields(desk);
    vec![
        of.code(Some(&site.code)).required(),
        of.line("name", Some(&site.name)).required(),
        of.line("address", site.address.as_deref()),
    ]
}

fn application_fields(desk: &Desk, application: &Application) -> Vec<Field> {
    let of = Fields(desk);
    vec![
        of.line("name", Some(&application.name)).required(),
        Field::text("rights", desk.look.texts.get("form-rights"), &application.rights.join(", ")),
        of.switch("view_only", application.view_only),
    ]
}

/// Reads names joined by commas.
fn rights(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|right| !right.is_empty()).map(str::to_owned).collect()
}
