//! The form of an administrator: account, contact details, address, sites and role.

use std::collections::BTreeSet;

use super::super::super::desk::Desk;
use super::super::super::widget::choice::items_of;
use super::super::super::widget::form::{Field, Form};
use super::super::form::FormLayer;
use super::fields::Fields;
use super::read::Read;
use super::{drafted, switching};
use crate::domain::catalogue::{Entry, Family};
use crate::domain::command::{
    Command, CreateAdmin, Ref, SetAdminAllSites, SetAdminEnabled, SetAdminResource, SetAdminRole, SetAdminSite,
    UpdateAdmin,
};
use crate::domain::record::{Admin, PostalAddress, Role};
use crate::domain::value::{Level, Status};
use crate::service::Result;
use crate::text_id;

/// The fields that an update carries.
const DETAILS: [&str; 9] =
    ["username", "first_name", "middle_name", "last_name", "email", "work_phone", "fax", "mobile", "landline"];

/// The fields of the postal address, which is stored whole.
const ADDRESS: [&str; 5] = ["street", "town", "region", "postcode", "country"];

/// The form of a new administrator.
///
/// # Errors
/// Signed out, or the store.
pub fn create(desk: &Desk) -> Result<FormLayer> {
    let mut fields = fields(desk, &Admin::default())?;
    fields.extend(by_hand(desk, !desk.sees("roles")));
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-new-admin"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let command = CreateAdmin {
                username: read.text("username"),
                first_name: read.text("first_name"),
                last_name: read.text("last_name"),
                email: read.text("email"),
                role: read.some("role").map(Ref::new),
                sites: read.many("sites").into_iter().map(Ref::new).collect(),
                all_sites: read.turned("all_sites"),
                middle_name: read.given("middle_name"),
                work_phone: read.given("work_phone"),
                fax: read.given("fax"),
                mobile: read.given("mobile"),
                landline: read.given("landline"),
                address: address(&read),
            };
            let by_hand = given(&read, &command.username);
            std::iter::once(command.into()).chain(by_hand).collect()
        }),
    ))
}

/// The form of an administrator. Details are one Command; role and sites have their own.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit(desk: &Desk, number: i64) -> Result<FormLayer> {
    let admin: Admin = drafted(desk, number)?;
    let fields = fields(desk, &admin)?;
    let before: BTreeSet<String> = picked_sites(desk, &admin)?;
    let reference = Ref::pinned(admin.username, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-admin"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let admin = || reference.clone();
            let mut commands: Vec<Command> = Vec::new();
            if read.any(&DETAILS) || read.any(&ADDRESS) {
                commands.push(update(&read, admin()).into());
            }
            commands.extend(read.picked("role").map(|value| SetAdminRole { admin: admin(), value }.into()));
            commands.extend(read.turned("all_sites").map(|value| SetAdminAllSites { admin: admin(), value }.into()));
            if let Some(sites) = read.new_many("sites") {
                let after: BTreeSet<String> = sites.into_iter().collect();
                commands.extend(before.symmetric_difference(&after).map(|code| {
                    let value = after.contains(code);
                    SetAdminSite { admin: admin(), site: Ref::new(code.as_str()), value }.into()
                }));
            }
            commands
        }),
    ))
}

/// The form of one's own details: all that one may change of oneself.
///
/// # Errors
/// Signed out, or the store.
pub fn own(desk: &Desk) -> Result<FormLayer> {
    let number = desk.actor.id.map_or(0, |id| id.0);
    let admin: Admin = drafted(desk, number)?;
    let mut fields = fields(desk, &admin)?;
    fields.retain(|field| field.id != "username" && (DETAILS.contains(&field.id) || ADDRESS.contains(&field.id)));
    let title = desk.look.texts.with("form-own", &[("name", (&admin.username).into())]);
    let reference = Ref::pinned(admin.username, number);
    let build = move |form: &Form| {
        let read = Read(form);
        let changed = read.any(&DETAILS) || read.any(&ADDRESS);
        changed.then(|| update(&read, reference.clone()).into()).into_iter().collect()
    };
    let intro = desk.look.texts.get("form-own-intro");
    Ok(FormLayer::staging(desk, title, fields, Box::new(build)).intro(intro))
}

fn update(read: &Read<'_>, admin: Ref) -> UpdateAdmin {
    UpdateAdmin {
        admin,
        username: read.new_text("username"),
        first_name: read.new_text("first_name"),
        last_name: read.new_text("last_name"),
        email: read.new_text("email"),
        middle_name: read.given("middle_name"),
        work_phone: read.given("work_phone"),
        fax: read.given("fax"),
        mobile: read.given("mobile"),
        landline: read.given("landline"),
        address: address(read),
    }
}

/// The form that disables an administrator, the whole branch if asked, or enables a disabled one.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn disable(desk: &Desk, number: i64) -> Result<FormLayer> {
    let admin: Admin = drafted(desk, number)?;
    let reference = Ref::pinned(admin.username.clone(), number);
    let value = admin.status == Status::Disabled;
    let branch = (!value).then(|| Fields(desk).switch("branch", false));
    Ok(switching(
        desk,
        &admin.username,
        admin.status,
        branch,
        Box::new(move |form| {
            let read = Read(form);
            let (branch, reason) = (read.turned("branch"), read.some("reason"));
            vec![SetAdminEnabled { admin: reference.clone(), value, branch, reason }.into()]
        }),
    ))
}

/// The whole address, where a line of it was changed.
fn address(read: &Read<'_>) -> Option<PostalAddress> {
    read.any(&ADDRESS).then(|| PostalAddress {
        street: read.some("street"),
        town: read.some("town"),
        region: read.some("region"),
        postcode: read.some("postcode"),
        country: read.some("country"),
    })
}

/// The codes of the sites given one by one, of those within the actor's own reach.
fn picked_sites(desk: &Desk, admin: &Admin) -> Result<BTreeSet<String>> {
    let sites = desk.console.sites()?;
    Ok(sites.into_iter().filter(|site| admin.sites.contains(&site.id)).map(|site| site.code).collect())
}

/// The fields in their five groups: account, contact details, address, sites, permissions.
fn fields(desk: &Desk, admin: &Admin) -> Result<Vec<Field>> {
    let of = Fields(desk);
    let title = |id| desk.look.texts.get(id);
    let role: Option<Role> = admin.role.map(|role| drafted(desk, role.0)).transpose()?;
    let role = of.role(role.as_ref().map(|role| role.name.as_str()))?;
    let address = &admin.address;
    let mut fields = vec![
        of.username(Some(&admin.username)).required().group(title(text_id!("group-account"))),
        of.line("first_name", Some(&admin.first_name)).required().group(title(text_id!("group-contact"))),
        of.line("middle_name", admin.middle_name.as_deref()),
        of.line("last_name", Some(&admin.last_name)).required(),
        of.email(Some(&admin.email)).required(),
        of.phone("work_phone", admin.work_phone.as_deref()),
        of.phone("fax", admin.fax.as_deref()),
        of.phone("mobile", admin.mobile.as_deref()),
        of.phone("landline", admin.landline.as_deref()),
        of.note("street", address.street.as_deref()).group(title(text_id!("group-address"))),
        of.line("town", address.town.as_deref()),
        of.line("region", address.region.as_deref()),
        of.line("postcode", address.postcode.as_deref()),
        of.line("country", address.country.as_deref()),
        of.many_sites(|id| admin.sites.iter().any(|site| site.0 == id))?.group(title(text_id!("group-sites"))),
        of.switch("all_sites", admin.all_sites),
    ];
    fields.extend(role.map(|role| role.group(title(text_id!("group-permissions")))));
    Ok(fields)
}

/// What a new administrator views and manages by hand, besides the role.
fn by_hand(desk: &Desk, titled: bool) -> [Field; 2] {
    let texts = &desk.look.texts;
    let items = || {
        let item = |entry: &Entry| (entry.key.as_str().to_owned(), texts.entry_label(entry));
        items_of(desk.catalogue.family(Family::Resource).map(item))
    };
    let views = Field::many("view", texts.get("form-views"), items(), &[]);
    let views = if titled { views.group(texts.get("group-permissions")) } else { views };
    [views, Field::many("manage", texts.get("form-manages"), items(), &[])]
}

/// The Commands that set by hand what was picked; where a resource stands in both, Manage counts.
fn given(read: &Read<'_>, username: &str) -> Vec<Command> {
    let manages = read.many("manage");
    let set = |resource: &String, value| {
        let admin = Ref::new(username);
        SetAdminResource { admin, resource: resource.clone(), value: Some(value) }.into()
    };
    let views = read.many("view");
    let views = views.iter().filter(|key| !manages.contains(key)).map(|key| set(key, Level::View));
    manages.iter().map(|key| set(key, Level::Manage)).chain(views).collect()
}
