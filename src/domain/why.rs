//! Why somebody has something, or has it not: the computation step by step, from the engine that enforces.

use super::catalogue::{Catalogue, Entry, Family, Key};
use super::cell::{State, answer, best, toggles};
use super::decide::Context;
use super::engine::own_value;
use super::facts::Facts;
use super::id::{EntryNo, Subject};
use super::record::{Admin, Contact, Record, Role, User};
use super::refusal::{Arg, FactsError};
use super::time::Time;
use super::value::Level;

/// One step of the computation; its sentence is the text `why-…` of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which step.
    pub what: &'static str,
    /// What its sentence needs.
    pub args: Vec<(&'static str, Arg)>,
    /// The field that holds the value, where it is stored.
    pub set: Option<(Subject, String)>,
    /// Who gave the value and when, as far as the one who asks may know.
    pub since: Option<Since>,
    /// Whether it is so by what is staged alone: nothing of it stands in the store.
    pub staged: bool,
}

/// Who gave a value, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The entry of the journal.
    pub entry: EntryNo,
    /// When.
    pub at: Time,
    /// By whom, by user name; none for the program itself.
    pub by: Option<String>,
}

impl Step {
    /// A step without arguments.
    pub const fn new(what: &'static str) -> Self {
        Self { what, args: Vec::new(), set: None, since: None, staged: false }
    }

    /// Adds an argument.
    #[must_use]
    pub fn arg(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    /// Says which field holds the value.
    #[must_use]
    pub fn set(mut self, subject: Subject, field: impl Into<String>) -> Self {
        self.set = Some((subject, field.into()));
        self
    }

    /// Adds data.
    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.arg(name, Arg::Text(text.into()))
    }
}

/// The answer to "why": the steps, what follows from them, and what would have to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What is asked about.
    pub key: Key,
    /// The value that counts.
    pub rank: u8,
    /// How it comes about.
    pub steps: Vec<Step>,
    /// Whether the one who asks could change it now.
    pub state: State,
}

impl Why {
    /// Marks the steps that are not so in `stored`, the answer without what is staged.
    pub fn mark_staged(&mut self, stored: &Self) {
        for step in self.steps.iter_mut().filter(|step| step.what != "therefore") {
            let held = matches!(step.what, "held" | "not-held");
            step.staged = !stored.steps.contains(step) || (held && self.rank != stored.rank);
        }
    }
}

/// Why an administrator holds a resource as far as they do.
///
/// # Errors
/// Where the store cannot answer.
pub fn why_admin(facts: &dyn Facts, cx: Context<'_>, admin: &Admin, entry: &Entry) -> Result<Why, FactsError> {
    let key = entry.key.as_str();
    let mut steps = Vec::new();
    let mut value = Level::Manage;
    if admin.is_owner() {
        steps.push(Step::new("owner"));
    } else {
        let role: Option<Role> = admin.role.map(|id| facts.get(id.0)).transpose()?.flatten();
        let role_step = role_step(role.as_ref(), key);
        steps.push(if role.is_some() { role_step.set(admin.subject(), "role") } else { role_step });
        steps.push(match admin.overrides.get(key) {
            Some(level) => {
                Step::new("by-hand").arg("value", Arg::Level(*level)).set(admin.subject(), format!("overrides.{key}"))
            }
            None => Step::new("not-by-hand"),
        });
        value = own_value(admin, role.as_ref(), key);
        let parent: Option<Admin> = admin.parent.map(|id| facts.get(id.0)).transpose()?.flatten();
        if let Some(parent) = parent {
            let holds = super::engine::effective(facts, cx.catalogue, &parent)?;
            let allowed = holds.resources.get(key).copied().unwrap_or_default();
            let what = if allowed < value { "held-back" } else { "allowed" };
            // What holds the parent, where that is stored with it.
            let by_hand = parent.overrides.contains_key(key);
            let field = if by_hand { Some(format!("overrides.{key}")) } else { parent.role.map(|_| "role".to_owned()) };
            let step = Step::new(what).text("parent", &parent.username).arg("value", Arg::Level(allowed));
            let stored = field.filter(|_| !parent.is_owner());
            steps.push(Step { set: stored.map(|field| (parent.subject(), field)), ..step });
            value = value.min(allowed);
        }
    }
    steps.push(Step::new("therefore").arg("value", Arg::Value(entry.key.clone(), value as u8)));
    let others = Level::ALL.iter().rev().filter(|l| **l != value);
    let commands = others.map(|l| super::cell::admin_command(admin, &entry.key, Some(*l))).collect();
    let state = best(facts, cx, commands)?;
    Ok(Why { key: entry.key.clone(), rank: value as u8, steps, state })
}

fn role_step(role: Option<&Role>, key: &str) -> Step {
    match role {
        None => Step::new("no-role"),
        Some(role) => {
            let what = if role.value(key) > role.licence.minimum(key) { "role-added" } else { "role-licence" };
            let step = Step::new(what).text("role", role.name.clone()).text("licence", role.licence.as_str());
            step.arg("value", Arg::Level(role.value(key)))
        }
    }
}

/// Why a role gives a resource as far as it does.
///
/// # Errors
/// Where the store cannot answer.
pub fn why_role(facts: &dyn Facts, cx: Context<'_>, role: &Role, entry: &Entry) -> Result<Why, FactsError> {
    let level = role.value(entry.key.as_str());
    let therefore = Step::new("therefore").arg("value", Arg::Value(entry.key.clone(), level as u8));
    let key = entry.key.as_str();
    let added = level > role.licence.minimum(key);
    let field = Some(format!("added.{key}")).filter(|_| added).unwrap_or_else(|| String::from("licence"));
    let steps = vec![role_step(Some(role), key).set(role.subject(), field), therefore];
    let others = Level::ALL.iter().rev().filter(|l| **l != level);
    let state = best(facts, cx, others.map(|l| super::cell::role_command(role, &entry.key, *l)).collect())?;
    Ok(Why { key: entry.key.clone(), rank: level as u8, steps, state })
}

/// Why a user holds a permission or a licence, or not.
///
/// # Errors
/// Where the store cannot answer.
pub fn why_user(facts: &dyn Facts, cx: Context<'_>, user: &User, entry: &Entry) -> Result<Why, FactsError> {
    let rank = user.rank(entry.key.as_str());
    let field =
        if entry.family == Family::Portal { format!("permissions.{}", entry.key) } else { entry.key.to_string() };
    let mut steps = vec![held_step(rank).set(user.subject(), field)];
    for condition in &entry.granted_by {
        let met = user.rank(condition.entry.as_str()) >= cx.catalogue.threshold(condition);
        let what = if met { "granted-by" } else { "would-be-granted-by" };
        steps.push(Step::new(what).arg("other", Arg::Key(condition.entry.clone())));
    }
    for condition in &entry.requires {
        let threshold = cx.catalogue.threshold(condition);
        let met = user.rank(condition.entry.as_str()) >= threshold;
        let what = if met { "requires-met" } else { "requires-unmet" };
        let value = Arg::Value(condition.entry.clone(), threshold);
        steps.push(Step::new(what).arg("other", Arg::Key(condition.entry.clone())).arg("needed", value));
    }
    if entry.billable {
        steps.push(Step::new("billable"));
    }
    steps.push(Step::new("therefore").arg("value", Arg::Value(entry.key.clone(), rank)));
    let state = best(facts, cx, toggles(user, entry))?;
    Ok(Why { key: entry.key.clone(), rank, steps, state })
}

fn held_step(rank: u8) -> Step {
    Step::new(if rank > 0 { "held" } else { "not-held" })
}

/// Why a contact holds a permission, or not.
///
/// # Errors
/// Where the store cannot answer.
pub fn why_contact(facts: &dyn Facts, cx: Context<'_>, contact: &Contact, entry: &Entry) -> Result<Why, FactsError> {
    let rank = contact.rank(entry.key.as_str());
    let therefore = Step::new("therefore").arg("value", Arg::Value(entry.key.clone(), rank));
    let held = held_step(rank).set(contact.subject(), format!("permissions.{}", entry.key));
    let mut steps = vec![held];
    if let Some(setting) = &entry.locked_unless {
        steps.push(Step::new("setting").text("setting", setting));
    }
    if entry.keep_at_least_one {
        steps.push(Step::new("keep-one"));
    }
    steps.push(therefore);
    let state = answer(facts, cx, super::cell::contact_command(contact, &entry.key, rank == 0))?;
    Ok(Why { key: entry.key.clone(), rank, steps, state })
}

/// The families that a kind of record holds.
pub const fn families(kind: super::id::Kind) -> &'static [Family] {
    match kind {
        super::id::Kind::Admin | super::id::Kind::Role => &[Family::Resource],
        super::id::Kind::User => &[Family::Portal, Family::Licence],
        super::id::Kind::Contact => &[Family::Contact],
        _ => &[],
    }
}

/// The entry that a kind of record can hold under a key.
pub fn entry_for<'c>(catalogue: &'c Catalogue, kind: super::id::Kind, key: &str) -> Option<&'c Entry> {
    families(kind).iter().find_map(|family| catalogue.of(*family, key))
}
