//! The form of a user: details only; what a user holds is toggled in the record.

use super::super::super::desk::Desk;
use super::super::super::widget::form::Field;
use super::super::form::FormLayer;
use super::fields::Fields;
use super::read::Read;
use super::{drafted, switching};
use crate::domain::command::{CreateUser, Ref, SetUserEnabled, UpdateUser};
use crate::domain::record::User;
use crate::domain::value::Status;
use crate::service::Result;

/// The form of a new user; it says for whom it is (U-05).
///
/// # Errors
/// Signed out, or the store.
pub fn create(desk: &Desk) -> Result<FormLayer> {
    let texts = &desk.look.texts;
    let fields = fields(desk, &User::default())?;
    let form = FormLayer::staging(
        desk,
        texts.get("form-new-user"),
        fields,
        Box::new(|form| {
            let read = Read(form);
            let command = CreateUser {
                display_name: read.text("display_name"),
                first_name: read.given("first_name"),
                last_name: read.given("last_name"),
                position: read.given("position"),
                email: read.given("email"),
                login: read.given("login"),
                mobile: read.given("mobile"),
                department: read.given("department"),
                language: read.given("language"),
                site: read.picked("site"),
            };
            vec![command.into()]
        }),
    );
    Ok(form.intro(texts.get("form-new-user-intro")))
}

/// The form of a user's details.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn edit(desk: &Desk, number: i64) -> Result<FormLayer> {
    let user: User = drafted(desk, number)?;
    let fields = fields(desk, &user)?;
    let reference = Ref::pinned(user.display_name, number);
    Ok(FormLayer::staging(
        desk,
        desk.look.texts.get("form-edit-user"),
        fields,
        Box::new(move |form| {
            let read = Read(form);
            let command = UpdateUser {
                user: reference.clone(),
                display_name: read.new_text("display_name"),
                first_name: read.given("first_name"),
                last_name: read.given("last_name"),
                position: read.given("position"),
                email: read.given("email"),
                login: read.given("login"),
                mobile: read.given("mobile"),
                department: read.given("department"),
                language: read.given("language"),
                site: read.picked("site"),
            };
            form.is_changed().then(|| command.into()).into_iter().collect()
        }),
    ))
}

/// The form that disables a user, or enables a disabled one.
///
/// # Errors
/// Not found, signed out, or the store.
pub fn disable(desk: &Desk, number: i64) -> Result<FormLayer> {
    let user: User = drafted(desk, number)?;
    let reference = Ref::pinned(user.display_name.clone(), number);
    let value = user.status == Status::Disabled;
    Ok(switching(
        desk,
        &user.display_name,
        user.status,
        None,
        Box::new(move |form| {
            let reason = Read(form).some("reason");
            vec![SetUserEnabled { user: reference.clone(), value, reason }.into()]
        }),
    ))
}

fn fields(desk: &Desk, user: &User) -> Result<Vec<Field>> {
    let of = Fields(desk);
    Ok(vec![
        of.line("display_name", Some(&user.display_name)).required(),
        of.line("first_name", user.first_name.as_deref()),
        of.line("last_name", user.last_name.as_deref()),
        of.line("position", user.position.as_deref()),
        of.email(user.email.as_deref()),
        of.line("login", user.login.as_deref()),
        of.phone("mobile", user.mobile.as_deref()),
        of.line("department", user.department.as_deref()),
        of.line("language", user.language.as_deref()),
        of.site(user.site.map(|site| site.0))?,
    ])
}
