//! The first change of a store: organisation, standard roles, first site and owner, in one transaction (S-17).

use std::path::Path;

use super::clock::Clock;
use super::door::write;
use super::error::{Result, ServiceError};
use super::own_password::check_new;
use super::password;
use crate::domain::catalogue::Catalogue;
use crate::domain::decide::{Context, Deciding};
use crate::domain::engine::Actor;
use crate::domain::facts::Get;
use crate::domain::id::{AdminId, RoleId, SiteId};
use crate::domain::norm::{NormError, check_code, check_email, check_name, check_username};
use crate::domain::policy::Allowance;
use crate::domain::record::{Admin, Organisation, Role, Site};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::value::{Formula, Licence, Status};
use crate::store::journal::EntryHead;
use crate::store::{self, Opening, Reader, StoreError, Writer, house};

/// What the first change needs to know.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The organisation's name.
    pub organisation: String,
    /// What it subscribed to.
    pub plan: Formula,
    /// Sites, as code and name.
    pub sites: Vec<(String, String)>,
    /// The owner's user name.
    pub owner: String,
    /// The owner's e-mail.
    pub email: String,
}

/// The names of the standard roles; their texts are in the language files.
pub const STANDARD_ROLES: [(&str, Licence); 3] =
    [("Owner", Licence::Owner), ("Administrator", Licence::Administrator), ("Analyst", Licence::Analyst)];

/// Makes a store and its owner. Two processes at the same moment give one owner: the second finds the store taken.
///
/// # Errors
/// What is wrong with what was given, the password, or the place.
pub fn found(path: &Path, opening: Opening, clock: &Clock, founding: &Founding, password: &str) -> Result<()> {
    let checked = check(founding)?;
    let mut names: Vec<String> = vec![checked.owner.clone(), checked.organisation.clone()];
    names.extend(checked.sites.iter().map(|(_, name)| name.clone()));
    check_new(password, Organisation::default().password_min_length, &names)?;
    let hash = password::hash(password)?;
    if !path.exists() {
        match store::create(path, clock.now()) {
            // Another process was quicker; its owner decides below.
            Ok(()) | Err(StoreError::Exists) => {}
            Err(other) => return Err(other.into()),
        }
    }
    let mut writer = Writer::open(path, opening)?;
    let change = writer.begin_change()?;
    let tables = change.tables();
    if Get::<Organisation>::get(&tables, 1)?.is_some() {
        return Err(StoreError::Exists.into());
    }
    let catalogue = Catalogue::builtin();
    let actor = Actor::program(catalogue);
    let now = clock.now();
    let cx = Context { catalogue, actor: &actor, now, allowance: Allowance::default() };
    let mut deciding = Deciding::new(&tables, cx);
    lay(&mut deciding, &checked)?;
    let plan = deciding.finish()?;
    write(&change, EntryHead::new("init", "done", now), &plan)?;
    house::set_first_password(&change, AdminId(1), &hash, now)?;
    Ok(change.commit()?)
}

/// Puts the first records into a decision.
pub(super) fn lay(deciding: &mut Deciding<'_>, founding: &Founding) -> Result<()> {
    let world = deciding.world();
    world.put(Organisation { name: founding.organisation.clone(), plan: founding.plan, ..Organisation::default() })?;
    for (at, (name, licence)) in (1_i64..).zip(STANDARD_ROLES) {
        let role = Role { id: RoleId(at), name: name.to_owned(), standard: true, licence, ..Role::default() };
        world.put(role)?;
    }
    for (at, (code, name)) in (1_i64..).zip(&founding.sites) {
        world.put(Site { id: SiteId(at), code: code.clone(), name: name.clone(), ..Site::default() })?;
    }
    world.put(Admin {
        id: AdminId(1),
        username: founding.owner.clone(),
        status: Status::Active,
        role: Some(RoleId(1)),
        all_sites: true,
        email: founding.email.clone(),
        ..Admin::default()
    })?;
    Ok(())
}

/// Whether a store still waits for its owner.
///
/// # Errors
/// Why it cannot be used.
pub fn is_unclaimed(path: &Path, opening: Opening) -> Result<bool> {
    let reader = Reader::open(path, opening)?;
    Ok(reader.tables().read::<Organisation>(1)?.is_none())
}

fn check(founding: &Founding) -> Result<Founding> {
    let fault = |field: &'static str| move |fault: NormError| ServiceError::from(Refusal::text_fault(field, fault));
    if founding.sites.is_empty() {
        return Err(Refusal::new(Code::Required).field("site").into());
    }
    let mut sites: Vec<(String, String)> = Vec::new();
    for (code, name) in &founding.sites {
        let code = check_code(code).map_err(fault("code"))?;
        if sites.iter().any(|(other, _)| *other == code) {
            return Err(Refusal::new(Code::InUse).field("code").text("value", code).into());
        }
        sites.push((code, check_name(name, 200).map_err(fault("name"))?));
    }
    Ok(Founding {
        organisation: check_name(&founding.organisation, 200).map_err(fault("organisation"))?,
        plan: founding.plan,
        sites,
        owner: check_username(&founding.owner).map_err(fault("owner"))?,
        email: check_email(&founding.email).map_err(fault("email"))?,
    })
}
