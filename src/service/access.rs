//! Who holds what, looked over: what somebody should look at before it becomes a hole.

use std::collections::BTreeSet;

use super::console::{Console, Settings};
use super::error::Result;
use crate::domain::catalogue::{Catalogue, Key};
use crate::domain::engine::{Actor, effective, visible};
use crate::domain::facts::Facts;
use crate::domain::id::{SiteId, Subject};
use crate::domain::policy::require;
use crate::domain::record::{Admin, Record, Role, Site};
use crate::domain::refusal::Arg;
use crate::domain::time::Time;
use crate::domain::told::Told;
use crate::domain::value::{Level, Status};
use crate::store::Tables;
use crate::store::house::{self, SignIn};

/// An account that nobody used for so long is unused, in milliseconds: 90 days.
const UNUSED: i64 = 90 * 24 * 3_600_000;

/// What is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessFault {
    /// An administrator who never signed in.
    NeverSignedIn,
    /// An administrator who has not signed in for 90 days.
    Unused,
    /// An administrator who holds more than their role gives.
    BeyondRole,
    /// An administrator whose temporary password was never changed.
    TemporaryPassword,
    /// A site that no administrator but the owner reaches.
    NobodyForSite,
}

impl AccessFault {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::NeverSignedIn, Self::Unused, Self::BeyondRole, Self::TemporaryPassword, Self::NobodyForSite];

    /// The stable code, which is the id of its sentence as well.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NeverSignedIn => "access.never_signed_in",
            Self::Unused => "access.unused",
            Self::BeyondRole => "access.beyond_role",
            Self::TemporaryPassword => "access.temporary_password",
            Self::NobodyForSite => "access.nobody_for_site",
        }
    }
}

/// One thing that is worth a look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessFinding {
    /// What.
    pub fault: AccessFault,
    /// Of whom, or of which site.
    pub subject: Subject,
    /// Their name, as a REF.
    pub name: String,
    /// Since when: made, last signed in, or given.
    pub since: Option<Time>,
    /// The resources held beyond the role.
    pub resources: Vec<Key>,
}

impl AccessFinding {
    /// What is said of it: what it is, and what to do.
    pub fn told(&self) -> Told<'static> {
        let mut args = vec![("name", Arg::Text(self.name.clone())), ("resources", Arg::Keys(self.resources.clone()))];
        args.extend(self.since.map(|at| ("since", Arg::Time(at))));
        Told::Fault { code: self.fault.code().to_owned(), args }
    }
}

/// Looks over who holds what. Needs no account: it is for whoever owns the file.
///
/// # Errors
/// Why the store cannot be used.
pub fn check_access(settings: &Settings) -> Result<Vec<AccessFinding>> {
    let console = Console::open(settings.clone())?;
    let actor = Actor::program(console.catalogue());
    console.access_as(&actor)
}

impl Console {
    /// Looks over who holds what within the actor's reach; sites without anyone are for the owner, who sees everybody.
    ///
    /// # Errors
    /// Not allowed, signed out, or the store.
    pub fn check_access(&self) -> Result<Vec<AccessFinding>> {
        let actor = self.actor()?;
        require(&actor, "administrators", Level::View)?;
        self.access_as(&actor)
    }

    fn access_as(&self, actor: &Actor) -> Result<Vec<AccessFinding>> {
        let now = self.settings.clock.now();
        self.reader.snapshot(|tables| look_over(tables, &self.settings.catalogue, actor, now))
    }
}

fn look_over(tables: Tables<'_>, catalogue: &Catalogue, actor: &Actor, now: Time) -> Result<Vec<AccessFinding>> {
    let mut findings = Vec::new();
    let mut alone: BTreeSet<SiteId> = tables.all_sites()?.into_iter().collect();
    for (id, made_at, sign_in) in house::sign_ins(tables)? {
        let Some(admin): Option<Admin> = tables.read(id.0)? else { continue };
        if admin.status == Status::Disabled || !visible(&tables, actor, admin.home())? {
            continue;
        }
        let holds = effective(&tables, catalogue, &admin)?;
        if !admin.is_owner() {
            alone.retain(|site| !holds.sites.reaches(Some(*site)));
        }
        let mut found = |fault, since, resources| {
            let (subject, name) = (admin.subject(), admin.username.clone());
            findings.push(AccessFinding { fault, subject, name, since, resources });
        };
        if let Some((fault, since)) = use_of(sign_in.as_ref(), made_at, now) {
            found(fault, Some(since), Vec::new());
        }
        if sign_in.is_some_and(|s| s.temporary) {
            found(AccessFault::TemporaryPassword, None, Vec::new());
        }
        let role: Option<Role> = admin.role.map(|role| tables.read(role.0)).transpose()?.flatten();
        if let Some(role) = role.filter(|_| !admin.is_owner()) {
            let beyond = holds.resources.iter().filter(|(key, level)| **level > role.value(key.as_str()));
            let beyond: Vec<Key> = beyond.map(|(key, _)| key.clone()).collect();
            if !beyond.is_empty() {
                found(AccessFault::BeyondRole, None, beyond);
            }
        }
    }
    if actor.owner {
        for id in alone {
            let Some(site): Option<Site> = tables.read(id.0)? else { continue };
            let (fault, subject) = (AccessFault::NobodyForSite, site.subject());
            findings.push(AccessFinding { fault, subject, name: site.code, since: None, resources: Vec::new() });
        }
    }
    findings.sort_by_key(|finding| (finding.fault, finding.subject.id));
    Ok(findings)
}

/// Whether an account is used, and since when it is not.
fn use_of(sign_in: Option<&SignIn>, made_at: Time, now: Time) -> Option<(AccessFault, Time)> {
    match sign_in.and_then(|s| s.last_at) {
        None => Some((AccessFault::NeverSignedIn, made_at)),
        Some(last) if now.since(last) > UNUSED => Some((AccessFault::Unused, last)),
        Some(_) => None,
    }
}
