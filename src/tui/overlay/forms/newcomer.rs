//! The request for a new user (T-09, T-10).

use super::super::super::desk::Desk;
use super::super::super::widget::choice::Item;
use super::super::super::widget::form::Field;
use super::super::form::FormLayer;
use super::fields::Fields;
use super::read::Read;
use crate::domain::command::{Command, CreateUser, OpenTicket, Ref, SetApplicationRight};
use crate::domain::record::Application;
use crate::domain::value::{Priority, TicketKind};
use crate::service::Result;
use crate::service::view::{Filter, From, List, Query, Sort};
use crate::text::show;

/// How many applications are offered.
const APPLICATIONS: usize = 200;

/// The form that asks for a new user with the rights they are to have.
///
/// # Errors
/// Signed out, or the store.
pub fn ask(desk: &Desk) -> Result<FormLayer> {
    let (of, texts) = (Fields(desk), &desk.look.texts);
    let rights = rights(desk)?;
    let some = !rights.is_empty();
    let wanted = Field::many("applications", texts.field("applications"), rights, &[]);
    let fields = vec![
        of.line("first_name", None).required(),
        of.line("last_name", None).required(),
        of.email(None).required(),
        of.line("position", None).required(),
        of.site(None)?,
        if some { wanted.required() } else { wanted },
        of.note("reason", None),
        of.note("note", None),
        of.word("priority", Priority::ALL, Some(Priority::default())).required(),
    ];
    let form = FormLayer::at_once(desk, texts.get("form-ask-user"), fields, Box::new(|form| vec![asked(&Read(form))]));
    Ok(form.intro(texts.get("form-ask-user-intro")))
}

fn asked(read: &Read<'_>) -> Command {
    let email = read.text("email");
    let made = CreateUser {
        display_name: format!("{} {}", read.text("first_name").trim(), read.text("last_name").trim()),
        first_name: read.given("first_name"),
        last_name: read.given("last_name"),
        position: read.given("position"),
        email: read.given("email"),
        login: None,
        mobile: None,
        department: None,
        language: None,
        site: read.picked("site"),
    };
    let wanted = read.many("applications");
    let right = |wanted: &String| {
        let (application, right) = wanted.split_once('/')?;
        let (user, application) = (Ref::new(email.trim()), Ref::new(application));
        Some(SetApplicationRight { user, application, right: right.to_owned(), value: true }.into())
    };
    let commands = std::iter::once(made.into()).chain(wanted.iter().filter_map(right)).collect();
    let (reason, note, priority) = (read.some("reason"), read.some("note"), read.word("priority"));
    OpenTicket { kind: TicketKind::NewUser, user: None, reason, note, priority, commands }.into()
}

/// Every right that can be asked for, as `application/right`; those managed elsewhere cannot (T-13).
fn rights(desk: &Desk) -> Result<Vec<Item<String>>> {
    let query = Query { list: List::Applications, filter: Filter::default(), sort: Sort::Name, descending: false };
    let mut rights = Vec::new();
    for (_, number) in desk.console.ids(&query, &From::Start, APPLICATIONS)? {
        let application: Application = desk.console.record(number)?;
        if application.view_only {
            continue;
        }
        for right in &application.rights {
            let name = format!("{}/{right}", application.name);
            rights.push(Item::new(name, show(&format!("{}: {right}", application.name))));
        }
    }
    Ok(rights)
}
