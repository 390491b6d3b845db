//! Why, and who: the two questions that have an answer everywhere.

use super::console::Console;
use super::error::Result;
use super::history::Seen;
use super::reached::reached;
use crate::domain::catalogue::{Family, Key};
use crate::domain::command::{Command, Ref, SetApplicationRight, SetWorkspaceAccess};
use crate::domain::decide::{Context, find};
use crate::domain::engine::effective;
use crate::domain::facts::Facts;
use crate::domain::id::{Kind, Subject, WorkspaceId};
use crate::domain::norm::fold;
use crate::domain::record::{Admin, AppRight, Application, Contact, Record as _, Role, User, Workspace};
use crate::domain::refusal::{Arg, Code, Refusal};
use crate::domain::value::Level;
use crate::domain::why::{Step, Why, entry_for, why_admin, why_contact, why_role, why_user};
use crate::store::view::{Cursor, Filter, From, List, Query, Sort, Term};

/// How many rows are looked at between two questions to the store.
const PAGE: usize = 200;

/// Somebody who has something, and through what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub subject: Subject,
    /// Their name, as a REF.
    pub name: String,
    /// The value held.
    pub value: String,
    /// Through what, as the steps of "why".
    pub steps: Vec<Step>,
}

fn unknown(permission: &str) -> Refusal {
    Refusal::new(Code::UnknownPermission).field("permission").text("value", permission)
}

impl Console {
    /// Why a record has a permission, with the staged Commands as if applied; each step with who gave its value and when,
    /// where the journal may be seen. `permission` is a catalogue key,
    /// `app:NAME/RIGHT` or `workspace:NAME`.
    ///
    /// # Errors
    /// Not found, unknown permission, not allowed, signed out, or the store.
    pub fn why(&self, subject: Subject, permission: &str, staged: &[Command]) -> Result<Why> {
        let mut why = self.computed(subject, permission, staged)?;
        if !staged.is_empty() {
            why.mark_staged(&self.computed(subject, permission, &[])?);
        }
        let actor = self.actor()?;
        if actor.level("journal") >= Level::View {
            self.reader.snapshot(|tables| Seen::new(tables, &actor).say_since(&mut why.steps))?;
        }
        Ok(why)
    }

    /// The same, without when and by whom.
    fn computed(&self, subject: Subject, permission: &str, staged: &[Command]) -> Result<Why> {
        self.with_on(subject, staged, |facts, cx| {
            let number = subject.id;
            if subject.kind == Kind::User && permission.contains(':') {
                let user: User = reached(facts, cx, number)?;
                return why_elsewhere(facts, cx, &user, permission);
            }
            let entry = entry_for(cx.catalogue, subject.kind, permission).ok_or_else(|| unknown(permission))?;
            Ok(match subject.kind {
                Kind::Admin => {
                    let admin: Admin = reached(facts, cx, number)?;
                    why_admin(facts, cx, &admin, entry)?
                }
                Kind::Role => {
                    let role: Role = reached(facts, cx, number)?;
                    why_role(facts, cx, &role, entry)?
                }
                Kind::Contact => {
                    let contact: Contact = reached(facts, cx, number)?;
                    why_contact(facts, cx, &contact, entry)?
                }
                _ => {
                    let user: User = reached(facts, cx, number)?;
                    why_user(facts, cx, &user, entry)?
                }
            })
        })
    }

    /// A page of those who have a permission, within reach; administrators and roles for a resource, contacts for a
    /// contact's, users for all else.
    ///
    /// # Errors
    /// Unknown permission, not allowed, signed out, or the store.
    pub fn who(&self, permission: &str, from: &From, limit: usize) -> Result<Vec<(Cursor, Holder)>> {
        let family = self.catalogue().get(permission).map(|e| e.family);
        let (list, term) = match family {
            Some(Family::Resource) => (List::Admins, None),
            Some(Family::Contact) => (List::Contacts, Some("has")),
            Some(Family::Portal | Family::Licence) => (List::Users, Some("has")),
            None if permission.starts_with("app:") => (List::Users, Some("right")),
            None if permission.starts_with("workspace:") => (List::Users, Some("workspace")),
            None => return Err(unknown(permission).into()),
        };
        let value = fold(permission.split_once(':').map_or(permission, |(_, name)| name));
        // That nobody has it must not be said of what is not there.
        self.with(&[], |facts, cx| match term {
            Some("right") => right_named(facts, cx, permission).map(drop),
            Some("workspace") => Ok(find(facts, cx.actor, Kind::Workspace, &Ref::new(&value)).map(drop)?),
            _ => Ok(()),
        })?;
        let terms = term.map(|field| Term { field: field.to_owned(), value }).into_iter().collect();
        let filter = Filter { words: Vec::new(), terms };
        let query = Query { list, filter, sort: Sort::Name, descending: false };
        let mut holders = Vec::new();
        let mut from = from.clone();
        // Not each row of a page holds it: a page without anybody is not the end.
        while holders.len() < limit {
            let page = self.ids(&query, &from, limit.min(PAGE))?;
            let Some((last, _)) = page.last() else { break };
            from = From::After(last.clone());
            for (cursor, number) in page {
                if let Some(holder) = self.holder(list, number, permission)? {
                    holders.push((cursor, holder));
                }
            }
        }
        holders.truncate(limit);
        Ok(holders)
    }

    fn holder(&self, list: List, number: i64, permission: &str) -> Result<Option<Holder>> {
        let kind = match list {
            List::Admins => Kind::Admin,
            List::Contacts => Kind::Contact,
            _ => Kind::User,
        };
        let subject = Subject::new(kind, number);
        let why = self.computed(subject, permission, &[])?;
        if why.rank == 0 {
            return Ok(None);
        }
        let name = self.with(&[], |facts, _| {
            Ok(crate::domain::facts::describe(facts, subject)?.map(|(_, label)| label).unwrap_or_default())
        })?;
        let entry = self.catalogue().get(permission);
        let value = entry
            .map_or_else(|| Level::ALL[usize::from(why.rank.min(2))].to_string(), |e| e.value(why.rank).key.clone());
        Ok(Some(Holder { subject, name, value, steps: why.steps }))
    }

    /// Roles that give a resource: the other half of who has it.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn roles_with(&self, resource: &str) -> Result<Vec<(Role, Level)>> {
        let query = Query { list: List::Roles, filter: Filter::default(), sort: Sort::Name, descending: false };
        let mut roles = Vec::new();
        for (_, number) in self.ids(&query, &From::Start, usize::MAX)? {
            let role: Role = self.record(number)?;
            let level = role.value(resource);
            if level > Level::None {
                roles.push((role, level));
            }
        }
        Ok(roles)
    }

    /// What an administrator effectively holds, with the staged Commands as if applied.
    ///
    /// # Errors
    /// Not found, signed out, or the store.
    pub fn holds(
        &self,
        admin: crate::domain::id::AdminId,
        staged: &[Command],
    ) -> Result<crate::domain::engine::Effective> {
        self.with_on(admin.subject(), staged, |facts, cx| {
            let admin: Admin = reached(facts, cx, admin.0)?;
            Ok(effective(facts, cx.catalogue, &admin)?)
        })
    }
}

/// The application of `app:NAME/RIGHT`, and the right as the application spells it.
fn right_named(facts: &dyn Facts, cx: Context<'_>, permission: &str) -> Result<(Application, String)> {
    let named = permission.strip_prefix("app:").and_then(|name| name.split_once('/'));
    let (application, right) = named.ok_or_else(|| unknown(permission))?;
    let number = find(facts, cx.actor, Kind::Application, &Ref::new(application))?;
    let application: Application = reached(facts, cx, number)?;
    let right = application.rights.iter().find(|name| fold(name) == fold(right)).cloned();
    let right = right.ok_or_else(|| unknown(permission))?;
    Ok((application, right))
}

/// Why a user reaches a workspace, or has a right of an application.
fn why_elsewhere(facts: &dyn Facts, cx: Context<'_>, user: &User, permission: &str) -> Result<Why> {
    let (place, name) = permission.split_once(':').unwrap_or((permission, ""));
    let reference = Ref::pinned(user.display_name.clone(), user.id.0);
    let (rank, field, command): (u8, String, Command) = match place {
        "workspace" => {
            let id = WorkspaceId(find(facts, cx.actor, Kind::Workspace, &Ref::new(name))?);
            let level = user.workspaces.get(&id).copied().unwrap_or_default();
            let workspace: Option<Workspace> = facts.get(id.0)?;
            let workspace = Ref::pinned(workspace.map(|w| w.name).unwrap_or_default(), id.0);
            let value = if level == Level::None { Level::View } else { Level::None };
            (level as u8, format!("workspaces.{id}"), SetWorkspaceAccess { user: reference, workspace, value }.into())
        }
        "app" => {
            let (application, right) = right_named(facts, cx, permission)?;
            let on = user.applications.contains(&AppRight { application: application.id, right: right.clone() });
            let field = format!("applications.{}/{right}", application.id);
            let application = Ref::pinned(application.name, application.id.0);
            let command = SetApplicationRight { user: reference, application, right, value: !on };
            (u8::from(on), field, command.into())
        }
        _ => return Err(unknown(permission).into()),
    };
    let held = Step::new(if rank > 0 { "held" } else { "not-held" }).set(user.subject(), field);
    let key = Key::new(permission);
    let value = match place {
        "app" => Arg::Value(key.clone(), rank),
        _ => Arg::Level(Level::ALL[usize::from(rank.min(2))]),
    };
    let state = crate::domain::cell::answer(facts, cx, command)?;
    let steps = vec![held, Step::new("therefore").arg("value", value)];
    Ok(Why { key, rank, steps, state })
}
